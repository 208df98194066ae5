// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/place_choice.hpp"

#include <algorithm>

namespace khabar::entity {
namespace {

using lexicon::EntityClass;
using lexicon::kNone;
using lexicon::Kind;

constexpr int kMostAncestors = 8;  // containment is a few levels deep; cycles are a fault that `lexicon check` reports

int rank_of(EntityClass c) {
  switch (c) {
    case EntityClass::Country: return 60;
    case EntityClass::Region: return 30;
    case EntityClass::Governorate: return 35;
    case EntityClass::Settlement: return 40;
    case EntityClass::Facility: return 25;
    case EntityClass::NaturalFeature: return 20;
    case EntityClass::District: return 15;
    default: return 5;
  }
}

int fit(EntityClass cue, EntityClass place) {
  if (cue == EntityClass::None) return 0;
  if (cue == place) return 100;
  if (cue == EntityClass::Region) return place == EntityClass::Governorate ? 20 : place == EntityClass::Settlement ? 15 : 0;
  return -30;
}

}  // namespace

std::uint32_t PlaceChoice::best(std::uint32_t unit, EntityClass cue, const std::unordered_map<std::uint32_t, int>& containers) const {
  std::uint32_t chosen = kNone;
  int most = -1'000'000;
  for (const auto& reading : units_.of(units_.units[unit])) {
    const auto& place = units_.entry(reading);
    if (place.kind != Kind::Place) continue;
    int score = rank_of(place.entity_class) + fit(cue, place.entity_class);
    if ((reading.sense.flags & lexicon::kAmbiguous) != 0) score -= 20;
    std::uint32_t size = place.population;
    for (; size > 9; size /= 10) score += 4;
    int depth = 0;
    for (auto container = place.parent; container != kNone && depth < kMostAncestors; container = units_.lexicon->entry(container).parent, ++depth)
      if (const auto votes = containers.find(container); votes != containers.end()) score += std::min(votes->second, 5) * (depth == 0 ? 12 : 8);
    if (score > most) most = score, chosen = reading.sense.entry;
  }
  return chosen;
}

void PlaceChoice::settle(Mentions& mentions) const {
  // Votes: every container of every reading, shared out among the readings of a name, so that unambiguous names weigh most.
  std::unordered_map<std::uint32_t, int> containers;
  for (const auto& mention : mentions.items) {
    if (mention.place_entity == kNone) continue;
    std::uint32_t readings = 0;
    for (const auto& reading : units_.of(units_.units[mention.head])) readings += units_.entry(reading).kind == Kind::Place ? 1U : 0U;
    if (readings > 2) continue;
    int depth = 0;
    ++containers[mention.place_entity];
    for (auto container = units_.lexicon->entry(mention.place_entity).parent; container != kNone && depth < kMostAncestors;
         container = units_.lexicon->entry(container).parent, ++depth)
      ++containers[container];
  }
  std::unordered_map<std::uint32_t, std::uint32_t> by_unit;
  for (const auto unit : uncued_) by_unit.emplace(unit, best(unit, EntityClass::None, containers));
  for (auto& mention : mentions.items) {
    if (mention.type != MentionType::Place || mention.name_last > mention.name_first) continue;
    if (const auto chosen = by_unit.find(mention.head); chosen != by_unit.end() && chosen->second != kNone) mention.entity = mention.place_entity = chosen->second;
  }
  for (const auto& [number, unit, cue] : cued_) {
    if (number >= mentions.items.size()) continue;
    auto& mention = mentions.items[number];
    if (mention.type != MentionType::Place || unit < mention.first || unit >= mention.last) continue;
    if (const auto chosen = best(unit, cue, containers); chosen != kNone) mention.entity = mention.place_entity = chosen;
  }
}

}  // namespace khabar::entity
