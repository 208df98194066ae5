// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

namespace khabar::event {

// Who and what an event hit, once all its mentions have come together: fillers that name nobody, that are only places, or that another
// filler says better go.
void settle_roles(const Context& context, const Report& report, Event& event);

}  // namespace khabar::event
