// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/unit.hpp"

#include <cstdint>
#include <optional>
#include <vector>

// Time expressions and the days they mean, seen from the day of publication.
namespace khabar::entity {

using document::Day;

enum class TimePrecision : std::uint8_t { Unresolved, PartOfDay, Day, Week, Month, Year };
enum class TimeAnchor : std::uint8_t { Unresolved, PublicationDate, ExplicitDate, OtherEvent };

struct Time {
  std::uint32_t first = 0, last = 0;    // units [first, last)
  std::uint32_t begin = 0, end = 0;     // code points
  std::optional<Day> earliest, latest;  // inclusive; none when unresolved
  TimePrecision precision = TimePrecision::Unresolved;
  TimeAnchor anchor = TimeAnchor::Unresolved;
  // Days from the event it is counted from, where `anchor` is OtherEvent: "the same day" is 0 to 0, "days later" 1 to 7.
  std::int16_t shift_first = 0, shift_last = 0;
  bool full_date = false;    // day, month and year are written out
  bool past_period = false;  // "since 2021", "over the last years": a period that happenings are told of, not a day
  bool of_next = false;      // "two days after the raid": tells the day of the happening named behind it
  bool hour_only = false;    // "at 23:35", "at dawn": the day is told elsewhere
  bool night = false;        // an hour_only time that runs into the next day
  bool until = false;        // "until Monday": an end, not the day of anything
};

// The times of the whole text in order. `published` resolves weekdays, "yesterday" and dates without a year; without it those stay
// unresolved. A weekday means its latest occurrence up to the day of publication; a night spans two days.
std::vector<Time> find_times(const document::Document& document, const Units& units, std::optional<Day> published);

// The day of publication as the page itself gives it: the first full date that stands alone in a short line, in page furniture or in
// the dateline that opens the story.
std::optional<Day> date_line(const document::Document& document, const Units& units);

}  // namespace khabar::entity
