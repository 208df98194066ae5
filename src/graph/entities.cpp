// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/entities.hpp"

#include "arabic/fold.hpp"
#include "graph/digest.hpp"
#include "graph/vocabulary.hpp"

#include <algorithm>
#include <unordered_set>

namespace khabar::graph {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::EntityClass;
using lexicon::Head;
using lexicon::Kind;
using lexicon::kNone;
using lexicon::Precision;
using lexicon::Preposition;

constexpr int kDeepestOwner = 4;  // "the house of the commander of the brigade of X"

bool locates(Preposition p) {
  return p == Preposition::In || p == Preposition::Near || p == Preposition::Inside || p == Preposition::Around || p == Preposition::Over ||
         p == Preposition::Through || p == Preposition::Toward || p == Preposition::Between || p == Preposition::From ||
         p == Preposition::To;
}

bool has_name(const Mention& m) { return m.name_last > m.name_first; }

std::string_view kind_of_node(MentionType type) {
  if (type == MentionType::Person) return "person";
  return type == MentionType::Place ? "place" : "actor";
}

EntityClass class_of_head(Head head) {
  switch (head) {
    case Head::ArmedGroup:
      return EntityClass::ArmedGroup;
    case Head::ArmedForce:
      return EntityClass::ArmedForce;
    case Head::Unit:
      return EntityClass::Unit;
    case Head::Organization:
      return EntityClass::Organization;
    case Head::Media:
      return EntityClass::Media;
    default:
      return EntityClass::None;
  }
}

Precision precision_of_class(EntityClass place) {
  switch (place) {
    case EntityClass::Facility:
      return Precision::Facility;
    case EntityClass::Neighbourhood:
      return Precision::Neighbourhood;
    case EntityClass::Settlement:
      return Precision::Settlement;
    case EntityClass::District:
      return Precision::District;
    case EntityClass::Governorate:
      return Precision::Governorate;
    case EntityClass::Country:
      return Precision::Country;
    case EntityClass::Region:
    case EntityClass::NaturalFeature:
      return Precision::RuralArea;
    default:
      return Precision::Unknown;
  }
}

}  // namespace

Precision precision_of(const Source& source, const Mention& m) {
  if (m.precision != Precision::None) return m.precision;
  if (m.preposition == Preposition::Near || m.preposition == Preposition::Around) return Precision::Near;
  return m.place_entity == kNone ? Precision::Unknown : precision_of_class(source.entry(m.place_entity).entity_class);
}

std::string_view Entities::known(std::uint32_t entry) {
  known_.push_back(entry);
  return source_.lexicon().text(source_.entry(entry).iri);
}

std::vector<std::uint32_t> Entities::take_known() {
  std::sort(known_.begin(), known_.end());
  known_.erase(std::unique(known_.begin(), known_.end()), known_.end());
  return std::move(known_);
}

const lexicon::Entry* Entities::entry_of(std::uint32_t id, Kind kind) const {
  return id != kNone && source_.entry(id).kind == kind ? &source_.entry(id) : nullptr;
}

Node Entities::place(std::uint32_t mention) {
  const auto& m = source_.mention(mention);
  if (m.type == MentionType::Place && has_name(m)) return mint(mention, true);
  return entry_of(m.place_entity, Kind::Place) != nullptr ? Node{known(m.place_entity), true} : Node{};
}

Node Entities::weapon(std::uint32_t mention) {
  const auto noun = source_.mention(mention).noun;
  return entry_of(noun, Kind::Weapon) != nullptr ? Node{known(noun), false} : Node{};
}

std::string_view Entities::kind(std::uint32_t mention) {
  const auto& m = source_.mention(mention);
  if (entry_of(m.noun, Kind::Object) != nullptr) return known(m.noun);
  if (m.noun == kNone) return {};
  const auto* reading = source_.units.find(source_.units.units[m.head], [](const lexicon::Entry& e) { return e.kind == Kind::Object; });
  return reading != nullptr ? known(reading->sense.entry) : std::string_view();
}

Node Entities::state_of_adjective(std::uint32_t mention) {
  const auto state = source_.mention(mention).demonym;
  return state == kNone ? Node{} : Node{known(state), false};
}

Node Entities::actor(std::uint32_t mention, int depth) {
  const auto& m = source_.mention(mention);
  switch (m.type) {
    case MentionType::Actor:
      return m.entity != kNone ? Node{known(m.entity), true} : mint(mention, has_name(m));
    case MentionType::Person:
      return m.entity != kNone ? Node{known(m.entity), true} : mint(mention, true);
    case MentionType::Place:
      return entry_of(m.entity, Kind::Actor) != nullptr ? Node{known(m.entity), true} : Node{};
    case MentionType::People: {
      const auto owner = owner_of_people(m, depth);
      return owner.empty() ? mint(mention, false) : owner;
    }
    case MentionType::Source:
      return m.entity != kNone ? Node{known(m.entity), true} : mint(mention, false);
    case MentionType::Weapon:
    case MentionType::Object:
      break;
  }
  if (m.demonym != kNone) return {known(m.demonym), false};
  return m.owner != kNoMention && depth < kDeepestOwner ? actor(m.owner, depth + 1) : Node{};
}

// "fighters of X" are X.
Node Entities::owner_of_people(const Mention& m, int depth) {
  if (m.owner == kNoMention || depth >= kDeepestOwner) return {};
  const auto& owner = source_.mention(m.owner);
  return owner.type == MentionType::Actor && owner.entity != kNone ? actor(m.owner, depth + 1) : Node{};
}

// Mints the node of an unknown name or a description, once an article.
Node Entities::mint(std::uint32_t mention, bool named) {
  if (!minted_[mention].empty()) return minted_[mention];
  const auto& m = source_.mention(mention);
  const auto& units = source_.units.units;
  const auto first = named && has_name(m) ? m.name_first : m.first;
  event::Span span{m.begin, m.end};
  if (named && has_name(m)) span = {units[m.name_first].stem, units[m.name_last - 1].end};
  const auto label = draft_.phrases().label(span, units[first]);
  const auto folded = arabic::fold(label);
  if (folded.empty()) return {};
  std::string key(kind_of_node(m.type));
  key += named ? '!' : '?';
  key += folded;
  const auto [found, fresh] = by_key_.try_emplace(std::move(key));
  if (fresh) {
    found->second = draft_.mint({draft_.article(), "/entity/", hash_hex(found->first)});
    describe(m, named, draft_.mint({label}), found->second);
  }
  return minted_[mention] = {found->second, named};
}

void Entities::describe(const Mention& m, bool named, std::string_view label, std::string_view iri) {
  draft_.arabic(iri, kLabel, label);
  if (m.type == MentionType::Place) return describe_place(m, label, iri);
  draft_.type(iri, sem::kActor);
  if (m.type == MentionType::Person) return draft_.type(iri, khb::kPerson);
  draft_.type(iri, khb::kActor);
  return named ? describe_named_actor(m, label, iri) : describe_description(m, label, iri);
}

void Entities::other_label(std::string_view iri, std::string_view other, std::string_view label) {
  if (!other.empty() && other != label) draft_.arabic(iri, kAltLabel, other);
}

void Entities::describe_place(const Mention& m, std::string_view label, std::string_view iri) {
  draft_.type(iri, khb::kPlace), draft_.type(iri, sem::kPlace), draft_.type(iri, kFeature);
  if (m.noun != kNone && source_.entry(m.noun).cue != EntityClass::None)
    draft_.type(iri, iri_of<lexicon::kEntityClassNames>(source_.entry(m.noun).cue));
  other_label(iri, draft_.label({m.begin, m.end}, source_.units.units[m.first]), label);
}

void Entities::describe_named_actor(const Mention& m, std::string_view label, std::string_view iri) {
  const auto finer = class_of_head(m.noun == kNone ? Head::None : source_.entry(m.noun).head);
  if (finer != EntityClass::None) draft_.type(iri, iri_of<lexicon::kEntityClassNames>(finer));
  other_label(iri, draft_.label({m.begin, m.end}, source_.units.units[m.first]), label);
}

void Entities::describe_description(const Mention& m, std::string_view label, std::string_view iri) {
  const bool people = m.noun != kNone && source_.entry(m.noun).head == Head::PopulationGroup;
  draft_.type(iri, iri_of<lexicon::kEntityClassNames>(people ? EntityClass::PopulationGroup : EntityClass::ActorDescription));
  if (m.noun != kNone) other_label(iri, source_.lexicon().text(source_.entry(m.noun).label), label);
  if (m.relation != lexicon::Relation::BackedBy || m.relation_to == kNoMention) return;
  const auto backer = source_.mention(m.relation_to).entity;
  if (entry_of(backer, Kind::Actor) != nullptr) draft_.link(iri, khb::backedBy, known(backer));
}

Node Entities::mentioned(std::uint32_t mention) {
  const auto& m = source_.mention(mention);
  if (source_.units.units[m.first].furniture) return {};
  switch (m.type) {
    case MentionType::Place:
      return place(mention);
    case MentionType::Actor:
    case MentionType::Person:
      break;
    default:
      return {};  // the name inside an object is a mention of its own
  }
  if (m.type == MentionType::Actor && m.entity == kNone && !has_name(m)) return {};
  const bool state = m.entity != kNone && source_.entry(m.entity).entity_class == EntityClass::State;
  if (state && locates(m.preposition) && m.place_entity != kNone) return {known(m.place_entity), true};
  return actor(mention);
}

std::uint32_t Entities::mention_names() {
  std::unordered_set<const char*> said;
  for (std::uint32_t id = 0; id < source_.report.mentions.items.size(); ++id) {
    const auto node = mentioned(id);
    if (node.named && said.insert(node.iri.data()).second) draft_.link(draft_.article(), schema::mentions, node.iri);
  }
  return static_cast<std::uint32_t>(said.size());
}

}  // namespace khabar::graph
