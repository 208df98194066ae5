// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Every event enters the blocks of each of its days with each of its places and what contains them, with the cell of the map it lies
// in, and with its marks: parties, number of dead, the first words of its sample. It then asks, a day before to a day after: the blocks
// of its own places (who was there, or in it), the cells around it, and those of its marks when it names no town. Two events of one
// happening so meet once at least: the wider one asks for what lies in it.
#include "link/candidates.hpp"

#include <algorithm>
#include <cmath>

namespace khabar::link {
namespace {

using std::chrono::days;

constexpr std::uint32_t kMostInBlock = 96;
constexpr std::int32_t kCell = 2'500;  // a quarter of a degree, in ten-thousandths
constexpr std::size_t kMostWordMarks = 3;
constexpr std::uint32_t kTellingNumber = 3;  // of dead
enum Salt : std::uint64_t {
  kPartySalt = 0xA5A5A5A5A5A5A5A5,
  kCellSalt = 0x5A5A5A5A5A5A5A5A,
  kWordSalt = 0xC3C3C3C3C3C3C3C3,
  kDeadSalt = 0x3C3C3C3C3C3C3C3C
};

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ b * 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL;
  return h ^ h >> 32U;
}

std::uint64_t day_key(Day day, std::uint64_t token) { return mixed(token, static_cast<std::uint64_t>(day.time_since_epoch().count())); }

std::int32_t cell_of(std::int32_t degrees) { return static_cast<std::int32_t>(std::floor(static_cast<double>(degrees) / kCell)); }

std::uint64_t cell_token(std::int32_t north, std::int32_t east) {
  return kCellSalt ^ (std::uint64_t{static_cast<std::uint32_t>(north)} << 32U | static_cast<std::uint32_t>(east));
}

bool is_wide(const Place& place) {
  using lexicon::EntityClass;
  return place.kind == EntityClass::Country || place.kind == EntityClass::Governorate || place.kind == EntityClass::Region;
}

bool names_town(const EventRecord& event) {
  return std::any_of(event.places.begin(), event.places.end(), [](const Place& p) { return !is_wide(p); });
}

// Calls visit(token) for what may tell an event from others but for its place.
template <typename Visit>
void each_mark(const EventRecord& event, Visit visit) {
  using lexicon::EntityClass;
  for (const auto& party : event.parties)
    if (party.kind != EntityClass::PopulationGroup && party.kind != EntityClass::ActorDescription) visit(party.id ^ kPartySalt);
  for (const auto& figure : event.figures)
    if (figure.own && figure.outcome == lexicon::Outcome::Killed && figure.minimum >= kTellingNumber) visit(figure.minimum ^ kDeadSalt);
  for (std::size_t i = 0; i < std::min(event.words.size(), kMostWordMarks); ++i) visit(event.words[i] ^ kWordSalt);
}

// Blocks as one sorted array.
class Blocks {
 public:
  void add(std::uint64_t key, std::uint32_t event) { entries_.push_back({key, event}); }
  void close() {
    std::sort(entries_.begin(), entries_.end());
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (i == 0 || entries_[i].first != entries_[i - 1].first) begins_.push_back({entries_[i].first, i});
    std::size_t size = 1;
    while (size < begins_.size() * 2) size *= 2;
    slots_.assign(size, 0);
    for (std::size_t i = 0; i < begins_.size(); ++i) {
      auto slot = begins_[i].first & (size - 1);
      while (slots_[slot] != 0) slot = (slot + 1) & (size - 1);
      slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }

  // Calls visit(other) for the members of a block that stand nearest to `event`.
  template <typename Visit>
  void around(std::uint64_t key, std::uint32_t event, Visit visit) const {
    const auto mask = slots_.size() - 1;
    auto slot = key & mask;
    while (slots_[slot] != 0 && begins_[slots_[slot] - 1].first != key) slot = (slot + 1) & mask;
    if (slots_[slot] == 0) return;
    const std::size_t number = slots_[slot] - 1;
    auto first = begins_[number].second;
    auto last = number + 1 < begins_.size() ? begins_[number + 1].second : entries_.size();
    if (last - first > kMostInBlock) {
      const auto begin = entries_.begin();
      const auto at = static_cast<std::size_t>(
          std::lower_bound(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last), Entry{key, event}) -
          begin);
      first = std::max(first, at - std::min<std::size_t>(at, kMostInBlock / 2));
      last = std::min<std::size_t>(last, first + kMostInBlock);
    }
    for (auto i = first; i < last; ++i) visit(entries_[i].second);
  }

 private:
  using Entry = std::pair<std::uint64_t, std::uint32_t>;
  std::vector<Entry> entries_;
  std::vector<std::pair<std::uint64_t, std::size_t>> begins_;
  std::vector<std::uint32_t> slots_;  // a hash table of numbers in begins_, counted from 1
};

class Finder {
 public:
  explicit Finder(const std::vector<Linkable>& events) : events_(events), seen_(events.size(), 0) {}

  std::vector<Edge> run() {
    for (std::uint32_t e = 0; e < events_.size(); ++e) enter(e);
    blocks_.close();
    for (std::uint32_t e = 0; e < events_.size(); ++e) ask(e);
    std::sort(edges_.begin(), edges_.end(),
              [](const Edge& a, const Edge& b) { return a.first != b.first ? a.first < b.first : a.second < b.second; });
    const auto same = [](const Edge& a, const Edge& b) { return a.first == b.first && a.second == b.second; };
    edges_.erase(std::unique(edges_.begin(), edges_.end(), same), edges_.end());
    return std::move(edges_);
  }

 private:
  void enter(std::uint32_t number) {
    const auto& [event, earliest, latest, dated] = events_[number].candidate;
    for (auto day = earliest; day <= latest; day += days(1)) {
      for (const auto& place : event->places) {
        blocks_.add(day_key(day, place.id), number);
        for (const auto container : place.containers)
          if (container != 0) blocks_.add(day_key(day, container), number);
        if (!is_wide(place) && place.latitude != kNoDegree)
          blocks_.add(day_key(day, cell_token(cell_of(place.latitude), cell_of(place.longitude))), number);
      }
      each_mark(*event, [&, day = day](std::uint64_t mark) { blocks_.add(day_key(day, mark), number); });
    }
  }

  void ask(std::uint32_t number) {
    const auto& [event, earliest, latest, dated] = events_[number].candidate;
    for (auto day = earliest - days(1); day <= latest + days(1); day += days(1)) {
      for (const auto& place : event->places) {
        look(day_key(day, place.id), number);
        if (is_wide(place) || place.latitude == kNoDegree) continue;
        const auto north = cell_of(place.latitude), east = cell_of(place.longitude);
        for (auto n = north - 1; n <= north + 1; ++n)
          for (auto e = east - 1; e <= east + 1; ++e) look(day_key(day, cell_token(n, e)), number);
      }
      if (!names_town(*event)) each_mark(*event, [&, day = day](std::uint64_t mark) { look(day_key(day, mark), number); });
    }
  }

  void look(std::uint64_t key, std::uint32_t number) {
    const auto& own = events_[number];
    blocks_.around(key, number, [&](std::uint32_t other) {
      if (seen_[other] == number + 1 || events_[other].article == own.article) return;
      seen_[other] = number + 1;
      const auto verdict = compare(own.candidate, events_[other].candidate);
      if (verdict.possible && verdict.score >= kEnough) edges_.push_back({std::min(number, other), std::max(number, other), verdict.score});
    });
  }

  const std::vector<Linkable>& events_;
  Blocks blocks_;
  std::vector<std::uint32_t> seen_;  // by event: who met it last, counted from 1
  std::vector<Edge> edges_;
};

}  // namespace

std::vector<Edge> find_edges(const std::vector<Linkable>& events) { return Finder(events).run(); }

}  // namespace khabar::link
