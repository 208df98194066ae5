// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/unit.hpp"

#include <cstdint>
#include <optional>

// The words of one time expression, gathered before anything is resolved.
namespace khabar::entity {

enum class Counted : std::uint8_t { No, Ago, Since, After, Before };  // which word stands before "two days"
enum class Edge : std::uint8_t { None, Start, Middle, End };

struct TimeParts {
  lexicon::DayPart day_part = lexicon::DayPart::None;
  int weekday = 0, second_weekday = 0;
  int day = 0, second_day = 0, month = 0, year = 0;
  int hijri_day = 0, hijri_month = 0, hijri_year = 0;
  std::optional<int> offset;  // days from publication, or from another event when `same`
  lexicon::TimeUnit unit = lexicon::TimeUnit::None;
  std::optional<std::uint32_t> amount;  // of units
  Counted counted = Counted::No;
  Edge edge = Edge::None;
  bool last = false, before_last = false, next = false, current = false;
  bool same = false;     // counted from another event
  bool of_next = false;  // and that event's host: the happening behind has this day
  bool period = false;   // "the last days", "over the last 48 hours"
  bool until = false;
  bool clock = false;
  bool plural = false;  // the unit stands in the plural

  bool dated() const { return weekday != 0 || month != 0 || hijri_month != 0 || year != 0 || offset.has_value(); }
  bool any() const { return dated() || day_part != lexicon::DayPart::None || unit != lexicon::TimeUnit::None || clock; }
};

// Reads the time expression that begins at unit `at` and ends before `end`; false when there is none. `next` becomes the unit behind.
bool read_time_parts(const document::Document& document, const Units& units, std::size_t at, std::size_t end, TimeParts& parts,
                     std::size_t& next);

}  // namespace khabar::entity
