// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/events.hpp"

#include "event/event_name.hpp"
#include "graph/vocabulary.hpp"

#include <algorithm>

namespace khabar::graph {
namespace {

using entity::kNoMention;
using event::Event;
using event::kNobody;
using event::Role;
using event::Span;
using lexicon::Quantifier;

// In the order of entity::TimePrecision and entity::TimeAnchor.
constexpr std::array<std::string_view, 6> kTimePrecisionNames = {"Unresolved", "PartOfDay", "Day", "Week", "Month", "Year"};
constexpr std::array<std::string_view, 4> kTimeAnchorNames = {"Unresolved", "PublicationDate", "ExplicitDate", "OtherEvent"};
constexpr auto& kRoleNames = event::kRoleProperties;
constexpr float kAdjectiveConfidence = 0.8F;

lexicon::Certainty certainty_of(Role role, lexicon::Certainty said) {
  using lexicon::Certainty;
  if (role == Role::LikelyActor) return said == Certainty::Possible ? said : Certainty::Probable;  // suspicion is never certain
  return said == Certainty::None ? Certainty::Certain : said;
}

// Nodes and roles of one event; equal nodes are the same view.
class Said {
 public:
  bool insert(Role role, std::string_view node) { return nodes_.insert(key(role, node)).second; }
  bool contains(Role role, std::string_view node) const { return nodes_.contains(key(role, node)); }

 private:
  using Key = std::pair<const char*, Role>;
  struct Hash {
    std::size_t operator()(const Key& k) const { return std::hash<const char*>()(k.first) * 8U + static_cast<std::size_t>(k.second); }
  };
  static Key key(Role role, std::string_view node) { return {node.data(), role}; }
  std::unordered_set<Key, Hash> nodes_;
};

}  // namespace

void Events::describe() {
  name_events();
  find_effects();
  for (std::size_t i = 0; i < names_.size(); ++i) {
    event_ = names_[i];
    describe(source_.report.events[i]);
  }
}

// {article}/event/{b}-{e} of the first trigger, and -2, -3 where several events begin with the same.
void Events::name_events() {
  names_.reserve(source_.report.events.size());
  for (const auto& [span, ordinal] : event::name_events(source_.report)) {
    auto name = draft_.mint(draft_.article(), "/event/", span);
    if (ordinal > 1) name = draft_.mint({name, "-", Digits(ordinal)});
    names_.push_back(name);
  }
}

// "The strike destroyed two depots": what a word of destruction names as its object was destroyed, unless that did not happen.
void Events::find_effects() {
  for (const auto& told : source_.report.event_mentions) {
    if (told.factuality != lexicon::Factuality::Asserted) continue;
    const auto& trigger = source_.units.units[told.unit];
    const auto* reading = source_.units.find(trigger, [](const lexicon::Entry& e) { return e.effect != lexicon::Effect::None; });
    if (reading == nullptr) continue;
    for (const auto& filler : told.fillers)
      if (filler.role == Role::TargetObject && !filler.inherited) effects_.emplace(filler.mention, source_.units.entry(*reading).effect);
  }
}

void Events::describe(const Event& event) {
  describe_types(event);
  draft_.link(event_, khb::reportedIn, draft_.article());
  draft_.link(event_, khb::factuality, iri_of<lexicon::kFactualityNames>(event.factuality));
  draft_.decimal(event_, khb::confidence, event.confidence);
  if (const auto frame = source_.frame_iri(event.frame); draft_.full() && !frame.empty()) draft_.link(event_, khb::rule, frame);
  if (event.strikes.given()) {
    draft_.number(event_, khb::strikesMinimum, event.strikes.minimum);
    if (event.strikes.maximum != entity::kUnbounded) draft_.number(event_, khb::strikesMaximum, event.strikes.maximum);
  }
  for (const auto other : event.responds_to) draft_.link(event_, khb::inResponseTo, names_[other]);
  for (const auto other : event.sub_events) draft_.link(event_, sem::hasSubEvent, names_[other]);
  for (const auto id : event.mentions)
    for (const auto& span : source_.report.event_mentions[id].triggers) draft_.evidence(event_, khb::evidence, event::trigger_words(span));
  describe_time(event);
  describe_roles(event);
  sayings_.describe(event, event_);
}

void Events::describe_types(const Event& event) {
  draft_.type(event_, khb::kEvent), draft_.type(event_, sem::kEvent);
  for (const auto c : event_classes(event.type)) draft_.type(event_, c);
  const bool actual = event.factuality == lexicon::Factuality::Asserted || event.factuality == lexicon::Factuality::Possible;
  if (!actual) draft_.type(event_, khb::kNonActualEvent);
}

void Events::describe_time(const Event& event) {
  const bool known = event.time_precision != entity::TimePrecision::Unresolved && event.time_anchor != entity::TimeAnchor::Unresolved;
  const bool resolved = known && event.earliest && event.latest && *event.earliest <= *event.latest;
  draft_.link(event_, khb::timePrecision, iri_of<kTimePrecisionNames>(resolved ? event.time_precision : entity::TimePrecision::Unresolved));
  draft_.link(event_, khb::timeAnchor, iri_of<kTimeAnchorNames>(resolved ? event.time_anchor : entity::TimeAnchor::Unresolved));
  if (!resolved) return;
  draft_.date(event_, sem::hasEarliestBeginTimeStamp, *event.earliest);
  draft_.date(event_, sem::hasLatestEndTimeStamp, *event.latest);
  if (!draft_.full() || event.time == kNobody) return;
  const auto& time = source_.report.times[event.time];
  draft_.evidence(event_, khb::timeEvidence, {time.begin, time.end});
}

void Events::describe_roles(const Event& event) {
  Said said;
  roles_.clear();
  bool acted = false;
  for (const auto& filler : event.fillers) {
    const auto node = filler_node(filler);
    if (node.empty() || (filler.role == Role::LikelyActor && is_stated_actor(event, node))) continue;
    if (!said.insert(filler.role, node.iri)) continue;
    acted = acted || filler.role == Role::Actor || filler.role == Role::LikelyActor;
    draft_.link(event_, iri_of<kRoleNames>(filler.role), node.iri);
    if (draft_.full()) describe_participation(filler, node.iri);
  }
  if (acted) return;
  for (const auto& adjective : event.adjective_actors) {
    const auto state = entities_.known(adjective.state);
    if (!said.insert(Role::Actor, state)) continue;
    draft_.link(event_, iri_of<kRoleNames>(Role::Actor), state);
    if (!draft_.full()) continue;
    const auto& unit = source_.units.units[adjective.unit];
    participate(Role::Actor, state, {unit.stem, unit.end}, lexicon::Certainty::Certain, kAdjectiveConfidence, event.frame);
  }
}

bool Events::is_stated_actor(const Event& event, Node suspect) {
  return std::any_of(event.fillers.begin(), event.fillers.end(), [&](const event::Filler& filler) {
    return filler.role == Role::Actor && filler_node(filler).iri.data() == suspect.iri.data();
  });
}

// The words of a mention with the preposition that is written with them, without a conjunction.
Span Events::words_of(const entity::Mention& m) const {
  const auto& unit = source_.units.units[m.first];
  const bool preposition = unit.has(entity::kWith) || unit.has(entity::kFor) || unit.has(entity::kAs);
  if (!preposition || m.begin <= unit.begin) return {m.begin, m.end};
  const bool conjunction = unit.has(entity::kAnd) || unit.has(entity::kThen);
  return {conjunction ? draft_.phrases().behind_letter(unit.begin) : unit.begin, m.end};
}

void Events::describe_participation(const event::Filler& filler, std::string_view node) {
  const auto& m = source_.mention(filler.mention);
  const auto role =
      participate(filler.role, node, words_of(m), certainty_of(filler.role, filler.certainty), filler.confidence, filler.frame);
  if (filler.role == Role::Place) draft_.link(role, khb::placePrecision, iri_of<lexicon::kPrecisionNames>(precision_of(source_, m)));
}

std::string_view Events::participate(Role role, std::string_view node, Span words, lexicon::Certainty certainty, float confidence,
                                     std::uint8_t frame) {
  auto iri = draft_.mint({event_, "/role/", kRoleNames[static_cast<std::size_t>(role)], "/", Digits(words.begin), "-", Digits(words.end)});
  if (const auto count = ++roles_[iri]; count > 1) iri = draft_.mint({iri, "-", Digits(count)});
  draft_.link(event_, khb::participation, iri);
  draft_.type(iri, khb::kParticipation), draft_.type(iri, sem::kRole);
  draft_.link(iri, khb::role, iri_of<kRoleNames>(role));
  draft_.link(iri, khb::filler, node);
  draft_.link(iri, khb::certainty, iri_of<lexicon::kCertaintyNames>(certainty));
  draft_.decimal(iri, khb::confidence, confidence);
  if (const auto rule = source_.frame_iri(frame); !rule.empty()) draft_.link(iri, khb::rule, rule);
  draft_.evidence(iri, khb::evidence, words);
  return iri;
}

Node Events::filler_node(const event::Filler& filler) {
  switch (filler.role) {
    case Role::Weapon:
      return entities_.weapon(filler.mention);
    case Role::TargetObject:
      return {object(filler.mention), false};
    case Role::Place:
      return entities_.place(filler.mention);
    default:
      return filler.by_demonym ? entities_.state_of_adjective(filler.mention) : entities_.actor(filler.mention);
  }
}

std::string_view Events::object(std::uint32_t mention) {
  const auto& m = source_.mention(mention);
  const Span span{m.begin, m.end};
  const auto [found, fresh] = objects_.try_emplace(key_of(span));
  if (!fresh) return found->second;
  const auto iri = found->second = draft_.mint(draft_.article(), "/object/", span);
  describe_object(mention, span, iri);
  return iri;
}

void Events::describe_object(std::uint32_t mention, Span span, std::string_view iri) {
  const auto& m = source_.mention(mention);
  draft_.type(iri, khb::kTargetObject);
  const auto label = draft_.label(span, source_.units.units[m.first]);
  draft_.arabic(iri, kLabel, label);
  if (m.noun != lexicon::kNone) {
    auto head = source_.lexicon().text(source_.entry(m.noun).label);
    head = head.substr(0, head.find(' '));
    if (!head.empty() && head != label) draft_.arabic(iri, kAltLabel, head);
  }
  if (const auto kind = entities_.kind(mention); !kind.empty()) draft_.link(iri, khb::kind, kind);
  if (m.count.quantifier == Quantifier::Exactly && m.count.minimum == m.count.maximum) draft_.number(iri, khb::count, m.count.minimum);
  if (const auto effect = effects_.find(mention); effect != effects_.end())
    draft_.link(iri, khb::effect, iri_of<lexicon::kEffectNames>(effect->second));
  if (m.owner != kNoMention) {
    if (const auto owner = entities_.actor(m.owner); !owner.empty()) draft_.link(iri, khb::owner, owner.iri);
  } else if (const auto state = entities_.state_of_adjective(mention); !state.empty()) {
    draft_.link(iri, khb::owner, state.iri);
  }
}

}  // namespace khabar::graph
