// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/casualty_verb.hpp"

#include <vector>

namespace khabar::event {

// Finds what one word of killing tells besides its own figure: the dead of the other side, and those who are told in addition.
class SideReader : public VerbReader {
 public:
  using VerbReader::VerbReader;

  // Puts the further figures of `told`, each with its own words, behind it into `out`.
  void read_sides(Casualty told, std::vector<Casualty>& out) const;

 private:
  bool adds(std::uint32_t at) const;
  People side_before(const Casualty& told) const;
  People added(const Casualty& told) const;
  People other_force(const Casualty& told) const;
};

}  // namespace khabar::event
