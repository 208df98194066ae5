// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/incidents.hpp"

#include "graph/vocabulary.hpp"
#include "link/score.hpp"

namespace khabar::graph {
namespace {

class Writer {
 public:
  Writer(std::string_view base, Arena& arena, std::vector<rdf::QuadRef>& out)
      : base_(base), arena_(arena), out_(out), graph_(arena.join({base, "graph/incidents"})) {
    out_.clear();
  }

  std::string_view incident(std::string_view name) {
    const auto iri = arena_.join({base_, "incident/", name});
    link(iri, rdf::kRdfType, khb::kIncident);
    return iri;
  }

  void describe(const link::Incident& incident_) {
    const auto iri = incident(incident_.name);
    std::vector<std::string_view> tails, events;  // of the members: "{article}/{kind}/{span}" without and with its kind
    for (const auto& membership : incident_.members) {
      const auto article = arena_.put(rdf::percent_encode_segment(membership.member.article));
      const auto span = link::text_of(membership.member.event);
      tails.push_back(arena_.join({article, "/", span}));
      events.push_back(arena_.join({base_, "article/", article, "/event/", span}));
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
      const auto& membership = incident_.members[i];
      const auto node = arena_.join({iri, "/member/", tails[i]});
      link(events[i], khb::incident, iri);
      link(iri, khb::membership, node);
      link(node, rdf::kRdfType, khb::kMembership);
      link(node, khb::member, events[i]);
      add(node, khb::score, rdf::typed(hundredths_text(arena_, membership.score), rdf::kXsdDecimal));
      if (membership.compared_with != i) link(node, khb::comparedWith, events[membership.compared_with]);
      for (const auto& reason : membership.reasons) add(node, khb::reason, rdf::literal(text_of(reason)));
    }
    sort_statements(out_);
  }

  void link(std::string_view s, std::string_view p, std::string_view o) { add(s, p, rdf::iri(o)); }

 private:
  void add(std::string_view s, std::string_view p, rdf::TermRef o) { out_.push_back({rdf::iri(s), rdf::iri(p), o, graph_}); }

  // "same day (+20)"
  std::string_view text_of(const link::Reason& reason) {
    const auto text = link::kReasons[reason.code].text;
    if (reason.points == 0) return text;
    const auto points = static_cast<std::uint32_t>(reason.points < 0 ? -reason.points : reason.points);
    return arena_.join({text, reason.points < 0 ? " (-" : " (+", Digits(points), ")"});
  }

  std::string_view base_;
  Arena& arena_;
  std::vector<rdf::QuadRef>& out_;
  std::string_view graph_;
};

}  // namespace

void describe(const link::Incident& incident, std::string_view base, Arena& arena, std::vector<rdf::QuadRef>& out) {
  Writer(base, arena, out).describe(incident);
}

void describe(const link::Replaced& replaced, std::string_view base, Arena& arena, std::vector<rdf::QuadRef>& out) {
  Writer writer(base, arena, out);
  const auto by = arena.join({base, "incident/", replaced.by});
  writer.link(writer.incident(replaced.name), kReplacedBy, by);
  sort_statements(out);
}

}  // namespace khabar::graph
