// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/event_name.hpp"

#include <map>

namespace khabar::event {

std::vector<EventName> name_events(const Report& report) {
  std::map<Span, std::uint32_t> counts;
  std::vector<EventName> names;
  names.reserve(report.events.size());
  for (const auto& event : report.events) {
    Span first{kNobody, 0};
    for (const auto id : event.mentions)
      for (const auto& span : report.event_mentions[id].triggers) first = std::min(first, span);
    first = trigger_words(first);
    names.push_back({first, ++counts[first]});
  }
  return names;
}

}  // namespace khabar::event
