// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/diff.hpp"
#include "job/incident_files.hpp"
#include "job/numbers.hpp"
#include "job/publish.hpp"

#include <vector>

namespace khabar::job {

// Links the events of all articles of an edition, names the incidents as the release before did, and writes the three files. What
// changed against that release goes into `difference`. Appends to `files`, which hold the articles' parts. What did not change since
// the release before is neither compared nor written anew; the outcome is the same as if it was.
IncidentNumbers write_incidents(const Edition& edition, const Releases& releases, const std::filesystem::path& directory,
                                Difference& difference, std::vector<ReleaseFile>& files);

}  // namespace khabar::job
