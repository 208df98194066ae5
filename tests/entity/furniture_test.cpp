// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/furniture.hpp"

#include "entity/page.hpp"

#include <gtest/gtest.h>

namespace khabar::entity {
namespace {

// One letter a line: "f" furniture, "t" text.
std::string dump(std::string_view text) {
  const test::Page page(text);
  std::string out;
  for (const auto& line : page.document.lines) out += line.furniture ? 'f' : 't';
  return out;
}

constexpr std::string_view kBody =
    "قصفت طائرات حربية مساء أمس مواقع عدة في محيط المدينة، ما أدى إلى سقوط ضحايا بين المدنيين ودمار واسع في المنازل والمحال التجارية "
    "والطرق، بحسب ما قال سكان محليون لمراسلنا.";

TEST(Furniture, Table) {
  struct Row {
    std::string_view what, before, after, lines;
  };
  constexpr Row kRows[] = {
      {"a story alone", "", "", "t"},
      {"a headline", "قصف على المدينة\n", "", "tt"},
      {"read also, in front", "اقرأ أيضاً: مقتل قيادي في غارة\n", "", "ft"},
      {"a share bar behind", "", "\nشارك على فيسبوك\nشارك على تويتر", "tff"},
      {"comments behind", "", "\nاترك تعليقاً\nالاسم\nالبريد الإلكتروني", "tfff"},
      {"related stories behind", "", "\nمواضيع ذات صلة\nغارة على مدينة أخرى\nاشتباكات في الجنوب\nقصف على الشمال", "tffff"},
      {"tags behind", "", "\nالوسوم\nسوريا\nقصف\nروسيا", "tffff"},
  };
  for (const auto& row : kRows) {
    std::string text(row.before);
    text += kBody;
    text += row.after;
    EXPECT_EQ(dump(text), row.lines) << row.what;
  }
}

TEST(Furniture, AStoryInsideItsFurnitureStaysAStory) {
  const auto lines = dump(std::string("مواضيع ذات صلة\nغارة على مدينة أخرى\n") + std::string(kBody) + "\n" + std::string(kBody));
  EXPECT_EQ(lines, "fftt");
}

TEST(Furniture, NothingOfNothing) {
  EXPECT_EQ(dump("").find('f'), std::string::npos);
  EXPECT_EQ(dump("\n\n").find('f'), std::string::npos);
}

TEST(Furniture, ManyLinesAreLinear) {
  const auto lines = dump(test::repeat("اقرأ أيضاً\nقصف\n", 30'000));
  EXPECT_GE(lines.size(), 60'000U);
}

}  // namespace
}  // namespace khabar::entity
