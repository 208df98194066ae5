// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/diff.hpp"
#include "job/incident_files.hpp"
#include "job/numbers.hpp"
#include "job/publish.hpp"

#include <functional>
#include <vector>

namespace khabar::job {

struct WrittenIncidents {
  IncidentNumbers numbers;
  std::vector<ReleaseFile> files;
  // Keeps what linking found for the next run; wants all files that it was made of, the articles' too.
  std::function<void(const std::vector<ReleaseFile>&)> remember;
};

// Links the events of all articles of an edition, names the incidents as the release before did, and writes the three files. What
// changed against that release goes into `difference`. What did not change since the release before is neither compared nor written
// anew; the outcome is the same as if it was.
WrittenIncidents write_incidents(const Edition& edition, const Releases& releases, const std::filesystem::path& directory,
                                 Difference& difference);

}  // namespace khabar::job
