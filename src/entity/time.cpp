// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Each sentence is scanned once; where a time expression begins its parts are gathered and resolved together, and two expressions that
// are joined as beginning and end become one.
#include "entity/time.hpp"

#include "entity/time_meaning.hpp"
#include "entity/time_parts.hpp"

#include <algorithm>

namespace khabar::entity {
namespace {

using arabic::TokenKind;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Preposition;

constexpr std::uint32_t kShortLine = 14;  // tokens of a line in which a date may be the page's
constexpr std::uint32_t kRestOfDate = 6;  // tokens beside the date of a line that is only a date
constexpr std::uint32_t kDateline = 12;   // tokens before the end of a dateline: "Aden, 3 May 2019 (agency) -"
constexpr int kMostShift = 2;             // days between the day of publication as given and as the article counts
constexpr std::size_t kTopLines = 5;      // lines with words among which a dateline stands

// Indexes date articles by their own clocks, which are often a day off. Where the article says "today, Saturday" or "yesterday, Friday"
// and the weekday is one of the neighbouring days, that is the day it counts from.
Reference reference_day(const Units& units, std::optional<Day> published) {
  Reference reference{published, false, 0};
  if (!published) return reference;
  const auto today = static_cast<int>(std::chrono::weekday(*published).iso_encoding());
  for (std::size_t at = 0; at + 2 < units.units.size(); ++at) {
    if (units.units[at].furniture || units.units[at].enclitic || !units.units[at].is(kTimeFacet)) continue;
    const auto* offset = units.find(units.units[at], [](const Entry& e) {
      return e.has_day_offset && e.time_unit == lexicon::TimeUnit::None && !e.does(Function::SameModifier);
    });
    if (offset == nullptr) continue;
    const auto kind = units.units[at + 1].kind;
    const auto behind = at + (kind == TokenKind::Comma || kind == TokenKind::Open ? 2 : 1);
    const auto* day = units.find(units.units[behind], [](const Entry& e) { return e.weekday != 0; });
    if (day == nullptr) continue;
    const int ahead = (units.entry(*day).weekday - units.entry(*offset).day_offset - today + 14) % 7;
    const int shift = ahead <= kMostShift ? ahead : ahead - 7;
    if (shift < -kMostShift) continue;
    reference.day = *published + std::chrono::days(shift);
    reference.sure = true;
    break;
  }
  return reference;
}

class Scanner {
 public:
  Scanner(const document::Document& document, const Units& units, std::optional<Day> published)
      : document_(document), units_(units), reference_(reference_day(units, published)) {}

  std::vector<Time> run() {
    std::size_t unit = 0;
    for (const auto& sentence : document_.sentences) {
      while (unit < units_.units.size() && units_.units[unit].first < sentence.first) ++unit;
      std::size_t end = unit;
      while (end < units_.units.size() && units_.units[end].first < sentence.last) ++end;
      while (unit < end) unit = read(unit, end);
    }
    return std::move(times_);
  }

 private:
  // Reads what begins at `at`; returns the unit to go on with.
  std::size_t read(std::size_t at, std::size_t end) {
    const auto& unit = units_.units[at];
    if (!unit.is(kTimeFacet) && unit.kind != TokenKind::Number) return at + 1;
    TimeParts parts;
    std::size_t next = at;
    Time time;
    if (!read_time_parts(document_, units_, at, end, parts, next) || !resolve_time(parts, reference_, time)) return at + 1;
    if (parts.year != 0) reference_.year = parts.year;
    time.first = static_cast<std::uint32_t>(at);
    time.last = static_cast<std::uint32_t>(next);
    time.begin = unit.stem;
    time.end = units_.units[next - 1].end;
    if (!extend(time)) times_.push_back(time);
    return next;
  }

  bool joins(std::size_t at, Preposition preposition) const {
    return units_.find(units_.units[at], [&](const Entry& e) { return e.preposition == preposition; }) != nullptr;
  }

  // "from Monday to Tuesday", "between Friday and Sunday", "since 3 May and until 7 May".
  bool extend(const Time& end) {
    if (times_.empty() || !end.earliest) return false;
    auto& begin = times_.back();
    if (!begin.earliest || *end.latest < *begin.earliest || begin.until) return false;
    const bool until = end.until && begin.last == end.first;
    const bool to = end.first == begin.last + 1 && joins(begin.last, Preposition::To);
    const bool between =
        begin.last == end.first && units_.units[end.first].has(kAnd) && begin.first > 0 && joins(begin.first - 1, Preposition::Between);
    const bool pair = begin.last == end.first && units_.units[end.first].has(kAnd) && begin.precision == TimePrecision::Day &&
                      end.precision == TimePrecision::Day && *end.earliest - *begin.earliest == std::chrono::days(1);
    if (!until && !to && !between && !pair) return false;
    begin.latest = end.latest;
    begin.last = end.last;
    begin.end = end.end;
    begin.past_period = begin.past_period && *begin.latest - *begin.earliest > std::chrono::days(7);
    begin.precision = std::max(begin.precision, end.precision);
    return true;
  }

  const document::Document& document_;
  const Units& units_;
  Reference reference_;
  std::vector<Time> times_;
};

}  // namespace

std::vector<Time> find_times(const document::Document& document, const Units& units, std::optional<Day> published) {
  return Scanner(document, units, published).run();
}

namespace {

// Whether few lines with words stand before a line.
bool stands_on_top(const document::Document& document, std::vector<document::Line>::const_iterator line) {
  std::size_t filled = 0;
  for (auto before = document.lines.begin(); before != line && filled < kTopLines; ++before)
    filled += before->last > before->first ? 1U : 0U;
  return filled < kTopLines;
}

// How likely a full date in a line is the page's own, 0 the best: it is nearly all of the line, it closes a dateline, it stands in
// furniture or a short line.
std::optional<int> dates_page(const document::Document& document, const Units& units, const Time& time) {
  const auto token = units.units[time.first].first;
  const auto behind = std::upper_bound(document.lines.begin(), document.lines.end(), token,
                                       [](std::uint32_t t, const document::Line& l) { return t < l.first; });
  if (behind == document.lines.begin()) return std::nullopt;
  const auto line = behind - 1;
  const auto rest = line->last - line->first - (units.units[time.last - 1].last - token);
  if (rest <= kRestOfDate) return 0;
  const auto kind = time.last < units.units.size() ? units.units[time.last].kind : TokenKind::Newline;
  const bool closed = kind == TokenKind::Dash || kind == TokenKind::Open || kind == TokenKind::Colon || kind == TokenKind::Slash;
  if (closed && token - line->first <= kDateline && stands_on_top(document, line)) return 1;
  if (line->last - line->first <= kShortLine || line->furniture) return 2;
  return std::nullopt;
}

}  // namespace

std::optional<Day> date_line(const document::Document& document, const Units& units) {
  std::optional<Day> best;
  int least = 3;
  for (const auto& time : find_times(document, units, std::nullopt)) {
    if (!time.full_date || !time.earliest) continue;
    const auto rank = dates_page(document, units, time);
    if (rank && *rank < least) least = *rank, best = time.earliest;
  }
  return best;
}

}  // namespace khabar::entity
