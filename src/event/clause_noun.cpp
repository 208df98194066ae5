// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// To the right of a predicate: what it meets, and what of that belongs to an event noun.
#include "event/analyser.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using entity::Unit;
using lexicon::Certainty;
using lexicon::Entry;
using lexicon::EventType;
using lexicon::Function;
using lexicon::Preposition;
using lexicon::Slot;

namespace {

constexpr std::uint32_t kFarthest = 45;           // units a predicate's arguments may lie away
constexpr std::uint32_t kFarthestAnnouncer = 12;  // steps from what is announced to the verb of saying
constexpr std::uint32_t kBetweenSides = 4;        // units between the sides of "between": a name that is not known, "on the one hand,"

}  // namespace

std::optional<Slot> slot_of(Preposition preposition) {
  switch (preposition) {
    case Preposition::On:
      return Slot::On;
    case Preposition::In:
    case Preposition::Over:
    case Preposition::Near:
    case Preposition::Around:
    case Preposition::About:
    case Preposition::Through:
    case Preposition::Inside:
      return Slot::In;
    case Preposition::With:
      return Slot::With;
    case Preposition::To:
      return Slot::To;
    case Preposition::For:
      return Slot::For;
    case Preposition::From:
      return Slot::From;
    case Preposition::Against:
      return Slot::Against;
    case Preposition::Between:
      return Slot::Between;
    case Preposition::Toward:
      return Slot::Toward;
    case Preposition::By:
      return Slot::By;
    default:
      return std::nullopt;
  }
}

// Walks to the right of a predicate and notes what it meets; returns the unit where it stopped.
std::uint32_t Analyser::walk(std::uint32_t from, bool over_nouns, std::vector<Step>& steps) const {
  Preposition pending = Preposition::None;
  Certainty hedge = Certainty::Certain;
  bool behind_noun = false;  // phrases behind an event noun are that noun's own
  std::uint32_t at = from;
  std::uint32_t between_end = 0;  // behind the last side of "between"
  bool by_before = false;         // the phrase before was an agent's
  const auto end = std::min(sentence_.last, from + kFarthest);
  while (at < end) {
    const Unit& u = unit(at);
    const auto other = predicate_at(at);
    if (other != kNoPredicate) {
      const auto& p = sentence_.predicates[other];
      if (p.verb || !over_nouns || p.leads_to || (behind_noun && p.trigger && unit(at).has(entity::kAnd))) return at;
      behind_noun |= p.trigger;
      const auto slot = slot_of(p.preposition);
      if (p.preposition == Preposition::None)
        steps.push_back({true, {Slot::Object, kNoMention, other, Certainty::Certain}});
      else if (slot)
        steps.push_back({false, {*slot, kNoMention, other, Certainty::Certain}});
      pending = Preposition::None;
      ++at;
      continue;
    }
    const auto here = mentions_.at_unit[at];
    if (here != kNoMention) {
      const auto& m = mention(here);
      // "on the one hand, and Y": no preposition governs what a conjunction opens
      const auto preposition = m.preposition != Preposition::None || unit(at).has(entity::kAnd) ? m.preposition : pending;
      if (m.coordinated && by_before && preposition == Preposition::None) {  // "by X and Y"
        if (!behind_noun) steps.push_back({false, {Slot::By, here, kNoPredicate, hedge}});
        at = m.last;
        continue;
      }
      by_before = preposition == Preposition::By;
      const bool goes_on =
          preposition == Preposition::None && unit(at).has(entity::kAnd) && between_end != 0 && at <= between_end + kBetweenSides;
      if (goes_on) {  // "between X, (somebody unknown) and Y"
        if (!behind_noun) steps.push_back({false, {Slot::Between, here, kNoPredicate, hedge}});
        between_end = m.last;
      } else if (preposition == Preposition::None && (tells_where(m) || goes_on_where(steps, m))) {
        steps.push_back({false, {Slot::In, here, kNoPredicate, Certainty::Certain}});
      } else if (preposition == Preposition::None) {
        steps.push_back({true, {Slot::Object, here, kNoPredicate, Certainty::Certain}});
      } else if (const auto slot = slot_of(preposition)) {
        if (!behind_noun) steps.push_back({false, {*slot, here, kNoPredicate, hedge}});
        between_end = *slot == Slot::Between ? m.last : 0;
      }
      pending = Preposition::None;
      hedge = Certainty::Certain;
      at = m.last;
      continue;
    }
    if (const auto* hedging =
            units_.find(u, [](const Entry& e) { return e.certainty == Certainty::Probable || e.certainty == Certainty::Possible; })) {
      const auto suspect = suspected(at + 1, units_.entry(*hedging).certainty);
      if (suspect.mention != kNoMention) {
        steps.push_back({false, suspect});
        at = mention(suspect.mention).last;
        continue;
      }
    }
    if (const auto next = behind_interlude(at); next != at) {
      at = next;
      continue;
    }
    // "quarters of X, among them Y and Z"
    if (u.does(Function::Partitive) && at + 1 < end && names_place(at + 1)) {
      pending = Preposition::In;
      ++at;
      continue;
    }
    if (opens_clause(at) || u.does(Function::Relative)) return at;
    if (u.does(Function::ByAgent)) {
      pending = Preposition::By;
    } else if (const auto* word = units_.find(u, [](const Entry& e) { return e.preposition != Preposition::None; });
               word != nullptr && !u.enclitic) {
      if (pending != Preposition::By || units_.entry(*word).preposition != Preposition::From) pending = units_.entry(*word).preposition;
    } else if (u.is_word()) {
      pending = pending != Preposition::None && heads_place(at) ? Preposition::In : Preposition::None;
    }
    ++at;
  }
  return at;
}

// "east of X", "near X": a place with such a cue needs no preposition.
bool Analyser::tells_where(const Mention& m) const {
  if (m.type != MentionType::Place || m.noun == lexicon::kNone || m.coordinated) return false;
  const auto& cue = units_.lexicon->entry(m.noun);
  return cue.does(Function::Direction) && cue.precision == lexicon::Precision::Near;
}

// "... and south of Y": a place that goes on with one that says where.
bool Analyser::goes_on_where(const std::vector<Step>& steps, const Mention& m) const {
  if (!m.coordinated || m.type != MentionType::Place || steps.empty() || steps.back().bare) return false;
  const auto before = steps.back().argument;
  return before.mention != kNoMention && before.slot == Slot::In && mention(before.mention).type == MentionType::Place;
}

// "hit, according to our correspondent, a market": the unit behind an according-to phrase that interrupts a clause, which goes on with a
// bare phrase or a preposition; `at` when there is none.
std::uint32_t Analyser::behind_interlude(std::uint32_t at) const {
  if (!unit(at).does(Function::AccordingTo) || at + 2 >= sentence_.last) return at;
  const auto source = mentions_.at_unit[at + 1];
  if (source == kNoMention) return at;
  const bool opened = at > sentence_.first && unit(at - 1).kind == TokenKind::Comma;
  auto next = mention(source).last;
  if (next >= sentence_.last || opened != (unit(next).kind == TokenKind::Comma)) return at;
  if (opened) ++next;
  if (next >= sentence_.last || unit(next).has(entity::kAnd)) return at;
  const auto here = mentions_.at_unit[next];
  const bool phrase = here != kNoMention && mention(here).preposition == Preposition::None && !mention(here).definite;
  const bool goes_on = here != kNoMention
                           ? phrase || !opened
                           : units_.find(unit(next), [](const Entry& e) { return e.preposition != Preposition::None; }) != nullptr;
  return goes_on ? next : at;
}

// Whether a place begins at `at` that no preposition governs.
bool Analyser::names_place(std::uint32_t at) const {
  const auto here = mentions_.at_unit[at];
  return here != kNoMention && mention(here).type == MentionType::Place && mention(here).preposition == Preposition::None;
}

// "on the road of X": a noun in construct with a place, itself no mention.
bool Analyser::heads_place(std::uint32_t at) const {
  if (unit(at).definite || at + 1 >= sentence_.last) return false;
  const auto next = mentions_.at_unit[at + 1];
  return next != kNoMention && mention(next).type == MentionType::Place && mention(next).preposition == Preposition::None;
}

// "it is believed that they belong to X": the actor behind a hedge.
Argument Analyser::suspected(std::uint32_t from, Certainty certainty) const {
  for (std::uint32_t at = from; at < std::min(sentence_.last, from + 6); ++at) {
    if (unit(at).kind == TokenKind::Comma || predicate_at(at) != kNoPredicate) break;
    const auto here = mentions_.at_unit[at];
    if (here == kNoMention) continue;
    const auto& m = mention(here);
    if (m.type == MentionType::Actor && (m.entity != lexicon::kNone || m.demonym != lexicon::kNone))
      return {Slot::By, here, kNoPredicate, certainty};
    if (m.demonym != lexicon::kNone) return {Slot::By, here, kNoPredicate, certainty};
    if (m.owner != kNoMention) return {Slot::By, m.owner, kNoPredicate, certainty};
    break;
  }
  return {};
}

void Analyser::noun_arguments(std::uint32_t number) {
  auto& p = sentence_.predicates[number];
  std::uint32_t at = p.unit + 1;
  // adjectives
  while (at < sentence_.last && unit(at).is_word() && !unit(at).has(entity::kAnd) && !unit(at).has(entity::kWith) &&
         !unit(at).has(entity::kFor) && predicate_at(at) == kNoPredicate && qualifies(at, p)) {
    p.adjectives.push_back(at);
    ++at;
  }
  // "air and artillery bombardment", "Russian and Syrian bombardment"
  if (!p.adjectives.empty() && at < sentence_.last && unit(at).has(entity::kAnd) && mentions_.at_unit[at] == kNoMention &&
      (tells_means(unit(at)) || units_.find(unit(at), [](const Entry& e) { return e.demonym_of != lexicon::kNone; }) != nullptr))
    p.adjectives.push_back(at++);
  // the ending of a dual falls before a genitive
  bool construct = !p.definite && !unit(p.unit).enclitic && ((unit(p.unit).flags & entity::kNunFlag) == 0 || !is_dual(p));
  const auto from = at;
  std::vector<Argument> found;
  std::vector<Step> steps;
  const bool light = p.light && !p.trigger;
  const auto stop = walk(at, light, steps);
  for (const auto& step : steps) {
    if (!step.bare) {
      found.push_back(step.argument);
      continue;
    }
    if (step.argument.mention == kNoMention) {  // "the aircraft's carrying out of raids"
      if (light) found.push_back(step.argument);
      continue;
    }
    const auto id = step.argument.mention;
    const auto& m = mention(id);
    const bool adjacent = m.first == from || (m.first == from + 1 && unit(from).kind == TokenKind::Quote);
    if (construct && adjacent)  // "a raid struck X": X is no genitive of the raid
      found.push_back({object_of_its_verb(number, id) ? Slot::Object : Slot::Genitive, id, kNoPredicate, Certainty::Certain});
    else if (agent_then_object(found, m, id))
      found.push_back({Slot::Object, id, kNoPredicate, Certainty::Certain});
    else if (m.coordinated && !found.empty() && found.back().mention + 1 <= id && goes_on_with(found.back(), m))
      found.push_back({found.back().slot, id, kNoPredicate, Certainty::Certain});
    else if (m.type == MentionType::Place && m.noun != lexicon::kNone)
      found.push_back({Slot::In, id, kNoPredicate, Certainty::Certain});
    construct = false;
  }
  if (const auto agent = announcer(number, found); agent != kNoMention)
    found.push_back({Slot::By, agent, kNoPredicate, Certainty::Certain});
  auto& predicate = sentence_.predicates[number];
  predicate.arguments = std::move(found);
  predicate.last = std::max(stop, predicate.unit + 1);
}

// Whether the noun is the subject of a verb that has the mention as its object.
bool Analyser::object_of_its_verb(std::uint32_t number, std::uint32_t id) const {
  if (number == 0) return false;
  const auto& verb = sentence_.predicates[number - 1];
  return verb.verb && verb.trigger && verb.subject_predicate == number &&
         std::any_of(verb.arguments.begin(), verb.arguments.end(),
                     [&](const Argument& a) { return a.slot == Slot::Object && a.mention == id; });
}

// "the army announced the interception of a missile": whoever of those who fight announces what was done did it, when nobody else is said
// to. The subject of the verb of saying that the noun is the object of, or kNoMention.
std::uint32_t Analyser::announcer(std::uint32_t number, const std::vector<Argument>& found) const {
  const auto& p = sentence_.predicates[number];
  const auto role = [&](Slot slot) { return units_.lexicon->role(p.frame, slot); };
  const bool object = p.preposition == Preposition::None || p.preposition == Preposition::About || p.preposition == Preposition::With;
  if (!p.trigger || p.participle || !object || unit(p.unit).has(entity::kAnd) || role(Slot::Subject) != lexicon::RoleName::Actor ||
      role(Slot::By) != lexicon::RoleName::Actor)
    return kNoMention;
  if (role(Slot::Genitive) == lexicon::RoleName::Actor) {  // "(its) withdrawal from X"
    if (!p.definite && !unit(p.unit).enclitic) return kNoMention;
  } else if (found.empty() || found[0].slot != Slot::Genitive || genitive_acts(p, found[0])) {
    return kNoMention;
  }
  for (const auto at : p.adjectives)
    if (units_.find(unit(at), [](const Entry& e) { return e.demonym_of != lexicon::kNone; }) != nullptr) return kNoMention;
  std::uint32_t subject = kNoMention;
  for (std::uint32_t at = p.unit, steps = 0; at > sentence_.first && steps < kFarthestAnnouncer; ++steps) {
    --at;
    if (is_speech_verb(at)) {
      if (accuses(at)) return kNoMention;
      const auto before = at > sentence_.first ? containing(at - 1) : kNoMention;
      const auto speaker = subject != kNoMention ? subject : before;
      if (speaker == kNoMention || !speaks(speaker) || (subject != kNoMention && mention(subject).first != at + 1)) return kNoMention;
      const auto agent = actor_of(speaker);
      return is_force(mention(agent)) ? agent : kNoMention;
    }
    if (const auto inside = containing(at); inside != kNoMention) {
      at = mention(inside).first;
      if (mention(inside).preposition == Preposition::None) subject = inside;
      continue;
    }
    if (predicate_at(at) != kNoPredicate || opens_clause(at) || unit(at).does(Function::Relative)) return kNoMention;
  }
  return kNoMention;
}

// "X accuses Y of shelling Z": who speaks did not do it.
bool Analyser::accuses(std::uint32_t at) const {
  const auto verb = predicate_at(at);
  return verb != kNoPredicate && units_.lexicon->role(sentence_.predicates[verb].frame, Slot::Object) == lexicon::RoleName::Actor;
}

// "the shelling of the army": behind a noun of striking, armed actors and their arms strike.
bool Analyser::genitive_acts(const Predicate& p, const Argument& genitive) const {
  if (genitive.mention == kNoMention || units_.lexicon->role(p.frame, Slot::Toward) != lexicon::RoleName::Target) return false;
  const auto& m = mention(genitive.mention);
  return m.type == MentionType::Weapon || is_force(m);
}

// States, armies and armed groups.
bool Analyser::is_force(const Mention& m) const {
  if (m.type != MentionType::Actor) return false;
  if (m.entity == lexicon::kNone) return m.noun != lexicon::kNone && lexicon::is_force(units_.lexicon->entry(m.noun).head);
  return lexicon::is_force(units_.lexicon->entry(m.entity).entity_class);
}

// "shelling of X and a drone that ...": arms share no slot with places and people.
bool Analyser::goes_on_with(const Argument& before, const Mention& m) const {
  return m.type != MentionType::Weapon || before.mention == kNoMention || mention(before.mention).type == MentionType::Weapon;
}

// "the aircraft's targeting a motorcycle": behind the agent in construct the object stands bare.
bool Analyser::agent_then_object(const std::vector<Argument>& found, const Mention& m, std::uint32_t id) const {
  if (found.empty() || found[0].slot != Slot::Genitive || found.back().slot == Slot::Object || found[0].mention == kNoMention ||
      m.coordinated)
    return false;
  const auto& agent = mention(found[0].mention);
  const bool acts = agent.type == MentionType::Weapon || agent.type == MentionType::Actor || agent.type == MentionType::People;
  const bool near = m.first <= agent.last + 2 || m.type == MentionType::Object;
  return acts && id != found[0].mention && near && m.type != MentionType::Source;
}

// "air", "artillery": an adjective of what was struck with.
bool Analyser::tells_means(const Unit& u) const {
  return units_.find(u, [](const Entry& e) { return e.means != EventType::None && e.kind == lexicon::Kind::Word; }) != nullptr;
}

bool Analyser::is_dual(const Predicate& p) const {
  return std::any_of(units_.of(unit(p.unit)).begin(), units_.of(unit(p.unit)).end(), [&](const auto& reading) {
    return reading.sense.entry == p.entry && lexicon::unpack(reading.sense.features).number == arabic::Number::Dual;
  });
}

// Whether a feminine adjective can go with the event noun: "drone (raid)" can, "a drone (interception)" is the drone that was hit.
bool Analyser::agrees_as_feminine(const Predicate& p) const {
  for (const auto& reading : units_.of(unit(p.unit))) {
    if (reading.sense.entry != p.entry) continue;
    const auto form = lexicon::unpack(reading.sense.features);
    if (form.gender == arabic::Gender::Feminine || form.number == arabic::Number::Plural) return true;
  }
  return false;
}

// Whether the unit can be an adjective of the event noun.
bool Analyser::qualifies(std::uint32_t at, const Predicate& p) const {
  const Unit& u = unit(at);
  if (const auto people = mentions_.at_unit[at]; people != kNoMention && mention(people).type == MentionType::People &&
                                                 mention(people).noun != lexicon::kNone &&
                                                 units_.lexicon->entry(mention(people).noun).demonym_of != lexicon::kNone)
    return false;  // "the death of a Palestinian"
  if (units_.find(u, [](const Entry& e) { return e.demonym_of != lexicon::kNone || e.does(Function::Other) || e.ordinal > 0; }) != nullptr)
    return true;
  const auto here = mentions_.at_unit[at];
  if (tells_means(u)) return here == kNoMention || agrees_as_feminine(p);
  if (here != kNoMention) return false;
  if (u.reading_count == 0) return u.definite == p.definite && u.definite;
  return units_.find(u, [](const Entry& e) { return e.pos == lexicon::Pos::Adjective && e.relation == lexicon::Relation::None; }) !=
         nullptr;
}

}  // namespace khabar::event
