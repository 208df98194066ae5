// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/fold.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <random>
#include <string>
#include <string_view>

// Arabic text for tests: readable folds, dates, and random strings of what news pages hold.
namespace khabar::test {

inline void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
  const unsigned u = c;
  if (u < 0x80) return put(u);
  if (u < 0x800) return put(0xC0U | u >> 6U), put(0x80U | (u & 0x3FU));
  if (u < 0x10000) return put(0xE0U | u >> 12U), put(0x80U | (u >> 6U & 0x3FU)), put(0x80U | (u & 0x3FU));
  put(0xF0U | u >> 18U), put(0x80U | (u >> 12U & 0x3FU)), put(0x80U | (u >> 6U & 0x3FU)), put(0x80U | (u & 0x3FU));
}

// Folded bytes as letters again, so that a failing test can be read. Letters of other scripts have lost theirs and show as "?".
inline std::string unfold(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else if (byte >= 0x81 && byte <= 0xAA) {
      append_utf8(out, 0x620U + (byte - 0x80U));
    } else {
      out += '?';
    }
  }
  return out;
}

inline std::size_t code_point_count(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

inline std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// "2024-05-15" as a day.
inline std::chrono::sys_days day(std::string_view iso) {
  int y = 0;
  unsigned m = 0, d = 0;
  if (std::sscanf(std::string(iso).c_str(), "%d-%u-%u", &y, &m, &d) != 3) std::abort();
  return std::chrono::sys_days(std::chrono::year(y) / static_cast<int>(m) / static_cast<int>(d));
}

inline std::string to_string(std::chrono::sys_days value) {
  const std::chrono::year_month_day date(value);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text.data();
}

// Random text of `size` code points: mostly Arabic letters, between them marks, tatweel, digits, spaces, punctuation, bidi controls,
// presentation forms, Latin, and anything else of Unicode.
inline std::string random_text(std::mt19937& random, std::size_t size) {
  const auto pick = [&](std::uint32_t from, std::uint32_t to) { return std::uniform_int_distribution<std::uint32_t>(from, to)(random); };
  constexpr std::array<char32_t, 24> kOdd = {0x640, 0x640, 0x200C, 0x200F, 0x202B, 0x2067, 0xFEFF, 0xA0, 0x85, 0x2028, 0x60C, 0x61B,
                                             0x61F, 0x66B, 0x66C,  0xAB,   0xBB,   0x201C, '#',    '_',  '\r', '\n',   0x629, 0x1F4A5};
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    const auto kind = pick(0, 99);
    char32_t c = ' ';
    if (kind < 50) {
      c = pick(0x621, 0x63A);
    } else if (kind < 60) {
      c = pick(0x641, 0x652);
    } else if (kind < 72) {
      c = ' ';
    } else if (kind < 77) {
      c = pick(0x660, 0x669);
    } else if (kind < 82) {
      c = pick(0x21, 0x7E);
    } else if (kind < 92) {
      c = kOdd[pick(0, kOdd.size() - 1)];
    } else if (kind < 95) {
      c = pick(0xFB50, 0xFEFC);
    } else {
      c = pick(1, 0x10FFFF);
    }
    if (c >= 0xD800 && c <= 0xDFFF) c = 'x';
    append_utf8(out, c);
  }
  return out;
}

}  // namespace khabar::test
