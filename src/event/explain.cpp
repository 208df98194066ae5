// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/explain.hpp"

#include "document/marked.hpp"

#include <cstdio>

namespace khabar::event {
namespace {

constexpr std::string_view kTimePrecisions[] = {"Unresolved", "PartOfDay", "Day", "Week", "Month", "Year"};
constexpr std::string_view kTimeAnchors[] = {"Unresolved", "PublicationDate", "ExplicitDate", "OtherEvent"};

class Explainer {
 public:
  Explainer(const document::Document& document, const entity::Units& units, const Report& report, bool colours)
      : document_(document), units_(units), lexicon_(*units.lexicon), report_(report), colours_(colours) {}

  std::string run() {
    out_ += "== " + document_.article.id;
    if (report_.published)
      out_ += "  published " + day(*report_.published) + " (" +
              std::string(kDateSourceNames[static_cast<std::size_t>(report_.date_source)]) + ")";
    out_ += '\n';
    for (std::size_t i = 0; i < report_.events.size(); ++i) event(i);
    if (report_.events.empty()) out_ += "no events\n";
    for (const auto& tie : report_.affiliations) affiliation(tie);
    return std::move(out_);
  }

 private:
  // ---- pieces ----

  static std::string day(entity::Day value) {
    const std::chrono::year_month_day ymd(value);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
    return text;
  }

  std::string text(Span span) const { return std::string(document::text_between(document_, span.begin, span.end)); }

  std::string quoted(Span span) const { return "\"" + text(span) + "\""; }

  // "kb/actor/Iran" as "actor/Iran"
  std::string iri(std::uint32_t entry) const { return entry == lexicon::kNone ? "-" : last_two(lexicon_.text(lexicon_.entry(entry).iri)); }

  static std::string last_two(std::string_view full) {
    const auto slash = full.rfind('/', full.rfind('/') - 1);
    return std::string(slash == std::string_view::npos ? full : full.substr(slash + 1));
  }

  std::string rule(std::uint8_t frame) const {
    return frame < lexicon_.frames().size() ? "  rule " + last_two(lexicon_.text(lexicon_.frames()[frame].iri)) : std::string();
  }

  static std::string confidence(float value) {
    char text[32];
    std::snprintf(text, sizeof text, "  confidence %.2f", static_cast<double>(value));
    return text;
  }

  static std::string count(const entity::Count& c) {
    return std::to_string(c.minimum) + ".." + (c.maximum == entity::kUnbounded ? "" : std::to_string(c.maximum)) + " " +
           std::string(name_of(lexicon::kQuantifierNames, c.quantifier));
  }

  // The words of a mention, with the preposition that is written with them.
  Span words(std::uint32_t mention) const {
    const auto& m = report_.mentions.items[mention];
    const auto& first = units_.units[m.first];
    const bool preposition = first.has(entity::kWith) || first.has(entity::kFor) || first.has(entity::kAs);
    const bool conjunction = first.has(entity::kAnd) || first.has(entity::kThen);
    return {preposition && !conjunction ? std::min(first.begin, m.begin) : m.begin, m.end};
  }

  // The same and what is known of them.
  std::string who(std::uint32_t mention) const {
    if (mention == kNobody) return "nobody";
    const auto& m = report_.mentions.items[mention];
    const auto entry = m.entity != lexicon::kNone ? m.entity : m.place_entity != lexicon::kNone ? m.place_entity : m.noun;
    std::string known = entry != lexicon::kNone ? iri(entry) : "unknown";
    if (m.owner != entity::kNoMention) known += " of " + text(words(m.owner));
    return quoted(words(mention)) + " = " + known;
  }

  void line(std::string_view name, const std::string& rest) {
    char head[32];
    std::snprintf(head, sizeof head, "     %-13.*s ", static_cast<int>(name.size()), name.data());
    out_ += head + rest + '\n';
  }

  // ---- the sentence ----

  void sentence(const EventMention& told, const Event& event) {
    std::vector<document::Mark> marks;
    for (const auto& span : told.triggers) marks.push_back({span.begin, span.end, true});
    for (const auto& filler : event.fillers) marks.push_back({words(filler.mention).begin, words(filler.mention).end, false});
    out_ += "   | " + document::marked(document_, document_.sentences[told.sentence], std::move(marks), colours_) + '\n';
  }

  // ---- the event ----

  void event(std::size_t number) {
    const auto& e = report_.events[number];
    out_ += "-- event " + std::to_string(number) + ": " + std::string(name_of(lexicon::kEventTypeNames, e.type)) + "  " +
            std::string(name_of(lexicon::kFactualityNames, e.factuality)) + rule(e.frame) + confidence(e.confidence) + '\n';
    std::uint32_t last = kNobody;
    for (const auto id : e.mentions) {
      if (report_.event_mentions[id].sentence == last) continue;
      last = report_.event_mentions[id].sentence;
      sentence(all_of(e, last), e);
    }
    time(e);
    if (e.strikes.given()) line("strikes", count(e.strikes));
    for (const auto& filler : e.fillers) role(filler);
    for (const auto& adjective : e.adjective_actors)
      line("actor",
           quoted({units_.units[adjective.unit].stem, units_.units[adjective.unit].end}) + " = " + iri(adjective.state) + "  an adjective");
    for (const auto& f : e.figures) figure(f);
    for (const auto id : e.claims) claim(report_.claims[id]);
    for (const auto other : e.responds_to) line("inResponseTo", "event " + std::to_string(other));
    for (const auto other : e.sub_events) line("hasSubEvent", "event " + std::to_string(other));
  }

  // The event's mentions in one sentence as one.
  EventMention all_of(const Event& e, std::uint32_t sentence) const {
    EventMention together;
    together.sentence = sentence;
    for (const auto id : e.mentions) {
      const auto& told = report_.event_mentions[id];
      if (told.sentence == sentence) together.triggers.insert(together.triggers.end(), told.triggers.begin(), told.triggers.end());
    }
    return together;
  }

  void time(const Event& e) {
    if (!e.earliest || !e.latest) return line("when", "Unresolved");
    auto text = day(*e.earliest) + (*e.latest != *e.earliest ? ".." + day(*e.latest) : "");
    text += " " + std::string(kTimePrecisions[static_cast<std::size_t>(e.time_precision)]) + ", " +
            std::string(kTimeAnchors[static_cast<std::size_t>(e.time_anchor)]);
    if (e.time != kNobody) text += "  " + quoted({report_.times[e.time].begin, report_.times[e.time].end});
    line("when", text);
  }

  void role(const Filler& filler) {
    auto text = who(filler.mention);
    if (filler.by_demonym) text += "  by its adjective " + iri(report_.mentions.items[filler.mention].demonym);
    if (filler.inherited) text += "  inherited";
    if (filler.certainty != lexicon::Certainty::Certain) text += "  " + std::string(name_of(lexicon::kCertaintyNames, filler.certainty));
    line(kRoleProperties[static_cast<std::size_t>(filler.role)], text + rule(filler.frame) + confidence(filler.confidence));
  }

  void figure(const Figure& f) {
    constexpr std::string_view kScopes[] = {"", "  Series", "  Cumulative"};
    auto text = count(f.count) + std::string(kScopes[static_cast<std::size_t>(f.scope)]) + "  " + quoted(f.evidence);
    if (f.victims != kNobody) text += "  victims " + who(f.victims);
    if (f.claim != kNobody) text += "  according to " + who(report_.claims[f.claim].source);
    line(name_of(lexicon::kOutcomeNames, f.outcome), text);
  }

  void claim(const Claim& c) {
    auto text = who(c.source);
    if (c.speaker != kNobody && c.speaker != c.source) text += "  speaker " + who(c.speaker);
    if (c.relayed_by != kNobody) text += "  relayed by " + who(c.relayed_by);
    line("accordingTo", text + "  " + std::string(name_of(lexicon::kModeNames, c.mode)) + "  " + quoted(c.evidence));
  }

  void affiliation(const Affiliation& tie) {
    out_ += "-- tie: " + who(tie.subject) + (tie.positive ? "  " : "  not ") + std::string(name_of(lexicon::kRelationNames, tie.relation)) +
            "  " + who(tie.object) + '\n';
    line("evidence", quoted(tie.evidence));
    if (tie.claim != kNobody) line("accordingTo", who(report_.claims[tie.claim].source));
  }

  const document::Document& document_;
  const entity::Units& units_;
  const lexicon::Lexicon& lexicon_;
  const Report& report_;
  bool colours_;
  std::string out_;
};

}  // namespace

std::string explain(const document::Document& document, const entity::Units& units, const Report& report, bool colours) {
  return Explainer(document, units, report, colours).run();
}

}  // namespace khabar::event
