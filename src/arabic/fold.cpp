// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A table of the code points U+0000..U+07FF answers nearly every letter of a news text; the rest goes to ICU.
#include "arabic/fold.hpp"

#include <unicode/uchar.h>

namespace khabar::arabic {
namespace {

struct Unify {
  char32_t from, to;
};

// Shapes of one letter. The right side is the plain Arabic letter.
constexpr Unify kUnified[] = {
    {0x622, 0x627}, {0x623, 0x627}, {0x625, 0x627}, {0x671, 0x627}, {0x672, 0x627}, {0x673, 0x627},  // alef with hamza, madda, wasla
    {0x624, 0x648}, {0x626, 0x64A}, {0x629, 0x647}, {0x649, 0x64A}, {0x620, 0x64A},                  // waw, yeh, teh marbuta, maqsura
    {0x6A9, 0x643}, {0x6AA, 0x643}, {0x6AF, 0x643}, {0x6AD, 0x643}, {0x6CC, 0x64A}, {0x6CE, 0x64A}, {0x6D2, 0x64A},
    {0x6D3, 0x64A}, {0x6D0, 0x64A}, {0x6C0, 0x647}, {0x6C1, 0x647}, {0x6C2, 0x647}, {0x6C3, 0x647}, {0x6D5, 0x647},
    {0x6BE, 0x647}, {0x6C6, 0x648}, {0x6C7, 0x648}, {0x6CB, 0x648}, {0x6A4, 0x641}, {0x67E, 0x628}, {0x686, 0x62C},
    {0x698, 0x632}, {0x6B5, 0x644}, {0x695, 0x631}, {0x688, 0x62F}, {0x691, 0x631}, {0x679, 0x62A}, {0x6BA, 0x646},
};

Folded classify(char32_t c) noexcept {
  if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v') return {CharClass::Newline, 0};
  if (c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF || c == 0xAD || (c >= 0x200E && c <= 0x200F) ||
      (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x61C || c == kTatweel)
    return {CharClass::Ignored, 0};
  if (c >= '0' && c <= '9') return {CharClass::Digit, static_cast<unsigned char>(c)};
  if (c < 0x80 && u_isalpha(static_cast<UChar32>(c)))
    return {CharClass::Letter, static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c)};
  for (const auto& unify : kUnified)
    if (unify.from == c) return {CharClass::Letter, letter::of(unify.to)};
  const auto code = static_cast<UChar32>(c);
  if (c >= 0x621 && c <= 0x64A) return {CharClass::Letter, letter::of(c)};
  const auto category = u_charType(code);
  if (category == U_DECIMAL_DIGIT_NUMBER) return {CharClass::Digit, static_cast<unsigned char>('0' + u_charDigitValue(code))};
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_COMBINING_SPACING_MARK || category == U_FORMAT_CHAR)
    return {CharClass::Ignored, 0};
  if (u_isUWhiteSpace(code) || category == U_CONTROL_CHAR) return {CharClass::Space, 0};
  if (u_isalnum(code))
    return {CharClass::Letter, static_cast<unsigned char>(0xC0U + (static_cast<std::uint32_t>(u_tolower(code)) * 7U) % 0x3FU)};
  return {CharClass::Punctuation, 0};
}

std::array<Folded, kFoldTableSize> make_table() {
  std::array<Folded, kFoldTableSize> table{};
  for (char32_t c = 0; c < kFoldTableSize; ++c) table[c] = classify(c);
  return table;
}

// Arabic presentation forms (ligatures and shaped letters of old PDFs) stand for one letter each, lam-alef aside.
char32_t plain_letter(char32_t c) noexcept {
  if (c < 0xFB50 || c > 0xFEFC) return c;
  if (c >= 0xFE80 && c <= 0xFEF4) {  // Arabic Presentation Forms-B: letters in order of the block, two or four shapes each
    static constexpr unsigned short kFirst[] = {0xFE80, 0xFE81, 0xFE83, 0xFE85, 0xFE87, 0xFE89, 0xFE8D, 0xFE8F, 0xFE93,
                                                0xFE95, 0xFE99, 0xFE9D, 0xFEA1, 0xFEA5, 0xFEA9, 0xFEAB, 0xFEAD, 0xFEAF,
                                                0xFEB1, 0xFEB5, 0xFEB9, 0xFEBD, 0xFEC1, 0xFEC5, 0xFEC9, 0xFECD, 0xFED1,
                                                0xFED5, 0xFED9, 0xFEDD, 0xFEE1, 0xFEE5, 0xFEE9, 0xFEED, 0xFEEF, 0xFEF1};
    static constexpr unsigned short kLetter[] = {0x621, 0x622, 0x623, 0x624, 0x625, 0x626, 0x627, 0x628, 0x629, 0x62A, 0x62B, 0x62C,
                                                 0x62D, 0x62E, 0x62F, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636, 0x637, 0x638,
                                                 0x639, 0x63A, 0x641, 0x642, 0x643, 0x644, 0x645, 0x646, 0x647, 0x648, 0x649, 0x64A};
    std::size_t at = 0;
    while (at + 1 < std::size(kFirst) && kFirst[at + 1] <= c) ++at;
    return kLetter[at];
  }
  return c;
}

}  // namespace

const std::array<Folded, kFoldTableSize>& fold_table() noexcept {
  static const std::array<Folded, kFoldTableSize> kTable = make_table();
  return kTable;
}

Folded fold_code_point(char32_t code_point) noexcept {
  const auto& table = fold_table();
  if (code_point < kFoldTableSize) return table[code_point];
  const char32_t plain = plain_letter(code_point);
  return plain < kFoldTableSize ? table[plain] : classify(plain);
}

char32_t next_long_code_point(std::string_view utf8, std::size_t& at) noexcept {
  const auto byte = [&](std::size_t i) { return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0U; };
  const unsigned lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  if (lead < 0xE0) {
    const char32_t c = ((lead & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU);
    return at += 2, c;
  }
  if (lead < 0xF0) {
    const char32_t c = ((lead & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
    return at += 3, c;
  }
  const char32_t c = ((lead & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) | ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU);
  return at += 4, c;
}

bool first_word_is(std::string_view utf8, std::string_view folded) {
  constexpr std::size_t kArticle = 2;
  bool whole = true, behind = true;  // the letters met so far are those of `folded`, those behind the first two are
  std::size_t letters = 0;
  for (std::size_t at = 0; at < utf8.size() && (whole || behind);) {
    const auto [char_class, byte] = fold_code_point(next_code_point(utf8, at));
    if (char_class == CharClass::Ignored) continue;
    if (byte == 0) {
      if (letters > 0) break;
      continue;
    }
    const auto is = [&, letter = byte](std::size_t i) { return i < folded.size() && static_cast<unsigned char>(folded[i]) == letter; };
    whole = whole && is(letters);
    behind = behind && (letters < kArticle || is(letters - kArticle));
    ++letters;
  }
  return (whole && letters == folded.size()) || (behind && letters == folded.size() + kArticle);
}

std::string fold(std::string_view utf8) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [char_class, byte] = fold_code_point(next_code_point(utf8, at));
    if (char_class == CharClass::Ignored) continue;
    if (byte == 0) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += static_cast<char>(byte);
  }
  return out;
}

}  // namespace khabar::arabic
