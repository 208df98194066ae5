// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/unit.hpp"

#include "entity/page.hpp"
#include "lexicon/tiny.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace khabar::entity {
namespace {

using test::Page;

// Each word unit: its proclitics (w f b l k s), its text behind them, "~" with a pronoun, "?" when nobody knows it.
std::string dump(std::string_view text) {
  const Page page(text);
  std::string out;
  for (const auto& unit : page.units.units) {
    if (!unit.is_word()) continue;
    if (!out.empty()) out += " | ";
    constexpr std::pair<Proclitic, char> kLetters[] = {{kAnd, 'w'}, {kThen, 'f'}, {kWith, 'b'}, {kFor, 'l'}, {kAs, 'k'}, {kWill, 's'}};
    for (const auto& [proclitic, letter] : kLetters)
      if (unit.has(proclitic)) out += letter, out += '.';
    out += page.text(unit);
    if (unit.enclitic) out += '~';
    if (unit.reading_count == 0) out += '?';
  }
  return out;
}

struct Row {
  std::string_view what, text, units;
};

constexpr Row kRows[] = {
    {"no clitics", "قصف", "قصف"},
    {"conjunction", "وقصف", "w.قصف"},
    {"conjunction, preposition, article", "وبالقصف", "w.b.القصف"},
    {"the article loses its alef behind li", "للجيش", "l.لجيش"},
    {"fa", "فقتل", "f.قتل"},
    {"sa before an imperfect", "سيقصف", "s.يقصف"},
    {"a word that begins like a conjunction", "وزارة", "وزارة"},
    {"a word that begins like a preposition", "بلدة", "بلدة"},
    {"pronoun", "قصفها", "قصفها~"},
    {"pronoun on teh marbuta", "غارتهم", "غارتهم~"},
    {"a name of two words", "حزب الله", "حزب الله"},
    {"a name with its proclitics", "ولحزب الله", "w.l.حزب الله"},
    {"the longest name wins", "المرصد السوري لحقوق الإنسان", "المرصد السوري لحقوق الإنسان"},
    {"a name across a dash", "دير-الزور", "دير-الزور"},
    {"diacritics do not shift the stem", "وَبِالقَصْفِ", "w.b.القَصْفِ"},
    {"tatweel does not shift the stem", "وـبـالقصف", "w.b.القصف"},
    {"an unknown word", "زخرفة", "زخرفة?"},
    {"an unknown word with conjunction and article", "والزخارف", "w.الزخارف?"},
    {"one letter is not stripped to nothing", "و", "و?"},
    {"a phrase does not cross a comma", "حزب، الله", "حزب | الله"},
    {"a phrase does not cross lines", "حزب\nالله", "حزب | الله"},
};

TEST(Unit, Table) {
  for (const auto& row : kRows) EXPECT_EQ(dump(row.text), row.units) << row.what;
}

// Every token belongs to exactly one unit, in order, whatever the text.
TEST(Unit, UnitsCoverTheTokens) {
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    const Page page(test::random_text(random, 100));
    std::uint32_t next = 0;
    for (const auto& unit : page.units.units) {
      ASSERT_EQ(unit.first, next);
      ASSERT_LT(unit.first, unit.last);
      ASSERT_LE(unit.begin, unit.stem);
      ASSERT_LT(unit.stem, unit.end);
      next = unit.last;
    }
    ASSERT_EQ(next, page.document.scan.tokens.size());
  }
}

TEST(Unit, LongTextsAreLinear) {
  for (const std::string_view piece : {"و", "ال", "حزب ", "وبال ", "لل", "قوات الجيش ", "دير-", "ـ"}) {
    const Page page(test::repeat(piece, 200'000));
    EXPECT_LE(page.units.units.size(), page.document.scan.tokens.size());
  }
}

// What is remembered of one lexicon's words says nothing about another's.
TEST(Unit, RemembersTheWordsOfOneLexicon) {
  Page page("قصف جيش الوادي الأمل");
  const auto shipped = page.units.units.size();
  const auto readings = page.units.readings.size();
  match_units(page.document, test::tiny(), page.units);
  const auto phrase = std::count_if(page.units.units.begin(), page.units.units.end(), [](const Unit& u) { return u.last - u.first == 2; });
  EXPECT_EQ(phrase, 1);  // the army of tiny.ttl
  match_units(page.document, test::extractor().lexicon(), page.units);
  EXPECT_EQ(page.units.units.size(), shipped);
  EXPECT_EQ(page.units.readings.size(), readings);
}

// A text with more words than are remembered at a time: forgetting in the middle changes nothing.
TEST(Unit, ForgetsWithoutATrace) {
  std::string text;
  const Page alone("قصف الجيش السوري مدينة حمص ");
  for (std::uint32_t i = 0; i < 40'000; ++i) {
    if (i % 100 == 0) text += "قصف الجيش السوري مدينة حمص ";
    text += "q" + std::to_string(i) + ' ';
  }
  const Page page(text);
  std::size_t found = 0;
  for (const auto& unit : page.units.units) found += page.units.of(unit).size();
  EXPECT_EQ(found, 400 * alone.units.readings.size());
}

}  // namespace
}  // namespace khabar::entity
