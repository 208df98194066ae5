// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Letters of Arabic news folded to one byte each, so that a word is a short byte string that hashes and compares fast.
//
// Folding unifies what writers do not keep apart: hamza seats and madda on alef (-> alef), alef maqsura (-> yeh), teh marbuta (-> heh),
// waw and yeh with hamza, Persian and Urdu letter shapes, Arabic-Indic digits (-> ASCII), Latin case. Diacritics, tatweel, bidi
// controls and joiners vanish. A folded byte is ASCII as itself, an Arabic letter U+0620..U+065F as 0x80 + (code point - 0x620).
namespace khabar::arabic {

enum class CharClass : std::uint8_t {
  Letter,   // part of a word; has a folded byte
  Digit,    // a decimal digit of any script; folded to ASCII
  Ignored,  // diacritics, tatweel, bidi controls, joiners: part of the word, folded to nothing
  Space,
  Newline,
  Punctuation,
};

struct Folded {
  CharClass char_class;
  unsigned char byte;  // the folded letter or digit; 0 where there is none
};

// Of the code points U+0000..U+07FF, which are nearly all of a news text.
constexpr std::size_t kFoldTableSize = 0x800;
const std::array<Folded, kFoldTableSize>& fold_table() noexcept;

// The class and folded byte of one code point.
Folded fold_code_point(char32_t code_point) noexcept;

// Named folded letters, for the rules of inflection.
namespace letter {
constexpr unsigned char of(char32_t code_point) { return static_cast<unsigned char>(0x80U + (code_point - 0x620U)); }
constexpr unsigned char hamza = of(0x621), alef = of(0x627), beh = of(0x628), teh = of(0x62A), seen = of(0x633), feh = of(0x641),
                        kaf = of(0x643), lam = of(0x644), meem = of(0x645), noon = of(0x646), heh = of(0x647), waw = of(0x648),
                        yeh = of(0x64A);
}  // namespace letter

constexpr char32_t kTatweel = 0x640, kDamma = 0x64F, kShadda = 0x651, kTehMarbuta = 0x629;

// Of three or four bytes, and what is cut off.
char32_t next_long_code_point(std::string_view utf8, std::size_t& at) noexcept;

// Decodes one code point of valid UTF-8 at `at` and moves `at` behind it.
inline char32_t next_code_point(std::string_view utf8, std::size_t& at) noexcept {
  const unsigned lead = static_cast<unsigned char>(utf8[at]);
  if (lead < 0x80) return ++at, lead;
  if (lead < 0xE0 && at + 1 < utf8.size()) {
    const char32_t c = ((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(utf8[at + 1]) & 0x3FU);
    return at += 2, c;
  }
  return next_long_code_point(utf8, at);
}

// Whether the first word of fold(utf8) is `folded`, or ends in it behind two more letters (an article).
bool first_word_is(std::string_view utf8, std::string_view folded);

// The letters and digits of a UTF-8 word or phrase, folded; words are separated by one space, punctuation counts as space.
std::string fold(std::string_view utf8);

}  // namespace khabar::arabic
