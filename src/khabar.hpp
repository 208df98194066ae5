// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"
#include "lexicon/lexicon.hpp"
#include "link/incidents.hpp"
#include "rdf/writer.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// khabar's one door: articles in, statements out.
//
//   khabar::Extractor extractor(khabar::lexicon::Lexicon::from_file(image), {});
//   auto writer = khabar::rdf::make_writer(khabar::rdf::Format::TriG, khabar::prefixes());
//   khabar::ArticleResult result;
//   extractor.extract(article, result);
//   for (const auto& quad : result.quads) writer->write(quad);
namespace khabar {

enum class Detail { Core, Full };

struct Options {
  std::string base = "https://w3id.org/khabar/data/";  // begins every IRI that is minted
  Detail detail = Detail::Core;
  bool with_text = false;  // store the article's text as nif:isString
  bool link = false;       // note the events for linking: fill ArticleResult::record
};

// What one article became. The views of `quads` point into `arena`; both are reused when the result is passed in again.
struct ArticleResult {
  std::vector<rdf::QuadRef> quads;            // of the graph {article}/graph, sorted
  std::vector<std::uint32_t> known_entities;  // entries of the lexicon that the quads name; sorted, each once
  std::array<std::uint32_t, lexicon::kEventTypeNames.size()> events_by_type{};
  std::uint32_t event_count = 0, entity_count = 0;
  std::vector<std::string> warnings;  // one line each, without the article's name
  link::ArticleRecord record;         // with Options::link: what link::link_events() needs of the article
  // Text for the quads that is in neither the lexicon nor the vocabulary.
  struct Arena;
  std::shared_ptr<Arena> arena;
};

// The statements about one incident, in the graph {base}graph/incidents, sorted. The views of `quads` point into `arena`; both are
// reused when the result is passed in again.
struct IncidentResult {
  std::vector<rdf::QuadRef> quads;
  std::shared_ptr<ArticleResult::Arena> arena;
};

// Immutable after construction and safe to use from several threads at once, each with its own ArticleResult.
class Extractor {
 public:
  // Throws UsageError when options.base is not an absolute IRI ending in "/" or "#".
  Extractor(lexicon::Lexicon lexicon, Options options);
  Extractor(Extractor&&) noexcept;
  ~Extractor();

  // Reads one article. `article.text` must be valid UTF-8 (document/decode.hpp sees to that), `article.id` not empty.
  void extract(document::Article article, ArticleResult& result) const;

  // For each event the sentences with their spans marked, what fired, and where each role came from; plain text, with ANSI colours on
  // demand.
  std::string explain(document::Article article, bool colours) const;

  // The statements about known entities that stand in {base}graph/knowledge: the entities given, their parents and containers, each
  // once, sorted. The views live as long as the extractor.
  std::vector<rdf::QuadRef> knowledge(const std::set<std::uint32_t>& entities) const;

  // What {base}graph/incidents says of an incident: its memberships, and khb:incident of its events. In the order of
  // link::IncidentState the blocks are in order. Of a replaced incident: what replaced it.
  void describe(const link::Incident& incident, IncidentResult& result) const;
  void describe(const link::Replaced& replaced, IncidentResult& result) const;

  const lexicon::Lexicon& lexicon() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The prefixes of every file khabar writes.
std::span<const rdf::Prefix> prefixes();

}  // namespace khabar
