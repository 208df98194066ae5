// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Persons: a known name, an unknown one behind a post or rank, and a row of words that begins with a given name.
#include "entity/noun_phrase.hpp"

#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::entity {

namespace letter = arabic::letter;

using arabic::TokenKind;
using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Head;
using lexicon::Kind;
using lexicon::kNone;

namespace {

constexpr std::size_t kLongestName = 5;  // words of an unknown name
}  // namespace

// A word that can be part of an unknown name: not in the lexicon, a given name, or one that is a name only with a cue.
bool NounPhraseParser::is_name_word(std::size_t at, bool first) const {
  const Unit& u = unit(at);
  if (!u.is_word() || u.furniture || (u.flags & arabic::kLatinFlag) != 0) return false;
  if (is_ali(at))
    return !first ||
           (at + 1 < end_ && (unit(at + 1).reading_count == 0 || unit(at + 1).does(Function::GivenName)) && is_name_word(at + 1, false));
  if (!first && joined(at) && !u.does(Function::GivenName)) return false;
  if (u.reading_count == 0) return u.end - u.stem > 1 && !u.has(kFor) && !u.has(kWith);
  if (u.does(Function::GivenName)) return !joined(at) || (first && !u.has(kWith) && !u.has(kFor) && !u.has(kAs));
  if (first || u.enclitic || joined(at)) return false;
  // a family name that is also the name of a village or a tribe, or of a trade: "X the preacher"
  if (u.definite && unit(at - 1).does(Function::GivenName) && names_trade(at)) return true;
  bool entity = false;
  for (const auto& reading : units_.of(u)) {
    const auto& e = units_.entry(reading);
    if (e.demonym_of != kNone && u.definite) {
      entity = true;
      continue;
    }
    if (e.kind != Kind::Place && e.kind != Kind::Actor && e.kind != Kind::Person) return false;
    if (e.entity_class == EntityClass::Country || e.entity_class == EntityClass::State) return false;
    entity = true;
  }
  return entity && u.last - u.first == 1;
}

// A word for one person of a calling and for nothing else.
bool NounPhraseParser::names_trade(std::size_t at) const {
  const auto& u = unit(at);
  return u.reading_count > 0 && u.last - u.first == 1 && std::all_of(units_.of(u).begin(), units_.of(u).end(), [&](const Reading& reading) {
           const auto head = units_.entry(reading).head;
           const auto number = lexicon::unpack(reading.sense.features).number;
           return (head == Head::PopulationGroup || head == Head::Member || head == Head::Post) && number != arabic::Number::Plural &&
                  number != arabic::Number::Dual;
         });
}

// Letter folding does not keep the name Ali and the preposition "on" apart; dots under the last letter do, for most writers.
bool NounPhraseParser::is_ali(std::size_t at) const {
  const Unit& u = unit(at);
  return (u.flags & kDottedFlag) != 0 && u.last - u.first == 1 && !joined(at) && !u.enclitic &&
         entry_if(at, [](const Entry& e) { return e.preposition == lexicon::Preposition::On; }) != nullptr;
}

// Whether the unit is unknown, or only the name of entities.
bool NounPhraseParser::only_names(std::size_t at) const {
  return units_.find(unit(at), [](const Entry& e) { return e.kind != Kind::Place && e.kind != Kind::Actor && e.kind != Kind::Person; }) ==
         nullptr;
}

// "Abu Omar al-Bukmali": two words that are also the name of a village, with an unknown family name behind them.
bool NounPhraseParser::names_two(std::size_t at) const {
  const Unit& u = unit(at);
  if (u.last - u.first != 2 || u.reading_count == 0 || u.enclitic || joined(at) || !only_names(at) || at + 1 >= end_) return false;
  const Unit& family = unit(at + 1);
  return family.is_word() && family.definite && family.reading_count == 0 && ends_with(word_of(at + 1), letter::yeh) && !joined(at + 1);
}

// An unknown word that looks like a verb in the plural, or at the beginning of a name like any imperfect: "children who shout".
bool NounPhraseParser::is_no_name(std::size_t at, bool first) const {
  if (unit(at).reading_count > 0 || unit(at).definite) return false;
  const auto word = word_of(at);
  if (is_plural_verb(word) || (first && (begins_with(word, letter::yeh) || word.size() < 3))) return true;
  const bool future = begins_with(word, letter::seen) && begins_with(word.substr(1), letter::yeh);
  return (future || begins_with(word, letter::yeh)) && word.size() > 3 && ends_with(word, letter::noon) &&
         ends_with(word.substr(0, word.size() - 1), letter::waw);
}

// Where the name that begins at `first` ends. After a family name (with the article) only further such names go on.
std::size_t NounPhraseParser::name_end(std::size_t first) const {
  std::size_t last = first;
  bool family = false;
  while (last < end_ && last < first + kLongestName && is_name_word(last, last == first)) {
    const Unit& u = unit(last);
    const bool given = u.does(Function::GivenName);
    if (!given && is_no_name(last, last == first)) break;
    if (last >= first + 2 && !given && !u.definite && ends_with(word_of(last), letter::heh)) break;
    if (family && !u.definite && !given) break;
    if (last >= first + 3 && !u.definite && !given) break;
    family |= u.definite;
    ++last;
  }
  return last;
}

std::uint32_t NounPhraseParser::parse_given_name(Mention mention) {
  const auto head = mention.head;
  if (unit(head).last - unit(head).first > 1)  // a name of two words that others bear too
    if (const auto person = known_person(mention, head); person != kNoMention) return person;
  if (names_two(head)) {
    auto last = head + 1U;
    while (last < end_ && last < head + kLongestName && is_name_word(last, false)) ++last;
    mention.type = MentionType::Person;
    return name_person(mention, head, last);
  }
  if (!(unit(head).does(Function::GivenName) || is_ali(head)) || unit(head).definite || unit(head).enclitic) return kNoMention;
  const auto last = name_end(head);
  if (last < head + 2U) return kNoMention;
  // an adjective that is also a name: "partly safe", "legally sound"
  const bool adjective = entry_if(head, [](const Entry& e) { return e.kind == Kind::Word && e.pos == lexicon::Pos::Adjective; }) != nullptr;
  if (adjective && !unit(head + 1U).does(Function::GivenName) && !unit(head + 1U).definite) return kNoMention;
  mention.type = MentionType::Person;
  return name_person(mention, head, last);
}

std::uint32_t NounPhraseParser::name_person(Mention mention, std::size_t first, std::size_t last) {
  mention.name_first = static_cast<std::uint32_t>(first);
  mention.name_last = mention.last = static_cast<std::uint32_t>(last);
  mention.head = mention.name_first;
  mention.end = unit(last - 1).end;
  mention.count = {};
  return add(mention);
}

// A word of a post or rank, or an adjective of one; it agrees with the first in its article.
bool NounPhraseParser::is_title(std::size_t at, bool definite) const {
  if (!unit(at).is_word() || joined(at) || unit(at).definite != definite) return false;
  return entry_if(at,
                  [](const Entry& e) {
                    return e.head == Head::Post || e.demonym_of != kNone || (e.pos == lexicon::Pos::Adjective && e.kind == Kind::Word);
                  }) != nullptr &&
         !unit(at).does(Function::GivenName);
}

std::uint32_t NounPhraseParser::known_person(Mention mention, std::size_t at) {
  const auto* known = units_.find(unit(at), [](const Entry& e) { return e.kind == Kind::Person; });
  if (known == nullptr || unit(at).has(kAnd) || known->enclitic) return kNoMention;
  mention.type = MentionType::Person;
  mention.entity = known->sense.entry;
  mention.head = static_cast<std::uint32_t>(at);
  mention.begin = unit(at).stem;
  mention.last = static_cast<std::uint32_t>(at + 1);
  mention.end = unit(at).end;
  return add(mention);
}

// "the young man X Y", "the doctor Y": people in the singular with the article, and a name behind them.
std::uint32_t NounPhraseParser::parse_called(Mention mention) {
  std::size_t at = next_word(mention.head + 1);
  while (at < end_ && is_title(at, true) && sure_name(at, false) == nullptr) ++at;
  if (!unit(mention.head).definite || at >= end_ || joined(at) || unit(at).definite || mention.count.given()) return kNoMention;
  if (const auto person = known_person(mention, at); person != kNoMention) return person;
  auto last = name_end(at);
  if (last == at && only_names(at) && unit(at).reading_count > 0 && sure_name(at, false) == nullptr) {  // first names that are places' too
    last = at + 1;
    while (last < end_ && last < at + kLongestName && is_name_word(last, false)) ++last;
  }
  if (last < at + 2) return kNoMention;
  mention.type = MentionType::Person;
  mention.begin = unit(at).stem;
  return name_person(mention, at, last);
}

// "the commander of X", "spokesman Y Z", "General Y", "the spokesman of X, Y Z": a person when a name follows, else people of a post.
std::uint32_t NounPhraseParser::parse_post(Mention mention, int depth) {
  std::size_t at = mention.head + 1;
  while (at < end_ && is_title(at, unit(mention.head).definite) && sure_name(at, false) == nullptr) ++at;
  const bool quoted = opens_quote(at);
  const std::size_t open = quoted ? at + 1 : at;
  if (open < end_) {
    if (const auto person = known_person(mention, open); person != kNoMention) return person;
    const auto last = unit(open).has(kAnd) ? open : name_end(open);
    const bool lone = last == open + 1 &&
                      (quoted || (mention.head > 0 && unit(mention.head - 1).kind == TokenKind::Quote && kind_at(last, TokenKind::Quote)) ||
                       unit(open).does(Function::GivenName) || (unit(mention.head).definite && unit(open).reading_count == 0));
    if ((last >= open + 2 || (lone && !unit(open).enclitic && !has_pronoun(open))) && !unit(open).definite) {
      mention.type = MentionType::Person;
      mention.begin = unit(open).stem;
      return name_person(mention, open, last);
    }
  }
  mention.type = MentionType::People;
  const auto self = attach(mention, depth);
  if (items_[self].owner != kNoMention) take_name_behind(self, items_[self].last);
  return self;
}

// "a leader of X, Y Z", "the drug dealer Y Z": one person of a calling with a name behind what says whose or of what.
void NounPhraseParser::name_follower(std::uint32_t self) {
  const auto& m = items_[self];
  if (m.type != MentionType::People || m.count.given() || unit(m.head).enclitic) return;
  for (const auto& reading : units_.of(unit(m.head)))
    if (reading.sense.entry == m.noun && lexicon::unpack(reading.sense.features).number == arabic::Number::Plural) return;
  std::size_t behind = m.last;
  const bool construct = !unit(m.head).definite && m.last == m.head + 1U;
  if (construct && behind < end_ && unit(behind).is_word() && unit(behind).definite && !joined(behind)) ++behind;  // "of drugs"
  if (behind > m.head + 1U && behind < end_ && unit(behind).does(Function::GivenName)) take_name_behind(self, behind);
}

// A name behind the post and its organisation: "the spokesman of the army Y Z".
void NounPhraseParser::take_name_behind(std::uint32_t self, std::size_t at) {
  const auto behind = static_cast<std::uint32_t>(at);
  if (items_[self].type != MentionType::People || behind >= end_) return;
  const auto known = unit(behind).has(kAnd) ? nullptr : units_.find(unit(behind), [](const Entry& e) { return e.kind == Kind::Person; });
  const auto last = known != nullptr ? behind + 1U : name_end(behind);
  if (known == nullptr && (last < behind + 2U || unit(behind).definite)) return;
  auto& person = items_[self];
  person.type = MentionType::Person;
  person.count = {};
  person.head = behind;
  person.begin = unit(behind).stem;
  if (known != nullptr)
    person.entity = known->sense.entry;
  else
    person.name_first = behind, person.name_last = static_cast<std::uint32_t>(last);
  extend(self, last);
}

}  // namespace khabar::entity
