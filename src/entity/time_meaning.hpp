// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/time.hpp"
#include "entity/time_parts.hpp"

namespace khabar::entity {

// What an article's times are counted from.
struct Reference {
  std::optional<Day> day;  // that the article calls today
  bool sure = false;       // the article itself says which weekday that is
  int year = 0;            // the last year that the text has written out, for "of the same year"
};

// What the parts mean. False when they mean no time after all: a length of time, an age.
bool resolve_time(const TimeParts& parts, const Reference& reference, Time& time);

}  // namespace khabar::entity
