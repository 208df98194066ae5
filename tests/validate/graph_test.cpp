// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/graph.hpp"
#include "validate/references.hpp"
#include "validate/spans.hpp"

#include <gtest/gtest.h>

namespace khabar::validate {
namespace {

Graph graph_of(std::string_view text, rdf::Format format = rdf::Format::NQuads) {
  Graph graph;
  graph.add_text(text, "test", format);
  graph.finish();
  return graph;
}

std::string all(const Problems& problems) {
  std::string text;
  for (const auto& problem : problems.list())
    text += problem.where + ' ' + problem.rule + ' ' + problem.subject + ' ' + problem.value + '\n';
  return text;
}

TEST(Graph, UnionOfGraphs) {
  const auto graph = graph_of(
      "<x:a> <x:p> \"\xD8\xA7\" <x:g> .\n"
      "<x:a> <x:p> \"\xD8\xA7\" <x:h> .\n"
      "<x:a> <x:p> \"\xD8\xA7\"@ar <x:h> .\n"
      "<x:a> <x:p> \"\xD8\xA7\"@ar <x:h> .\n"
      "<x:b> <x:p> <x:a> .\n");
  EXPECT_EQ(graph.statement_count(), 5U);
  EXPECT_EQ(graph.graph_count(), 2U);
  EXPECT_EQ(graph.triples().size(), 3U);
  EXPECT_EQ(graph.repeated().size(), 1U);
  const Id a = graph.find_iri("x:a"), p = graph.find_iri("x:p");
  EXPECT_EQ(graph.about(a, p).size(), 2U);
  EXPECT_EQ(graph.pointing(a, p).size(), 1U);
  EXPECT_EQ(graph.where(graph.find_iri("x:b")), "test:5");
  EXPECT_EQ(graph.find_iri("x:nothing"), kNone);
  EXPECT_TRUE(graph.about(kNone).empty());
}

TEST(Graph, BlankNodesBelongToTheirFile) {
  Graph graph;
  graph.add_text("_:x <x:p> 1 .", "one", rdf::Format::Turtle);
  graph.add_text("_:x <x:p> 1 .", "two", rdf::Format::Turtle);
  graph.finish();
  EXPECT_EQ(graph.triples().size(), 2U);
}

TEST(Graph, ManyTerms) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "<x:s" + std::to_string(i) + "> <x:p> \"" + std::to_string(i % 100) + "\" .\n";
  const auto graph = graph_of(text);
  EXPECT_EQ(graph.terms().size(), 5101U);
  EXPECT_EQ(graph.pointing(graph.terms().find(rdf::literal("7")), graph.find_iri("x:p")).size(), 50U);
}

constexpr std::string_view kTurtle =
    "@prefix khb: <https://w3id.org/khabar/ns#> . @prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix actor: <https://w3id.org/khabar/kb/actor/> .\n"
    "<http://b/article/1> a khb:Article ; dcterms:identifier \"1\" ; khb:context <http://b/article/1#char=0,4> .\n"
    "<http://b/article/1#char=0,4> nif:endIndex \"4\"^^xsd:nonNegativeInteger ;\n"
    "  khb:sha256 \"88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589\" .\n";  // abcd

Graph article(const std::string& more) { return graph_of(std::string(kTurtle) + more, rdf::Format::Turtle); }

std::string reference_problems(const std::string& more) {
  Problems problems(10);
  check_references(article(more), problems);
  return all(problems);
}

TEST(References, WhatMustBeDescribed) {
  EXPECT_EQ(reference_problems("<http://b/x> khb:actor actor:X . actor:X khb:country <http://elsewhere/> ."), "");
  EXPECT_EQ(reference_problems("<http://b/x> khb:actor actor:X ; khb:target actor:X ."),
            "test:7 reference <http://b/x> <https://w3id.org/khabar/kb/actor/X>\n");
  EXPECT_EQ(reference_problems("<http://b/x> khb:casualties <http://b/y> ."), "test:7 reference <http://b/x> <http://b/y>\n");
  EXPECT_EQ(reference_problems("<http://b/x> khb:rule <https://w3id.org/khabar/kb/frame/F> ; khb:evidence <http://b/article/1#char=1,2> ."),
            "");
}

std::string span_problems(const std::string& more) {
  const auto graph = article(more);
  Problems problems(10);
  Spans(graph).check(problems);
  return all(problems);
}

TEST(Spans, LieInsideTheirArticle) {
  EXPECT_EQ(span_problems("<http://b/x> khb:evidence <http://b/article/1#char=1,4> ."), "");
  EXPECT_EQ(span_problems("<http://b/x> khb:evidence <http://b/article/1#char=1,5> ."),
            "test:4 span <http://b/article/1> <http://b/article/1#char=1,5>\n");
  EXPECT_EQ(span_problems("<http://b/x> khb:evidence <http://b/article/1#char=2,2> ."),
            "test:4 span <http://b/article/1> <http://b/article/1#char=2,2>\n");
  EXPECT_NE(span_problems("<http://b/x> khb:evidence <http://b/article/2#char=1,2> ."), "");
  EXPECT_NE(span_problems("<http://b/x> khb:evidence <http://b/article/1#char=1> ."), "");
  EXPECT_NE(span_problems("<http://b/x> khb:evidence <http://b/article/1#char=99999999999999999999,2> ."), "");
  EXPECT_EQ(span_problems("<http://b/article/1#char=1,3> nif:beginIndex \"2\"^^xsd:nonNegativeInteger ."),
            "test:7 span <http://b/article/1#char=1,3> \n");
  EXPECT_EQ(span_problems("<http://b/article/1#char=0,4> nif:isString \"abcd\" ."), "");
  EXPECT_NE(span_problems("<http://b/article/1#char=0,4> nif:isString \"abce\" ."), "");
}

std::string text_problems(const std::string& more, std::string_view text) {
  const auto graph = article(more);
  Problems problems(10);
  Spans spans(graph);
  EXPECT_FALSE(spans.check_text("2", text, problems));
  EXPECT_TRUE(spans.check_text("1", text, problems));
  EXPECT_EQ(spans.compared(), 1U);
  return all(problems);
}

TEST(Spans, QuoteTheText) {
  const std::string quoting = "<http://b/article/1#char=1,3> nif:anchorOf \"bc\" .";
  EXPECT_EQ(text_problems(quoting, "abcd"), "");
  EXPECT_EQ(text_problems(quoting, "abxd"), "test:4 text <http://b/article/1> \ntest:7 text <http://b/article/1#char=1,3> \"bx\"\n");
  // Two characters of two bytes each: the length is wrong, the sum is wrong, the context and the span lie outside.
  EXPECT_EQ(
      text_problems(quoting, "\xD8\xA7\xD8\xA8"),
      "test:4 text <http://b/article/1> \ntest:4 text <http://b/article/1> \n"
      "test:4 text <http://b/article/1> <http://b/article/1#char=0,4>\ntest:4 text <http://b/article/1> <http://b/article/1#char=1,3>\n");
}

TEST(Problems, AreBounded) {
  Problems problems(2);
  for (int i = 0; i < 5; ++i) problems.add({"f", "s", "m", "rule", std::to_string(i)});
  EXPECT_FALSE(problems.wants("rule"));
  EXPECT_TRUE(problems.wants("other"));
  EXPECT_EQ(problems.total(), 5U);
  EXPECT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(problems.left_out(), (std::map<std::string, std::size_t>{{"rule", 3}}));
}

TEST(Problems, ShowTerms) {
  EXPECT_EQ(shown(rdf::iri("x:a")), "<x:a>");
  EXPECT_EQ(shown(rdf::tagged("a", "ar")), "\"a\"@ar");
  EXPECT_EQ(shown(rdf::typed("1", rdf::kXsdInteger)), "\"1\"^^xsd:integer");
  EXPECT_EQ(shown(rdf::typed("1", "x:d")), "\"1\"^^<x:d>");
  const std::string cut = "\"x" + std::string(118, 'a') + "...\"";  // not in the middle of a letter
  EXPECT_EQ(shown(rdf::literal("x" + std::string(118, 'a') + "\xD8\xA7\xD8\xA7")), cut);
}

}  // namespace
}  // namespace khabar::validate
