// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/time.hpp"

#include "entity/page.hpp"

#include <gtest/gtest.h>

namespace khabar::entity {
namespace {

constexpr std::string_view kPublished = "2024-05-15";  // a Wednesday

// The times of the text: words=day or first..last, precision; "?" unresolved; "+0" days from another event.
std::string dump(std::string_view text, std::string_view published = kPublished) {
  constexpr std::string_view kPrecisions[] = {"", " part", "", " week", " month", " year"};
  const test::Page page(text);
  const auto today = published.empty() ? std::optional<Day>() : std::optional<Day>(test::day(published));
  std::string out;
  for (const auto& time : find_times(page.document, page.units, today)) {
    if (!out.empty()) out += " | ";
    out += page.slice(time.begin, time.end) + '=';
    if (!time.earliest)
      out += '?';
    else
      out += test::to_string(*time.earliest) + (time.latest != time.earliest ? ".." + test::to_string(*time.latest) : "");
    if (time.earliest) out += kPrecisions[static_cast<std::size_t>(time.precision)];
  }
  return out;
}

struct Row {
  std::string_view text, times;
};

constexpr Row kRows[] = {
    {"اليوم", "اليوم=2024-05-15"},
    {"أمس", "أمس=2024-05-14"},
    {"أول أمس", "أول أمس=2024-05-13"},
    {"يوم الاثنين", "يوم الاثنين=2024-05-13"},
    {"الاثنين الماضي", "الاثنين الماضي=2024-05-13"},
    {"مساء الثلاثاء", "مساء الثلاثاء=2024-05-14 part"},
    {"فجر اليوم", "فجر اليوم=2024-05-15 part"},
    {"ليلة الثلاثاء", "ليلة الثلاثاء=2024-05-14..2024-05-15 part"},
    {"ليل الاثنين الثلاثاء", "ليل الاثنين الثلاثاء=2024-05-13..2024-05-14 part"},
    {"بعد منتصف ليل الثلاثاء", "بعد منتصف ليل الثلاثاء=2024-05-14..2024-05-15 part"},
    {"قبل يومين", "قبل يومين=2024-05-13"},
    {"قبل ثلاثة أيام", "قبل ثلاثة أيام=2024-05-12"},
    {"الشهر الماضي", "الشهر الماضي=2024-04-01..2024-04-30 month"},
    {"العام الماضي", "العام الماضي=2023-01-01..2023-12-31 year"},
    {"في 3 أيار", "3 أيار=2024-05-03"},
    {"في 3 مايو/أيار 2023", "3 مايو/أيار 2023=2023-05-03"},
    {"12 مارس 2023", "12 مارس 2023=2023-03-12"},
    {"يوم 7 نيسان الماضي", "يوم 7 نيسان الماضي=2024-04-07"},
    {"في 25 كانون الأول", "25 كانون الأول=2023-12-25"},
    {"في 10 رمضان 1445", "10 رمضان 1445=2024-03-20"},
    {"9 جانفي 2024", "9 جانفي 2024=2024-01-09"},
    {"عام 2019", "عام 2019=2019-01-01..2019-12-31 year"},
    {"في أبريل 2024", "أبريل 2024=2024-04-01..2024-04-30 month"},
    {"03/05/2024", "03/05/2024=2024-05-03"},
    {"2024-05-03", "2024-05-03=2024-05-03"},
    {"بين 3 و5 أيار", "3 و5 أيار=2024-05-03..2024-05-05"},
    {"في اليوم نفسه", "اليوم نفسه=?"},
    {"بعد ساعات", "بعد ساعات=?"},
    {"الأربعاء", "الأربعاء=2024-05-15"},
};

TEST(Time, AgainstPublication) {
  for (const auto& row : kRows) EXPECT_EQ(dump(row.text), row.times) << row.text;
}

constexpr Row kUndated[] = {
    {"أمس", "أمس=?"},
    {"يوم الاثنين", "يوم الاثنين=?"},
    {"ليلة الثلاثاء", "ليلة الثلاثاء=?"},
    {"في 3 أيار", "3 أيار=?"},
    {"في 3 مايو/أيار 2023", "3 مايو/أيار 2023=2023-05-03"},
    {"في 10 رمضان 1445", "10 رمضان 1445=2024-03-20"},
    {"عام 2019", "عام 2019=2019-01-01..2019-12-31 year"},
    {"2024-05-03", "2024-05-03=2024-05-03"},
};

TEST(Time, WithoutPublication) {
  for (const auto& row : kUndated) EXPECT_EQ(dump(row.text, ""), row.times) << row.text;
}

// Right expectations that fail today: a row that passes belongs into the table above.
constexpr Row kKnownBugs[] = {
    {"قبل 5000 سنة", "قبل 5000 سنة=?"},  // a day before the Common Era dates no news
    {"قبل 999999999 سنة", "قبل 999999999 سنة=?"},
    {"الخميس", "الخميس=2024-05-09"},  // the latest Thursday up to publication, as time.hpp promises; not tomorrow
};

TEST(Time, KnownBugs) {
  for (const auto& row : kKnownBugs) EXPECT_NE(dump(row.text), row.times) << row.text << " passes now";
}

TEST(Time, TheDateLineOfThePage) {
  struct Line {
    std::string_view what, text, day;
  };
  constexpr Line kLines[] = {
      {"alone in a line", "عنوان\n15 أيار 2024\nنص الخبر.", "2024-05-15"},
      {"both month names", "عنوان\nالأربعاء 15 مايو/أيار 2024\nنص الخبر.", "2024-05-15"},
      {"digits", "عنوان\n15/05/2024\nنص الخبر.", "2024-05-15"},
      {"with a label", "عنوان\nتاريخ النشر: 15 مايو 2024\nنص.", "2024-05-15"},
      {"inside a sentence is no date line", "وقعت الحادثة في مدينة حمص يوم 15 أيار 2024 حين مرت قافلة طويلة من الشاحنات على الطريق الدولي.",
       "-"},
      {"none", "نص بلا تاريخ.", "-"},
  };
  for (const auto& line : kLines) {
    const test::Page page(line.text);
    const auto found = date_line(page.document, page.units);
    EXPECT_EQ(found ? test::to_string(*found) : "-", line.day) << line.what;
  }
}

TEST(Time, RandomTextsAreSound) {
  std::mt19937 random(13);
  for (int i = 0; i < 300; ++i) {
    const test::Page page(test::random_text(random, 120));
    for (const auto& time : find_times(page.document, page.units, test::day(kPublished))) {
      ASSERT_LT(time.begin, time.end);
      ASSERT_EQ(time.earliest.has_value(), time.latest.has_value());
      if (time.earliest) {
        ASSERT_LE(*time.earliest, *time.latest);
      }
    }
  }
}

TEST(Time, AbsurdNumbersGiveNoDate) {
  for (const std::string_view text : {"قبل 4000000000 يوم", "يوم 99 أيار 2024", "عام 99999", "31/2/2024", "32 رمضان 1445", "0/0/0000"})
    for (const auto& published : {std::string_view("2024-05-15"), std::string_view()}) {
      const test::Page page(text);
      const auto today = published.empty() ? std::optional<Day>() : std::optional<Day>(test::day(published));
      for (const auto& time : find_times(page.document, page.units, today)) {
        if (!time.earliest) continue;
        EXPECT_GE(*time.earliest, test::day("1900-01-01")) << text;
        EXPECT_LE(*time.latest, test::day("2100-01-01")) << text;
      }
    }
}

}  // namespace
}  // namespace khabar::entity
