// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/terms.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Tables of places: dumps of GeoNames (19 columns, no header) and tables with khabar's own columns (a header with name_ar, country_iso2
// and class).
namespace khabar::lexicon {

struct PlaceRow {
  std::string id;     // "gn:173480"; empty when the table has none
  std::string latin;  // ASCII where the table has it
  std::string english;
  std::vector<std::string> arabic;  // the preferred name first
  std::string latitude, longitude;  // as given, checked; empty when unknown
  std::string feature_code;         // of GeoNames
  std::string type;                 // the class of khabar's columns
  std::string country;              // ISO 3166, two letters
  std::string admin1, admin2;       // GeoNames' codes, or names
  std::string admin1_arabic;        // of khabar's columns
  std::string wikidata, source;
  EntityClass entity_class = EntityClass::None;
  std::uint64_t population = 0;
  std::uint32_t line = 0;
};

struct PlaceFilter {
  std::vector<std::string> countries;  // all when empty
  std::uint64_t min_population = 0;    // of settlements and neighbourhoods
};

// A line that is not what it must be, and what can be done.
struct TableFault {
  std::string file;
  std::uint32_t line = 0;
  std::string message;
};

struct PlaceTable {
  std::vector<PlaceRow> rows;      // that pass the filter
  std::size_t other_features = 0;  // rows of feature codes that are no places of news: hotels, wells
  std::vector<TableFault> faults;  // reading ends after kMostFaults
  bool geonames = false;
};
constexpr std::size_t kMostFaults = 20;

// Throws InputError when the file cannot be read, or is no such table at all.
PlaceTable read_places(const std::string& path, const PlaceFilter& filter);

// Adds the Arabic names (and Wikidata's identifiers) of GeoNames' alternateNamesV2 to the rows of `table`.
void read_alternate_names(const std::string& path, PlaceTable& table);

}  // namespace khabar::lexicon
