// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A statement comes in, a line is appended. The longest the line can become is known beforehand, so that one look at the buffer's
// room serves for all its bytes.

#include "rdf/line_writer.hpp"

#include <array>
#include <cstring>

namespace khabar::rdf {
namespace {

constexpr std::size_t kLongestEscape = 6;  // \u00XX
constexpr std::size_t kPunctuation = 24;   // < > " ^^ @ blanks, the dot and the newline

char* put(char* to, std::string_view bytes) {
  std::memcpy(to, bytes.data(), bytes.size());
  return to + bytes.size();
}

char* put_iri(char* to, std::string_view iri) {
  *to++ = '<';
  to = put(to, iri);
  *to++ = '>';
  *to++ = ' ';
  return to;
}

// Bytes that stand for themselves in a literal: printable ASCII but " and \, and all of UTF-8 beyond ASCII.
constexpr std::array<bool, 256> kVerbatim = [] {
  std::array<bool, 256> verbatim{};
  for (std::size_t c = 0x20; c < verbatim.size(); ++c) verbatim[c] = c != '"' && c != '\\' && c != 0x7F;
  return verbatim;
}();

char* put_escape(char* to, char c) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  *to++ = '\\';
  switch (c) {
    case '\n':
      *to++ = 'n';
      return to;
    case '\r':
      *to++ = 'r';
      return to;
    case '\t':
      *to++ = 't';
      return to;
    case '"':
    case '\\':
      *to++ = c;
      return to;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  to = put(to, "u00");
  *to++ = kHex[byte >> 4U];
  *to++ = kHex[byte & 15U];
  return to;
}

char* put_literal(char* to, const TermRef& term) {
  *to++ = '"';
  for (const char c : term.value) {
    if (kVerbatim[static_cast<unsigned char>(c)]) {
      *to++ = c;
    } else {
      to = put_escape(to, c);
    }
  }
  *to++ = '"';
  if (term.kind == TermKind::LangLiteral) {
    *to++ = '@';
    to = put(to, term.datatype_or_lang);
  } else if (!term.datatype_or_lang.empty() && term.datatype_or_lang != kXsdString) {
    to = put(to, "^^");
    return put_iri(to, term.datatype_or_lang);
  }
  *to++ = ' ';
  return to;
}

}  // namespace

void LineWriter::write(const QuadRef& quad) {
  check_(quad, with_graphs_);
  const std::size_t object = quad.o.value.size() * (quad.o.kind == TermKind::Iri ? 1 : kLongestEscape);
  char* to =
      out_.room(quad.s.value.size() + quad.p.value.size() + object + quad.o.datatype_or_lang.size() + quad.graph.size() + kPunctuation);
  to = put_iri(to, quad.s.value);
  to = put_iri(to, quad.p.value);
  to = quad.o.kind == TermKind::Iri ? put_iri(to, quad.o.value) : put_literal(to, quad.o);
  if (with_graphs_ && !quad.graph.empty()) to = put_iri(to, quad.graph);
  to = put(to, ".\n");
  out_.advance_to(to);
}

}  // namespace khabar::rdf
