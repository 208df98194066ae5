// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "document/decode.hpp"

#include <gtest/gtest.h>

#include "error.hpp"
#include "rdf/term.hpp"

#include <random>

namespace khabar::document {
namespace {

using namespace std::string_literals;

struct Row {
  std::string bytes;
  std::string text;
  std::string encoding;
  std::size_t replaced = 0;
  std::size_t first_bad = 0;
};

class Decode : public testing::TestWithParam<Row> {};

TEST_P(Decode, GivesTextAndCountsWhatItReplaced) {
  const auto decoded = decode(GetParam().bytes, "a.txt");
  EXPECT_EQ(decoded.text, GetParam().text);
  EXPECT_EQ(decoded.encoding, GetParam().encoding);
  EXPECT_EQ(decoded.replaced, GetParam().replaced);
  if (GetParam().replaced > 0) {
    EXPECT_TRUE(decoded.first_bad_known);
    EXPECT_EQ(decoded.first_bad, GetParam().first_bad);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Decode,
    testing::Values(Row{"", "", "UTF-8"}, Row{"قصف\r\n", "قصف\r\n", "UTF-8"}, Row{"\xEF\xBB\xBFقصف", "قصف", "UTF-8"},
                    Row{"\xEF\xBB\xBF", "", "UTF-8"}, Row{"a\xEF\xBB\xBFz", "a\xEF\xBB\xBFz", "UTF-8"},  // only the first is a mark
                    Row{"قصف\0قصف"s, "قصف\uFFFDقصف", "UTF-8", 1, 6}, Row{"\0قصف قصف"s, "\uFFFDقصف قصف", "UTF-8", 1, 0},
                    Row{"قصف \xFF قصف \xFE", "قصف \uFFFD قصف \uFFFD", "UTF-8", 2, 7},
                    Row{"قصف قصف \xE2\x82", "قصف قصف \uFFFD", "UTF-8", 1, 14},                  // a truncated sequence is one place
                    Row{"قصف قصف \xC0\xAF", "قصف قصف \uFFFD\uFFFD", "UTF-8", 2, 14},            // an overlong one is not
                    Row{"قصف قصف \xED\xA0\x80", "قصف قصف \uFFFD\uFFFD\uFFFD", "UTF-8", 3, 14},  // nor a surrogate
                    Row{"قصف قصف \xF0\x9F\x94z", "قصف قصف \uFFFDz", "UTF-8", 1, 14},
                    Row{"plain caf\xE9 text", "plain caf\uFFFD text", "UTF-8", 1, 9}, Row{"\xFF\xFE\x42\x06\x0A\x00"s, "ق\n", "UTF-16LE"},
                    Row{"\xFE\xFF\x06\x42\xD8\x3D\xDD\x25"s, "ق\U0001F525", "UTF-16BE"},
                    Row{"\xFF\xFE\x3D\xD8\x42\x06\x00\x00"s, "\uFFFDق\uFFFD", "UTF-16LE", 2, 2},  // a lone surrogate, NUL
                    Row{"\xFF\xFE\x42\x06\x42"s, "ق\uFFFD", "UTF-16LE", 1, 4}));                  // half a unit

// Two sentences in the bytes of the old Arabic encodings.
const std::string kWindows1256 =
    "\xDE\xC7\xE1 \xE3\xD5\xCF\xD1 \xE3\xCD\xE1\xED \xC5\xE4 \xC7\xE1\xDE\xD5\xDD \xC3\xD3\xDD\xD1 \xDA\xE4 \xE3\xDE\xCA\xE1 "
    "\xCE\xE3\xD3\xC9 "
    "\xE3\xCF\xE4\xED\xED\xE4 \xDD\xED \xC7\xE1\xE3\xCF\xED\xE4\xC9";
const std::string kIso88596 =
    "\xE2\xC7\xE4 \xE5\xD5\xCF\xD1 \xE5\xCD\xE4\xEA \xC5\xE6 \xC7\xE4\xE2\xD5\xE1 \xC3\xD3\xE1\xD1 \xD9\xE6 \xE5\xE2\xCA\xE4 "
    "\xCE\xE5\xD3\xC9 "
    "\xE5\xCF\xE6\xEA\xEA\xE6 \xE1\xEA \xC7\xE4\xE5\xCF\xEA\xE6\xC9";
const std::string kSentence = "قال مصدر محلي إن القصف أسفر عن مقتل خمسة مدنيين في المدينة";

TEST(DecodeOldEncodings, AreFoundOut) {
  const auto windows = decode(kWindows1256, "a.txt"), iso = decode(kIso88596, "a.txt");
  EXPECT_EQ(windows.encoding, "windows-1256");
  EXPECT_EQ(windows.text, kSentence);
  EXPECT_EQ(iso.encoding, "ISO-8859-6");
  EXPECT_EQ(iso.text, kSentence);
}

TEST(DecodeOldEncodings, CanBeNamed) {
  EXPECT_EQ(decode(kWindows1256, "a.txt", "cp1256").text, kSentence);
  EXPECT_EQ(decode(kIso88596, "a.txt", "ISO-8859-6").text, kSentence);
  EXPECT_EQ(decode("\x42\x06"s, "a.txt", "UTF-16LE").text, "ق");
  EXPECT_EQ(decode("\x06\x42"s, "a.txt", "UTF-16").text, "ق");
  EXPECT_EQ(decode("\xFF\xFE\x42\x06"s, "a.txt", "UTF-16").text, "ق");
  EXPECT_EQ(decode("قصف", "a.txt", "utf8").text, "قصف");
}

TEST(DecodeOldEncodings, UnknownNamesAreRefused) {
  EXPECT_THROW(decode("x", "a.txt", "klingon-8"), UsageError);
  EXPECT_THROW(check_encoding(""), UsageError);
  EXPECT_NO_THROW(check_encoding("windows-1256"));
}

TEST(DecodeBinary, IsRefusedByName) {
  std::mt19937 random(7);
  std::string noise(5000, '\0');
  for (char& c : noise) c = static_cast<char>(random());
  for (const auto& bytes : {std::string(1000, '\0'), noise,
                            "\x7F"
                            "ELF\x02\x01\x01"s +
                                std::string(200, '\0') + "text"}) {
    try {
      decode(bytes, "a.out");
      ADD_FAILURE() << "taken as text";
    } catch (const InputError& error) {
      EXPECT_EQ(error.path, "a.out");
    }
  }
}

TEST(Decode, AlwaysGivesValidTextWithoutNul) {
  std::mt19937 random(11);
  const std::string pieces[] = {"قصف ",         "غارة", "\xD9",     "\x82", "\xE2\x82", "\xF0\x9F\x94\xA5",
                                "\xED\xA0\x80", "\xFF", "\xC0\x80", "\0"s,  "\r\n",     "plain text "};
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (auto n = random() % 30; n > 0; --n) bytes += pieces[random() % std::size(pieces)];
    for (const std::string& encoding : {""s, "UTF-8"s, "UTF-16LE"s, "windows-1256"s}) {
      try {
        const auto text = decode(bytes, "a.txt", encoding).text;
        EXPECT_TRUE(rdf::is_valid_utf8(text)) << testing::PrintToString(bytes);
        EXPECT_EQ(text.find('\0'), std::string::npos);
      } catch (const InputError&) {  // taken for binary
      }
    }
  }
}

}  // namespace
}  // namespace khabar::document
