// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/explain.hpp"

#include "document/marked.hpp"
#include "event/report.hpp"
#include "graph/vocabulary.hpp"
#include "validate/told.hpp"

#include <algorithm>
#include <cstdio>

namespace khabar::validate {
namespace {

namespace khb = graph::khb;

constexpr std::string_view kChar = "#char=";

class Teller {
 public:
  Teller(const Graph& graph, Id event, const document::Document& document, bool colours)
      : graph_(graph), event_(event), document_(document), colours_(colours) {}

  std::string run() {
    out_ += "-- " + std::string(iri(event_)) + '\n';
    line("event", type() + field(event_, khb::factuality) + ruled(event_));
    sentences();
    time();
    strikes();
    for (const auto role : event::kRoleProperties) roles(std::string(khb::kBase) + std::string(role), role);
    for (const Id figure : objects(event_, khb::casualties)) this->figure(figure);
    sources();
    for (const auto& [property, name] : kLinks)
      for (const Id other : objects(event_, property)) line(name, std::string(iri(other)));
    return std::move(out_);
  }

 private:
  struct Link {
    std::string_view property, name;
  };
  static constexpr Link kLinks[] = {
      {khb::inResponseTo, "inResponseTo"}, {graph::sem::hasSubEvent, "hasSubEvent"}, {khb::incident, "incident"}};

  // ---- reading the graph ----

  std::string_view iri(Id id) const { return graph_.terms()[id].value; }

  std::vector<Id> objects(Id subject, std::string_view property) const {
    std::vector<Id> found;
    for (const auto& triple : graph_.about(subject, graph_.find_iri(property))) found.push_back(triple.o);
    std::sort(found.begin(), found.end(), [this](Id a, Id b) { return graph_.terms()[a] < graph_.terms()[b]; });
    return found;
  }

  // The value of a property, an IRI by its last part; empty when there is none.
  std::string value(Id subject, std::string_view property) const {
    const auto found = objects(subject, property);
    if (found.empty()) return {};
    const auto text = iri(found.front());
    return std::string(graph_.terms()[found.front()].kind == rdf::TermKind::Iri ? text.substr(text.find_last_of("/#") + 1) : text);
  }

  // The same behind two spaces and what is put before it.
  std::string field(Id subject, std::string_view property, std::string_view before = {}) const {
    const auto said = value(subject, property);
    return said.empty() ? said : "  " + std::string(before) + said;
  }

  std::string ruled(Id subject) const { return field(subject, khb::rule, "rule frame/") + field(subject, khb::confidence, "confidence "); }

  // The most specific class: the one that stands below all others.
  std::string type() const {
    std::string_view best;
    std::size_t depth = 0;
    const auto types = objects(event_, rdf::kRdfType);
    for (std::size_t i = 0; i < lexicon::kEventTypeNames.size(); ++i) {
      const auto kind = static_cast<lexicon::EventType>(i);
      const auto classes = graph::event_classes(kind);
      const bool is = !classes.empty() && std::all_of(classes.begin(), classes.end(), [&](std::string_view c) {
        return std::find(types.begin(), types.end(), graph_.find_iri(c)) != types.end();
      });
      if (is && classes.size() > depth) best = name_of(lexicon::kEventTypeNames, kind), depth = classes.size();
    }
    return std::string(best);
  }

  // "actor/Iran" and its name; of what only the article knows, the name.
  std::string known(Id node) const {
    const auto full = iri(node);
    std::string shown;
    if (const auto at = full.find("/kb/"); at != full.npos) shown = std::string(full.substr(at + 4));
    std::string_view name;
    for (const auto property : {graph::kLabel, graph::kPrefLabel})
      for (const Id label : objects(node, property))
        if (name.empty() || graph_.terms()[label].datatype_or_lang == "ar") name = iri(label);
    if (!name.empty()) shown += (shown.empty() ? "\"" : " \"") + std::string(name) + '"';
    return shown.empty() ? std::string(full) : shown;
  }

  // ---- words ----

  struct Words {
    event::Span span;
    Id node;
  };

  // What a property points at, by its place in the text.
  std::vector<Words> spans(Id subject, std::string_view property) const {
    std::vector<Words> found;
    for (const Id node : objects(subject, property))
      if (const auto span = numbers_behind(iri(node), kChar)) found.push_back({*span, node});
    std::sort(found.begin(), found.end(), [](const Words& a, const Words& b) { return a.span < b.span; });
    return found;
  }

  // The words that stand there, as far as they are known, each behind two spaces.
  std::string words(Id subject, std::string_view property) const {
    std::string out;
    for (const auto& [span, node] : spans(subject, property)) {
      const auto anchor = objects(node, graph::nif::anchorOf);
      if (has_text())
        out += "  \"" + std::string(document::text_between(document_, span.begin, span.end)) + '"';
      else if (!anchor.empty())
        out += "  \"" + std::string(iri(anchor.front())) + '"';
      else
        out += "  characters " + std::to_string(span.begin) + '-' + std::to_string(span.end);
    }
    return out;
  }

  bool has_text() const { return !document_.article.text.empty(); }

  void sentences() {
    if (!has_text()) return line("told by", words(event_, khb::evidence).erase(0, 2));
    std::vector<document::Mark> marks;
    const auto triggers = spans(event_, khb::evidence);
    for (const auto& [span, node] : triggers) marks.push_back({span.begin, span.end, true});
    for (const Id part : objects(event_, khb::participation))
      for (const auto& [span, node] : spans(part, khb::evidence)) marks.push_back({span.begin, span.end, false});
    for (const auto& sentence : document_.sentences) {
      const auto& tokens = document_.scan.tokens;
      const auto begin = tokens[sentence.first].begin, end = tokens[sentence.last - 1].end;
      const bool tells =
          std::any_of(triggers.begin(), triggers.end(), [&](const Words& w) { return w.span.begin >= begin && w.span.begin < end; });
      if (tells) out_ += "   | " + document::marked(document_, sentence, marks, colours_) + '\n';
    }
  }

  // ---- lines ----

  void line(std::string_view name, const std::string& rest) {
    char head[32];
    std::snprintf(head, sizeof head, "     %-13.*s ", static_cast<int>(name.size()), name.data());
    out_ += head + rest + '\n';
  }

  void time() {
    const auto earliest = value(event_, graph::sem::hasEarliestBeginTimeStamp), latest = value(event_, graph::sem::hasLatestEndTimeStamp);
    if (earliest.empty()) return line("when", "Unresolved");
    line("when", earliest + (latest == earliest ? "" : ".." + latest) + field(event_, khb::timePrecision) + field(event_, khb::timeAnchor) +
                     words(event_, khb::timeEvidence));
  }

  static std::string range(const std::string& minimum, const std::string& maximum) {
    return maximum == minimum ? minimum : minimum + ".." + maximum;
  }

  void strikes() {
    const auto minimum = value(event_, khb::strikesMinimum);
    if (!minimum.empty()) line("strikes", range(minimum, value(event_, khb::strikesMaximum)));
  }

  void roles(const std::string& property, std::string_view name) {
    for (const Id filler : objects(event_, property)) {
      auto text = known(filler) + field(filler, khb::kind, "kind/") + field(filler, khb::count, "number ") + field(filler, khb::effect);
      for (const Id owner : objects(filler, khb::owner)) text += "  of " + known(owner);
      for (const Id part : objects(event_, khb::participation))
        if (graph_.has({part, graph_.find_iri(khb::filler), filler}) &&
            graph_.has({part, graph_.find_iri(khb::role), graph_.find_iri(property)}))
          text += "  from" + words(part, khb::evidence).erase(0, 1) + field(part, khb::certainty) + field(part, khb::placePrecision) +
                  ruled(part);
      line(name, text);
    }
  }

  void figure(Id figure) {
    auto text = range(value(figure, khb::minimum), value(figure, khb::maximum)) + field(figure, khb::quantifier) +
                field(figure, khb::scope) + words(figure, khb::evidence);
    for (const Id victims : objects(figure, khb::victims)) text += "  victims " + known(victims);
    for (const Id source : objects(figure, khb::accordingTo)) text += "  according to " + known(source);
    line(value(figure, khb::outcome), text);
  }

  // The claims where the graph holds them, and the sources of which it holds none.
  void sources() {
    std::vector<Id> claimed;
    for (const Id claim : objects(event_, khb::claim))
      for (const Id source : objects(claim, khb::source)) {
        claimed.push_back(source);
        auto text = known(source);
        for (const Id speaker : objects(claim, khb::speaker)) text += "  speaker " + known(speaker);
        for (const Id other : objects(claim, khb::relayedBy)) text += "  relayed by " + known(other);
        line("accordingTo", text + field(claim, khb::mode) + words(claim, khb::evidence));
      }
    for (const Id source : objects(event_, khb::accordingTo))
      if (std::find(claimed.begin(), claimed.end(), source) == claimed.end()) line("accordingTo", known(source));
  }

  const Graph& graph_;
  Id event_;
  const document::Document& document_;
  bool colours_;
  std::string out_;
};

}  // namespace

std::string explain(const Graph& graph, Id event, const document::Document& document, bool colours) {
  return Teller(graph, event, document, colours).run();
}

}  // namespace khabar::validate
