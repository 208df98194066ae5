// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/toll.hpp"

#include "job/tsv.hpp"

#include <algorithm>

namespace khabar::job {
namespace {

std::string text_of(const Toll& toll) { return toll.given ? ' ' + toll.lowest_text() + ' ' + toll.highest_text() : " - -"; }

Toll parse_toll(std::string_view& line) {
  const auto lowest = cut(line, ' '), highest = cut(line, ' ');
  return lowest == "-" ? Toll{} : Toll{true, number_of(lowest), number_of(highest)};
}

}  // namespace

void Toll::add(const Toll& other) {
  if (!other.given) return;
  lowest = given ? std::min(lowest, other.lowest) : other.lowest;
  highest = std::max(highest, other.highest);
  given = true;
}

std::string toll_line(std::string_view event, const Tolls& tolls) {
  if (!tolls.killed.given && !tolls.injured.given) return {};
  return std::string(event) + text_of(tolls.killed) + text_of(tolls.injured) + '\n';
}

std::vector<std::pair<link::EventName, Tolls>> parse_tolls(std::string_view& notes) {
  std::vector<std::pair<link::EventName, Tolls>> all;
  while (!notes.empty()) {
    auto line = cut(notes, '\n');
    if (line.empty()) break;
    auto event = cut(line, ' ');
    auto& [name, tolls] = all.emplace_back();
    name.begin = number_of(cut(event, '-'));
    name.end = number_of(cut(event, '-'));
    if (!event.empty()) name.ordinal = number_of(event);
    tolls.killed = parse_toll(line);
    tolls.injured = parse_toll(line);
  }
  return all;
}

}  // namespace khabar::job
