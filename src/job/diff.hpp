// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/release.hpp"

#include <string_view>

namespace khabar::job {

// What one release has and the other has not, statement by statement: added.nq.gz and removed.nq.gz. The old release without `removed`
// and with `added` is the new one.
class Difference {
 public:
  explicit Difference(const std::filesystem::path& directory);

  // N-Quads of one graph, or of a part of one, before and after.
  void compare(std::string_view before, std::string_view after);
  void add(std::string_view quads) { added_.compress(quads); }
  void remove(std::string_view quads) { removed_.compress(quads); }
  // Statements that are new as a whole, compressed already.
  void add_members(std::string_view members) { added_.write(members); }

  std::vector<ReleaseFile> close() { return {added_.close(), removed_.close()}; }

 private:
  ReleaseOutput added_, removed_;
};

}  // namespace khabar::job
