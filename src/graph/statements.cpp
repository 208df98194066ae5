// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/statements.hpp"

#include <algorithm>

namespace khabar::graph {
namespace {

// Order of "<a>" and "<b>": where one IRI begins the other, the closing bracket decides.
int compare_bracketed(std::string_view a, std::string_view b) {
  const auto common = std::min(a.size(), b.size());
  if (const int order = a.substr(0, common).compare(b.substr(0, common)); order != 0) return order;
  if (a.size() == b.size()) return 0;
  const auto next = static_cast<unsigned char>(a.size() > b.size() ? a[common] : b[common]);
  const bool longer_first = next < '>';
  return (a.size() > b.size()) == longer_first ? -1 : 1;
}

bool before(const rdf::QuadRef& a, const rdf::QuadRef& b) {
  if (const int graph = a.graph.compare(b.graph); graph != 0) return graph < 0;
  if (a.s.value.data() != b.s.value.data() || a.s.value.size() != b.s.value.size())
    if (const int subject = compare_bracketed(a.s.value, b.s.value); subject != 0) return subject < 0;
  const bool type_a = a.p.value == rdf::kRdfType, type_b = b.p.value == rdf::kRdfType;
  if (type_a != type_b) return type_a;
  if (const int predicate = a.p.value.compare(b.p.value); predicate != 0) return predicate < 0;
  if (a.o.kind == rdf::TermKind::Iri && b.o.kind == rdf::TermKind::Iri) return compare_bracketed(a.o.value, b.o.value) < 0;
  return a.o < b.o;
}

}  // namespace

void sort_statements(std::vector<rdf::QuadRef>& quads) {
  std::sort(quads.begin(), quads.end(), before);
  quads.erase(std::unique(quads.begin(), quads.end()), quads.end());
}

}  // namespace khabar::graph
