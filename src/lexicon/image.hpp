// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/lexicon.hpp"

#include <string_view>

// The layout of a knowledge image: a header, a table of sections, and the sections at multiples of 16 bytes.
// Numbers are of the machine that built it; the header's order mark refuses others.
namespace khabar::lexicon {

enum Section : std::uint32_t { kWordSlots, kWordNodes, kNodes, kEdges, kSenses, kEntries, kFrames, kClitics, kFacts, kPool, kSectionCount };

struct ImageHeader {
  char magic[8] = {'K', 'H', 'A', 'B', 'A', 'R', 'K', 'B'};
  std::uint32_t version = 3;
  std::uint32_t order_mark = 0x01020304;
  std::uint64_t byte_count = 0;  // of the whole image
  std::uint64_t checksum = 0;    // of everything but itself
  struct {
    std::uint64_t offset = 0, count = 0;  // bytes from the image's begin; elements
  } sections[kSectionCount];
};

// Both hash functions are part of the format: change the version with them.
std::uint32_t hash_word(std::string_view folded) noexcept;
std::uint64_t hash_bytes(const std::byte* data, std::size_t size) noexcept;
// What the header's checksum must be: it covers the header, too.
std::uint64_t image_checksum(const std::byte* image, std::size_t size) noexcept;
constexpr std::uint32_t hash_edge(std::uint32_t node, std::uint32_t word) noexcept {
  std::uint64_t h = (static_cast<std::uint64_t>(node) << 32U | word) * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::uint32_t>(h >> 32U);
}

}  // namespace khabar::lexicon
