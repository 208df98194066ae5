// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Each sentence is scanned once; at a unit that can begin a time expression all its parts (part of day, weekday, day, month, year,
// modifiers) are collected in any order that writers use, and then resolved together.
#include "entity/time.hpp"

#include "arabic/calendar.hpp"
#include "arabic/inflect.hpp"
#include "entity/count.hpp"

#include <algorithm>

namespace khabar::entity {
namespace {

using arabic::TokenKind;
using lexicon::DayPart;
using lexicon::Entry;
using lexicon::Function;
using lexicon::TimeUnit;
using namespace std::chrono;

constexpr int kEarliestYear = 1900, kLatestYear = 2100;
constexpr std::uint32_t kShortLine = 14;  // tokens of a line that is only a date

struct Parts {
  DayPart day_part = DayPart::None;
  int weekday = 0, second_weekday = 0, day = 0, month = 0, hijri_month = 0, year = 0;
  std::optional<int> offset;  // days
  TimeUnit unit = TimeUnit::None;
  std::optional<std::uint32_t> amount;  // of units ago
  bool ago = false, since = false, last = false, next = false, current = false, same = false, start = false, middle = false, end = false;
  bool any() const {
    return day_part != DayPart::None || weekday != 0 || month != 0 || hijri_month != 0 || year != 0 || offset || unit != TimeUnit::None;
  }
};

class Scanner {
 public:
  Scanner(const document::Document& document, const Units& units, std::optional<Day> published)
      : document_(document), units_(units), published_(published) {}

  std::vector<Time> run() {
    std::vector<Time> times;
    std::size_t unit = 0;
    for (const auto& sentence : document_.sentences) {
      while (unit < units_.units.size() && units_.units[unit].first < sentence.first) ++unit;
      end_ = unit;
      while (end_ < units_.units.size() && units_.units[end_].first < sentence.last) ++end_;
      for (std::size_t at = unit; at < end_;) {
        std::size_t next = at;
        if (auto time = read(at, next)) {
          times.push_back(*time);
          at = next;
        } else {
          ++at;
        }
      }
      unit = end_;
    }
    return times;
  }

 private:
  template <typename Condition>
  const Entry* entry_if(std::size_t at, Condition condition) const {
    const auto* reading = units_.find(units_.units[at], condition);
    return reading == nullptr ? nullptr : &units_.entry(*reading);
  }

  // One part at `at`; false when the unit is none.
  bool part(std::size_t at, Parts& parts, std::size_t& next) const {
    const auto& unit = units_.units[at];
    next = at + 1;
    if (unit.kind == TokenKind::Number) return number(at, parts, next);
    if (!unit.is_word()) return false;
    if (const auto* e = entry_if(at, [](const Entry& x) { return x.has_day_offset; }); e != nullptr && !parts.offset) {
      parts.offset = e->day_offset;
      if (e->day_part != DayPart::None) parts.day_part = e->day_part;
      return true;
    }
    if (const auto* e = entry_if(at, [](const Entry& x) { return x.weekday != 0; })) {
      if (parts.weekday == 0)
        parts.weekday = e->weekday;
      else if (parts.second_weekday == 0)
        parts.second_weekday = e->weekday;
      return true;
    }
    if (const auto* e = entry_if(at, [](const Entry& x) { return x.day_part != DayPart::None; }); e != nullptr) {
      if (parts.day_part == DayPart::None || e->day_part == DayPart::AfterMidnight) parts.day_part = e->day_part;
      return true;
    }
    if (const auto* e = entry_if(at, [](const Entry& x) { return x.month != 0; }); e != nullptr && (parts.month == 0 || parts.month == e->month)) {
      parts.month = e->month;
      return true;
    }
    if (const auto* e = entry_if(at, [](const Entry& x) { return x.hijri_month != 0; }); e != nullptr && parts.hijri_month == 0) {
      parts.hijri_month = e->hijri_month;
      return true;
    }
    if (unit.does(Function::LastModifier)) return parts.any() ? parts.last = true : false;
    if (unit.does(Function::NextModifier)) return parts.any() ? parts.next = true : false;
    if (unit.does(Function::ThisModifier)) return parts.any() ? parts.current = true : false;
    if (unit.does(Function::SameModifier)) return parts.any() ? parts.same = true : false;
    if (unit.does(Function::Ago)) return parts.ago = true;
    if (unit.does(Function::Since)) return parts.since = true;
    if (unit.does(Function::StartOf)) return parts.start = true;
    if (unit.does(Function::MiddleOf)) return parts.middle = true;
    if (unit.does(Function::EndOf)) return parts.end = true;
    if (const auto* e = entry_if(at, [](const Entry& x) { return x.time_unit != TimeUnit::None; }); e != nullptr) {
      if (parts.unit == TimeUnit::None || e->time_unit > parts.unit) parts.unit = e->time_unit;
      const auto* reading = units_.find(unit, [](const Entry& x) { return x.time_unit != TimeUnit::None; });
      const auto number = static_cast<arabic::Number>(reading->sense.features & 3U);
      if (!parts.amount && number == arabic::Number::Dual) parts.amount = 2;
      return true;
    }
    if (const auto* e = entry_if(at, [](const Entry& x) { return x.ordinal > 0; }); e != nullptr && parts.any() && parts.day == 0 && e->ordinal <= 31) {
      parts.day = e->ordinal;
      return true;
    }
    const auto count = read_count(units_, at, end_, next);
    if (count.given() && parts.ago) {
      parts.amount = count.minimum;
      return true;
    }
    next = at + 1;
    return false;
  }

  // Digits: a day before a month, a year, or a whole numeric date.
  bool number(std::size_t at, Parts& parts, std::size_t& next) const {
    const auto& unit = units_.units[at];
    if (numeric_date(at, parts, next)) return true;
    next = at + 1;
    const auto value = static_cast<int>(std::min<std::uint32_t>(unit.value, 100'000));
    const bool year = value >= kEarliestYear && value <= kLatestYear;
    const bool hijri_year = parts.hijri_month != 0 && value >= 1300 && value <= 1500;
    if (parts.ago && value < 1000) return parts.amount = static_cast<std::uint32_t>(value), true;
    if ((year && (parts.month != 0 || parts.unit == TimeUnit::Year || parts.since)) || hijri_year) return parts.year = value, true;
    if (value < 1 || value > 31 || parts.day != 0) return false;
    for (std::size_t ahead = at + 1; ahead < end_ && ahead < at + 4; ++ahead) {  // a day has its month behind it
      if (entry_if(ahead, [](const Entry& x) { return x.month != 0 || x.hijri_month != 0; }) != nullptr) return parts.day = value, true;
      if (entry_if(ahead, [](const Entry& x) { return x.time_unit == TimeUnit::Month || x.does(Function::ThisModifier); }) == nullptr &&
          entry_if(ahead, [](const Entry& x) { return x.preposition == lexicon::Preposition::From; }) == nullptr)
        break;
    }
    return false;
  }

  // 2022/12/20, 20/12/2022, 20-12-2022
  bool numeric_date(std::size_t at, Parts& parts, std::size_t& next) const {
    if (at + 4 >= units_.units.size()) return false;
    const auto& u = units_.units;
    const auto separator = [&](std::size_t i) { return u[i].kind == TokenKind::Slash || u[i].kind == TokenKind::Dash || u[i].kind == TokenKind::Stop; };
    if (u[at + 2].kind != TokenKind::Number || u[at + 4].kind != TokenKind::Number || !separator(at + 1) || !separator(at + 3)) return false;
    int first = static_cast<int>(u[at].value), month = static_cast<int>(u[at + 2].value), last = static_cast<int>(u[at + 4].value);
    if (first >= kEarliestYear) std::swap(first, last);
    if (last < kEarliestYear || last > kLatestYear || first < 1 || first > 31 || month < 1) return false;
    if (month > 12) std::swap(first, month);
    if (month > 12) return false;
    parts.day = first, parts.month = month, parts.year = last;
    next = at + 5;
    return true;
  }

  bool may_begin(std::size_t at) const {
    const auto& unit = units_.units[at];
    if (unit.kind == TokenKind::Number) return true;
    if (unit.does(Function::Ago) || unit.does(Function::Since) || unit.does(Function::StartOf) || unit.does(Function::EndOf) || unit.does(Function::MiddleOf)) return true;
    return entry_if(at, [](const Entry& x) {
             return x.has_day_offset || x.weekday != 0 || x.day_part != DayPart::None || x.month != 0 || x.hijri_month != 0 || x.time_unit >= TimeUnit::Day;
           }) != nullptr;
  }

  // Words that hold an expression together without saying anything.
  bool glue(std::size_t at) const {
    const auto& unit = units_.units[at];
    if (unit.kind == TokenKind::Slash || unit.kind == TokenKind::Dash || unit.kind == TokenKind::Open || unit.kind == TokenKind::Close ||
        unit.kind == TokenKind::Comma)
      return true;
    return entry_if(at, [](const Entry& x) { return x.preposition == lexicon::Preposition::From || x.preposition == lexicon::Preposition::In; }) != nullptr;
  }

  std::optional<Time> read(std::size_t at, std::size_t& next) {
    if (!may_begin(at)) return std::nullopt;
    Parts parts;
    std::size_t last = at;
    for (std::size_t i = at; i < end_ && i < at + 14;) {
      std::size_t behind = i + 1;
      if (part(i, parts, behind)) {
        if (i > at && units_.units[i].has(kAnd) && parts.weekday != 0 && parts.second_weekday == 0) break;
        i = last = behind;
      } else if (i > at && glue(i) && i + 1 < end_ && last == i && units_.units[i].begin > 0) {
        ++i;
      } else {
        break;
      }
    }
    if (last == at || !parts.any()) return std::nullopt;
    if (parts.unit == TimeUnit::Minute || (parts.unit == TimeUnit::Hour && !parts.ago && !parts.last && parts.weekday == 0 && parts.month == 0)) {
      if (parts.day_part == DayPart::None && !parts.offset) return std::nullopt;
      parts.unit = TimeUnit::None;
    }
    if (parts.unit == TimeUnit::Day && !parts.ago && !parts.last && !parts.same && !parts.current && parts.weekday == 0 && parts.month == 0 && !parts.offset &&
        parts.day == 0 && parts.hijri_month == 0)
      return std::nullopt;
    Time time;
    time.first = static_cast<std::uint32_t>(at);
    time.last = static_cast<std::uint32_t>(last);
    time.begin = units_.units[at].stem;
    time.end = units_.units[last - 1].end;
    resolve(parts, time);
    next = last;
    return time;
  }

  void set(Time& time, Day earliest, Day latest, TimePrecision precision, TimeAnchor anchor) const {
    time.earliest = earliest, time.latest = latest;
    time.precision = precision, time.anchor = anchor;
  }

  void set_month(Time& time, int y, int m, const Parts& parts, TimeAnchor anchor) const {
    const year_month month{year{y}, std::chrono::month{static_cast<unsigned>(m)}};
    Day first = sys_days(month / 1), last = sys_days(month / std::chrono::last);
    if (parts.start) last = first + days(9);
    if (parts.end) first = last - days(10);
    if (parts.middle) first += days(9), last = first + days(11);
    set(time, first, last, TimePrecision::Month, anchor);
  }

  void resolve(const Parts& parts, Time& time) const {
    time.past_period = parts.since;
    if (parts.hijri_month != 0 && parts.day != 0 && parts.year != 0) {
      if (const auto day = arabic::from_hijri(parts.year, parts.hijri_month, parts.day)) set(time, *day, *day, TimePrecision::Day, TimeAnchor::ExplicitDate);
      return;
    }
    if (parts.same) {
      time.anchor = TimeAnchor::OtherEvent;
      return;
    }
    if (parts.month != 0) return resolve_month(parts, time);
    if (parts.year != 0) {
      set(time, sys_days(year{parts.year} / 1 / 1), sys_days(year{parts.year} / 12 / 31), TimePrecision::Year, TimeAnchor::ExplicitDate);
      return;
    }
    if (!published_) return;
    const Day today = *published_;
    if (parts.ago) return resolve_ago(parts, time, today);
    if (parts.weekday != 0) return resolve_weekday(parts, time, today);
    if (parts.offset) return nightly(parts, time, today + days(*parts.offset));
    if (parts.unit == TimeUnit::Year && parts.last) {
      const auto y = int(year_month_day(today).year()) - 1;
      set(time, sys_days(year{y} / 1 / 1), sys_days(year{y} / 12 / 31), TimePrecision::Year, TimeAnchor::PublicationDate);
    } else if (parts.unit == TimeUnit::Month && (parts.last || parts.current)) {
      auto ym = year_month(year_month_day(today).year(), year_month_day(today).month());
      if (parts.last) ym -= months(1);
      if (parts.current && parts.day != 0)
        set(time, sys_days(ym / parts.day), sys_days(ym / parts.day), TimePrecision::Day, TimeAnchor::PublicationDate);
      else
        set_month(time, int(ym.year()), int(static_cast<unsigned>(ym.month())), parts, TimeAnchor::PublicationDate);
    } else if (parts.unit == TimeUnit::Week && parts.last) {
      set(time, today - days(10), today - days(1), TimePrecision::Week, TimeAnchor::PublicationDate);
    } else if (parts.unit == TimeUnit::Hour && parts.last) {
      set(time, today - days(1), today, TimePrecision::Day, TimeAnchor::PublicationDate);
    } else if (parts.unit == TimeUnit::Day && parts.last) {
      set(time, today - days(7), today, TimePrecision::Week, TimeAnchor::PublicationDate);
    } else if (parts.day_part != DayPart::None) {
      if (parts.last) return nightly(parts, time, today - days(1));  // last night
      if (parts.current) return nightly(parts, time, today);
      time.anchor = TimeAnchor::Unresolved;  // "at dawn": the day is another event's
    }
  }

  void resolve_month(const Parts& parts, Time& time) const {
    int y = parts.year;
    auto anchor = TimeAnchor::ExplicitDate;
    if (y == 0) {
      if (!published_) return;
      const year_month_day today(*published_);
      y = int(today.year());
      if (parts.unit == TimeUnit::Year && parts.last) --y;
      else if (sys_days(year{y} / parts.month / (parts.day != 0 ? parts.day : 1)) > *published_ + days(20) && !parts.next) --y;
      anchor = TimeAnchor::PublicationDate;
    }
    const year_month_day day{year{y}, month{static_cast<unsigned>(parts.month)}, std::chrono::day{static_cast<unsigned>(parts.day)}};
    if (parts.day == 0 || !day.ok()) return set_month(time, y, parts.month, parts, anchor);
    time.full_date = parts.year != 0;
    Parts rest = parts;
    nightly(rest, time, sys_days(day));
    time.anchor = parts.year != 0 || parts.day != 0 ? TimeAnchor::ExplicitDate : anchor;
  }

  // A day, or the two days of a night.
  void nightly(const Parts& parts, Time& time, Day day) const {
    const bool night = parts.day_part == DayPart::Night;
    set(time, day, night ? day + days(1) : day, parts.day_part == DayPart::None ? TimePrecision::Day : TimePrecision::PartOfDay, TimeAnchor::PublicationDate);
    if (parts.day_part == DayPart::AfterMidnight && parts.second_weekday == 0 && !parts.offset) time.latest = day + days(1);
  }

  void resolve_weekday(const Parts& parts, Time& time, Day today) const {
    const auto occurrence = [&](int weekday_number) {
      const int back = (static_cast<int>(weekday(today).iso_encoding()) - weekday_number + 7) % 7;
      return today - days(back);
    };
    Day day = occurrence(parts.weekday);
    if (parts.next) return;  // a coming day
    if (parts.last && day == today) day -= days(7);
    if (parts.second_weekday != 0) {
      const Day second = occurrence(parts.second_weekday);
      const Day first = second - days((parts.second_weekday - parts.weekday + 7) % 7);
      return set(time, first, second, TimePrecision::PartOfDay, TimeAnchor::PublicationDate);
    }
    nightly(parts, time, day);
    if (time.latest && *time.latest > today) time.latest = today;
  }

  void resolve_ago(const Parts& parts, Time& time, Day today) const {
    const auto amount = static_cast<int>(std::min<std::uint32_t>(parts.amount.value_or(0), 5000));
    const bool vague = !parts.amount;
    switch (parts.unit) {
      case TimeUnit::Minute:
      case TimeUnit::Hour: return set(time, today - days(1 + amount / 24), today, TimePrecision::Day, TimeAnchor::PublicationDate);
      case TimeUnit::Day:
        if (vague) return set(time, today - days(7), today - days(1), TimePrecision::Week, TimeAnchor::PublicationDate);
        return set(time, today - days(amount), today - days(amount), TimePrecision::Day, TimeAnchor::PublicationDate);
      case TimeUnit::Week: return set(time, today - days(7 * std::max(amount, 1) + 3), today - days(std::max(7 * amount - 3, 5)), TimePrecision::Week, TimeAnchor::PublicationDate);
      case TimeUnit::Month: return set(time, today - days(31 * std::max(amount, 1) + 15), today - days(std::max(30 * amount - 15, 20)), TimePrecision::Month, TimeAnchor::PublicationDate);
      case TimeUnit::Year: {
        const auto y = int(year_month_day(today).year()) - std::max(amount, 1);
        return set(time, sys_days(year{y} / 1 / 1), sys_days(year{y} / 12 / 31), TimePrecision::Year, TimeAnchor::PublicationDate);
      }
      case TimeUnit::None: return;
    }
  }

  const document::Document& document_;
  const Units& units_;
  std::optional<Day> published_;
  std::size_t end_ = 0;
};

}  // namespace

std::vector<Time> find_times(const document::Document& document, const Units& units, std::optional<Day> published) {
  return Scanner(document, units, published).run();
}

std::optional<Day> date_line(const document::Document& document, const Units& units) {
  std::optional<Day> any;
  for (const auto& time : find_times(document, units, std::nullopt)) {
    if (!time.full_date || !time.earliest) continue;
    const auto token = units.units[time.first].first;
    const auto line = std::upper_bound(document.lines.begin(), document.lines.end(), token, [](std::uint32_t t, const document::Line& l) { return t < l.first; });
    if (line == document.lines.begin()) continue;
    const auto& of = *(line - 1);
    if (of.last - of.first <= kShortLine || of.furniture) return time.earliest;
  }
  return any;
}

}  // namespace khabar::entity
