// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/statements.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <random>
#include <string>

namespace khabar::graph {
namespace {

// A statement as it is compared: graph, subject, type or not, predicate, object, with the brackets of N-Quads.
std::string line(const rdf::QuadRef& quad) {
  const auto bracketed = [](std::string_view iri) { return "<" + std::string(iri) + ">"; };
  return std::string(quad.graph) + "\x01" + bracketed(quad.s.value) + (quad.p.value == rdf::kRdfType ? "\x01" : "\x02") +
         std::string(quad.p.value) + "\x01" +
         (quad.o.kind == rdf::TermKind::Iri ? bracketed(quad.o.value) : "~" + std::string(quad.o.value));
}

TEST(Statements, AreSortedAsTheyStandBetweenBrackets) {
  const std::vector<std::string_view> subjects = {"x:a",  "x:a/b",         "x:a=b",          "x:a?b",
                                                  "x:ab", "x:a/event/9-3", "x:a/event/10-3", "x:a#char=1,2"};
  const std::vector<std::string_view> predicates = {rdf::kRdfType,
                                                    "http://a/p",
                                                    "https://w3id.org/khabar/ns#place",
                                                    "https://w3id.org/khabar/ns#placePrecision",
                                                    "https://w3id.org/khabar/ns#placeP",
                                                    "https://w3id.org/khabar/zz",
                                                    "https://w3id.org/khabar/ns#z",
                                                    "x:p"};
  const std::vector<rdf::TermRef> objects = {rdf::iri("x:a"), rdf::iri("x:a/b"), rdf::literal("a"), rdf::literal("b")};
  std::mt19937 random(1);
  const auto any = [&](const auto& of) { return of[random() % of.size()]; };
  for (int round = 0; round < 200; ++round) {
    std::vector<rdf::QuadRef> quads;
    std::deque<std::string> copies;  // equal text need not be the same view
    for (std::size_t i = random() % 60; i > 0; --i) {
      copies.emplace_back(any(subjects));
      quads.push_back({rdf::iri(copies.back()), rdf::iri(any(predicates)), any(objects), random() % 4 == 0 ? "g:1" : "g:2"});
    }
    auto expected = quads;
    std::sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return line(a) < line(b); });
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    sort_statements(quads);
    ASSERT_EQ(quads, expected) << "round " << round;
  }
}

TEST(Statements, TextOfTheArenaStays) {
  Arena arena;
  const std::string_view first = arena.join({"a", "", "b", Digits(0), Digits(4294967295U)});
  std::vector<std::string_view> views;
  for (int i = 0; i < 2000; ++i) views.push_back(arena.put(std::string(1000, static_cast<char>('a' + i % 26))));
  const auto big = arena.put(std::string(1U << 20U, 'z'));
  EXPECT_EQ(first, "ab04294967295");
  for (int i = 0; i < 2000; ++i) ASSERT_EQ(views[static_cast<std::size_t>(i)], std::string(1000, static_cast<char>('a' + i % 26)));
  EXPECT_EQ(big.size(), 1U << 20U);
  EXPECT_TRUE(arena.put("").empty());
}

}  // namespace
}  // namespace khabar::graph
