// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/count.hpp"

#include <algorithm>

namespace khabar::entity {
namespace {

using lexicon::Entry;
using lexicon::Function;
using lexicon::Preposition;
using lexicon::Quantifier;

constexpr std::uint32_t kThousand = 1000;

// The value of one unit as a plain number; -1 when it is none. Ordinals and nouns that only carry a number are left to others; only the
// first word of a number carries a preposition ("with seven missiles").
std::int64_t plain_number(const Units& units, const Unit& unit, bool first) {
  if (unit.kind == arabic::TokenKind::Number) return (unit.flags & arabic::kDecimalFlag) != 0 ? -1 : unit.value;
  if (!unit.is(kNumberFacet) || !unit.is_word() || unit.has(kFor) || (unit.has(kWith) && !first)) return -1;
  for (const auto& reading : units.of(unit))  // with the article it is a weekday or refers to things told before
    if (units.entry(reading).number >= 0 && (reading.proclitics & kArticle) == 0) return units.entry(reading).number;
  return -1;
}

// A compound number: three hundred and forty-two thousand; digits may be followed by thousand or million.
std::int64_t read_number(const Units& units, std::size_t at, std::size_t end, std::size_t& next) {
  std::int64_t total = 0, group = -1;
  next = at;
  for (std::size_t i = at; i < end; ++i) {
    const auto& unit = units.units[i];
    const auto value = plain_number(units, unit, i == at);
    if (value < 0) break;
    if (group >= 0) {
      const bool multiplier = value == 100 || value >= kThousand;
      if (!multiplier && !unit.has(kAnd) && !(group < 10 && value == 10)) break;  // two numbers side by side
      if (unit.kind == arabic::TokenKind::Number) break;
    }
    if (group < 0)
      group = value;
    else if (value >= kThousand && !unit.has(kAnd))
      total += group * value, group = 0;
    else if (value == 100 && group < 10 && !unit.has(kAnd))
      group *= 100;
    else
      group += value;
    next = i + 1;
  }
  return group < 0 ? -1 : std::min<std::int64_t>(total + group, kUnbounded - 1);
}

Count exactly(std::int64_t value) {
  const auto n = static_cast<std::uint32_t>(value);
  return {n, n, Quantifier::Exactly};
}

Count apply(Quantifier quantifier, Count count) {
  switch (quantifier) {
    case Quantifier::AtLeast:
    case Quantifier::MoreThan:
      return {count.minimum, kUnbounded, Quantifier::AtLeast};
    case Quantifier::AtMost:
    case Quantifier::LessThan:
      return {0, count.maximum, Quantifier::AtMost};
    case Quantifier::About:
      return {count.minimum, count.maximum, Quantifier::About};
    default:
      return count;
  }
}

}  // namespace

Count read_count(const Units& units, std::size_t at, std::size_t end, std::size_t& next) {
  next = at;
  if (at >= end) return {};
  const auto& unit = units.units[at];
  if (!unit.is(kQuantityFacet) && unit.kind != arabic::TokenKind::Number) return {};
  const auto value = read_number(units, at, end, next);
  const bool thousands = next == at + 1 && unit.is_word() &&  // "thousands" without a number before
                         units.find(unit, [](const Entry& entry) { return entry.rough_number > 0; }) != nullptr;
  if (value >= 0 && !thousands) {
    auto count = exactly(value);
    if (next >= end) return count;
    // "3 to 5", "3 or 4"; a quantifier may follow its number ("at least")
    const auto& after = units.units[next];
    const auto* to = units.find(after, [](const Entry& entry) { return entry.preposition == Preposition::To; });
    std::size_t behind = next;
    if (to != nullptr && next + 1 < end) {
      const auto upper = read_number(units, next + 1, end, behind);
      if (upper > value) return next = behind, Count{count.minimum, static_cast<std::uint32_t>(upper), Quantifier::Exactly};
    }
    if (const auto* quantifier = units.find(
            after, [](const Entry& entry) { return entry.quantifier == Quantifier::AtLeast || entry.quantifier == Quantifier::About; });
        quantifier != nullptr && !after.has(kAnd))
      return ++next, apply(units.entry(*quantifier).quantifier, count);
    return count;
  }
  next = at;
  if (!unit.is_word()) return {};
  if (const auto* reading = units.find(unit, [](const Entry& entry) { return entry.rough_number > 0; })) {
    next = at + 1;
    return {static_cast<std::uint32_t>(units.entry(*reading).rough_number), kUnbounded, Quantifier::AtLeast};
  }
  if (const auto* reading = units.find(unit, [](const Entry& entry) { return entry.quantifier != Quantifier::None; })) {
    const auto quantifier = units.entry(*reading).quantifier;
    std::size_t behind = at + 1;
    const auto inner = read_count(units, at + 1, end, behind);
    if (quantifier == Quantifier::Between && inner.given() && inner.maximum > inner.minimum)
      return next = behind, inner;  // "between 22 to 33"
    if (quantifier == Quantifier::Between && inner.given() && behind < end) {
      const auto& joint = units.units[behind];
      if (joint.is_word() && joint.end - joint.begin == 1 && behind + 1 < end) ++behind;  // "and" apart from its digits
      std::size_t last = behind;
      const auto upper = read_number(units, behind, end, last);
      if (upper >= 0) return next = last, Count{inner.minimum, static_cast<std::uint32_t>(upper), Quantifier::Exactly};
      return {};
    }
    if (inner.given()) return next = behind, apply(quantifier, inner);
    if (quantifier == Quantifier::Some) return next = at + 1, Count{1, kUnbounded, Quantifier::Some};
    return {};
  }
  return {};
}

}  // namespace khabar::entity
