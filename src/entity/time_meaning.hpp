// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/time.hpp"
#include "entity/time_parts.hpp"

namespace khabar::entity {

// What the parts mean on the day of publication; `year` is the last year that the text has written out, for "of the same year".
// False when they mean no time after all: a length of time, an age.
bool resolve_time(const TimeParts& parts, std::optional<Day> published, int year, Time& time);

}  // namespace khabar::entity
