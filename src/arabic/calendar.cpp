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

}  // namespace khabar::arabic
