// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/place_choice.hpp"

#include <algorithm>

namespace khabar::entity {
namespace {

using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Kind;
using lexicon::kNone;
using lexicon::Pos;

constexpr std::uint32_t kTown = 50'000;
constexpr int kFarOff = -1'000'000;

int rank_of(EntityClass c) {
  switch (c) {
    case EntityClass::Country:
      return 60;
    case EntityClass::Settlement:
      return 40;
    case EntityClass::Governorate:
      return 35;
    case EntityClass::Region:
      return 30;
    case EntityClass::Facility:
      return 25;
    case EntityClass::NaturalFeature:
      return 20;
    case EntityClass::District:
      return 15;
    default:
      return 5;
  }
}

int fit(EntityClass cue, EntityClass place) {
  if (cue == EntityClass::None) return 0;
  if (cue == place) return 60;
  if (cue == EntityClass::Region) return place == EntityClass::Governorate ? 20 : place == EntityClass::Settlement ? 15 : 0;
  return -30;
}

bool prominent(const Entry& place) {
  return place.entity_class == EntityClass::Country || place.entity_class == EntityClass::Governorate ||
         place.entity_class == EntityClass::Region || place.population >= kTown;
}

}  // namespace

PlaceChoice::PlaceChoice(const Units& units) : units_(units) {
  for (const auto& unit : units.units) {
    if (unit.furniture || !unit.is_word() || !unit.is(kPlaceFacet | kActorFacet | kDemonymFacet)) continue;
    const Reading* place = nullptr;
    int places = 0;
    for (const auto& reading : units.of(unit)) {
      const auto& e = units.entry(reading);
      if (e.kind == Kind::Place && (reading.sense.flags & lexicon::kAmbiguous) == 0) {
        ++places;
        if (place == nullptr || prominent(e)) place = &reading;
      }
      if (e.kind == Kind::Actor && e.country != kNone && !reading.enclitic && (reading.sense.flags & lexicon::kAmbiguous) == 0)
        vote(e.country, 1);
      if (e.demonym_of != kNone && units.lexicon->entry(e.demonym_of).country != kNone) vote(units.lexicon->entry(e.demonym_of).country, 1);
    }
    // A name of few places says where the article is; one of many says nothing.
    if (place != nullptr && places <= 2 && (prominent(units.entry(*place)) || !ordinary_word(unit))) vote(place->sense.entry, 1);
  }
  for (const auto& [container, count] : containers_)
    if (2 * count > countries_ && units.lexicon->entry(container).entity_class == EntityClass::Country) home_ = container;
}

void PlaceChoice::vote(std::uint32_t place, int weight) {
  units_.lexicon->find_container(place, [&](std::uint32_t id) {
    containers_[id] += weight;
    if (units_.lexicon->entry(id).entity_class == EntityClass::Country) countries_ += weight;
    return false;  // all of them
  });
}

int PlaceChoice::votes(std::uint32_t container) const {
  const auto found = containers_.find(container);
  return found == containers_.end() ? 0 : found->second;
}

bool PlaceChoice::ordinary_word(const Unit& unit) const {
  return unit.last - unit.first == 1 && units_.find(unit, [](const Entry& e) {
    return e.kind != Kind::Place && e.kind != Kind::Actor && e.kind != Kind::Person && !e.does(lexicon::Function::GivenName);
  }) != nullptr;
}

bool PlaceChoice::function_word(const Unit& unit) const {
  return units_.find(unit, [](const Entry& e) {
    return e.kind == Kind::Word &&
           (e.preposition != lexicon::Preposition::None || e.pos == Pos::Preposition || e.pos == Pos::Conjunction ||
            e.pos == Pos::Particle || e.does(lexicon::Function::Relative) || e.does(lexicon::Function::Demonstrative));
  }) != nullptr;
}

bool PlaceChoice::supported(const Entry& place) const {
  if (countries_ == 0) return true;
  const auto country = units_.lexicon->find_container(
      place.parent, [&](std::uint32_t id) { return units_.lexicon->entry(id).entity_class == EntityClass::Country; });
  return country != kNone ? votes(country) > 0 : place.parent == kNone;
}

// How much of the article lies in the areas around the place, the closest counting most; the place's own votes are taken off.
int PlaceChoice::nearness(std::uint32_t place) const {
  int sum = 0, weight = 12;
  units_.lexicon->find_container(units_.lexicon->entry(place).parent, [&](std::uint32_t container) {
    sum += std::min(votes(container), 5) * weight;
    weight = 8;
    return false;  // all of them
  });
  return sum;
}

int PlaceChoice::score(const Reading& reading, EntityClass cue) const {
  const auto& place = units_.entry(reading);
  int points = rank_of(place.entity_class) + fit(cue, place.entity_class) + nearness(reading.sense.entry);
  if ((reading.sense.flags & lexicon::kAmbiguous) != 0) points -= 20;
  for (auto size = place.population; size > 9; size /= 10) points += 4;
  return points;
}

std::uint32_t PlaceChoice::behind_cue(std::uint32_t number, EntityClass cue) const {
  const auto& unit = units_.units[number];
  const bool word = ordinary_word(unit), function = function_word(unit);
  const bool adjective = units_.find(unit, [](const Entry& e) {
    return e.kind == Kind::Word && (e.pos == Pos::Adjective || e.demonym_of != kNone);
  }) != nullptr;
  const bool named = cue == EntityClass::Settlement || cue == EntityClass::Neighbourhood || cue == EntityClass::District ||
                     cue == EntityClass::Governorate;
  std::uint32_t chosen = kNone;
  int most = kFarOff;
  for (const auto& reading : units_.of(unit)) {
    const auto& place = units_.entry(reading);
    if (place.kind != Kind::Place || reading.enclitic) continue;
    const bool unsure = (reading.sense.flags & lexicon::kAmbiguous) != 0;
    if (!prominent(place) && (function || (word && (unsure || !supported(place)) && !(named && supported(place) && !adjective)))) continue;
    if (unsure && !supported(place)) continue;
    const int points = score(reading, cue);
    if (points > most) most = points, chosen = reading.sense.entry;
  }
  return chosen;
}

std::uint32_t PlaceChoice::alone(std::uint32_t number, bool located, bool in_row) const {
  const auto& unit = units_.units[number];
  if (!unit.is(kPlaceFacet)) return kNone;
  const bool word = ordinary_word(unit);
  std::uint32_t chosen = kNone;
  int most = kFarOff;
  for (const auto& reading : units_.of(unit)) {
    const auto& place = units_.entry(reading);
    if (place.kind != Kind::Place || reading.enclitic) continue;
    const bool unsure = (reading.sense.flags & lexicon::kAmbiguous) != 0;
    if (unsure && (word || !located || !supported(place) || countries_ == 0)) continue;
    if (unsure && !in_row && unit.last - unit.first == 1 && (place.parent == kNone || votes(place.parent) < 2)) continue;
    if (!unsure && word && !prominent(place) &&
        (!supported(place) || (!in_row && (!located || place.parent == kNone || votes(place.parent) < 2))))
      continue;
    const int points = score(reading, EntityClass::None);
    if (points > most) most = points, chosen = reading.sense.entry;
  }
  return chosen;
}

}  // namespace khabar::entity
