// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/record.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

// How well two events of different articles fit one happening: a sum of points, each with its reason. All that counts stands in the
// table kReasons; nothing is learnt, nothing is hidden.
namespace khabar::link {

enum class ReasonCode : std::uint8_t {
  FirstReport,
  NotLinked,
  SameType,
  GeneralType,
  CloseType,
  OtherMeans,
  SameDay,
  SamePeriod,
  UnsureDay,
  NextNight,
  NextDay,
  OtherHour,
  SamePlace,
  SameCity,
  SameName,
  PlaceByPlace,
  NearPlace,
  WithinDistrict,
  WithinGovernorate,
  WithinRegion,
  WithinCountry,
  SameArea,
  SameRegion,
  SameCountry,
  OtherName,
  ApartPlaces,
  SameActor,
  RelatedActor,
  ActorAbroad,
  OtherActor,
  SameTarget,
  RelatedTarget,
  OtherTarget,
  SamePerson,
  SameWeapon,
  OtherWeapon,
  SameObject,
  OtherObject,
  ManyDeadSame,
  SomeDeadSame,
  FewDeadSame,
  OneDeadSame,
  CloseDead,
  OtherDead,
  SameInjured,
  CloseInjured,
  OtherInjured,
  SameWords,
  LikeWords,
  SomeWords,
  OtherWords,
  Count_,
};

struct ReasonRow {
  std::string_view text;  // what is published, with the points behind it
  std::int8_t points;
};

extern const std::array<ReasonRow, static_cast<std::size_t>(ReasonCode::Count_)> kReasons;

// Two events are one happening from here on; hundredths.
constexpr int kEnough = 60;

// An event as it is compared: the record and the days it may have been.
struct Candidate {
  const EventRecord* record = nullptr;
  Day earliest, latest;  // from the record, or guessed from the day of publication
  bool dated = false;    // not guessed
};

struct Verdict {
  bool possible = false;  // false: nothing can make them one
  int score = 0;          // the sum; may be below 0 and above 100
  std::array<ReasonCode, 16> codes{};
  std::size_t count = 0;

  std::span<const ReasonCode> reasons() const { return {codes.data(), count}; }
};

// Symmetric.
Verdict compare(const Candidate& a, const Candidate& b);

}  // namespace khabar::link
