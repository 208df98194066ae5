// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/casualty.hpp"
#include "event/casualty_words.hpp"

namespace khabar::event {

// What stands around a casualty: whether it is denied, only possible, a part of another or the toll of a war.
class CasualtyScope : public CasualtyWords {
 public:
  using CasualtyWords::CasualtyWords;

  // "to kill", "tried to kill", "threatened to kill": nothing happened.
  bool only_possible(std::uint32_t at, bool verb) const;
  // "not sure whether any of the guards was killed"
  bool whether(std::uint32_t at) const;
  // What is not reported or not known is not denied.
  bool only_unsaid(std::uint32_t negation, std::uint32_t to) const;
  // The unit that denies it, or kNobody; `before` is the casualty told before in the sentence.
  std::uint32_t negated_at(const Casualty& told, const Casualty* before) const;
  // "among them 3 children", "3 of them": a part of what is counted already.
  bool is_part(const Casualty& told) const;
  // The toll of a war or of years.
  bool is_cumulative(const Casualty& told) const;

 private:
  // "the toll of the attacks since Monday"
  bool running_toll(std::uint32_t at) const;
  // "within 24 hours", "over the past two days": more than one happening
  bool over_days(std::uint32_t at) const;
  // "since 2021", "since the war began"
  bool long_period(std::uint32_t at) const;
};

}  // namespace khabar::event
