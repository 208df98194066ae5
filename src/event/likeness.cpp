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

constexpr std::uint32_t kLead = 4;   // sentences in which the lead tells what the headline says
constexpr std::uint32_t kWider = 2;  // units between a place and the wider one that says where it lies
constexpr int kRecentMentions = 5;   // of an event whose words are compared

bool is_hit(const Filler& f) { return (f.role == Role::Target || f.role == Role::TargetObject) && !f.inherited; }

bool is_target(const Filler& f) { return f.role == Role::Target; }

// Whether types can be of one happening at all: those of one group, or one of them says little.
bool may_be_one(EventType a, const EventMention& told) {
  const auto b = told.type;
  if (a == b) return true;
  const int ga = type_group(a), gb = type_group(b);
  const auto one_of = [&](EventType x) { return a == x || b == x; };
  if (ga == gb) {
    if (is_generic(a) || is_generic(b) || ga == 3) return true;
    return one_of(EventType::AirStrike) ? one_of(EventType::DroneStrike) || one_of(EventType::RocketAttack)
                                        : one_of(EventType::Shelling) && one_of(EventType::RocketAttack);
  }
  if (ga > 3 || gb > 3) return false;
  return (told.definite && told.noun && is_generic(b)) || one_of(EventType::Strike) ||
         (one_of(EventType::Explosion) && (ga == 1 || gb == 1));
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

std::uint32_t area_of(const lexicon::Lexicon& lexicon, const Mention& m) {
  const auto place = m.place_entity;
  if (place == kNone || lexicon.entry(place).entity_class != EntityClass::Settlement) return place;
  if (m.noun != kNone && m.type == MentionType::Place && !lexicon.entry(m.noun).does(lexicon::Function::Direction)) return place;
  const auto parent = lexicon.entry(place).parent;
  const bool seat =
      parent != kNone && lexicon.entry(parent).entity_class == EntityClass::Governorate && named_after(lexicon, parent, place);
  return seat ? parent : place;
}

Outline Likeness::outline(const EventMention& told) const {
  Outline result{finest_sites(told.fillers), actors(told.fillers, is_agent), actors(told.fillers, is_target)};
  if (told.by_adjective != kNone) result.actors.push_back(told.by_adjective);
  return result;
}

Outline Likeness::outline(const Event& event) const {
  Outline result{finest_sites(event.fillers), actors(event.fillers, is_agent), actors(event.fillers, is_target)};
  for (const auto& [state, unit] : event.adjective_actors) result.actors.push_back(state);
  return result;
}

int Likeness::fit(const Event& event, const Outline& ours, const EventMention& told, const Outline& theirs, bool latest) const {
  if (is_actual(event.factuality) != is_actual(told.factuality)) return kImpossible;
  const auto& last = report_.event_mentions[event.mentions.back()];
  if (last.sentence == told.sentence && told_after(last.unit, told.unit)) return kImpossible;
  if (!may_be_one(event.type, told)) return kImpossible;
  Traits traits;
  compare_types(event, told, traits);
  compare_places(ours.sites, theirs.sites, traits);
  compare_times(event, told, traits);
  compare_actors(ours, theirs, traits);
  compare_counts(event, told, traits);
  compare_targets(event, told, traits);
  compare_figures(event, told, traits);
  compare_positions(event, told, latest, traits);
  return traits.score();
}

int Likeness::newness(const EventMention& told, const Outline& outline) const {
  Traits traits;
  traits.add(Trait::New);
  if (told.another) traits.add(Trait::NewAnother);
  if ((told.definite && !told.identified) || told.strength == lexicon::Strength::Anaphoric) traits.add(Trait::NewDefinite);
  if (std::any_of(outline.sites.begin(), outline.sites.end(), [](const Site& s) { return !s.coarse; })) traits.add(Trait::NewPlace);
  if (told.time != kNobody && report_.times[told.time].earliest) traits.add(Trait::NewDay);
  if (std::any_of(told.fillers.begin(), told.fillers.end(), is_hit)) traits.add(Trait::NewTarget);
  if (told.strength == lexicon::Strength::Weak) traits.add(Trait::NewWeak);
  return traits.score();
}

void Likeness::compare_types(const Event& event, const EventMention& told, Traits& traits) const {
  const auto a = event.type, b = told.type;
  if (a == b)
    traits.add(Trait::SameType);
  else if (type_group(a) == type_group(b) && (is_generic(a) || is_generic(b)))
    traits.add(Trait::GenericType);
  else if (type_group(a) != type_group(b) && !(told.definite && told.noun && is_generic(b)))
    traits.add(a == EventType::Explosion || b == EventType::Explosion ? Trait::BlastOfStrike : Trait::VagueType);
  const auto recent = event.mentions.size() > kRecentMentions ? event.mentions.end() - kRecentMentions : event.mentions.begin();
  if (std::any_of(recent, event.mentions.end(), [&](std::uint32_t id) { return report_.event_mentions[id].word == told.word; }))
    traits.add(Trait::SameWord);
  compare_numbers(event, told, traits);
}

// Retellings change between "the raid" and "the raids"; a second raid beside a first is one again.
void Likeness::compare_numbers(const Event& event, const EventMention& told, Traits& traits) const {
  const auto plural = [](arabic::Number n) { return n == arabic::Number::Plural || n == arabic::Number::Dual; };
  if (told.number == arabic::Number::None) return;
  for (const auto id : event.mentions) {
    const auto number = report_.event_mentions[id].number;
    if (number == arabic::Number::None) continue;
    if (plural(number) == plural(told.number)) traits.add(Trait::SameNumber);
    return;
  }
}

// What both hit speaks for one happening; articles tell more and more, so that they name different things says little.
void Likeness::compare_targets(const Event& event, const EventMention& told, Traits& traits) const {
  int shared = 0;
  for (const auto& b : told.fillers)
    if (is_hit(b) && what(b) != kNone)
      for (const auto& a : event.fillers) shared += a.role == b.role && what(a) == what(b) ? 1 : 0;
  traits.add(Trait::SameTarget, std::min(shared, 2));
}

// The same number of dead or injured, one alone aside, hardly belongs to two happenings.
void Likeness::compare_figures(const Event& event, const EventMention& told, Traits& traits) const {
  bool other = false;
  for (const auto& a : event.figures)
    for (const auto& b : told.figures) {
      if (a.outcome != b.outcome) continue;
      if (a.count.minimum == b.count.minimum && a.count.maximum == b.count.maximum && a.count.minimum > 1)
        return traits.add(Trait::SameFigure);
      other |= a.count.maximum < b.count.minimum || b.count.maximum < a.count.minimum;
    }
  if (other) traits.add(Trait::OtherFigure);
}

void Likeness::compare_positions(const Event& event, const EventMention& told, bool latest, Traits& traits) const {
  const auto& last = report_.event_mentions[event.mentions.back()];
  const auto& first = report_.event_mentions[event.mentions.front()];
  const auto distance = told.sentence - last.sentence;
  if (told.definite && told.noun) traits.add(told.identified ? Trait::Identified : Trait::Definite);
  if (distance == 0 && told.definite && !told.identified) traits.add(Trait::DefiniteInSentence);
  const auto line = [&](const EventMention& m) { return context_.document.sentences[m.sentence].line; };
  if (line(told) == line(last)) traits.add(Trait::SameLine);
  const bool first_event = report_.events.front().mentions.front() == event.mentions.front();
  if (first_event && first.headline && told.sentence <= kLead) traits.add(Trait::LeadOfHeadline);  // the lead tells what the headline says
  if (latest) traits.add(Trait::LatestEvent);
  if (distance > 0 && opens_with(told.sentence, lexicon::Function::TopicBreak)) traits.add(Trait::TopicBroken);
  if (distance > 0 && opens_with(told.sentence, lexicon::Function::Addition)) traits.add(Trait::Adds);
  if (told.background && !last.background) traits.add(Trait::TurnsToBackground);
}

// Whether the sentence opens with such a word: "on the other hand", "in another development"; "also", "likewise".
bool Likeness::opens_with(std::uint32_t number, lexicon::Function function) const {
  const auto at = std::lower_bound(context_.sentences.begin(), context_.sentences.end(), number,
                                   [](const Sentence& s, std::uint32_t n) { return s.number < n; });
  if (at == context_.sentences.end() || at->number != number) return false;
  for (auto i = at->first; i < std::min(at->last, at->first + 2); ++i)
    if (context_.units.units[i].does(function)) return true;
  return false;
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
    if (filler.role != Role::Place || filler.inherited) continue;
    const auto& m = mention(filler.mention);
    if (m.name_last > m.name_first) {
      result.push_back({kNone, name_of(m), false, false});
    } else if (m.place_entity != kNone) {
      const auto place = area_of(lexicon_, m);
      const auto c = entry(place).entity_class;
      result.push_back({place, {}, c == EntityClass::Country || c == EntityClass::Governorate, places_another(fillers, m)});
    }
  }
  return finest(std::move(result));
}

// "the village of X, near Y", "X in the countryside of Y", "X south of Y": Y only says where X lies.
bool Likeness::places_another(const std::vector<Filler>& fillers, const Mention& m) const {
  const bool direction = m.noun != kNone && (entry(m.noun).does(lexicon::Function::Direction) || m.precision == lexicon::Precision::Near ||
                                             m.precision == lexicon::Precision::RuralArea);
  if (m.coordinated || (m.preposition == lexicon::Preposition::None && !direction)) return false;
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& f) {
    const auto& before = mention(f.mention);
    return f.role == Role::Place && before.last <= m.first && m.first - before.last <= kWider;
  });
}

// The whole name: "Umm X" is not "Umm Y". Words of a text are folded one behind the other.
std::string_view Likeness::name_of(const Mention& m) const {
  const auto& scan = context_.document.scan;
  const auto& first = scan.tokens[context_.units.units[m.name_first].first];
  const auto& last = scan.tokens[context_.units.units[m.name_last - 1].last - 1];
  return std::string_view(scan.folded).substr(first.fold_at, last.fold_at + last.fold_size - first.fold_at);
}

// Same names of a governorate and its seat count as one.
bool Likeness::same_site(const Site& a, const Site& b) const {
  if (a.entity == kNone || b.entity == kNone) return a.entity == b.entity && a.name == b.name;
  return lexicon_.within(a.entity, b.entity) || lexicon_.within(b.entity, a.entity) || named_after(lexicon_, a.entity, b.entity) ||
         named_after(lexicon_, b.entity, a.entity);
}

void Likeness::compare_places(const std::vector<Site>& ours, const std::vector<Site>& theirs, Traits& traits) const {
  if (ours.empty() || theirs.empty()) return;
  const auto own = [](const Site& s) { return !s.wider; };
  const bool both = std::any_of(ours.begin(), ours.end(), own) && std::any_of(theirs.begin(), theirs.end(), own);
  bool near = false;
  for (const auto& a : ours)
    for (const auto& b : theirs) {
      if (both && a.wider && b.wider) continue;  // two villages of one district
      if (a.entity == b.entity && a.name == b.name) return traits.add(a.coarse ? Trait::SharedRegion : Trait::SharedPlace);
      near |= same_site(a, b);
    }
  if (near) return traits.add(Trait::NearPlace);
  traits.add(ours.front().coarse || theirs.front().coarse ? Trait::OtherRegion : Trait::OtherPlace);
}

void Likeness::compare_times(const Event& event, const EventMention& told, Traits& traits) const {
  const auto old = [&](entity::Day last) { return report_.published && last < *report_.published - std::chrono::days(6); };
  const bool told_dated = told.time != kNobody && report_.times[told.time].earliest;
  if (!told_dated && !event.earliest) return;
  if (!told_dated) {
    if (old(*event.latest) && told.sentence - report_.event_mentions[event.mentions.back()].sentence > 1) traits.add(Trait::LongAgo);
    return;
  }
  const auto& time = report_.times[told.time];
  if (!event.earliest) {
    if (old(*time.latest)) traits.add(Trait::OtherDay);
    return;
  }
  if (*time.earliest > *event.latest || *time.latest < *event.earliest) {
    const auto gap = *time.earliest > *event.latest ? *time.earliest - *event.latest : *event.earliest - *time.latest;
    const bool exact = time.precision <= entity::TimePrecision::Day && event.time_precision <= entity::TimePrecision::Day;
    return traits.add(gap <= std::chrono::days(1) && exact && told.definite ? Trait::NextDay : Trait::OtherDay);
  }
  const bool vague = time.precision > entity::TimePrecision::Day || event.time_precision > entity::TimePrecision::Day;
  if (vague && (*time.latest - *time.earliest > std::chrono::days(40)) != (*event.latest - *event.earliest > std::chrono::days(40)))
    return traits.add(Trait::OtherDay);
  if (!vague) traits.add(Trait::SameDay);
}

template <typename Condition>
std::vector<std::uint32_t> Likeness::actors(const std::vector<Filler>& fillers, Condition takes_part) const {
  std::vector<std::uint32_t> result;
  for (const auto& filler : fillers)
    if (takes_part(filler))
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

bool Likeness::share(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& others) const {
  return std::any_of(some.begin(), some.end(), [&](std::uint32_t a) {
    return std::any_of(others.begin(), others.end(), [&](std::uint32_t b) { return same_actor(lexicon_, a, b); });
  });
}

void Likeness::compare_actors(const Outline& ours, const Outline& theirs, Traits& traits) const {
  if (share(ours.actors, theirs.actors))
    traits.add(Trait::SameActor);
  else if (!ours.actors.empty() && !theirs.actors.empty())
    traits.add(Trait::OtherActor);
  if (share(ours.actors, theirs.hit) || share(ours.hit, theirs.actors)) traits.add(Trait::RolesSwapped);
}

// A raid is not the hundreds of raids over the past years; a second figure of strikes is of other strikes.
void Likeness::compare_counts(const Event& event, const EventMention& told, Traits& traits) const {
  if (event.many || told.many) traits.add(event.many && told.many ? Trait::Many : Trait::OneOfMany);
  const auto &a = event.strikes, &b = told.strikes;
  if (a.given() && b.given() && (a.maximum < b.minimum || b.maximum < a.minimum)) traits.add(Trait::OtherCount);
}

std::uint32_t Likeness::what(const Filler& filler) const {
  const auto& m = mention(filler.mention);
  return m.entity != kNone ? m.entity : m.noun;
}

}  // namespace khabar::event
