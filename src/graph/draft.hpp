// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "graph/describe.hpp"
#include "graph/phrases.hpp"

#include <unordered_map>

namespace khabar::graph {

// What describe() works from.
struct Source {
  const document::Document& document;
  const entity::Units& units;
  const event::Report& report;
  const DescribeOptions& options;

  const lexicon::Lexicon& lexicon() const { return *units.lexicon; }
  const lexicon::Entry& entry(std::uint32_t id) const { return units.lexicon->entry(id); }
  const entity::Mention& mention(std::uint32_t id) const { return report.mentions.items[id]; }
  std::string_view frame_iri(std::uint8_t frame) const {
    return frame < lexicon().frames().size() ? lexicon().text(lexicon().frames()[frame].iri) : std::string_view();
  }
};

// Two code points as one number.
constexpr std::uint64_t key_of(event::Span span) { return std::uint64_t{span.begin} << 32U | span.end; }

// The statements of one article while they are made: all in the article's graph, all texts in the arena.
class Draft {
 public:
  Draft(const Source& source, Arena& arena, std::vector<rdf::QuadRef>& quads);

  std::string_view article() const { return article_; }
  std::string_view context() const { return context_; }
  bool full() const { return full_; }

  void add(std::string_view s, std::string_view p, rdf::TermRef o) { quads_.push_back({rdf::iri(s), rdf::iri(p), o, graph_}); }
  void link(std::string_view s, std::string_view p, std::string_view o) { add(s, p, rdf::iri(o)); }
  void type(std::string_view s, std::string_view c) { link(s, rdf::kRdfType, c); }
  void arabic(std::string_view s, std::string_view p, std::string_view text) { add(s, p, rdf::tagged(text, "ar")); }
  void number(std::string_view s, std::string_view p, std::uint32_t value) {
    add(s, p, rdf::typed(arena_.put(Digits(value)), rdf::kXsdNonNegativeInteger));
  }
  void decimal(std::string_view s, std::string_view p, float value);  // between 0 and 1, in hundredths
  void date(std::string_view s, std::string_view p, entity::Day day);

  // Points to a span and, in full detail, describes it.
  void evidence(std::string_view s, std::string_view p, event::Span span);

  std::string_view mint(std::initializer_list<std::string_view> parts) { return arena_.join(parts); }
  std::string_view mint(std::string_view node, std::string_view kind, event::Span span) {
    return arena_.join({node, kind, Digits(span.begin), "-", Digits(span.end)});
  }
  // The phrase that begins in `first` as a name.
  std::string_view label(event::Span span, const entity::Unit& first) { return arena_.put(phrases_.label(span, first)); }
  const Phrases& phrases() const { return phrases_; }

 private:
  Arena& arena_;
  std::vector<rdf::QuadRef>& quads_;
  Phrases phrases_;
  bool full_;
  std::string_view article_, graph_, context_;
  std::unordered_map<std::uint64_t, std::string_view> spans_;
};

}  // namespace khabar::graph
