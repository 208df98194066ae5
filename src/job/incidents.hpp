// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/diff.hpp"
#include "job/numbers.hpp"
#include "job/publish.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace khabar::job {

inline constexpr std::string_view kIncidentsFile = "incidents.nq.gz", kIncidentTable = "incidents.csv";
inline constexpr std::string_view kIncidentState = "incidents.state.gz";  // what the next run needs of them

// Links the events of all articles of an edition, names the incidents as the release before did, and writes the three files. What
// changed against that release goes into `difference`. Appends to `files`.
IncidentNumbers write_incidents(const Edition& edition, const Releases& releases, const std::filesystem::path& directory,
                                Difference& difference, std::vector<ReleaseFile>& files);

}  // namespace khabar::job
