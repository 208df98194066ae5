// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "compress/members.hpp"

#include "error.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <new>

namespace khabar::compress {
namespace {

// Level 6 makes N-Quads some twenty times smaller; 9 takes three times as long for the next tenth.
constexpr int kLevel = 6;
constexpr std::size_t kLeastGuess = std::size_t{1} << 16U;
constexpr std::size_t kMostGuess = std::size_t{1} << 22U;
constexpr std::size_t kUsualRatio = 24;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

libdeflate_compressor* compressor() {
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> made(libdeflate_alloc_compressor(kLevel));
  if (!made) throw std::bad_alloc();
  return made.get();
}

libdeflate_decompressor* decompressor() {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> made(libdeflate_alloc_decompressor());
  if (!made) throw std::bad_alloc();
  return made.get();
}

// Appends the text of the first member; `room` is how much it may be.
void append_member(std::string_view members, std::string& text, std::size_t& taken, std::size_t room) {
  const auto used = text.size();
  for (;; room *= 2) {
    text.resize(used + room);
    std::size_t made = 0;
    const auto result =
        libdeflate_gzip_decompress_ex(decompressor(), members.data(), members.size(), text.data() + used, room, &taken, &made);
    if (result == LIBDEFLATE_SUCCESS) return text.resize(used + made);
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) throw Error("damaged gzip data");
  }
}

}  // namespace

std::string gzip(std::string_view bytes) {
  std::string member(libdeflate_gzip_compress_bound(compressor(), bytes.size()), '\0');
  member.resize(libdeflate_gzip_compress(compressor(), bytes.data(), bytes.size(), member.data(), member.size()));
  return member;
}

std::string gunzip_member(std::string_view bytes, std::size_t& taken) {
  std::string text;
  append_member(bytes, text, taken, std::max(kLeastGuess, std::min(kMostGuess, bytes.size() * kUsualRatio)));
  return text;
}

std::string gunzip(std::string_view members, std::size_t expected) {
  std::string text;
  auto guess = std::clamp(members.size() * kUsualRatio, kLeastGuess, kMostGuess);
  while (!members.empty()) {
    std::size_t taken = 0;
    const auto used = text.size();
    append_member(members, text, taken, expected > used ? expected - used : guess);
    guess = std::max(kLeastGuess, 2 * (text.size() - used));  // members of a file are much alike
    members.remove_prefix(taken);
  }
  return text;
}

std::uint32_t crc32(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

}  // namespace khabar::compress
