// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.hpp"
#include "job/block.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace khabar::job {

// What the job knows between two runs: the articles of the last release, by blocks, in their order.
struct State {
  std::string release;  // its name; empty: none yet
  std::uint64_t serial = 0;
  std::uint64_t next_block = 1;
  std::vector<Block> blocks;  // by number; offsets are set, files are not

  // Sets the offsets of all blocks from their sizes: each part begins with its head.
  void place();
};

// The state database (SQLite) of a job. A block is a row that never changes; saving adds and deletes rows in one transaction, so that a
// state is the old one or the new one.
class Store {
 public:
  // The database cannot be used; what() says why. It can be made anew from the release.
  struct Unusable : Error {
    using Error::Error;
  };

  // Opens the database, or makes an empty one. Throws Unusable, and OutputError when the disk or the directory do not allow it.
  explicit Store(const std::filesystem::path& path);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Throws Unusable.
  State load();
  // Throws OutputError; the old state is there then.
  void save(const State& state);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace khabar::job
