// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The arguments of a verb: what stands to its right in order, and its subject on the left.
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
constexpr std::uint32_t kFarthestSpeaker = 40;  // units between a verb of saying and "that it"

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
  const Bare left = goes_on ? Bare{} : subject_on_the_left(number, relative);
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
    const bool were_killed =
        group_count == 0 && p.casualty && hurts_somebody(p) && left.mention != kNoMention && is_person(mention(left.mention));
    put(left, were_killed ? Slot::PassiveSubject : Slot::Subject);
    put_group(Slot::Object);
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
  return m.type == MentionType::Object || m.type == MentionType::Place ||
         (m.type == MentionType::People && m.noun != lexicon::kNone &&
          units_.lexicon->entry(m.noun).head == lexicon::Head::PopulationGroup);
}

// Whether what the verb says happened to something is an event: "befell", "hit" of a raid.
bool Analyser::takes_event(const Predicate& p) const {
  return units_.lexicon->role(p.frame, Slot::Subject) == lexicon::RoleName::Event &&
         units_.lexicon->role(p.frame, Slot::Object) == lexicon::RoleName::Target;
}

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

bool Analyser::complementizer_with_pronoun(std::uint32_t at) const {
  return unit(at).does(Function::Complementizer) && unit(at).does(Function::Pronoun);
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
