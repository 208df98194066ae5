// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/casualty_scope.hpp"

#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using entity::kNoMention;
using lexicon::Entry;
using lexicon::Factuality;
using lexicon::Function;
using lexicon::Quantifier;

namespace {

constexpr std::uint32_t kNegationReach = 6;
constexpr std::uint32_t kSubjectOfNegated = 16;  // units between "did not" and the casualties, its subject among them
constexpr std::uint32_t kPeriodReach = 14;
constexpr std::uint32_t kTollReach = 6;      // units from "the toll" to "since"
constexpr std::uint32_t kDurationReach = 4;  // units from "within" to "hours"
constexpr std::int64_t kDay = 24;            // hours
constexpr std::uint32_t kDoubtReach = 12;    // units from "whether" to the word
constexpr std::uint32_t kWholeWar = 1000;    // hardly any happening of these wars has as many dead
constexpr std::uint32_t kManyWounded = 3000;
constexpr std::chrono::days kLongestEvent{5};

}  // namespace

bool CasualtyScope::only_possible(std::uint32_t at, bool verb) const {
  const auto& u = unit(at);
  if (u.has(entity::kWill) || (verb && u.has(entity::kFor))) return true;
  for (auto back = at; back > sentence_.first && at - back < 3;) {
    --back;
    if (!unit(back).is_word() || unit(back).does(Function::LeadsTo)) return false;
    if (unit(back).does(Function::Conditional)) return true;
    if (has(back, [](const Entry& e) { return e.factuality == Factuality::Planned || e.factuality == Factuality::Threatened; }))
      return true;
  }
  return false;
}

bool CasualtyScope::whether(std::uint32_t at) const {
  for (auto back = at; back > sentence_.first && at - back < kDoubtReach;) {
    --back;
    if (!unit(back).is_word() || unit(back).does(Function::LeadsTo) || unit(back).does(Function::Relative)) return false;
    if (unit(back).does(Function::Conditional) && back > sentence_.first && !unit(back).has(entity::kAnd))
      return unit(back - 1).is_word() && unit(back - 1).end - unit(back - 1).stem <= 3;  // "mimma", "ma"
  }
  return false;
}

bool CasualtyScope::only_unsaid(std::uint32_t negation, std::uint32_t to) const {
  if (unit(negation).does(Function::Blocker)) return true;
  if (!unit(negation).does(Function::Negation) && !unit(negation).does(Function::Without)) return false;
  for (auto at = negation + 1; at < to; ++at)
    if (unit(at).does(Function::SpeechVerb) || has(at, [](const Entry& e) { return e.head == lexicon::Head::SourceHead; })) return true;
  return false;
}

std::uint32_t CasualtyScope::negated_at(const Casualty& told, const Casualty* before) const {
  if (before != nullptr && before->figure.count.quantifier == Quantifier::Zero && told.unit - before->unit <= 3) return before->first;
  const auto reach = std::min(kNegationReach, told.first - sentence_.first);
  for (auto at = told.first - reach; at-- > sentence_.first && told.first - at <= kSubjectOfNegated;) {
    if (!unit(at).is_word() || unit(at).does(Function::ClauseBreak) || unit(at).does(Function::Complementizer)) break;
    if (unit(at).does(Function::Negation) && unit(at + 1).does(Function::LeadsTo)) return at;  // "did not, the attack on X, lead to"
  }
  for (auto at = told.first; at-- > told.first - reach;) {
    const auto& u = unit(at);
    if (has(at, [](const Entry& e) { return e.pos == lexicon::Pos::Particle && e.quantifier == Quantifier::Exactly; }))
      return kNobody;  // "did not only"
    const bool of_adjective = at + 1 < told.first && has(at + 1, [](const Entry& e) { return e.pos == lexicon::Pos::Adjective; });
    if (u.does(Function::Negation) && of_adjective) return kNobody;  // "unable to hide the death of"
    if (u.does(Function::Negation) || u.does(Function::Without)) return u.does(Function::Continues) ? kNobody : at;
    if (has(at, [](const Entry& e) { return e.factuality == Factuality::Denied; })) return at;
    if (!u.is_word() || u.does(Function::ClauseBreak) || u.does(Function::Complementizer)) return kNobody;
    if (u.does(Function::LeadsTo) && unit(at).has(entity::kAnd)) return kNobody;
    if (casualty_word(at) != nullptr && !u.has(entity::kAnd)) return kNobody;
  }
  return kNobody;
}

bool CasualtyScope::is_part(const Casualty& told) const {
  if (told.first + 1 < told.unit && unit(told.first + 1).does(Function::Partitive)) {  // "two of them were killed"
    std::size_t more = 0;
    if (!entity::read_count(units_, told.first + 2, told.unit, more).given()) return true;
  }
  for (auto at = told.first; !unit(told.first).has(entity::kAnd) && at > sentence_.first && told.first - at < 3;) {
    --at;
    if (unit(at).does(Function::Partitive)) return true;
    if (!unit(at).is_word()) break;
  }
  if (told.last >= sentence_.last || !unit(told.last).does(Function::Partitive) || told.figure.count.quantifier == Quantifier::Zero)
    return false;
  const auto next = told.last + 1;
  if (next >= sentence_.last || told.last <= told.unit + 1) return false;
  if (report_.mentions.at_unit[next] != kNoMention) return false;
  std::size_t behind = 0;
  return !entity::read_count(units_, next, sentence_.last, behind).given() && unit(told.last).end - unit(told.last).begin <= 4;
}

bool CasualtyScope::is_cumulative(const Casualty& told) const {
  const auto& count = told.figure.count;
  if (count.minimum >= (told.figure.outcome == lexicon::Outcome::Killed ? kWholeWar : kManyWounded)) return true;
  if (count.quantifier == Quantifier::Zero) return false;
  const auto left = told.first - std::min(kPeriodReach, told.first - sentence_.first);
  bool comma = false;
  for (auto at = told.first; at-- > left;) {
    comma |= unit(at).kind == TokenKind::Comma;
    if (unit(at).kind == TokenKind::Stop || unit(at).kind == TokenKind::Semicolon || unit(at).does(Function::Relative) ||
        casualty_word(at) != nullptr)
      break;
    if ((!comma || at <= sentence_.first + 2) && (long_period(at) || running_toll(at))) return true;
  }
  for (auto at = told.first; at < told.last; ++at)
    if (long_period(at) || (unit(told.unit).does(Function::Toll) && over_days(at))) return true;
  for (auto at = told.last; at < std::min(sentence_.last, told.last + kPeriodReach); ++at) {
    if (!unit(at).is_word() && unit(at).kind != TokenKind::Quote && unit(at).kind != TokenKind::Number) break;
    if (unit(at).does(Function::LeadsTo) || unit(at).does(Function::ClauseBreak) ||
        (casualty_word(at) != nullptr && unit(at).has(entity::kAnd)))
      break;
    if (long_period(at)) return true;
  }
  return false;
}

bool CasualtyScope::running_toll(std::uint32_t at) const {
  if (!unit(at).does(Function::Since) && !over_days(at)) return false;
  for (auto back = at; back > sentence_.first && at - back < kTollReach;)
    if (--back; unit(back).does(Function::Toll) || (unit(back).does(Function::LeadsTo) && unit(back).last > unit(back).first + 1))
      return true;
  return false;
}

bool CasualtyScope::over_days(std::uint32_t at) const {
  if (!unit(at).does(Function::During)) return false;
  for (auto next = at + 1; next < std::min(sentence_.last, at + kDurationReach); ++next) {
    const auto* noun = units_.find(unit(next), [](const Entry& e) { return e.time_unit != lexicon::TimeUnit::None; });
    if (noun == nullptr) continue;
    const bool one = lexicon::unpack(noun->sense.features).number == arabic::Number::Singular;
    const bool counted = unit(next - 1).kind == TokenKind::Number;
    const auto length = units_.entry(*noun).time_unit;
    if (length == lexicon::TimeUnit::Hour) return counted && unit(next - 1).value >= kDay;
    return length > lexicon::TimeUnit::Day || (length == lexicon::TimeUnit::Day && (!one || counted));
  }
  return false;
}

bool CasualtyScope::long_period(std::uint32_t at) const {
  const auto& u = unit(at);
  if (!u.does(Function::Since)) return false;
  const auto time = std::upper_bound(report_.times.begin(), report_.times.end(), at + 1,
                                     [](std::uint32_t value, const entity::Time& t) { return value < t.last; });
  if (time == report_.times.end() || time->first > at + 2) return true;
  if (!time->earliest || !report_.published) return time->precision >= entity::TimePrecision::Week;
  return *report_.published - *time->earliest > kLongestEvent;
}
}  // namespace khabar::event
