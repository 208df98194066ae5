// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The subject of a verb on its left: in its clause, what its relative clause belongs to, or who is said to have done it.
#include "event/analyser.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using entity::Unit;
using lexicon::Function;
using lexicon::Preposition;

namespace {

constexpr std::uint32_t kFarthestSubject = 16;  // steps to the left
constexpr std::uint32_t kFarthestSpeaker = 40;  // units between a verb of saying and "that it"

}  // namespace

// The bare phrase or event noun on the left that is the verb's subject.
Analyser::Bare Analyser::subject_on_the_left(std::uint32_t number, bool& relative) const {
  const auto& p = sentence_.predicates[number];
  std::uint32_t steps = 0;
  for (std::uint32_t at = p.unit; at > sentence_.first && steps < kFarthestSubject; ++steps) {
    --at;
    const auto inside = containing(at);
    if (inside != kNoMention) {
      const auto& m = mention(inside);
      at = m.first;
      if (at > sentence_.first && unit(at - 1).does(Function::AccordingTo)) return {};
      if (const auto partitive = partitive_before(inside); partitive != at) {  // "five men, among them a child, were killed"
        at = partitive;
        continue;
      }
      if (!relative && behind_agent_word(m)) continue;
      if (const auto clause = tie_before(m); clause != at) {  // "gunmen in a town that X holds attacked": not X
        at = clause;
        continue;
      }
      if (const auto verb = relative_verb_of(number, inside); verb != kNoPredicate && !p.leads_to) return left_[verb].bare;
      const bool adjacent = m.last == p.unit;
      if (takes_event(p)) continue;                                                    // "an attack with a drone befell": not the drone
      if (m.type == MentionType::Place && takes_actor(p) && !is_country(m)) continue;  // a dateline, a place before the clause
      if (m.preposition == Preposition::None || relative) {
        if (unit(p.unit).has(entity::kAnd) && m.preposition != Preposition::None) return {};
        return {inside, kNoPredicate};
      }
      if (adjacent && !m.definite && m.entity == lexicon::kNone && !unit(p.unit).has(entity::kAnd) && m.type == MentionType::Weapon)
        return {inside, kNoPredicate};
      continue;
    }
    const auto other = predicate_at(at);
    if (other != kNoPredicate) {
      const auto& q = sentence_.predicates[other];
      if (!relative && behind_comma(at, p.unit) && at > sentence_.first && unit(at - 1).does(Function::ResponseTo)) return {};
      if (q.verb) return left_[other].relative && !p.leads_to ? left_[other].bare : Bare{};
      if (q.trigger && (q.preposition == Preposition::None || relative || takes_noun_up(p) || takes_event(p) ||
                        at + 1 + q.adjectives.size() == p.unit || (p.trigger && !p.casualty && !q.definite && !q.casualty))) {
        if (unit(p.unit).has(entity::kAnd) && q.preposition != Preposition::None) return {};
        return {kNoMention, other};
      }
      if (q.preposition == Preposition::None && !q.trigger) return {};
      continue;
    }
    const Unit& u = unit(at);
    if (u.does(Function::Relative)) {
      relative = true;
      continue;
    }
    if (complementizer_with_pronoun(at)) return speaker_before(at);
    if (opens_clause(at)) return {};
    if (u.kind == TokenKind::Comma && unit(p.unit).has(entity::kAnd)) return {};
  }
  return {};
}

// "in answer to the attack, X struck": a comma between the two ends what opens the sentence.
bool Analyser::behind_comma(std::uint32_t from, std::uint32_t to) const {
  for (auto at = from; at < to; ++at)
    if (unit(at).kind == TokenKind::Comma) return true;
  return false;
}

// "in a raid with barrel bombs that aircraft carried out": the pronoun of a light verb stands for the event noun before it.
bool Analyser::takes_noun_up(const Predicate& p) const { return p.light && unit(p.unit).enclitic; }

// Where "among them" stands before a row of people; else where they begin.
std::uint32_t Analyser::partitive_before(std::uint32_t id) const {
  auto first = id;
  for (std::uint32_t steps = 0; steps < kFarthestSubject && first > 0 && mention(first).coordinated; ++steps) --first;
  const auto at = mention(first).first;
  return at > sentence_.first && unit(at - 1).does(Function::Partitive) ? at - 1 : mention(id).first;
}

// Where "that is held by", "which belongs to" stands before a mention; else where it begins.
std::uint32_t Analyser::tie_before(const Mention& m) const {
  const auto quote = m.first > sentence_.first && unit(m.first - 1).kind == TokenKind::Quote ? 1U : 0U;
  if (m.first <= sentence_.first + quote) return m.first;
  const auto tie = m.first - 1 - quote;
  const auto* found =
      units_.find(unit(tie), [](const lexicon::Entry& e) { return e.relation != lexicon::Relation::None || e.does(Function::Blocker); });
  if (found == nullptr) return m.first;
  if (tie > sentence_.first && unit(tie - 1).does(Function::Relative)) return tie - 1;
  const bool known = m.definite || m.entity != lexicon::kNone || m.type == MentionType::Person;
  return known ? tie : m.first;  // "they belong to groups (that) were driven out"
}

// "by X": an agent is nobody else's subject.
bool Analyser::behind_agent_word(const Mention& m) const { return m.first > sentence_.first && unit(m.first - 1).does(Function::ByAgent); }

// "the raids that the aircraft carried out on X killed ...": the verb before whose relative clause holds the mention; what that clause
// belongs to is the subject.
std::uint32_t Analyser::relative_verb_of(std::uint32_t number, std::uint32_t id) const {
  for (auto other = number; other-- > 0;) {
    const auto& q = sentence_.predicates[other];
    if (!q.verb) continue;
    if (!left_[other].relative || !left_[other].bare.found() || q.unit > mention(id).first) return kNoPredicate;
    const bool its_own = std::any_of(q.arguments.begin(), q.arguments.end(), [&](const Argument& a) { return a.mention == id; });
    return its_own && left_[other].bare.mention != id ? other : kNoPredicate;
  }
  return kNoPredicate;
}

bool Analyser::complementizer_with_pronoun(std::uint32_t at) const {
  return unit(at).does(Function::Complementizer) && unit(at).does(Function::Pronoun);
}

// "X said that it struck ...": the pronoun of the complementizer is the speaker, the subject of the nearest verb of saying; what stands
// between the two tells more of him.
Analyser::Bare Analyser::speaker_before(std::uint32_t complementizer) const {
  for (std::uint32_t at = complementizer; at > sentence_.first && complementizer - at < kFarthestSpeaker;) {
    --at;
    if (!is_speech_verb(at)) continue;
    const auto behind = at + 1 < sentence_.last ? mentions_.at_unit[at + 1] : kNoMention;
    if (behind != kNoMention && at + 1 < complementizer) return speaks(behind) ? Bare{actor_of(behind), kNoPredicate} : Bare{};
    const auto before = at > sentence_.first && !unit(at).has(entity::kAnd) ? containing(at - 1) : kNoMention;
    return before != kNoMention && speaks(before) ? Bare{actor_of(before), kNoPredicate} : Bare{};
  }
  for (std::uint32_t at = complementizer; at > sentence_.first && complementizer - at < 12;) {
    --at;
    const auto inside = containing(at);
    if (inside == kNoMention) {
      if (unit(at).kind == TokenKind::Semicolon || predicate_at(at) != kNoPredicate) return {};
      continue;
    }
    const auto& m = mention(inside);
    at = m.first;
    if (m.preposition == Preposition::None &&
        (m.type == MentionType::Actor || m.type == MentionType::People || m.type == MentionType::Weapon))
      return {inside, kNoPredicate};
  }
  return {};
}

// Somebody who can be meant by "it said that it ...".
bool Analyser::speaks(std::uint32_t id) const {
  const auto& m = mention(id);
  const bool people = m.type == MentionType::Person || m.type == MentionType::People || m.type == MentionType::Weapon;
  return m.preposition == Preposition::None && (people || is_force(m));
}

// The spokesman of an army speaks for the army.
std::uint32_t Analyser::actor_of(std::uint32_t id) const {
  const auto& m = mention(id);
  return m.type != MentionType::Actor && m.owner != kNoMention && mention(m.owner).type == MentionType::Actor ? m.owner : id;
}

}  // namespace khabar::event
