// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/dating.hpp"
#include "event/stages.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>
#include <numeric>

namespace khabar::event {
namespace {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::Certainty;
using lexicon::Entry;
using lexicon::EntityClass;
using lexicon::Factuality;
using lexicon::Function;
using lexicon::Head;
using lexicon::kNone;
using lexicon::RoleName;
using lexicon::Slot;

constexpr std::uint32_t kModalReach = 6;  // units before a predicate in which negation and modality are looked for

class Teller {
 public:
  Teller(const Context& context, Report& report) : context_(context), units_(context.units), report_(report) {}

  Membership run() {
    Membership membership;
    for (const auto& sentence : context_.sentences) membership.push_back(this->sentence(sentence));
    return membership;
  }

 private:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const Entry& entry(std::uint32_t id) const { return context_.lexicon.entry(id); }

  // ---- which predicates tell one happening ----

  static std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }

  RoleName role_of(const Predicate& p, Slot slot) const {
    return p.frame < context_.lexicon.frames().size() ? context_.lexicon.frames()[p.frame].role(slot) : RoleName::None;
  }

  std::vector<std::uint32_t> sentence(const Sentence& sentence) {
    const auto& predicates = sentence.predicates;
    std::vector<std::uint32_t> parent(predicates.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto join = [&](std::uint32_t a, std::uint32_t b) {
      const auto x = root(parent, a), y = root(parent, b);
      if (x != y) parent[std::max(x, y)] = std::min(x, y);
    };
    for (std::uint32_t i = 0; i < predicates.size(); ++i) {
      const auto& p = predicates[i];
      if (p.leads_to && !p.trigger) continue;
      for (const auto& argument : p.arguments) {
        if (argument.predicate == kNoPredicate) continue;
        const auto& noun = predicates[argument.predicate];
        if (!noun.trigger) continue;
        const auto role = role_of(p, argument.slot);
        const bool carried = role == RoleName::Event;
        const bool subject = argument.slot == Slot::Subject && (p.trigger || p.light) && same_kind(p, noun);
        const bool by_strike = argument.slot == Slot::With && role == RoleName::Weapon && p.trigger && same_kind(p, noun);
        const bool launched = argument.slot == Slot::Object && role == RoleName::Weapon && p.trigger && p.verb;  // "launched an attack"
        if ((p.light && carried) || launched || (p.trigger && !p.casualty && (subject || by_strike))) join(i, argument.predicate);
      }
      // "repelled an attack": the attack is the event, who repels it its target
      if (p.trigger && entry(p.entry).event == EventType::Interception)
        for (const auto& argument : p.arguments)
          if (argument.predicate != kNoPredicate && attacks(predicates[argument.predicate])) join(i, argument.predicate);
      // "raids to target X": a purpose tells no second happening
      if (p.trigger && !p.verb && !p.casualty && p.preposition == lexicon::Preposition::For && !governed(predicates, i))
        for (std::uint32_t j = i; j-- > 0;)
          if (predicates[j].trigger && !predicates[j].casualty && same_kind(p, predicates[j])) {
            join(i, j);
            break;
          }
      // "killed in an explosion", "the assassination of X by a bomb": the cause names the event
      if (p.trigger && type_group(entry(p.entry).event) == 3 && !p.casualty)
        for (const auto& argument : p.arguments)
          if (argument.predicate != kNoPredicate && predicates[argument.predicate].trigger && !predicates[argument.predicate].casualty &&
              (argument.slot == Slot::In || argument.slot == Slot::With) && type_group(entry(predicates[argument.predicate].entry).event) <= 2)
            join(i, argument.predicate);
      // A light noun or verb directly before a trigger noun: "a series of raids", "carrying out a raid".
      if (p.light && !p.verb && i + 1 < predicates.size() && predicates[i + 1].trigger && predicates[i + 1].unit <= p.unit + 2) join(i, i + 1);
    }
    std::vector<std::uint32_t> number(predicates.size(), kNobody);
    std::vector<std::uint32_t> of_root(predicates.size(), kNobody);
    for (std::uint32_t i = 0; i < predicates.size(); ++i) {
      const auto r = root(parent, i);
      if (of_root[r] != kNobody) {
        number[i] = of_root[r];
        continue;
      }
      std::vector<std::uint32_t> members;
      for (std::uint32_t j = i; j < predicates.size(); ++j)
        if (root(parent, j) == r) members.push_back(j);
      if (auto told = tell(sentence, members)) {
        of_root[r] = number[i] = static_cast<std::uint32_t>(report_.event_mentions.size());
        report_.event_mentions.push_back(std::move(*told));
      }
    }
    inherit_subjects(sentence, number);
    absorb_effects(sentence, number);
    return number;
  }

  bool attacks(const Predicate& p) const {
    const int group = type_group(entry(p.entry).event);
    return p.trigger && !p.verb && !p.casualty && group >= 1 && group <= 3;
  }

  bool repels(const Predicate& p, const Sentence& sentence) const {
    return p.trigger && entry(p.entry).event == EventType::Interception && std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return a.predicate != kNoPredicate && attacks(sentence.predicates[a.predicate]);
    });
  }

  // Whether a light verb takes the noun as its event.
  bool governed(const std::vector<Predicate>& predicates, std::uint32_t noun) const {
    return std::any_of(predicates.begin(), predicates.end(), [&](const Predicate& p) {
      return p.light && std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) { return a.predicate == noun && role_of(p, a.slot) == RoleName::Event; });
    });
  }

  bool same_kind(const Predicate& a, const Predicate& b) const {
    if (!a.trigger || !b.trigger || a.light) return true;
    const auto x = entry(a.entry).event, y = entry(b.entry).event;
    return type_group(x) == type_group(y) || ((x == EventType::Strike || y == EventType::Strike) && type_group(x) <= 3 && type_group(y) <= 3);
  }

  // ---- one mention ----

  std::optional<EventMention> tell(const Sentence& sentence, const std::vector<std::uint32_t>& members) {
    EventMention told;
    told.sentence = sentence.number;
    told.clause_first = sentence.last;
    bool light = false, strong = false, anaphoric = false;
    std::uint32_t best = kNobody;
    for (const auto number : members) {
      const auto& p = sentence.predicates[number];
      told.clause_first = std::min(told.clause_first, p.first);
      told.clause_last = std::max(told.clause_last, p.last);
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
    told.frame = main.frame;
    told.type = entry(main.entry).event;
    told.strength = strong ? lexicon::Strength::Strong : anaphoric ? lexicon::Strength::Anaphoric : lexicon::Strength::Weak;
    told.killing = main.casualty;
    told.assault = !main.verb && entry(main.entry).pos == lexicon::Pos::Noun && entry(main.entry).strength == lexicon::Strength::Weak && told.type == EventType::Strike;
    told.noun = !main.verb;
    told.definite = main.definite || unit(main.unit).enclitic || demonstrative_before(main.unit);
    told.verbal_only = std::all_of(members.begin(), members.end(), [&](std::uint32_t m) { return sentence.predicates[m].verb; });
    told.verbal = std::any_of(members.begin(), members.end(), [&](std::uint32_t m) { return sentence.predicates[m].verb; });
    if (told.strength == lexicon::Strength::Anaphoric && (!told.definite || unit(main.unit).enclitic) && !light) return std::nullopt;
    if (main.participle && main.definite && !light) return std::nullopt;  // "the targeted area" names no new happening
    for (const auto number : members) fill(sentence.predicates[number], main, sentence, told);
    qualify(sentence, members, told);
    refine_type(told);
    read_strikes(main, sentence, told);
    told.factuality = factuality_of(sentence, members);
    told.time = event::time_of(context_, report_, sentence, told);
    told.headline = sentence.number == 0;
    told.background = opens_background(sentence);
    if (told.strength != lexicon::Strength::Strong && !light && !carries(told)) return std::nullopt;
    if (!holds(main, told)) return std::nullopt;
    return told;
  }

  // What a type needs to be a happening of war: movements an armed actor, control a change rather than a state.
  bool holds(const Predicate& main, const EventMention& told) const {
    if (told.type == EventType::Movement) return told.by_adjective != kNone || std::any_of(told.fillers.begin(), told.fillers.end(), [&](const Filler& f) { return f.role != Role::Place && is_armed(mention(f.mention)); });
    const auto has = [&](Role role) { return std::any_of(told.fillers.begin(), told.fillers.end(), [&](const Filler& f) { return f.role == role; }); };
    if (told.type == EventType::TerritorialChange && !has(Role::Place)) return false;
    if (type_group(told.type) == type_group(EventType::Arrest) && main.verb && !has(Role::Target)) return false;
    if (told.type == EventType::Interception && !has(Role::Weapon) && !has(Role::TargetObject) && !arm_in(told)) return false;
    if (told.type == EventType::RocketAttack && main.verb && role_of(main, Slot::Object) == RoleName::Weapon && !has(Role::Weapon) && told.verbal_only) return false;
    if (told.type == EventType::TerritorialChange && main.verb) {
      const auto* reading = units_.find(unit(main.unit), [](const Entry& e) { return e.event == EventType::TerritorialChange; });
      const bool imperfect = reading != nullptr && lexicon::unpack(reading->sense.features).tense == arabic::Tense::Imperfect;
      if (imperfect && told.sentence != 0) return false;  // "areas that X controls"
    }
    return true;
  }

  // An air defence, or what it brings down, stands in the clause or in the trigger itself.
  bool arm_in(const EventMention& told) const {
    for (const auto& filler : told.fillers)
      if (filler.role == Role::Actor && is_armed(mention(filler.mention))) return true;
    return unit(told.unit).last - unit(told.unit).first > 1;
  }

  bool is_armed(const Mention& m) const {
    if (m.type == MentionType::Weapon || is_force(m)) return true;
    if (m.type == MentionType::People || m.type == MentionType::Actor)
      return m.noun != kNone && (entry(m.noun).head == Head::Member || entry(m.noun).head == Head::ArmedForce || entry(m.noun).head == Head::ArmedGroup || entry(m.noun).head == Head::Unit);
    return m.type == MentionType::Object && m.noun != kNone && m.owner != kNoMention && is_force(mention(m.owner));
  }

  bool demonstrative_before(std::uint32_t at) const { return at > 0 && unit(at - 1).does(Function::Demonstrative); }

  // A weak trigger is an event only with something that makes it one.
  static bool carries(const EventMention& told) {
    return std::any_of(told.fillers.begin(), told.fillers.end(), [](const Filler& f) { return f.role != Role::Place; }) || told.type != EventType::Strike ||
           told.by_adjective != kNone;
  }

  // A light verb's phrases fill the roles that the event noun's frame gives them.
  void fill(const Predicate& p, const Predicate& main, const Sentence& sentence, EventMention& told) {
    // Phrases that a masdar takes with "to": its agent, unless the agent is told otherwise.
    const bool agent_known = has_agent(p, sentence);
    for (const auto& argument : p.arguments) {
      if (argument.mention == kNoMention) continue;
      auto role = role_of(p, argument.slot);
      if (repels(p, sentence)) role = argument.slot == Slot::Subject || argument.slot == Slot::Genitive ? RoleName::Target : RoleName::None;
      if (p.light && !p.trigger && (role == RoleName::None || argument.slot == Slot::In)) role = role_of(main, argument.slot);
      if (p.light && role == RoleName::None) role = light_role(argument.slot);
      if (p.light && role == RoleName::None && argument.slot == Slot::Genitive && role_of(p, Slot::Subject) == RoleName::Actor) role = RoleName::Actor;
      if (role == RoleName::None && (argument.slot == Slot::In || argument.slot == Slot::Inside)) role = RoleName::Place;
      const auto& m = mention(argument.mention);
      if (argument.slot == Slot::Genitive && role == RoleName::Target && is_force(m)) role = RoleName::Actor;
      if (argument.slot == Slot::For && !p.verb && role == RoleName::Target && is_force(m) && !agent_known && !is_detain(p)) role = RoleName::Actor;
      if (argument.slot == Slot::By && argument.certainty != Certainty::Certain) role = RoleName::Actor;
      if (argument.slot == Slot::With && m.type == MentionType::Place) role = RoleName::Place;
      if (argument.slot == Slot::From && m.type == MentionType::Weapon) role = RoleName::Weapon;
      put(told, role, argument.mention, p.frame, argument.certainty);
    }
  }

  static RoleName light_role(Slot slot) {
    switch (slot) {
      case Slot::On:
      case Slot::Against:
      case Slot::Toward: return RoleName::Target;
      case Slot::In: return RoleName::Place;
      case Slot::With: return RoleName::Weapon;
      case Slot::By: return RoleName::Actor;
      default: return RoleName::None;
    }
  }

  bool is_detain(const Predicate& p) const { return type_group(entry(p.entry).event) == type_group(EventType::Arrest); }

  bool has_agent(const Predicate& p, const Sentence& sentence) const {
    for (const auto& argument : p.arguments)
      if ((argument.slot == Slot::Genitive && argument.mention != kNoMention && is_force(mention(argument.mention))) || argument.slot == Slot::By) return true;
    for (const auto at : p.adjectives)
      if (units_.find(unit(at), [](const Entry& e) { return e.demonym_of != kNone; }) != nullptr) return true;
    for (const auto& other : sentence.predicates)
      if (other.light && role_of(other, Slot::Subject) == RoleName::Actor)
        for (const auto& argument : other.arguments)
          if (argument.predicate != kNoPredicate && &sentence.predicates[argument.predicate] == &p && role_of(other, argument.slot) == RoleName::Event) return true;
    return false;
  }

  // An armed actor or its arms, that is: who strikes rather than what is struck when nothing else tells.
  bool is_force(const Mention& m) const {
    if (m.type == MentionType::Weapon) return true;
    if (m.type != MentionType::Actor) return false;
    if (m.entity == kNone) return m.noun != kNone && (entry(m.noun).head == Head::ArmedForce || entry(m.noun).head == Head::ArmedGroup || entry(m.noun).head == Head::Unit);
    const auto c = entry(m.entity).entity_class;
    return c == EntityClass::State || c == EntityClass::ArmedForce || c == EntityClass::ArmedGroup || c == EntityClass::Coalition || c == EntityClass::Unit || c == EntityClass::Command;
  }

  void add(EventMention& told, Filler filler) {
    for (auto& other : told.fillers)
      if (other.role == filler.role && other.mention == filler.mention && other.by_demonym == filler.by_demonym) return;
    told.fillers.push_back(filler);
  }

  // Gives a mention the role, which the kind of thing it is makes precise.
  void put(EventMention& told, RoleName role, std::uint32_t id, std::uint8_t frame, Certainty certainty) {
    const auto& m = mention(id);
    const Role actor = certainty == Certainty::Certain ? Role::Actor : Role::LikelyActor;
    Filler filler{.role = actor, .mention = id, .certainty = certainty, .frame = frame};
    const auto owner_acts = [&] {
      if (m.owner != kNoMention) add(told, {.role = actor, .mention = m.owner, .certainty = certainty, .frame = frame});
      else if (m.demonym != kNone) add(told, {.role = actor, .mention = id, .by_demonym = true, .certainty = certainty, .frame = frame});
    };
    switch (role) {
      case RoleName::Actor:
        if (m.type == MentionType::Weapon || m.type == MentionType::Object) {
          if (m.type == MentionType::Weapon) add(told, {.role = Role::Weapon, .mention = id, .frame = frame});
          owner_acts();
        } else if (m.type == MentionType::Place) {
          if (state_of(m)) filler.role = actor, add(told, filler);
          else add(told, {.role = Role::Place, .mention = id, .frame = frame});
        } else if (m.type != MentionType::Source) {
          add(told, filler);
        }
        return;
      case RoleName::Target:
      case RoleName::Victim:
        if (m.type == MentionType::Place || (m.place_entity != kNone && m.type == MentionType::Actor && (m.preposition == lexicon::Preposition::On || entry(m.place_entity).entity_class != EntityClass::Country))) {
          add(told, {.role = Role::Place, .mention = id, .frame = frame});
        } else if (m.type == MentionType::Object || m.type == MentionType::Weapon) {
          add(told, {.role = Role::TargetObject, .mention = id, .frame = frame});
          if (m.owner != kNoMention) add(told, {.role = Role::Target, .mention = m.owner, .frame = frame});
          else if (m.demonym != kNone) add(told, {.role = Role::Target, .mention = id, .by_demonym = true, .frame = frame});
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
        }
        return;
      case RoleName::Place:
        if (m.type == MentionType::Place || m.place_entity != kNone) add(told, {.role = Role::Place, .mention = id, .frame = frame});
        else if (m.type == MentionType::Object && m.preposition == lexicon::Preposition::On) add(told, {.role = Role::TargetObject, .mention = id, .frame = frame});
        return;
      default: return;
    }
  }

  bool state_of(const Mention& m) const { return m.entity != kNone && entry(m.entity).entity_class == EntityClass::Country && m.noun == kNone; }

  // Adjectives of the event noun: nationality is the actor, means the type, "another" and ordinals keep it apart from others.
  void qualify(const Sentence& sentence, const std::vector<std::uint32_t>& members, EventMention& told) {
    for (const auto number : members) {
      const auto& p = sentence.predicates[number];
      for (const auto at : p.adjectives) {
        for (const auto& reading : units_.of(unit(at))) {
          const auto& e = units_.entry(reading);
          if (e.demonym_of != kNone && told.by_adjective == kNone) told.by_adjective = e.demonym_of, told.by_adjective_unit = at;
          if (e.means != EventType::None) told.means.push_back(e.means);
          if (e.does(Function::Other)) told.another = true;
          if (e.ordinal > 1) told.another = true, told.ordinal = static_cast<std::uint32_t>(e.ordinal);
        }
      }
    }
  }

  void refine_type(EventMention& told) {
    refine_by_means(told);
    if (told.killing && told.type == EventType::Strike) told.type = EventType::TargetedKilling;
  }

  void refine_by_means(EventMention& told) {
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
    if (told.type == EventType::GroundAttack && type_group(by_weapon) != type_group(EventType::AirStrike) && by_weapon != EventType::Bombing) return;
    told.type = by_weapon;
  }

  // A drone says more than aircraft, aircraft more than the missiles they carry.
  static EventType stronger_means(EventType a, EventType b) {
    constexpr EventType kOrder[] = {EventType::DroneStrike, EventType::AirStrike, EventType::Bombing, EventType::Shelling, EventType::RocketAttack, EventType::GroundAttack};
    for (const auto type : kOrder)
      if (a == type || b == type) return type;
    return a != EventType::None ? a : b;
  }

  // "three raids", "30 strikes", the dual: the number before a noun of strikes.
  void read_strikes(const Predicate& p, const Sentence& sentence, EventMention& told) {
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

  // ---- whether it happened ----

  Factuality factuality_of(const Sentence& sentence, const std::vector<std::uint32_t>& members) const {
    auto result = Factuality::Asserted;
    for (const auto number : members) {
      const auto& p = sentence.predicates[number];
      if (unit(p.unit).has(entity::kWill)) return Factuality::Planned;
      const auto first = p.unit > sentence.first + kModalReach ? p.unit - kModalReach : sentence.first;
      for (auto at = p.unit; at-- > first;) {
        const auto& u = unit(at);
        if (u.kind == TokenKind::Stop || u.kind == TokenKind::Semicolon || u.does(Function::ClauseBreak)) break;
        if (u.kind == TokenKind::Comma && p.unit - at > 2) break;
        const auto inside = std::any_of(sentence.predicates.begin(), sentence.predicates.end(), [&](const Predicate& q) { return q.unit == at && q.verb && q.trigger; });
        if (inside) break;
        if (u.does(Function::Negation) && p.unit - at <= (p.verb ? 1U : 5U) && u.is_word()) return Factuality::Denied;
        if (const auto* modal = units_.find(u, [](const Entry& e) { return e.factuality != Factuality::None && e.factuality != Factuality::Asserted; })) {
          const auto factuality = units_.entry(*modal).factuality;
          if (factuality == Factuality::Possible) result = factuality;
          else return factuality;
        }
        if (u.does(Function::Conditional)) return Factuality::Planned;
      }
    }
    return result;
  }

  bool opens_background(const Sentence& sentence) const {
    for (auto at = sentence.first; at < std::min(sentence.last, sentence.first + 3); ++at)
      if (unit(at).does(Function::Background)) return true;
    return false;
  }

  // The time expression nearest to the trigger, in the searched clause first, then in the sentence.
  std::uint32_t time_of(const Sentence& sentence, const EventMention& told) const {
    std::uint32_t best = kNobody;
    std::uint32_t least = 0xFFFFFFFF;
    for (std::uint32_t i = 0; i < report_.times.size(); ++i) {
      const auto& time = report_.times[i];
      if (time.first < sentence.first || time.last > sentence.last || time.past_period) continue;
      if (unit(time.first).furniture) continue;
      const bool inside = time.first >= told.clause_first && time.first < told.clause_last;
      std::uint32_t distance = time.first > told.unit ? time.first - told.unit : told.unit - time.first;
      if (!inside) {
        distance += 12;
        // a time that another predicate's clause holds belongs there
        for (const auto& p : sentence.predicates)
          if (p.verb && p.trigger && time.first > p.unit && time.first < p.last && !(told.unit >= p.first && told.unit < p.last)) distance += 40;
      }
      if (!time.earliest) distance += 8;
      if (distance < least && distance < 60) least = distance, best = i;
    }
    return best;
  }

  // "and it also shelled ...": a verb without a subject goes on with the actor of the verb before.
  void inherit_subjects(const Sentence& sentence, const std::vector<std::uint32_t>& number) {
    std::uint32_t before = kNobody;
    for (std::uint32_t i = 0; i < sentence.predicates.size(); ++i) {
      const auto id = number[i];
      if (id == kNobody || id == before) continue;
      auto& told = report_.event_mentions[id];
      const bool has_actor = std::any_of(told.fillers.begin(), told.fillers.end(), [](const Filler& f) { return f.role == Role::Actor || f.role == Role::LikelyActor; }) || told.by_adjective != kNone;
      if (!has_actor && before != kNobody && unit(sentence.predicates[i].unit).has(entity::kAnd)) {
        const auto source = report_.event_mentions[before].fillers;
        for (auto filler : source)
          if ((filler.role == Role::Actor || filler.role == Role::LikelyActor) && told.type != EventType::ArmedClash) {
            filler.inherited = true;
            told.fillers.push_back(filler);
          }
        if (told.by_adjective == kNone) told.by_adjective = report_.event_mentions[before].by_adjective, told.by_adjective_unit = report_.event_mentions[before].by_adjective_unit;
      }
      before = id;
    }
  }

  // Destruction that follows from an event of the same sentence is its effect, not another event.
  void absorb_effects(const Sentence& sentence, std::vector<std::uint32_t>& number) {
    std::uint32_t cause = kNobody;
    for (std::uint32_t i = 0; i < sentence.predicates.size(); ++i) {
      const auto& p = sentence.predicates[i];
      if (number[i] == kNobody) continue;
      const auto id = number[i];
      const bool effect = entry(p.entry).effect != lexicon::Effect::None;
      if (!effect || p.verb) {
        if (!p.casualty) cause = id;
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

  const Context& context_;
  const entity::Units& units_;
  Report& report_;
};

}  // namespace

bool is_generic(EventType type) { return type == EventType::Strike || type == EventType::Explosion || type == EventType::None; }

int type_group(EventType type) {
  switch (type) {
    case EventType::AirStrike:
    case EventType::DroneStrike:
    case EventType::Shelling:
    case EventType::RocketAttack:
    case EventType::Strike: return 1;
    case EventType::Bombing:
    case EventType::Explosion: return 2;
    case EventType::GroundAttack:
    case EventType::ArmedClash:
    case EventType::TargetedKilling: return 3;
    case EventType::Interception: return 4;
    case EventType::Arrest:
    case EventType::Abduction: return 5;
    case EventType::Movement: return 6;
    case EventType::TerritorialChange: return 7;
    case EventType::None: break;
  }
  return 0;
}

Membership tell_events(const Context& context, Report& report) { return Teller(context, report).run(); }

}  // namespace khabar::event
