// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/teller.hpp"

#include <algorithm>
#include <numeric>

namespace khabar::event {

using lexicon::Factuality;
using lexicon::kNone;
using lexicon::RoleName;
using lexicon::Slot;

Membership Teller::run() {
  Membership membership;
  for (const auto& sentence : context_.sentences) membership.push_back(tell_sentence(sentence));
  return membership;
}

std::uint32_t Teller::root(std::vector<std::uint32_t>& parent, std::uint32_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

RoleName Teller::role_of(const Predicate& p, Slot slot) const { return context_.lexicon.role(p.frame, slot); }

void Teller::join(Joins& parent, std::uint32_t a, std::uint32_t b) {
  const auto x = root(parent, a), y = root(parent, b);
  if (x != y) parent[std::max(x, y)] = std::min(x, y);
}

std::vector<std::uint32_t> Teller::tell_sentence(const Sentence& sentence) {
  const auto& predicates = sentence.predicates;
  Joins parent(predicates.size());
  std::iota(parent.begin(), parent.end(), 0U);
  for (std::uint32_t i = 0; i < predicates.size(); ++i) {
    if (predicates[i].leads_to && !predicates[i].trigger) continue;
    join_carried(predicates, i, parent);
    join_purpose_and_cause(predicates, i, parent);
    join_going_on(predicates, i, parent);
    join_circumstance(predicates, i, parent);
    join_arms(predicates, i, parent);
  }
  const auto before = told_last_before(sentence);
  auto number = tell_groups(sentence, parent);
  inherit_subjects(sentence, number, before);
  absorb_effects(sentence, number);
  share_places(sentence, number);
  attach_stray_places(sentence, number);
  place_interceptions(number);
  return number;
}

// A verb and the event noun that is its object, subject or means.
void Teller::join_carried(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const {
  const auto& p = predicates[i];
  for (const auto& argument : p.arguments) {
    if (argument.predicate == kNoPredicate) continue;
    const auto& noun = predicates[argument.predicate];
    if (!noun.trigger) continue;
    const auto role = role_of(p, argument.slot);
    const bool carried = role == RoleName::Event;
    const bool subject = argument.slot == Slot::Subject && (p.trigger || p.light) && same_kind(p, noun);
    const bool by_strike = argument.slot == Slot::With && role == RoleName::Weapon && p.trigger && same_kind(p, noun);
    const bool launched = argument.slot == Slot::Object && role == RoleName::Weapon && p.trigger && p.verb;  // "launched an attack"
    if ((p.light && carried) || launched || (p.trigger && !p.casualty && (subject || by_strike))) join(parent, i, argument.predicate);
    // "repelled an attack": the attack is the event, who repels it its target
    if (p.trigger && entry(p.entry).event == EventType::Interception && attacks(noun)) join(parent, i, argument.predicate);
  }
  // A light noun or verb directly before a trigger noun: "a series of raids", "carrying out a raid".
  if (p.light && !p.verb && i + 1 < predicates.size() && predicates[i + 1].trigger && predicates[i + 1].unit <= p.unit + 2)
    join(parent, i, i + 1);
}

void Teller::join_purpose_and_cause(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const {
  const auto& p = predicates[i];
  if (!p.trigger || p.casualty) return;
  // "raids to target X": a purpose tells no second happening
  if (!p.verb && p.preposition == lexicon::Preposition::For && !governed(predicates, i))
    for (std::uint32_t j = i; j-- > 0;)
      if (predicates[j].trigger && !predicates[j].casualty && same_kind(p, predicates[j])) {
        join(parent, i, j);
        break;
      }
  // "the assassination of X by a bomb": the cause names the event
  if (type_group(entry(p.entry).event) != type_group(EventType::TargetedKilling)) return;
  for (const auto& argument : p.arguments) {
    if (argument.predicate == kNoPredicate || (argument.slot != Slot::In && argument.slot != Slot::With)) continue;
    const auto& cause = predicates[argument.predicate];
    if (cause.trigger && !cause.casualty && type_group(entry(cause.entry).event) <= type_group(EventType::Bombing))
      join(parent, i, argument.predicate);
  }
}

// "intercepted and shot down", "stood up to it and destroyed it", "raided the post and killed two": the verb goes on with the
// happening of the verb before.
void Teller::join_going_on(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const {
  const auto& p = predicates[i];
  if (!p.trigger || !p.verb || !unit(p.unit).has(entity::kAnd)) return;
  for (std::uint32_t j = i; j-- > 0;) {
    if (!predicates[j].trigger || predicates[j].casualty) continue;
    if (takes_up(predicates, i, j)) join(parent, i, j);
    return;
  }
}

// "the aircraft bombed the town, targeting depots": a participle without an article or conjunction tells more of the happening before.
void Teller::join_circumstance(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const {
  const auto& p = predicates[i];
  if (!p.trigger || p.casualty || !p.participle || p.definite || p.verb || unit(p.unit).has(entity::kAnd)) return;
  for (std::uint32_t j = i; j-- > 0;)
    if (predicates[j].trigger && !predicates[j].casualty && same_kind(p, predicates[j])) return join(parent, i, j);
}

// "survived an attempt with a bomb that hit his convoy": what its arms hit was hit in the happening before.
void Teller::join_arms(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const {
  const auto& p = predicates[i];
  if (!p.trigger || !p.verb || p.casualty || unit(p.unit).has(entity::kAnd)) return;
  for (const auto& arms : p.arguments) {
    if (arms.slot != Slot::Subject || arms.mention == entity::kNoMention) continue;
    const auto& m = mention(arms.mention);
    if (m.type != entity::MentionType::Weapon || m.last != p.unit) continue;
    for (std::uint32_t j = i; j-- > 0;)
      if (predicates[j].trigger && !predicates[j].casualty &&
          std::any_of(predicates[j].arguments.begin(), predicates[j].arguments.end(),
                      [&](const Argument& a) { return a.mention == arms.mention && a.slot == Slot::With; }))
        return join(parent, i, j);
  }
}

bool Teller::takes_up(const std::vector<Predicate>& predicates, std::uint32_t i, std::uint32_t before) const {
  const auto &p = predicates[i], &q = predicates[before];
  const auto has = [](const Predicate& x, Slot slot) {
    return std::any_of(x.arguments.begin(), x.arguments.end(), [&](const Argument& a) { return a.slot == slot; });
  };
  if (has(p, Slot::Subject) || has(p, Slot::In)) return false;
  if (p.casualty) return !p.passive && attacks_by(q) && has(p, Slot::Object);
  if (!same_kind(p, q)) return false;
  return (unit(p.unit).enclitic && !has(p, Slot::Object)) || p.arguments.empty() || (q.verb && q.unit + 1 == p.unit);
}

std::vector<std::uint32_t> Teller::tell_groups(const Sentence& sentence, Joins& parent) {
  const auto count = static_cast<std::uint32_t>(sentence.predicates.size());
  std::vector<std::uint32_t> number(count, kNobody), of_root(count, kNobody), members;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto r = root(parent, i);
    if (of_root[r] != kNobody) {
      number[i] = of_root[r];
      continue;
    }
    if (report_.event_mentions.size() == kMostEventMentions) {
      report_.cut = true;
      break;
    }
    members.clear();
    for (std::uint32_t j = i; j < count; ++j)
      if (root(parent, j) == r) members.push_back(j);
    if (auto told = tell(sentence, members)) {
      of_root[r] = number[i] = static_cast<std::uint32_t>(report_.event_mentions.size());
      report_.event_mentions.push_back(std::move(*told));
    }
  }
  return number;
}

// An attack of any kind, told by verb or noun.
bool Teller::attacks_by(const Predicate& p) const {
  const int group = type_group(entry(p.entry).event);
  return p.trigger && !p.casualty && group >= 1 && group <= 3;
}

bool Teller::attacks(const Predicate& p) const { return !p.verb && attacks_by(p); }

bool Teller::repels(const Predicate& p, const Sentence& sentence) const {
  return p.trigger && entry(p.entry).event == EventType::Interception &&
         std::any_of(p.arguments.begin(), p.arguments.end(),
                     [&](const Argument& a) { return a.predicate != kNoPredicate && attacks(sentence.predicates[a.predicate]); });
}

// Whether a light verb takes the noun as its event.
bool Teller::governed(const std::vector<Predicate>& predicates, std::uint32_t noun) const {
  return std::any_of(predicates.begin(), predicates.end(), [&](const Predicate& p) {
    return p.light && std::any_of(p.arguments.begin(), p.arguments.end(),
                                  [&](const Argument& a) { return a.predicate == noun && role_of(p, a.slot) == RoleName::Event; });
  });
}

bool Teller::same_kind(const Predicate& a, const Predicate& b) const {
  if (!a.trigger || !b.trigger || a.light) return true;
  const auto x = entry(a.entry).event, y = entry(b.entry).event;
  return type_group(x) == type_group(y) || ((x == EventType::Strike || y == EventType::Strike) && type_group(x) <= 3 && type_group(y) <= 3);
}

// "and it also shelled ...": a verb without a subject goes on with the actor of the verb before; at the head of a sentence, with that of
// the sentence before.
void Teller::inherit_subjects(const Sentence& sentence, const std::vector<std::uint32_t>& number, std::uint32_t before) {
  bool within = false;
  for (std::uint32_t i = 0; i < sentence.predicates.size(); ++i) {
    const auto id = number[i];
    if (id == kNobody || (within && id == before)) continue;
    auto& told = report_.event_mentions[id];
    const auto& p = sentence.predicates[i];
    const bool has_actor = std::any_of(told.fillers.begin(), told.fillers.end(), is_agent) || told.by_adjective != kNone;
    const bool goes_on = within ? unit(p.unit).has(entity::kAnd) : drops_subject(sentence, p);
    if (!has_actor && before != kNobody && goes_on) take_agents(told, report_.event_mentions[before]);
    before = id;
    within = true;
  }
}

void Teller::take_agents(EventMention& told, const EventMention& before) const {
  for (auto filler : before.fillers)
    if (is_agent(filler) && told.type != EventType::ArmedClash) {
      filler.inherited = true;
      told.fillers.push_back(filler);
    }
  if (told.by_adjective == kNone) told.by_adjective = before.by_adjective, told.by_adjective_unit = before.by_adjective_unit;
}

// The happening told last in the sentence before.
std::uint32_t Teller::told_last_before(const Sentence& sentence) const {
  if (report_.event_mentions.empty() || report_.event_mentions.back().sentence + 1 != sentence.number) return kNobody;
  return static_cast<std::uint32_t>(report_.event_mentions.size() - 1);
}

// "And blew up a car at night": a verb of the third person at the head of its sentence that nobody is the subject of.
bool Teller::drops_subject(const Sentence& sentence, const Predicate& p) const {
  if (!p.verb || p.passive || !p.trigger || p.casualty || role_of(p, Slot::Subject) != RoleName::Actor || !unit(p.unit).has(entity::kAnd) ||
      p.unit != sentence.first)
    return false;
  return std::any_of(p.arguments.begin(), p.arguments.end(), [](const Argument& a) { return a.slot == Slot::Object; }) &&
         std::none_of(p.arguments.begin(), p.arguments.end(), [](const Argument& a) { return a.slot == Slot::Subject; });
}

// Destruction that follows from an event of the same sentence is its effect, not another event.
void Teller::absorb_effects(const Sentence& sentence, std::vector<std::uint32_t>& number) {
  std::uint32_t cause = kNobody;
  for (std::uint32_t i = 0; i < sentence.predicates.size(); ++i) {
    const auto& p = sentence.predicates[i];
    if (number[i] == kNobody) continue;
    const auto id = number[i];
    const bool effect = entry(p.entry).effect != lexicon::Effect::None;
    if (!effect || p.verb) {
      if (!p.casualty && type_group(report_.event_mentions[id].type) <= 4) cause = id;
      continue;
    }
    if (cause == kNobody || cause == id || report_.event_mentions[id].factuality != Factuality::Asserted) continue;
    auto& from = report_.event_mentions[id];
    auto& to = report_.event_mentions[cause];
    from.absorbed_into = cause;
    to.triggers.insert(to.triggers.end(), from.triggers.begin(), from.triggers.end());
    for (const auto& filler : from.fillers)
      if (filler.role == Role::TargetObject || filler.role == Role::Place) add(to, filler);
    number[i] = cause;
  }
}

bool is_generic(EventType type) { return type == EventType::Strike || type == EventType::Explosion || type == EventType::None; }

int type_group(EventType type) {
  switch (type) {
    case EventType::AirStrike:
    case EventType::DroneStrike:
    case EventType::Shelling:
    case EventType::RocketAttack:
    case EventType::Strike:
      return 1;
    case EventType::Bombing:
    case EventType::Explosion:
      return 2;
    case EventType::GroundAttack:
    case EventType::ArmedClash:
    case EventType::TargetedKilling:
      return 3;
    case EventType::Interception:
      return 4;
    case EventType::Arrest:
    case EventType::Abduction:
      return 5;
    case EventType::Movement:
      return 6;
    case EventType::TerritorialChange:
      return 7;
    case EventType::None:
      break;
  }
  return 0;
}

Membership tell_events(const Context& context, Report& report) { return Teller(context, report).run(); }

}  // namespace khabar::event
