// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/terms.hpp"
#include "rdf/writer.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

// The IRIs khabar writes. Terms of other vocabularies are declared and linked in ontology/khabar.ttl.
namespace khabar::graph {

#define KHABAR_TERM(name, iri) inline constexpr std::string_view name = iri
namespace khb {
inline constexpr std::string_view kBase = "https://w3id.org/khabar/ns#";
KHABAR_TERM(kArticle, "https://w3id.org/khabar/ns#Article");
KHABAR_TERM(kEvent, "https://w3id.org/khabar/ns#Event");
KHABAR_TERM(kNonActualEvent, "https://w3id.org/khabar/ns#NonActualEvent");
KHABAR_TERM(kAttack, "https://w3id.org/khabar/ns#Attack");
KHABAR_TERM(kStrike, "https://w3id.org/khabar/ns#Strike");
KHABAR_TERM(kParticipation, "https://w3id.org/khabar/ns#Participation");
KHABAR_TERM(kCasualtyFigure, "https://w3id.org/khabar/ns#CasualtyFigure");
KHABAR_TERM(kClaim, "https://w3id.org/khabar/ns#Claim");
KHABAR_TERM(kAffiliationClaim, "https://w3id.org/khabar/ns#AffiliationClaim");
KHABAR_TERM(kTargetObject, "https://w3id.org/khabar/ns#TargetObject");
KHABAR_TERM(kActor, "https://w3id.org/khabar/ns#Actor");
KHABAR_TERM(kPerson, "https://w3id.org/khabar/ns#Person");
KHABAR_TERM(kPlace, "https://w3id.org/khabar/ns#Place");
KHABAR_TERM(kWeapon, "https://w3id.org/khabar/ns#Weapon");
KHABAR_TERM(kObjectKind, "https://w3id.org/khabar/ns#ObjectKind");
KHABAR_TERM(context, "https://w3id.org/khabar/ns#context");
KHABAR_TERM(sha256, "https://w3id.org/khabar/ns#sha256");
KHABAR_TERM(dateSource, "https://w3id.org/khabar/ns#dateSource");
KHABAR_TERM(reportedIn, "https://w3id.org/khabar/ns#reportedIn");
KHABAR_TERM(evidence, "https://w3id.org/khabar/ns#evidence");
KHABAR_TERM(participation, "https://w3id.org/khabar/ns#participation");
KHABAR_TERM(role, "https://w3id.org/khabar/ns#role");
KHABAR_TERM(filler, "https://w3id.org/khabar/ns#filler");
KHABAR_TERM(certainty, "https://w3id.org/khabar/ns#certainty");
KHABAR_TERM(placePrecision, "https://w3id.org/khabar/ns#placePrecision");
KHABAR_TERM(confidence, "https://w3id.org/khabar/ns#confidence");
KHABAR_TERM(rule, "https://w3id.org/khabar/ns#rule");
KHABAR_TERM(outcome, "https://w3id.org/khabar/ns#outcome");
KHABAR_TERM(minimum, "https://w3id.org/khabar/ns#minimum");
KHABAR_TERM(maximum, "https://w3id.org/khabar/ns#maximum");
KHABAR_TERM(quantifier, "https://w3id.org/khabar/ns#quantifier");
KHABAR_TERM(victims, "https://w3id.org/khabar/ns#victims");
KHABAR_TERM(scope, "https://w3id.org/khabar/ns#scope");
KHABAR_TERM(accordingTo, "https://w3id.org/khabar/ns#accordingTo");
KHABAR_TERM(claim, "https://w3id.org/khabar/ns#claim");
KHABAR_TERM(source, "https://w3id.org/khabar/ns#source");
KHABAR_TERM(speaker, "https://w3id.org/khabar/ns#speaker");
KHABAR_TERM(relayedBy, "https://w3id.org/khabar/ns#relayedBy");
KHABAR_TERM(mode, "https://w3id.org/khabar/ns#mode");
KHABAR_TERM(subject, "https://w3id.org/khabar/ns#subject");
KHABAR_TERM(relation, "https://w3id.org/khabar/ns#relation");
KHABAR_TERM(object, "https://w3id.org/khabar/ns#object");
KHABAR_TERM(polarity, "https://w3id.org/khabar/ns#polarity");
KHABAR_TERM(kind, "https://w3id.org/khabar/ns#kind");
KHABAR_TERM(count, "https://w3id.org/khabar/ns#count");
KHABAR_TERM(owner, "https://w3id.org/khabar/ns#owner");
KHABAR_TERM(effect, "https://w3id.org/khabar/ns#effect");
KHABAR_TERM(backedBy, "https://w3id.org/khabar/ns#backedBy");
KHABAR_TERM(timePrecision, "https://w3id.org/khabar/ns#timePrecision");
KHABAR_TERM(timeAnchor, "https://w3id.org/khabar/ns#timeAnchor");
KHABAR_TERM(timeEvidence, "https://w3id.org/khabar/ns#timeEvidence");
KHABAR_TERM(strikesMinimum, "https://w3id.org/khabar/ns#strikesMinimum");
KHABAR_TERM(strikesMaximum, "https://w3id.org/khabar/ns#strikesMaximum");
KHABAR_TERM(casualties, "https://w3id.org/khabar/ns#casualties");
KHABAR_TERM(factuality, "https://w3id.org/khabar/ns#factuality");
KHABAR_TERM(inResponseTo, "https://w3id.org/khabar/ns#inResponseTo");
KHABAR_TERM(kIncident, "https://w3id.org/khabar/ns#Incident");
KHABAR_TERM(kMembership, "https://w3id.org/khabar/ns#Membership");
KHABAR_TERM(incident, "https://w3id.org/khabar/ns#incident");
KHABAR_TERM(membership, "https://w3id.org/khabar/ns#membership");
KHABAR_TERM(member, "https://w3id.org/khabar/ns#member");
KHABAR_TERM(score, "https://w3id.org/khabar/ns#score");
KHABAR_TERM(reason, "https://w3id.org/khabar/ns#reason");
KHABAR_TERM(comparedWith, "https://w3id.org/khabar/ns#comparedWith");
}  // namespace khb

namespace sem {
KHABAR_TERM(kEvent, "http://semanticweb.cs.vu.nl/2009/11/sem/Event");
KHABAR_TERM(kActor, "http://semanticweb.cs.vu.nl/2009/11/sem/Actor");
KHABAR_TERM(kPlace, "http://semanticweb.cs.vu.nl/2009/11/sem/Place");
KHABAR_TERM(kRole, "http://semanticweb.cs.vu.nl/2009/11/sem/Role");
KHABAR_TERM(hasEarliestBeginTimeStamp, "http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp");
KHABAR_TERM(hasLatestEndTimeStamp, "http://semanticweb.cs.vu.nl/2009/11/sem/hasLatestEndTimeStamp");
KHABAR_TERM(hasSubEvent, "http://semanticweb.cs.vu.nl/2009/11/sem/hasSubEvent");
}  // namespace sem

namespace nif {
KHABAR_TERM(kContext, "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Context");
KHABAR_TERM(kString, "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#RFC5147String");
KHABAR_TERM(beginIndex, "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex");
KHABAR_TERM(endIndex, "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex");
KHABAR_TERM(anchorOf, "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf");
KHABAR_TERM(isString, "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString");
KHABAR_TERM(referenceContext, "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext");
}  // namespace nif

namespace schema {
KHABAR_TERM(kNewsArticle, "https://schema.org/NewsArticle");
KHABAR_TERM(datePublished, "https://schema.org/datePublished");
KHABAR_TERM(publisher, "https://schema.org/publisher");
KHABAR_TERM(url, "https://schema.org/url");
KHABAR_TERM(mentions, "https://schema.org/mentions");
}  // namespace schema

KHABAR_TERM(kProvEntity, "http://www.w3.org/ns/prov#Entity");
KHABAR_TERM(kProvAttributed, "http://www.w3.org/ns/prov#wasAttributedTo");
KHABAR_TERM(kIdentifier, "http://purl.org/dc/terms/identifier");
KHABAR_TERM(kReplacedBy, "http://purl.org/dc/terms/isReplacedBy");
KHABAR_TERM(kTitle, "http://purl.org/dc/terms/title");
KHABAR_TERM(kLabel, "http://www.w3.org/2000/01/rdf-schema#label");
KHABAR_TERM(kPrefLabel, "http://www.w3.org/2004/02/skos/core#prefLabel");
KHABAR_TERM(kAltLabel, "http://www.w3.org/2004/02/skos/core#altLabel");
KHABAR_TERM(kConcept, "http://www.w3.org/2004/02/skos/core#Concept");
KHABAR_TERM(kFeature, "http://www.opengis.net/ont/geosparql#Feature");
KHABAR_TERM(kHasGeometry, "http://www.opengis.net/ont/geosparql#hasGeometry");
KHABAR_TERM(kWkt, "http://www.opengis.net/ont/geosparql#asWKT");
KHABAR_TERM(kLat, "http://www.w3.org/2003/01/geo/wgs84_pos#lat");
KHABAR_TERM(kLong, "http://www.w3.org/2003/01/geo/wgs84_pos#long");
#undef KHABAR_TERM

inline constexpr rdf::Prefix kPrefixes[] = {
    {"khb", "https://w3id.org/khabar/ns#"},
    {"actor", "https://w3id.org/khabar/kb/actor/"},
    {"person", "https://w3id.org/khabar/kb/person/"},
    {"place", "https://w3id.org/khabar/kb/place/"},
    {"weapon", "https://w3id.org/khabar/kb/weapon/"},
    {"kind", "https://w3id.org/khabar/kb/kind/"},
    {"frame", "https://w3id.org/khabar/kb/frame/"},
    {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    {"schema", "https://schema.org/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"geo", "http://www.opengis.net/ont/geosparql#"},
    {"wgs84", "http://www.w3.org/2003/01/geo/wgs84_pos#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

// A short text made at compile time.
struct FixedText {
  char text[62] = {};
  std::uint8_t size = 0;
  constexpr operator std::string_view() const { return {text, size}; }
};

// The IRIs under khb: of a table of local names, made once by the compiler; an empty name gives an empty IRI.
template <const auto& kNames>
inline constexpr auto kIrisOf = [] {
  std::array<FixedText, kNames.size()> iris{};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i].empty()) continue;
    for (const char c : khb::kBase) iris[i].text[iris[i].size++] = c;
    for (const char c : kNames[i]) iris[i].text[iris[i].size++] = c;
  }
  return iris;
}();

// The IRI of a code value, a class or a property whose local name stands in `kNames`.
template <const auto& kNames, typename Enum>
constexpr std::string_view iri_of(Enum value) {
  return kIrisOf<kNames>[static_cast<std::size_t>(value)];
}

// The superclasses of an event type, itself included, khb:Event not.
std::span<const std::string_view> event_classes(lexicon::EventType type);

}  // namespace khabar::graph
