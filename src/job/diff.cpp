// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/diff.hpp"

#include "job/tsv.hpp"

#include <algorithm>

namespace khabar::job {
namespace {

std::vector<std::string_view> sorted_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) lines.push_back(cut(text, '\n'));
  std::sort(lines.begin(), lines.end());
  return lines;
}

void put(std::string_view line, ReleaseOutput& output) {
  output.compress(line);
  output.compress("\n");
}

}  // namespace

Difference::Difference(const std::filesystem::path& directory) : added_(directory, kAddedFile), removed_(directory, kRemovedFile) {}

void Difference::compare(std::string_view before, std::string_view after) {
  if (before == after) return;
  const auto olds = sorted_lines(before), news = sorted_lines(after);
  auto a = olds.begin(), b = news.begin();
  while (a != olds.end() || b != news.end()) {
    if (b == news.end() || (a != olds.end() && *a < *b)) {
      put(*a++, removed_);
    } else if (a == olds.end() || *b < *a) {
      put(*b++, added_);
    } else {
      ++a, ++b;
    }
  }
}

}  // namespace khabar::job
