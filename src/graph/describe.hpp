// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/report.hpp"
#include "graph/statements.hpp"

#include <array>
#include <string>
#include <vector>

namespace khabar::graph {

struct DescribeOptions {
  std::string base;
  bool full = false;
  bool with_text = false;
};

// The statements of one article; views into `arena`, the lexicon and the vocabulary.
struct Description {
  std::vector<rdf::QuadRef> quads;            // sorted
  std::vector<std::uint32_t> known_entities;  // lexicon entries that are named, sorted
  std::array<std::uint32_t, lexicon::kEventTypeNames.size()> events_by_type{};
  std::uint32_t entity_count = 0;
  std::vector<std::string> warnings;
};

void describe(const document::Document& document, const entity::Units& units, const event::Report& report, const DescribeOptions& options,
              Arena& arena, Description& out);

// The statements of the knowledge graph about `entities` and what they lie in or belong to; `graph` is its IRI.
std::vector<rdf::QuadRef> describe_knowledge(const lexicon::Lexicon& lexicon, std::vector<std::uint32_t> entities, std::string_view graph,
                                             Arena& arena);

}  // namespace khabar::graph
