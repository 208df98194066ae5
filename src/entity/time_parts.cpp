// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Writers put the parts of a date in many orders ("Tuesday evening, 5 November", "the fifth of this month, a Tuesday"), so the units
// are taken one by one as long as each adds something and what stands between them is only glue.
#include "entity/time_parts.hpp"

#include "arabic/fold.hpp"
#include "entity/count.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::entity {
namespace {

using arabic::TokenKind;
using lexicon::DayPart;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Preposition;
using lexicon::TimeUnit;

constexpr int kEarliestYear = 1900, kLatestYear = 2100, kEarliestHijri = 1300, kLatestHijri = 1500;
constexpr std::size_t kLongest = 16;  // units of an expression
constexpr std::size_t kMostGlue = 2;  // units in a row that say nothing

class PartReader {
 public:
  PartReader(const document::Document& document, const Units& units, std::size_t at, std::size_t end, TimeParts& parts)
      : document_(document), units_(units), begin_(at), end_(end), parts_(parts) {}

  // The unit behind the expression; the first one when there is none.
  std::size_t run() {
    std::size_t last = begin_;
    for (std::size_t at = begin_; at < end_ && at < begin_ + kLongest;) {
      std::size_t next = at + 1;
      if (item(at, next)) {
        at = last = next;
        if (refused_) return begin_;
      } else if (at > begin_ && at - last < kMostGlue && glue(at)) {
        ++at;
      } else {
        break;
      }
    }
    if (!parts_.any()) return begin_;
    const bool counted = parts_.counted != Counted::No && (parts_.amount || parts_.plural);
    if (counted && event_behind(last)) parts_.of_next = parts_.same = true;
    // "after a bloody day": a bare unit counts only where the phrase ends
    const bool bare = parts_.counted == Counted::After && parts_.amount == 1U && !parts_.of_next && !parts_.same;
    if (bare && last < end_ && unit(last).is_word() && !unit(last).definite &&
        entry_if(last, [](const Entry& e) { return e.preposition != Preposition::None; }) == nullptr)
      return begin_;
    return last;
  }

 private:
  const Unit& unit(std::size_t at) const { return units_.units[at]; }

  template <typename Condition>
  const Entry* entry_if(std::size_t at, Condition condition) const {
    if (at >= end_) return nullptr;
    const auto* reading = units_.find(unit(at), condition);
    return reading == nullptr ? nullptr : &units_.entry(*reading);
  }

  // Not the dual: that of a month's or a day's name is another word.
  template <typename Condition>
  const Entry* singular_if(std::size_t at, Condition condition) const {
    if (at >= end_) return nullptr;
    const auto* reading = units_.find(unit(at), condition);
    const bool dual = reading != nullptr && lexicon::unpack(reading->sense.features).number == arabic::Number::Dual;
    return reading == nullptr || dual ? nullptr : &units_.entry(*reading);
  }

  bool is_month(std::size_t at) const {
    return singular_if(at, [](const Entry& e) { return e.month != 0; }) != nullptr;
  }
  bool is_hijri(std::size_t at) const {
    return singular_if(at, [](const Entry& e) { return e.hijri_month != 0; }) != nullptr;
  }
  bool is_unit(std::size_t at, TimeUnit least) const {
    return entry_if(at, [&](const Entry& e) { return e.time_unit >= least; }) != nullptr;
  }
  bool does(std::size_t at, Function function) const { return at < end_ && unit(at).does(function); }
  bool is_kind(std::size_t at, TokenKind kind) const { return at < end_ && unit(at).kind == kind; }
  bool is_preposition(std::size_t at, Preposition preposition) const {
    return entry_if(at, [&](const Entry& e) { return e.preposition == preposition; }) != nullptr;
  }
  bool opens_day(std::size_t at) const {
    return entry_if(at, [](const Entry& e) { return e.weekday != 0 || (e.has_day_offset && !e.does(Function::SameModifier)); }) != nullptr;
  }
  bool is_year(std::size_t at) const {
    return is_kind(at, TokenKind::Number) && unit(at).value >= static_cast<std::uint32_t>(kEarliestYear) &&
           unit(at).value <= static_cast<std::uint32_t>(kLatestYear);
  }
  bool modifies(std::size_t at) const {
    return does(at, Function::LastModifier) || does(at, Function::NextModifier) || does(at, Function::ThisModifier) ||
           does(at, Function::BeforeLastModifier);
  }

  // Words that hold an expression together without saying anything. A comma does so only before digits or a clock.
  bool glue(std::size_t at) const {
    const auto kind = unit(at).kind;
    if (kind == TokenKind::Comma)
      return is_kind(at + 1, TokenKind::Number) || does(at + 1, Function::DateCue) || does(at + 1, Function::ClockTime);
    if (kind == TokenKind::Open) return is_month(at + 1) || is_hijri(at + 1) || is_kind(at + 1, TokenKind::Number);
    if (kind == TokenKind::Slash || kind == TokenKind::Dash || kind == TokenKind::Close || bare_article(at)) return true;
    return is_preposition(at, Preposition::From) || is_preposition(at, Preposition::In) || does(at, Function::DateCue);
  }

  // The article before digits: "the 2 of March".
  bool bare_article(std::size_t at) const {
    const auto word = document_.scan.word(document_.scan.tokens[unit(at).first]);
    return unit(at).is_word() && word.size() == 2 && static_cast<unsigned char>(word[0]) == arabic::letter::alef &&
           static_cast<unsigned char>(word[1]) == arabic::letter::lam && is_kind(at + 1, TokenKind::Number);
  }

  // "two days after the raid": a happening is named behind the length of time.
  bool event_behind(std::size_t at) const {
    if (entry_if(at, [](const Entry& e) { return e.quantifier == lexicon::Quantifier::Exactly; }) != nullptr) ++at;  // "only days after"
    return parts_.counted != Counted::Since && !parts_.dated() &&
           (is_preposition(at, Preposition::From) || is_preposition(at, Preposition::On)) && !opens_day(at + 1);
  }

  bool item(std::size_t at, std::size_t& next) {
    const auto& u = unit(at);
    if (u.kind == TokenKind::Number) return digits(at, next);
    if (!u.is_word() || u.enclitic) return false;
    if (at > begin_ && u.has(kAnd) && !(parts_.weekday != 0 && entry_if(at, [](const Entry& e) { return e.weekday != 0; }) != nullptr))
      return false;
    if (at == begin_ && opening(at, next)) return true;
    return relative(at) || weekday(at) || day_part(at) || month(at) || ordinal(at, next) || modifier(at) || length(at);
  }

  // Words that only open an expression.
  bool opening(std::size_t at, std::size_t& next) {
    const auto& u = unit(at);
    if (u.does(Function::Until)) return parts_.until = true;
    if (u.does(Function::ClockTime)) return parts_.clock = true;
    if (u.does(Function::Demonstrative) && is_unit(at + 1, TimeUnit::Week) && unit(at + 1).definite) return parts_.current = true;
    if ((u.does(Function::Earlier) || u.does(Function::Later)) && at + 1 < end_ && unit(at + 1).has(kWith)) {
      if (!amount(at + 1, next) || !parts_.amount) return false;
      parts_.counted = u.does(Function::Earlier) ? Counted::Before : Counted::After;
      return parts_.same = true;
    }
    const bool after = u.does(Function::After), before = u.does(Function::Before) || u.does(Function::Ago), since = u.does(Function::Since);
    if (!after && !before && !since) return false;
    if (entry_if(at, [](const Entry& e) { return e.does(Function::SameModifier) || e.has_day_offset || e.day_part != DayPart::None; }) !=
        nullptr)
      return false;
    if (amount(at + 1, next)) {
      parts_.counted = since ? Counted::Since : after ? Counted::After : Counted::Ago;
      return true;
    }
    next = at + 1;
    if (since) parts_.counted = Counted::Since;
    return since;
  }

  // "about three days", "two weeks", "a day": a number and a unit without article.
  bool amount(std::size_t at, std::size_t& next) {
    while (at < end_ && entry_if(at, [](const Entry& e) { return e.quantifier != lexicon::Quantifier::None && e.number < 0; }) != nullptr)
      ++at;
    std::size_t behind = at;
    const auto count = read_count(units_, at, end_, behind);
    if (count.given() && is_unit(behind, TimeUnit::Minute)) {
      parts_.amount = count.minimum;
      at = behind;
    } else if (const auto* number = entry_if(at, [](const Entry& e) { return e.number > 0; });
               number != nullptr && is_unit(at + 1, TimeUnit::Minute)) {
      parts_.amount = static_cast<std::uint32_t>(number->number);  // "by three days": with a preposition
      ++at;
    }
    if (!is_unit(at, TimeUnit::Minute) || unit(at).has(kArticle) || unit(at).enclitic || is_month(at + 1)) {
      parts_.amount.reset();
      return false;
    }
    take_unit(at);
    if (!parts_.amount && !parts_.plural) parts_.amount = 1;
    next = at + 1;
    if (entry_if(next, [](const Entry& e) { return e.number == 1; }) != nullptr) ++next;
    return true;
  }

  void take_unit(std::size_t at) {
    const auto* reading = units_.find(unit(at), [](const Entry& e) { return e.time_unit != TimeUnit::None; });
    const auto number = lexicon::unpack(reading->sense.features).number;
    parts_.unit = std::max(parts_.unit, units_.entry(*reading).time_unit);
    if (number == arabic::Number::Dual && !parts_.amount) parts_.amount = 2;
    if (number == arabic::Number::Plural) parts_.plural = true;
  }

  // "yesterday", "the same day", "the following day".
  bool relative(std::size_t at) {
    if (const auto* same = entry_if(at, [](const Entry& e) { return e.does(Function::SameModifier); })) {
      const bool modifies = same->pos == lexicon::Pos::Adjective;
      if (modifies ? at == begin_ || !parts_.any() : at != begin_) return false;
      parts_.same = true;
      parts_.of_next = !modifies && (same->does(Function::After) || same->does(Function::Before));
      if (same->has_day_offset || (!parts_.offset && same->time_unit == TimeUnit::None)) parts_.offset = same->day_offset;
      parts_.unit = std::max(parts_.unit, same->time_unit);
      if (parts_.of_next && same->time_unit != TimeUnit::None)
        parts_.counted = same->does(Function::After) ? Counted::After : Counted::Before;
      parts_.plural |= !same->has_day_offset && same->time_unit != TimeUnit::None;
      return true;
    }
    const auto* e = singular_if(at, [](const Entry& x) { return x.has_day_offset; });
    if (e == nullptr || parts_.offset) return false;
    if (does(at + 1, Function::Relative) && e->day_offset == 0) return false;
    parts_.offset = e->day_offset;
    if (e->day_part != DayPart::None) parts_.day_part = e->day_part;
    if (e->time_unit == TimeUnit::Hour) parts_.unit = TimeUnit::Hour, parts_.period = true;
    return true;
  }

  bool weekday(std::size_t at) {
    const auto* e = entry_if(at, [](const Entry& x) { return x.weekday != 0; });
    if (e == nullptr || parts_.second_weekday != 0) return false;
    (parts_.weekday == 0 ? parts_.weekday : parts_.second_weekday) = e->weekday;
    return true;
  }

  bool day_part(std::size_t at) {
    const auto* e = entry_if(at, [](const Entry& x) { return x.day_part != DayPart::None; });
    if (e == nullptr) return false;
    const bool before_day = opens_day(at + 1) || is_kind(at + 1, TokenKind::Number) || does(at + 1, Function::DateCue) ||
                            is_preposition(at + 1, Preposition::From);
    if ((e->needs_cue || e->strength == lexicon::Strength::Weak) && !opens_day(at + 1) && at == begin_) return false;
    const auto word = document_.scan.word(document_.scan.tokens[unit(at).first]);
    const bool accusative = !word.empty() && static_cast<unsigned char>(word.back()) == arabic::letter::alef;
    if (at == begin_ && !before_day && !unit(at).definite && !accusative && unit(at).last == unit(at).first + 1) return false;
    parts_.day_part = e->day_part;
    return true;
  }

  // Month names that are ordinary words too count only beside a day, a year or a preposition.
  bool month(std::size_t at) {
    if (const auto* e = singular_if(at, [](const Entry& x) { return x.month != 0; });
        e != nullptr && (parts_.month == 0 || parts_.month == e->month)) {
      const bool beside = parts_.day != 0 || parts_.month != 0 || parts_.unit == TimeUnit::Month || parts_.edge != Edge::None ||
                          is_year(at + 1) || modifies(at + 1);
      const bool led = at > 0 && (is_preposition(at - 1, Preposition::In) || parts_.counted == Counted::Since || unit(at).has(kWith) ||
                                  ((is_kind(at + 1, TokenKind::Slash) || is_kind(at + 1, TokenKind::Open)) && is_month(at + 2)));
      if (!beside && (e->needs_cue || !led)) return false;
      parts_.month = e->month;
      return true;
    }
    const auto* e = singular_if(at, [](const Entry& x) { return x.hijri_month != 0; });
    if (e == nullptr || parts_.hijri_month != 0) return false;
    const bool beside = parts_.hijri_day != 0 || parts_.unit == TimeUnit::Month || parts_.edge != Edge::None;
    const bool led =
        modifies(at + 1) || (is_kind(at + 1, TokenKind::Number) && unit(at + 1).value >= static_cast<std::uint32_t>(kEarliestHijri));
    if (!beside && !led) return false;
    parts_.hijri_month = e->hijri_month;
    return true;
  }

  // "the eighth of this month", "the twenty-first of March".
  bool ordinal(std::size_t at, std::size_t& next) {
    const auto* e = entry_if(at, [](const Entry& x) { return x.ordinal > 0 && x.ordinal <= 30; });
    if (e == nullptr) return false;
    if (parts_.clock && !clock_read_) return clock_read_ = true;
    int day = e->ordinal;
    if (day < 10)
      if (const auto* tens = entry_if(at + 1, [](const Entry& x) { return x.number == 20 || x.number == 30; });
          tens != nullptr && unit(at + 1).has(kAnd))
        day += tens->number, next = at + 2;
    if (take_day(day, next)) return true;
    // "the third day" begins like "today"
    return refused_ = parts_.offset == 0 && parts_.weekday == 0;
  }

  // A day of a month has its month close behind it.
  bool take_day(int day, std::size_t behind) {
    if (day < 1 || day > 31 || parts_.day != 0 || parts_.hijri_day != 0) return false;
    for (std::size_t at = behind; at < end_ && at < behind + 4; ++at) {
      if (is_hijri(at)) return parts_.hijri_day = day, true;
      if (is_month(at)) return parts_.day = day, true;
      if (entry_if(at, [](const Entry& e) { return e.time_unit == TimeUnit::Month; }) != nullptr && modifies(at + 1))
        return parts_.day = day, true;
      const bool between = is_unit(at, TimeUnit::Month) || is_preposition(at, Preposition::From) || is_kind(at, TokenKind::Slash) ||
                           is_kind(at, TokenKind::Dash) || is_kind(at, TokenKind::Stop);
      if (!between) return false;
    }
    return false;
  }

  bool modifier(std::size_t at) {
    const auto& u = unit(at);
    if (u.does(Function::StartOf)) return parts_.edge = Edge::Start, true;
    if (u.does(Function::MiddleOf)) return parts_.edge = Edge::Middle, true;
    if (u.does(Function::EndOf) && !is_unit(at, TimeUnit::Week)) return parts_.edge = Edge::End, true;
    if (!parts_.any()) return false;
    if (u.does(Function::BeforeLastModifier)) return parts_.before_last = true;
    if (u.does(Function::NextModifier)) return parts_.next = true;
    if (u.does(Function::ThisModifier)) return parts_.current = true;
    if (!u.does(Function::LastModifier)) return false;
    if (parts_.plural || parts_.amount) parts_.period = true;
    return parts_.last = true;
  }

  // A unit: "the last week", "the year 2017", "day" before a weekday. Counted ones are complete.
  bool length(std::size_t at) {
    if (!is_unit(at, TimeUnit::Minute) || (parts_.counted != Counted::No && parts_.unit != TimeUnit::None)) return false;
    if (parts_.unit != TimeUnit::None && !parts_.dated() && parts_.day == 0) return false;
    take_unit(at);
    if (!unit(at).definite && !is_year(at + 1) && !is_month(at + 1) && !is_hijri(at + 1) && parts_.unit > TimeUnit::Day &&
        parts_.edge == Edge::None && !parts_.amount && !parts_.dated())
      refused_ = !modifies(at + 1);
    return true;
  }

  bool digits(std::size_t at, std::size_t& next) {
    const auto value = static_cast<int>(std::min<std::uint32_t>(unit(at).value, 100'000));
    if (parts_.clock && !clock_read_) {
      clock_read_ = true;
      const bool minutes = (is_kind(at + 1, TokenKind::Colon) || is_kind(at + 1, TokenKind::Comma) || is_kind(at + 1, TokenKind::Stop)) &&
                           is_kind(at + 2, TokenKind::Number);
      next = at + (minutes ? 3 : 1);
      return true;
    }
    if (numeric_date(at, next) || day_range(at, value, next)) return true;
    next = at + 1;
    if (take_day(value, at + 1)) return true;
    if (parts_.month != 0 && parts_.day == 0 && value >= 1 && value <= 31 &&
        (is_year(at + 1) || (is_kind(at + 1, TokenKind::Comma) && is_year(at + 2))))
      return parts_.day = value, true;
    if (parts_.hijri_month != 0 && parts_.hijri_year == 0 && value >= kEarliestHijri && value <= kLatestHijri)
      return parts_.hijri_year = value, true;
    if (parts_.year == 0 && is_year(at) && year_fits(at)) return parts_.year = value, true;
    return counted_period(at, value);
  }

  bool year_fits(std::size_t at) const {
    if (parts_.month != 0 || parts_.unit == TimeUnit::Year || parts_.counted == Counted::Since || parts_.edge != Edge::None) return true;
    // "in 2014": a counted noun would stand behind the number without an article
    const bool counted = at + 1 < end_ && unit(at + 1).is_word() && !unit(at + 1).definite && !unit(at + 1).has(kAnd) &&
                         !unit(at + 1).does(Function::ClauseBreak);
    return at == begin_ && at > 0 && is_preposition(at - 1, Preposition::In) && !counted;
  }

  // "the last 48 hours", "the hours 24 last": digits on either side of a unit with "last".
  bool counted_period(std::size_t at, int value) {
    const bool before = is_unit(at + 1, TimeUnit::Hour) && does(at + 2, Function::LastModifier);
    const bool behind = parts_.unit != TimeUnit::None && parts_.plural && does(at + 1, Function::LastModifier);
    if ((!before && !behind) || value < 1 || value > 1000) return false;
    parts_.amount = static_cast<std::uint32_t>(value);
    return true;
  }

  // "22-23 March", "22 and 23 March".
  bool day_range(std::size_t at, int value, std::size_t& next) {
    const bool joined =
        is_kind(at + 1, TokenKind::Dash) || (at + 1 < end_ && unit(at + 1).is_word() && unit(at + 1).end - unit(at + 1).begin == 1);
    if (!joined || !is_kind(at + 2, TokenKind::Number) || unit(at + 2).value > 31) return false;
    if (!take_day(value, at + 3)) return false;
    parts_.second_day = static_cast<int>(unit(at + 2).value);
    next = at + 3;
    return true;
  }

  // 2022/12/20, 20/12/2022, 20-12-2022
  bool numeric_date(std::size_t at, std::size_t& next) {
    if (at + 4 >= units_.units.size() || parts_.month != 0) return false;
    const auto separator = [&](std::size_t i) {
      return unit(i).kind == TokenKind::Slash || unit(i).kind == TokenKind::Dash || unit(i).kind == TokenKind::Stop;
    };
    if (unit(at + 2).kind != TokenKind::Number || unit(at + 4).kind != TokenKind::Number || !separator(at + 1) || !separator(at + 3))
      return false;
    int first = static_cast<int>(unit(at).value), middle = static_cast<int>(unit(at + 2).value),
        last = static_cast<int>(unit(at + 4).value);
    if (first >= kEarliestYear) std::swap(first, last);
    if (last < kEarliestYear || last > kLatestYear || first < 1 || first > 31 || middle < 1) return false;
    if (middle > 12) std::swap(first, middle);
    if (middle > 12) return false;
    parts_.day = first, parts_.month = middle, parts_.year = last;
    next = at + 5;
    return true;
  }

  const document::Document& document_;
  const Units& units_;
  const std::size_t begin_, end_;
  TimeParts& parts_;
  bool clock_read_ = false;
  bool refused_ = false;  // the words are no time after all
};

}  // namespace

bool read_time_parts(const document::Document& document, const Units& units, std::size_t at, std::size_t end, TimeParts& parts,
                     std::size_t& next) {
  next = PartReader(document, units, at, end, parts).run();
  return next != at;
}

}  // namespace khabar::entity
