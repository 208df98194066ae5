// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/block.hpp"

#include <cstdint>

namespace khabar::job {

// What an edition says of incidents.
struct IncidentNumbers {
  std::uint64_t statements = 0, incidents = 0, memberships = 0;
  std::uint64_t replaced = 0;    // names that were merged into others
  std::uint64_t not_linked = 0;  // articles that were kept and whose events another version of khabar noted
};

// The numbers of an edition.
struct EditionNumbers {
  std::uint64_t articles = 0, knowledge_statements = 0;
  Counts counts;  // of all articles
  IncidentNumbers incidents;
};

}  // namespace khabar::job
