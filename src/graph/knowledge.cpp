// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/describe.hpp"
#include "graph/vocabulary.hpp"

#include <algorithm>
#include <set>

namespace khabar::graph {
namespace {

using lexicon::Kind;

constexpr std::string_view kXsdString = rdf::kXsdString;

void add_types(const lexicon::Entry& e, rdf::QuadRef quad, std::vector<rdf::QuadRef>& quads) {
  quad.p = rdf::iri(rdf::kRdfType);
  const auto type = [&](std::string_view iri) {
    if (iri.empty()) return;
    quad.o = rdf::iri(iri);
    quads.push_back(quad);
  };
  const auto finest = iri_of<lexicon::kEntityClassNames>(e.entity_class);
  switch (e.kind) {
    case Kind::Actor:
      type(khb::kActor), type(sem::kActor), type(finest);
      break;
    case Kind::Person:
      type(khb::kPerson), type(sem::kActor);
      break;
    case Kind::Place:
      type(khb::kPlace), type(sem::kPlace), type(kFeature), type(finest);
      break;
    case Kind::Weapon:
      type(khb::kWeapon), type(kConcept);
      break;
    case Kind::Object:
      type(khb::kObjectKind), type(kConcept);
      break;
    case Kind::Word:
      break;
  }
}

}  // namespace

std::vector<rdf::QuadRef> describe_knowledge(const lexicon::Lexicon& lexicon, std::vector<std::uint32_t> entities, std::string_view graph,
                                             Arena& arena) {
  // What is pointed to comes along: parents, containers, countries, backers.
  std::set<std::uint32_t> closed(entities.begin(), entities.end());
  while (!entities.empty()) {
    const auto id = entities.back();
    entities.pop_back();
    for (const auto& fact : lexicon.facts(lexicon.entry(id)))
      if (fact.object_entry != lexicon::kNone && closed.insert(fact.object_entry).second) entities.push_back(fact.object_entry);
  }
  std::vector<rdf::QuadRef> quads;
  for (const auto id : closed) {
    const auto& e = lexicon.entry(id);
    rdf::QuadRef quad;
    quad.graph = graph;
    quad.s = rdf::iri(lexicon.text(e.iri));
    add_types(e, quad, quads);
    std::string_view latitude, longitude;
    for (const auto& fact : lexicon.facts(e)) {
      const auto kind = lexicon.text(fact.language_or_datatype);
      const auto object = lexicon.text(fact.object);
      quad.p = rdf::iri(lexicon.text(fact.predicate));
      if (quad.p.value == kLat) latitude = object;
      if (quad.p.value == kLong) longitude = object;
      if (kind.empty()) {
        if (fact.object_entry == lexicon::kNone && quad.p.value != "https://schema.org/sameAs") continue;  // points to nothing known
        quad.o = rdf::iri(object);
      } else if (kind[0] == '@') {
        quad.o = rdf::tagged(object, kind.substr(1));
      } else {
        quad.o = rdf::typed(object, kind == kXsdString ? std::string_view() : kind);
      }
      quads.push_back(quad);
    }
    if (latitude.empty() || longitude.empty()) continue;
    const auto geometry = arena.put(std::string(quad.s.value) + "Geometry");
    quad.p = rdf::iri(kHasGeometry);
    quad.o = rdf::iri(geometry);
    quads.push_back(quad);
    quad.s = rdf::iri(geometry);
    quad.p = rdf::iri(kWkt);
    quad.o = rdf::typed(arena.put("POINT(" + std::string(longitude) + " " + std::string(latitude) + ")"), rdf::kWktLiteral);
    quads.push_back(quad);
  }
  sort_statements(quads);
  return quads;
}

}  // namespace khabar::graph
