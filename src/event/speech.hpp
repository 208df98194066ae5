// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

#include <vector>

// Acts of speech in a sentence: who is said to say something, and which units say it.
namespace khabar::event {

enum class ActKind : std::uint8_t {
  Verb,        // "X said that"
  Participle,  // "adding that": goes on from the speaker of the clause
  According,   // "according to X"
  Heading,     // "X: ..."
};

struct Act {
  ActKind kind = ActKind::Verb;
  std::uint32_t unit = 0;                      // the verb or phrase
  std::uint32_t from = 0, to = 0;              // units it governs
  std::uint32_t speaker = entity::kNoMention;  // none: goes on from an earlier one
  std::uint32_t partner = entity::kNoMention;  // "X and Y said"
  std::uint32_t origin = entity::kNoMention;   // whom the speaker passes on: "quoting Y"
  std::uint32_t medium = entity::kNoMention;   // to whom he spoke: "told X"
  lexicon::Mode mode = lexicon::Mode::Reported;
  bool comment = false;                        // condemns, demands, judges: no source of what happened
  bool relays = false;                         // "as X quoted": X passes on what the sentence says
  bool habit = false;                          // "rarely confirms", "did not say": tells of no report
  bool unknown = false;                        // a speaker is named whom nobody knows
  bool passing = false;                        // "after the announcement of X": later sentences do not go on from it
  std::uint32_t surname = entity::kNoMention;  // unit of a lone name that may have been told in full before
  bool opens = false;                          // an according-to phrase at the head of its sentence
  Span evidence;
};

// The acts of `sentence` in text order. Linear: looks a bounded number of units around each verb of saying.
void find_acts(const Context& context, const Report& report, const Sentence& sentence, std::vector<Act>& out);

}  // namespace khabar::event
