// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/term.hpp"

#include <gtest/gtest.h>

namespace khabar::rdf {
namespace {

struct Row {
  std::string_view text;
  bool good;
};

TEST(Term, IsIri) {
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"https://w3id.org/khabar/ns#Event", true},
      {"https://w3id.org/khabar/data/article/a-1#char=0,428", true},
      {"http://a", true},
      {"http://a?q#f", true},
      {"a:", true},
      {"urn:x-y:z.1", true},
      {"mailto:a@b.c", true},
      {"file:///tmp/x", true},
      {"http://u:p@h:80/p;a=1,2/(x)!$&'*+=:@~_-.?a/b?c#d/e?f", true},
      {"http://[2001:db8::1]:8080/", true},
      {"http://[v1.a:b]/", true},
      {"http://h:/", true},
      {"http://x/%D8%AD%d8%Ad", true},
      {"http://x/\u062D\u0644\u0628", true},
      {"http://\u062D\u0644\u0628/\u062D#\u062D", true},
      {"http://x/\U0001F525", true},
      {"http://x/?\uE000", true},
      {"http://x/\u200F", true},
      {"", false},
      {"a", false},
      {"/a/b", false},
      {"#a", false},
      {":a", false},
      {"1a:b", false},
      {"a_b:c", false},
      {"\u062D:b", false},
      {"http://x/a b", false},
      {" http://x/", false},
      {"http://x/ ", false},
      {"http://x/<", false},
      {"http://x/>", false},
      {"http://x/\"", false},
      {"http://x/{", false},
      {"http://x/}", false},
      {"http://x/|", false},
      {"http://x/^", false},
      {"http://x/`", false},
      {"http://x/\\", false},
      {"http://x/[", false},
      {"http://x/]", false},
      {"http://x/a#b#c", false},
      {"http://x/%", false},
      {"http://x/%2", false},
      {"http://x/%zz", false},
      {"http://x/\n", false},
      {"http://x/\x7F", false},
      {"http://x/\0"sv, false},
      {"http://x/\u0080", false},
      {"http://x/\uE000", false},
      {"http://x/?q#\uE000", false},
      {"http://x/\uFFFE", false},
      {"http://x/\uFFFD", false},
      {"http://x/\xD8", false},
      {"http://x/\xC0\x80", false},
      {"http://x/\xED\xA0\x80", false},
      {"http://a@b@c/", false},
      {"http://h:8x/", false},
      {"http://[::1", false},
      {"http://[::1]x/", false},
      {"http://[xyz]/", false},
  };
  for (const auto& row : rows) EXPECT_EQ(is_iri(row.text), row.good) << row.text;
}

// Every ASCII character at every distance from the ends: the sixteen-byte steps must see it wherever it stands.
TEST(Term, IsIriSeesEveryByte) {
  const std::string_view forbidden = "<>\"{}|^`\\ []%";
  for (std::size_t size = 1; size < 50; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (int c = 0; c < 128; ++c) {
        std::string text = "http://x/" + std::string(size, 'g');
        text[9 + at] = static_cast<char>(c);
        const bool good = c > 0x20 && c < 0x7F && forbidden.find(static_cast<char>(c)) == forbidden.npos;
        ASSERT_EQ(is_iri(text), good) << text;
      }
    }
  }
}

TEST(Term, IsValidUtf8) {
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"", true},
      {"abc", true},
      {"\0"sv, true},
      {"\u0642\u0635\u0641 eight bytes and more \U0010FFFF", true},
      {"\xEF\xBF\xBF", true},
      {"\x80", false},
      {"\xC1\xBF", false},
      {"\xC3", false},
      {"12345678\xD8", false},
      {"\xE0\x9F\xBF", false},
      {"\xED\xA0\x80", false},
      {"\xF0\x8F\xBF\xBF", false},
      {"\xF4\x90\x80\x80", false},
      {"\xF5\x80\x80\x80", false},
      {"\xD8\xD8", false},
      {"\xE2\x82", false},
      {"\xFF", false},
  };
  for (const auto& row : rows) EXPECT_EQ(is_valid_utf8(row.text), row.good) << row.text;
}

TEST(Term, IsLanguageTag) {
  const Row rows[] = {
      {"ar", true},
      {"en", true},
      {"AR-sy", true},
      {"zh-Hant-TW", true},
      {"sl-rozaj-biske-1994", true},
      {"de-1996", true},
      {"es-419", true},
      {"zh-cmn-Hans", true},
      {"en-a-bbb-x-a", true},
      {"x-khabar", true},
      {"ar-x-1", true},
      {"abcdefgh", true},
      {"", false},
      {"a", false},
      {"a1", false},
      {"ar_SY", false},
      {"ar-", false},
      {"-ar", false},
      {"ar--SY", false},
      {"abcdefghi", false},
      {"x", false},
      {"ar-abcdefghi", false},
      {"ar-a", false},
      {"ar-x", false},
      {"ar SY", false},
      {"i-klingon", false},
      {"ar-SY-SY", false},
      {"\u0639", false},
  };
  for (const auto& row : rows) EXPECT_EQ(is_language_tag(row.text), row.good) << row.text;
}

struct TypedRow {
  std::string_view datatype;
  std::string_view lexical;
  bool good;
};

TEST(Term, IsLexical) {
  const TypedRow rows[] = {
      {kXsdInteger, "0", true},
      {kXsdInteger, "-007", true},
      {kXsdInteger, "+5", true},
      {kXsdInteger, "99999999999999999999999999", true},
      {kXsdInteger, "", false},
      {kXsdInteger, "-", false},
      {kXsdInteger, " 5", false},
      {kXsdInteger, "5 ", false},
      {kXsdInteger, "5.0", false},
      {kXsdInteger, "abc", false},
      {kXsdInteger, "\u0665", false},
      {kXsdNonNegativeInteger, "428", true},
      {kXsdNonNegativeInteger, "+1", true},
      {kXsdNonNegativeInteger, "-0", true},
      {kXsdNonNegativeInteger, "-1", false},
      {kXsdNonNegativeInteger, "-", false},
      {kXsdNonNegativeInteger, "", false},
      {kXsdDecimal, "0.85", true},
      {kXsdDecimal, "-33.5", true},
      {kXsdDecimal, ".5", true},
      {kXsdDecimal, "5.", true},
      {kXsdDecimal, "5", true},
      {kXsdDecimal, ".", false},
      {kXsdDecimal, "1e3", false},
      {kXsdDecimal, "1,5", false},
      {kXsdDecimal, "NaN", false},
      {kXsdBoolean, "true", true},
      {kXsdBoolean, "0", true},
      {kXsdBoolean, "True", false},
      {kXsdBoolean, "", false},
      {kXsdDate, "2024-05-15", true},
      {kXsdDate, "2024-02-29", true},
      {kXsdDate, "2000-02-29", true},
      {kXsdDate, "2024-05-15Z", true},
      {kXsdDate, "2024-05-15+03:00", true},
      {kXsdDate, "-0044-03-15", true},
      {kXsdDate, "12024-01-01", true},
      {kXsdDate, "2023-02-29", false},
      {kXsdDate, "1900-02-29", false},
      {kXsdDate, "2014-13-45", false},
      {kXsdDate, "2014-00-10", false},
      {kXsdDate, "2014-04-31", false},
      {kXsdDate, "2014-4-1", false},
      {kXsdDate, "014-04-01", false},
      {kXsdDate, "02014-04-01", false},
      {kXsdDate, "2014-04-01T00:00:00", false},
      {kXsdDate, "2014-04-01+15:00", false},
      {kXsdDate, "15-05-2024", false},
      {kXsdDate, "", false},
      {kXsdDateTime, "2024-05-15T23:59:59.5Z", true},
      {kXsdDateTime, "2024-05-15T24:00:01", false},
      {kXsdDateTime, "2024-05-15", false},
      {kXsdDateTime, "2024-05-15T10:00", false},
      {kWktLiteral, "POINT(40.14083 35.33588)", true},
      {kWktLiteral, "POINT (-180 90)", true},
      {kWktLiteral, "POINT(180.0 -90.00)", true},
      {kWktLiteral, "POINT(180.1 0)", false},
      {kWktLiteral, "POINT(0 90.5)", false},
      {kWktLiteral, "POINT(40.1, 35.3)", false},
      {kWktLiteral, "POINT(40.1)", false},
      {kWktLiteral, "POINT(40.1 35.3) ", false},
      {kWktLiteral, "POINT(40.1 35.3 1)", false},
      {kWktLiteral, "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(40 35)", false},
      {kWktLiteral, "point(40 35)", false},
      {kXsdString, "anything", true},
      {"http://example.org/own", "anything", true},
  };
  for (const auto& row : rows) EXPECT_EQ(is_lexical(row.datatype, row.lexical), row.good) << row.datatype << ' ' << row.lexical;
}

TEST(Term, PercentEncodeSegment) {
  EXPECT_EQ(percent_encode_segment("a-1._~Z"), "a-1._~Z");
  EXPECT_EQ(percent_encode_segment("a b/c?d#e%f"), "a%20b%2Fc%3Fd%23e%25f");
  EXPECT_EQ(percent_encode_segment("\u062D"), "%D8%AD");
  EXPECT_EQ(percent_encode_segment("\xFF\n"), "%FF%0A");
  EXPECT_EQ(percent_encode_segment("."), "%2E");
  EXPECT_EQ(percent_encode_segment(".."), "%2E%2E");
  EXPECT_EQ(percent_encode_segment("..."), "...");
  EXPECT_EQ(percent_encode_segment(""), "");
  for (int c = 0; c < 256; ++c) {
    EXPECT_TRUE(is_iri("http://x/" + percent_encode_segment(std::string(1, static_cast<char>(c))) + "/y")) << c;
  }
}

TEST(Term, QuadsSortByGraphFirst) {
  const QuadRef early{iri("b:b"), iri("p:p"), literal("x"), "a:graph"};
  const QuadRef late{iri("a:a"), iri("p:p"), literal("x"), "b:graph"};
  EXPECT_LT(early, late);
  EXPECT_NE(tagged("x", "ar"), literal("x"));
  EXPECT_EQ(Quad(early).ref(), early);
}

}  // namespace
}  // namespace khabar::rdf
