// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// What stands behind the head of a phrase: adjectives, a construct, a name, an owner, a relation.
#include "entity/noun_phrase.hpp"

#include "lexicon/labels.hpp"

namespace khabar::entity {

using arabic::TokenKind;
using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Head;
using lexicon::Kind;
using lexicon::kNone;
using lexicon::Preposition;
using lexicon::Relation;

namespace {

constexpr int kDeepest = 3;
constexpr int kMostAdjectives = 3;
constexpr std::size_t kLongestQuote = 6;    // units of a name in quotes
constexpr std::size_t kLongestNameRow = 3;  // words of an unknown name behind a group noun

bool is_owner(const Mention& m) {
  return m.type == MentionType::Actor || m.type == MentionType::Person ||
         (m.type == MentionType::People && m.preposition != Preposition::With);
}

bool is_institution(Head head) { return head == Head::Organization || head == Head::Media; }
bool is_group(Head head) { return head == Head::ArmedGroup || head == Head::Unit || is_institution(head); }

}  // namespace

std::uint32_t NounPhraseParser::attach(Mention mention, int depth) {
  const bool construct =
      mention.type != MentionType::Place && mention.type != MentionType::Person && !unit(mention.head).enclitic && mention.entity == kNone;
  Attaching state{add(mention), mention.last, depth, construct};
  while (state.at < end_ && !unit(state.at).furniture && attach_one(state)) {
  }
  auto& done = items_[state.self];
  const bool owner_ends = (done.owner != kNoMention && items_[done.owner].last == state.at) ||
                          (done.relation_to != kNoMention && items_[done.relation_to].last == state.at);
  if (state.at > done.last && owner_ends) done.last = static_cast<std::uint32_t>(state.at);
  name_institution(done);
  return state.self;
}

// Takes the next part of the phrase; false when the phrase is over.
bool NounPhraseParser::attach_one(Attaching& state) {
  const Unit& u = unit(state.at);
  if (u.kind == TokenKind::Quote || u.kind == TokenKind::Open) return attach_quoted(state);
  if (u.kind == TokenKind::Number) return attach_name_words(state);
  if (!u.is_word()) return false;
  return attach_demonym(state) || attach_weapon_kind(state) || attach_relation(state) || attach_construct(state) ||
         attach_name_words(state) || attach_adjective(state) || attach_owner(state);
}

// A name in quotes or brackets right behind the head.
bool NounPhraseParser::attach_quoted(Attaching& state) {
  auto& mention = items_[state.self];
  const auto open = state.at;
  if (mention.entity != kNone || mention.name_last > mention.name_first || open + 2 >= end_) return false;
  if (mention.type != MentionType::Actor && mention.type != MentionType::People && mention.type != MentionType::Object) return false;
  if (state.depth < kDeepest) {
    const auto inner = parse(open + 1, state.depth + 1, {});
    if (inner != kNoMention && names_something(items_[inner]) && closes_quote(items_[inner].last)) {
      state.at = items_[inner].last + 1;
      take_name(state.self, inner);
      items_[state.self].last = static_cast<std::uint32_t>(state.at);
      state.construct = false;
      return true;
    }
    if (inner != kNoMention) drop_from(inner);
  }
  auto& self = items_[state.self];
  std::size_t last = open + 1;
  while (last < end_ && last < open + kLongestQuote && unit(last).is_word()) ++last;
  if (last == open + 1 || !closes_quote(last) || self.type == MentionType::Object || is_clause(open + 1, last)) return false;
  if (self.type == MentionType::People && name_end(open + 1) != last) return false;
  if (unit(open).kind == TokenKind::Open && self.type == MentionType::People) return false;
  self.name_first = static_cast<std::uint32_t>(open + 1);
  self.name_last = static_cast<std::uint32_t>(last);
  if (self.type == MentionType::People) self.type = MentionType::Person;
  extend(state.self, last);
  state.at = last + 1;
  self.last = static_cast<std::uint32_t>(state.at);
  state.construct = false;
  return true;
}

// Whether the words between quotes are speech rather than a name: a verb or a preposition is among them.
bool NounPhraseParser::is_clause(std::size_t first, std::size_t last) const {
  for (auto at = first; at < last; ++at)
    if (verb_like(at) ||
        entry_if(at, [](const Entry& e) { return e.preposition != Preposition::None || e.does(Function::Negation); }) != nullptr)
      return true;
  return last - first > 1 && unit(first).reading_count == 0 && !unit(first).definite && unit(last - 1).reading_count == 0 &&
         last - first > 3;
}

bool NounPhraseParser::attach_demonym(Attaching& state) {
  const auto* adjective = units_.find(unit(state.at), [](const Entry& e) { return e.demonym_of != kNone; });
  if (adjective == nullptr || joined(state.at) || !agrees(state.at, items_[state.self])) return false;
  items_[state.self].demonym = units_.entry(*adjective).demonym_of;
  extend(state.self, ++state.at);
  state.construct = false;
  return true;
}

// What sort of weapon it is, behind a nationality: an Israeli aircraft, unmanned; American aircraft, drones.
bool NounPhraseParser::attach_weapon_kind(Attaching& state) {
  auto& self = items_[state.self];
  if (self.type != MentionType::Weapon || self.demonym == kNone || joined(state.at) || unit(state.at).enclitic) return false;
  const auto narrower = id_of(state.at, [&](const Entry& e) {
    return e.kind == Kind::Weapon && (e.parent == self.noun || (e.parent != kNone && units_.lexicon->entry(e.parent).parent == self.noun));
  });
  if (narrower == kNone) return false;
  self.noun = narrower;
  extend(state.self, ++state.at);
  return true;
}

// "backed by X", "belonging to X".
bool NounPhraseParser::attach_relation(Attaching& state) {
  const auto* relation = units_.find(unit(state.at), [](const Entry& e) { return e.relation != Relation::None; });
  if (relation == nullptr || state.depth >= kDeepest || unit(state.at).has(kAnd)) return false;
  const auto inner = parse(next_word(state.at + 1), state.depth + 1, {});
  if (inner == kNoMention || !is_owner(items_[inner])) {
    if (inner != kNoMention) drop_from(inner);
    return false;
  }
  relate(state.self, units_.entry(*relation).relation, inner);
  state.at = items_[inner].last;
  state.construct = false;
  if (items_[state.self].type != MentionType::Object) extend(state.self, state.at);
  return true;
}

// X of Y.
bool NounPhraseParser::attach_construct(Attaching& state) {
  const auto& head = unit(items_[state.self].head);
  const bool spokesman = head.last - head.first > 1 && items_[state.self].type == MentionType::People;  // "the spokesman for" is a unit
  if (!state.construct || state.depth >= kDeepest || joined(state.at) || (head.definite && !spokesman) || absolute(items_[state.self]))
    return false;
  const auto inner = parse(state.at, state.depth + 1, {});
  if (inner == kNoMention) return false;
  const auto& nested = items_[inner];
  const auto type = items_[state.self].type;
  if ((nested.type == MentionType::Weapon || nested.type == MentionType::Object) && type == MentionType::Object && !nested.count.given()) {
    state.at = nested.last;  // a depot of missiles
    items_[inner].nested = true;
    extend(state.self, state.at);
    if (items_[inner].owner != kNoMention) items_[state.self].owner = items_[inner].owner;
    state.construct = false;
    return true;
  }
  const bool fighters =
      nested.type == MentionType::People && nested.noun != kNone && units_.lexicon->entry(nested.noun).head == Head::Member;
  const bool group = nested.type == MentionType::Actor || nested.type == MentionType::Person || fighters;
  const bool apart = (type == MentionType::Weapon && !group) ||
                     (type == MentionType::People && (nested.type == MentionType::Object || nested.type == MentionType::Source));
  if (apart || nested.type == MentionType::Weapon || nested.preposition != Preposition::None || nested.count.given()) {
    drop_from(inner);
    return false;
  }
  state.at = nested.last;
  take_construct(state.self, inner);
  state.construct = false;
  return true;
}

// An unknown name behind a group noun: the X brigade, the X network, battalion 101. A word that is a name only behind a cue is one here.
bool NounPhraseParser::attach_name_words(Attaching& state) {
  auto& self = items_[state.self];
  if (self.type != MentionType::Actor || self.noun == kNone || names_something(self)) return false;
  const auto head = units_.lexicon->entry(self.noun).head;
  if (unit(state.at).kind == TokenKind::Number) {
    if (head != Head::Unit || self.number == arabic::Number::Plural) return false;
    self.name_first = self.head;
    self.name_last = static_cast<std::uint32_t>(state.at + 1);
    extend(state.self, ++state.at);
    return true;
  }
  if (!state.construct || !is_group(head) || unit(self.head).definite || joined(state.at)) return false;
  const auto known = id_of(state.at, [](const Entry& e) { return e.kind == Kind::Actor; });
  const bool weak = units_.lexicon->entry(self.noun).strength == lexicon::Strength::Weak;
  // "an independent movement", "dormant cells": an unknown adjective names nothing
  if (unit(state.at).reading_count == 0 && !unit(state.at).definite && (weak || ends_with(word_of(state.at), arabic::letter::heh)))
    return false;
  std::size_t last = state.at;
  while (last < end_ && last < state.at + kLongestNameRow && is_name_word(last, last == state.at) &&
         (last == state.at || unit(last).definite || unit(last - 1).does(Function::GivenName) || head == Head::Media))
    ++last;
  // "the company of northern oil": an unknown noun and one with the article
  if (last == state.at + 1 && is_institution(head) && !unit(state.at).definite && last < end_ && unit(last).definite && !joined(last) &&
      unit(last).is_word())
    ++last;
  // an ordinary noun with the article names an institution: the ministry of the interior
  if (last == state.at && known == kNone && !weak && head != Head::ArmedGroup && unit(last).definite && is_thing(last)) ++last;
  if (last == state.at && known == kNone) return false;
  if (known != kNone) {
    self.entity = known;
    last = state.at + 1;
  }
  self.name_first = static_cast<std::uint32_t>(known == kNone && is_institution(head) ? self.head : state.at);
  self.name_last = static_cast<std::uint32_t>(last);
  if (known != kNone) self.name_first = self.name_last = 0;
  extend(state.self, last);
  state.at = last;
  state.construct = false;
  return true;
}

// A known word that tells neither people nor a time: "the ministry of the interior", not "the government of the president".
bool NounPhraseParser::is_thing(std::size_t at) const {
  return unit(at).reading_count > 0 && entry_if(at, [](const Entry& e) {
                                         return (e.head != Head::None && !is_group(e.head)) || e.weekday > 0 ||
                                                e.time_unit != lexicon::TimeUnit::None || e.has_day_offset ||
                                                e.preposition != Preposition::None;
                                       }) == nullptr;
}

bool NounPhraseParser::attach_adjective(Attaching& state) {
  if (state.adjectives >= kMostAdjectives || !is_adjective(state.at, items_[state.self])) return false;
  ++state.adjectives;
  extend(state.self, ++state.at);
  return true;
}

// li-X for things; "of X", "in X" for people; "of X" for a part of a force.
bool NounPhraseParser::attach_owner(Attaching& state) {
  if (state.depth >= kDeepest || !belongs(state.at, items_[state.self])) return false;
  const bool preposition =
      entry_if(state.at, [](const Entry& e) { return e.preposition != Preposition::None; }) != nullptr && !unit(state.at).has(kFor);
  const bool within = preposition && entry_if(state.at, [](const Entry& e) { return e.preposition == Preposition::In; }) != nullptr;
  const auto inner = parse(next_word(preposition ? state.at + 1 : state.at), state.depth + 1, {});
  if (inner == kNoMention) return false;
  const bool part = preposition && items_[state.self].type == MentionType::Actor;  // "units of the army", not "a force of 20 men"
  if (!is_owner(items_[inner]) || (part && items_[inner].type != MentionType::Actor) ||
      (within && items_[inner].place_entity != kNone)) {  // "soldiers in X": where, not whose
    drop_from(inner);
    return false;
  }
  items_[inner].nested = true;
  state.at = items_[inner].last;
  state.construct = false;
  auto& self = items_[state.self];
  self.owner = inner;
  if (part || self.type == MentionType::People || self.type == MentionType::Source)
    extend(state.self, state.at);
  else
    self.last = static_cast<std::uint32_t>(state.at);
  return true;
}

void NounPhraseParser::relate(std::uint32_t self, Relation relation, std::uint32_t inner) {
  items_[inner].nested = true;
  auto& mention = items_[self];
  if (relation == Relation::SubordinateTo || relation == Relation::UsedBy) mention.owner = inner;
  if (relation == Relation::SubordinateTo) return;
  mention.relation = relation;
  mention.relation_to = inner;
}

// A name in apposition or construct names the group; after an object or people it is the owner.
void NounPhraseParser::take_name(std::uint32_t self, std::uint32_t inner) {
  auto& nested = items_[inner];
  nested.nested = true;
  extend(self, nested.last);
  auto& mention = items_[self];
  const auto head = mention.noun == kNone ? Head::None : units_.lexicon->entry(mention.noun).head;
  if (mention.type != MentionType::Actor || (nested.type != MentionType::Actor && nested.type != MentionType::Place)) {
    mention.owner = inner;
    return;
  }
  if (nested.type == MentionType::Place) {
    mention.place_entity = nested.place_entity;
    return;
  }
  // the radio of the army is not the army; the government of a state speaks for it
  const auto nested_class = nested.entity == kNone ? EntityClass::None : units_.lexicon->entry(nested.entity).entity_class;
  const bool other = is_institution(head) && nested_class != EntityClass::State && nested_class != EntityClass::Media &&
                     nested_class != EntityClass::Organization && nested_class != EntityClass::Monitor;
  if (other || (head == Head::Media && nested_class == EntityClass::State)) {
    mention.owner = inner;
    return;
  }
  mention.entity = nested.entity;
  mention.demonym = nested.demonym;
  mention.name_first = nested.name_first, mention.name_last = nested.name_last;
}

void NounPhraseParser::take_construct(std::uint32_t self, std::uint32_t inner) {
  const auto type = items_[self].type;
  const auto& nested = items_[inner];
  const bool facility = type == MentionType::Object && nested.type == MentionType::Place;
  if (facility) items_[self].place_entity = nested.place_entity;
  take_name(self, inner);
  if (facility) items_[self].owner = kNoMention;
}

// A description that names an institution: a head noun with the article and an adjective, or in construct with a definite noun.
void NounPhraseParser::name_institution(Mention& mention) const {
  if (mention.type != MentionType::Actor || names_something(mention) || mention.noun == kNone || mention.count.given()) return;
  const auto& noun = units_.lexicon->entry(mention.noun);
  if (noun.head == Head::None || noun.head == Head::Post || noun.head == Head::Member || unit(mention.head).enclitic ||
      mention.relation != Relation::None)
    return;
  const bool part = mention.owner != kNoMention && items_[mention.owner].preposition == Preposition::None &&
                    entry_if(items_[mention.owner].first - 1, [](const Entry& e) { return e.preposition == Preposition::From; }) != nullptr;
  if (part) return;  // "units of the army"
  std::size_t last = mention.last;
  while (last > mention.head + 1U && unit(last - 1).end > mention.end) --last;
  const bool more = last > mention.head + 1U, phrase = unit(mention.head).last - unit(mention.head).first > 1;
  const bool weak = noun.strength == lexicon::Strength::Weak;  // a side, a team, an armed group: a description whatever its adjective
  if ((!more && !phrase) || (weak && (mention.owner == kNoMention || noun.head == Head::ArmedGroup))) return;
  if (!unit(mention.head).definite && !(more && (unit(last - 1).definite || mention.place_entity != kNone))) return;
  if (noun.head == Head::ArmedGroup && (mention.demonym != kNone || mention.number == arabic::Number::Plural)) return;
  mention.name_first = mention.head;
  mention.name_last = static_cast<std::uint32_t>(last);
}

// Whether a possessive begins at `at`: li-X for things; "of X", "in X" for people; "of X" for a part of a force.
bool NounPhraseParser::belongs(std::size_t at, const Mention& mention) const {
  const Unit& u = unit(at);
  if (mention.owner != kNoMention) return false;
  const bool people = mention.type == MentionType::People || mention.type == MentionType::Source;
  if (u.has(kFor) && !u.has(kAnd))
    return mention.type == MentionType::Object || mention.type == MentionType::Weapon || mention.type == MentionType::Actor || people;
  const bool is_from = entry_if(at, [](const Entry& e) { return e.preposition == Preposition::From; }) != nullptr;
  if (!people) return is_from && !u.has(kAnd) && is_part(mention);
  if (u.has(kAnd)) return false;
  return u.has(kWith) || is_from || entry_if(at, [](const Entry& e) { return e.preposition == Preposition::In; }) != nullptr;
}

// "units", "a faction": a group without a name, which can be a part of another.
bool NounPhraseParser::is_part(const Mention& mention) const {
  if (mention.type != MentionType::Actor || mention.noun == kNone || names_something(mention) || unit(mention.head).definite) return false;
  return lexicon::is_force(units_.lexicon->entry(mention.noun).head);
}

}  // namespace khabar::entity
