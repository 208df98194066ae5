// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The arguments of a verb: what stands to its right in order; its subject on the left is clause_left.cpp's.
#include "event/analyser.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using entity::Unit;
using lexicon::Certainty;
using lexicon::EventType;
using lexicon::Function;
using lexicon::Preposition;
using lexicon::Slot;

namespace {

constexpr std::uint32_t kFarthestSubject = 16;  // steps to the left

}  // namespace

void Analyser::verb_arguments(std::uint32_t number) {
  std::vector<Bare> bare;
  std::vector<Argument> phrases;
  const auto at_unit = sentence_.predicates[number].unit;
  std::vector<Step> steps;
  const auto stop = walk(at_unit + 1, true, steps);
  for (const auto& step : steps) {
    if (step.bare)
      bare.push_back({step.argument.mention, step.argument.predicate});
    else
      phrases.push_back(step.argument);
  }
  bool relative = false;
  const bool goes_on = this->goes_on(sentence_.predicates[number]);
  Bare left = goes_on ? Bare{} : subject_on_the_left(number, relative);
  if (!relative && has_own_subject(number, bare)) left = {};
  left_[number] = {left, left.found() && (relative || unit(at_unit).enclitic)};
  fronted_places(at_unit, phrases);
  opening_place_of_speech(number, phrases);
  auto& p = sentence_.predicates[number];
  p.last = std::max(stop, at_unit + 1);
  p.arguments = std::move(phrases);
  const auto put = [&](Bare b, Slot slot) {
    if (!b.found()) return;
    p.arguments.push_back({slot, b.mention, b.predicate, Certainty::Certain});
    if (b.predicate != kNoPredicate && slot == Slot::Subject) p.subject_predicate = b.predicate;
  };
  // Coordinated phrases share the slot of the one before.
  std::vector<std::pair<Bare, bool>> groups;
  for (const auto& b : bare) groups.emplace_back(b, b.mention != kNoMention && mention(b.mention).coordinated && !groups.empty());
  std::size_t next = 0;
  const auto put_group = [&](Slot slot) {
    if (next >= groups.size()) return;
    put(groups[next++].first, slot);
    while (next < groups.size() && groups[next].second) put(groups[next++].first, slot);
  };
  // "X, and Y beside it, carried out more raids": all that stands before a light verb's event noun is its subject.
  const auto event_noun = std::find_if(groups.begin(), groups.end(), [](const auto& g) { return g.first.predicate != kNoPredicate; });
  if (p.light && !p.passive && event_noun != groups.end() && units_.lexicon->role(p.frame, Slot::Object) == lexicon::RoleName::Event)
    for (auto group = groups.begin(); group != event_noun; ++group) group->second = group != groups.begin();
  // "the aircraft's raids struck a depot": who stands between the event noun and what was struck struck it
  for (std::size_t i = 1; i + 1 < groups.size(); ++i)
    if (groups[i - 1].first.predicate != kNoPredicate && strikes_in_construct(groups[i - 1].first.predicate, groups[i].first) &&
        !groups[i + 1].second) {
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  std::size_t group_count = 0;
  for (const auto& group : groups) group_count += group.second ? 0U : 1U;
  const bool has_object_pronoun = unit(at_unit).enclitic;
  const bool lone_victim = !left.found() && group_count > 0 && hurts_somebody(p) && groups[0].first.mention != kNoMention &&
                           is_person(mention(groups[0].first.mention)) && !dropped_subject(p, mention(groups[0].first.mention)) &&
                           (group_count == 1 || !kills(mention(groups[0].first.mention)));
  if (p.passive || lone_victim || (by_agent(p) && units_.lexicon->role(p.frame, Slot::PassiveSubject) != lexicon::RoleName::None)) {
    if (left.found() && group_count == 0) put(left, Slot::PassiveSubject);
    put_group(Slot::PassiveSubject);
  } else if (has_object_pronoun) {
    // "raids that the aircraft carried out": the pronoun takes the noun up again
    const bool taken_up = relative || left.predicate != kNoPredicate || (group_count > 0);
    if (left.found()) put(left, taken_up ? Slot::Object : Slot::Subject);
    if (!left.found() || taken_up) put_group(Slot::Subject);
    put_group(Slot::Object);
  } else if (left.found()) {
    const bool were_killed = (group_count == 0 || listed_behind(at_unit, groups[0].first)) && p.casualty && hurts_somebody(p) &&
                             left.mention != kNoMention && is_person(mention(left.mention));
    put(left, were_killed ? Slot::PassiveSubject : Slot::Subject);
    if (!were_killed) put_group(Slot::Object);
  } else if (group_count >= 2) {
    const auto first = groups[0].first.mention;
    const bool object_first = first != kNoMention && takes_actor(p) && is_oblique(mention(first));
    if (!object_first) put_group(Slot::Subject);
    put_group(Slot::Object);
  } else if (group_count == 1) {
    const auto& lone = groups[0].first;
    const bool object = reads_as_object(p, lone) || (lone.mention != kNoMention && dropped_subject(p, mention(lone.mention)));
    put_group(object ? Slot::Object : Slot::Subject);
  }
  // "the post located in the town of X": a place right behind the object says where that is
  if (next > 0 && next < groups.size() && groups[next].first.mention != kNoMention && groups[next - 1].first.mention != kNoMention) {
    const auto id = groups[next].first.mention;
    const auto& place = mention(id);
    if (place.type == MentionType::Place && place.noun != lexicon::kNone && place.first <= mention(groups[next - 1].first.mention).last + 1)
      p.arguments.push_back({Slot::In, id, kNoPredicate, Certainty::Certain});
  }
  choose_sense(p);
}

// "it said that on Sunday gunmen attacked a village": of two phrases behind a verb the first, who can act, is its subject, and the
// pronoun of "that" stands for nobody.
bool Analyser::has_own_subject(std::uint32_t number, const std::vector<Bare>& bare) const {
  const auto at = sentence_.predicates[number].unit;
  if (bare.size() < 2 || bare[0].mention == kNoMention || unit(at).enclitic || !takes_actor(sentence_.predicates[number])) return false;
  const auto& m = mention(bare[0].mention);
  const bool acts = is_force(m) || (m.type == MentionType::People && m.noun != lexicon::kNone &&
                                    units_.lexicon->entry(m.noun).head == lexicon::Head::Member);
  return acts && m.first == at + 1 && m.number == arabic::Number::Plural && !is_oblique(m) && !m.count.given() &&
         (bare[1].mention == kNoMention || !mention(bare[1].mention).coordinated);
}

// "17 men were killed, 12 soldiers and 5 guards": a comma parts the verb from those who are listed.
bool Analyser::listed_behind(std::uint32_t verb, const Bare& b) const {
  return b.mention != kNoMention && is_person(mention(b.mention)) && mention(b.mention).first > verb + 1 &&
         unit(verb + 1).kind == TokenKind::Comma;
}

// Whether what stands right behind an event noun can be who struck.
bool Analyser::strikes_in_construct(std::uint32_t noun, const Bare& b) const {
  const auto& p = sentence_.predicates[noun];
  return b.mention != kNoMention && !p.definite && p.adjectives.empty() && mention(b.mention).first == p.unit + 1 &&
         genitive_acts(p, {Slot::Genitive, b.mention, kNoPredicate, Certainty::Certain});
}

// "and killed ...": a verb with a conjunction opens its own clause; nothing to its left is its subject.
bool Analyser::goes_on(const Predicate& p) const { return unit(p.unit).has(entity::kAnd) || unit(p.unit).has(entity::kThen); }

// Before its subject a verb stands in the singular and agrees in gender: where it does not, its subject is dropped and what follows
// it is its object; so is what stands in the accusative.
bool Analyser::dropped_subject(const Predicate& p, const Mention& m) const {
  if (!takes_actor(p) || (m.type != MentionType::People && m.type != MentionType::Person)) return false;
  if (is_oblique(m)) return true;
  for (const auto& reading : units_.of(unit(p.unit))) {
    if (reading.sense.entry != p.entry) continue;
    const auto verb = lexicon::unpack(reading.sense.features);
    if (verb.tense == arabic::Tense::None || verb.person != 3) continue;
    if (verb.number != arabic::Number::Singular && verb.number != arabic::Number::None) return true;
    if (verb.gender != arabic::Gender::Feminine) return false;
    return std::any_of(units_.of(unit(m.head)).begin(), units_.of(unit(m.head)).end(), [&](const auto& noun) {
      return noun.sense.entry == m.noun && lexicon::unpack(noun.sense.features).gender == arabic::Gender::Masculine;
    });
  }
  return false;
}

// "gunmen" in the letters of the accusative: no subject. Behind a number every subject stands so.
bool Analyser::is_oblique(const Mention& m) const {
  if (m.head != m.first || m.noun == lexicon::kNone || m.count.given()) return false;
  bool oblique = false;
  for (const auto& reading : units_.of(unit(m.head))) {
    if (reading.sense.entry != m.noun) continue;
    if (!lexicon::unpack(reading.sense.features).oblique) return false;
    oblique = true;
  }
  return oblique;
}

// Places that stand before the verb at the head of its clause: "and in X, ..., the aircraft struck".
void Analyser::fronted_places(std::uint32_t verb, std::vector<Argument>& phrases) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t at = verb, steps = 0; at > sentence_.first && steps < kFarthestSubject; ++steps) {
    --at;
    const auto inside = containing(at);
    if (inside != kNoMention) {
      const auto& m = mention(inside);
      at = m.first;
      if (m.preposition != Preposition::None && m.place_entity != lexicon::kNone && slot_of(m.preposition) == Slot::In)
        found.push_back(inside);
      else if (m.type == MentionType::Place && m.preposition == Preposition::None && m.noun != lexicon::kNone)
        found.push_back(inside);
      continue;
    }
    const auto other = predicate_at(at);
    if (other != kNoPredicate) return;  // the places behind another predicate are its own
    if (unit(at).does(Function::Relative) || opens_clause(at)) break;
  }
  for (const auto id : found) phrases.push_back({Slot::In, id, kNoPredicate, Certainty::Certain});
}

bool Analyser::by_agent(const Predicate& p) const {
  return std::any_of(p.arguments.begin(), p.arguments.end(),
                     [](const Argument& a) { return a.slot == Slot::By && a.certainty == Certainty::Certain; });
}

// A lone bare phrase behind a verb: the object of a dropped subject (or the subject of an unvocalised passive) when it is a thing,
// a place or people that are hit; else the subject.
bool Analyser::reads_as_object(const Predicate& p, const Bare& b) const {
  const auto subject = units_.lexicon->role(p.frame, Slot::Subject), object = units_.lexicon->role(p.frame, Slot::Object);
  if (b.predicate != kNoPredicate) return object == lexicon::RoleName::Event && subject != lexicon::RoleName::Event;
  const auto& m = mention(b.mention);
  if (subject != lexicon::RoleName::Actor) return false;
  if (object == lexicon::RoleName::Weapon) return m.type == MentionType::Weapon;
  if (object == lexicon::RoleName::None) return false;
  const bool explosive = m.type == MentionType::Weapon && m.noun != lexicon::kNone &&  // "blew up a car bomb"
                         units_.lexicon->entry(m.noun).means == EventType::Bombing &&
                         units_.lexicon->entry(p.entry).event == EventType::Bombing;
  return explosive || m.type == MentionType::Object || m.type == MentionType::Place ||
         (m.type == MentionType::People && m.noun != lexicon::kNone &&
          units_.lexicon->entry(m.noun).head == lexicon::Head::PopulationGroup);
}

// Whether what the verb says happened to something is an event: "befell", "hit" of a raid.
bool Analyser::takes_event(const Predicate& p) const {
  return units_.lexicon->role(p.frame, Slot::Subject) == lexicon::RoleName::Event &&
         units_.lexicon->role(p.frame, Slot::Object) == lexicon::RoleName::Target;
}

bool Analyser::takes_actor(const Predicate& p) const { return units_.lexicon->role(p.frame, Slot::Subject) == lexicon::RoleName::Actor; }

bool Analyser::is_country(const Mention& m) const {
  return m.entity != lexicon::kNone && m.noun == lexicon::kNone &&
         units_.lexicon->entry(m.entity).entity_class == lexicon::EntityClass::Country;
}

// "four soldiers were killed": unvocalised, a verb of killing without an object is passive where people stand before it.
bool Analyser::hurts_somebody(const Predicate& p) const { return units_.lexicon->role(p.frame, Slot::Object) == lexicon::RoleName::Victim; }

bool Analyser::is_person(const Mention& m) const {
  if (m.type == MentionType::Person) return true;
  if (m.type != MentionType::People) return false;
  if (m.noun == lexicon::kNone || m.demonym != lexicon::kNone) return true;  // "four Yemenis"
  const auto head = units_.lexicon->entry(m.noun).head;
  return head == lexicon::Head::PopulationGroup || head == lexicon::Head::Member;
}

// Before another person, fighters whose number is not said kill rather than are killed.
bool Analyser::kills(const Mention& m) const {
  return m.type == MentionType::People && m.noun != lexicon::kNone && !m.count.given() &&
         units_.lexicon->entry(m.noun).head == lexicon::Head::Member;
}

// "In X, the agency said that a rocket hit ...": the place that opens the sentence is where the first event told in it happened.
void Analyser::opening_place_of_speech(std::uint32_t number, std::vector<Argument>& phrases) const {
  const auto& p = sentence_.predicates[number];
  if (!p.trigger || std::any_of(phrases.begin(), phrases.end(), [](const Argument& a) { return a.slot == Slot::In; })) return;
  for (std::uint32_t other = 0; other < number; ++other)
    if (sentence_.predicates[other].trigger) return;
  for (auto at = sentence_.first; at < std::min(sentence_.last, sentence_.first + 2); ++at) {
    const auto here = mentions_.at_unit[at];
    if (here == kNoMention) continue;
    const auto& m = mention(here);
    const bool located = m.type == MentionType::Place && m.preposition != Preposition::None && slot_of(m.preposition) == Slot::In;
    if (located && m.last < sentence_.last && unit(m.last).kind == TokenKind::Comma)
      phrases.push_back({Slot::In, here, kNoPredicate, Certainty::Certain});
    return;
  }
}

// A verb of ammunition that comes down may also tell of a town that falls: what its subject is decides.
void Analyser::choose_sense(Predicate& p) const {
  if (units_.lexicon->role(p.frame, Slot::Subject) != lexicon::RoleName::Weapon) return;
  const bool place = std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    return (a.slot == Slot::Subject || a.slot == Slot::PassiveSubject) && a.mention != kNoMention &&
           mention(a.mention).type == MentionType::Place;
  });
  if (!place) return;
  for (const auto& reading : units_.of(unit(p.unit))) {
    const auto& e = units_.entry(reading);
    if (e.event == EventType::None || units_.lexicon->role(e.frame, Slot::Subject) != lexicon::RoleName::Place) continue;
    p.entry = reading.sense.entry;
    p.frame = e.frame;
    for (auto& a : p.arguments)
      if (a.slot == Slot::PassiveSubject) a.slot = Slot::Subject;
    return;
  }
}

}  // namespace khabar::event
