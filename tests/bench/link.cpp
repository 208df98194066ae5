// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Linking of made-up events: as many a day as the news of a region tells, and, at the worst, all of one town and day.
#include "entity/time.hpp"
#include "link/incidents.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace khabar::bench {
namespace {

using namespace link;

constexpr std::size_t kEventsOfArticle = 4;
constexpr std::uint32_t kTowns = 2'000, kTownsOfGovernorate = 40, kActors = 40, kEventsOfDay = 120;

class Dice {
 public:
  std::uint32_t roll(std::uint32_t sides) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33U) % sides;
  }

 private:
  std::uint64_t state_ = 1;
};

Place make_town(std::uint32_t number) {
  Place town;
  town.id = id_of("town" + std::to_string(number)), town.kind = lexicon::EntityClass::Settlement;
  town.containers = {id_of("governorate" + std::to_string(number / kTownsOfGovernorate)), id_of("country")};
  town.latitude = 330'000 + static_cast<std::int32_t>(number % 50) * 800;
  town.longitude = 360'000 + static_cast<std::int32_t>(number / 50) * 1'500;
  return town;
}

EventRecord make_event(Dice& dice, Day day, bool crowded) {
  EventRecord event;
  event.type = static_cast<lexicon::EventType>(1 + dice.roll(15));
  event.precision = entity::TimePrecision::Day;
  event.earliest = event.latest = day;
  const auto town = make_town(crowded ? 0 : dice.roll(kTowns));
  Place whole;
  whole.id = town.containers[0], whole.kind = lexicon::EntityClass::Governorate, whole.containers = {town.containers[1]};
  event.places.push_back(dice.roll(5) == 0 ? whole : town);
  Party actor;
  actor.id = id_of("actor" + std::to_string(dice.roll(kActors))), actor.kind = lexicon::EntityClass::ArmedGroup;
  event.parties.push_back(actor);
  const auto dead = dice.roll(20);
  event.figures.push_back({dead, dead, lexicon::Outcome::Killed, true});
  for (int i = 0; i < 12; ++i) event.words.push_back(static_cast<std::uint32_t>(i) * 100'000 + dice.roll(3'000));
  return event;
}

std::vector<ArticleRecord> make_articles(std::size_t events, bool crowded) {
  Dice dice;
  std::vector<ArticleRecord> articles;
  for (std::size_t made = 0; made < events; made += kEventsOfArticle) {
    const Day day(std::chrono::days(15'000 + (crowded ? 0 : made / kEventsOfDay)));
    ArticleRecord article{"a" + std::to_string(made), day, {}};
    for (std::uint32_t i = 0; i < kEventsOfArticle; ++i) {
      article.events.push_back(make_event(dice, day, crowded));
      article.events.back().name = {i * 10, i * 10 + 4, 1};
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

void run(benchmark::State& state, std::size_t events, bool crowded) {
  const auto articles = make_articles(events, crowded);
  std::size_t groups = 0;
  for (auto _ : state) groups = name_incidents({}, link_events(articles)).incidents.size();
  state.counters["incidents"] = static_cast<double>(groups);
}

void LinkTenThousand(benchmark::State& state) { run(state, 10'000, false); }
void LinkHundredThousand(benchmark::State& state) { run(state, 100'000, false); }
void LinkCrowdedTenThousand(benchmark::State& state) { run(state, 10'000, true); }
void LinkCrowdedFortyThousand(benchmark::State& state) { run(state, 40'000, true); }

BENCHMARK(LinkTenThousand)->Unit(benchmark::kMillisecond);
BENCHMARK(LinkHundredThousand)->Unit(benchmark::kMillisecond);
BENCHMARK(LinkCrowdedTenThousand)->Unit(benchmark::kMillisecond);
BENCHMARK(LinkCrowdedFortyThousand)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace khabar::bench
