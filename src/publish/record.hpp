// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "publish/store.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace khabar::publish {

// What the store says of itself, in the graph {base}graph/published: the release that was published last and whole
// (khb:publishedRelease), and of each graph the digest of what it holds (khb:publishedDigest). A graph without a digest may be torn.
class Record {
 public:
  Record(Store& store, const std::string& base) : store_(store), iri_(base + "graph/published") {}

  // Asks the store.
  void read();

  const std::string& release() const { return release_; }  // empty: none yet
  const std::map<std::string, std::string>& digests() const { return digests_; }
  bool holds(const std::string& graph, const std::string& digest) const;

  // Updates. forgetting(): the text of one, to go before another in one request. The others are harmless to repeat.
  std::string forgetting(const std::string& graph) const;
  void remember(const std::vector<std::pair<std::string, std::string>>& graphs);
  void finish(const std::string& release);

 private:
  Store& store_;
  std::string iri_, release_;
  std::map<std::string, std::string> digests_;
};

}  // namespace khabar::publish
