// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::job {

// The figures of one outcome that count the people of an event alone: the lowest minimum and the highest maximum.
struct Toll {
  bool given = false;
  std::uint32_t lowest = 0, highest = 0;

  void add(const Toll& other);
  std::string lowest_text() const { return given ? std::to_string(lowest) : std::string(); }
  std::string highest_text() const { return given ? std::to_string(highest) : std::string(); }
};

struct Tolls {
  Toll killed, injured;
};

// A line for an event that has figures, which is named by the end of its IRI ("12-17", "12-17-2"). Lines stand before an article's notes
// for linking in records.gz, with an empty line between them.
std::string toll_line(std::string_view event, const Tolls& tolls);

// The lines at the begin of `notes`, which are cut off with the empty line. Throws Error.
std::vector<std::pair<link::EventName, Tolls>> parse_tolls(std::string_view& notes);

}  // namespace khabar::job
