// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/references.hpp"

#include "graph/vocabulary.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace khabar::validate {
namespace {

constexpr std::string_view kKnown = "https://w3id.org/khabar/kb/";
constexpr std::string_view kSource = "http://purl.org/dc/terms/source";
constexpr std::string_view kSpan = "#char=";
constexpr std::string_view kArticles = "article/";

// The bases of the articles described.
std::set<std::string, std::less<>> bases_of(const Graph& graph) {
  std::set<std::string, std::less<>> bases;
  const Id type = graph.find_iri(rdf::kRdfType), article = graph.find_iri(graph::khb::kArticle);
  if (type == kNone || article == kNone) return bases;
  for (const auto& triple : graph.pointing(article, type)) {
    auto iri = graph.terms()[triple.s].value;
    iri = iri.substr(0, iri.rfind('/') + 1);
    if (iri.ends_with(kArticles)) bases.emplace(iri.substr(0, iri.size() - kArticles.size()));
  }
  return bases;
}

}  // namespace

void check_references(const Graph& graph, Problems& problems) {
  const auto bases = bases_of(graph);
  const auto must_be_described = [&](std::string_view iri) {
    if (iri.starts_with(kKnown)) return true;
    return iri.find(kSpan) == iri.npos && std::any_of(bases.begin(), bases.end(), [&](const auto& base) { return iri.starts_with(base); });
  };
  const Id rule = graph.find_iri(graph::khb::rule), source = graph.find_iri(kSource);
  std::vector<bool> seen(graph.terms().size());
  for (const auto& [s, p, o] : graph.triples()) {
    const auto& object = graph.terms()[o];
    if (seen[o] || object.kind != rdf::TermKind::Iri || p == rule || p == source) continue;
    if (!must_be_described(object.value) || graph.is_subject(o)) continue;
    seen[o] = true;
    problems.add({graph.where(s), shown(graph.terms()[s]), "names what no file describes", "reference", shown(object)});
  }
}

void check_repetition(const Graph& graph, Problems& problems) {
  const auto& terms = graph.terms();
  for (const auto& [s, p, o] : graph.repeated())
    problems.add(
        {graph.where(s), shown(terms[s]), "the same statement twice in one graph", "repeated", shown(terms[p]) + ' ' + shown(terms[o])});
}

}  // namespace khabar::validate
