// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/report.hpp"

#include <algorithm>

namespace khabar::event {

constexpr std::uint32_t kLongestTrigger = 40;

// The words of a trigger; a word stretched by tatweel to more than evidence may hold is cut.
inline Span trigger_words(Span trigger) { return {trigger.begin, std::min(trigger.end, trigger.begin + kLongestTrigger)}; }

// What tells the events of an article apart: the words of their first trigger, counted from 1 where several begin with the same.
struct EventName {
  Span span;
  std::uint32_t ordinal = 1;
};

// The names of all events, in their order.
std::vector<EventName> name_events(const Report& report);

}  // namespace khabar::event
