// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/mention.hpp"
#include "entity/time.hpp"
#include "lexicon/terms.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

// What one article reports: events with their roles, figures, sources and times. Everything points at mentions, times and code points.
namespace khabar::event {

using lexicon::EventType;

constexpr std::uint32_t kNobody = 0xFFFFFFFF;

enum class Role : std::uint8_t { Actor, LikelyActor, Target, TargetObject, Weapon, Place };
constexpr std::array<std::string_view, 6> kRoleProperties = {"actor", "likelyActor", "target", "targetObject", "weapon", "place"};

struct Filler {
  Role role = Role::Actor;
  std::uint32_t mention = kNobody;
  bool by_demonym = false;  // the filler is the state of the mention's nationality adjective
  bool inherited = false;   // taken over from another mention of the event
  bool victim = false;      // known only from the dead and hurt
  lexicon::Certainty certainty = lexicon::Certainty::Certain;
  std::uint8_t frame = 0xFF;
  float confidence = 0.9F;
};

// Who does it, for certain or by suspicion.
constexpr bool is_agent(const Filler& filler) { return filler.role == Role::Actor || filler.role == Role::LikelyActor; }

inline bool has_role(const std::vector<Filler>& fillers, Role role) {
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& f) { return f.role == role; });
}

// A span of evidence in code points.
struct Span {
  std::uint32_t begin = 0, end = 0;
  auto operator<=>(const Span&) const = default;
};

// Who says something. `source` is a mention; `organisation` the mention that stands for it where the speaker is a person.
struct Claim {
  Span evidence;
  std::uint32_t source = kNobody;  // mention: organisation, medium, anonymous source, or the person when no organisation is named
  std::uint32_t speaker = kNobody;
  std::uint32_t relayed_by = kNobody;
  lexicon::Mode mode = lexicon::Mode::Reported;
  lexicon::Certainty certainty = lexicon::Certainty::Certain;
};

enum class Scope : std::uint8_t { ThisEvent, Series, Cumulative };

struct Figure {
  lexicon::Outcome outcome = lexicon::Outcome::Killed;
  entity::Count count;
  Span evidence;
  std::uint32_t victims = kNobody;  // mention
  std::uint32_t claim = kNobody;    // index of Report::claims
  Scope scope = Scope::ThisEvent;
  bool risen = false;  // "the toll rose to 7": takes the place of lower ones
};

// One place in the text where a happening is told.
struct EventMention {
  std::uint32_t sentence = 0;      // index of Document::sentences
  std::uint32_t unit = 0;          // the trigger
  std::uint32_t clause_first = 0;  // the first unit that was searched for its arguments
  std::vector<Span> triggers;
  std::uint32_t word = lexicon::kNone;  // entry of the trigger
  EventType type = EventType::None;
  lexicon::Strength strength = lexicon::Strength::Strong;
  std::uint8_t frame = 0xFF;
  bool definite = false;    // "the strikes": may be told elsewhere
  bool identified = false;  // "the strikes that X carried out": a relative clause says which
  bool another = false;     // "another strike", "the second strike"
  bool noun = false;
  arabic::Number number = arabic::Number::None;  // of the noun
  bool headline = false;
  bool background = false;                      // history in passing
  bool many = false;                            // a sum over a period: "hundreds of raids over the past years"
  bool verbal_only = false;                     // no noun tells it
  bool assault = false;                         // "an attack" of unsaid means
  bool killing = false;                         // the trigger is a word of killing or wounding
  std::uint32_t by_adjective = lexicon::kNone;  // state of a nationality adjective of the event noun: its actor
  std::uint32_t by_adjective_unit = 0;
  std::vector<EventType> means;  // what the noun's adjectives say of its means
  entity::Count strikes;
  lexicon::Factuality factuality = lexicon::Factuality::Asserted;
  std::vector<Filler> fillers;
  std::vector<Figure> figures;
  std::vector<std::uint32_t> victims_told;  // code points at which its dead and injured are spoken of, with a number or without
  std::vector<std::uint32_t> claims;
  std::uint32_t time = kNobody;           // index of Report::times
  std::uint32_t event = kNobody;          // index of Report::events
  std::uint32_t absorbed_into = kNobody;  // event mention that tells the same and took this one in
  bool summary = false;                   // the dead of a war or of years: no happening of its own
};

struct Event {
  std::vector<std::uint32_t> mentions;  // in text order
  EventType type = EventType::None;
  std::uint8_t frame = 0xFF;
  lexicon::Factuality factuality = lexicon::Factuality::Asserted;
  bool many = false;  // a sum over a period
  std::vector<Filler> fillers;
  struct AdjectiveActor {
    std::uint32_t state, unit;  // entry; where the adjective stands
  };
  std::vector<AdjectiveActor> adjective_actors;
  std::vector<Figure> figures;
  std::vector<std::uint32_t> claims;
  entity::Count strikes;
  std::optional<entity::Day> earliest, latest;
  entity::TimePrecision time_precision = entity::TimePrecision::Unresolved;
  entity::TimeAnchor time_anchor = entity::TimeAnchor::Unresolved;
  std::uint32_t time = kNobody;
  std::vector<std::uint32_t> responds_to;  // events
  std::vector<std::uint32_t> sub_events;   // events
  float confidence = 0.9F;
};

struct Affiliation {
  Span evidence;
  std::uint32_t subject = kNobody, object = kNobody;  // mentions
  lexicon::Relation relation = lexicon::Relation::LinkedTo;
  bool positive = true;
  std::uint32_t claim = kNobody;
};

enum class DateSource : std::uint8_t { Given, FromText, Unknown };
constexpr std::array<std::string_view, 3> kDateSourceNames = {"Given", "FromText", "Unknown"};

// No article tells of so many; comparing each with those before it takes its time.
inline constexpr std::size_t kMostEventMentions = 20'000;

struct Report {
  entity::Mentions mentions;
  std::vector<entity::Time> times;
  std::vector<EventMention> event_mentions;
  std::vector<Event> events;
  std::vector<Claim> claims;
  std::vector<Affiliation> affiliations;
  std::optional<entity::Day> published;
  DateSource date_source = DateSource::Unknown;
  bool cut = false;  // more happenings are told than kMostEventMentions
};

// Reads an article whose furniture is marked and whose units are matched.
void find_events(const document::Document& document, const entity::Units& units, Report& report);

}  // namespace khabar::event
