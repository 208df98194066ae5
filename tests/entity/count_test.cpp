// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/count.hpp"

#include "entity/page.hpp"

#include <gtest/gtest.h>

namespace khabar::entity {
namespace {

// The count that begins the text and, behind "|", the first word that is no part of it.
std::string dump(std::string_view text) {
  const test::Page page(text);
  std::size_t next = 0;
  const auto count = read_count(page.units, 0, page.units.units.size(), next);
  auto out = count.given() ? test::dump(count) : "-";
  if (next < page.units.units.size()) out += '|' + page.text(page.units.units[next]);
  return out;
}

struct Row {
  std::string_view text, count;
};

constexpr Row kRows[] = {
    {"3 عناصر", "3|عناصر"},
    {"٣ عناصر", "3|عناصر"},
    {"1,500 مقاتل", "1500|مقاتل"},
    {"ثلاثة عناصر", "3|عناصر"},
    {"عشرة عناصر", "10|عناصر"},
    {"أحد عشر عنصرا", "11|عنصرا"},
    {"ثلاث عشرة غارة", "13|غارة"},
    {"عشرين عنصرا", "20|عنصرا"},
    {"بسبعة صواريخ", "7|صواريخ"},
    {"بخمسة وعشرين صاروخا", "25|صاروخا"},
    {"خمسة وعشرين عنصرا", "25|عنصرا"},
    {"مئة عنصر", "100|عنصر"},
    {"مائتي عنصر", "200|عنصر"},
    {"ثلاثمئة وخمسين عنصرا", "350|عنصرا"},
    {"ألف مقاتل", "1000|مقاتل"},
    {"ثلاثة آلاف ومئتي مقاتل", "3200|مقاتل"},
    {"35 ألف نازح", "35000|نازح"},
    {"مئة وعشرين ألف نازح", "120000|نازح"},
    {"أكثر من 3 ضربات", "3+|ضربات"},
    {"ما لا يقل عن عشرة مدنيين", "10+|مدنيين"},
    {"على الأقل 5 مدنيين", "5+|مدنيين"},
    {"5 على الأقل", "5+"},
    {"نحو 30 عنصرا", "~30|عنصرا"},
    {"حوالي مئة عنصر", "~100|عنصر"},
    {"أقل من 20 عنصرا", "-20|عنصرا"},
    {"عشرات المدنيين", "10+|المدنيين"},
    {"مئات النازحين", "100+|النازحين"},
    {"عدد من المدنيين", "some|المدنيين"},
    {"10 إلى 15 عنصرا", "10-15|عنصرا"},
    {"عناصر", "-|عناصر"},
    {"الثلاثاء", "-|الثلاثاء"},
};

TEST(Count, Table) {
  for (const auto& row : kRows) EXPECT_EQ(dump(row.text), row.count) << row.text;
}

TEST(Count, HugeNumbersDoNotWrap) {
  EXPECT_EQ(dump("999999999 مليون مليون مليون"), dump("999999999 مليون مليون مليون"));
  const test::Page page("999999999999 ألف ألف ألف ألف");
  std::size_t next = 0;
  const auto count = read_count(page.units, 0, page.units.units.size(), next);
  EXPECT_GE(count.minimum, 1'000'000'000U);
}

TEST(Count, NothingBehindTheEnd) {
  const test::Page page("ثلاثة وعشرين عنصرا");
  std::size_t next = 7;
  EXPECT_FALSE(read_count(page.units, 2, 2, next).given());
  EXPECT_EQ(next, 2U);
  EXPECT_EQ(test::dump(read_count(page.units, 0, 1, next)), "3");
  EXPECT_EQ(next, 1U);
}

}  // namespace
}  // namespace khabar::entity
