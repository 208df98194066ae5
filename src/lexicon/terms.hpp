// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

// The closed word lists of the ontology (ontology/khabar.ttl) as enums. The name tables hold their local names under khb:, which
// both the knowledge loader and the graph writer use: one spelling.
namespace khabar::lexicon {

enum class EventType : std::uint8_t {
  None,
  AirStrike,
  DroneStrike,
  Shelling,
  RocketAttack,
  Strike,
  Bombing,
  Explosion,
  GroundAttack,
  ArmedClash,
  TargetedKilling,
  Interception,
  Arrest,
  Abduction,
  Movement,
  TerritorialChange,
};
constexpr std::array<std::string_view, 16> kEventTypeNames = {
    "",        "AirStrike", "DroneStrike",  "Shelling",         "RocketAttack",    "Strike",
    "Bombing", "Explosion", "GroundAttack", "ArmedClash",       "TargetedKilling", "Interception",
    "Arrest",  "Abduction", "Movement",     "TerritorialChange"};

enum class Strength : std::uint8_t { None, Strong, Weak, Anaphoric };
constexpr std::array<std::string_view, 4> kStrengthNames = {"", "Strong", "Weak", "Anaphoric"};

enum class Outcome : std::uint8_t { None, Killed, Injured, Missing, Captured };
constexpr std::array<std::string_view, 5> kOutcomeNames = {"", "Killed", "Injured", "Missing", "Captured"};

enum class Effect : std::uint8_t { None, Destroyed, Damaged, Burnt };
constexpr std::array<std::string_view, 4> kEffectNames = {"", "Destroyed", "Damaged", "Burnt"};

// The finest class of a known entity, and the class that a head noun gives to a description.
enum class EntityClass : std::uint8_t {
  None,
  State,
  ArmedForce,
  Command,
  ArmedGroup,
  Unit,
  Coalition,
  Organization,
  Media,
  Monitor,
  PopulationGroup,
  ActorDescription,
  Person,
  Country,
  Governorate,
  District,
  Settlement,
  Neighbourhood,
  Facility,
  NaturalFeature,
  Region,
  Weapon,
  ObjectKind,
};
constexpr std::array<std::string_view, 23> kEntityClassNames = {
    "",           "State",         "ArmedForce",      "Command",          "ArmedGroup", "Unit",    "Coalition",   "Organization",
    "Media",      "Monitor",       "PopulationGroup", "ActorDescription", "Person",     "Country", "Governorate", "District",
    "Settlement", "Neighbourhood", "Facility",        "NaturalFeature",   "Region",     "Weapon",  "ObjectKind"};

constexpr bool is_actor(EntityClass c) { return c >= EntityClass::State && c <= EntityClass::ActorDescription; }
constexpr bool is_force(EntityClass c) {  // who fights
  return is_actor(c) && c <= EntityClass::Coalition;
}
constexpr bool is_place(EntityClass c) { return c >= EntityClass::Country && c <= EntityClass::Region; }

// What a head noun tells of the phrase it heads.
enum class Head : std::uint8_t { None, PopulationGroup, Member, ArmedGroup, ArmedForce, Unit, Post, Organization, Media, SourceHead };
constexpr std::array<std::string_view, 10> kHeadNames = {"",     "PopulationGroup", "Member", "ArmedGroup", "ArmedForce", "Unit",
                                                         "Post", "Organization",    "Media",  "SourceHead"};

constexpr bool is_force(Head head) { return head == Head::ArmedGroup || head == Head::ArmedForce || head == Head::Unit; }

enum class Precision : std::uint8_t {
  None,
  Exact,
  Facility,
  Neighbourhood,
  Settlement,
  Near,
  RuralArea,
  District,
  Governorate,
  Country,
  Unknown
};
constexpr std::array<std::string_view, 11> kPrecisionNames = {"",          "Exact",    "Facility",    "Neighbourhood", "Settlement", "Near",
                                                              "RuralArea", "District", "Governorate", "Country",       "Unknown"};

enum class Mode : std::uint8_t { None, Reported, Quoted, SelfClaim, Denial, Distanced };
constexpr std::array<std::string_view, 6> kModeNames = {"", "Reported", "Quoted", "SelfClaim", "Denial", "Distanced"};

enum class Certainty : std::uint8_t { None, Certain, Probable, Possible };
constexpr std::array<std::string_view, 4> kCertaintyNames = {"", "Certain", "Probable", "Possible"};

enum class Factuality : std::uint8_t { None, Asserted, Possible, Denied, Planned, Threatened };
constexpr std::array<std::string_view, 6> kFactualityNames = {"", "Asserted", "Possible", "Denied", "Planned", "Threatened"};

enum class Relation : std::uint8_t { None, SubordinateTo, BackedBy, LoyalTo, LinkedTo, UsedBy };
constexpr std::array<std::string_view, 6> kRelationNames = {"", "SubordinateTo", "BackedBy", "LoyalTo", "LinkedTo", "UsedBy"};

// Figures in the graph know Exactly .. None; the rest are what words say.
enum class Quantifier : std::uint8_t { None, Exactly, AtLeast, AtMost, About, Some, Zero, MoreThan, LessThan, Between, Total, All, Any };
constexpr std::array<std::string_view, 13> kQuantifierNames = {"",         "Exactly",  "AtLeast", "AtMost", "About", "Some", "None",
                                                               "MoreThan", "LessThan", "Between", "Total",  "All",   "Any"};

enum class Preposition : std::uint8_t {
  None,
  On,
  In,
  With,
  To,
  For,
  From,
  Against,
  Near,
  Between,
  About,
  Through,
  Toward,
  Over,
  Inside,
  Around,
  By,
  As
};
constexpr std::array<std::string_view, 18> kPrepositionNames = {"",       "On",      "In",     "With",    "To",    "For",
                                                                "From",   "Against", "Near",   "Between", "About", "Through",
                                                                "Toward", "Over",    "Inside", "Around",  "By",    "As"};

enum class DayPart : std::uint8_t { None, Dawn, Morning, Noon, Afternoon, Evening, Night, AfterMidnight };
constexpr std::array<std::string_view, 8> kDayPartNames = {"", "Dawn", "Morning", "Noon", "Afternoon", "Evening", "Night", "AfterMidnight"};

enum class TimeUnit : std::uint8_t { None, Minute, Hour, Day, Week, Month, Year };
constexpr std::array<std::string_view, 7> kTimeUnitNames = {"", "Minute", "Hour", "Day", "Week", "Month", "Year"};

enum class Pos : std::uint8_t { None, Verb, Noun, Adjective, Adverb, Preposition, Conjunction, Particle, Numeral };
constexpr std::array<std::string_view, 9> kPosNames = {"",         "verb",   "noun", "adjective", "adverb", "preposition", "conjunction",
                                                       "particle", "numeral"};

// What a word does in a sentence; a word may do several things. Positions are bits of Entry::functions.
enum class Function : std::uint8_t {
  LightVerb,
  SpeechVerb,
  AccordingTo,
  ByAgent,
  ResponseTo,
  After,
  Before,
  CausedBy,
  LeadsTo,
  Negation,
  Direction,
  Relative,
  Demonstrative,
  Complementizer,
  ClauseBreak,
  LastModifier,
  NextModifier,
  ThisModifier,
  Other,
  Partitive,
  Total,
  FurnitureLine,
  FurnitureRest,
  Continues,
  Background,
  Blocker,
  Toll,
  SameModifier,
  Ago,
  Since,
  StartOf,
  MiddleOf,
  EndOf,
  Credit,
  Bracketed,
  Conditional,
  Auxiliary,
  Each,
  Relay,
  GivenName,
  CommentVerb,
  TopicBreak,
  Pronoun,
  NewSpeaker,
  During,
  DateCue,
  ClockTime,
  Addition,
  Without,
  Until,
  Recent,
  Later,
  Earlier,
  Except,
  Coordination,
  BeforeLastModifier,
  LightNoun,
  Title,
  Distance,
};
constexpr std::array<std::string_view, 59> kFunctionNames = {
    "LightVerb",    "SpeechVerb",   "AccordingTo", "ByAgent",      "ResponseTo",    "After",          "Before",        "CausedBy",
    "LeadsTo",      "Negation",     "Direction",   "Relative",     "Demonstrative", "Complementizer", "ClauseBreak",   "LastModifier",
    "NextModifier", "ThisModifier", "Other",       "Partitive",    "Total",         "FurnitureLine",  "FurnitureRest", "Continues",
    "Background",   "Blocker",      "Toll",        "SameModifier", "Ago",           "Since",          "StartOf",       "MiddleOf",
    "EndOf",        "Credit",       "Bracketed",   "Conditional",  "Auxiliary",     "Each",           "Relay",         "GivenName",
    "CommentVerb",  "TopicBreak",   "Pronoun",     "NewSpeaker",   "During",        "DateCue",        "ClockTime",     "Addition",
    "Without",      "Until",        "Recent",      "Later",        "Earlier",       "Except",         "Coordination",  "BeforeLastModifier",
    "LightNoun",    "Title",        "Distance"};

// Syntactic slots of a frame and the roles that fill them.
enum class Slot : std::uint8_t {
  Subject,
  Object,
  PassiveSubject,
  Genitive,
  On,
  With,
  In,
  By,
  To,
  From,
  Against,
  Between,
  For,
  Toward,
  Inside,
  About
};
constexpr std::array<std::string_view, 16> kSlotNames = {"subject", "object", "passiveSubject", "genitive", "on",      "with", "in",
                                                         "by",      "to",     "from",           "against",  "between", "for",  "toward",
                                                         "inside",  "about"};

enum class RoleName : std::uint8_t { None, Actor, Target, Weapon, Place, Origin, Victim, Source, Event, Consequence };
constexpr std::array<std::string_view, 10> kRoleNames = {"",       "actor",  "target", "weapon", "place",
                                                         "origin", "victim", "source", "event",  "consequence"};

// The position of `name` in a table of names, as its enum; nothing when the name is not there.
template <typename Enum, std::size_t Size>
constexpr std::optional<Enum> find_name(const std::array<std::string_view, Size>& names, std::string_view name) {
  for (std::size_t i = 0; i < Size; ++i)
    if (!names[i].empty() && names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

template <typename Enum, std::size_t Size>
constexpr std::string_view name_of(const std::array<std::string_view, Size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

static_assert(name_of(kEventTypeNames, EventType::TerritorialChange) == "TerritorialChange");
static_assert(name_of(kEntityClassNames, EntityClass::ObjectKind) == "ObjectKind");
static_assert(name_of(kHeadNames, Head::SourceHead) == "SourceHead");
static_assert(name_of(kPrecisionNames, Precision::Unknown) == "Unknown");
static_assert(name_of(kQuantifierNames, Quantifier::Any) == "Any");
static_assert(name_of(kPrepositionNames, Preposition::As) == "As");
static_assert(name_of(kFunctionNames, Function::Distance) == "Distance");
static_assert(name_of(kSlotNames, Slot::About) == "about");
static_assert(name_of(kRoleNames, RoleName::Consequence) == "consequence");

}  // namespace khabar::lexicon
