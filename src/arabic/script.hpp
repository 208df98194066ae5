// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/fold.hpp"

#include <string_view>

namespace khabar::arabic {

// A letter of the Arabic script, those of Persian, Kurdish and Urdu and the presentation forms included.
constexpr bool is_arabic_letter(char32_t c) {
  return (c >= 0x620 && c <= 0x64A && c != kTatweel) || (c >= 0x66E && c <= 0x6D3) || (c >= 0x750 && c <= 0x77F) ||
         (c >= 0x8A0 && c <= 0x8C7) || (c >= 0xFB50 && c <= 0xFDFB) || (c >= 0xFE70 && c <= 0xFEFC);
}

// Whether valid UTF-8 holds one.
inline bool has_arabic_letter(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (is_arabic_letter(next_code_point(utf8, at))) return true;
  return false;
}

}  // namespace khabar::arabic
