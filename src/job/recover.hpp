// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/release.hpp"
#include "job/store.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace khabar::job {

// Holds a job's directory against other jobs, for as long as it lives.
class Lock {
 public:
  // Makes the directory and its lock file unless `dry_run`. Throws Error when another job has the lock.
  Lock(const std::filesystem::path& directory, bool dry_run);
  ~Lock();
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int fd_ = -1;
};

struct Recovered {
  State state;
  std::unique_ptr<Store> store;    // null in a dry run
  std::vector<std::string> notes;  // what was wrong
};

// The state of a job whatever was left behind: ends a publication that was interrupted, makes the database anew from the last release that
// is whole when it is missing, damaged or of another version. With `dry_run` nothing is written.
Recovered recover(const std::filesystem::path& directory, const Releases& releases, bool dry_run);

}  // namespace khabar::job
