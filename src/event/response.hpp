// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

namespace khabar::event {

// Which event answers which, once mentions have come together: what is said to be "in response to" another, and an attack that comes
// "after" one by the other side.
void link_responses(const Context& context, Report& report);

}  // namespace khabar::event
