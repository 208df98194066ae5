// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/explain.hpp"

#include "arabic/fold.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

namespace khabar::event {
namespace {

class Explainer {
 public:
  Explainer(const document::Document& document, const entity::Units& units, const Report& report, bool colours)
      : document_(document), units_(units), report_(report), colours_(colours) {}

  std::string run() {
    out_ += "== " + document_.article.id;
    if (report_.published) out_ += "  published " + day(*report_.published) + " (" + std::string(kDateSourceNames[static_cast<std::size_t>(report_.date_source)]) + ")";
    out_ += '\n';
    for (std::size_t i = 0; i < report_.events.size(); ++i) event(i);
    if (report_.events.empty()) out_ += "no events\n";
    return std::move(out_);
  }

 private:
  static std::string day(entity::Day value) {
    const std::chrono::year_month_day ymd(value);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
    return text;
  }

  std::size_t byte_of(std::uint32_t code_point) const {
    const auto& tokens = document_.scan.tokens;
    auto token = std::upper_bound(tokens.begin(), tokens.end(), code_point, [](std::uint32_t c, const arabic::Token& t) { return c < t.begin; });
    std::size_t byte = 0;
    std::uint32_t at = 0;
    if (token != tokens.begin()) --token, byte = token->byte_begin, at = token->begin;
    for (; at < code_point && byte < document_.article.text.size(); ++at) arabic::next_code_point(document_.article.text, byte);
    return byte;
  }

  std::string text(Span span) const {
    const auto from = byte_of(span.begin), to = byte_of(span.end);
    return document_.article.text.substr(from, to - from);
  }

  std::string iri(std::uint32_t entry) const {
    if (entry == lexicon::kNone) return "-";
    const std::string full(units_.lexicon->text(units_.lexicon->entry(entry).iri));
    const auto slash = full.rfind('/', full.rfind('/') - 1);
    return slash == std::string::npos ? full : full.substr(slash + 1);
  }

  std::string count(const entity::Count& c) const {
    return std::to_string(c.minimum) + ".." + (c.maximum == entity::kUnbounded ? "" : std::to_string(c.maximum)) + " " +
           std::string(name_of(lexicon::kQuantifierNames, c.quantifier));
  }

  std::string who(std::uint32_t mention) const {
    const auto& m = report_.mentions.items[mention];
    std::string known = m.entity != lexicon::kNone ? iri(m.entity) : m.place_entity != lexicon::kNone ? iri(m.place_entity) : m.noun != lexicon::kNone ? iri(m.noun) : "?";
    if (m.owner != entity::kNoMention) known += " of " + text({report_.mentions.items[m.owner].begin, report_.mentions.items[m.owner].end});
    return text({m.begin, m.end}) + "  = " + known;
  }

  // The sentence with its triggers in brackets.
  void sentence(const EventMention& told) {
    const auto& of = document_.sentences[told.sentence];
    const auto& tokens = document_.scan.tokens;
    const Span whole{tokens[of.first].begin, tokens[of.last - 1].end};
    std::string line;
    std::uint32_t at = whole.begin;
    auto triggers = told.triggers;
    std::sort(triggers.begin(), triggers.end());
    for (const auto& span : triggers) {
      if (span.begin < at || span.end > whole.end) continue;
      line += text({at, span.begin}) + (colours_ ? "\x1b[1;31m" : "[") + text(span) + (colours_ ? "\x1b[0m" : "]");
      at = span.end;
    }
    out_ += "   | " + line + text({at, whole.end}) + '\n';
  }

  void event(std::size_t number) {
    const auto& e = report_.events[number];
    out_ += "-- event " + std::to_string(number) + ": " + std::string(name_of(lexicon::kEventTypeNames, e.type)) + "  " +
            std::string(name_of(lexicon::kFactualityNames, e.factuality));
    if (e.frame < units_.lexicon->frames().size()) out_ += "  by " + std::string(units_.lexicon->text(units_.lexicon->frames()[e.frame].iri)).substr(33);
    if (e.strikes.given()) out_ += "  strikes " + count(e.strikes);
    out_ += '\n';
    for (const auto id : e.mentions) sentence(report_.event_mentions[id]);
    if (e.earliest) {
      out_ += "     when    " + day(*e.earliest) + (*e.latest != *e.earliest ? ".." + day(*e.latest) : "");
      if (e.time != kNobody) out_ += "  " + text({report_.times[e.time].begin, report_.times[e.time].end});
      out_ += '\n';
    }
    for (const auto& filler : e.fillers) {
      char head[32];
      std::snprintf(head, sizeof head, "     %-12s ", std::string(kRoleProperties[static_cast<std::size_t>(filler.role)]).c_str());
      out_ += head + who(filler.mention);
      if (filler.by_demonym) out_ += "  by its adjective " + iri(report_.mentions.items[filler.mention].demonym);
      if (filler.inherited) out_ += "  (inherited)";
      if (filler.frame < units_.lexicon->frames().size()) out_ += "  by " + std::string(units_.lexicon->text(units_.lexicon->frames()[filler.frame].iri)).substr(33);
      out_ += '\n';
    }
    for (const auto& adjective : e.adjective_actors)
      out_ += "     actor        " + text({units_.units[adjective.unit].stem, units_.units[adjective.unit].end}) + "  = " + iri(adjective.state) + '\n';
    for (const auto& figure : e.figures) {
      out_ += "     " + std::string(name_of(lexicon::kOutcomeNames, figure.outcome)) + " " + count(figure.count) + "  " + text(figure.evidence);
      if (figure.victims != kNobody) out_ += "  victims " + who(figure.victims);
      if (figure.claim != kNobody) out_ += "  says " + who(report_.claims[figure.claim].source);
      out_ += '\n';
    }
    for (const auto claim : e.claims) out_ += "     said by " + who(report_.claims[claim].source) + "  (" + text(report_.claims[claim].evidence) + ")\n";
    for (const auto other : e.responds_to) out_ += "     answers event " + std::to_string(other) + '\n';
  }

  const document::Document& document_;
  const entity::Units& units_;
  const Report& report_;
  bool colours_;
  std::string out_;
};

}  // namespace

std::string explain(const document::Document& document, const entity::Units& units, const Report& report, bool colours) {
  return Explainer(document, units, report, colours).run();
}

}  // namespace khabar::event
