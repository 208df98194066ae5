// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Every event enters the blocks of each of its days with each of its places and what contains them, with the cell of the map it lies
// in, and with its marks: parties, number of dead, the first words of its sample. It then asks, a day before to a day after: the blocks
// of its own places (who was there, or in it), the cells around it, and those of its marks when it names no town. Two events of one
// happening so meet once at least: the wider one asks for what lies in it.
#include "link/candidates.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_set>

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

  using Entry = std::pair<std::uint64_t, std::uint32_t>;

  // The members of a block that stand nearest to `event`.
  std::span<const Entry> around(std::uint64_t key, std::uint32_t event) const {
    const auto mask = slots_.size() - 1;
    auto slot = key & mask;
    while (slots_[slot] != 0 && begins_[slots_[slot] - 1].first != key) slot = (slot + 1) & mask;
    if (slots_[slot] == 0) return {};
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
    return std::span(entries_).subspan(first, last - first);
  }

 private:
  std::vector<Entry> entries_;
  std::vector<std::pair<std::uint64_t, std::size_t>> begins_;
  std::vector<std::uint32_t> slots_;  // a hash table of numbers in begins_, counted from 1
};

// Calls visit(key) for each block that an event enters.
template <typename Visit>
void each_entered(const Candidate& candidate, Visit visit) {
  const auto& event = *candidate.record;
  for (auto day = candidate.earliest; day <= candidate.latest; day += days(1)) {
    for (const auto& place : event.places) {
      visit(day_key(day, place.id));
      for (const auto container : place.containers)
        if (container != 0) visit(day_key(day, container));
      if (!is_wide(place) && place.latitude != kNoDegree)
        visit(day_key(day, cell_token(cell_of(place.latitude), cell_of(place.longitude))));
    }
    each_mark(event, [&](std::uint64_t mark) { visit(day_key(day, mark)); });
  }
}

// Calls visit(key) for each block that an event asks.
template <typename Visit>
void each_asked(const Candidate& candidate, Visit visit) {
  const auto& event = *candidate.record;
  const bool town = names_town(event);
  for (auto day = candidate.earliest - days(1); day <= candidate.latest + days(1); day += days(1)) {
    for (const auto& place : event.places) {
      visit(day_key(day, place.id));
      if (is_wide(place) || place.latitude == kNoDegree) continue;
      const auto north = cell_of(place.latitude), east = cell_of(place.longitude);
      for (auto n = north - 1; n <= north + 1; ++n)
        for (auto e = east - 1; e <= east + 1; ++e) visit(day_key(day, cell_token(n, e)));
    }
    if (!town) each_mark(event, [&](std::uint64_t mark) { visit(day_key(day, mark)); });
  }
}

void enter(const Linkable& event, std::uint32_t number, Blocks& blocks) {
  each_entered(event.candidate, [&](std::uint64_t key) { blocks.add(key, number); });
}

}  // namespace

std::vector<Found> find_links(const std::vector<Linkable>& events, const std::vector<std::uint32_t>& asking) {
  Blocks blocks;
  for (std::uint32_t e = 0; e < events.size(); ++e) enter(events[e], e, blocks);
  blocks.close();
  std::vector<Found> found;
  std::vector<std::uint32_t> seen(events.size(), 0);  // by event: who met it last, counted from 1
  for (const auto number : asking) {
    const auto& own = events[number];
    each_asked(own.candidate, [&](std::uint64_t key) {
      for (const auto& [_, other] : blocks.around(key, number)) {
        if (seen[other] == number + 1 || events[other].article == own.article) continue;
        seen[other] = number + 1;
        const auto verdict = compare(own.candidate, events[other].candidate);
        if (verdict.possible && verdict.score >= kEnough) found.push_back({number, other, verdict.score});
      }
    });
  }
  return found;
}

std::vector<std::uint32_t> find_disturbed(const std::vector<Linkable>& events, const std::vector<Fate>& fates) {
  Blocks before, after;
  std::unordered_set<std::uint64_t> changed;  // keys
  for (std::uint32_t e = 0; e < events.size(); ++e) {
    if (fates[e] != Fate::New) enter(events[e], e, before);
    if (fates[e] != Fate::Gone) enter(events[e], e, after);
    if (fates[e] != Fate::Kept) each_entered(events[e].candidate, [&](std::uint64_t key) { changed.insert(key); });
  }
  before.close(), after.close();
  std::vector<std::uint32_t> disturbed;
  for (std::uint32_t e = 0; e < events.size(); ++e) {
    if (fates[e] != Fate::Kept) continue;
    bool same = true;
    each_asked(events[e].candidate, [&](std::uint64_t key) {
      if (!same || !changed.contains(key)) return;
      const auto then = before.around(key, e), now = after.around(key, e);
      same = std::equal(then.begin(), then.end(), now.begin(), now.end());
    });
    if (!same) disturbed.push_back(e);
  }
  return disturbed;
}

}  // namespace khabar::link
