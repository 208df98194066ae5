// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/publish.hpp"
#include "job/toll.hpp"
#include "link/web.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace khabar::job {

// What was noted of an article for linking; nothing when another version of khabar noted it.
struct Notes {
  bool readable = true;
  link::ArticleRecord record;
  std::vector<std::pair<link::EventName, Tolls>> tolls;
};

// The notes of an edition's articles, read from their blocks when they are wanted. Articles are numbered in the order of the edition.
class ArticleRecords final : public link::RecordSource {
 public:
  // `find_gone`: where an article of the past is published that is no more.
  ArticleRecords(const Edition& edition, std::function<const Published&(std::uint32_t)> find_gone);

  std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
  const Article& article(std::uint32_t number) const { return edition_.blocks[places_[number].first].articles[places_[number].second]; }

  void load(const std::vector<std::uint32_t>& articles) override;
  const link::ArticleRecord& now(std::uint32_t article) override { return notes(article).record; }
  const link::ArticleRecord& gone(std::uint32_t article) override;
  // Of an article that was loaded.
  const Notes& notes(std::uint32_t article) const { return *notes_[article]; }

 private:
  const Edition& edition_;
  std::function<const Published&(std::uint32_t)> find_gone_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // by article: its block, and its place there
  std::vector<std::unique_ptr<Notes>> notes_;                    // by article
  std::vector<std::unique_ptr<Notes>> gone_;
};

}  // namespace khabar::job
