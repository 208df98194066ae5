// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/gazetteer.hpp"
#include "job/numbers.hpp"
#include "job/release.hpp"
#include "khabar.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::job {

// An article that was published before: its block and its place in it.
struct Published {
  std::shared_ptr<const Block> block;
  std::size_t index = 0;
};

// All that a release is made of.
struct Edition {
  std::string name, previous;  // previous: empty for the first
  std::optional<document::Day> day;
  std::vector<Block> blocks;                // all, in order
  std::vector<bool> fresh;                  // by block: its articles are new or were read anew
  std::vector<Published> replaced_or_gone;  // articles of the release before that are not the same in this one
  std::string version;                      // of the program
  const Extractor* extractor = nullptr;
  const Gazetteer* gazetteer = nullptr;
  Options extract;
  int jobs = 1;
};

// Writes the files of a release into the draft's directory.
EditionNumbers write_release(const Edition& edition, const Releases& releases);

}  // namespace khabar::job
