// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/reader.hpp"
#include "entity/time.hpp"
#include "link/incidents.hpp"
#include "link/score.hpp"

#include <string>

// Records made by hand for the tests of linking.
namespace khabar::link::test {

inline Day day(std::string_view text) { return *document::parse_day(text); }

inline Place town(std::string_view name, std::string_view governorate, double latitude, double longitude) {
  Place place;
  place.id = id_of(name), place.kind = lexicon::EntityClass::Settlement;
  place.containers = {id_of(governorate), id_of("country")};
  place.latitude = static_cast<std::int32_t>(latitude * 10'000), place.longitude = static_cast<std::int32_t>(longitude * 10'000);
  return place;
}

inline Place governorate(std::string_view name) {
  Place place;
  place.id = id_of(name), place.kind = lexicon::EntityClass::Governorate;
  place.containers = {id_of("country")};
  return place;
}

inline Party actor(std::string_view name) {
  Party party;
  party.id = id_of(name), party.kind = lexicon::EntityClass::ArmedGroup;
  return party;
}

// A shelling of one day.
inline EventRecord shelling(std::string_view when) {
  EventRecord event;
  event.name = {0, 4, 1};
  event.type = lexicon::EventType::Shelling;
  event.precision = entity::TimePrecision::Day;
  event.earliest = event.latest = day(when);
  return event;
}

inline EventRecord with(EventRecord event, Place place) {
  event.places.push_back(place);
  return event;
}
inline EventRecord with(EventRecord event, Party party) {
  event.parties.push_back(party);
  return event;
}
inline EventRecord with_dead(EventRecord event, std::uint32_t number) {
  event.figures.push_back({number, number, lexicon::Outcome::Killed, true});
  return event;
}

inline ArticleRecord article(std::string id, std::string_view published, std::vector<EventRecord> events) {
  for (std::uint32_t i = 0; i < events.size(); ++i) events[i].name = {i * 10, i * 10 + 4, 1};
  return {std::move(id), day(published), std::move(events)};
}

inline Candidate candidate(const EventRecord& event) { return {&event, *event.earliest, *event.latest, true}; }

// "a b | c": the articles of each group; of several events of one article "a/10".
inline std::string groups_of(const std::vector<Group>& groups) {
  std::string text;
  for (const auto& group : groups) {
    if (!text.empty()) text += " | ";
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (i > 0) text += ' ';
      text += group[i].member.article;
      if (group[i].member.event.begin > 0) text += '/' + std::to_string(group[i].member.event.begin);
    }
  }
  return text;
}

}  // namespace khabar::link::test
