// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/put.hpp"

#include <array>

namespace khabar::rdf {
namespace {

// Bytes that stand for themselves in a literal: printable ASCII but " and \, and all of UTF-8 beyond ASCII.
constexpr std::array<bool, 256> kVerbatim = [] {
  std::array<bool, 256> verbatim{};
  for (std::size_t c = 0x20; c < verbatim.size(); ++c) verbatim[c] = c != '"' && c != '\\' && c != 0x7F;
  return verbatim;
}();

// The letter behind the backslash; NUL where the byte is written as a number.
char letter_of(char c, Escapes escapes) {
  switch (c) {
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '"':
    case '\\':
      return c;
    case '\b':
      return escapes == Escapes::Turtle ? 'b' : '\0';
    case '\f':
      return escapes == Escapes::Turtle ? 'f' : '\0';
    default:
      return '\0';
  }
}

char* put_escape(char* to, char c, Escapes escapes) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  *to++ = '\\';
  if (const char letter = letter_of(c, escapes); letter != '\0') {
    *to++ = letter;
    return to;
  }
  const auto byte = static_cast<unsigned char>(c);
  to = put(to, "u00");
  *to++ = kHex[byte >> 4U];
  *to++ = kHex[byte & 15U];
  return to;
}

}  // namespace

char* put_quoted(char* to, std::string_view text, Escapes escapes) {
  *to++ = '"';
  for (const char c : text) {
    if (kVerbatim[static_cast<unsigned char>(c)]) {
      *to++ = c;
    } else {
      to = put_escape(to, c, escapes);
    }
  }
  *to++ = '"';
  return to;
}

}  // namespace khabar::rdf
