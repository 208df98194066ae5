// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "arabic/fold.hpp"

#include "support/arabic_text.hpp"

#include <gtest/gtest.h>

namespace khabar::arabic {
namespace {

struct Row {
  std::string_view what, in, out;
};

constexpr Row kRows[] = {
    {"plain letters stay", "قصف", "قصف"},
    {"hamza seats become alef", "أعلن إصابة آخر", "اعلن اصابه اخر"},
    {"alef wasla", "ٱلجيش", "الجيش"},
    {"waw and yeh with hamza", "مسؤول طائرة", "مسوول طايره"},
    {"hamza on the line stays", "سماء", "سماء"},
    {"alef maqsura is yeh", "مستشفى", "مستشفي"},
    {"teh marbuta is heh", "غارة", "غاره"},
    {"diacritics vanish", "غَارَاتٌ جَوِّيَّةٌ", "غارات جويه"},
    {"superscript alef vanishes", "هٰذا", "هذا"},
    {"tatweel vanishes", "غـــارة", "غاره"},
    {"Arabic-Indic digits", "٢٠٢٤", "2024"},
    {"Persian digits", "۲۰۲۴", "2024"},
    {"Persian kaf, yeh and gaf", "ترکی گلان", "تركي كلان"},
    {"Persian peh and cheh", "پنج چاه", "بنج جاه"},
    {"Urdu heh", "ہ", "ه"},
    {"Latin case", "CENTCOM", "centcom"},
    {"bidi controls vanish", "\u202Bقصف\u202C \u200Fجوي\u200E", "قصف جوي"},
    {"isolates vanish", "\u2067غارة\u2069", "غاره"},
    {"byte order mark vanishes", "\uFEFFخبر", "خبر"},
    {"joiners vanish", "می\u200Cرود", "ميرود"},
    {"soft hyphen vanishes", "قص\u00ADف", "قصف"},
    {"punctuation is a space", "«دير-الزور»", "دير الزور"},
    {"spaces fold to one", "  قوات \t \n الجيش  ", "قوات الجيش"},
    {"no-break space", "3\u00A0قتلى", "3 قتلي"},
    {"presentation forms, shaped letters", "\uFED7\uFEBC\uFED2", "قصف"},
    {"presentation forms, final yeh and teh marbuta", "\uFEF1\uFE94", "يه"},
    {"presentation forms, hamza seats", "\uFE84\uFE8E", "اا"},
    {"letters and hamza in NFD", "ا\u0654علن", "اعلن"},
    {"nothing", "", ""},
    {"nothing but marks", "\u064B\u0640\u200F", ""},
    {"nothing but punctuation", "...؟!", ""},
    {"emoji is no letter", "قصف💥جوي", "قصف جوي"},
};

TEST(Fold, Table) {
  for (const auto& row : kRows) EXPECT_EQ(test::unfold(fold(row.in)), row.out) << row.what;
}

// Right expectations that fail today: a row that passes belongs into the table above.
constexpr Row kKnownBugs[] = {
    {"lam-alef ligature", "\uFEFB\uFEF7", "لالا"},
    {"isolated diacritics of presentation forms", "ق\uFE76ص", "قص"},
    {"Farsi yeh and keheh of presentation forms", "\uFBFC\uFB8E", "يك"},
};

TEST(Fold, KnownBugs) {
  for (const auto& row : kKnownBugs) EXPECT_NE(test::unfold(fold(row.in)), row.out) << row.what << " passes now";
}

TEST(Fold, ClassesOfCodePoints) {
  struct ClassRow {
    char32_t code_point;
    CharClass char_class;
  };
  constexpr ClassRow kClasses[] = {
      {U'ق', CharClass::Letter},    {U'x', CharClass::Letter},          {U'é', CharClass::Letter},      {U'7', CharClass::Digit},
      {U'٧', CharClass::Digit},     {0x64B, CharClass::Ignored},        {0x670, CharClass::Ignored},    {0x640, CharClass::Ignored},
      {0x200F, CharClass::Ignored}, {0x2069, CharClass::Ignored},       {U' ', CharClass::Space},       {U'\t', CharClass::Space},
      {U'\r', CharClass::Space},    {0xA0, CharClass::Space},           {U'\n', CharClass::Newline},    {0x85, CharClass::Newline},
      {0x2028, CharClass::Newline}, {U'،', CharClass::Punctuation},     {U'#', CharClass::Punctuation}, {0x1F4A5, CharClass::Punctuation},
      {0, CharClass::Space},        {0x10FFFF, CharClass::Punctuation},
  };
  for (const auto& row : kClasses)
    EXPECT_EQ(fold_code_point(row.code_point).char_class, row.char_class) << std::hex << static_cast<std::uint32_t>(row.code_point);
}

TEST(Fold, EveryCodePointHasAClassThatAgreesWithItsByte) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const auto folded = fold_code_point(c);
    const bool counts = folded.char_class == CharClass::Letter || folded.char_class == CharClass::Digit;
    ASSERT_EQ(counts, folded.byte != 0) << std::hex << static_cast<std::uint32_t>(c);
    const bool ascii_digit = folded.byte >= '0' && folded.byte <= '9';
    ASSERT_EQ(folded.char_class == CharClass::Digit, ascii_digit) << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(Fold, OtherScriptsNeverLookArabic) {
  for (char32_t c = 0xC0; c < 0x600; ++c) {
    const auto folded = fold_code_point(c);
    if (folded.char_class == CharClass::Letter) {
      ASSERT_FALSE(folded.byte >= letter::hamza && folded.byte <= letter::yeh) << std::hex << static_cast<std::uint32_t>(c);
    }
  }
}

TEST(Fold, FoldingTwiceIsFoldingOnce) {
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    const auto text = test::random_text(random, 60);
    std::string arabic;  // what the folded bytes mean, where that can be written again
    for (const char c : fold(text))
      if (const auto byte = static_cast<unsigned char>(c); byte <= letter::yeh) arabic += c;
    EXPECT_EQ(fold(test::unfold(arabic)), fold(test::unfold(fold(test::unfold(arabic))))) << text;
  }
}

TEST(Fold, DecodesEveryCodePoint) {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    test::append_utf8(text, c);
    std::size_t at = 0;
    ASSERT_EQ(next_code_point(text, at), c);
    ASSERT_EQ(at, text.size());
  }
}

}  // namespace
}  // namespace khabar::arabic
