// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/numbers.hpp"
#include "job/publish.hpp"

#include <filesystem>
#include <vector>

namespace khabar::job {

// Writes void.ttl: the release as a dataset (VoID, DCAT) with its numbers, its files and their sums.
ReleaseFile write_description(const Edition& edition, const EditionNumbers& numbers, const std::vector<ReleaseFile>& files,
                              const std::filesystem::path& directory);

}  // namespace khabar::job
