// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/unit.hpp"

#include <cstdint>
#include <unordered_map>

namespace khabar::entity {

// Decides which of several places of one name an article means, and whether a name that is also an ordinary word is a place at all: by
// the class its cue word asks for, the countries and governorates that the article speaks of, and how well known the place is.
class PlaceChoice {
 public:
  // Reads the whole article once: its sure places, states and nationalities vote for the areas that contain them.
  explicit PlaceChoice(const Units& units);

  // The place that `unit` names behind a cue of class `cue`; kNone when it names none. `located`: the name stands behind a preposition
  // of place or in a row of places, so that a village of an area that the article speaks of needs no cue; in a row any place of the country
  // does.
  std::uint32_t behind_cue(std::uint32_t unit, lexicon::EntityClass cue) const;
  std::uint32_t alone(std::uint32_t unit, bool located, bool in_row = false) const;

  // The country that more than half of the article's votes go to; kNone when there is none.
  std::uint32_t home() const { return home_; }

 private:
  void vote(std::uint32_t place, int weight);
  int votes(std::uint32_t container) const;
  bool ordinary_word(const Unit& unit) const;
  bool function_word(const Unit& unit) const;
  bool supported(const lexicon::Entry& place) const;  // its country is one of the article's
  int nearness(std::uint32_t place) const;
  int score(const Reading& reading, lexicon::EntityClass cue) const;

  const Units& units_;
  std::unordered_map<std::uint32_t, int> containers_;
  int countries_ = 0;  // votes for countries
  std::uint32_t home_ = lexicon::kNone;
};

}  // namespace khabar::entity
