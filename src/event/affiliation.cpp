// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A tie stands in a description ("groups backed by X"), or is what a sentence denies or asserts ("X denied any link to Y").
#include "event/stages.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using entity::kNoMention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Relation;

bool names(const entity::Mention& m) { return m.entity != lexicon::kNone || m.name_last > m.name_first; }

// The subject named in the same sentence or the nearest before, for a pronoun or "the group".
std::uint32_t antecedent(const Report& report, std::uint32_t unit, std::uint32_t but) {
  std::uint32_t found = kNoMention;
  const auto& lexicon_none = lexicon::kNone;
  for (std::uint32_t id = 0; id < report.mentions.items.size(); ++id) {
    const auto& m = report.mentions.items[id];
    if (m.first >= unit) break;
    if (m.type == MentionType::Actor && m.entity != lexicon_none && m.entity != but) found = id;
  }
  return found;
}

}  // namespace

void find_affiliations(const Context& context, Report& report) {
  const auto& units = context.units;
  for (std::uint32_t id = 0; id < report.mentions.items.size(); ++id) {
    const auto& m = report.mentions.items[id];
    if (m.type != MentionType::Actor && m.type != MentionType::People) continue;
    const bool described = m.relation != Relation::None && m.relation_to != kNoMention;
    if (!described || !names(m) || !names(report.mentions.items[m.relation_to])) continue;
    Affiliation tie;
    tie.evidence = {m.begin, report.mentions.items[m.relation_to].end};
    tie.subject = id;
    tie.object = m.relation_to;
    tie.relation = m.relation;
    report.affiliations.push_back(tie);
  }
  // denials: a verb of denial, its subject, and a word of connection in the sentence
  for (const auto& sentence : context.sentences) {
    for (const auto& claim_sentence : report.claims) {
      if (claim_sentence.mode != lexicon::Mode::Denial) continue;
      const auto begin = units.units[sentence.first].begin, end = units.units[sentence.last - 1].end;
      if (claim_sentence.evidence.begin < begin || claim_sentence.evidence.end > end) continue;
      for (auto at = sentence.first; at < sentence.last; ++at) {
        const auto* relation = units.find(units.units[at], [](const Entry& e) { return e.relation != Relation::None; });
        if (relation == nullptr || units.units[at].begin < claim_sentence.evidence.begin) continue;
        const auto object = claim_sentence.source;
        const auto subject = antecedent(report, at, report.mentions.items[object].entity);
        if (subject == kNoMention || !names(report.mentions.items[object])) break;
        Affiliation tie;
        tie.evidence = {claim_sentence.evidence.begin, end};
        for (auto last = sentence.last; last > sentence.first; --last)
          if (units.units[last - 1].is_word()) {
            tie.evidence.end = units.units[last - 1].end;
            break;
          }
        tie.subject = subject;
        tie.object = object;
        tie.relation = units.entry(*relation).relation;
        tie.positive = false;
        tie.claim = static_cast<std::uint32_t>(&claim_sentence - report.claims.data());
        report.affiliations.push_back(tie);
        break;
      }
    }
  }
}

}  // namespace khabar::event
