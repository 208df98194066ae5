// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

// What speaks for and against one more mention telling of an event that was told before, and what speaks for a happening of its own.
namespace khabar::event {

enum class Trait : std::uint8_t {
  // the kind of happening
  SameType,
  GenericType,
  DroneOrAircraft,
  NearType,
  AnaphoricType,
  BlastOfStrike,
  VagueType,
  SameWord,
  // where
  SharedPlace,
  SharedRegion,
  NearPlace,
  OtherPlace,
  OtherRegion,
  PlaceAdded,
  // when
  SameDay,
  SameTime,
  NextDay,
  OtherDay,
  LongAgo,
  // who, what, how many
  SameActor,
  OtherActor,
  SameTarget,
  OtherTarget,
  SameFigure,
  OtherFigure,
  RolesSwapped,
  OneOfMany,
  Many,
  OtherCount,
  SameNumber,
  OtherNumber,
  SameSource,
  OtherSource,
  // how and where it is told
  Definite,
  Identified,
  DefiniteInSentence,
  DefiniteBehind,
  InSentence,
  InNextSentence,
  SameLine,
  FarAway,
  LeadOfHeadline,
  FirstEvent,
  LatestEvent,
  TopicBroken,
  Adds,
  TurnsToBackground,
  // of its own
  New,
  NewAnother,
  NewDefinite,
  NewPlace,
  NewDay,
  NewTarget,
  NewActor,
  NewVerb,
  NewWeak,
};

struct Weight {
  std::string_view name;
  int weight;
};

constexpr std::size_t kTraitCount = static_cast<std::size_t>(Trait::NewWeak) + 1;

// Set by hand, then tuned by coordinate ascent on the mean graph F1 of several annotated sets; 4 is one trait of ordinary weight.
constexpr std::array<Weight, kTraitCount> kWeights = {{
    {"SameType", 4},
    {"GenericType", 4},
    {"DroneOrAircraft", 0},
    {"NearType", 0},
    {"AnaphoricType", 0},
    {"BlastOfStrike", 8},
    {"VagueType", -4},
    {"SameWord", 4},
    {"SharedPlace", 12},
    {"SharedRegion", 4},
    {"NearPlace", 4},
    {"OtherPlace", -60},
    {"OtherRegion", -60},
    {"PlaceAdded", 0},
    {"SameDay", 8},
    {"SameTime", 0},
    {"NextDay", -8},
    {"OtherDay", -36},
    {"LongAgo", -16},
    {"SameActor", 4},
    {"OtherActor", -36},
    {"SameTarget", 4},
    {"OtherTarget", 0},
    {"SameFigure", 16},
    {"OtherFigure", -4},
    {"RolesSwapped", -24},
    {"OneOfMany", -40},
    {"Many", 4},
    {"OtherCount", -4},
    {"SameNumber", 0},
    {"OtherNumber", 0},
    {"SameSource", 0},
    {"OtherSource", 0},
    {"Definite", 8},
    {"Identified", 4},
    {"DefiniteInSentence", 8},
    {"DefiniteBehind", 4},
    {"InSentence", 4},
    {"InNextSentence", 0},
    {"SameLine", 0},
    {"FarAway", -4},
    {"LeadOfHeadline", 12},
    {"FirstEvent", 0},
    {"LatestEvent", 4},
    {"TopicBroken", 0},
    {"Adds", -2},
    {"TurnsToBackground", -12},
    {"New", 4},
    {"NewAnother", 20},
    {"NewDefinite", -12},
    {"NewPlace", 8},
    {"NewDay", 2},
    {"NewTarget", 2},
    {"NewActor", 0},
    {"NewVerb", 0},
    {"NewWeak", -8},
}};
static_assert(kWeights.back().name == "NewWeak");

// Which traits were met, and how often.
class Traits {
 public:
  void add(Trait trait, int times = 1) { score_ += times * kWeights[static_cast<std::size_t>(trait)].weight; }
  int score() const { return score_; }

 private:
  int score_ = 0;
};

}  // namespace khabar::event
