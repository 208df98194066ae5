// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/writer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "random_text.hpp"
#include "rdf/turtle_reader.hpp"

namespace khabar::rdf {
namespace {

constexpr Format kAll[] = {Format::Turtle, Format::NTriples, Format::TriG, Format::NQuads};

const std::vector<Prefix> kPrefixes = {
    {"khb", "https://w3id.org/khabar/ns#"},
    {"w", "https://w3id.org/"},
    {"actor", "https://w3id.org/khabar/kb/actor/"},
    {"xsd", kXsd},
    {"", "http://example.org/"},
};

std::vector<Quad> read_back(std::string_view text, Format format) {
  std::vector<Quad> quads;
  read_quads(text, "test", format, [&](const QuadRef& quad, std::size_t) { quads.emplace_back(quad); });
  return quads;
}

std::string turtle(const TermRef& object) {
  const QuadRef quad{iri("a:s"), iri("a:p"), object, {}};
  return serialize({&quad, 1}, Format::Turtle, kPrefixes);
}

TEST(Writer, Formats) {
  for (const Format format : kAll) EXPECT_EQ(format_from_name(format_name(format)), format);
  EXPECT_EQ(format_from_name("nq"), Format::NQuads);
  EXPECT_EQ(format_from_name("Turtle"), std::nullopt);
  EXPECT_EQ(format_from_name(""), std::nullopt);
  EXPECT_EQ(format_from_extension("dir.nt/out.TTL"), Format::Turtle);
  EXPECT_EQ(format_from_extension("a.b.trig"), Format::TriG);
  EXPECT_EQ(format_from_extension("dir.nt/out"), std::nullopt);
  EXPECT_EQ(format_from_extension("out.ttl.gz"), Format::Turtle);
  EXPECT_EQ(format_from_extension("ttl"), std::nullopt);
}

TEST(Writer, TurtleTerms) {
  struct Row {
    TermRef object;
    std::string_view written;
  };
  const Row rows[] = {
      {iri("https://w3id.org/khabar/ns#Event"), "khb:Event"},
      {iri("https://w3id.org/khabar/kb/actor/Iran"), "actor:Iran"},
      {iri("https://w3id.org/khabar/kb/actor/"), "actor:"},
      {iri("https://w3id.org/khabar/kb/actor/a-b"), "<https://w3id.org/khabar/kb/actor/a-b>"},
      {iri("https://w3id.org/khabar"), "w:khabar"},
      {iri("https://w3id.org/khabar/x"), "<https://w3id.org/khabar/x>"},
      {iri("http://example.org/9"), ":9"},
      {iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"), "()"},
      {iri(kRdfType), "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"},
      {typed("5", kXsdInteger), "5"},
      {typed("0.85", kXsdDecimal), "0.85"},
      {typed("5", kXsdDecimal), "\"5\"^^xsd:decimal"},
      {typed("5.", kXsdDecimal), "\"5.\"^^xsd:decimal"},
      {typed("true", kXsdBoolean), "true"},
      {typed("428", kXsdNonNegativeInteger), "\"428\"^^xsd:nonNegativeInteger"},
      {typed("2024-05-15", kXsdDate), "\"2024-05-15\"^^xsd:date"},
      {typed("x", kXsdString), "\"x\""},
      {literal("a\n\"b\"\\"), R"("a\n\"b\"\\")"},
      {tagged("\u062D", "ar"), "\"\u062D\"@ar"},
  };
  for (const auto& row : rows) EXPECT_EQ(turtle(row.object), "<a:s>\n\t<a:p> " + std::string(row.written) + " .\n\n");
}

TEST(Writer, NamespaceEndingInALetter) {
  const std::vector<Prefix> prefixes = {{"a", "http://x/"}, {"b", "http://x/ns"}};
  const QuadRef quads[] = {{iri("http://x/ns1"), iri(kRdfType), iri("http://x/other"), {}}};
  EXPECT_EQ(serialize(quads, Format::Turtle, prefixes), "b:1\n\ta a:other .\n\n");
}

TEST(Writer, TurtleGroups) {
  const QuadRef quads[] = {{iri("a:s"), iri(kRdfType), iri("a:x"), "g:1"},
                           {iri("a:s"), iri(kRdfType), iri("a:y"), "g:1"},
                           {iri("a:s"), iri("a:p"), literal("z"), "g:2"},
                           {iri("a:t"), iri("a:p"), literal("z"), {}}};
  EXPECT_EQ(serialize(quads, Format::Turtle, {}), "<a:s>\n\ta <a:x> ,\n\t\t<a:y> ;\n\t<a:p> \"z\" .\n\n<a:t>\n\t<a:p> \"z\" .\n\n");
  EXPECT_EQ(serialize(quads, Format::TriG, {}),
            "<g:1> {\n<a:s>\n\ta <a:x> ,\n\t\t<a:y> .\n}\n\n<g:2> {\n<a:s>\n\t<a:p> \"z\" .\n}\n\n<a:t>\n\t<a:p> \"z\" .\n\n");
}

TEST(Writer, Header) {
  EXPECT_EQ(header(Format::NQuads, kPrefixes), "");
  EXPECT_EQ(header(Format::Turtle, {}), "");
  const Prefix two[] = {{"b", "http://b/"}, {"", "http://a/"}};
  EXPECT_EQ(header(Format::TriG, two), "@prefix b: <http://b/> .\n@prefix : <http://a/> .\n\n");
  const Prefix bad[] = {{"b c", "http://b/"}};
  EXPECT_THROW(header(Format::Turtle, bad), std::logic_error);
  EXPECT_THROW(make_writer(Format::Turtle, bad), std::logic_error);
  const Prefix twice[] = {{"b", "http://b/"}, {"b", "http://a/"}};
  EXPECT_THROW(header(Format::Turtle, twice), std::logic_error);
  const Prefix relative[] = {{"b", "b/"}};
  EXPECT_THROW(header(Format::Turtle, relative), std::logic_error);
}

// Blocks made by one used writer, or each by a new one, in any order, are the same bytes and make one valid file.
TEST(Writer, BlocksStandAlone) {
  for (const Format format : kAll) {
    const auto used = make_writer(format, kPrefixes);
    std::vector<std::string> blocks;
    for (const std::string_view graph : {"http://example.org/g1", "http://example.org/g2", "", "http://example.org/g1"}) {
      const QuadRef quads[] = {{iri("a:s"), iri("a:p"), literal("x"), graph}, {iri("a:s"), iri("a:q"), iri("a:o"), graph}};
      for (const auto& quad : quads) used->write(quad);
      used->finish();
      used->finish();
      blocks.emplace_back(used->bytes());
      used->clear();
      EXPECT_EQ(blocks.back(), serialize(quads, format, kPrefixes));
    }
    std::sort(blocks.rbegin(), blocks.rend());
    std::string file = header(format, kPrefixes);
    for (const auto& block : blocks) file += block;
    EXPECT_EQ(read_back(file, format).size(), 8U) << format_name(format);
    used->finish();
    EXPECT_EQ(used->bytes(), "") << format_name(format);
  }
}

TEST(Writer, RefusesInvalidTerms) {
  using namespace std::string_view_literals;
  const TermRef good = iri("a:x");
  const QuadRef rows[] = {
      {iri("a b"), good, good, {}},
      {literal("s"), good, good, {}},
      {{TermKind::Blank, "b1"}, good, good, {}},
      {good, iri(""), good, {}},
      {good, literal("p"), good, {}},
      {good, good, iri("http://x/|"), {}},
      {good, good, {TermKind::Blank, "b1"}, {}},
      {good, good, literal("a\0b"sv), {}},
      {good, good, literal("\xD8"), {}},
      {good, good, tagged("x", "ar_SY"), {}},
      {good, good, tagged("x", ""), {}},
      {good, good, tagged("\xFF", "ar"), {}},
      {good, good, typed("x", "no iri"), {}},
      {good, good, typed("x", kXsdInteger), {}},
      {good, good, typed("", kXsdInteger), {}},
      {good, good, typed("1", kXsdBoolean), {}},
      {good, good, typed("2023-02-29", kXsdDate), {}},
      {good, good, typed("x", kRdfLangString), {}},
  };
  for (const Format format : kAll) {
    for (const auto& row : rows) {
      const auto writer = make_writer(format, {});
      EXPECT_THROW(writer->write(row), std::logic_error) << format_name(format) << ' ' << row.o.value;
    }
    const QuadRef bad_graph{good, good, good, "no iri"};
    const auto writer = make_writer(format, {});
    if (has_graphs(format)) {
      EXPECT_THROW(writer->write(bad_graph), std::logic_error);
    } else {
      EXPECT_NO_THROW(writer->write(bad_graph));
    }
  }
}

TEST(Writer, RandomLiteralsComeBackInEveryFormat) {
  test::RandomText random(2);
  std::vector<std::string> texts(20000);
  for (auto& text : texts) text = random.literal();
  std::vector<QuadRef> quads;
  for (const auto& text : texts) {
    const TermRef objects[] = {literal(text), tagged(text, "ar"), typed(text, "http://example.org/type")};
    quads.push_back({iri("http://example.org/s"), iri("https://w3id.org/khabar/ns#p"), objects[random.below(3)], "http://example.org/g"});
  }
  for (const Format format : kAll) {
    const auto back = read_back(header(format, kPrefixes) + serialize(quads, format, kPrefixes), format);
    ASSERT_EQ(back.size(), quads.size()) << format_name(format);
    for (std::size_t i = 0; i < quads.size(); ++i) {
      QuadRef expected = quads[i];
      if (!has_graphs(format)) expected.graph = {};
      ASSERT_EQ(back[i].ref(), expected) << format_name(format) << ' ' << i;
    }
  }
}

}  // namespace
}  // namespace khabar::rdf
