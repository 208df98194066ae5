// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/validate.hpp"

#include "graph/vocabulary.hpp"
#include "validate/references.hpp"
#include "validate/shapes.hpp"

namespace khabar::validate {
namespace {

struct Counted {
  std::string_view class_iri, name;
};
constexpr Counted kCounted[] = {
    {graph::khb::kArticle, "article"},
    {graph::khb::kEvent, "event"},
    {graph::khb::kCasualtyFigure, "casualty figure"},
    {graph::khb::kClaim, "claim"},
    {graph::khb::kActor, "actor"},
    {graph::khb::kPerson, "person"},
    {graph::khb::kPlace, "place"},
    {"https://w3id.org/khabar/ns#Incident", "incident"},
};

}  // namespace

std::vector<std::pair<std::string_view, std::size_t>> counts_of(const Graph& graph) {
  std::vector<std::pair<std::string_view, std::size_t>> counts;
  const Id type = graph.find_iri(rdf::kRdfType);
  for (const auto& [iri, name] : kCounted)
    if (const auto count = graph.pointing(graph.find_iri(iri), type).size(); count > 0) counts.emplace_back(name, count);
  return counts;
}

void check_graph(const Graph& graph, const Spans& spans, const std::filesystem::path& shapes, Problems& problems) {
  Shapes(shapes, graph).validate(problems);
  check_references(graph, problems);
  check_repetition(graph, problems);
  spans.check(problems);
}

}  // namespace khabar::validate
