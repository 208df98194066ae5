// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/import_places.hpp"

#include "arabic/fold.hpp"
#include "rdf/writer.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace khabar::lexicon {
namespace {

constexpr std::string_view kPlace = "https://w3id.org/khabar/kb/place/";
constexpr std::string_view kSource = "https://w3id.org/khabar/kb/source/";
constexpr std::string_view kKhb = "https://w3id.org/khabar/ns#";
constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kSchema = "https://schema.org/";
constexpr std::string_view kDcterms = "http://purl.org/dc/terms/";
constexpr std::string_view kGeo = "http://www.opengis.net/ont/geosparql#";
constexpr std::string_view kWgs84 = "http://www.w3.org/2003/01/geo/wgs84_pos#";
constexpr std::string_view kWikidata = "http://www.wikidata.org/entity/";
constexpr std::array<rdf::Prefix, 9> kPrefixes = {{{"dcterms", kDcterms},
                                                   {"geo", kGeo},
                                                   {"khb", kKhb},
                                                   {"place", kPlace},
                                                   {"schema", kSchema},
                                                   {"skos", kSkos},
                                                   {"source", kSource},
                                                   {"wgs84", kWgs84},
                                                   {"xsd", rdf::kXsd}}};

constexpr std::uint64_t kTown = 10'000;  // people; smaller places need a cue word
constexpr std::string_view kSeats[] = {"PPLC", "PPLA", "PPLA2", "PPLG"};
constexpr std::string_view kPlainCodes[] = {"", "PPL", "PPLX", "ADM1", "ADM2", "ADM3", "PCL", "PCLI"};
constexpr std::string_view kPlainTypes[] = {"", "country", "governorate", "district", "village", "neighbourhood", "region", "facility"};

template <typename Range>
bool contains(const Range& range, std::string_view value) {
  return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

// "DeirEzZor" from "Deir ez-Zor".
std::string camel(std::string_view name) {
  std::string result;
  bool begin = true;
  for (const char c : name) {
    const bool lower = c >= 'a' && c <= 'z', letter = lower || (c >= 'A' && c <= 'Z'), digit = c >= '0' && c <= '9';
    if (letter || (digit && !result.empty())) result += begin && lower ? static_cast<char>(c - 'a' + 'A') : c;
    begin = !letter && c != '\'' && c != '`' && static_cast<unsigned char>(c) < 0x80;
  }
  return result.empty() ? "Place" : result;
}

std::string letters_and_digits(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result),
               [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  return result;
}

std::string local_part(std::string_view iri, std::string_view base) {
  return std::string(iri.starts_with(base) ? iri.substr(base.size()) : "");
}

class Importer {
 public:
  Importer(const PlaceTable& table, const KnownNames& known)
      : table_(table), known_(known), local_(table.rows.size()), is_known_(table.rows.size()) {
    order_.resize(table.rows.size());
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    // Containers first, then the bigger of two that share a name.
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return rank(table.rows[a]) < rank(table.rows[b]); });
  }

  ImportedPlaces run() {
    for (const auto i : order_) name_place(i);
    for (const auto i : order_) {
      needed_.insert(parent(i));
      needed_.insert(district(i));
    }
    auto writer = rdf::make_writer(rdf::Format::Turtle, kPrefixes);
    std::vector<std::pair<std::string_view, std::size_t>> places;
    for (const auto i : order_) {
      if (is_known_[i]) {
        ++result_.known;
      } else if (table_.rows[i].arabic.empty() && !needed_.contains(local_[i])) {
        ++result_.without_arabic;
      } else {
        places.emplace_back(local_[i], i);
        mark(i);
      }
    }
    std::sort(places.begin(), places.end());
    for (const auto& [local, i] : places) describe(i, *writer);
    result_.places = places.size();
    if (!places.empty()) writer->finish();
    result_.turtle = rdf::header(rdf::Format::Turtle, kPrefixes);
    result_.turtle += writer->bytes();
    return std::move(result_);
  }

 private:
  static std::pair<int, std::uint64_t> rank(const PlaceRow& row) {
    const int level = row.entity_class == EntityClass::Country       ? 0
                      : row.entity_class == EntityClass::Governorate ? 1
                      : row.entity_class == EntityClass::District    ? 2
                                                                     : 3;
    return {level, ~row.population};
  }

  std::string country(const PlaceRow& row) const {
    const auto found = known_.by_identifier.find("iso:" + row.country);
    if (found != known_.by_identifier.end()) return found->second;
    const auto own = containers_.find(row.country);
    return own == containers_.end() ? std::string() : own->second;
  }

  std::string container(const std::string& key) const {
    const auto found = containers_.find(key);
    return found == containers_.end() ? std::string() : found->second;
  }

  // Codes and names are keys alike; names are compared folded.
  static std::string first_key(const PlaceRow& row, std::string_view division) { return row.country + '|' + arabic::fold(division); }
  static std::string second_key(const PlaceRow& row) { return row.country + '|' + row.admin1 + '|' + row.admin2; }

  std::string district(std::size_t i) const {
    const auto& row = table_.rows[i];
    if (rank(row).first < 3 || row.admin2.empty()) return {};
    return container(second_key(row));
  }

  std::string parent(std::size_t i) const {
    const auto& row = table_.rows[i];
    if (row.entity_class == EntityClass::Country) return {};
    if (row.entity_class == EntityClass::Governorate) return country(row);
    for (const auto& division : {row.admin1, row.admin1_arabic}) {
      if (division.empty()) continue;
      if (auto found = container(first_key(row, division)); !found.empty()) return found;
      const auto known = known_.divisions.find(country(row) + '|' + arabic::fold(division));
      if (known != known_.divisions.end()) return known->second;
    }
    return country(row);
  }

  // The place's IRI: that of the same place where it is known, else a new one.
  void name_place(std::size_t i) {
    const auto& row = table_.rows[i];
    auto& local = local_[i];
    if (const auto same = known_.by_identifier.find(row.id); !row.id.empty() && same != known_.by_identifier.end()) local = same->second;
    if (row.entity_class == EntityClass::Country) {
      if (const auto same = known_.by_identifier.find("iso:" + row.country); same != known_.by_identifier.end()) local = same->second;
    }
    if (local.empty() && rank(row).first < 3) local = known_division(i);
    is_known_[i] = !local.empty();
    if (local.empty()) {
      local = camel(row.latin) + letters_and_digits(std::string_view(row.id).substr(std::min(row.id.size(), row.id.find(':') + 1)));
      const auto stem = local;
      for (int number = 2; known_.local_names.contains(local) || used_.contains(local); ++number)
        local = stem + "No" + std::to_string(number);
    }
    used_.insert(local);
    if (row.entity_class == EntityClass::Country) containers_.try_emplace(row.country, local);
    if (row.entity_class == EntityClass::Governorate) name_governorate(row, local);
    if (row.feature_code == "ADM2") containers_.try_emplace(second_key(row), local);
  }

  void name_governorate(const PlaceRow& row, const std::string& local) {
    if (table_.geonames) {
      containers_.try_emplace(first_key(row, row.admin1), local);
      return;
    }
    containers_.try_emplace(first_key(row, row.english), local);
    for (const auto& name : row.arabic) containers_.try_emplace(first_key(row, name), local);
  }

  // A first- or second-level division that the knowledge base has by one of its names.
  std::string known_division(std::size_t i) const {
    const auto& row = table_.rows[i];
    const auto above = parent(i);
    const auto look = [&](std::string_view name) {
      const auto found = known_.divisions.find(above + '|' + arabic::fold(name));
      return found == known_.divisions.end() ? std::string() : found->second;
    };
    auto found = look(row.english);
    if (found.empty()) found = look(row.latin);
    for (const auto& name : row.arabic)
      if (found.empty()) found = look(name);
    return found;
  }

  // Which of the place's names, or all, need a cue word. The names of cities and towns are kept free where they can be.
  void mark(std::size_t i) {
    const auto& row = table_.rows[i];
    const bool seat = contains(kSeats, row.feature_code) || row.type == "city" || row.type == "town";
    const bool small =
        row.entity_class == EntityClass::Neighbourhood || (row.entity_class == EntityClass::Settlement && !seat && row.population < kTown);
    if (small) cue_.insert(i);
    for (const auto& name : row.arabic) {
      const auto folded = arabic::fold(name);
      const bool plain = row.entity_class == EntityClass::NaturalFeature && folded.find(' ') == std::string::npos;
      if (known_.words.contains(folded) || !names_.insert(folded).second || plain) ambiguous_.emplace(i, name);
    }
  }

  void describe(std::size_t i, rdf::GraphWriter& writer) const {
    const auto& row = table_.rows[i];
    const std::string subject = std::string(kPlace) + local_[i];
    const auto put = [&](std::string_view base, std::string_view property, const rdf::TermRef& object) {
      const std::string predicate = std::string(base) + std::string(property);
      writer.write({rdf::iri(subject), rdf::iri(predicate), object});
    };
    const auto put_place = [&](std::string_view base, std::string_view property, const std::string& place) {
      if (!place.empty() && place != local_[i]) put(base, property, rdf::iri(std::string(kPlace) + place));
    };
    put(rdf::kRdf, "type", rdf::iri(std::string(kKhb) + std::string(name_of(kEntityClassNames, row.entity_class))));
    if (!row.arabic.empty()) put(kSkos, "prefLabel", rdf::tagged(row.arabic[0], "ar"));
    if (!row.english.empty()) put(kSkos, "prefLabel", rdf::tagged(row.english, "en"));
    for (std::size_t n = 1; n < row.arabic.size(); ++n) put(kSkos, "altLabel", rdf::tagged(row.arabic[n], "ar"));
    const auto above = parent(i), second = district(i);
    put_place(kGeo, "sfWithin", above);
    if (second != above) put_place(kKhb, "district", second);
    if (!row.latitude.empty()) {
      put(kWgs84, "lat", rdf::typed(decimal(row.latitude), rdf::kXsdDecimal));
      put(kWgs84, "long", rdf::typed(decimal(row.longitude), rdf::kXsdDecimal));
    }
    if (!contains(kPlainTypes, row.type)) put(kKhb, "placeType", rdf::literal(row.type));
    if (!contains(kPlainCodes, row.feature_code)) put(kKhb, "featureCode", rdf::literal(row.feature_code));
    if (row.population > 0) put(kKhb, "population", rdf::typed(std::to_string(row.population), rdf::kXsdInteger));
    if (!row.id.empty()) put(kSchema, "identifier", rdf::literal(row.id));
    if (!row.wikidata.empty()) put(kSchema, "sameAs", rdf::iri(std::string(kWikidata) + letters_and_digits(row.wikidata)));
    if (cue_.contains(i)) {
      put(kKhb, "needsCue", rdf::typed("true", rdf::kXsdBoolean));
    } else {
      for (auto [at, end] = ambiguous_.equal_range(i); at != end; ++at) put(kKhb, "ambiguousLabel", rdf::tagged(at->second, "ar"));
    }
    const auto source = letters_and_digits(row.source);
    put(kDcterms, "source",
        known_.sources.contains(source) ? rdf::iri(std::string(kSource) + source)
                                        : rdf::literal(row.source.empty() ? kUnsaid : row.source));
  }

  static constexpr std::string_view kUnsaid = "a table of the user";

  static std::string decimal(const std::string& degrees) { return degrees.find('.') == std::string::npos ? degrees + ".0" : degrees; }

  const PlaceTable& table_;
  const KnownNames& known_;
  std::vector<std::size_t> order_;
  std::vector<std::string> local_;  // by row
  std::vector<bool> is_known_;
  std::unordered_set<std::string> used_, names_;
  std::set<std::string> needed_;  // local names of containers
  std::unordered_map<std::string, std::string> containers_;
  std::set<std::size_t> cue_;
  std::unordered_multimap<std::size_t, std::string> ambiguous_;
  ImportedPlaces result_;
};

void read_labels(const Knowledge& knowledge, const Subject& subject, KnownNames& known) {
  for (const auto& property : subject.properties)
    if (knowledge.text(property.language_or_datatype) == "@ar") known.words.insert(arabic::fold(knowledge.text(property.object)));
}

void read_place(const Knowledge& knowledge, const Subject& subject, KnownNames& known) {
  const auto local = local_part(knowledge.text(subject.iri), kPlace);
  bool division = false;
  std::string container;
  for (const auto& property : subject.properties) {
    const auto predicate = knowledge.text(property.predicate), object = knowledge.text(property.object);
    if (predicate == std::string(kSchema) + "identifier") known.by_identifier.emplace(object, local);
    if (predicate == rdf::kRdfType) division = object.ends_with("#Governorate") || object.ends_with("#District");
    if (predicate == std::string(kGeo) + "sfWithin") container = local_part(object, kPlace);
  }
  known.local_names.insert(local);
  if (!division) return;
  for (const auto& property : subject.properties)
    if (knowledge.text(property.predicate).starts_with(kSkos))
      known.divisions.emplace(container + '|' + arabic::fold(knowledge.text(property.object)), local);
}

}  // namespace

KnownNames known_names(const Knowledge& knowledge) {
  KnownNames known;
  for (const auto& subject : knowledge.subjects()) {
    const auto iri = knowledge.text(subject.iri);
    if (iri.starts_with(kSource)) known.sources.insert(local_part(iri, kSource));
    if (iri.starts_with(kPlace)) read_place(knowledge, subject, known);
    if (iri.starts_with("https://w3id.org/khabar/kb/")) read_labels(knowledge, subject, known);
  }
  return known;
}

ImportedPlaces import_places(const PlaceTable& table, const KnownNames& known) { return Importer(table, known).run(); }

}  // namespace khabar::lexicon
