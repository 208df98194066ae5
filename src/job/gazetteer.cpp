// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/gazetteer.hpp"

#include "graph/vocabulary.hpp"

namespace khabar::job {
namespace {

using lexicon::EntityClass;
using lexicon::kNone;

std::string_view place_code(EntityClass place) {
  switch (place) {
    case EntityClass::Settlement:
    case EntityClass::Neighbourhood:
    case EntityClass::Facility:
      return "1";
    case EntityClass::District:
    case EntityClass::NaturalFeature:
      return "2";
    case EntityClass::Governorate:
    case EntityClass::Region:
    case EntityClass::Country:
      return "3";
    default:
      return "";
  }
}

}  // namespace

Gazetteer::Gazetteer(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {
  by_iri_.reserve(lexicon.entries().size());
  for (std::uint32_t id = 0; id < lexicon.entries().size(); ++id)
    if (lexicon.entry(id).kind != lexicon::Kind::Word) by_iri_.emplace(iri(id), id);
}

std::uint32_t Gazetteer::find(std::string_view iri) const {
  const auto found = by_iri_.find(iri);
  return found == by_iri_.end() ? kNone : found->second;
}

std::string_view Gazetteer::fact(std::uint32_t entry, std::string_view predicate, std::string_view language) const {
  for (const auto& fact : lexicon_.facts(lexicon_.entry(entry)))
    if (lexicon_.text(fact.predicate) == predicate && (language.empty() || lexicon_.text(fact.language_or_datatype) == language))
      return lexicon_.text(fact.object);
  return {};
}

std::string_view Gazetteer::name(std::uint32_t entry) const {
  const auto english = fact(entry, graph::kPrefLabel, "@en");
  return english.empty() ? lexicon_.text(lexicon_.entry(entry).label) : english;
}

std::string_view Gazetteer::name(const ArticleGraph& article, std::string_view iri) const {
  const auto entry = find(iri);
  return entry != kNone ? name(entry) : article.one(iri, graph::kLabel);
}

std::string Gazetteer::of(const ArticleGraph& article, std::string_view subject, std::string_view predicate) const {
  std::string all;
  article.each(subject, predicate, [&](const rdf::TermRef& object) {
    if (!all.empty()) all += "; ";
    all += name(article, object.value);
  });
  return all;
}

Location Gazetteer::location(const ArticleGraph& article, std::string_view iri) const {
  Location place;
  const auto entry = find(iri);
  if (entry == kNone) {
    place.name = article.one(iri, graph::kLabel);
    return place;
  }
  place.name = name(entry);
  place.latitude = fact(entry, graph::kLat, {});
  place.longitude = fact(entry, graph::kLong, {});
  place.precision = place_code(lexicon_.entry(entry).entity_class);
  const auto container = [&](EntityClass kind) {
    const auto found = lexicon_.find_container(entry, [&](std::uint32_t at) { return lexicon_.entry(at).entity_class == kind; });
    return found == kNone ? std::string_view() : name(found);
  };
  place.country = container(EntityClass::Country);
  place.admin1 = container(EntityClass::Governorate);
  place.admin2 = container(EntityClass::District);
  return place;
}

}  // namespace khabar::job
