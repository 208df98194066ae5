// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/fold.hpp"
#include "graph/describe.hpp"
#include "graph/vocabulary.hpp"
#include "lexicon/build.hpp"
#include "lexicon/knowledge.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

// Reports made by hand over a text, and the statements they become, as compact lines.
namespace khabar::test {

inline const lexicon::Lexicon& small_lexicon() {
  static const auto kLexicon = [] {
    lexicon::Knowledge knowledge;
    const std::string root = KHABAR_SOURCE_DIR;
    for (const auto* grammar : {"affixes.ttl", "paradigms.ttl"}) knowledge.add_file(root + "/ontology/lexicon/ar/" + grammar);
    knowledge.add_file(root + "/tests/graph/small.ttl");
    std::vector<lexicon::Problem> problems;
    return lexicon::Lexicon::from_bytes(lexicon::build_image(knowledge, problems), "small");
  }();
  return kLexicon;
}

inline std::uint32_t known(std::string_view name) {
  const auto id = small_lexicon().find_iri("https://w3id.org/khabar/kb/" + std::string(name));
  if (id == lexicon::kNone) throw std::logic_error("not in small.ttl: " + std::string(name));
  return id;
}

// "khb:Event", "A/event/3-8", "A#3,8", "\"text\"@ar"; A is the article, B the base.
inline std::string compact(std::string_view iri, std::string_view article) {
  std::string text(iri);
  if (iri == rdf::kRdfType) return "a";
  if (text.starts_with(article)) {
    text.replace(0, article.size(), "A");
    if (text.starts_with("A#char=")) text.erase(2, 5);
    return text;
  }
  for (const auto& prefix : graph::kPrefixes)
    if (text.starts_with(prefix.iri)) return std::string(prefix.name) + ":" + text.substr(prefix.iri.size());
  return text;
}

inline std::string compact(const rdf::TermRef& term, std::string_view article) {
  if (term.kind == rdf::TermKind::Iri) return compact(term.value, article);
  const auto text = "\"" + std::string(term.value) + "\"";
  if (term.kind == rdf::TermKind::LangLiteral) return text + "@" + std::string(term.datatype_or_lang);
  return term.datatype_or_lang.empty() ? text : std::string(term.value);
}

class Telling {
 public:
  explicit Telling(std::string_view text, std::string_view id = "a") {
    document::Article article;
    article.id = id;
    article.text = text;
    document::segment(std::move(article), document);
    entity::match_units(document, small_lexicon(), units);
  }

  // The code points of `phrase` where it stands first.
  event::Span span(std::string_view phrase) const {
    const auto at = document.article.text.find(phrase);
    if (at == std::string::npos) throw std::logic_error("not in the text: " + std::string(phrase));
    const auto begin = count(std::string_view(document.article.text).substr(0, at));
    return {begin, begin + count(phrase)};
  }

  // A mention of these words, which may begin inside a unit, behind its proclitics.
  entity::Mention words(entity::MentionType type, std::string_view phrase) const {
    entity::Mention m;
    const auto where = span(phrase);
    m.type = type;
    m.begin = where.begin, m.end = where.end;
    m.first = m.head = unit_at(where.begin);
    m.last = unit_at(where.end - 1) + 1;
    m.name_first = m.name_last = m.first;
    return m;
  }
  std::uint32_t mention(entity::Mention m) {
    report.mentions.items.push_back(m);
    return static_cast<std::uint32_t>(report.mentions.items.size() - 1);
  }
  std::uint32_t named(std::string_view phrase, std::string_view name, entity::MentionType type = entity::MentionType::Actor) {
    auto m = words(type, phrase);
    m.entity = known(name);
    if (type == entity::MentionType::Place) m.place_entity = m.entity;
    return mention(m);
  }

  event::Event& event(lexicon::EventType type, std::string_view trigger) {
    event::EventMention told;
    told.triggers = {span(trigger)};
    told.unit = unit_at(told.triggers[0].begin);
    report.event_mentions.push_back(told);
    event::Event event;
    event.mentions = {static_cast<std::uint32_t>(report.event_mentions.size() - 1)};
    event.type = type;
    report.events.push_back(event);
    return report.events.back();
  }

  // The statements that begin with one of `subjects` ("A/event"), a line each; the graph is always the article's.
  std::string lines(std::initializer_list<std::string_view> subjects = {""}) {
    graph::describe(document, units, report, options, arena, description);
    const auto article = options.base + "article/" + rdf::percent_encode_segment(document.article.id);
    std::string out;
    for (const auto& quad : description.quads) {
      const auto line = compact(quad.s, article) + " " + compact(quad.p, article) + " " + compact(quad.o, article) + "\n";
      if (quad.graph != article + "/graph") out += "in " + std::string(quad.graph) + ": ";
      for (const auto wanted : subjects)
        if (line.starts_with(wanted)) out += line;
    }
    return out;
  }

  document::Document document;
  entity::Units units;
  event::Report report;
  graph::DescribeOptions options{"https://example.org/", false, false};
  graph::Arena arena;
  graph::Description description;

 private:
  static std::uint32_t count(std::string_view text) {
    std::uint32_t points = 0;
    for (std::size_t at = 0; at < text.size(); ++points) arabic::next_code_point(text, at);
    return points;
  }
  std::uint32_t unit_at(std::uint32_t code_point) const {
    for (std::uint32_t i = 0; i < units.units.size(); ++i)
      if (units.units[i].begin <= code_point && code_point < units.units[i].end) return i;
    throw std::logic_error("no unit there");
  }
};

}  // namespace khabar::test
