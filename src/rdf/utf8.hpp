// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace khabar::rdf {

// Decodes the code point that starts at text[i]: its length in bytes, or 0 if no well-formed sequence starts there.
inline std::size_t decode_utf8(std::string_view text, std::size_t i, char32_t& code_point) noexcept {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
  const auto is_tail = [&](std::size_t k) { return (byte(k) & 0xC0U) == 0x80U; };
  const std::size_t left = text.size() - i;
  const unsigned char lead = byte(0);
  if (lead < 0x80) {
    code_point = lead;
    return 1;
  }
  if (lead >= 0xC2 && lead <= 0xDF) {
    if (left < 2 || !is_tail(1)) return 0;
    code_point = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
    return 2;
  }
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (left < 3 || !is_tail(1) || !is_tail(2)) return 0;
    code_point = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    return code_point >= 0x800 && !(code_point >= 0xD800 && code_point <= 0xDFFF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (left < 4 || !is_tail(1) || !is_tail(2) || !is_tail(3)) return 0;
    code_point = (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    return code_point >= 0x10000 && code_point <= 0x10FFFF ? 4 : 0;
  }
  return 0;
}

}  // namespace khabar::rdf
