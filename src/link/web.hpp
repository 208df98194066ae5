// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/record.hpp"

#include <cstdint>
#include <vector>

// Linking from run to run: what was compared before is kept as a web of ties between events, so that a run compares only what is new and
// what stands near it, and groups anew only what the changed ties lead to. The groups are those of linking everything at once.
namespace khabar::link {

constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;

// The days by which an event is linked.
struct Span {
  std::int32_t first = 0;  // since 1970
  std::uint32_t days = 0;  // 0: it is linked with nothing
  bool operator==(const Span&) const = default;
};

// Two events that score enough; first < second.
struct Tie {
  static constexpr std::uint8_t kFromFirst = 1, kFromSecond = 2;
  std::uint32_t first = 0, second = 0;
  std::int16_t score = 0;
  std::uint8_t found_from = 0;  // which of the two found the other
  std::uint8_t zero = 0;        // so that its bytes are all told
  bool operator==(const Tie&) const = default;
};

// Events are numbered in the order of articles, in an article in that of its record.
struct Web {
  std::vector<std::uint32_t> begins{0};  // by article: the number of its first event; and the number of all events
  std::vector<Span> spans;               // by event
  std::vector<Tie> ties;                 // sorted
  bool operator==(const Web&) const = default;

  std::uint32_t articles() const { return static_cast<std::uint32_t>(begins.size() - 1); }
  std::uint32_t events() const { return static_cast<std::uint32_t>(spans.size()); }
};

// The records of articles; they live as long as this.
class RecordSource {
 public:
  virtual ~RecordSource() = default;
  // Those of today with these numbers, in order: now() asks for no others.
  virtual void load(const std::vector<std::uint32_t>& articles) = 0;
  virtual const ArticleRecord& now(std::uint32_t article) = 0;
  // Of an article that is gone, by its number in the past.
  virtual const ArticleRecord& gone(std::uint32_t article) = 0;
};

struct Relinked {
  Web web;
  std::vector<std::uint32_t> event_now;  // by event of the past; kNoNumber: gone
  // What may be grouped otherwise than before: members in their order, groups in the order of their first members. Their articles are
  // loaded. All other events stand in the groups in which they stood.
  std::vector<std::vector<std::uint32_t>> groups;
};

// `now_of`: the number of each article of the past today, kNoNumber when it is gone; `articles`: how many there are today, those
// without a past are new. `again`: events of the past that are grouped again in any case.
Relinked relink(const Web& past, const std::vector<std::uint32_t>& now_of, std::uint32_t articles, const std::vector<std::uint32_t>& again,
                RecordSource& records);

}  // namespace khabar::link
