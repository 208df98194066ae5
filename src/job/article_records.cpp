// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/article_records.hpp"

#include "error.hpp"

#include <atomic>
#include <future>

namespace khabar::job {
namespace {

std::unique_ptr<Notes> read(const Block& block, std::size_t index, std::string_view text) {
  auto notes = std::make_unique<Notes>();
  try {
    auto bytes = slice(block.articles, index, Part::Records, text);
    notes->tolls = parse_tolls(bytes);
    notes->record = link::from_bytes(bytes);
  } catch (const Error&) {
    *notes = {};
    notes->readable = false;
  }
  return notes;
}

}  // namespace

ArticleRecords::ArticleRecords(const Edition& edition, std::function<const Published&(std::uint32_t)> find_gone)
    : edition_(edition), find_gone_(std::move(find_gone)) {
  for (std::uint32_t b = 0; b < edition.blocks.size(); ++b)
    for (std::uint32_t i = 0; i < edition.blocks[b].articles.size(); ++i) places_.emplace_back(b, i);
  notes_.resize(places_.size());
}

// Each block is unpacked once.
void ArticleRecords::load(const std::vector<std::uint32_t>& articles) {
  std::vector<std::vector<std::uint32_t>> work;  // by block, those that are not loaded yet
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (notes_[articles[i]]) continue;
    if (work.empty() || places_[work.back().back()].first != places_[articles[i]].first) work.emplace_back();
    work.back().push_back(articles[i]);
  }
  std::atomic<std::size_t> next{0};
  const auto read_some = [&] {
    for (auto at = next++; at < work.size(); at = next++) {
      const auto& block = edition_.blocks[places_[work[at].front()].first];
      const auto text = text_of(block, Part::Records);
      for (const auto article : work[at]) notes_[article] = read(block, places_[article].second, text);
    }
  };
  std::vector<std::future<void>> helpers;
  for (int i = 1; i < edition_.jobs && work.size() > 1; ++i) helpers.push_back(std::async(std::launch::async, read_some));
  read_some();
  for (auto& helper : helpers) helper.get();
}

const link::ArticleRecord& ArticleRecords::gone(std::uint32_t article) {
  const auto& published = find_gone_(article);
  gone_.push_back(read(*published.block, published.index, text_of(*published.block, Part::Records)));
  return gone_.back()->record;
}

}  // namespace khabar::job
