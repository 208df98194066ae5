// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/mention.hpp"
#include "entity/time.hpp"
#include "entity/unit.hpp"

#include <cstdint>
#include <vector>

// The predicates of a sentence and the arguments that stand around them.
//
// A predicate is a unit whose entry has a frame: a verb or noun that names an event, a light verb, a consequence verb, a word of
// killing or wounding. Arguments are mentions and event nouns, each with the syntactic slot it stands in.
namespace khabar::event {

constexpr std::uint32_t kNoPredicate = 0xFFFFFFFF;

struct Argument {
  lexicon::Slot slot = lexicon::Slot::Object;
  std::uint32_t mention = entity::kNoMention;  // one of the two is set
  std::uint32_t predicate = kNoPredicate;      // an event noun
  lexicon::Certainty certainty = lexicon::Certainty::Certain;
};

struct Predicate {
  std::uint32_t unit = 0;
  std::uint32_t entry = lexicon::kNone;
  std::uint8_t frame = 0xFF;
  bool verb = false, passive = false, definite = false;
  bool trigger = false;   // evokes an event
  bool light = false;     // light verb
  bool leads_to = false;  // consequence verb
  bool casualty = false;  // has an outcome
  bool participle = false;
  lexicon::Preposition preposition = lexicon::Preposition::None;  // of an event noun
  std::uint32_t first = 0, last = 0;                              // units searched, the predicate included
  std::uint32_t subject_predicate = kNoPredicate;                 // an event noun that is its subject
  std::vector<Argument> arguments;
  std::vector<std::uint32_t> adjectives;  // units right behind an event noun that qualify it
};

struct Sentence {
  std::uint32_t number = 0;           // index of Document::sentences
  std::uint32_t first = 0, last = 0;  // units
  std::vector<Predicate> predicates;  // in text order
};

// Finds the predicates of units [first, last) and their arguments.
void analyse_sentence(const entity::Units& units, const entity::Mentions& mentions, const std::vector<entity::Time>& times,
                      Sentence& sentence);

}  // namespace khabar::event
