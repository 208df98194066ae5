// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/casualty.hpp"

#include <algorithm>
#include <vector>

// Which event mention a casualty belongs to.
namespace khabar::event {

class CauseFinder {
 protected:
  CauseFinder(const Context& context, const Membership& membership, const Report& report)
      : context_(context), units_(context.units), membership_(membership), report_(report) {}

  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }

  bool tells_casualty(std::uint32_t at) const {
    return std::any_of(read_.told.begin(), read_.told.end(), [&](const Casualty& c) { return c.unit == at; });
  }

  // A predicate that tells one of the casualties at hand, whatever else its word may mean.
  bool casualty_at(const Predicate& p) const;

  std::uint32_t alive(std::uint32_t id) const;

  // The event mention of the predicate at a unit.
  std::uint32_t own_of(std::size_t s, std::uint32_t at) const;

  // Events that kill by themselves. Deployments, arrests and gains of ground only do so when the sentence says it.
  bool violent(std::uint32_t id) const;

  bool happened(std::uint32_t id) const;

  bool says_how(std::uint32_t id) const;

  std::uint32_t event_of(std::size_t s, const Casualty& casualty, std::uint32_t own) const;

  // Both say when, and not on the same day.
  bool apart_in_time(std::uint32_t a, std::uint32_t b) const;

  // A killing that says who did it or how, unless the attack is told before it: then it must say how, or another place.
  bool own_stands(std::size_t s, const Casualty& casualty, std::uint32_t own) const;

  // "... and killed": who, how or where is said again behind the word.
  bool says_more(const EventMention& told, std::uint32_t word) const;

  // "the strike led to the death of ...": also through a list of consequences.
  std::uint32_t consequence(std::size_t s, const Casualty& casualty) const;

  // The last attack told in the sentence before a predicate.
  std::uint32_t attack_in_sentence(std::size_t s, std::uint32_t predicate) const;

  // The attack that a consequence verb goes on from; a movement only when no attack is near.
  std::uint32_t attack_before(std::size_t s, std::uint32_t predicate) const;

  // "shot down a missile that was fired at ...": the launch stands in the clause of the interception, whose debris fell.
  std::uint32_t kept_off(std::size_t s, std::uint32_t launch) const;

  // "killed in a strike", "by the shelling", "as a result of the explosion", "the dead of the attack"
  std::uint32_t cause_behind(std::size_t s, const Casualty& casualty) const;

  // "in the attack": the attack that the same noun told before.
  std::uint32_t told_by_noun(std::size_t s, const Predicate& noun) const;

  // The last attack told before it in the sentence.
  std::uint32_t left_in_sentence(std::size_t s, const Casualty& casualty) const;

  // The first event mention of the sentences from `number` on.
  std::uint32_t first_of(std::uint32_t number) const;

  // The last attack of the sentences before.
  std::uint32_t told_before(std::size_t s) const;

  // "in response to a rocket": told as the reason of another.
  bool is_answered(std::uint32_t id) const;

  // A heading between paragraphs: it tells what follows.
  bool is_heading(std::size_t s) const;

  // "5 were hurt in X": the last attack on X that was told before.
  std::uint32_t told_at_place(std::size_t s, const Casualty& casualty) const;

  // The days that the words around a casualty name are not those of the event.
  bool on_other_day(std::size_t s, const Casualty& casualty, std::uint32_t event) const;

  // A headline or lead may give the toll before the attack.
  std::uint32_t told_after(std::size_t s, const Casualty& casualty) const;

  Casualties read_;                  // of the sentence at hand
  std::vector<bool> only_casualty_;  // by event mention: only words of killing and wounding tell it

 private:
  const Context& context_;
  const entity::Units& units_;
  const Membership& membership_;
  const Report& report_;
};

}  // namespace khabar::event
