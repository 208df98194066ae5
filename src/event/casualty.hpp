// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

#include <cstdint>
#include <vector>

// Casualties as a sentence tells them, before they belong to an event.
namespace khabar::event {

// A word of killing, wounding, loss or capture with what is said of its number and its people.
struct Casualty {
  std::uint32_t unit = 0;              // the word
  std::uint32_t first = 0, last = 0;   // units of the whole phrase
  Figure figure;                       // its count is not given when nothing is said
  std::vector<std::uint32_t> victims;  // mentions
  bool both = false;                   // "no victims": neither dead nor injured
  bool part = false;                   // "two of the dead": counted in another figure
};

// The casualties of a sentence in text order; what only might happen is left out.
struct Casualties {
  std::vector<Casualty> told;
  std::vector<Casualty> parts;    // of those that another figure counts: "two of them"
  std::vector<Casualty> summary;  // tolls of wars and years, and what may not have happened
};
void read_casualties(const Context& context, const Report& report, const Sentence& sentence, Casualties& out);

// One event's figures as one report: repeats go, a number takes the place of a vague word, what sources say differently stays.
void settle_figures(const Report& report, Event& event);

}  // namespace khabar::event
