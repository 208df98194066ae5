// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/inflect.hpp"
#include "entity/count.hpp"
#include "entity/unit.hpp"

#include <cstdint>
#include <string>
#include <vector>

// Noun phrases that can fill a role: names, descriptions of people and groups, weapons, objects, places, sources.
namespace khabar::entity {

constexpr std::uint32_t kNoMention = 0xFFFFFFFF;

enum class MentionType : std::uint8_t { Actor, Person, Place, People, Weapon, Object, Source };

struct Mention {
  MentionType type = MentionType::Actor;
  std::uint32_t first = 0, last = 0;            // units [first, last)
  std::uint32_t begin = 0, end = 0;             // code points, without proclitics
  std::uint32_t head = 0;                       // unit of the head noun or name
  std::uint32_t entity = lexicon::kNone;        // known entity; of a facility or people the one they belong to
  std::uint32_t place_entity = lexicon::kNone;  // the country of a state that is named; the place of a named facility
  std::uint32_t noun = lexicon::kNone;          // entry of the head noun: kind, weapon, person or group noun, place cue
  std::uint32_t owner = kNoMention;             // mention the thing belongs to
  std::uint32_t demonym = lexicon::kNone;       // state of a nationality adjective
  std::uint32_t relation_to = kNoMention;       // "backed by X"
  std::uint32_t name_first = 0, name_last = 0;  // units of an unknown name inside; equal when there is none
  lexicon::Relation relation = lexicon::Relation::None;
  lexicon::Preposition preposition = lexicon::Preposition::None;
  lexicon::Precision precision = lexicon::Precision::None;
  lexicon::Certainty certainty = lexicon::Certainty::None;
  arabic::Number number = arabic::Number::None;
  Count count;
  bool definite = false;
  bool coordinated = false;  // joined to the mention before it by a conjunction or comma
  bool nested = false;       // inside another mention
  bool other = false;        // "another", "others"
  bool each = false;         // "one of"
  bool anaphoric = false;    // set later: a short form or pronoun that took over the name it stands for
};

struct Mentions {
  std::vector<Mention> items;          // in the order of their first unit; nested ones behind their host
  std::vector<std::uint32_t> at_unit;  // for each unit the outermost mention that begins there, or kNoMention
};

// Finds the mentions of every sentence that is not furniture. Linear: each unit is visited a bounded number of times.
void find_mentions(const document::Document& document, const Units& units, Mentions& out);

}  // namespace khabar::entity
