// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "arabic/calendar.hpp"

#include "support/arabic_text.hpp"

#include <gtest/gtest.h>

namespace khabar::arabic {
namespace {

// Days that the Umm al-Qura calendar is known by: new years and feasts as they were kept.
struct Row {
  int year, month, day;
  std::string_view gregorian;
};

constexpr Row kRows[] = {
    {1440, 9, 1, "2019-05-06"}, {1441, 1, 1, "2019-08-31"}, {1442, 1, 1, "2020-08-20"},  {1443, 12, 9, "2022-07-08"},
    {1444, 9, 1, "2023-03-23"}, {1445, 1, 1, "2023-07-19"}, {1445, 10, 1, "2024-04-10"}, {1446, 1, 1, "2024-07-07"},
};

TEST(Calendar, HijriDays) {
  for (const auto& row : kRows) {
    const auto found = from_hijri(row.year, row.month, row.day);
    ASSERT_TRUE(found.has_value()) << row.gregorian;
    EXPECT_EQ(test::to_string(*found), row.gregorian) << row.year << '-' << row.month << '-' << row.day;
  }
}

TEST(Calendar, NoSuchDay) {
  EXPECT_FALSE(from_hijri(0, 1, 1));
  EXPECT_FALSE(from_hijri(1445, 0, 1));
  EXPECT_FALSE(from_hijri(1445, 13, 1));
  EXPECT_FALSE(from_hijri(1445, 1, 0));
  EXPECT_FALSE(from_hijri(1445, 1, 31));
  EXPECT_FALSE(from_hijri(2024, 5, 1));  // a Gregorian year by mistake
}

TEST(Calendar, AYearHasNoGaps) {
  auto last = *from_hijri(1445, 1, 1) - std::chrono::days(1);
  int days = 0;
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; day <= 30; ++day) {
      const auto found = from_hijri(1445, month, day);
      if (!found) {
        EXPECT_EQ(day, 30) << month;
        continue;
      }
      EXPECT_EQ((*found - last).count(), 1) << month << '-' << day;
      last = *found;
      ++days;
    }
  }
  EXPECT_TRUE(days == 354 || days == 355) << days;
}

}  // namespace
}  // namespace khabar::arabic
