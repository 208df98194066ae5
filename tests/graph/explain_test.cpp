// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/explain.hpp"
#include "telling.hpp"

#include <gtest/gtest.h>

namespace khabar::test {
namespace {

using entity::MentionType;
using event::Role;

TEST(Explain, MarksWordsAndNamesRules) {
  Telling t("قصف جيش الساحل بطائرة مسيّرة وادي الورد، بحسب وكالة البحر.");
  auto& e = t.event(lexicon::EventType::DroneStrike, "قصف");
  e.frame = 0;
  auto drone = t.words(MentionType::Weapon, "طائرة مسيّرة");
  drone.noun = known("weapon/Drone");
  e.fillers.push_back({.role = Role::LikelyActor,
                       .mention = t.named("جيش الساحل", "actor/SahilArmy"),
                       .certainty = lexicon::Certainty::Possible,
                       .frame = 0});
  e.fillers.push_back({.role = Role::Weapon, .mention = t.mention(drone), .inherited = true, .confidence = 0.6F});
  e.figures.push_back({.count = {3, entity::kUnbounded, lexicon::Quantifier::AtLeast},
                       .evidence = t.span("وادي الورد"),
                       .scope = event::Scope::Cumulative});
  t.report.claims.push_back({.evidence = t.span("بحسب وكالة البحر"), .source = t.named("وكالة البحر", "actor/SeaNews")});
  e.claims = {0};
  EXPECT_EQ(event::explain(t.document, t.units, t.report, false), R"(== a
-- event 0: DroneStrike  Asserted  rule frame/Attack  confidence 0.90
   | [قصف] {جيش الساحل} {بطائرة مسيّرة} وادي الورد، بحسب وكالة البحر.
     when          Unresolved
     likelyActor   "جيش الساحل" = actor/SahilArmy  Possible  rule frame/Attack  confidence 0.90
     weapon        "بطائرة مسيّرة" = weapon/Drone  inherited  confidence 0.60
     Killed        3.. AtLeast  Cumulative  "وادي الورد"
     accordingTo   "وكالة البحر" = actor/SeaNews  Reported  "بحسب وكالة البحر"
)");
}

TEST(Explain, ArticleWithoutEvents) {
  Telling t("لا شيء");
  t.report.published = std::chrono::sys_days(std::chrono::year(2024) / 5 / 15);
  t.report.date_source = event::DateSource::Given;
  EXPECT_EQ(event::explain(t.document, t.units, t.report, true), "== a  published 2024-05-15 (Given)\nno events\n");
}

}  // namespace
}  // namespace khabar::test
