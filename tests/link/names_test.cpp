// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "records.hpp"

#include <gtest/gtest.h>

namespace khabar::link::test {
namespace {

// Groups of members "a5": article a, published on the fifth.
Group group(std::initializer_list<std::string_view> members) {
  Group out;
  for (const auto text : members) {
    Membership membership;
    membership.member = {day("2024-05-0" + std::string(text.substr(1))), std::string(text.substr(0, 1)), {0, 4, 1}};
    out.push_back(membership);
  }
  return out;
}

// "a: a b, c: c; b>a": incidents with their members, and what was replaced by what.
std::string dump(const IncidentState& state) {
  std::string out;
  const auto short_name = [](const std::string& name) { return name.substr(0, name.find('/')) + name.substr(name.find("0-4") + 3); };
  for (const auto& incident : state.incidents) {
    out += (out.empty() ? "" : ", ") + short_name(incident.name) + ":";
    for (const auto& membership : incident.members) out += " " + membership.member.article;
  }
  for (const auto& gone : state.replaced) out += "; " + short_name(gone.name) + ">" + short_name(gone.by);
  return out;
}

TEST(Names, AreMadeFromTheFirstMember) {
  const auto state = name_incidents({}, {group({"a1", "b2"}), group({"c3"})});
  EXPECT_EQ(state.incidents[0].name, "a/0-4");
  EXPECT_EQ(dump(state), "a: a b, c: c");
  EXPECT_EQ(name_incidents(state, {group({"a1", "b2"}), group({"c3"})}), state) << "nothing new, nothing changes";
}

TEST(Names, SurviveAnEarlierReport) {
  const auto before = name_incidents({}, {group({"b2"})});
  const auto after = name_incidents(before, {group({"a1", "b2"})});
  EXPECT_EQ(dump(after), "b: a b");
  EXPECT_EQ(after.incidents[0].founder.article, "b");
}

TEST(Names, TheOlderOfTwoStaysOnAMerge) {
  const auto first = name_incidents({}, {group({"b2"}), group({"c3"})});
  EXPECT_EQ(dump(name_incidents(first, {group({"b2", "c3"})})), "b: b c; c>b");
  // "Older" is what was published earlier, not what happened earlier.
  const auto second = name_incidents(first, {group({"a1"}), group({"b2"}), group({"c3"})});
  EXPECT_EQ(dump(name_incidents(second, {group({"a1", "c3"}), group({"b2"})})), "b: b, c: a c; a>c");
}

TEST(Names, WhatWasReplacedFollows) {
  const auto one = name_incidents({}, {group({"a1"}), group({"b2"}), group({"c3"})});
  const auto two = name_incidents(one, {group({"a1"}), group({"b2", "c3"})});
  EXPECT_EQ(dump(two), "a: a, b: b c; c>b");
  EXPECT_EQ(dump(name_incidents(two, {group({"a1", "b2", "c3"})})), "a: a b c; b>a; c>a");
}

TEST(Names, TheFounderKeepsTheNameOnASplit) {
  const auto one = name_incidents({}, {group({"a1", "b2", "c3"})});
  EXPECT_EQ(dump(name_incidents(one, {group({"a1"}), group({"b2", "c3"})})), "a: a, b: b c");
}

TEST(Names, AReplacedNameComesBackWithItsFounder) {
  const auto one = name_incidents({}, {group({"a1"}), group({"c3"})});
  const auto merged = name_incidents(one, {group({"a1", "c3"})});
  const auto apart = name_incidents(merged, {group({"a1"}), group({"b2", "c3"})});
  EXPECT_EQ(dump(apart), "a: a, c: b c");
}

TEST(Names, WithoutItsFounderMostMembersDecide) {
  const auto one = name_incidents({}, {group({"a1", "b2", "c3", "d4"})});
  const auto two = name_incidents(one, {group({"b2"}), group({"c3", "d4"})});
  EXPECT_EQ(dump(two), "a: c d, b: b");
  // The founder is back, alone: its name is borne by another, which it now claims; the rest is named anew.
  EXPECT_EQ(dump(name_incidents(two, {group({"a1"}), group({"b2"}), group({"c3", "d4"})})), "a: a, b: b, c: c d");
}

TEST(Names, NobodyBearsTheNameOfAnother) {
  const auto one = name_incidents({}, {group({"a1", "b2"})});
  const auto gone = name_incidents(one, {group({"b2"})});
  EXPECT_EQ(dump(gone), "a: b");
  // The article is there again as another's report: its name is taken.
  const auto state = name_incidents(gone, {group({"b2"}), group({"c3"})});
  EXPECT_EQ(dump(state), "a: b, c: c");
}

TEST(Names, AnIncidentWithoutMembersVanishes) {
  const auto one = name_incidents({}, {group({"a1"}), group({"b2"})});
  const auto merged = name_incidents(one, {group({"a1", "b2"})});
  EXPECT_EQ(dump(name_incidents(merged, {group({"c3"})})), "c: c");
}

// The groups are the same by whatever way they came about; only names differ.
TEST(Names, HistoriesDifferInNamesOnly) {
  const std::vector<Group> all = {group({"a1", "b2", "c3"}), group({"d4", "e5"})};
  const auto at_once = name_incidents({}, all);
  auto slowly = name_incidents({}, {group({"c3"}), group({"e5"})});
  slowly = name_incidents(slowly, {group({"b2", "c3"}), group({"d4"}), group({"e5"})});
  slowly = name_incidents(slowly, all);
  ASSERT_EQ(at_once.incidents.size(), slowly.incidents.size());
  EXPECT_EQ(dump(at_once), "a: a b c, d: d e");
  EXPECT_EQ(dump(slowly), "c: a b c, e: d e; d>e");
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(at_once.incidents[i].members, slowly.incidents[i].members);
}

TEST(Names, NeedNoEscaping) {
  auto one = group({"a1"});
  one[0].member.article = "خبر 1/2";
  one[0].member.event.ordinal = 2;
  const auto state = name_incidents({}, {one});
  EXPECT_EQ(state.incidents[0].name, "%D8%AE%D8%A8%D8%B1%201%2F2/0-4-2");
}

}  // namespace
}  // namespace khabar::link::test
