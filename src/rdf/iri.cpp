// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A string comes in, a verdict goes out. Nearly every IRI of the graph is plain ASCII without escapes, so its characters are first
// tried sixteen at a time; only what is not plain is read character by character.

#include <array>
#include <cstring>

#include "rdf/term.hpp"
#include "rdf/utf8.hpp"

namespace khabar::rdf {
namespace {

using Bytes16 = unsigned char __attribute__((vector_size(16)));
using Words2 = std::uint64_t __attribute__((vector_size(16)));

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// ASCII that may stand in paths, queries and fragments: unreserved, sub-delims, ":", "@", "/", and "?".
constexpr std::array<bool, 128> kPlain = [] {
  std::array<bool, 128> plain{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/?")) {
    plain[static_cast<unsigned char>(c)] = true;
  }
  return plain;
}();

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < kPlain.size() && kPlain[byte];
}

// Whether sixteen bytes are plain or '#'.
bool plain16(const char* at) {
  Bytes16 v;
  std::memcpy(&v, at, sizeof v);
  const auto bad =
      (v <= 0x20) | (v == '"') | (v == '%') | ((v | 2) == '>') | (v - '[' <= '^' - '[') | (v == '`') | (v - '{' <= '}' - '{') | (v >= 0x7F);
  Words2 words;
  std::memcpy(&words, &bad, sizeof words);
  return (words[0] | words[1]) == 0;
}

bool all_plain(std::string_view text) {
  if (text.size() < 16) {
    for (const char c : text) {
      if (!is_plain(c) && c != '#') return false;
    }
    return true;
  }
  std::size_t i = 0;
  for (; i + 16 <= text.size(); i += 16) {
    if (!plain16(text.data() + i)) return false;
  }
  return plain16(text.data() + text.size() - 16);
}

// RFC 3987's ucschar: all but private use, non-characters and the specials block.
bool is_ucschar(char32_t c) {
  if (c < 0x10000) return (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF);
  return (c & 0xFFFF) <= 0xFFFD && c < 0xF0000 && !(c >= 0xE0000 && c < 0xE1000);
}

bool is_iprivate(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD); }

// One character that `allowed` admits in ASCII, an escape or a ucschar at `i`, which is moved behind it.
template <typename Allowed>
bool eat_character(std::string_view text, std::size_t& i, bool in_query, Allowed allowed) {
  const char c = text[i];
  if (c == '%') {
    if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
    i += 3;
    return true;
  }
  if (static_cast<unsigned char>(c) < 0x80) {
    ++i;
    return allowed(c);
  }
  char32_t code_point = 0;
  const std::size_t length = decode_utf8(text, i, code_point);
  i += length;
  return length != 0 && (is_ucschar(code_point) || (in_query && is_iprivate(code_point)));
}

bool is_tail(std::string_view text) {
  bool in_query = false;
  bool in_fragment = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '#') {
      if (in_fragment) return false;
      in_fragment = true;
      in_query = false;
      ++i;
      continue;
    }
    if (text[i] == '?' && !in_fragment) in_query = true;
    if (!eat_character(text, i, in_query, is_plain)) return false;
  }
  return true;
}

bool is_ip_literal(std::string_view inside) {
  if (inside.empty()) return false;
  const bool future = inside.front() == 'v' || inside.front() == 'V';
  bool colon = false;
  for (const char c : inside) {
    colon = colon || c == ':';
    if (future ? (!is_plain(c) || c == '/' || c == '?' || c == '@') : (!is_hex(c) && c != ':' && c != '.')) return false;
  }
  return future ? inside.find('.') != inside.npos : colon;
}

// [userinfo "@"] host [":" port]
bool is_authority(std::string_view text) {
  if (const auto at = text.find('@'); at != text.npos) {
    for (std::size_t i = 0; i < at;) {
      if (!eat_character(text, i, false, is_plain)) return false;
    }
    text.remove_prefix(at + 1);
  }
  if (!text.empty() && text.front() == '[') {
    const auto close = text.find(']');
    if (close == text.npos || !is_ip_literal(text.substr(1, close - 1))) return false;
    text.remove_prefix(close + 1);
    if (!text.empty() && text.front() != ':') return false;
  }
  std::size_t i = 0;
  while (i < text.size() && text[i] != ':') {
    if (!eat_character(text, i, false, [](char c) { return is_plain(c) && c != '@'; })) return false;
  }
  for (++i; i < text.size(); ++i) {
    if (!is_digit(text[i])) return false;
  }
  return true;
}

}  // namespace

bool is_iri(std::string_view text) noexcept {
  if (text.empty() || !is_alpha(text.front())) return false;
  std::size_t colon = 1;
  while (colon < text.size() &&
         (is_alpha(text[colon]) || is_digit(text[colon]) || text[colon] == '+' || text[colon] == '-' || text[colon] == '.')) {
    ++colon;
  }
  if (colon == text.size() || text[colon] != ':') return false;
  std::string_view rest = text.substr(colon + 1);
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    std::size_t end = 0;
    while (end < rest.size() && rest[end] != '/' && rest[end] != '?' && rest[end] != '#') ++end;
    if (!is_authority(rest.substr(0, end))) return false;
    rest.remove_prefix(end);
  }
  if (!all_plain(rest)) return is_tail(rest);
  const auto hash = rest.find('#');
  return hash == rest.npos || rest.find('#', hash + 1) == rest.npos;
}

}  // namespace khabar::rdf
