// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// One mention of a happening: its trigger, type, number of strikes and factuality.
#include "event/dating.hpp"
#include "event/teller.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::Factuality;
using lexicon::Function;
using lexicon::Head;
using lexicon::kNone;
using lexicon::RoleName;
using lexicon::Slot;

namespace {

constexpr std::uint32_t kModalReach = 6;  // units before a predicate in which negation and modality are looked for
constexpr std::uint32_t kModalReachOfKnown = 1;
constexpr std::uint32_t kMany = 40;  // strikes that are no single happening

}  // namespace

std::optional<EventMention> Teller::tell(const Sentence& sentence, const std::vector<std::uint32_t>& members) {
  EventMention told;
  told.sentence = sentence.number;
  told.clause_first = sentence.last;
  bool light = false, strong = false, anaphoric = false;
  std::uint32_t best = kNobody;
  for (const auto number : members) {
    const auto& p = sentence.predicates[number];
    told.clause_first = std::min(told.clause_first, p.first);
    light |= p.light;
    if (!p.trigger || repels(p, sentence)) continue;
    const auto& e = entry(p.entry);
    told.triggers.push_back({unit(p.unit).stem, unit(p.unit).end});
    strong |= e.strength == lexicon::Strength::Strong;
    anaphoric |= e.strength == lexicon::Strength::Anaphoric;
    const auto rank = [&](const Predicate& q) { return (is_generic(entry(q.entry).event) ? 0 : 2) + (q.verb ? 0 : 1); };
    if (best == kNobody || rank(p) > rank(sentence.predicates[best])) best = number;
  }
  if (best == kNobody) return std::nullopt;
  const auto& main = sentence.predicates[best];
  told.unit = main.unit;
  told.word = main.entry;
  told.frame = main.frame;
  told.type = entry(main.entry).event;
  told.strength = strong ? lexicon::Strength::Strong : anaphoric ? lexicon::Strength::Anaphoric : lexicon::Strength::Weak;
  told.killing = main.casualty;
  told.assault = !main.verb && entry(main.entry).pos == lexicon::Pos::Noun && entry(main.entry).strength == lexicon::Strength::Weak &&
                 told.type == EventType::Strike;
  told.noun = !main.verb;
  if (told.noun)
    for (const auto& reading : units_.of(unit(main.unit)))
      if (reading.sense.entry == main.entry) told.number = std::max(told.number, lexicon::unpack(reading.sense.features).number);
  told.definite = main.definite || unit(main.unit).enclitic || demonstrative_before(main.unit);
  const auto behind = main.unit + 1 + static_cast<std::uint32_t>(main.adjectives.size());
  told.identified = main.definite && !main.verb && behind < sentence.last && unit(behind).does(Function::Relative);
  told.verbal_only = std::all_of(members.begin(), members.end(), [&](std::uint32_t m) { return sentence.predicates[m].verb; });
  if (told.strength == lexicon::Strength::Anaphoric && (!told.definite || unit(main.unit).enclitic) && !light) return std::nullopt;
  if (main.participle && main.definite && !light) return std::nullopt;  // "the targeted area" names no new happening
  for (const auto number : members) fill(sentence.predicates[number], main, sentence, told);
  qualify(sentence, members, told);
  refine_type(told);
  read_strikes(main, sentence, told);
  told.factuality = serves_purpose(sentence, members) ? Factuality::Planned : factuality_of(sentence, members);
  told.time = event::time_of(context_, report_, sentence, told);
  told.headline = is_headline(sentence);
  told.many = told.strikes.minimum >= kMany || (told.time != kNobody && report_.times[told.time].past_period);
  told.background = opens_background(sentence);
  if (told.strength != lexicon::Strength::Strong && !light && !carries(told)) return std::nullopt;
  if (!holds(main, told)) return std::nullopt;
  return told;
}

// What a type needs to be a happening of war: movements an armed actor, control a change rather than a state.
bool Teller::holds(const Predicate& main, const EventMention& told) const {
  // a word of many meanings tells of war only where it says what it is done to
  if (entry(main.entry).needs_object && !unit(main.unit).enclitic && std::all_of(told.fillers.begin(), told.fillers.end(), is_agent))
    return false;
  if (told.type == EventType::Movement && told.strength == lexicon::Strength::Weak && is_state(main) && !told.headline) return false;
  if (told.type == EventType::Movement)
    return told.by_adjective != kNone || std::any_of(told.fillers.begin(), told.fillers.end(), [&](const Filler& f) {
             return f.role != Role::Place && is_armed(mention(f.mention));
           });
  const auto has = [&](Role role) { return has_role(told.fillers, role); };
  if (told.type == EventType::TerritorialChange && !has(Role::Place)) return false;
  const bool raids =
      told.type == EventType::Arrest && told.strength == lexicon::Strength::Strong && (has(Role::TargetObject) || has(Role::Place));
  if (type_group(told.type) == type_group(EventType::Arrest) && main.verb && !has(Role::Target) && !raids) return false;
  if (told.type == EventType::Interception && !has(Role::Weapon) && !has(Role::TargetObject) && !arm_in(told)) return false;
  if (told.type == EventType::RocketAttack && main.verb && role_of(main, Slot::Object) == RoleName::Weapon && !has(Role::Weapon) &&
      told.verbal_only)
    return false;
  if (told.type == EventType::TerritorialChange && main.verb && told.sentence != 0 && is_imperfect(main))
    return false;  // "areas that X controls"
  return true;
}

bool Teller::is_imperfect(const Predicate& p) const {
  return std::any_of(units_.of(unit(p.unit)).begin(), units_.of(unit(p.unit)).end(), [&](const auto& reading) {
    return reading.sense.entry == p.entry && lexicon::unpack(reading.sense.features).tense == arabic::Tense::Imperfect;
  });
}

// "where its forces are deployed": how things stand, not a change.
bool Teller::is_state(const Predicate& p) const { return p.participle || (p.verb && is_imperfect(p)); }

// An air defence, or what it brings down, stands in the clause or in the trigger itself.
bool Teller::arm_in(const EventMention& told) const {
  for (const auto& filler : told.fillers)
    if (filler.role == Role::Actor && is_armed(mention(filler.mention))) return true;
  return unit(told.unit).last - unit(told.unit).first > 1;
}

bool Teller::is_armed(const Mention& m) const {
  if (m.type == MentionType::Weapon || is_force(m)) return true;
  if (m.type == MentionType::People || m.type == MentionType::Actor)
    return m.noun != kNone && (entry(m.noun).head == Head::Member || entry(m.noun).head == Head::ArmedForce ||
                               entry(m.noun).head == Head::ArmedGroup || entry(m.noun).head == Head::Unit);
  return m.type == MentionType::Object && m.noun != kNone && m.owner != kNoMention && is_force(mention(m.owner));
}

// A weak trigger is an event only with something that makes it one.
bool Teller::carries(const EventMention& told) {
  return std::any_of(told.fillers.begin(), told.fillers.end(), [](const Filler& f) { return f.role != Role::Place; }) ||
         told.type != EventType::Strike || told.by_adjective != kNone;
}

// Adjectives of the event noun: nationality is the actor, means the type, "another" and ordinals keep it apart from others.
void Teller::qualify(const Sentence& sentence, const std::vector<std::uint32_t>& members, EventMention& told) {
  for (const auto number : members) {
    const auto& p = sentence.predicates[number];
    for (const auto at : p.adjectives) {
      for (const auto& reading : units_.of(unit(at))) {
        const auto& e = units_.entry(reading);
        if (e.demonym_of != kNone && told.by_adjective == kNone) told.by_adjective = e.demonym_of, told.by_adjective_unit = at;
        if (e.means != EventType::None) told.means.push_back(e.means);
        if (e.does(Function::Other)) told.another = true;
        if (e.ordinal > 1) told.another = true;
      }
    }
  }
}

void Teller::refine_type(EventMention& told) {
  const bool unsaid = told.type == EventType::Strike;
  refine_by_means(told);
  if (told.killing && unsaid && (told.type == EventType::Strike || told.type == EventType::GroundAttack))
    told.type = EventType::TargetedKilling;
}

void Teller::refine_by_means(EventMention& told) {
  if (!is_generic(told.type) && told.type != EventType::AirStrike && told.type != EventType::GroundAttack) return;
  EventType by_weapon = EventType::None;
  for (const auto& filler : told.fillers) {
    if (filler.role != Role::Weapon && filler.role != Role::Actor) continue;
    const auto& m = mention(filler.mention);
    if (m.noun == kNone) continue;
    by_weapon = stronger_means(by_weapon, entry(m.noun).means);
  }
  for (const auto means : told.means) by_weapon = stronger_means(by_weapon, means);
  if (by_weapon == EventType::None) return;
  if (told.type == EventType::AirStrike && by_weapon != EventType::DroneStrike) return;
  if (told.type == EventType::GroundAttack && by_weapon == EventType::GroundAttack) return;
  if (told.type == EventType::GroundAttack && type_group(by_weapon) != type_group(EventType::AirStrike) && by_weapon != EventType::Bombing)
    return;
  told.type = by_weapon;
}

// A drone says more than aircraft, aircraft more than the missiles they carry.
EventType Teller::stronger_means(EventType a, EventType b) {
  constexpr EventType kOrder[] = {EventType::DroneStrike, EventType::AirStrike,    EventType::Bombing,
                                  EventType::Shelling,    EventType::RocketAttack, EventType::GroundAttack};
  for (const auto type : kOrder)
    if (a == type || b == type) return type;
  return a != EventType::None ? a : b;
}

// "three raids", "30 strikes", the dual: the number before a noun of strikes.
void Teller::read_strikes(const Predicate& p, const Sentence& sentence, EventMention& told) {
  if (p.verb || !entry(p.entry).counts_strikes) return;
  const auto* reading = units_.find(unit(p.unit), [](const Entry& e) { return e.counts_strikes; });
  if (reading != nullptr && lexicon::unpack(reading->sense.features).number == arabic::Number::Dual)
    told.strikes = {2, 2, lexicon::Quantifier::Exactly};
  for (std::uint32_t back = 1; back <= 4 && p.unit >= sentence.first + back; ++back) {
    std::size_t next = 0;
    const auto count = entity::read_count(units_, p.unit - back, p.unit, next);
    if (count.given() && next == p.unit) told.strikes = count;
  }
}

Factuality Teller::factuality_of(const Sentence& sentence, const std::vector<std::uint32_t>& members) const {
  auto result = Factuality::Asserted;
  const bool told = std::any_of(members.begin(), members.end(), [&](std::uint32_t m) { return attacks_by(sentence.predicates[m]); });
  for (const auto number : members) {
    const auto& p = sentence.predicates[number];
    if (told && p.casualty) continue;  // "a raid on X, and nobody was hurt": the raid holds
    if (unit(p.unit).has(entity::kWill)) return Factuality::Planned;
    // "the attack" is one that was told of: it stands for granted whatever is said of it, unless it is just what is planned
    const bool known = !p.verb && (p.definite || unit(p.unit).enclitic);
    const bool past = p.verb && !is_imperfect(p);
    const auto modal_reach = known ? kModalReachOfKnown : kModalReach;
    const auto first = p.unit > sentence.first + modal_reach ? p.unit - modal_reach : sentence.first;
    for (auto at = p.unit; at-- > first;) {
      const auto& u = unit(at);
      if (u.kind == TokenKind::Stop || u.kind == TokenKind::Semicolon || u.does(Function::ClauseBreak)) break;
      if (u.kind == TokenKind::Comma && p.unit - at > 2) break;
      if (u.does(Function::ResponseTo) || (u.does(Function::Complementizer) && u.has(entity::kAnd))) break;
      if (u.does(Function::After) && p.unit - at <= 2) break;
      const auto inside = std::any_of(sentence.predicates.begin(), sentence.predicates.end(),
                                      [&](const Predicate& q) { return q.unit == at && q.verb && q.trigger; });
      if (inside) break;
      // "no raids were recorded" denies, "no confirmation of the raids" does not
      const auto reach = p.verb ? 1U : p.definite ? 0U : known ? 1U : 5U;
      if (u.does(Function::Negation) && (u.does(Function::Blocker) || claims(at + 1))) break;  // "nobody claimed the bombing"
      if (u.does(Function::Negation) && p.unit - at <= reach && u.is_word()) return Factuality::Denied;
      const auto light =
          std::any_of(sentence.predicates.begin(), sentence.predicates.end(), [&](const Predicate& q) { return q.unit == at && q.light; });
      if (const auto* modal = light ? nullptr : units_.find(u, [](const Entry& e) {
            return e.factuality != Factuality::None && e.factuality != Factuality::Asserted;
          })) {
        if (units_.entry(*modal).needs_imperfect && !(p.verb && is_imperfect(p))) continue;
        const auto factuality = units_.entry(*modal).factuality;
        // "threatens those who shelled X": of what is past a verb or noun says no plan
        const auto pos = units_.entry(*modal).pos;
        const bool intended = factuality == Factuality::Planned || factuality == Factuality::Threatened;
        if (past && intended && (pos == lexicon::Pos::Verb || pos == lexicon::Pos::Noun)) continue;
        if (factuality == Factuality::Possible)
          result = factuality;
        else
          return factuality;
      }
      if (u.does(Function::Conditional)) return Factuality::Planned;
    }
  }
  return result;
}

// A verb of claiming a deed.
bool Teller::claims(std::uint32_t at) const {
  return units_.find(unit(at), [](const Entry& e) { return e.mode == lexicon::Mode::SelfClaim; }) != nullptr;
}

// "operations to retake the town", "its efforts to confront the groups": a purpose alone is no happening. What a verb takes with "to"
// is none ("was subjected to an attack"), nor is what befell somebody.
bool Teller::serves_purpose(const Sentence& sentence, const std::vector<std::uint32_t>& members) const {
  if (members.size() != 1) return false;
  const auto& p = sentence.predicates[members.front()];
  if (p.verb || p.casualty || p.definite || p.preposition != lexicon::Preposition::For || !unit(p.unit).has(entity::kFor)) return false;
  const int group = type_group(entry(p.entry).event);
  if (group < type_group(EventType::GroundAttack) || group == type_group(EventType::Interception)) return false;
  return std::none_of(sentence.predicates.begin(), sentence.predicates.end(), [&](const Predicate& q) {
    return std::any_of(q.arguments.begin(), q.arguments.end(), [&](const Argument& a) { return a.predicate == members.front(); });
  });
}

// The first line that is no page furniture.
bool Teller::is_headline(const Sentence& sentence) const {
  const auto line = [&](const Sentence& s) { return context_.document.sentences[s.number].line; };
  return line(sentence) == line(context_.sentences.front());
}

bool Teller::opens_background(const Sentence& sentence) const {
  for (auto at = sentence.first; at < std::min(sentence.last, sentence.first + 3); ++at)
    if (unit(at).does(Function::Background)) return true;
  return false;
}

}  // namespace khabar::event
