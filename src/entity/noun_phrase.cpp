// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The beginning of a phrase: its quantity and its head, which says what the phrase is.
#include "entity/noun_phrase.hpp"

#include "lexicon/labels.hpp"
#include "lexicon/properties.hpp"

namespace khabar::entity {

namespace letter = arabic::letter;

using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Head;
using lexicon::Kind;
using lexicon::kNone;
using lexicon::Preposition;

namespace {

constexpr int kDeepest = 3;  // nested attachments

Preposition clitic_preposition(const Unit& u) {
  if (u.has(kWith)) return Preposition::With;
  if (u.has(kFor)) return Preposition::For;
  if (u.has(kAs)) return Preposition::As;
  return Preposition::None;
}

// "three of X" counts people and things; "three from X" says where they are from.
bool can_be_counted(MentionType type) { return type == MentionType::People || type == MentionType::Object || type == MentionType::Weapon; }

}  // namespace

bool is_locating(Preposition preposition) {
  switch (preposition) {
    case Preposition::In:
    case Preposition::Near:
    case Preposition::Inside:
    case Preposition::Around:
    case Preposition::Over:
    case Preposition::Through:
    case Preposition::Toward:
    case Preposition::Between:
    case Preposition::To:
    case Preposition::From:
    case Preposition::With:
      return true;
    default:
      return false;
  }
}

std::uint32_t NounPhraseParser::parse(std::size_t at, int depth, const Lead& lead) {
  if (at >= end_ || depth > kDeepest || unit(at).furniture) return kNoMention;
  if (!unit(at).is_word() && unit(at).kind != arabic::TokenKind::Number) return kNoMention;
  Mention mention;
  mention.first = static_cast<std::uint32_t>(at);
  mention.preposition = clitic_preposition(unit(at));
  std::size_t head = at;
  if (!read_quantity(mention, at, head) || head >= end_) return kNoMention;
  const bool of_them = mention.count.given() && mention.count.quantifier == lexicon::Quantifier::Exactly && head > at + 1 &&
                       entry_if(head - 1, [](const Entry& e) { return e.preposition == Preposition::From; }) != nullptr;
  if (head > at && joined(head)) return kNoMention;
  mention.head = static_cast<std::uint32_t>(head);
  mention.begin = head > at ? unit(at).stem : unit(head).stem;
  const auto found =
      parse_head(mention, depth, {mention.preposition != Preposition::None ? mention.preposition : lead.preposition, lead.row});
  if (found == kNoMention) return found;
  if (of_them && !can_be_counted(items_[found].type)) {
    drop_from(found);
    return kNoMention;
  }
  finish_count(items_[found]);
  return found;
}

// "three X", "dozens of X", "one of the X": false when no head can follow.
bool NounPhraseParser::read_quantity(Mention& mention, std::size_t at, std::size_t& head) const {
  const auto count = read_count(units_, at, end_, head);
  if (count.given() && unit(at).definite && unit(at).is_word()) {
    head = at;  // "the second", a day of the week
  } else if (count.given()) {
    mention.count = count;
    if (head < end_ && entry_if(head, [](const Entry& e) { return e.preposition == Preposition::From; }))
      ++head;  // a number of X, five of the members of X
    return true;
  }
  if (at + 1 < end_ && unit(at).does(Function::Each)) {
    mention.each = true;
    mention.count = {1, 1, lexicon::Quantifier::Exactly};
    head = at + 1;
  }
  return true;
}

// A dual counts itself. A form that can also be singular (tanwin) or plural says no number.
void NounPhraseParser::finish_count(Mention& mention) const {
  arabic::Number number = arabic::Number::None;
  bool other = false;
  for (const auto& reading : units_.of(unit(mention.head))) {
    if (mention.noun != kNone && reading.sense.entry != mention.noun) continue;
    const auto form = lexicon::unpack(reading.sense.features).number;
    other |= form != arabic::Number::Dual;
    if (number == arabic::Number::None || number == arabic::Number::Dual) number = form;
  }
  if (number != arabic::Number::None) mention.number = number;
  if (mention.count.given() || other || mention.noun == kNone) return;
  if (number == arabic::Number::Dual && mention.type != MentionType::Actor && mention.type != MentionType::Place)
    mention.count = {2, 2, lexicon::Quantifier::Exactly};
}

std::uint32_t NounPhraseParser::parse_head(Mention mention, int depth, const Lead& lead) {
  const auto head = mention.head;
  const Unit& u = unit(head);
  if (!u.is_word()) return kNoMention;
  mention.definite = u.definite;
  mention.last = head + 1;
  mention.end = u.end;
  if (const auto* cue = entry_if(head, kCueFacet, [](const Entry& e) { return e.cue != EntityClass::None; });
      cue != nullptr && !u.enclitic) {
    if (const auto place = parse_cued_place(mention, *cue, depth, lead); place != kNoMention) return place;
  }
  const bool located = is_locating(lead.preposition) || lead.row != nullptr;
  if (const auto* name = sure_name(head, located)) return parse_name(mention, *name, depth, lead);
  if (const auto noun = parse_noun(mention, depth, lead); noun != kNoMention) return noun;
  if (const auto people = parse_nationals(mention, depth); people != kNoMention) return people;
  if (const auto place = verb_like(head) && !located ? kNone : choice_.alone(head, located, lead.row != nullptr); place != kNone) {
    mention.type = MentionType::Place;
    mention.entity = mention.place_entity = place;
    take_place_adjectives(mention);
    return add(mention);
  }
  if (lead.row != nullptr && only_names(head))
    if (const auto place = go_on_with_row(mention, *lead.row); place != kNoMention) return place;
  if (const auto place = unknown_place(mention, lead); place != kNoMention) return place;
  return parse_given_name(mention);
}

// Whether a word for shooting down stands right before.
bool NounPhraseParser::intercepted(std::size_t at) const {
  for (std::size_t back = 1; back <= 3 && back <= at && unit(at - back).is_word(); ++back)
    if (entry_if(at - back, kEventFacet, [](const Entry& e) { return e.event == lexicon::EventType::Interception; }) != nullptr)
      return true;
  return false;
}

// A head noun: a thing, a weapon, people, a group, a source.
std::uint32_t NounPhraseParser::parse_noun(Mention mention, int depth, const Lead& lead) {
  const auto is_object = [](const Entry& e) { return e.kind == Kind::Object; };
  const auto is_weapon = [](const Entry& e) { return e.kind == Kind::Weapon; };
  const auto is_head = [](const Entry& e) { return e.head != Head::None; };
  const auto head = mention.head;
  if (!unit(head).is(kObjectFacet | kWeaponFacet | kHeadFacet)) return kNoMention;
  // "artillery (shelling)" is an adjective that looks like a weapon in the dual
  const auto* thing = units_.find(unit(head), [](const Entry& e) { return e.kind == Kind::Object || e.kind == Kind::Weapon; });
  const bool adjective = thing != nullptr && lexicon::unpack(thing->sense.features).number == arabic::Number::Dual &&
                         id_of(head, [](const Entry& e) { return e.kind == Kind::Word && e.means != lexicon::EventType::None; }) != kNone;
  const bool weapon = !adjective && id_of(head, is_weapon) != kNone;
  // what is a weapon and a thing is the weapon, unless it is shot at
  const bool target = lead.preposition == Preposition::On || intercepted(mention.first);
  if (mention.noun = adjective ? kNone : id_of(head, is_object); mention.noun != kNone && (!weapon || target)) {
    mention.type = MentionType::Object;
    // "site", "network" and the like are media when a name in quotes follows
    if (const auto group = id_of(head, [](const Entry& e) { return e.head == Head::Media; }); group != kNone && opens_quote(head + 1))
      mention.noun = group, mention.type = MentionType::Actor;
    return attach(mention, depth);
  }
  if (mention.noun = weapon ? id_of(head, is_weapon) : kNone; mention.noun != kNone) {
    mention.type = MentionType::Weapon;
    return attach(mention, depth);
  }
  if (is_adjective_of(head)) return kNoMention;
  mention.noun = id_of(head, is_head);
  // a word that is a rank and a unit is the unit when it has no article
  if (const auto group = id_of(head, [](const Entry& e) { return e.head == Head::Unit; });
      group != kNone && (!unit(head).definite || kind_at(head + 1, arabic::TokenKind::Number)))
    mention.noun = group;
  else if (const auto rank = id_of(head, [](const Entry& e) { return e.head == Head::Post; });
           rank != kNone && group != kNone && head + 1 < end_ && unit(head + 1).does(Function::GivenName))
    mention.noun = rank;
  if (mention.noun == kNone) return kNoMention;
  if (!unit(head).definite && entry_if(head, [](const Entry& e) { return e.preposition != Preposition::None; }) != nullptr)
    return kNoMention;  // "before", not "imam"
  switch (units_.lexicon->entry(mention.noun).head) {
    case Head::PopulationGroup:
    case Head::Member:
      if (const auto person = parse_called(mention); person != kNoMention) return person;
      mention.type = MentionType::People;
      break;
    case Head::SourceHead:
      mention.type = MentionType::Source;
      break;
    case Head::Post:
      return parse_post(mention, depth);
    default:
      mention.type = MentionType::Actor;
      break;
  }
  const auto self = attach(mention, depth);
  name_follower(self);
  return self;
}

// "12 Palestinians", "two Iranians", "(arrested) a Palestinian": an adjective of nationality that heads a phrase. It is counted, or a
// masculine dual or plural behind no noun that it could agree with, or one person who was killed, hurt or taken.
std::uint32_t NounPhraseParser::parse_nationals(Mention mention, int depth) {
  const auto head = mention.head;
  const Unit& u = unit(head);
  const auto* people = units_.find(u, kDemonymFacet, [](const Entry& e) { return e.demonym_of != kNone && e.kind == Kind::Word; });
  if (people == nullptr || u.definite || u.enclitic) return kNoMention;
  const auto several = [&](std::size_t at) {
    for (const auto& reading : units_.of(unit(at))) {
      const auto form = lexicon::unpack(reading.sense.features);
      if (form.gender != arabic::Gender::Feminine && (form.number == arabic::Number::Dual || form.number == arabic::Number::Plural))
        return true;
    }
    return false;
  };
  if (!mention.count.given() && is_one_national(head)) {
    mention.count = {1, 1, lexicon::Quantifier::Exactly};
  } else if (!mention.count.given()) {
    if ((u.flags & kNunFlag) == 0 || !several(head)) return kNoMention;
    const bool agrees =
        head > 0 && unit(head - 1).is_word() && !verb_like(head - 1) && (unit(head - 1).reading_count == 0 || several(head - 1));
    if (agrees) return kNoMention;
  } else if (lexicon::unpack(people->sense.features).gender == arabic::Gender::Feminine) {
    return kNoMention;
  }
  mention.type = MentionType::People;
  mention.noun = people->sense.entry;
  mention.demonym = units_.entry(*people).demonym_of;
  return attach(mention, depth);
}

// "a Palestinian was killed": a masculine singular behind a word that people suffer; in the accusative, behind any word that is not.
bool NounPhraseParser::is_one_national(std::size_t head) const {
  if (head == 0 || joined(head) || !unit(head - 1).is_word()) return false;
  bool plain = false, accusative = false;
  for (const auto& reading : units_.of(unit(head))) {
    const auto form = lexicon::unpack(reading.sense.features);
    if (form.gender == arabic::Gender::Feminine) return false;
    plain |= form.number == arabic::Number::Singular && !form.oblique;
    accusative |= form.number == arabic::Number::Singular && form.oblique;
  }
  if (plain) return entry_if(head - 1, [](const Entry& e) { return e.outcome != lexicon::Outcome::None; }) != nullptr;
  return accusative && unit(head - 1).definite && !ends_with(word_of(head - 1), arabic::letter::alef);
}

// An adjective that is spelled like a noun of people or groups: "strong" (dotted) like "forces"; "military", "civilian" behind a noun that
// they agree with or joined to an adjective. A month or a particle is no person either.
bool NounPhraseParser::is_adjective_of(std::size_t at) const {
  const Unit& u = unit(at);
  if (u.last - u.first > 1) return false;
  const auto is_person = [](const Entry& e) { return e.head == Head::PopulationGroup || e.head == Head::Member || e.head == Head::Post; };
  const auto* person = units_.find(u, kHeadFacet, is_person);
  if (!u.definite && person != nullptr &&
      entry_if(at, [](const Entry& e) { return e.month > 0 || e.pos == lexicon::Pos::Particle; }) != nullptr)
    return true;
  if (entry_if(at, kAdjectiveFacet, [](const Entry& e) {
        return e.kind == Kind::Word && e.pos == lexicon::Pos::Adjective && e.demonym_of == kNone && e.head == Head::None;
      }) == nullptr)
    return false;
  if ((u.flags & kDottedFlag) != 0 && id_of(at, [](const Entry& e) { return e.head == Head::ArmedForce; }) != kNone) return true;
  if (person == nullptr || u.enclitic || at == 0) return false;
  const auto form = lexicon::unpack(person->sense.features);
  const bool feminine = !u.definite && form.gender == arabic::Gender::Feminine && form.number == arabic::Number::Singular;
  if (joined(at)) return feminine && u.has(kAnd);
  const Unit& before = unit(at - 1);
  const bool noun = before.is_word() && !verb_like(at - 1) &&
                    entry_if(at - 1, [](const Entry& e) { return e.preposition != Preposition::None; }) == nullptr;
  if (u.definite && entry_if(at - 1, [](const Entry& e) { return e.month > 0; }) != nullptr) return true;  // "the current" month
  const bool accusative = !u.definite && !before.definite && form.number == arabic::Number::Singular &&    // "in (a) military dress"
                          ends_with(word_of(at), letter::alef) && ends_with(word_of(at - 1), letter::alef);
  return noun && (feminine || accusative || (u.definite && before.definite && form.number == arabic::Number::Singular));
}

// Whether the unit is a verb as well as a name: then it is the verb.
bool NounPhraseParser::verb_like(std::size_t at) const {
  const Unit& u = unit(at);
  if (u.last - u.first > 1 || u.definite || !u.is(kVerbFacet)) return false;
  for (const auto& reading : units_.of(u))
    if (units_.entry(reading).kind == Kind::Word && lexicon::unpack(reading.sense.features).tense != arabic::Tense::None) return true;
  return false;
}

// A name that several actors bear ("the government forces", "the popular resistance", "the coalition") means the one of the article's
// country, or the one that acts there.
bool NounPhraseParser::is_home_name(std::size_t at, const Entry& actor) const {
  const bool phrase = unit(at).last - unit(at).first > 1;
  const auto home = choice_.home();
  const auto at_home = [&](const Entry& e) { return (phrase && e.country == home) || acts_in(e, home); };
  if (home == kNone || !at_home(actor)) return false;
  for (const auto& reading : units_.of(unit(at))) {
    const auto& other = units_.entry(reading);
    if (&other != &actor && other.kind == Kind::Actor && at_home(other)) return false;
  }
  return true;
}

bool NounPhraseParser::acts_in(const Entry& actor, std::uint32_t country) const {
  for (const auto& fact : units_.lexicon->facts(actor))
    if (fact.object_entry == country && units_.lexicon->text(fact.predicate) == lexicon::kActiveIn) return true;
  return false;
}

// A reading as a named entity that needs no cue; null when there is none.
const Reading* NounPhraseParser::sure_name(std::size_t at, bool located) const {
  if (!unit(at).is(kNameFacet)) return nullptr;
  const Reading* best = nullptr;
  const bool verb = verb_like(at);
  const bool quoted =
      at > 0 && at + 1 < end_ && unit(at - 1).kind == arabic::TokenKind::Quote && unit(at + 1).kind == arabic::TokenKind::Quote;
  for (const auto& reading : units_.of(unit(at))) {
    const auto& e = units_.entry(reading);
    if (reading.enclitic || (e.kind != Kind::Actor && e.kind != Kind::Person && e.kind != Kind::Place)) continue;
    const bool unsure = (reading.sense.flags & lexicon::kAmbiguous) != 0 || verb;
    if (unsure && (verb || e.kind != Kind::Actor || !((quoted && unit(at).definite) || is_home_name(at, e)))) continue;
    if (e.kind == Kind::Place && choice_.alone(static_cast<std::uint32_t>(at), located) == kNone) continue;
    if (best == nullptr || (units_.entry(*best).kind == Kind::Place && e.kind == Kind::Actor)) best = &reading;
  }
  return best;
}

bool NounPhraseParser::lies_in(const Entry& place, std::uint32_t country) const {
  return units_.lexicon->find_container(place.parent, [&](std::uint32_t id) { return id == country; }) != kNone;
}

std::uint32_t NounPhraseParser::parse_name(Mention mention, const Reading& name, int depth, const Lead& lead) {
  const Entry& e = units_.entry(name);
  mention.type = e.kind == Kind::Place ? MentionType::Place : e.kind == Kind::Person ? MentionType::Person : MentionType::Actor;
  mention.entity = name.sense.entry;
  if (mention.type == MentionType::Place) {
    mention.entity = mention.place_entity = choice_.alone(mention.head, true);
    take_place_adjectives(mention);
    return parse_facility(mention, lead);
  }
  if (e.entity_class == EntityClass::State) {
    mention.place_entity = e.country;
    if ((name.sense.flags & lexicon::kMetonym) != 0)
      if (const auto city = id_of(mention.head, [&](const Entry& p) { return p.kind == Kind::Place && lies_in(p, e.country); });
          city != kNone)
        mention.place_entity = city;
    if (lead.row != nullptr && mention.place_entity != kNone) {  // the airports of X and Damascus
      mention.type = MentionType::Place;
      mention.entity = mention.place_entity;
      take_place_adjectives(mention);
      return add(mention);
    }
  }
  return attach(mention, depth);
}

}  // namespace khabar::entity
