// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/casualty.hpp"
#include "event/casualty_people.hpp"

namespace khabar::event {

// Finds the people of a verb of killing or wounding and the number before a noun of it.
class VerbReader : public PeopleReader {
 public:
  using PeopleReader::PeopleReader;

  static constexpr std::uint32_t kVictimReach = 18;  // units from a verb to its people

  void take(Casualty& told, const People& people) const;
  bool number_before(Casualty& told) const;
  // A verb's people: the object when a force stands first, else the first phrase behind it, else the one before it.
  void read_verb(Casualty& told) const;

 private:
  // "4 guards were killed": people that end right before the verb, with a number or in the singular.
  bool before_verb(Casualty& told) const;
  // "rises to 3 the number of activists who were killed"
  bool counted_up(Casualty& told) const;
  // "a sniper killed a woman": one fighter with another person right behind him.
  bool kills(const People& people) const;
  // "civilians were hurt": told for the first time, and no fighters who might have done it.
  bool only_suffer(const People& people) const;
  // "35 fighters, among them 9 foreigners, were killed": the part stands nearer to the verb than the whole.
  People whole_of(const People& part) const;
  // "in the war of 2014 ... were killed"; takes back what was read.
  bool is_year(Casualty& told) const;
  bool is_plural(std::uint32_t at) const;
  // "wounds that he was hurt with": says nothing new.
  bool of_wounds(std::uint32_t at) const;
  bool is_singular(std::uint32_t at) const;
  // "X, who was killed in ...": the nearest mention before the relative is a person.
  std::uint32_t person_before(std::uint32_t verb) const;
  // "the three soldiers were killed": people who were told before stand right before the verb.
  bool follows_people(std::uint32_t verb) const;
  bool comma_between(std::uint32_t from, std::uint32_t to) const;
  bool split_from_verb(std::uint32_t from, std::uint32_t to) const;
};

}  // namespace khabar::event
