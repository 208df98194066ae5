// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/likeness.hpp"

#include "event/same_actor.hpp"

#include <algorithm>

namespace khabar::event {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::EntityClass;
using lexicon::Factuality;
using lexicon::kNone;

namespace {

int type_fit(const Event& event, const EventMention& told) {
  const auto a = event.type, b = told.type;
  if (a == b) return 1;
  const int ga = type_group(a), gb = type_group(b);
  const bool anaphora = told.definite && told.noun && is_generic(b);
  if (ga == gb) {
    if (is_generic(a) || is_generic(b)) return 1;
    const auto pair = [&](EventType x, EventType y) { return (a == x && b == y) || (a == y && b == x); };
    if (pair(EventType::AirStrike, EventType::DroneStrike)) return 0;
    if (pair(EventType::AirStrike, EventType::RocketAttack)) return -1;
    if (pair(EventType::Shelling, EventType::RocketAttack)) return -1;
    if (ga == 3) return -1;
    return kImpossible;
  }
  if (anaphora && ga <= 3 && gb <= 3) return 0;
  if ((a == EventType::Explosion && gb == 1) || (b == EventType::Explosion && ga == 1)) return 0;
  if ((a == EventType::Strike && gb <= 3) || (b == EventType::Strike && ga <= 3)) return -1;
  return kImpossible;
}

// The same number of dead or injured, one alone aside, hardly belongs to two happenings.
int figure_fit(const Event& event, const EventMention& told) {
  for (const auto& a : event.figures)
    for (const auto& b : told.figures)
      if (a.outcome == b.outcome && a.count.minimum == b.count.minimum && a.count.maximum == b.count.maximum && a.count.minimum > 1)
        return 3;
  return 0;
}

// Countries and governorates say nothing once a town is named.
std::vector<Site> finest(std::vector<Site> all) {
  const bool fine = std::any_of(all.begin(), all.end(), [](const Site& s) { return !s.coarse; });
  if (fine) all.erase(std::remove_if(all.begin(), all.end(), [](const Site& s) { return s.coarse; }), all.end());
  return all;
}

}  // namespace

bool is_actual(Factuality f) { return f == Factuality::Asserted || f == Factuality::Possible || f == Factuality::None; }

bool named_after(const lexicon::Lexicon& lexicon, std::uint32_t thing, std::uint32_t town) {
  const auto c = lexicon.entry(thing).entity_class;
  if (c != EntityClass::Facility && c != EntityClass::Region && c != EntityClass::Governorate) return false;
  const auto label = lexicon.text(lexicon.entry(town).label);
  return label.size() > 4 && lexicon.text(lexicon.entry(thing).label).find(label) != std::string_view::npos;
}

Outline Likeness::outline(const EventMention& told) const {
  Outline result{finest_sites(told.fillers), actors(told.fillers)};
  if (told.by_adjective != kNone) result.actors.push_back(told.by_adjective);
  return result;
}

Outline Likeness::outline(const Event& event) const {
  Outline result{finest_sites(event.fillers), actors(event.fillers)};
  for (const auto& [state, unit] : event.adjective_actors) result.actors.push_back(state);
  return result;
}

int Likeness::fit(const Event& event, const Outline& ours, const EventMention& told, const Outline& theirs) const {
  if (is_actual(event.factuality) != is_actual(told.factuality)) return kImpossible;
  const auto& last = report_.event_mentions[event.mentions.back()];
  const auto& first = report_.event_mentions[event.mentions.front()];
  if (last.sentence == told.sentence && told_after(last.unit, told.unit)) return kImpossible;
  int score = type_fit(event, told);
  if (score <= kImpossible) return kImpossible;
  const int place = place_fit(ours.sites, theirs.sites), time = time_fit(event, told), actor = actor_fit(ours.actors, theirs.actors);
  if (place <= kImpossible || time <= kImpossible || actor <= kImpossible) return kImpossible;
  score += place + time + actor + target_fit(event, told) + figure_fit(event, told);
  if (told.background != last.background && told.background) score -= 3;
  const auto distance = told.sentence - last.sentence;
  if (distance == 0)
    score += told.definite ? 2 : 0;
  else if (distance == 1 && told.definite)
    score += 1;
  else if (distance > 6)
    score -= 1;
  if (told.definite && told.noun) score += 2;
  const bool of_headline = first.headline && report_.events.front().mentions.front() == event.mentions.front();
  if (of_headline && told.sentence <= 4) score += 2;  // the lead tells what the headline says
  return score;
}

// "raids after an attack", "in response to": what stands on either side are two happenings.
bool Likeness::told_after(std::uint32_t first, std::uint32_t second) const {
  for (auto at = first + 1; at < second; ++at) {
    const auto& u = context_.units.units[at];
    if (u.does(lexicon::Function::After) || u.does(lexicon::Function::Before) || u.does(lexicon::Function::ResponseTo))
      return !u.does(lexicon::Function::CausedBy);
  }
  return false;
}

std::vector<Site> Likeness::finest_sites(const std::vector<Filler>& fillers) const {
  std::vector<Site> result;
  for (const auto& filler : fillers) {
    if (filler.role != Role::Place) continue;
    const auto& m = mention(filler.mention);
    if (m.name_last > m.name_first) {
      result.push_back({kNone, name_of(m), false});
    } else if (m.place_entity != kNone) {
      // The seat of a governorate that shares its name says no more than the governorate.
      const auto parent = entry(m.place_entity).parent;
      const bool seat = entry(m.place_entity).entity_class == EntityClass::Settlement && m.noun == kNone && parent != kNone &&
                        entry(parent).entity_class == EntityClass::Governorate && named_after(lexicon_, parent, m.place_entity);
      const auto place = seat ? parent : m.place_entity;
      const auto c = entry(place).entity_class;
      result.push_back({place, {}, c == EntityClass::Country || c == EntityClass::Governorate});
    }
  }
  return finest(std::move(result));
}

std::string_view Likeness::name_of(const Mention& m) const {
  const auto& token = context_.document.scan.tokens[context_.units.units[m.name_first].first];
  return context_.document.scan.word(token);
}

// Same names of a governorate and its seat count as one.
bool Likeness::same_site(const Site& a, const Site& b) const {
  if (a.entity == kNone || b.entity == kNone) return a.entity == b.entity && a.name == b.name;
  return lexicon_.within(a.entity, b.entity) || lexicon_.within(b.entity, a.entity) || named_after(lexicon_, a.entity, b.entity) ||
         named_after(lexicon_, b.entity, a.entity);
}

int Likeness::place_fit(const std::vector<Site>& ours, const std::vector<Site>& theirs) const {
  if (ours.empty() || theirs.empty()) return 0;
  bool shared = false, near = false;
  for (const auto& a : ours)
    for (const auto& b : theirs) {
      if (a.entity == b.entity && a.name == b.name)
        shared = true;
      else if (same_site(a, b))
        near = true;
    }
  if (shared) return ours.front().coarse ? 1 : 3;
  return near ? 1 : kImpossible;
}

int Likeness::time_fit(const Event& event, const EventMention& told) const {
  const auto old = [&](entity::Day last) { return report_.published && last < *report_.published - std::chrono::days(6); };
  const bool told_dated = told.time != kNobody && report_.times[told.time].earliest;
  if (!told_dated && !event.earliest) return 0;
  if (!told_dated) return old(*event.latest) && told.sentence - report_.event_mentions[event.mentions.back()].sentence > 1 ? -3 : 0;
  const auto& time = report_.times[told.time];
  if (!event.earliest) return old(*time.latest) ? kImpossible : 0;
  if (*time.earliest > *event.latest || *time.latest < *event.earliest) {
    const auto gap = *time.earliest > *event.latest ? *time.earliest - *event.latest : *event.earliest - *time.latest;
    const bool exact = time.precision <= entity::TimePrecision::Day && event.time_precision <= entity::TimePrecision::Day;
    return gap <= std::chrono::days(1) && exact && told.definite ? -2 : kImpossible;
  }
  const bool vague = time.precision > entity::TimePrecision::Day || event.time_precision > entity::TimePrecision::Day;
  if (vague && (*time.latest - *time.earliest > std::chrono::days(40)) != (*event.latest - *event.earliest > std::chrono::days(40)))
    return kImpossible;
  return vague ? 0 : 2;
}

std::vector<std::uint32_t> Likeness::actors(const std::vector<Filler>& fillers) const {
  std::vector<std::uint32_t> result;
  for (const auto& filler : fillers)
    if (is_agent(filler))
      if (const auto id = actor_entity(mention(filler.mention), filler.by_demonym); id != kNone) result.push_back(id);
  return result;
}

std::uint32_t Likeness::actor_entity(const Mention& m, bool by_demonym) const {
  if (by_demonym) return m.demonym;
  if (m.entity != kNone) return m.entity;
  if (m.demonym != kNone) return m.demonym;
  if (m.owner != kNoMention) return actor_entity(mention(m.owner), false);
  return kNone;
}

int Likeness::actor_fit(const std::vector<std::uint32_t>& ours, const std::vector<std::uint32_t>& theirs) const {
  if (ours.empty() || theirs.empty()) return 0;
  for (const auto a : ours)
    for (const auto b : theirs)
      if (same_actor(lexicon_, a, b)) return 1;
  return kImpossible;
}

// What both hit speaks for one happening; that they name different things does not speak against it: articles tell more and more.
int Likeness::target_fit(const Event& event, const EventMention& told) const {
  int score = 0;
  for (const auto& a : event.fillers)
    for (const auto& b : told.fillers) {
      if (a.role != b.role || (a.role != Role::Target && a.role != Role::TargetObject)) continue;
      const auto left = what(a), right = what(b);
      if (left != kNone && left == right) ++score;
    }
  return std::min(score, 2);
}

std::uint32_t Likeness::what(const Filler& filler) const {
  const auto& m = mention(filler.mention);
  return m.entity != kNone ? m.entity : m.noun;
}

}  // namespace khabar::event
