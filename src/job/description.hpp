// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/publish.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace khabar::job {

// The numbers of an edition.
struct Description {
  std::uint64_t articles = 0, knowledge_statements = 0;
  Counts counts;  // of all articles
};

// Writes void.ttl: the release as a dataset (VoID, DCAT) with its numbers, its files and their sums.
ReleaseFile write_description(const Edition& edition, const Description& numbers, const std::vector<ReleaseFile>& files,
                              const std::filesystem::path& directory);

}  // namespace khabar::job
