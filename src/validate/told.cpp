// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/told.hpp"

#include "graph/digest.hpp"
#include "graph/vocabulary.hpp"

#include <algorithm>
#include <charconv>

namespace khabar::validate {
namespace {

namespace khb = graph::khb;

constexpr std::string_view kEventPart = "/event/";

// The only value of a property of an IRI; empty when there is none.
std::string_view only(const Graph& graph, Id subject, std::string_view property) {
  const auto found = graph.about(subject, graph.find_iri(property));
  return found.empty() ? std::string_view() : graph.terms()[found.front().o].value;
}

Id context_of(const Graph& graph, std::string_view article) { return graph.find_iri(only(graph, graph.find_iri(article), khb::context)); }

}  // namespace

std::optional<event::Span> numbers_behind(std::string_view iri, std::string_view part) {
  const auto at = iri.rfind(part);
  if (at == iri.npos) return std::nullopt;
  event::Span span;
  const char* const end = iri.data() + iri.size();
  const auto [middle, error] = std::from_chars(iri.data() + at + part.size(), end, span.begin);
  if (error != std::errc{} || middle == end || std::from_chars(middle + 1, end, span.end).ec != std::errc{}) return std::nullopt;
  return span;
}

std::string_view article_of(std::string_view iri) { return iri.substr(0, iri.rfind(kEventPart)); }

Graph::Wanted wanted_of(std::string article) {
  return [article = std::move(article)](const rdf::QuadRef& quad) {
    const auto subject = quad.s.value;
    if (!subject.starts_with(article)) return quad.p.value == graph::kPrefLabel;
    return subject.size() == article.size() || subject[article.size()] == '/' || subject[article.size()] == '#';
  };
}

std::vector<Id> events_of(const Graph& graph, std::string_view iri) {
  const Id named = graph.find_iri(iri), type = graph.find_iri(rdf::kRdfType), event = graph.find_iri(khb::kEvent);
  std::vector<Id> events;
  if (graph.has({named, type, event})) return {named};
  for (const auto& triple : graph.pointing(named, graph.find_iri(khb::reportedIn)))
    if (graph.has({triple.s, type, event})) events.push_back(triple.s);
  const auto place = [&](Id id) {
    const auto text = graph.terms()[id].value;
    return std::pair(numbers_behind(text, kEventPart).value_or(event::Span{}), text);
  };
  std::sort(events.begin(), events.end(), [&](Id a, Id b) { return place(a) < place(b); });
  return events;
}

std::string_view identifier_of(const Graph& graph, std::string_view article) {
  return only(graph, graph.find_iri(article), graph::kIdentifier);
}

std::string_view text_of(const Graph& graph, std::string_view article) {
  return only(graph, context_of(graph, article), graph::nif::isString);
}

bool is_text_of(const Graph& graph, std::string_view article, std::string_view text) {
  return only(graph, context_of(graph, article), khb::sha256) == graph::sha256_hex(text);
}

}  // namespace khabar::validate
