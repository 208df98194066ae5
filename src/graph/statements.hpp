// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rdf/term.hpp"

#include <charconv>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::graph {

// A number in decimal digits.
class Digits {
 public:
  explicit Digits(std::uint32_t value) : size_(static_cast<std::size_t>(std::to_chars(text_, text_ + sizeof text_, value).ptr - text_)) {}
  operator std::string_view() const { return {text_, size_}; }

 private:
  char text_[10];
  std::size_t size_;
};

// Text that lives as long as the arena and never moves.
class Arena {
 public:
  std::string_view put(std::string_view text) { return join({text}); }

  // The parts one behind the other.
  std::string_view join(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const auto part : parts) size += part.size();
    if (size == 0) return {};
    if (free_ < size) grow(size);
    char* const begin = next_;
    for (const auto part : parts) {
      if (!part.empty()) std::memcpy(next_, part.data(), part.size());
      next_ += part.size();
    }
    free_ -= size;
    return {begin, size};
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

// 0 to 100 hundredths as a decimal: "0.07", "0.5", "1.0".
inline std::string_view hundredths_text(Arena& arena, std::uint32_t hundredths) {
  const char digits[] = {static_cast<char>('0' + hundredths / 100), '.', static_cast<char>('0' + hundredths / 10 % 10),
                         static_cast<char>('0' + hundredths % 10)};
  return arena.put({digits, digits[3] == '0' ? 3U : 4U});
}

// Sorts statements as khabar writes them: by graph and subject as they stand between angle brackets, the types first, then by
// predicate and object; repeated ones once.
void sort_statements(std::vector<rdf::QuadRef>& quads);

}  // namespace khabar::graph
