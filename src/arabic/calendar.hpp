// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

namespace khabar::arabic {

// The Gregorian day of a Hijri date by the Umm al-Qura calendar (ICU); nothing when there is no such day.
std::optional<std::chrono::sys_days> from_hijri(int year, int month, int day);

// The latest Gregorian day up to `limit` that is this day of this Hijri month.
std::optional<std::chrono::sys_days> latest_hijri(std::chrono::sys_days limit, int month, int day);

}  // namespace khabar::arabic
