// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"
#include "lexicon/terms.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What linking needs of an article: its events without the text, a few hundred bytes each. A record stands alone: it names what is
// known by a hash of its IRI and carries what contains it, so that records made with different knowledge images go together.
//
// A job that keeps records between runs stores to_bytes(record) as one blob per article and reads it back with from_bytes(). The
// bytes are the same on every machine; they begin with kRecordVersion.
namespace khabar::entity {
enum class TimePrecision : std::uint8_t;  // entity/time.hpp
}

namespace khabar::link {

using document::Day;

// A hash of an IRI, or of the folded letters of a name that is not known; 0 is nothing.
using Id = std::uint64_t;
Id id_of(std::string_view text);

// Where an event is told first: {article}/event/{begin}-{end}, and "-{ordinal}" behind it when ordinal > 1.
struct EventName {
  std::uint32_t begin = 0, end = 0, ordinal = 1;
  auto operator<=>(const EventName&) const = default;
};

constexpr std::int32_t kNoDegree = INT32_MIN;

struct Place {
  Id id = 0;
  std::array<Id, 4> containers{};                            // from the inside out: district, governorate, country, ...
  std::int32_t latitude = kNoDegree, longitude = kNoDegree;  // ten-thousandths of a degree
  lexicon::EntityClass kind = lexicon::EntityClass::None;    // None: a name that is not known
  std::uint8_t size = 0;                                     // the bits that the number of its people takes
  bool near = false;                                         // near it, around it, its countryside
  bool seat = false;                                         // of the division it lies in, whose name it often stands for
  bool operator==(const Place&) const = default;
};

// Whether `inner` lies in the place `outer`.
bool lies_in(const Place& inner, Id outer);

enum class PartyRole : std::uint8_t { Actor, LikelyActor, Target };

struct Party {
  Id id = 0;
  std::array<Id, 3> parents{};  // organisations it is a part of, from the inside out
  Id country = 0;
  PartyRole role = PartyRole::Actor;
  lexicon::EntityClass kind = lexicon::EntityClass::None;  // None: a name that is not known
  lexicon::Certainty certainty = lexicon::Certainty::Certain;
  bool operator==(const Party&) const = default;
};

struct Figure {
  std::uint32_t minimum = 0, maximum = 0;  // entity::kUnbounded: no upper bound
  lexicon::Outcome outcome = lexicon::Outcome::None;
  bool own = true;  // of this event alone, not of a series and not cumulative
  bool operator==(const Figure&) const = default;
};

struct EventRecord {
  EventName name;
  lexicon::EventType type = lexicon::EventType::None;
  lexicon::Factuality factuality = lexicon::Factuality::Asserted;
  entity::TimePrecision precision{};
  std::uint8_t hours = 0;   // three hours a bit, from midnight on; 0: not told
  bool background = false;  // told in passing only
  std::optional<Day> earliest, latest;
  std::vector<Place> places;  // the finest ones that are named
  std::vector<Party> parties;
  std::vector<Figure> figures;
  std::vector<std::uint32_t> weapons, objects;  // kinds of them; sorted
  std::vector<std::uint32_t> words;             // a sample of the content words of the sentences that tell it; sorted, kMostWords at most
  bool operator==(const EventRecord&) const = default;
};

constexpr std::size_t kMostWords = 24;

struct ArticleRecord {
  std::string id;
  std::optional<Day> published;
  std::vector<EventRecord> events;
  bool operator==(const ArticleRecord&) const = default;
};

// The first bytes of to_bytes(): records of another version must be made anew from the article. It follows the sources that say what a
// record holds (cmake/Sources.cmake), so that nobody need remember to raise it.
extern const std::uint32_t kRecordVersion;

// The whole record with its article's id, compactly (about 150 bytes an event).
std::string to_bytes(const ArticleRecord& record);

// Throws Error when the bytes are cut off, damaged or of another version.
ArticleRecord from_bytes(std::string_view bytes);

}  // namespace khabar::link
