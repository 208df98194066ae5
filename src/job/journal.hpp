// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/block.hpp"

#include <filesystem>
#include <memory>
#include <unordered_map>
#include <vector>

namespace khabar::job {

// The blocks that a run has made before it publishes them. A run that is killed leaves them behind, and the next one does not make them
// again. The file is no part of what is published: it is not synced, and what is torn at its end is dropped.
class Journal {
 public:
  // Reads what an earlier run left; makes nothing yet.
  explicit Journal(std::filesystem::path path);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // An article that is there with this key.
  struct Place {
    std::shared_ptr<const Block> block;
    std::size_t index = 0;
  };
  const Place* find(const std::string& key) const;

  // A block that was made of exactly these articles; null without one.
  std::shared_ptr<const Block> find(const std::vector<Article>& articles) const;

  // Appends a block made of `open` with these runs. Throws OutputError.
  std::shared_ptr<const Block> append(const OpenBlock& open, const std::array<std::string, kParts>& runs);

  // Where the blocks are removed, when they are published or of no use.
  void remove();

 private:
  void recall();
  void open_for_writing();
  void write(std::string_view bytes);

  std::filesystem::path path_;
  int fd_ = -1;
  std::uint64_t end_ = 0;  // of the last whole block
  std::shared_ptr<const Files> files_;
  std::unordered_map<std::string, Place> by_key_;
};

}  // namespace khabar::job
