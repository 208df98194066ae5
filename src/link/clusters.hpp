// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/candidates.hpp"

#include <cstdint>
#include <vector>

namespace khabar::link {

constexpr std::size_t kMostCompared = 6;  // members of a group that a newcomer is compared with: its first ones

// An event with the days to link it by; `record` is null when there are none.
Candidate candidate_of(const ArticleRecord& article, const EventRecord& event);

// Two events that score kEnough or more; first < second.
struct Edge {
  std::uint32_t first = 0, second = 0;
  std::int32_t score = 0;
};

// Events to groups: the best pairs first, each joining two groups where all that stand in them can be one happening. So a vague report
// joins one group and never ties two. The members of each group in order, groups in the order of their first members.
// What becomes of an event depends only on those that edges lead to from it, near or far.
std::vector<std::vector<std::uint32_t>> cluster(const std::vector<Linkable>& events, std::vector<Edge> edges);

}  // namespace khabar::link
