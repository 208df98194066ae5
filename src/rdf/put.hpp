// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

// What the writers put into a buffer that has room for it. Each returns where to go on.
namespace khabar::rdf {

constexpr std::size_t kLongestEscape = 6;  // \u00XX

inline char* put(char* to, std::string_view bytes) {
  std::memcpy(to, bytes.data(), bytes.size());
  return to + bytes.size();
}

inline char* put_iri(char* to, std::string_view iri) {
  *to++ = '<';
  to = put(to, iri);
  *to++ = '>';
  return to;
}

// The text between quotation marks, as Serd escapes it. Turtle has a letter for two more controls than N-Triples.
enum class Escapes { NTriples, Turtle };
char* put_quoted(char* to, std::string_view text, Escapes escapes);

}  // namespace khabar::rdf
