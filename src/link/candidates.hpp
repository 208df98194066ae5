// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/score.hpp"

#include <cstdint>
#include <vector>

namespace khabar::link {

// Two events, by their numbers, that score kEnough or more; first < second.
struct Edge {
  std::uint32_t first = 0, second = 0;
  std::int32_t score = 0;
};

// An event among all that are linked. `article` is the number of its article: events of one article are never compared.
struct Linkable {
  Candidate candidate;
  std::uint32_t article = 0;
};

// The pairs worth looking at, found by day and place (or, where no town is told, by day and actor) and scored. No all-pairs: an
// event meets kMostInBlock others of a block at most, the nearest ones in the order of `events`.
std::vector<Edge> find_edges(const std::vector<Linkable>& events);

}  // namespace khabar::link
