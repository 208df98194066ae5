// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The graphs of tests/rdf: good.ttl satisfies the shapes, and each of broken/ violates those that its first line names, which
// tests/rdf/shapes_negative.py holds against another engine.
#include "validate/shapes.hpp"

#include "error.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace khabar::validate {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = KHABAR_SOURCE_DIR;
const fs::path kShapes = kSource / "ontology/shapes.ttl";

std::set<std::string> violated(const std::vector<fs::path>& files) {
  Graph graph;
  for (const auto& file : files) graph.add_file(file);
  graph.finish();
  Problems problems(1000);
  Shapes(kShapes, graph).validate(problems);
  std::set<std::string> rules;
  for (const auto& [rule, count] : problems.counts()) rules.insert(rule);
  return rules;
}

std::set<std::string> named_in(const fs::path& file) {
  std::ifstream in(file);
  std::string first, word;
  std::getline(in, first);
  std::istringstream words(first);
  std::set<std::string> names;
  while (words >> word)
    if (word.starts_with("khbs:")) names.insert(word);
  return names;
}

std::vector<fs::path> broken() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kSource / "tests/rdf/broken")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Shapes, GoodGraphSatisfiesThem) { EXPECT_EQ(violated({kSource / "tests/rdf/good.ttl"}), std::set<std::string>()); }

class Broken : public testing::TestWithParam<fs::path> {};

TEST_P(Broken, ViolatesWhatItNames) {
  const auto expected = named_in(GetParam());
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(violated({kSource / "tests/rdf/good.ttl", GetParam()}), expected);
}

INSTANTIATE_TEST_SUITE_P(Graphs, Broken, testing::ValuesIn(broken()), [](const auto& graph) { return graph.param.stem().string(); });

// The shapes of khabar use few of the ways in which each parameter can fail.
constexpr std::string_view kPrefixes =
    "@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

class ShapesFile : public testing::Test {
 protected:
  void TearDown() override { fs::remove(file_); }
  std::size_t problems(const std::string& shape, const std::string& data) {
    std::ofstream(file_) << kPrefixes << "ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; " << shape << " .\n";
    Graph graph;
    graph.add_text(std::string(kPrefixes) + data, "data", rdf::Format::Turtle);
    graph.finish();
    Problems found(100);
    Shapes(file_, graph).validate(found);
    return found.total();
  }
  std::size_t of_values(const std::string& parameter, const std::string& values) {
    return problems("sh:property [ sh:path ex:p ; " + parameter + " ]", "ex:a ex:q \"5\"^^xsd:decimal, 7 ; ex:p " + values + " .");
  }
  fs::path file_ = fs::path(testing::TempDir()) / "khabar-shapes-test.ttl";
};

TEST_F(ShapesFile, Parameters) {
  struct Row {
    std::string parameter, values;
    std::size_t problems;
  };
  const Row rows[] = {
      {"sh:minInclusive -1.5", "-1.50, -1.5000000000000000000000001, 0, 10", 1},
      {"sh:maxInclusive 10", "9, 10.0, 10.01, 100, \"9\", \"x\"^^xsd:integer", 4},
      {"sh:datatype xsd:integer", "1, 1.0, \"x\"^^xsd:integer, \"1\"", 3},
      {"sh:datatype xsd:string", "\"a\", \"a\"@en, 1", 2},
      {"sh:nodeKind sh:IRI", "ex:b, \"b\", []", 2},
      {"sh:nodeKind sh:BlankNodeOrIRI", "ex:b, \"b\", []", 1},
      {"sh:lessThan ex:q", "4, 5, 6, 8", 3},
      {"sh:lessThanOrEquals ex:q", "4, 5, \"4\"", 1},
      {"sh:equals ex:q", "7", 1},
      {"sh:equals ex:q", "\"5\"^^xsd:decimal, 7, 8", 1},
      {"sh:disjoint ex:q", "7, 8", 1},
      {"sh:uniqueLang true", "\"a\"@ar, \"b\"@AR, \"c\"@en, \"d\"", 1},
      {"sh:uniqueLang false", "\"a\"@ar, \"b\"@ar", 0},
      {"sh:languageIn (\"ar\")", "\"a\"@ar, \"b\"@ar-SY, \"c\"@arz, \"d\"", 2},
      {"sh:minLength 2", "\"\xD8\xA7\xD8\xA8\", \"\xD8\xA7\"", 1},
      {"sh:maxLength 1", "\"\xD8\xA7\xD8\xA8\", \"\xD8\xA7\"", 1},
      {"sh:pattern \"^a+$\"", "\"aa\", \"b\", []", 2},
      {"sh:hasValue 1, 2", "1, 3", 1},
      {"sh:in (1 2)", "1, 3, 4", 2},
      {"sh:maxCount 1", "1, 2", 1},
      {"sh:minCount 3", "1, 2", 1},
      {"sh:not [ sh:datatype xsd:integer ]", "1, \"a\"", 1},
      {"sh:or ([ sh:nodeKind sh:IRI ] [ sh:datatype xsd:integer ])", "1, \"a\", ex:b", 1},
      {"sh:xone ([ sh:datatype xsd:integer ] [ sh:minInclusive 5 ])", "1, 6, 7.0", 1},
      {"sh:qualifiedValueShape [ sh:datatype xsd:integer ] ; sh:qualifiedMaxCount 1", "1, 2, \"a\"", 1},
      {"sh:class ex:C", "ex:b", 1},
      {"sh:deactivated true ; sh:maxCount 0", "1", 0},
  };
  for (const auto& row : rows) EXPECT_EQ(of_values(row.parameter, row.values), row.problems) << row.parameter << " of " << row.values;
}

TEST_F(ShapesFile, Paths) {
  const std::string data = "ex:a ex:p ex:b . ex:b ex:q 1, 2 . ex:c ex:r ex:a .";
  EXPECT_EQ(problems("sh:property [ sh:path ( ex:p ex:q ) ; sh:minCount 3 ]", data), 1U);
  EXPECT_EQ(problems("sh:property [ sh:path ( ex:p ex:q ) ; sh:maxCount 2 ]", data), 0U);
  EXPECT_EQ(problems("sh:property [ sh:path [ sh:inversePath ex:r ] ; sh:hasValue ex:c ]", data), 0U);
  EXPECT_EQ(problems("sh:property [ sh:path [ sh:alternativePath ( ex:p [ sh:inversePath ex:r ] ) ] ; sh:maxCount 1 ]", data), 1U);
  EXPECT_EQ(problems("sh:closed true ; sh:property [ sh:path ex:p ]", "ex:a ex:p 1 ; ex:q 2 ."), 1U);
}

TEST_F(ShapesFile, WhatIsNotUnderstoodIsAnError) {
  for (const auto* shape : {"sh:sparql [ sh:select \"\" ]", "sh:property [ sh:path [ sh:zeroOrMorePath ex:p ] ; sh:maxCount 1 ]",
                            "sh:pattern \"[\"", "sh:pattern \"\\\\d\"", "sh:node ex:S", "sh:property [ sh:path ex:p ; sh:maxCount \"x\" ]",
                            "sh:property [ sh:path ex:p ; sh:in ex:a ]"})
    EXPECT_THROW(problems(shape, "ex:a ex:p 1 ."), InputError) << shape;
}

}  // namespace
}  // namespace khabar::validate
