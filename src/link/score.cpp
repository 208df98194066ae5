// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "link/score.hpp"

#include "entity/count.hpp"
#include "entity/time.hpp"

#include <algorithm>
#include <cmath>

namespace khabar::link {

using lexicon::EntityClass;
using lexicon::EventType;
using lexicon::Outcome;

namespace {

using std::chrono::days;

// Kilometres: two towns that are one; a facility or quarter by its town; "near" a place; the middle of a wide region from its parts;
// two places of one happening.
constexpr double kOneTown = 2.5, kSideBySide = 6, kNear = 20, kAcrossRegion = 150, kFarthest = 40;
constexpr std::uint8_t kLargeCity = 19;  // bits of half a million people
constexpr std::uint8_t kNight = 0xC3;    // hours of a night, which two dates share
constexpr std::size_t kEnoughWords = 8;  // to say that two texts share none

enum class TypeFit : std::uint8_t { Never, Same, General, Close, Apart };

bool is_remote(EventType t) { return t >= EventType::AirStrike && t <= EventType::Strike; }
bool is_blast(EventType t) { return t == EventType::Bombing || t == EventType::Explosion; }
bool is_ground(EventType t) { return t == EventType::GroundAttack || t == EventType::ArmedClash; }
bool is_detention(EventType t) { return t == EventType::Arrest || t == EventType::Abduction; }

TypeFit type_fit(EventType a, EventType b) {
  if (a == b) return TypeFit::Same;
  if (b < a) std::swap(a, b);  // in the order of the enum
  if (is_remote(a) && b == EventType::Strike) return TypeFit::General;
  if (is_remote(a) && is_remote(b)) {
    const bool air = a == EventType::AirStrike && (b == EventType::DroneStrike || b == EventType::RocketAttack);
    const bool guns = a == EventType::Shelling && b == EventType::RocketAttack;
    return air || guns ? TypeFit::Close : TypeFit::Apart;
  }
  if (is_remote(a) && b == EventType::Explosion) return TypeFit::Close;
  if (is_remote(a) && b == EventType::TargetedKilling) return TypeFit::Close;
  if (a == EventType::Strike && (b == EventType::Bombing || is_ground(b))) return TypeFit::Close;
  if (is_blast(a) && is_blast(b)) return TypeFit::General;
  if (is_blast(a) && b == EventType::TargetedKilling) return TypeFit::Close;
  if (a == EventType::GroundAttack && (b == EventType::ArmedClash || b == EventType::TargetedKilling)) return TypeFit::Close;
  if (is_detention(a) && is_detention(b)) return TypeFit::Apart;
  return TypeFit::Never;
}

bool is_fine(const Place& place) {
  return place.kind == EntityClass::Settlement || place.kind == EntityClass::Neighbourhood || place.kind == EntityClass::Facility;
}
bool is_region(const Place& place) { return place.kind == EntityClass::Region || place.kind == EntityClass::NaturalFeature; }
bool is_known(const Place& place) { return place.kind != EntityClass::None; }

double kilometres(const Place& a, const Place& b) {
  constexpr double kDegree = 111.2 / 10'000, kRadians = 3.14159265358979 / 180 / 10'000;
  const double north = (a.latitude - b.latitude) * kDegree;
  const double east = (a.longitude - b.longitude) * kDegree * std::cos((a.latitude + b.latitude) * kRadians / 2);
  return std::sqrt(north * north + east * east);
}

ReasonCode within(const Place& outer) {
  switch (outer.kind) {
    case EntityClass::Country:
      return ReasonCode::WithinCountry;
    case EntityClass::Governorate:
      return ReasonCode::WithinGovernorate;
    case EntityClass::Region:
    case EntityClass::NaturalFeature:
      return ReasonCode::WithinRegion;
    default:
      return ReasonCode::WithinDistrict;
  }
}

// A seat's name often stands for its division.
bool in_division_of(const Place& place, const Place& seat) { return seat.seat && !place.seat && lies_in(place, seat.containers[0]); }

Id outermost(const Place& place) {
  Id found = 0;
  for (const auto container : place.containers)
    if (container != 0) found = container;
  return found;
}
bool same_country(const Place& a, const Place& b) { return outermost(a) != 0 && outermost(a) == outermost(b); }

// Each pair of places says one of these.
ReasonCode place_fit(const Place& a, const Place& b) {
  if (a.id == b.id) {
    if (!is_known(a)) return ReasonCode::SameName;
    if (a.kind == EntityClass::Country) return ReasonCode::SameCountry;
    if (a.kind == EntityClass::Region) return ReasonCode::SameRegion;
    const bool large = a.size >= kLargeCity || a.seat;
    if (a.kind == EntityClass::Governorate || (large && (a.near || b.near))) return ReasonCode::SameArea;
    return large || a.kind == EntityClass::District ? ReasonCode::SameCity : ReasonCode::SamePlace;
  }
  if (!is_known(a) || !is_known(b)) return ReasonCode::OtherName;
  if (lies_in(a, b.id)) return within(b);
  if (lies_in(b, a.id)) return within(a);
  if (in_division_of(a, b) || in_division_of(b, a)) return ReasonCode::WithinGovernorate;
  if (a.latitude == kNoDegree || b.latitude == kNoDegree)  // "northern Syria" is drawn on no map
    return (is_region(a) || is_region(b)) && same_country(a, b) ? ReasonCode::WithinCountry : ReasonCode::ApartPlaces;
  const double distance = kilometres(a, b);
  if (is_region(a) != is_region(b)) return distance <= kAcrossRegion ? ReasonCode::WithinRegion : ReasonCode::ApartPlaces;
  if (is_fine(a) && is_fine(b)) {
    const bool towns = a.kind == EntityClass::Settlement && b.kind == EntityClass::Settlement;
    if (distance <= (towns ? kOneTown : kSideBySide)) return ReasonCode::PlaceByPlace;
    if (distance > kFarthest) return ReasonCode::Count_;
  }
  return (a.near || b.near) && distance <= kNear ? ReasonCode::NearPlace : ReasonCode::ApartPlaces;
}

// Certain and known enough to contradict another.
bool is_definite(const Party& p) {
  return p.certainty <= lexicon::Certainty::Certain && p.role != PartyRole::LikelyActor && p.kind != EntityClass::None &&
         p.kind != EntityClass::PopulationGroup && p.kind != EntityClass::ActorDescription;
}

bool contains(const Party& whole, const Party& part) {
  return std::find(part.parents.begin(), part.parents.end(), whole.id) != part.parents.end();
}

bool speaks_for_state(const Party& p) {
  return p.kind == EntityClass::State || p.kind == EntityClass::ArmedForce || p.kind == EntityClass::Command;
}

bool related(const Party& a, const Party& b) {
  if (contains(a, b) || contains(b, a)) return true;
  if (a.country == 0 || a.country != b.country) return false;
  return speaks_for_state(a) && speaks_for_state(b);
}

class Comparison {
 public:
  Comparison(const Candidate& a, const Candidate& b) : left_(a), right_(b), a_(*a.record), b_(*b.record) {}

  Verdict run() {
    verdict_.possible = compare_types() && compare_times() && compare_places();
    if (!verdict_.possible) return verdict_;
    verdict_.possible = compare_actors();
    compare_targets(), compare_things(), compare_figures(), compare_words();
    return verdict_;
  }

 private:
  void say(ReasonCode code) {
    verdict_.codes[verdict_.count++] = code;
    verdict_.score += kReasons[static_cast<std::size_t>(code)].points;
  }

  bool compare_types() {
    constexpr std::array<ReasonCode, 5> kCodes = {ReasonCode::Count_, ReasonCode::SameType, ReasonCode::GeneralType, ReasonCode::CloseType,
                                                  ReasonCode::OtherMeans};
    const auto types = type_fit(a_.type, b_.type);
    if (types == TypeFit::Never) return false;
    say(kCodes[static_cast<std::size_t>(types)]);
    return true;
  }

  bool compare_times() {
    const auto gap = std::max(left_.earliest, right_.earliest) - std::min(left_.latest, right_.latest);
    if (gap > days(1)) return false;
    disjoint_ = gap > days(0);
    if (disjoint_) {
      say(((a_.hours | b_.hours) & kNight) != 0 ? ReasonCode::NextNight : ReasonCode::NextDay);
      return true;
    }
    const auto wide = [](const Candidate& c) { return c.latest - c.earliest > days(1); };
    const bool sure = left_.dated && right_.dated;
    if (!sure)
      say(ReasonCode::UnsureDay);
    else
      say(wide(left_) || wide(right_) ? ReasonCode::SamePeriod : ReasonCode::SameDay);
    if (sure && a_.hours != 0 && b_.hours != 0 && (a_.hours & b_.hours) == 0) say(ReasonCode::OtherHour);
    return true;
  }

  bool compare_places() {
    if (a_.places.empty() || b_.places.empty()) return true;
    auto best = ReasonCode::Count_;
    for (const auto& a : a_.places)
      for (const auto& b : b_.places) {
        const bool closer_a = told_closer(a_, a), closer_b = told_closer(b_, b);
        if ((closer_a || closer_b) && (a.id != b.id || (closer_a && closer_b))) continue;
        const auto code = place_fit(a, b);
        if (code != ReasonCode::Count_ && (best == ReasonCode::Count_ || points(code) > points(best))) best = code;
      }
    if (best == ReasonCode::Count_) return false;
    say(best);
    return true;
  }

  // "in Nuayma, Daraa" is not in the town of Daraa.
  static bool told_closer(const EventRecord& event, const Place& seat) {
    return seat.seat &&
           std::any_of(event.places.begin(), event.places.end(), [&](const Place& p) { return is_fine(p) && in_division_of(p, seat); });
  }

  static int points(ReasonCode code) { return kReasons[static_cast<std::size_t>(code)].points; }

  // What the parties of one side of the happening say: the best of all pairs.
  struct Sides {
    bool both = false, same = false, person = false, related = false, definite_a = false, definite_b = false;
  };

  template <typename Wanted>
  Sides sides(Wanted wanted) const {
    Sides found;
    bool any_a = false, any_b = false;
    for (const auto& b : b_.parties)
      if (wanted(b)) any_b = true, found.definite_b |= is_definite(b);
    for (const auto& a : a_.parties) {
      if (!wanted(a)) continue;
      any_a = true, found.definite_a |= is_definite(a);
      for (const auto& b : b_.parties) {
        if (!wanted(b)) continue;
        const bool telling = a.kind != EntityClass::PopulationGroup && a.kind != EntityClass::ActorDescription;
        found.same |= a.id == b.id && telling;
        found.person |= a.id == b.id && a.kind == EntityClass::Person;
        found.related |= related(a, b);
      }
    }
    found.both = any_a && any_b;
    return found;
  }

  // Who fought whom is the same fight whichever side is told first.
  bool compare_actors() {
    const bool mutual = a_.type == EventType::ArmedClash && b_.type == EventType::ArmedClash;
    const auto found = sides([&](const Party& p) { return mutual || p.role != PartyRole::Target; });
    if (!found.both) return true;
    if (found.same || found.related) {
      say(found.same ? ReasonCode::SameActor : ReasonCode::RelatedActor);
      if (abroad(a_) && abroad(b_)) say(ReasonCode::ActorAbroad);
    } else if (found.definite_a && found.definite_b) {
      say(ReasonCode::OtherActor);
      return !disjoint_;
    }
    return true;
  }

  // Whether a state acts outside its country: fewer do.
  static bool abroad(const EventRecord& event) {
    return std::any_of(event.parties.begin(), event.parties.end(), [&](const Party& p) {
      return p.role != PartyRole::Target && p.country != 0 && speaks_for_state(p) &&
             std::any_of(event.places.begin(), event.places.end(), [&](const Place& place) {
               return place.containers[0] != 0 && place.id != p.country && !lies_in(place, p.country);
             });
    });
  }

  void compare_targets() {
    if (a_.type == EventType::ArmedClash && b_.type == EventType::ArmedClash) return;
    const auto found = sides([](const Party& p) { return p.role == PartyRole::Target; });
    if (!found.both) return;
    if (found.same)
      say(found.person ? ReasonCode::SamePerson : ReasonCode::SameTarget);
    else if (found.related)
      say(ReasonCode::RelatedTarget);
    else if (found.definite_a && found.definite_b)
      say(ReasonCode::OtherTarget);
  }

  static std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t count = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (a[i] == b[j])
        ++count, ++i, ++j;
      else if (a[i] < b[j])
        ++i;
      else
        ++j;
    }
    return count;
  }

  void compare_things() {
    if (!a_.weapons.empty() && !b_.weapons.empty())
      say(shared(a_.weapons, b_.weapons) > 0 ? ReasonCode::SameWeapon : ReasonCode::OtherWeapon);
    if (!a_.objects.empty() && !b_.objects.empty())
      say(shared(a_.objects, b_.objects) > 0 ? ReasonCode::SameObject : ReasonCode::OtherObject);
  }

  void compare_figures() {
    const auto* a = figure(a_, Outcome::Killed);
    const auto* b = figure(b_, Outcome::Killed);
    if (a != nullptr && b != nullptr) {
      const bool same = a->minimum == b->minimum && a->maximum == b->maximum && a->minimum > 0;
      say(same ? same_dead(a->minimum) : agree(*a, *b) ? ReasonCode::CloseDead : ReasonCode::OtherDead);
    }
    a = figure(a_, Outcome::Injured), b = figure(b_, Outcome::Injured);
    if (a != nullptr && b != nullptr) {
      const bool same = a->minimum == b->minimum && a->maximum == b->maximum && a->minimum > 1;
      say(same ? ReasonCode::SameInjured : agree(*a, *b) ? ReasonCode::CloseInjured : ReasonCode::OtherInjured);
    }
  }

  static ReasonCode same_dead(std::uint32_t number) {
    if (number >= 10) return ReasonCode::ManyDeadSame;
    if (number >= 3) return ReasonCode::SomeDeadSame;
    return number == 2 ? ReasonCode::FewDeadSame : ReasonCode::OneDeadSame;
  }

  // Numbers overlap, or one is a later toll.
  static bool agree(const Figure& a, const Figure& b) {
    if (a.minimum <= b.maximum && b.minimum <= a.maximum) return true;
    const auto fewer = std::min(a.minimum, b.minimum), more = std::max(a.minimum, b.minimum);
    return more - fewer <= 1 + fewer / 2;
  }

  static const Figure* figure(const EventRecord& event, Outcome outcome) {
    const Figure* found = nullptr;
    for (const auto& f : event.figures)
      if (f.outcome == outcome && f.own && (found == nullptr || f.minimum > found->minimum)) found = &f;
    return found;
  }

  // The samples hold the smallest hashes of each text, so the smallest of both together are a fair sample of both.
  void compare_words() {
    const auto& a = a_.words;
    const auto& b = b_.words;
    const auto fewest = std::min(a.size(), b.size());
    std::size_t both = 0, seen = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size() && seen < kMostWords; ++seen) {
      if (a[i] == b[j])
        ++both, ++i, ++j;
      else if (a[i] < b[j])
        ++i;
      else
        ++j;
    }
    const auto of_hundred = both * 100 / std::max<std::size_t>(seen, 1);
    if (of_hundred >= 40 && both >= 5)
      say(ReasonCode::SameWords);
    else if (of_hundred >= 22 && both >= 3)
      say(ReasonCode::LikeWords);
    else if (of_hundred >= 10 && both >= 2)
      say(ReasonCode::SomeWords);
    else if (both == 0 && fewest >= kEnoughWords)
      say(ReasonCode::OtherWords);
  }

  const Candidate& left_;
  const Candidate& right_;
  const EventRecord& a_;
  const EventRecord& b_;
  Verdict verdict_;
  bool disjoint_ = false;
};

}  // namespace

Verdict compare(const Candidate& a, const Candidate& b) { return Comparison(a, b).run(); }

}  // namespace khabar::link
