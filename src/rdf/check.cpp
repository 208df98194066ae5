// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/check.hpp"

#include <stdexcept>

namespace khabar::rdf {
namespace {

[[noreturn]] void refuse(const char* what, std::string_view text) {
  constexpr std::size_t kShown = 200;
  throw std::logic_error(std::string("cannot write ") + what + ": " + std::string(text.substr(0, kShown)));
}

void check_iri(std::string_view text, std::string& last, const char* what) {
  if (!last.empty() && text == last) return;
  if (!is_iri(text)) refuse(what, text);
  last.assign(text);
}

void check_text(std::string_view text) {
  if (text.find('\0') != text.npos) refuse("a literal with a NUL byte", text.substr(0, text.find('\0')));
  if (!is_valid_utf8(text)) refuse("a literal that is not UTF-8", "(text withheld)");
}

void check_typed(const TermRef& term, std::string& last_datatype) {
  const std::string_view datatype = term.datatype_or_lang;
  check_iri(datatype, last_datatype, "a datatype that is not an IRI");
  if (datatype == kRdfLangString) refuse("rdf:langString without a language", term.value);
  if (!is_lexical(datatype, term.value)) refuse(("a literal of type " + std::string(datatype)).c_str(), term.value);
  if (datatype == kXsdBoolean && term.value.size() == 1) refuse("xsd:boolean other than true and false", term.value);
}

}  // namespace

void QuadCheck::operator()(const QuadRef& quad, bool with_graph) {
  if (quad.s.kind != TermKind::Iri) refuse("a subject that is not an IRI", quad.s.value);
  if (quad.p.kind != TermKind::Iri) refuse("a predicate that is not an IRI", quad.p.value);
  check_iri(quad.s.value, subject_, "a subject that is not an IRI");
  check_iri(quad.p.value, predicate_, "a predicate that is not an IRI");
  switch (quad.o.kind) {
    case TermKind::Iri:
      if (!is_iri(quad.o.value)) refuse("an object that is not an IRI", quad.o.value);
      break;
    case TermKind::Blank:
      refuse("a blank node", quad.o.value);
    case TermKind::LangLiteral:
      check_text(quad.o.value);
      if (!is_language_tag(quad.o.datatype_or_lang)) refuse("a language tag", quad.o.datatype_or_lang);
      break;
    case TermKind::Literal:
      check_text(quad.o.value);
      if (!quad.o.datatype_or_lang.empty()) check_typed(quad.o, datatype_);
      break;
  }
  if (with_graph && !quad.graph.empty()) check_iri(quad.graph, graph_, "a graph that is not an IRI");
}

}  // namespace khabar::rdf
