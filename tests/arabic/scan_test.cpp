// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "arabic/scan.hpp"

#include "rdf/term.hpp"
#include "support/arabic_text.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace khabar::arabic {
namespace {

constexpr std::size_t kLongestFold = 0xFFFF;  // longer words are cut

constexpr std::string_view kKinds[] = {"",     "",     "quote", "comma", "stop",    "semicolon", "colon",
                                       "dash", "open", "close", "slash", "newline", "other"};

// Words as they fold, numbers by their value, marks by their kind: "قصف[0-3] 3[4-5] comma[5-6]".
std::string dump(std::string_view text) {
  Scan scanned;
  scan(text, scanned);
  std::string out;
  for (const auto& token : scanned.tokens) {
    if (!out.empty()) out += ' ';
    if (token.kind == TokenKind::Word)
      out += test::unfold(scanned.word(token));
    else if (token.kind == TokenKind::Number)
      out += std::to_string(token.value) + (token.has(kDecimalFlag) ? ".x" : "");
    else
      out += kKinds[static_cast<std::size_t>(token.kind)];
    out += '[' + std::to_string(token.begin) + '-' + std::to_string(token.end) + ']';
  }
  return out;
}

struct Row {
  std::string_view what, text, dump;
};

constexpr Row kRows[] = {
    {"words", "قصف جوي", "قصف[0-3] جوي[4-7]"},
    {"diacritics count in spans", "قَصْفٌ جوي", "قصف[0-6] جوي[7-10]"},
    {"a mark before a word belongs to nobody", "\u200Fقصف", "قصف[1-4]"},
    {"bidi controls inside a word", "قص\u200Fف", "قصف[0-4]"},
    {"tatweel at both ends", "ـقصفـ", "قصف[0-5]"},
    {"tatweel alone is nothing", "ـــ ـ", ""},
    {"broken against filters", "قـ ـصـ ـف جوي", "قصف[0-9] جوي[10-13]"},
    {"broken with diacritics", "قَـ ـصْـ ـف", "قصف[0-11]"},
    {"tatweel before a plain space ends the word", "قصفـ جوي", "قصف[0-4] جوي[5-8]"},
    {"space forgotten behind teh marbuta", "مدينةحلب", "مدينه[0-5] حلب[5-8]"},
    {"the same with a diacritic", "مدينةٌحلب", "مدينه[0-6] حلب[6-9]"},
    {"teh marbuta opens no word of two letters", "رةا", "رها[0-3]"},
    {"digits", "3 صواريخ", "3[0-1] صواريخ[2-8]"},
    {"Arabic-Indic digits", "١٢ قتيلا", "12[0-2] قتيلا[3-8]"},
    {"thousands with commas", "1,250 نازح", "1250[0-5] نازح[6-10]"},
    {"thousands with Arabic separators", "١٬٢٥٠", "1250[0-5]"},
    {"millions", "2,500,000", "2500000[0-9]"},
    {"thousands with dots", "12.500", "12500[0-6]"},
    {"decimals", "3.5 كيلومتر", "3.x[0-3] كيلومتر[4-11]"},
    {"Arabic decimal separator", "٣٫٥", "3.x[0-3]"},
    {"a comma behind a number", "عام 2024، قصف", "عام[0-3] 2024[4-8] comma[8-9] قصف[10-13]"},
    {"a full stop behind a number", "مقتل 5.", "مقتل[0-4] 5[5-6] stop[6-7]"},
    {"a list of numbers", "3,4", "3[0-1] comma[1-2] 4[2-3]"},
    {"a date with dots", "12.05.2024", "12[0-2] stop[2-3] 5[3-5] stop[5-6] 2024[6-10]"},
    {"a date with slashes", "12/5/2024", "12[0-2] slash[2-3] 5[3-4] slash[4-5] 2024[5-9]"},
    {"a range", "10-12", "10[0-2] dash[2-3] 12[3-5]"},
    {"a clock time", "10:30", "10[0-2] colon[2-3] 30[3-5]"},
    {"a number glued to a conjunction", "و3 جرحى", "و[0-1] 3[1-2] جرحي[3-7]"},
    {"a number glued to a word", "5قتلى", "5[0-1] قتلي[1-5]"},
    {"Latin with digits is one word", "F-16 وT62", "f[0-1] dash[1-2] 16[2-4] و[5-6] t62[6-9]"},
    {"Latin glued to Arabic", "قناةMTV", "قناه[0-4] mtv[4-7]"},
    {"quotes of all kinds", "«أ» \"ب\" “ج” ‘د’",
     "quote[0-1] ا[1-2] quote[2-3] quote[4-5] ب[5-6] quote[6-7] quote[8-9] ج[9-10] quote[10-11] quote[12-13] د[13-14] quote[14-15]"},
    {"brackets", "(وكالة)", "open[0-1] وكاله[1-6] close[6-7]"},
    {"Arabic marks", "قصف، قصف؛ قصف؟", "قصف[0-3] comma[3-4] قصف[5-8] semicolon[8-9] قصف[10-13] stop[13-14]"},
    {"ellipsis and dash", "قصف… – جوي", "قصف[0-3] stop[3-4] dash[5-6] جوي[7-10]"},
    {"hashtag", "#دير_الزور قصف", "دير[1-4] الزور[5-10] قصف[11-14]"},
    {"hash sign before no word", "# 5 #", "other[0-1] 5[2-3] other[4-5]"},
    {"CRLF is two code points, one newline", "قصف\r\nجوي", "قصف[0-3] newline[4-5] جوي[5-8]"},
    {"line separator", "قصف\u2028جوي", "قصف[0-3] newline[3-4] جوي[4-7]"},
    {"no-break space", "دير\u00A0الزور", "دير[0-3] الزور[4-9]"},
    {"astral code points count one", "💥 قصف", "other[0-1] قصف[2-5]"},
    {"byte order mark counts one", "\uFEFFقصف", "قصف[1-4]"},
    {"nothing", "", ""},
    {"only space", " \t ", ""},
};

TEST(Scan, Table) {
  for (const auto& row : kRows) EXPECT_EQ(dump(row.text), row.dump) << row.what;
}

TEST(Scan, Flags) {
  Scan scanned;
  scan("#دير_الزور قُتل BBC 2.5 قصف،جوي", scanned);
  const auto flag_of = [&](std::size_t i, TokenFlag flag) { return scanned.tokens[i].has(flag); };
  EXPECT_TRUE(flag_of(0, kHashtagFlag) && flag_of(1, kHashtagFlag));
  EXPECT_FALSE(flag_of(2, kHashtagFlag));
  EXPECT_TRUE(flag_of(2, kDammaFlag));
  EXPECT_FALSE(flag_of(1, kDammaFlag));
  EXPECT_TRUE(flag_of(3, kLatinFlag));
  EXPECT_TRUE(flag_of(4, kDecimalFlag));
  EXPECT_FALSE(flag_of(5, kGlued));
  EXPECT_TRUE(flag_of(6, kGlued) && flag_of(7, kGlued));
}

TEST(Scan, PercentagesCountNothing) {
  Scan scanned;
  scan("52% 7 \u0667\u066A", scanned);
  EXPECT_TRUE(scanned.tokens[0].has(kDecimalFlag));
  EXPECT_FALSE(scanned.tokens[2].has(kDecimalFlag));
  EXPECT_TRUE(scanned.tokens[3].has(kDecimalFlag));
}

TEST(Scan, HugeNumbersSaturate) {
  Scan scanned;
  scan("99999999999999999999999 4,000,000,000,000,000,000", scanned);
  ASSERT_EQ(scanned.tokens.size(), 2U);
  EXPECT_GE(scanned.tokens[0].value, 1'000'000'000U);
  EXPECT_GE(scanned.tokens[1].value, 1'000'000'000U);
}

TEST(Scan, BuffersAreOverwritten) {
  Scan scanned;
  scan("قصف جوي على مطار", scanned);
  scan("هدوء", scanned);
  ASSERT_EQ(scanned.tokens.size(), 1U);
  EXPECT_EQ(test::unfold(scanned.word(scanned.tokens[0])), "هدوء");
  EXPECT_EQ(scanned.code_points, 4U);
}

// What must hold of every text: spans rise, do not overlap, agree with their bytes, and cut the text between code points.
void expect_sound(std::string_view text) {
  Scan scanned;
  const auto shown = text.substr(0, 200);  // may cut a letter; only a message
  scan(text, scanned);
  ASSERT_EQ(scanned.code_points, test::code_point_count(text)) << shown;
  std::uint32_t end = 0, byte_end = 0, fold_end = 0;
  for (const auto& token : scanned.tokens) {
    ASSERT_GE(token.begin, end) << shown;
    ASSERT_LT(token.begin, token.end) << shown;
    ASSERT_GE(token.byte_begin, byte_end) << shown;
    ASSERT_LE(token.byte_end, text.size()) << shown;
    ASSERT_GE(token.fold_at, fold_end) << shown;
    ASSERT_LE(token.fold_at + token.fold_size, scanned.folded.size()) << shown;
    const auto gap = text.substr(byte_end, token.byte_begin - byte_end),
               slice = text.substr(token.byte_begin, token.byte_end - token.byte_begin);
    ASSERT_TRUE(rdf::is_valid_utf8(slice)) << shown;
    ASSERT_EQ(test::code_point_count(gap), token.begin - end) << shown;
    ASSERT_EQ(test::code_point_count(slice), token.end - token.begin) << shown;
    const bool folds = token.kind == TokenKind::Word || token.kind == TokenKind::Number;
    ASSERT_EQ(folds, token.fold_size > 0) << shown;
    if (token.kind == TokenKind::Word && !token.has(kLatinFlag)) {
      std::string word = fold(slice);
      std::erase(word, ' ');  // a word broken by spaces is one
      ASSERT_TRUE(scanned.word(token) == std::string_view(word).substr(0, kLongestFold)) << shown;
    }
    end = token.end, byte_end = token.byte_end, fold_end = token.fold_at + token.fold_size;
  }
}

TEST(Scan, RandomTexts) {
  std::mt19937 random(20240515);
  for (int i = 0; i < 2000; ++i) expect_sound(test::random_text(random, 1 + static_cast<std::size_t>(i % 80)));
}

TEST(Scan, EveryCodePointAlone) {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x2100 || (c > 0xFB00 && c < 0x10000) ? 1 : 61) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "ا";
    test::append_utf8(text, c);
    expect_sound(text + "ب");
  }
}

// A megabyte of one thing. Quadratic work would take minutes.
TEST(Scan, LongRunsAreLinear) {
  constexpr std::size_t kBytes = 1 << 20;
  const auto start = std::chrono::steady_clock::now();
  for (const std::string_view piece :
       {"و", "ـ", "َ", "ة", "قـ ـ", "1", "1,", "1.", "،", "#", "\"", "\n", "\r\n", "ـ ", "1,234", "aا", "\u200F", "و "})
    expect_sound(test::repeat(piece, kBytes / piece.size()));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

}  // namespace
}  // namespace khabar::arabic
