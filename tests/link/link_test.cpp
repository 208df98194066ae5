// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "records.hpp"

#include "error.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace khabar::link::test {
namespace {

using lexicon::EventType;
using lexicon::Factuality;

const Place kSarmin = town("Sarmin", "Idlib", 35.90, 36.73), kBinnish = town("Binnish", "Idlib", 35.96, 36.71),
            kDaraa = town("Daraa", "DaraaGovernorate", 32.62, 36.10);

int score(const EventRecord& a, const EventRecord& b) {
  const auto verdict = compare(candidate(a), candidate(b));
  return verdict.possible ? verdict.score : -1;
}

bool says(const EventRecord& a, const EventRecord& b, ReasonCode code) {
  const auto verdict = compare(candidate(a), candidate(b));
  const auto reasons = verdict.reasons();
  return std::find(reasons.begin(), reasons.end(), code) != reasons.end();
}

TEST(Compare, TheScoreIsTheSumOfItsReasonsAndSymmetric) {
  const auto a = with_dead(with(with(shelling("2021-09-07"), kSarmin), actor("Army")), 4);
  auto b = with_dead(with(with(shelling("2021-09-07"), governorate("Idlib")), actor("Army")), 9);
  b.type = EventType::Strike, b.hours = 0x0E;
  const auto verdict = compare(candidate(a), candidate(b));
  int sum = 0;
  for (const auto code : verdict.reasons()) sum += kReasons[static_cast<std::size_t>(code)].points;
  EXPECT_EQ(verdict.score, sum);
  EXPECT_GE(verdict.count, 5U);
  EXPECT_EQ(score(a, b), score(b, a));
}

TEST(Compare, EveryReasonHasAText) {
  for (const auto& row : kReasons) EXPECT_FALSE(row.text.empty());
}

TEST(Compare, OneTownOneDayOneActorIsEnough) {
  const auto a = with(with(shelling("2021-09-07"), kSarmin), actor("Army"));
  EXPECT_GE(score(a, a), kEnough);
}

TEST(Compare, AnotherDayOrTownIsNot) {
  const auto a = with(with(shelling("2021-09-07"), kSarmin), actor("Army"));
  EXPECT_LT(score(a, with(with(shelling("2021-09-08"), kSarmin), actor("Army"))), kEnough);
  EXPECT_LT(score(a, with(with(shelling("2021-09-07"), kBinnish), actor("Army"))), kEnough);
  EXPECT_EQ(score(a, with(with(shelling("2021-09-09"), kSarmin), actor("Army"))), -1);
  EXPECT_EQ(score(a, with(with(shelling("2021-09-07"), kDaraa), actor("Army"))), -1);
}

TEST(Compare, CertainActorsThatDifferOnDifferentDaysNeverLink) {
  const auto a = with_dead(with(with(shelling("2021-09-07"), kSarmin), actor("Army")), 14);
  const auto same_day = with_dead(with(with(shelling("2021-09-07"), kSarmin), actor("Rebels")), 14);
  EXPECT_TRUE(says(a, same_day, ReasonCode::OtherActor));
  EXPECT_GE(score(a, same_day), 0) << "a contradiction on one day may stand side by side";
  EXPECT_EQ(score(a, with_dead(with(with(shelling("2021-09-08"), kSarmin), actor("Rebels")), 14)), -1);
  auto suspected = actor("Rebels");
  suspected.role = PartyRole::LikelyActor;
  EXPECT_GE(score(a, with_dead(with(with(shelling("2021-09-08"), kSarmin), suspected), 14)), 0) << "a suspicion contradicts nothing";
}

TEST(Compare, AWholeAndItsPartAreRelated) {
  auto brigade = actor("Brigade");
  brigade.parents = {id_of("Army")};
  const auto a = with(with(shelling("2021-09-07"), kSarmin), actor("Army"));
  EXPECT_TRUE(says(a, with(with(shelling("2021-09-07"), kSarmin), brigade), ReasonCode::RelatedActor));
}

TEST(Compare, ASeatOfADivisionIsNotWhereItsVillagesAre) {
  auto seat = town("Idlib", "IdlibGovernorate", 35.93, 36.63);
  seat.seat = true;
  const auto in_village = [&](std::string_view name, double latitude) {
    return with(with(shelling("2021-09-07"), seat), town(name, "IdlibGovernorate", latitude, 36.5));
  };
  EXPECT_FALSE(says(in_village("Kansafra", 35.66), in_village("Taftanaz", 35.99), ReasonCode::SameCity));
  EXPECT_TRUE(says(in_village("Kansafra", 35.66), with(shelling("2021-09-07"), seat), ReasonCode::SameCity));
}

TEST(Compare, TollsGrow) {
  const auto with_toll = [](std::uint32_t dead) { return with_dead(shelling("2021-09-07"), dead); };
  EXPECT_TRUE(says(with_toll(5), with_toll(7), ReasonCode::CloseDead));
  EXPECT_TRUE(says(with_toll(2), with_toll(9), ReasonCode::OtherDead));
  EXPECT_TRUE(says(with_toll(14), with_toll(14), ReasonCode::ManyDeadSame));
}

TEST(Link, EveryEventIsInOneGroup) {
  auto planned = with(with(shelling("2021-09-07"), kSarmin), actor("Army"));
  planned.factuality = Factuality::Planned;
  auto undated = planned;
  undated.earliest = undated.latest = std::nullopt;
  const auto groups =
      link_events({article("a", "2021-09-07", {with(with(shelling("2021-09-07"), kSarmin), actor("Army"))}),
                   article("b", "2021-09-07", {planned, undated, with(with(shelling("2021-09-07"), kSarmin), actor("Army"))})});
  EXPECT_EQ(groups_of(groups), "a b/20 | b | b/10");
  EXPECT_EQ(groups[1][0].reasons.front().code, static_cast<std::uint8_t>(ReasonCode::NotLinked));
}

TEST(Link, EventsOfOneArticleStayApart) {
  const auto strike = with(with(shelling("2021-09-07"), kSarmin), actor("Army"));
  EXPECT_EQ(groups_of(link_events({article("a", "2021-09-07", {strike, strike})})), "a | a/10");
}

TEST(Link, AVagueReportTiesNoTwoTowns) {
  const auto in = [](Place place) { return with_dead(with(with(shelling("2021-09-07"), place), actor("Army")), 6); };
  const auto groups = link_events({article("a", "2021-09-07", {in(kSarmin)}), article("b", "2021-09-07", {in(governorate("Idlib"))}),
                                   article("c", "2021-09-07", {in(kBinnish)})});
  EXPECT_EQ(groups_of(groups), "a b | c");
}

TEST(Link, DaysDoNotChain) {
  std::vector<ArticleRecord> articles;
  for (int i = 1; i <= 6; ++i) {
    auto event = with_dead(with(with(shelling("2021-09-07"), kSarmin), actor("Army")), 14);
    event.hours = 0xC3;
    *event.earliest += std::chrono::days(i), *event.latest += std::chrono::days(i);
    articles.push_back(article("a" + std::to_string(i), "2021-09-20", {event}));
  }
  for (const auto& group : link_events(articles)) EXPECT_LE(group.size(), 2U);
}

// Articles of a week with all kinds of likenesses.
std::vector<ArticleRecord> mixed_articles() {
  std::vector<ArticleRecord> articles;
  const Place places[] = {kSarmin, kBinnish, kDaraa, governorate("Idlib")};
  for (std::uint32_t i = 0; i < 60; ++i) {
    std::vector<EventRecord> events;
    for (std::uint32_t j = 0; j < 3; ++j) {
      auto event = with_dead(with(shelling("2021-09-07"), places[(i * 7 + j * 3) % 4]), 3 + (i + j) % 3);
      if ((i + j) % 4 != 0) event.parties.push_back(actor((i + j) % 3 == 0 ? "Rebels" : "Army"));
      const auto shift = std::chrono::days((i * 5 + j) % 4);
      *event.earliest += shift, *event.latest += shift;
      events.push_back(event);
    }
    articles.push_back(article("n" + std::to_string(i), i % 2 == 0 ? "2021-09-10" : "2021-09-11", std::move(events)));
  }
  return articles;
}

TEST(Link, TheOrderOfArticlesDoesNotMatter) {
  auto articles = mixed_articles();
  const auto groups = link_events(articles);
  EXPECT_LT(groups.size(), 180U);
  for (std::size_t step : {7U, 23U, 41U}) {
    std::rotate(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(step), articles.end());
    std::reverse(articles.begin() + 5, articles.begin() + 30);
    EXPECT_EQ(link_events(articles), groups);
  }
}

TEST(Link, ScoresNameTheMemberTheyCompareWith) {
  for (const auto& group : link_events(mixed_articles()))
    for (std::size_t i = 0; i < group.size(); ++i) {
      ASSERT_LT(group[i].compared_with, group.size());
      EXPECT_EQ(group[i].compared_with == i, i == 0);
      int sum = 0;
      for (const auto& reason : group[i].reasons) sum += reason.points;
      EXPECT_EQ(group[i].score, i == 0 ? 100 : std::clamp(sum, 0, 100));
    }
}

TEST(Records, BytesComeBack) {
  for (const auto& record : mixed_articles()) EXPECT_EQ(from_bytes(to_bytes(record)), record);
  EXPECT_EQ(from_bytes(to_bytes({"empty", std::nullopt, {}})), (ArticleRecord{"empty", std::nullopt, {}}));
}

TEST(Records, DamagedBytesAreRefused) {
  const auto bytes = to_bytes(mixed_articles().front());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_THROW(from_bytes(std::string_view(bytes).substr(0, size)), Error);
  auto other = bytes;
  other[0] = '\x7F';
  EXPECT_THROW(from_bytes(other), Error);
  EXPECT_THROW(from_bytes(bytes + "x"), Error);
}

}  // namespace
}  // namespace khabar::link::test
