// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/import_table.hpp"
#include "lexicon/knowledge.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

// Rows of a table become places of the knowledge base, linked to those that are known already.
namespace khabar::lexicon {

// What the knowledge base has already.
struct KnownNames {
  std::unordered_map<std::string, std::string> by_identifier;  // "iso:PK" -> the place's local name
  std::unordered_map<std::string, std::string> divisions;      // "container's local name|folded label" -> local name
  std::unordered_set<std::string> local_names, sources;
  std::unordered_set<std::string> words;  // folded labels and words, which a village's name may be as well
};
KnownNames known_names(const Knowledge& knowledge);

struct ImportedPlaces {
  std::string turtle;
  std::size_t places = 0, known = 0, without_arabic = 0;
};

// Places that are known, or have no Arabic name and contain no other, are left out. A small place, and a name that the knowledge base or
// a bigger place of the table has as well, is marked as one that needs a cue word. The same rows give the same bytes.
ImportedPlaces import_places(const PlaceTable& table, const KnownNames& known);

}  // namespace khabar::lexicon
