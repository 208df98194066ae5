// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Linking from run to run gives what linking everything at once gives, whatever came, changed and went in between.
#include "link/web.hpp"

#include "link/incidents.hpp"
#include "records.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace khabar::link {
namespace {

using namespace test;

// A run after others: what it is given, and what it read.
class Night final : public RecordSource {
 public:
  Night(const std::vector<ArticleRecord>& past, const std::vector<ArticleRecord>& today) : past_(past), today_(today) {}
  void load(const std::vector<std::uint32_t>& articles) override { loaded.insert(articles.begin(), articles.end()); }
  const ArticleRecord& now(std::uint32_t article) override {
    EXPECT_TRUE(loaded.contains(article));
    return today_[article];
  }
  const ArticleRecord& gone(std::uint32_t article) override { return past_[article]; }

  std::set<std::uint32_t> loaded;

 private:
  const std::vector<ArticleRecord>& past_;
  const std::vector<ArticleRecord>& today_;
};

// An article of a few weeks in a few towns; `crowded`: all in one town and three days, so that blocks are cut off.
ArticleRecord random_article(std::mt19937& dice, int id, bool crowded) {
  const auto roll = [&](unsigned sides) { return static_cast<unsigned>(dice() % sides); };
  std::vector<EventRecord> events;
  for (unsigned i = 0, count = roll(4); i < count; ++i) {
    auto event = shelling("2021-09-01");
    const auto number = crowded ? 0 : roll(9);
    if (roll(5) > 0)
      event = with(event, town("Town" + std::to_string(number), "Governorate" + std::to_string(number / 3), 35.0 + number * 0.11, 36.5));
    else if (roll(2) > 0)
      event = with(event, governorate("Governorate" + std::to_string(number / 3)));
    if (roll(3) > 0) event = with(event, actor("Actor" + std::to_string(roll(4))));
    if (roll(2) > 0) event = with_dead(event, 1 + roll(6));
    event.name = {10 * i, 10 * i + 4, 1};
    const auto shift = std::chrono::days(roll(crowded ? 3 : 30));
    event.earliest = *event.earliest + shift, event.latest = *event.latest + shift + std::chrono::days(roll(8) == 0 ? 1 + roll(9) : 0);
    if (roll(6) == 0) event.earliest.reset(), event.latest.reset();
    if (roll(9) == 0) event.factuality = lexicon::Factuality::Denied;
    for (unsigned w = 0; w < 6; ++w) event.words.push_back(w * 100 + roll(4));
    events.push_back(event);
  }
  auto made = article("n" + std::to_string(id), "2021-09-10", std::move(events));
  if (roll(12) == 0)
    made.published.reset();
  else
    made.published = *made.published + std::chrono::days(roll(crowded ? 3 : 25));
  return made;
}

using Members = std::vector<std::pair<std::string, EventName>>;

std::set<Members> at_once(const std::vector<ArticleRecord>& articles) {
  std::set<Members> all;
  for (const auto& group : link_events(articles)) {
    Members members;
    for (const auto& membership : group) members.emplace_back(membership.member.article, membership.member.event);
    all.insert(std::move(members));
  }
  return all;
}

struct History {
  explicit History(unsigned seed, bool crowded_, std::size_t size) : dice(seed), crowded(crowded_), most(size) {}

  // Articles come, are changed and go; the order of what stays may change.
  void live_on() {
    std::vector<ArticleRecord> next;
    std::vector<std::uint32_t> now_of(articles.size(), kNoNumber);
    std::vector<std::uint32_t> order(articles.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    if (dice() % 4 == 0 && !order.empty())
      std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(dice() % order.size()), order.end());
    const auto rate = dice() % 3 == 0 ? 4U : 40U;
    std::vector<ArticleRecord> changed;
    for (const auto i : order) {
      if (dice() % rate == 0) {
        if (dice() % 2 == 0) changed.push_back(random_article(dice, std::stoi(articles[i].id.substr(1)), crowded));
        continue;
      }
      now_of[i] = static_cast<std::uint32_t>(next.size());
      next.push_back(articles[i]);
    }
    next.insert(next.end(), changed.begin(), changed.end());
    for (std::size_t fresh = dice() % (next.empty() ? most : 1 + most / 8); fresh > 0; --fresh)
      next.push_back(random_article(dice, ++last_id, crowded));

    Night run(articles, next);
    auto relinked = relink(web, now_of, static_cast<std::uint32_t>(next.size()), {}, run);
    std::vector<std::uint32_t> now(relinked.web.events(), kNoNumber);
    std::uint32_t groups = 0;
    std::map<std::uint32_t, std::uint32_t> kept;  // groups of the last run to those of this one
    for (std::uint32_t e = 0; e < group_of.size(); ++e)
      if (const auto at = relinked.event_now[e]; at != kNoNumber) {
        if (!kept.contains(group_of[e])) kept[group_of[e]] = groups++;
        now[at] = kept[group_of[e]];
      }
    for (const auto& group : relinked.groups) {
      for (const auto event : group) now[event] = groups;
      ++groups;
    }
    read += run.loaded.size(), all += next.size();
    web = std::move(relinked.web), group_of = std::move(now), articles = std::move(next);
  }

  std::set<Members> groups() const {
    std::map<std::uint32_t, std::vector<std::tuple<bool, Day, std::string, EventName>>> members;
    for (std::uint32_t a = 0; a < articles.size(); ++a)
      for (std::uint32_t i = 0; i < articles[a].events.size(); ++i) {
        const auto& published = articles[a].published;
        members[group_of[web.begins[a] + i]].emplace_back(!published, published.value_or(Day()), articles[a].id,
                                                          articles[a].events[i].name);
      }
    std::set<Members> all_groups;
    for (auto& [number, list] : members) {
      std::sort(list.begin(), list.end());
      Members plain;
      for (const auto& [undated, published, id, event] : list) plain.emplace_back(id, event);
      all_groups.insert(std::move(plain));
    }
    return all_groups;
  }

  std::mt19937 dice;
  bool crowded;
  std::size_t most;
  int last_id = 0;
  std::vector<ArticleRecord> articles;
  Web web;
  std::vector<std::uint32_t> group_of;  // by event
  std::size_t read = 0, all = 0;
};

TEST(Web, RandomHistoriesGiveWhatLinkingAtOnceGives) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    History history(seed, false, 80);
    for (int run = 0; run < 8; ++run) {
      history.live_on();
      ASSERT_EQ(history.groups(), at_once(history.articles)) << "seed " << seed << ", run " << run;
    }
  }
}

TEST(Web, EvenWhereBlocksAreCutOff) {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    History history(seed, true, 300);
    for (int run = 0; run < 6; ++run) {
      history.live_on();
      ASSERT_EQ(history.groups(), at_once(history.articles)) << "seed " << seed << ", run " << run;
    }
  }
}

TEST(Web, WhatIsFarAwayIsNotRead) {
  std::vector<ArticleRecord> past;
  for (int i = 0; i < 200; ++i) {
    auto event = with(with(shelling("2021-01-01"), town("Town" + std::to_string(i % 7), "Governorate", 35.0 + i % 7, 36.0)), actor("Army"));
    event.earliest = event.latest = *event.earliest + std::chrono::days(i);
    past.push_back(article("n" + std::to_string(i), "2021-09-10", {event}));
  }
  const std::vector<ArticleRecord> none;
  Night first(none, past);
  const auto before = relink({}, {}, 200, {}, first);
  EXPECT_EQ(before.groups.size(), 200U);
  auto today = past;
  today.push_back(article("new", "2021-09-10", {past[100].events[0]}));
  std::vector<std::uint32_t> now_of(200);
  for (std::uint32_t i = 0; i < 200; ++i) now_of[i] = i;
  Night second(past, today);
  const auto after = relink(before.web, now_of, 201, {}, second);
  EXPECT_EQ(after.groups, (std::vector<std::vector<std::uint32_t>>{{100, 200}}));
  EXPECT_LT(second.loaded.size(), 10U);
}

}  // namespace
}  // namespace khabar::link
