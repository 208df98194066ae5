// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/turtle_reader.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <vector>

#include "error.hpp"

namespace khabar::rdf {
namespace {

struct Lined {
  Quad quad;
  std::size_t line;
};

std::vector<Lined> read(std::string_view text, Format format = Format::Turtle) {
  std::vector<Lined> found;
  read_quads(text, "test", format, [&](const QuadRef& quad, std::size_t line) { found.push_back({Quad(quad), line}); });
  return found;
}

// "LINE: MESSAGE" of the InputError, or "".
std::string fault(std::string_view text, Format format = Format::Turtle) {
  try {
    read(text, format);
  } catch (const InputError& error) {
    EXPECT_EQ(error.path, "test");
    return std::to_string(error.line) + ": " + error.message;
  }
  return "";
}

TEST(TurtleReader, TermsInFull) {
  const auto found = read(
      "@prefix ex: <http://example.org/> .\n"
      "@base <http://base.org/dir/> .\n"
      "ex:s a ex:\u062D\u0644\u0628, <rel>, <#f>, 5, -0.5, 1e3, true, \"x\"^^<http://www.w3.org/2001/XMLSchema#string> ;\n"
      "  ex:p \"\u062D\"@ar-SY, \"x\"^^ex:t, '''a\n\"b''' .\n");
  const TermRef expected[] = {
      iri("http://example.org/\u062D\u0644\u0628"),
      iri("http://base.org/dir/rel"),
      iri("http://base.org/dir/#f"),
      typed("5", kXsdInteger),
      typed("-0.5", kXsdDecimal),
      typed("1e3", "http://www.w3.org/2001/XMLSchema#double"),
      typed("true", kXsdBoolean),
      literal("x"),
      tagged("\u062D", "ar-SY"),
      typed("x", "http://example.org/t"),
      literal("a\n\"b"),
  };
  ASSERT_EQ(found.size(), std::size(expected));
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].quad.s.ref(), iri("http://example.org/s"));
    EXPECT_EQ(found[i].quad.p.ref(), iri(i < 8 ? kRdfType : "http://example.org/p"));
    EXPECT_EQ(found[i].quad.o.ref(), expected[i]) << i;
  }
}

// The same Arabic IRI, as a prefixed name, before a dot and in full: equal (Serd's own node comparison says no).
TEST(TurtleReader, EqualIrisAreEqual) {
  const auto found = read(
      "@prefix ex: <http://example.org/> .\n"
      "ex:\u062D\u0644\u0628 ex:p ex:\u062D\u0644\u0628.\n"
      "<http://example.org/\u062D\u0644\u0628> ex:p <http://example.org/\u062D\u0644\u0628> .\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].quad, found[1].quad);
}

TEST(TurtleReader, PrefixesMayChange) {
  const auto found = read("@prefix e: <http://a/> . e:s e:p e:o . @prefix e: <http://b/> . e:s e:p e:o .");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].quad.s.value, "http://a/s");
  EXPECT_EQ(found[1].quad.s.value, "http://b/s");
}

TEST(TurtleReader, BlankNodesAndLists) {
  const auto found = read("@prefix e: <http://e/> . e:s e:p [ e:q (1 2) ] . _:x e:p _:x.");
  ASSERT_EQ(found.size(), 7U);
  EXPECT_EQ(found[0].quad.o.kind, TermKind::Blank);
  EXPECT_EQ(found[0].quad.o, found[1].quad.s);
  EXPECT_EQ(found[6].quad.s.value, "x");
  EXPECT_EQ(found[6].quad.o.value, "x");
}

TEST(TurtleReader, LineIsWhereTheObjectEnds) {
  const auto found = read(
      "# comment\n"
      "@prefix e: <http://e/> .\n"
      "\n"
      "e:s e:p e:o ;\n"
      "  e:p 'x' ,\n"
      "    '''a\n"
      "b''',\n"
      "\n"
      "  5\n"
      "\n"
      ".\n"
      "e:s e:p e:z.\r\n"
      "e:s e:p true .");
  std::vector<std::size_t> lines;
  for (const auto& one : found) lines.push_back(one.line);
  EXPECT_EQ(lines, (std::vector<std::size_t>{4, 5, 7, 9, 12, 13}));
}

TEST(TurtleReader, LinesOfLargeInputs) {
  for (const Format format : {Format::Turtle, Format::NTriples, Format::TriG, Format::NQuads}) {
    std::string text;
    for (int i = 0; i < 30000; ++i)
      text += i % 7 == 0 ? "# a comment\n" : "<http://e/s" + std::to_string(i) + "> <http://e/p> \"x\\n\" .\n";
    text += "<http://e/s> <http://e/p> \"" + std::string(600000, 'x') + "\" .\n<http://e/s> <http://e/p> <http://e/o> .";
    const auto path = std::filesystem::temp_directory_path() / ("khabar-read-" + std::to_string(::getpid()) + ".nq");
    std::ofstream(path) << text;
    std::vector<std::size_t> from_file;
    read_quads(path, format, [&](const QuadRef&, std::size_t line) { from_file.push_back(line); });
    std::filesystem::remove(path);
    std::vector<std::size_t> from_text;
    std::vector<std::size_t> expected;
    for (const auto& one : read(text, format)) from_text.push_back(one.line);
    for (std::size_t i = 0; i < 30002; ++i) {
      if (i % 7 != 0 || i >= 30000) expected.push_back(i + 1);
    }
    EXPECT_EQ(from_file, expected) << format_name(format);
    EXPECT_EQ(from_text, expected) << format_name(format);
  }
}

TEST(TurtleReader, EmptyInputs) {
  for (const Format format : {Format::Turtle, Format::NTriples, Format::TriG, Format::NQuads}) {
    EXPECT_TRUE(read("", format).empty());
    EXPECT_TRUE(read("# only a comment", format).empty());
    EXPECT_TRUE(read("\n\n", format).empty());
    EXPECT_TRUE(read("\xEF\xBB\xBF\n", format).empty());
  }
}

TEST(TurtleReader, TriGAndNQuads) {
  const auto trig = read("@prefix e: <http://e/> . e:g { e:s e:p 1 } GRAPH e:h { e:s e:p 2 . } { e:s e:p 3 } e:s e:p 4 .", Format::TriG);
  ASSERT_EQ(trig.size(), 4U);
  EXPECT_EQ(trig[0].quad.graph, "http://e/g");
  EXPECT_EQ(trig[1].quad.graph, "http://e/h");
  EXPECT_EQ(trig[2].quad.graph, "");
  EXPECT_EQ(trig[3].quad.graph, "");
  const auto nquads = read("<a:s> <a:p> \"x\"@ar <a:g> .\n<a:s> <a:p> _:b .\n", Format::NQuads);
  ASSERT_EQ(nquads.size(), 2U);
  EXPECT_EQ(nquads[0].quad.graph, "a:g");
  EXPECT_EQ(nquads[0].line, 1U);
  EXPECT_EQ(nquads[1].quad.graph, "");
  EXPECT_EQ(nquads[1].line, 2U);
}

TEST(TurtleReader, Faults) {
  using namespace std::string_view_literals;
  struct Row {
    std::string_view text;
    std::string_view said;
    Format format = Format::Turtle;
  };
  const Row rows[] = {
      {"\n\nex:s ex:p 1 .", "3: undefined prefix ex:"},
      {"@prefix e: <http://e/> .\ne:s e:p <rel> .", "2: relative IRI <rel> without a @base; write it in full"},
      {"@prefix e: <e/> .\ne:s e:p 1 .", "2: invalid IRI <e/s>"},
      {"<a:s> <a:p> <a:%zz> .", "1: invalid IRI <a:%zz>"},
      {"<a:s> <a:p> <a:b c> .", "1: invalid IRI character (escape %20)"},
      {"<a:s> <a:p> <a:\\u0020> .", "1: invalid escaped IRI character U+0020"},
      {"<a:s> <a:p> <a:[> .", "1: invalid IRI <a:[>"},
      {"<a:s> <a:p>\n\"x\"@ar_SY .", "2: missing ';' or '.'"},
      {"<a:s> <a:p> \"x\"@abcdefghi .", "1: bad language tag @abcdefghi"},
      {"<a:s> <a:p> \"\\uD800\" .", "1: a literal that is not valid UTF-8: \"???\""},
      {"<a:s> <a:p> \"\\u0000\" .", "1: a literal with \\u0000"},
      {"<a:s> <a:p> \"\xC3\xC3\" .", "1: a literal that is not valid UTF-8: \"??\""},
      {"<a:s> <a:p> \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .", "1: rdf:langString without a language: \"x\""},
      {"<a:s> <a:p> 1 .\n<a:s> \0<a:p> 2 ."sv, "2: a NUL byte: this is not a text file"},
      {"<a:s> <a:p> 1 .\n# \0 <a:s> <a:p> 2 ."sv, "2: a NUL byte: this is not a text file"},
      {"<a:s> <a:p> 1", "1: unexpected end of file"},
      {"<a:s> <a:p>\n\n\"x", "3: end of file in short string"},
      {"<a:s> <a:p> \"x\n\" .", "1: line end in short string"},
      {"<a:s> <a:p> @, 2 .", "1: expected prefixed name"},
      {"<a:s> <a:p> [ <a:q> @ ] .", "1: expected prefixed name"},
      {"foo <a:p> 1 .", "1: neither an IRI nor a prefixed name: foo"},
      {"\"s\" <a:p> 1 .", "1: "},
      {"_:s _:p 1 .", "1: bad verb"},
      {"<a:g> { <a:s> <a:p> 1 }", "1: this format has no graphs"},
      {"<a:s> <a:p> \"\"\"a\"\\\"b\"\"\" .",
       "1: a quote before a backslash in a long string, which Serd misreads; write the quote as \\u0022"},
      {R"(<a:s> <a:p> 'a"', '', "" . # '
<a:s"> a\:\'b '''
'\t'''.)",
       "3: a quote before a backslash in a long string"},
      {"@prefix e: <http://e/> .", "1: syntax does not support directives", Format::NTriples},
      {"<a:s> <a:p> e:o .", "1: ", Format::NTriples},
      {"e:s <a:p> <a:o> .", "1: this format has no prefixed names: e:s", Format::NTriples},
      {"<a:s> <a:p> 1 .", "1: ", Format::NTriples},
      {"[] <a:p> <a:o> .", "1: this format has no [ ] and ( )", Format::NTriples},
      {"<a:s> <a:p> <a:o> <a:g> .", "1: ", Format::NTriples},
      {"<a:s> <a:p> <a:o> .\n\n<a:s> <a:p> \"x\" <a:g>\n", "4: ", Format::NQuads},
      {"<a:s> <a:p> <a:o> .\n<a:s> <a:p> \"x\"@ar_SY .\n", "2: ", Format::NQuads},
      {"<a:g> {\n<a:s> <a:p> <rel> }", "2: relative IRI <rel> without a @base; write it in full", Format::TriG},
      {"<a:g> { <a:s> <a:p> 1", "1: ", Format::TriG},
  };
  for (const auto& row : rows) {
    const auto said = fault(row.text, row.format);
    EXPECT_EQ(said.substr(0, row.said.size()), row.said) << row.text;
    EXPECT_GT(said.size(), 3U) << row.text;
  }
}

TEST(TurtleReader, QuotesThatSerdReadsRightAreNoFault) {
  const auto found = read(R"(<a:s> <a:p> '''a"b''', """a"b\n""", "a\"\\", """a\u0022\\b""", 'it"\\', '''"\\ ''\\''' .)");
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found[1].quad.o.value, "a\"b\n");
  EXPECT_EQ(found[2].quad.o.value, "a\"\\");
  EXPECT_EQ(found[3].quad.o.value, "a\"\\b");
  EXPECT_EQ(found[4].quad.o.value, "it\"\\");
  EXPECT_EQ(found[5].quad.o.value, "\"\\ ''\\");
}

TEST(TurtleReader, Files) {
  const auto none = [](const QuadRef&, std::size_t) {};
  EXPECT_THROW(read_turtle(std::filesystem::path("/no/such.ttl"), none), InputError);
  EXPECT_THROW(read_turtle(std::filesystem::temp_directory_path(), none), InputError);
  EXPECT_THROW(read_quads(std::filesystem::path("/no/such.txt"), none), UsageError);
  try {
    read_quads(std::filesystem::path("/no/such.nq"), none);
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "/no/such.nq: cannot open: No such file or directory");
  }
}

TEST(TurtleReader, WhatTheCallbackThrowsComesOut) {
  struct Own {};
  int calls = 0;
  const auto thrower = [&](const QuadRef&, std::size_t) {
    ++calls;
    throw Own();
  };
  EXPECT_THROW(read_turtle("<a:s> <a:p> 1, 2, [ <a:p> 3 ], (4 5) . <a:s> <a:p> 6 .", "test", thrower), Own);
  EXPECT_THROW(read_quads("<a:s> <a:p> <a:o> .\n<a:s> <a:p> <a:o> .\n", "test", Format::NQuads, thrower), Own);
  EXPECT_EQ(calls, 2);
}

}  // namespace
}  // namespace khabar::rdf
