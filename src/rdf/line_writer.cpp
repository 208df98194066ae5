// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A statement comes in, a line is appended. The longest the line can become is known beforehand, so that one look at the buffer's
// room serves for all its bytes.

#include "rdf/line_writer.hpp"

#include "rdf/put.hpp"

namespace khabar::rdf {
namespace {

constexpr std::size_t kPunctuation = 24;  // < > " ^^ @ blanks, the dot and the newline

char* put_literal(char* to, const TermRef& term) {
  to = put_quoted(to, term.value, Escapes::NTriples);
  if (term.kind == TermKind::LangLiteral) {
    *to++ = '@';
    to = put(to, term.datatype_or_lang);
  } else if (!term.datatype_or_lang.empty() && term.datatype_or_lang != kXsdString) {
    return put_iri(put(to, "^^"), term.datatype_or_lang);
  }
  return to;
}

}  // namespace

void LineWriter::write(const QuadRef& quad) {
  check_(quad, with_graphs_);
  const std::size_t object = quad.o.value.size() * (quad.o.kind == TermKind::Iri ? 1 : kLongestEscape);
  char* to =
      out_.room(quad.s.value.size() + quad.p.value.size() + object + quad.o.datatype_or_lang.size() + quad.graph.size() + kPunctuation);
  to = put(put_iri(to, quad.s.value), " ");
  to = put(put_iri(to, quad.p.value), " ");
  to = put(quad.o.kind == TermKind::Iri ? put_iri(to, quad.o.value) : put_literal(to, quad.o), " ");
  if (with_graphs_ && !quad.graph.empty()) to = put(put_iri(to, quad.graph), " ");
  to = put(to, ".\n");
  out_.advance_to(to);
}

}  // namespace khabar::rdf
