// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/casualty_side.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using lexicon::Function;
using lexicon::Quantifier;

namespace {

constexpr std::uint32_t kSideReach = 8;  // units of the people of one side

Casualty further(Casualty told, const People& more, std::uint32_t begin) {
  told.figure.count = more.count;
  told.figure.victims = more.mentions.empty() ? kNobody : more.mentions.front();
  told.figure.evidence = {begin, more.end};
  told.victims = more.mentions;
  told.first = std::min(told.first, more.first);
  told.last = std::max(told.last, more.last);
  return told;
}

}  // namespace

void SideReader::read_sides(Casualty told, std::vector<Casualty>& out) const {
  for (const auto& more : {side_before(told), added(told), other_force(told)})
    if (more.found()) out.push_back(further(told, more, unit(more.first).stem));
}

bool SideReader::adds(std::uint32_t at) const { return unit(at).does(Function::Addition) && unit(at).last > unit(at).first + 1; }

// "14 of the rebels and 59 of the army were killed", "12 soldiers in addition to 3 others were": the second stand at the verb.
People SideReader::side_before(const Casualty& told) const {
  if (told.first >= told.unit || told.first == sentence_.first) return {};
  const auto& before = unit(told.first - 1);
  const bool alone = before.is_word() && before.end - before.begin == 1;  // "and" apart from its digits
  const bool added = adds(told.first - 1);
  if (!added && (told.victims.empty() || !(unit(told.first).has(entity::kAnd) || alone))) return {};
  const auto end = alone || added ? told.first - 1 : told.first;
  People behind;
  behind.mentions = told.victims;
  behind.count = told.figure.count;
  for (auto at = end; at-- > sentence_.first && end - at <= kSideReach;) {
    if (in_time(at)) continue;
    auto people = member(at, false);
    if (!people.found() || people.last != end || people.count.quantifier != Quantifier::Exactly || people.mentions.empty()) continue;
    if (added || other_side(people, behind)) return people;
  }
  return {};
}

// "26 of the army in addition to 9 others": told apart, even where somebody adds them up.
People SideReader::added(const Casualty& told) const {
  auto at = told.last;
  if (at < sentence_.last && unit(at).kind == TokenKind::Comma) ++at;
  if (!told.figure.count.given() || at + 1 >= sentence_.last || !adds(at)) return {};
  auto more = member(at + 1, false);
  return more.found() && !begins_clause(more.last) && more.count.minimum > 0 ? more : People{};
}

// The second force of "the death of 5 rebels and 3 of the army".
People SideReader::other_force(const Casualty& told) const {
  if (told.last >= sentence_.last || told.last <= told.unit + 1 || told.victims.empty()) return {};
  People before;
  before.mentions = told.victims;
  before.count = told.figure.count;
  before.last = told.last;
  const auto next = next_member(before);
  if (next == kNobody) return {};
  auto more = member(next, true);
  return more.found() && !begins_clause(more.last) && other_side(before, more) ? more : People{};
}

}  // namespace khabar::event
