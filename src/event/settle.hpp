// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

namespace khabar::event {

// Once all mentions of an event have come together: what only repeats or widens another filler goes, figures that say the same become
// one, a type is left without none. Fillers, figures and type of `event` change; it may be one of the report's.
void settle_event(const Context& context, const Report& report, Event& event);

}  // namespace khabar::event
