// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "khabar.hpp"
#include "tool/article_options.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace khabar::tool {

// What a command that reads articles has met, and says of it.
class Reading {
 public:
  explicit Reading(bool strict) : strict_(strict), start_(std::chrono::steady_clock::now()) {}

  // Says what was found about an input; throws InputError for a skipped one when that is a failure.
  void notice(const std::vector<document::Notice>& notices);
  void warn(const std::string& origin, const std::string& message);
  void count(const ArticleResult& result);

  // Shows on a terminal how far the reading has come, a few times a second.
  void progress(const document::ArticleReader::Progress& reader);

  std::size_t skipped() const { return skipped_; }

  // "2 warnings, 1 input skipped, 0.25 seconds", and what stands before it.
  std::string events_and_entities() const;
  std::string troubles_and_time() const;
  // "events: AirStrike 2, Arrest 1"; empty when there are none.
  std::string types() const;
  std::size_t articles() const { return articles_; }

  // Loads the knowledge, saying its faults.
  lexicon::Lexicon load(const ArticleOptions& options);

 private:
  bool strict_;
  std::chrono::steady_clock::time_point start_, shown_;
  std::size_t articles_ = 0, events_ = 0, entities_ = 0, warnings_ = 0, skipped_ = 0;
  std::array<std::size_t, lexicon::kEventTypeNames.size()> events_by_type_{};
};

}  // namespace khabar::tool
