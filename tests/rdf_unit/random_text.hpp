// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

// Random literals that are hard to write: quotes, backslashes, line ends, controls, Arabic, combining marks, emoji, ends of ranges.
namespace khabar::rdf::test {

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  std::string literal() {
    static constexpr std::array<std::string_view, 40> kPieces = {"\"",
                                                                 "\"\"",
                                                                 "\"\"\"",
                                                                 "'",
                                                                 "'''",
                                                                 "\\",
                                                                 "\\\\",
                                                                 "\\\"",
                                                                 "\\u0041",
                                                                 "\\n",
                                                                 "\n",
                                                                 "\r",
                                                                 "\r\n",
                                                                 "\t",
                                                                 "\b",
                                                                 "\f",
                                                                 "\x01",
                                                                 "\x1F",
                                                                 "\x7F",
                                                                 " ",
                                                                 ".",
                                                                 " .\n",
                                                                 "<",
                                                                 ">",
                                                                 "@ar",
                                                                 "^^",
                                                                 "#",
                                                                 "a",
                                                                 "Zz9",
                                                                 "0",
                                                                 "\u0080",
                                                                 "\u00A0",
                                                                 "\u0642\u0635\u0641",
                                                                 "\u064E\u0651",
                                                                 "\u200F",
                                                                 "\u07FF",
                                                                 "\uFFFD",
                                                                 "\uD7FF",
                                                                 "\U0001F525",
                                                                 "\U0010FFFD"};
    std::string text;
    for (std::size_t n = below(12); n > 0; --n) text += kPieces[below(kPieces.size())];
    return text;
  }

 private:
  std::mt19937 random_;
};

}  // namespace khabar::rdf::test
