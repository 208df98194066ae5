// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/casualty_words.hpp"

#include <optional>
#include <vector>

namespace khabar::event {

// The people of a casualty: how many, which mentions, which units.
struct People {
  entity::Count count;
  std::vector<std::uint32_t> mentions;
  std::uint32_t first = 0, last = 0;  // units
  std::uint32_t end = 0;              // code point behind the last counted noun
  bool found() const { return last > first; }
};

// Reads who was killed or hurt: "4 guards, a driver and two others", "3 of the army", "7".
class PeopleReader : public CasualtyWords {
 public:
  using CasualtyWords::CasualtyWords;

  // Reads people that begin at `at`: "4 guards, a driver and two others".
  People group(std::uint32_t at) const;
  // "X, the driver, and Y": names counted one by one behind "each of"; not found when there are not two.
  People listed(std::uint32_t at) const;
  // One number with its noun, or one noun. A further member without a number counts only when it says how many it is.
  People member(std::uint32_t at, bool further) const;
  // Where a further member begins: right behind, or behind the name or rank of a single person.
  std::uint32_t next_member(const People& people) const;
  // "X, the commander of Y, with his driver"
  std::uint32_t with_him(std::uint32_t at) const;
  // "5 rebels and 3 of the army": two forces are two figures, the guards of a commander are not.
  bool other_side(const People& people, const People& more) const;
  // Behind a further member a verb of casualties says that it belongs there: "3 were killed and 5 others were hurt".
  bool begins_clause(std::uint32_t at) const;
  // Named forces kill; fighters without a number may.
  bool may_act(const People& people) const;
  static entity::Count bounded(entity::Count count, lexicon::Quantifier quantifier);
  // "..., at least" behind the people
  std::optional<lexicon::Quantifier> trailing_bound(std::uint32_t at) const;

 private:
  entity::Count count_of(const entity::Mention& m) const;
  // The accusative singular is written like the dual in construct; families are several persons.
  bool reads_as_singular(const entity::Mention& m) const;
  bool is_collective(const entity::Mention& m) const;
  // "two Palestinians": a nationality adjective without a noun.
  bool qualifies(std::uint32_t at) const;
  bool of_nationality(std::uint32_t at, People& people) const;
  bool singular_other(const entity::Unit& u) const;
  // The noun behind a bare number: "3 of the guards", "7 others", an unknown noun.
  void extend(People& people) const;
  People of_mention(std::uint32_t at, std::uint32_t id, bool further) const;
  // "two civilians": the number may follow its noun.
  entity::Count after_noun(const entity::Mention& m) const;
  // Behind a name in brackets or quotation marks that begins at `at`.
  std::uint32_t behind_aside(std::uint32_t at) const;
  // What follows the counted noun ("of the brigade") is no part of the figure's words.
  std::uint32_t noun_end(const entity::Mention& m) const;
};

}  // namespace khabar::event
