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
};

// The casualties of a sentence in text order. Sub-totals, tolls of whole wars and what only might happen are left out.
void read_casualties(const Context& context, const Report& report, const Sentence& sentence, std::vector<Casualty>& out);

// One event's figures as one report: repeats go, a number takes the place of a vague word, what sources say differently stays.
void settle_figures(const Report& report, Event& event);

}  // namespace khabar::event
