// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/article_graph.hpp"
#include "lexicon/lexicon.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace khabar::job {

// A place, what contains it, and ACLED's code of its precision: 1 a settlement, 2 a part of a province, 3 the province.
struct Location {
  std::string_view name, latitude, longitude, country, admin1, admin2, precision;
};

// Names and places of the knowledge, found by IRI. It keeps a reference to the lexicon; used by any number of threads.
class Gazetteer {
 public:
  explicit Gazetteer(const lexicon::Lexicon& lexicon);

  // The entry with this IRI that a graph can name; kNone without one.
  std::uint32_t find(std::string_view iri) const;
  std::string_view iri(std::uint32_t entry) const { return lexicon_.text(lexicon_.entry(entry).iri); }

  // English where known, else Arabic; of what the knowledge does not hold, the label in the article's graph.
  std::string_view name(const ArticleGraph& article, std::string_view iri) const;
  // Those of all objects, "; " between them.
  std::string of(const ArticleGraph& article, std::string_view subject, std::string_view predicate) const;
  Location location(const ArticleGraph& article, std::string_view iri) const;

 private:
  std::string_view name(std::uint32_t entry) const;
  std::string_view fact(std::uint32_t entry, std::string_view predicate, std::string_view language) const;

  const lexicon::Lexicon& lexicon_;
  std::unordered_map<std::string_view, std::uint32_t> by_iri_;
};

}  // namespace khabar::job
