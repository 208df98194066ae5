// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Places behind a cue: "the town of X", "the X countryside", "north of X". The cue gives class and precision, the name behind it the place.
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
using lexicon::Precision;
using lexicon::Preposition;

namespace {

constexpr int kDeepest = 3;
constexpr std::string_view kHeh = "\xD9\x87";     // U+0647: his, its; folded like the teh marbuta of names
constexpr std::size_t kShortestFacilityName = 3;  // letters

bool is_direction(const Entry& cue) {
  return cue.does(Function::Direction) || cue.precision == Precision::Near ||
         (cue.precision == Precision::RuralArea && cue.cue != EntityClass::NaturalFeature && cue.cue != EntityClass::Region);
}

// Cues before names of inhabited places: here even an ordinary word is a name.
bool names_settlements(const Entry& cue) {
  return cue.cue == EntityClass::Settlement || cue.cue == EntityClass::Neighbourhood || cue.cue == EntityClass::District;
}

}  // namespace

std::uint32_t NounPhraseParser::parse_cued_place(Mention mention, const Entry& cue, int depth, const Lead& lead) {
  const auto head = mention.head;
  std::size_t at = head + 1;
  while (opens_quote(at)) ++at;
  if (at >= end_) return kNoMention;
  const bool quoted = at > head + 1U, direction = is_direction(cue);
  mention.type = MentionType::Place;
  mention.noun = id_of(head, [](const Entry& e) { return e.cue != EntityClass::None; });
  mention.precision = cue.precision;
  const bool named_city = unit(head).definite && names_settlements(cue) && !quoted;
  if (named_city)  // the Syrian city X
    while (at + 1 < end_ && unit(at).definite && entry_if(at, [](const Entry& e) { return e.demonym_of != kNone; }) != nullptr) ++at;
  if (direction && at + 1 < end_ &&
      entry_if(at, [](const Entry& e) { return e.preposition == Preposition::From || e.preposition == Preposition::With; }) != nullptr)
    ++at;
  if (!unit(at).is_word() || unit(at).has(kAnd) || unit(at).has(kWith)) return kNoMention;
  if (unit(at).has(kFor) && !direction) return kNoMention;
  if (depth < kDeepest && entry_if(at, [](const Entry& e) { return e.cue != EntityClass::None; }) != nullptr) {
    if (const auto place = parse_cue_of_cue(mention, at, depth); place != kNoMention) return place;
  }
  // behind a cue with the article a definite word is its adjective, not a name
  const bool adjectival =
      unit(head).definite && !quoted && !cue.does(Function::Direction) && at == head + 1U && (unit(at).definite || !named_city);
  const auto state = id_of(at, [](const Entry& e) { return e.kind == Kind::Actor && e.entity_class == EntityClass::State; });
  auto place = adjectival ? kNone : choice_.behind_cue(static_cast<std::uint32_t>(at), cue.cue);
  const bool capital = state != kNone && place != kNone && units_.lexicon->entry(place).population > 100'000;
  if (state != kNone && direction && !capital && units_.lexicon->entry(state).country != kNone)
    place = units_.lexicon->entry(state).country;
  if (place != kNone) {
    mention.entity = mention.place_entity = place;
    mention.last = static_cast<std::uint32_t>(at + 1);
    mention.end = unit(at).end;
    if (quoted && closes_quote(mention.last)) ++mention.last;
    take_place_adjectives(mention);
    return finish_place(mention, cue, depth, lead);
  }
  if (direction || adjectival || cue.cue == EntityClass::Country) return kNoMention;
  const auto named = name_place(mention, at, cue, quoted);
  if (named == kNoMention) return kNoMention;
  mention = items_[named];
  drop_from(named);
  return finish_place(mention, cue, depth, lead);
}

// A cue behind the cue: the northern countryside of the city of X.
std::uint32_t NounPhraseParser::parse_cue_of_cue(Mention mention, std::size_t at, int depth) {
  const auto inner = parse(at, depth + 1, {});
  if (inner == kNoMention) return kNoMention;
  if (items_[inner].type != MentionType::Place || items_[inner].place_entity == kNone) {
    drop_from(inner);
    return kNoMention;
  }
  auto& nested = items_[inner];
  nested.nested = true;
  mention.entity = nested.entity;
  mention.place_entity = nested.place_entity;
  mention.last = nested.last;
  mention.end = nested.end;
  take_place_adjectives(mention);
  return add(mention);
}

// Whether the cue of a place can be a dual or plural; a dual in construct is spelled like "my village".
bool NounPhraseParser::tells_several(const Mention& place) const {
  if (place.number == arabic::Number::Plural || place.number == arabic::Number::Dual) return true;
  for (const auto& reading : units_.of(unit(place.head))) {
    if (reading.sense.entry != place.noun) continue;
    const auto number = lexicon::unpack(reading.sense.features).number;
    if (number == arabic::Number::Plural || number == arabic::Number::Dual) return true;
  }
  return false;
}

void NounPhraseParser::go_on_with_cue(const Mention& before, Mention& place) const {
  if (before.type != MentionType::Place || place.type != MentionType::Place || before.noun == kNone || place.noun != kNone) return;
  if (!tells_several(before) || !names_settlements(units_.lexicon->entry(before.noun))) return;
  place.noun = before.noun;
  place.number = arabic::Number::Plural;
  if (place.precision == Precision::None) place.precision = before.precision;
}

// "the villages of X and Y", "in X and Y": an unknown word behind the conjunction is a place too.
std::uint32_t NounPhraseParser::go_on_with_row(Mention mention, const Mention& row) {
  const auto at = mention.head;
  const bool listed = row.noun != kNone && tells_several(row) && !units_.lexicon->entry(row.noun).does(Function::Direction);
  const bool goes_on = listed && at + 1 < end_ && unit(at + 1).is_word() && begins_with(word_of(at + 1), letter::waw);
  const bool named = unit(at).definite ? (unit(at).flags & kNunFlag) == 0
                                       : (goes_on || place_ends(at + 1U, true)) && !begins_with(word_of(at), letter::yeh);
  if (!named || unit(at).enclitic || (!listed && !unit(at).has(kAnd)) || (!listed && !is_locating(row.preposition))) return kNoMention;
  mention.type = MentionType::Place;
  if (unit(at).reading_count == 0 && begins_with(word_of(at), letter::waw)) ++mention.begin;  // "and" is not of the name
  if (listed) mention.noun = row.noun, mention.number = arabic::Number::Plural, mention.precision = row.precision;
  mention.name_first = mention.head;
  mention.name_last = mention.last;
  return add(mention);
}

// A facility with its own kind that does not place an event ("they struck the base of X") is a thing; the place is inside it.
std::uint32_t NounPhraseParser::finish_place(Mention mention, const Entry& cue, int depth, const Lead& lead) {
  static_cast<void>(depth);
  const auto kind = id_of(mention.head, [](const Entry& e) { return e.kind == Kind::Object; });
  if (cue.cue != EntityClass::Facility || kind == kNone || is_locating(lead.preposition)) return add(mention);
  Mention thing = mention;
  thing.type = MentionType::Object;
  thing.noun = kind;
  thing.entity = kNone;
  thing.precision = Precision::None;
  thing.name_first = thing.name_last = 0;
  const auto self = add(thing);
  mention.nested = true;
  add(mention);
  return self;
}

// What the first word of a facility's name says that it is: the base of the field X is a base.
std::uint32_t NounPhraseParser::kind_of_first_word(std::size_t at) const {
  const Unit& u = unit(at);
  const auto& token = document_.scan.tokens[u.first];
  if (u.last - u.first < 2) return kNone;
  const auto word = document_.scan.word(token);
  const auto skipped = std::min<std::size_t>(u.stem - u.begin, word.size());
  const auto found = units_.lexicon->find_word(word.substr(skipped));
  if (found == kNone || units_.lexicon->first_node(found) == 0) return kNone;
  for (const auto& sense : units_.lexicon->senses(units_.lexicon->first_node(found)))
    if (units_.lexicon->entry(sense.entry).kind == Kind::Object) return sense.entry;
  return kNone;
}

// A known facility that is not where something happens but what is hit: the thing, and the place inside it.
std::uint32_t NounPhraseParser::parse_facility(const Mention& place, const Lead& lead) {
  const auto kind = units_.lexicon->entry(place.entity).entity_class == EntityClass::Facility && !is_locating(lead.preposition)
                        ? kind_of_first_word(place.head)
                        : kNone;
  if (kind == kNone) return add(place);
  Mention thing = place;
  thing.type = MentionType::Object;
  thing.noun = kind;
  thing.entity = kNone;
  const auto self = add(thing);
  add(place);
  items_.back().nested = true;
  return self;
}

// An unknown name behind a cue.
std::uint32_t NounPhraseParser::name_place(Mention mention, std::size_t at, const Entry& cue, bool quoted) {
  const auto head = mention.head;
  std::size_t last = at;
  if (quoted) {
    while (last < end_ && last < at + 4 && unit(last).is_word()) ++last;
    if (!closes_quote(last)) return kNoMention;
  } else {
    if (unit(head).definite || unit(head).enclitic) return kNoMention;
    const bool thing = entry_if(head, [](const Entry& e) { return e.kind == Kind::Object; }) != nullptr;
    // a noun and an unknown word: the village "Kings' Palace"
    const bool pair = names_settlements(cue) && !unit(at).definite && !unit(at).enclitic && !joined(at) && !verb_like(at) &&
                      last + 1 < end_ && unit(last + 1).reading_count == 0 && !unit(last + 1).definite && is_name_word(last + 1, false) &&
                      entry_if(at, [](const Entry& e) {
                        return e.preposition != Preposition::None || e.number >= 0 || e.pos == lexicon::Pos::Adjective ||
                               e.demonym_of != kNone || e.cue != EntityClass::None || e.does(Function::Other);
                      }) == nullptr;
    // "the village of Sheikh X", "the shrine of the imam X"
    const bool titled = (names_settlements(cue) || (cue.cue == EntityClass::Facility && cue.strength != lexicon::Strength::Weak)) &&
                        !joined(at) && at + 1 < end_ &&
                        entry_if(at, [](const Entry& e) { return e.head == Head::Post || e.head == Head::PopulationGroup; }) != nullptr &&
                        is_name_word(at + 1, false) && unit(at + 1).is_word();
    if (pair || titled)
      ++last;
    else if (!is_place_name_word(at, cue))
      return kNoMention;
    if (((thing && !names_settlements(cue)) || cue.cue == EntityClass::Facility) && !unit(at).definite &&
        !unit(at).does(Function::GivenName) && !titled && !names_facility(head, at, cue))
      return kNoMention;
    ++last;
    const bool compound = unit(at).does(Function::GivenName) || (last < end_ && unit(last).definite && unit(last).reading_count == 0);
    const bool second = last < end_ && names_settlements(cue) && unit(at).reading_count == 0 && unit(last).reading_count == 0 &&
                        !unit(last).definite && !unit(at).definite;
    if ((compound || second) && last < end_ && is_name_word(last, false)) ++last;
  }
  mention.name_first = static_cast<std::uint32_t>(at);
  mention.name_last = static_cast<std::uint32_t>(last);
  mention.last = static_cast<std::uint32_t>(quoted ? last + 1 : last);
  mention.end = unit(last - 1).end;
  return add(mention);
}

// "in X," "in X in the province of Y": a word without article or pronoun behind "in" that is unknown, or only the name of places that the
// article does not speak of elsewhere, where the phrase ends or goes on with a larger place, is a place.
std::uint32_t NounPhraseParser::unknown_place(Mention mention, const Lead& lead) {
  constexpr std::uint32_t kShortestName = 3;
  const auto at = mention.head;
  const Unit& u = unit(at);
  if (lead.preposition != Preposition::In && (lead.preposition != Preposition::On || u.reading_count == 0)) return kNoMention;
  if (u.definite || u.enclitic || joined(at) || (u.flags & arabic::kLatinFlag) != 0 || u.end - u.begin < kShortestName) return kNoMention;
  if (document_.slice(document_.scan.tokens[u.first], document_.scan.tokens[u.last - 1]).ends_with(kHeh)) return kNoMention;
  const bool known = u.reading_count > 0;
  if (known ? entry_if(at, [](const Entry& e) { return e.kind != Kind::Place; }) != nullptr : has_pronoun(at)) return kNoMention;
  if (at == 0 || unit(at - 1).kind != TokenKind::Word || !place_ends(at + 1U, lead.preposition == Preposition::In)) return kNoMention;
  mention.type = MentionType::Place;
  if (known) mention.entity = mention.place_entity = choice_.behind_cue(at, EntityClass::Settlement);
  if (mention.entity != kNone) return add(mention);
  mention.name_first = at;
  mention.name_last = mention.last;
  return add(mention);
}

// Whether the name of a place can end before `next`: at a mark of punctuation, or before a larger place.
bool NounPhraseParser::place_ends(std::size_t next, bool marks) const {
  if (next >= end_) return marks;
  const Unit& u = unit(next);
  if (u.kind == TokenKind::Word) {
    const auto is_larger = [](const Entry& e) { return e.cue != EntityClass::None || e.kind == Kind::Place; };
    if (entry_if(next, [](const Entry& e) { return e.does(Function::Direction); }) != nullptr ||
        (u.has(kWith) && entry_if(next, is_larger) != nullptr))
      return true;
    return next + 1 < end_ && entry_if(next, [](const Entry& e) { return e.preposition == Preposition::In; }) != nullptr &&
           entry_if(next + 1, is_larger) != nullptr;
  }
  // letters apart with dots between them are no name
  if (u.kind == TokenKind::Stop && next + 1 < end_ && (unit(next + 1).flags & arabic::kGlued) != 0) return false;
  return marks && (u.kind == TokenKind::Stop || u.kind == TokenKind::Comma || u.kind == TokenKind::Open);
}

// Whether the unknown word ends like one with a pronoun of the third person ("in their ranks").
bool NounPhraseParser::has_pronoun(std::size_t at) const {
  const auto word = document_.scan.word(document_.scan.tokens[unit(at).first]);
  for (const auto& clitic : units_.lexicon->clitics())
    if (clitic.enclitic && clitic.size > 1 && word.size() > clitic.size + 2U &&
        word.ends_with(std::string_view(clitic.letters, clitic.size)))
      return true;
  return false;
}

// "the hotel X", "the X roundabout": an unknown word without the article behind a facility, when it does not look like a verb, a purpose
// or an adjective ("a crowded market", "a hall to store", "a mosque that they use").
bool NounPhraseParser::names_facility(std::size_t head, std::size_t at, const Entry& cue) const {
  const Unit& u = unit(at);
  if (cue.strength == lexicon::Strength::Weak || u.reading_count > 0 || u.definite || u.enclitic || joined(at) || has_pronoun(at))
    return false;
  const auto word = word_of(at), before = word_of(head);
  if (word.size() < kShortestFacilityName || begins_with(word, letter::lam) || begins_with(word, letter::yeh) || is_plural_verb(word))
    return false;
  if (ends_with(before, letter::alef) && ends_with(word, letter::alef)) return false;  // both in the accusative: a noun and its adjective
  return !ends_with(word, letter::heh) || (at + 1 < end_ && unit(at + 1).is_word() && unit(at + 1).definite && !joined(at + 1));
}

// The folded first word of a unit, without a conjunction.
std::string_view NounPhraseParser::word_of(std::size_t at) const {
  auto word = document_.scan.word(document_.scan.tokens[unit(at).first]);
  if (unit(at).has(kAnd) && word.size() > 1 && begins_with(word, letter::waw)) word.remove_prefix(1);
  return word;
}

// A word that can be the name of a place behind `cue`: an unknown one, or a definite noun behind a word for a town or quarter.
bool NounPhraseParser::is_place_name_word(std::size_t at, const Entry& cue) const {
  if (joined(at)) return false;
  if (is_name_word(at, true)) return true;
  const Unit& u = unit(at);
  const bool square = u.definite && (cue.cue == EntityClass::NaturalFeature ||
                                     (cue.cue == EntityClass::Facility && cue.precision == Precision::Facility &&
                                      entry_if(at - 1, [](const Entry& e) { return e.kind == Kind::Object; }) == nullptr));
  if (u.enclitic || (!names_settlements(cue) && !square)) return false;
  const auto is_place = [](const Entry& e) { return e.kind == Kind::Place; };
  if (!u.definite && entry_if(at, is_place) == nullptr) return false;
  const bool of_one = u.definite && (u.flags & kNunFlag) == 0;  // a group or post in the singular names a village, "the fighters" do not
  return entry_if(at, [&](const Entry& e) {
           return e.cue != EntityClass::None || (e.head != Head::None && e.head != Head::PopulationGroup && !of_one) ||
                  (e.kind == Kind::Object && !u.definite) || e.kind == Kind::Weapon || e.pos == lexicon::Pos::Adjective ||
                  e.preposition != Preposition::None || e.number >= 0 || e.does(Function::Relative) || e.does(Function::Direction) ||
                  e.event != lexicon::EventType::None || e.demonym_of != kNone;
         }) == nullptr;
}

// Adjectives of direction and nationality behind a place name: the northern countryside of X.
void NounPhraseParser::take_place_adjectives(Mention& mention) const {
  while (mention.last < end_ && unit(mention.last).is_word() && unit(mention.last).definite && !joined(mention.last) &&
         entry_if(mention.last, [](const Entry& e) { return e.does(Function::Direction) || e.demonym_of != kNone; }) != nullptr) {
    mention.end = unit(mention.last).end;
    ++mention.last;
  }
}

}  // namespace khabar::entity
