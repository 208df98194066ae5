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

constexpr std::uint32_t kShortLine = 14;  // tokens of a line that is only a date
constexpr std::uint32_t kDateline = 12;   // tokens before the end of a dateline: "Aden, 3 May 2019 (agency) -"
constexpr std::size_t kTopLines = 5;      // lines with words among which a dateline stands

class Scanner {
 public:
  Scanner(const document::Document& document, const Units& units, std::optional<Day> published)
      : document_(document), units_(units), published_(published) {}

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
    if (unit.reading_count == 0 && unit.kind != TokenKind::Number) return at + 1;
    TimeParts parts;
    std::size_t next = at;
    Time time;
    if (!read_time_parts(document_, units_, at, end, parts, next) || !resolve_time(parts, published_, known_year_, time)) return at + 1;
    if (parts.year != 0) known_year_ = parts.year;
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
    const bool between = begin.last == end.first && units_.units[end.first].has(kAnd) && begin.first > 0 && joins(begin.first - 1, Preposition::Between);
    const bool pair = begin.last == end.first && units_.units[end.first].has(kAnd) && begin.precision == TimePrecision::Day && end.precision == TimePrecision::Day &&
                      *end.earliest - *begin.earliest == std::chrono::days(1);
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
  std::optional<Day> published_;
  std::vector<Time> times_;
  int known_year_ = 0;  // the last year that was written out
};

}  // namespace

std::vector<Time> find_times(const document::Document& document, const Units& units, std::optional<Day> published) {
  return Scanner(document, units, published).run();
}

std::optional<Day> date_line(const document::Document& document, const Units& units) {
  for (const auto& time : find_times(document, units, std::nullopt)) {
    if (!time.full_date || !time.earliest) continue;
    const auto token = units.units[time.first].first;
    const auto line = std::upper_bound(document.lines.begin(), document.lines.end(), token, [](std::uint32_t t, const document::Line& l) { return t < l.first; });
    if (line == document.lines.begin()) continue;
    const auto& of = *(line - 1);
    if (of.last - of.first <= kShortLine || of.furniture) return time.earliest;
    const auto filled = std::count_if(document.lines.begin(), line, [](const document::Line& l) { return l.last > l.first; });
    const auto behind = time.last < units.units.size() ? units.units[time.last].kind : TokenKind::Newline;
    const bool closed = behind == TokenKind::Dash || behind == TokenKind::Open || behind == TokenKind::Colon || behind == TokenKind::Slash;
    if (static_cast<std::size_t>(filled) <= kTopLines && token - of.first <= kDateline && closed) return time.earliest;
  }
  return std::nullopt;
}

}  // namespace khabar::entity
