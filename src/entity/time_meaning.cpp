// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/time_meaning.hpp"

#include "arabic/calendar.hpp"

#include <algorithm>
#include <utility>

namespace khabar::entity {
namespace {

using lexicon::DayPart;
using lexicon::TimeUnit;
using namespace std::chrono;

constexpr days kSlack{3};        // a date without a year may lie so far ahead of the day of publication
constexpr int kVagueDays = 7;    // "days ago"
constexpr int kShortPeriod = 3;  // days up to which "since" tells of a happening rather than of a time of happenings
constexpr int kMostCounted = 5000;

class Resolver {
 public:
  Resolver(const TimeParts& parts, const Reference& reference, Time& time)
      : p_(parts), published_(reference.day), known_year_(reference.year), sure_(reference.sure), time_(time) {}

  bool run() {
    if (!meaningful()) return false;
    time_.until = p_.until;
    resolve();
    if (p_.counted == Counted::Since && p_.dated() && time_.earliest) since();
    return true;
  }

 private:
  // A length of time ("for two days", "48 hours", "three years") and a bare "day" are no time.
  bool meaningful() const {
    if (p_.dated() || p_.same || p_.clock) return true;
    if (p_.counted != Counted::No && p_.unit != TimeUnit::None) return true;
    if (p_.day_part != DayPart::None) return true;
    if (p_.unit == TimeUnit::None) return false;
    if (p_.unit <= TimeUnit::Hour) return p_.last;
    return p_.last || p_.before_last || p_.current || p_.next || p_.day != 0;
  }

  void resolve() {
    if (p_.month != 0) return month();
    if (p_.hijri_month != 0 && hijri()) return;
    if (p_.same && p_.weekday == 0) return other_event();
    if (p_.counted == Counted::After && p_.unit != TimeUnit::None && !p_.dated()) return other_event();
    if (p_.year != 0) return whole_year(p_.year, TimeAnchor::ExplicitDate);
    if (!p_.dated() && (p_.clock || p_.day_part != DayPart::None) && p_.unit <= TimeUnit::Hour && !p_.last && p_.counted != Counted::Since)
      return hour();
    if (!published_) return;
    if (p_.weekday != 0) return weekday_before();
    if (p_.counted == Counted::Ago || (p_.counted == Counted::Since && p_.unit != TimeUnit::None && !p_.dated())) return ago();
    if (p_.offset) return offset();
    unit();
  }

  void set(Day earliest, Day latest, TimePrecision precision, TimeAnchor anchor = TimeAnchor::PublicationDate) {
    time_.earliest = earliest, time_.latest = std::max(earliest, latest);
    time_.precision = precision, time_.anchor = anchor;
  }

  static Day first_of(int y) { return sys_days(year{y} / 1 / 1); }
  static Day last_of(int y) { return sys_days(year{y} / 12 / 31); }
  int this_year() const { return int(year_month_day(*published_).year()); }
  bool night() const { return p_.day_part == DayPart::Night || p_.day_part == DayPart::AfterMidnight; }

  // "at dawn", "at 23:35": the day stands elsewhere.
  void hour() {
    time_.hour_only = true;
    time_.night = night();
  }

  // A day, or the two days of a night; nothing that is told lies behind the day of publication.
  void nightly(Day day, TimeAnchor anchor = TimeAnchor::PublicationDate) {
    Day latest = night() ? day + days(1) : day;
    if (published_ && day <= *published_) latest = std::min(latest, *published_);
    set(day, latest, p_.day_part == DayPart::None ? TimePrecision::Day : TimePrecision::PartOfDay, anchor);
  }

  // ---- counted from another event ----

  void other_event() {
    const auto amount = static_cast<int>(std::min<std::uint32_t>(p_.amount.value_or(0), kMostCounted));
    const bool counted = p_.counted != Counted::No && p_.unit != TimeUnit::None && !p_.offset;
    time_.of_next = p_.of_next;
    if (p_.unit > TimeUnit::Day && p_.counted == Counted::No) return;  // "the following week": no day
    if (p_.unit >= TimeUnit::Month || (p_.unit == TimeUnit::Week && !p_.amount)) return;
    time_.anchor = TimeAnchor::OtherEvent;
    int least = p_.offset.value_or(0), most = least;
    if (counted) {
      if (p_.unit <= TimeUnit::Hour)
        least = 0, most = std::max(1, amount / 24);
      else if (p_.unit == TimeUnit::Week)
        least = 7 * amount - 1, most = 7 * amount + 1;
      else if (p_.plural && !p_.amount)
        least = 1, most = kVagueDays;
      else
        least = most = amount;
      // "two days later" is behind what was told; "two days after the raid" puts the raid before what is told
      const bool before = (p_.counted == Counted::Before || p_.counted == Counted::Ago) != p_.of_next;
      if (before) least = -std::exchange(most, -least);
    }
    time_.shift_first = static_cast<std::int16_t>(least), time_.shift_last = static_cast<std::int16_t>(most);
  }

  // ---- counted from the day of publication ----

  void offset() {
    const Day day = *published_ + days(*p_.offset);
    if (p_.unit == TimeUnit::Hour && p_.period) return set(*published_ - days(1), *published_, TimePrecision::Day);
    nightly(day);
  }

  void ago() {
    const Day today = *published_;
    const bool since = p_.counted == Counted::Since;
    const auto amount = static_cast<int>(std::min<std::uint32_t>(p_.amount.value_or(0), kMostCounted));
    const int n = std::max(amount, 1);
    switch (p_.unit) {
      case TimeUnit::Minute:
      case TimeUnit::Hour:
        set(today - days(std::max(1, amount / 24)), today, TimePrecision::Day);
        break;
      case TimeUnit::Day:
        if (!p_.amount)
          set(today - days(kVagueDays), today - days(1), TimePrecision::Week);
        else
          set(today - days(amount), today - days(amount), TimePrecision::Day);
        break;
      case TimeUnit::Week:
        set(today - days(7 * n + (n > 1 ? 3 : 1)), today - days(7 * n - (n > 1 ? 3 : 1)), TimePrecision::Week);
        break;
      case TimeUnit::Month:
        set(today - days(31 * n + 15), today - days(std::max(30 * n - 15, 20)), TimePrecision::Month);
        break;
      case TimeUnit::Year:
        if (!p_.amount && p_.plural) break;
        set(first_of(this_year() - n), last_of(this_year() - n), TimePrecision::Year);
        break;
      case TimeUnit::None:
        break;
    }
    if (since) this->since();
  }

  // From the day that was resolved up to the day of publication.
  void since() {
    if (!time_.earliest || !published_ || *time_.earliest > *published_) {
      time_.past_period = true;
      return;
    }
    time_.latest = *published_;
    const auto length = (*time_.latest - *time_.earliest).count();
    time_.past_period = length > kShortPeriod;
    if (length > 1)
      time_.precision = std::max(time_.precision, length > 31  ? TimePrecision::Year
                                                  : length > 7 ? TimePrecision::Month
                                                               : TimePrecision::Week);
  }

  void weekday_before() {
    const Day today = *published_;
    const auto back = [&](int number) { return (static_cast<int>(weekday(today).iso_encoding()) - number + 7) % 7; };
    Day day = today - days(back(p_.weekday));
    const bool bare = p_.second_weekday == 0 && !p_.last && !p_.before_last && !p_.next;
    if (bare && !sure_ && day + days(6) == today)
      day += days(7);  // an index dates articles a day early more often than writers name a day six days back
    if (p_.next) return set(day + days(7), day + days(7), TimePrecision::Day);
    if ((p_.last || p_.before_last) && day == today) day -= days(7);
    if (p_.before_last) day -= days(7);
    if (p_.second_weekday == 0) return nightly(day);
    const Day second = today - days(back(p_.second_weekday));
    set(second - days((p_.second_weekday - p_.weekday + 7) % 7), second,
        p_.day_part == DayPart::None ? TimePrecision::Day : TimePrecision::PartOfDay);
  }

  // "the last week", "this month", "the last 48 hours".
  void unit() {
    const Day today = *published_;
    const auto amount = static_cast<int>(std::min<std::uint32_t>(p_.amount.value_or(0), kMostCounted));
    if (p_.unit == TimeUnit::None || p_.unit <= TimeUnit::Hour) {
      if (p_.unit != TimeUnit::None)
        set(today - days(std::max(1, amount / 24)), today, TimePrecision::Day);
      else if (p_.last)
        nightly(today - days(1));
      else if (p_.counted == Counted::Since)
        set(today - days(night() ? 1 : 0), today, TimePrecision::PartOfDay);  // "since the morning"
      return;
    }
    if (p_.next) return;
    if (p_.period) return period(amount);
    const int further = p_.before_last ? 1 : 0;
    const bool back = p_.last || p_.before_last;
    if (p_.unit == TimeUnit::Day) {
      if (p_.last) set(today - days(kVagueDays), today, TimePrecision::Week);
    } else if (p_.unit == TimeUnit::Week) {
      if (back)
        set(today - days(10 + 7 * further), today - days(1 + 7 * further), TimePrecision::Week);
      else
        set(today - days(6), today, TimePrecision::Week);
    } else if (p_.unit == TimeUnit::Month) {
      auto of = year_month(year_month_day(today).year(), year_month_day(today).month());
      if (back) of -= months(1 + further);
      if (p_.day != 0)
        exact(of / day{static_cast<unsigned>(p_.day)}, TimeAnchor::PublicationDate);
      else
        whole_month(of, TimeAnchor::PublicationDate);
    } else {
      whole_year(this_year() - (back ? 1 + further : 0), TimeAnchor::PublicationDate);
    }
  }

  void period(int amount) {
    const Day today = *published_;
    time_.past_period = true;
    if (p_.unit == TimeUnit::Day) {
      set(today - days(amount > 0 ? amount : kVagueDays), today, TimePrecision::Week);
      time_.past_period = amount == 0 || amount > kShortPeriod;
    } else if (p_.unit == TimeUnit::Week) {
      set(today - days(amount > 0 ? 7 * amount : 30), today, TimePrecision::Month);
    } else if (amount > 0) {
      set(today - days((p_.unit == TimeUnit::Month ? 31 : 366) * amount), today, TimePrecision::Year);
    }
  }

  void whole_year(int y, TimeAnchor anchor) {
    Day first = first_of(y), last = last_of(y);
    if (p_.edge == Edge::Start) last = sys_days(year{y} / 3 / 31);
    if (p_.edge == Edge::Middle) first = sys_days(year{y} / 5 / 1), last = sys_days(year{y} / 8 / 31);
    if (p_.edge == Edge::End) first = sys_days(year{y} / 10 / 1);
    if (published_ && y == this_year()) last = std::max(first, std::min(last, *published_));
    set(first, last, TimePrecision::Year, anchor);
    time_.past_period = p_.edge == Edge::None && p_.current;
  }

  // ---- written dates ----

  void month() {
    int y = p_.year;
    if (y == 0 && p_.same) y = known_year_;
    if (y == 0) {
      if (!published_) return;
      y = year_of_month();
    }
    const year_month of{year{y}, std::chrono::month{static_cast<unsigned>(p_.month)}};
    if (p_.day == 0) return whole_month(of, p_.year != 0 ? TimeAnchor::ExplicitDate : TimeAnchor::PublicationDate);
    time_.full_date = p_.year != 0;
    exact(of / day{static_cast<unsigned>(p_.day)}, TimeAnchor::ExplicitDate);
  }

  // The year of a month without one: the latest that is not ahead, unless the words say otherwise.
  int year_of_month() const {
    const Day today = *published_;
    const int y = this_year();
    if (p_.unit == TimeUnit::Year && (p_.last || p_.before_last)) return y - (p_.before_last ? 2 : 1);
    if (p_.unit == TimeUnit::Year && p_.current) return y;
    const year_month_day begin{year{y} / p_.month / (p_.day != 0 ? p_.day : 1)};
    if (!begin.ok()) return y - 1;
    const Day first = sys_days(begin);
    if (p_.next) return first > today ? y : y + 1;
    const bool own_month = year_month_day(today).month() == begin.month();
    if (p_.last && (p_.day != 0 ? first >= today : own_month)) return y - 1;
    return first > today + kSlack ? y - 1 : y;
  }

  void exact(const year_month_day& date, TimeAnchor anchor) {
    if (!date.ok()) return whole_month(date.year() / date.month(), anchor);
    nightly(sys_days(date), anchor);
    if (p_.second_day == 0) return;
    const year_month_day second = date.year() / date.month() / day{static_cast<unsigned>(p_.second_day)};
    if (second.ok() && sys_days(second) > *time_.earliest) time_.latest = sys_days(second);
  }

  void whole_month(const year_month& of, TimeAnchor anchor) {
    Day first = sys_days(of / 1), last = sys_days(of / std::chrono::last);
    if (p_.edge == Edge::Start) last = first + days(9);
    if (p_.edge == Edge::End) first = last - days(10);
    if (p_.edge == Edge::Middle) first += days(9), last = first + days(11);
    if (published_ && first <= *published_) last = std::min(last, *published_);
    set(first, last, TimePrecision::Month, anchor);
  }

  // The weekday or Gregorian date that stands beside a Hijri one says the same; false leaves it to them.
  bool hijri() {
    if (p_.weekday != 0 && published_) return false;
    const int number = p_.hijri_day != 0 ? p_.hijri_day : p_.edge == Edge::Start ? 1 : 0;
    if (number == 0) return hijri_month();
    const auto found = p_.hijri_year != 0 ? arabic::from_hijri(p_.hijri_year, p_.hijri_month, number)
                       : published_       ? arabic::latest_hijri(*published_ + kSlack, p_.hijri_month, number)
                                          : std::nullopt;
    if (!found) return false;
    time_.full_date = p_.hijri_year != 0;
    nightly(*found, TimeAnchor::ExplicitDate);
    if (p_.second_day > p_.hijri_day) time_.latest = *found + days(p_.second_day - p_.hijri_day);
    return true;
  }

  bool hijri_month() {
    const auto first = p_.hijri_year != 0 ? arabic::from_hijri(p_.hijri_year, p_.hijri_month, 1)
                       : published_       ? arabic::latest_hijri(*published_, p_.hijri_month, 1)
                                          : std::nullopt;
    if (!first) return false;
    Day last = *first + days(29);
    if (published_ && *first <= *published_) last = std::min(last, *published_);
    set(*first, last, TimePrecision::Month, p_.hijri_year != 0 ? TimeAnchor::ExplicitDate : TimeAnchor::PublicationDate);
    return true;
  }

  const TimeParts& p_;
  const std::optional<Day> published_;
  const int known_year_;
  const bool sure_;
  Time& time_;
};

}  // namespace

bool resolve_time(const TimeParts& parts, const Reference& reference, Time& time) { return Resolver(parts, reference, time).run(); }

}  // namespace khabar::entity
