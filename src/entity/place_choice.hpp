// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/mention.hpp"

#include <unordered_map>
#include <utility>
#include <vector>

namespace khabar::entity {

// Decides which of several places of one name an article means: by the class its cue word asks for, the country and governorate of
// the article's other places, and how well known the place is.
class PlaceChoice {
 public:
  explicit PlaceChoice(const Units& units) : units_(units) {}

  // A unit that is read as a place without a cue.
  void vote(std::uint32_t unit) { uncued_.push_back(unit); }
  // Mention number `mention`, about to be added, names the place at `unit` behind a cue of class `cue`.
  void cue(std::uint32_t mention, std::uint32_t unit, lexicon::EntityClass cue) { cued_.push_back({mention, unit, cue}); }

  // Replaces the first reading of every place by the best one.
  void settle(Mentions& mentions) const;

 private:
  struct Cued {
    std::uint32_t mention, unit;
    lexicon::EntityClass cue;
  };
  std::uint32_t best(std::uint32_t unit, lexicon::EntityClass cue, const std::unordered_map<std::uint32_t, int>& containers) const;

  const Units& units_;
  std::vector<std::uint32_t> uncued_;
  std::vector<Cued> cued_;
};

}  // namespace khabar::entity
