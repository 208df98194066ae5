// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/unit.hpp"

#include <cstdint>

// Quantities before a noun: digits, number words, "more than", "dozens", "a number of", "between X and Y".
namespace khabar::entity {

constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;

// A number of things. `minimum` and `maximum` are inclusive; kUnbounded is no upper bound.
struct Count {
  std::uint32_t minimum = 0, maximum = 0;
  lexicon::Quantifier quantifier = lexicon::Quantifier::None;  // None: no count was found

  bool given() const { return quantifier != lexicon::Quantifier::None; }
};

// Reads a quantity that begins at unit `at`; `next` becomes the unit behind it. Nothing found: Count{} and `next` == at.
Count read_count(const Units& units, std::size_t at, std::size_t end, std::size_t& next);

}  // namespace khabar::entity
