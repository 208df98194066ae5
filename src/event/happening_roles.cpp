// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Who and what takes part: slots to roles, roles by the kind of thing that fills them.
#include "event/teller.hpp"

#include <algorithm>

namespace khabar::event {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::Certainty;
using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Head;
using lexicon::kNone;
using lexicon::RoleName;
using lexicon::Slot;

// A light verb's phrases fill the roles that the event noun's frame gives them.
void Teller::fill(const Predicate& p, const Predicate& main, const Sentence& sentence, EventMention& told) {
  // Phrases that a masdar takes with "to": its agent, unless the agent is told otherwise.
  const bool agent_known = has_agent(p, sentence);
  for (const auto& argument : p.arguments) {
    if (argument.mention == kNoMention) continue;
    auto role = role_of(p, argument.slot);
    if (repels(p, sentence)) role = argument.slot == Slot::Subject || argument.slot == Slot::Genitive ? RoleName::Target : RoleName::None;
    const bool accuser = argument.slot == Slot::Subject && role_of(p, Slot::Object) == RoleName::Actor;
    if (p.light && !p.trigger && (role == RoleName::None || argument.slot == Slot::In) && !accuser) role = role_of(main, argument.slot);
    if (p.light && role == RoleName::None) role = light_role(argument.slot);
    if (p.light && role == RoleName::None && argument.slot == Slot::Genitive && role_of(p, Slot::Subject) == RoleName::Actor)
      role = RoleName::Actor;
    if (role == RoleName::None && (argument.slot == Slot::In || argument.slot == Slot::Inside)) role = RoleName::Place;
    const auto& m = mention(argument.mention);
    if (role == RoleName::None && argument.slot == Slot::Between && m.type == MentionType::Place) role = RoleName::Place;
    if (argument.slot == Slot::Genitive && role == RoleName::Target && genitive_acts(p, m))
      role = locates_assault(p, m) ? RoleName::Place : RoleName::Actor;
    if (role == RoleName::Actor && described_by_suspicion(p, m)) continue;
    if (argument.slot == Slot::For && !p.verb && role == RoleName::Target && !agent_known &&
        ((is_force(m) && role_of(p, Slot::Toward) == RoleName::Target) || (m.type == MentionType::Actor && patient_behind(p, m))))
      role = RoleName::Actor;
    if (argument.slot == Slot::By && argument.certainty != Certainty::Certain)
      role = suspects_patient(p, m) ? RoleName::None : suspects_owner(p, m) ? RoleName::Target : RoleName::Actor;
    if (argument.slot == Slot::With && (m.type == MentionType::Place || (m.type == MentionType::Actor && m.place_entity != kNone)))
      role = RoleName::Place;
    if (argument.slot == Slot::From && m.type == MentionType::Weapon) role = RoleName::Weapon;
    if (argument.slot == Slot::From && !agent_known && strikes_from(p, m)) role = RoleName::Actor;
    const bool goes_off = entry(p.entry).event == EventType::Bombing;  // "the detonation of a bomb"
    if (m.type == MentionType::Weapon && role == RoleName::Target && (argument.slot == Slot::With || goes_off)) role = RoleName::Weapon;
    if ((role == RoleName::Actor || role == RoleName::Target) && says_nobody(m)) continue;
    put(told, role, argument.mention, p.frame, argument.certainty == Certainty::Certain ? stated(p) : argument.certainty);
    if (role != RoleName::Victim || !p.casualty) continue;
    const bool counted = counted_people(m) && caused_elsewhere(p, sentence);
    for (auto& filler : told.fillers) {
      if (filler.role != Role::Target || filler.mention != argument.mention) continue;
      filler.victim = true;
      if (counted) filler.inherited = true, filler.confidence = 0.7F;
    }
  }
}

// The genitive of a masdar is who strikes: an armed actor behind a noun of striking ("the shelling of the army"), and anybody who can act
// where the patient stands in a phrase of its own ("the fighters' shelling of the village").
bool Teller::genitive_acts(const Predicate& p, const Mention& m) const {
  const bool striking = role_of(p, Slot::Toward) == RoleName::Target;
  const bool fighters = m.type == MentionType::People && m.noun != kNone && entry(m.noun).head == Head::Member;
  if (striking && (is_force(m) || (fighters && entry(p.entry).pos == lexicon::Pos::Noun))) return true;  // "the gunmen's attack"
  const bool acts = is_force(m) || fighters || m.type == MentionType::Actor;
  return acts && std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
           return a.mention != kNoMention &&
                  (a.slot == Slot::Object || a.slot == Slot::For || a.slot == Slot::On || a.slot == Slot::Against) &&
                  role_of(p, a.slot) == RoleName::Target;
         });
}

// "the attacks of Paris": the country behind an attack that hits nothing else is where it was.
bool Teller::locates_assault(const Predicate& p, const Mention& m) const {
  return m.place_entity != kNone && m.noun == kNone && entry(p.entry).strength == lexicon::Strength::Weak &&
         std::none_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
           return a.mention != kNoMention && a.slot != Slot::Genitive && role_of(p, a.slot) == RoleName::Target;
         });
}

// "shelling from the forces of X": behind a noun of striking a force is no place it comes from, a state may be.
bool Teller::strikes_from(const Predicate& p, const Mention& m) const {
  const bool undergone = role_of(p, Slot::Subject) == RoleName::Target;  // "came under shelling from"
  const bool striking = attacks_by(p) && (!p.verb || undergone) && role_of(p, Slot::By) == RoleName::Actor;
  const bool fighters = m.type == MentionType::People && m.noun != kNone && entry(m.noun).head == Head::Member;
  const bool state =
      m.entity != kNone && (entry(m.entity).entity_class == EntityClass::State || entry(m.entity).entity_class == EntityClass::Country);
  return striking && (fighters || (m.type == MentionType::Actor && is_force(m) && !state));
}

// What stands right before a suspicion, or null.
const Argument* Teller::before_suspect(const Predicate& p, const Mention& suspect) const {
  const Argument* before = nullptr;
  for (const auto& a : p.arguments) {
    if (a.mention == kNoMention || mention(a.mention).first >= suspect.first) continue;
    if (before == nullptr || mention(before->mention).first < mention(a.mention).first) before = &a;
  }
  return before;
}

// "arrested men who are suspected of belonging to X": what stands right before the suspicion is who was arrested or hit.
bool Teller::suspects_patient(const Predicate& p, const Mention& suspect) const {
  const auto* before = before_suspect(p, suspect);
  if (before == nullptr || mention(before->mention).type != MentionType::People) return false;
  const auto role = role_of(p, before->slot);
  return role == RoleName::Target || role == RoleName::Victim;
}

// "struck posts that are believed to belong to X": what was hit is theirs.
bool Teller::suspects_owner(const Predicate& p, const Mention& suspect) const {
  const auto* before = before_suspect(p, suspect);
  if (before == nullptr || mention(before->mention).type != MentionType::Object || role_of(p, before->slot) != RoleName::Target)
    return false;
  return unit(suspect.first).has(entity::kFor) || (suspect.first > 0 && units_.find(unit(suspect.first - 1), [](const Entry& e) {
           return e.relation != lexicon::Relation::None;
         }) != nullptr);
}

// "a bombardment of (by) X, of a house": behind the agent another phrase says what was hit.
bool Teller::patient_behind(const Predicate& p, const Mention& m) const {
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    return a.mention != kNoMention && mention(a.mention).first > m.first && (a.slot == Slot::For || a.slot == Slot::On) &&
           (mention(a.mention).type == MentionType::Object || mention(a.mention).type == MentionType::Place);
  });
}

// How sure a verb is of its roles: who is accused is suspected.
Certainty Teller::stated(const Predicate& p) const {
  const auto certainty = entry(p.entry).certainty;
  return certainty == Certainty::Probable || certainty == Certainty::Possible ? certainty : Certainty::Certain;
}

// "a side", "the party responsible": a word for an actor that names none.
bool Teller::says_nobody(const Mention& m) const {
  return m.type == MentionType::Actor && m.entity == kNone && m.owner == kNoMention && m.demonym == kNone && m.name_first == m.name_last &&
         m.relation == lexicon::Relation::None && m.noun != kNone && entry(m.noun).head == Head::Organization &&
         entry(m.noun).strength == lexicon::Strength::Weak;
}

// "members who are believed to belong to X": they are X, for whom the suspicion stands.
bool Teller::described_by_suspicion(const Predicate& p, const Mention& m) const {
  return m.type == MentionType::People && m.owner == kNoMention && m.demonym == kNone &&
         std::any_of(p.arguments.begin(), p.arguments.end(),
                     [](const Argument& a) { return a.slot == Slot::By && a.certainty != Certainty::Certain; });
}

// "seven people": a figure of casualties, which says nothing of who they were.
bool Teller::counted_people(const Mention& m) const {
  return m.type == MentionType::People && m.count.given() && m.owner == kNoMention && m.entity == kNone && m.noun != kNone &&
         entry(m.noun).head == Head::PopulationGroup;
}

// Whether the sentence names what killed them.
bool Teller::caused_elsewhere(const Predicate& p, const Sentence& sentence) const {
  return std::any_of(sentence.predicates.begin(), sentence.predicates.end(),
                     [&](const Predicate& q) { return &q != &p && q.trigger && !q.casualty; });
}

RoleName Teller::light_role(Slot slot) {
  switch (slot) {
    case Slot::On:
    case Slot::Against:
    case Slot::Toward:
      return RoleName::Target;
    case Slot::In:
      return RoleName::Place;
    case Slot::With:
      return RoleName::Weapon;
    case Slot::By:
      return RoleName::Actor;
    default:
      return RoleName::None;
  }
}

bool Teller::has_agent(const Predicate& p, const Sentence& sentence) const {
  for (const auto& argument : p.arguments)
    if ((argument.slot == Slot::Genitive && argument.mention != kNoMention && genitive_acts(p, mention(argument.mention))) ||
        argument.slot == Slot::By)
      return true;
  for (const auto at : p.adjectives)
    if (units_.find(unit(at), [](const Entry& e) { return e.demonym_of != kNone; }) != nullptr) return true;
  const auto acts = [&](const Predicate& other) {
    return std::any_of(other.arguments.begin(), other.arguments.end(),
                       [&](const Argument& a) { return a.mention != kNoMention && role_of(other, a.slot) == RoleName::Actor; });
  };
  for (const auto& other : sentence.predicates)
    if (other.light && acts(other))
      for (const auto& argument : other.arguments)
        if (argument.predicate != kNoPredicate && &sentence.predicates[argument.predicate] == &p &&
            role_of(other, argument.slot) == RoleName::Event)
          return true;
  return false;
}

// An armed actor or its arms, that is: who strikes rather than what is struck when nothing else tells.
bool Teller::is_force(const Mention& m) const {
  if (m.type == MentionType::Weapon) return true;
  if (m.type != MentionType::Actor) return false;
  if (m.entity == kNone) return m.noun != kNone && lexicon::is_force(entry(m.noun).head);
  return lexicon::is_force(entry(m.entity).entity_class);
}

void Teller::add(EventMention& told, Filler filler) {
  for (auto& other : told.fillers)
    if (other.role == filler.role && other.mention == filler.mention && other.by_demonym == filler.by_demonym) return;
  told.fillers.push_back(filler);
}

// Gives a mention the role, which the kind of thing it is makes precise.
void Teller::put(EventMention& told, RoleName role, std::uint32_t id, std::uint8_t frame, Certainty certainty) {
  const auto& m = mention(id);
  const Role actor = certainty == Certainty::Certain ? Role::Actor : Role::LikelyActor;
  Filler filler{.role = actor, .mention = id, .certainty = certainty, .frame = frame};
  const auto owner_acts = [&] {
    if (m.owner != kNoMention)
      add(told, {.role = actor, .mention = m.owner, .certainty = certainty, .frame = frame});
    else if (m.demonym != kNone)
      add(told, {.role = actor, .mention = id, .by_demonym = true, .certainty = certainty, .frame = frame});
  };
  switch (role) {
    case RoleName::Actor:
      if (m.type == MentionType::Weapon || m.type == MentionType::Object) {
        if (m.type == MentionType::Weapon) add(told, {.role = Role::Weapon, .mention = id, .frame = frame});
        owner_acts();
      } else if (m.type == MentionType::Place) {
        if (state_of(m))
          filler.role = actor, add(told, filler);
        else
          add(told, {.role = Role::Place, .mention = id, .frame = frame});
      } else if (m.type != MentionType::Source) {
        add(told, filler);
      }
      return;
    case RoleName::Target:
    case RoleName::Victim:
      if (m.type == MentionType::Place ||
          (m.place_entity != kNone && m.type == MentionType::Actor &&
           (m.preposition == lexicon::Preposition::On || entry(m.place_entity).entity_class != EntityClass::Country))) {
        add(told, {.role = Role::Place, .mention = id, .frame = frame});
      } else if (m.type == MentionType::Object || m.type == MentionType::Weapon) {
        add(told, {.role = Role::TargetObject, .mention = id, .frame = frame});
        if (m.type == MentionType::Weapon && told.type == EventType::Interception) return;  // who fired it is not what the defence hits
        if (m.owner != kNoMention)
          add(told, {.role = Role::Target, .mention = m.owner, .frame = frame});
        else if (m.demonym != kNone)
          add(told, {.role = Role::Target, .mention = id, .by_demonym = true, .frame = frame});
        if (m.place_entity != kNone) add(told, {.role = Role::Place, .mention = id, .frame = frame});
      } else if (m.type != MentionType::Source) {
        add(told, {.role = Role::Target, .mention = id, .frame = frame});
      }
      return;
    case RoleName::Weapon:
      if (m.type == MentionType::Weapon) {
        add(told, {.role = Role::Weapon, .mention = id, .frame = frame});
        owner_acts();
      } else if (m.type == MentionType::Place) {
        add(told, {.role = Role::Place, .mention = id, .frame = frame});
      } else if (m.type == MentionType::Object && told.type == EventType::Explosion && told.noun) {  // a depot that burst
        add(told, {.role = Role::TargetObject, .mention = id, .frame = frame});
      }
      return;
    case RoleName::Place:
      if (m.type == MentionType::Place || m.place_entity != kNone)
        add(told, {.role = Role::Place, .mention = id, .frame = frame});
      else if (m.type == MentionType::Object && m.preposition == lexicon::Preposition::On)
        add(told, {.role = Role::TargetObject, .mention = id, .frame = frame});
      return;
    default:
      return;
  }
}

}  // namespace khabar::event
