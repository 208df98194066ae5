// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/score.hpp"

#include <cstdint>
#include <vector>

namespace khabar::link {

// An event among all that are linked. `article` is the number of its article: events of one article are never compared.
struct Linkable {
  Candidate candidate;
  std::uint32_t article = 0;
};

// What one event found when it asked: another that scores kEnough or more with it. Events by their numbers.
struct Found {
  std::uint32_t asker = 0, other = 0;
  std::int32_t score = 0;
};

// The events worth looking at are found by day and place (or, where no town is told, by day and actor) and scored. No all-pairs: an
// event meets kMostInBlock others of a block at most, the nearest ones in the order of `events`, which is that of members. Sorted.
// Of the events that do not ask only those need be there that enter (first_day() to last_day()) where one asks (a day more on both sides).
std::vector<Found> find_links(const std::vector<Linkable>& events, const std::vector<std::uint32_t>& asking);

// What happened to an event since the last run.
enum class Fate : std::uint8_t { Kept, New, Gone };

// The kept events that would meet others than before, and so must ask again. Needed are all events that enter where a new one or one that
// is gone enters, or ask there.
std::vector<std::uint32_t> find_disturbed(const std::vector<Linkable>& events, const std::vector<Fate>& fates);

}  // namespace khabar::link
