// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rdf/term.hpp"

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::graph {

// Text that lives as long as the arena and never moves.
class Arena {
 public:
  std::string_view put(std::string_view text) {
    if (text.empty()) return {};
    if (free_ < text.size()) grow(text.size());
    char* const at = next_;
    std::memcpy(at, text.data(), text.size());
    next_ += text.size();
    free_ -= text.size();
    return {at, text.size()};
  }
  void clear() {
    if (blocks_.size() > 1) blocks_.resize(1);
    next_ = blocks_.empty() ? nullptr : blocks_[0].get();
    free_ = blocks_.empty() ? 0 : kBlock;
  }

 private:
  static constexpr std::size_t kBlock = 1U << 18U;
  void grow(std::size_t size) {
    const auto block = size > kBlock ? size : kBlock;
    blocks_.push_back(std::make_unique<char[]>(block));
    next_ = blocks_.back().get();
    free_ = block;
  }
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t free_ = 0;
};

// Sorts statements as khabar writes them: by graph and subject as they stand between angle brackets, the types first, then by
// predicate and object; repeated ones once.
void sort_statements(std::vector<rdf::QuadRef>& quads);

}  // namespace khabar::graph
