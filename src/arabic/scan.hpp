// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Cuts UTF-8 text into tokens and folds their letters in the same pass.
//
// Spans are code points of the text as given (RFC 5147: begin inclusive, end exclusive); byte offsets are kept beside them so that
// no one has to count again. A word broken by tatweel and a space against filters (qaf-tatweel space tatweel-sad) is one token, and
// a word that runs on after teh marbuta, where a space was forgotten, is two.
namespace khabar::arabic {

enum class TokenKind : std::uint8_t { Word, Number, Quote, Comma, Stop, Semicolon, Colon, Dash, Open, Close, Slash, Newline, Other };

enum TokenFlag : std::uint8_t {
  kDammaFlag = 1,     // a damma is written on one of the first letters: a vocalised passive or imperfect
  kLatinFlag = 2,     // begins with a Latin letter
  kGlued = 4,         // no space before it
  kDecimalFlag = 8,   // a number with a fraction or of percent, which counts nothing
  kHashtagFlag = 16,  // stands in a hashtag
};

struct Token {
  std::uint32_t begin = 0, end = 0;            // code points
  std::uint32_t byte_begin = 0, byte_end = 0;  // bytes of the text
  std::uint32_t fold_at = 0;                   // bytes of Scan::folded
  std::uint32_t value = 0;                     // of a Number, saturated; its integer part
  std::uint16_t fold_size = 0;                 // at most 65535; longer words are cut
  TokenKind kind = TokenKind::Other;
  std::uint8_t flags = 0;
  bool has(TokenFlag flag) const { return (flags & flag) != 0; }
};

struct Scan {
  std::string folded;  // the folded words and numbers, one after another
  std::vector<Token> tokens;
  std::uint32_t code_points = 0;  // length of the text
  std::string_view word(const Token& token) const { return std::string_view(folded).substr(token.fold_at, token.fold_size); }
  void clear() { folded.clear(), tokens.clear(), code_points = 0; }
};

// Scans valid UTF-8; `out` is overwritten and its buffers are reused. Linear in the text.
void scan(std::string_view utf8, Scan& out);

}  // namespace khabar::arabic
