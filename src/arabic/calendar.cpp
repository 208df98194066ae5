// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "arabic/calendar.hpp"

#include <unicode/calendar.h>

#include <cmath>
#include <memory>

namespace khabar::arabic {

std::optional<std::chrono::sys_days> from_hijri(int year, int month, int day) {
  if (year < 1 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale("ar@calendar=islamic-umalqura"), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->clear();
  calendar->setLenient(false);
  calendar->set(year, month - 1, day);
  const auto milliseconds = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return std::chrono::sys_days(std::chrono::days(static_cast<int>(std::floor(milliseconds / 86'400'000.0))));
}

std::optional<std::chrono::sys_days> latest_hijri(std::chrono::sys_days limit, int month, int day) {
  constexpr double kEpoch = -492'148.0;      // 1 Muharram of the year 1 in days from 1970-01-01
  constexpr double kYearLength = 354.36708;  // days
  const auto year = static_cast<int>((static_cast<double>(limit.time_since_epoch().count()) - kEpoch) / kYearLength) + 1;
  for (int y = year + 1; y >= year - 1; --y)
    if (const auto found = from_hijri(y, month, day); found && *found <= limit) return found;
  return std::nullopt;
}

}  // namespace khabar::arabic
