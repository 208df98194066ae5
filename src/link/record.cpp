// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The bytes of a record: numbers of seven bits a byte, the low ones first, the high bit set where more follow; hashes as eight bytes;
// small enums in one. A list is its length and its items.
#include "link/record.hpp"

#include "entity/time.hpp"
#include "error.hpp"

#include <algorithm>

namespace khabar::link {
namespace {

class Output {
 public:
  explicit Output(std::string& bytes) : bytes_(bytes) {}

  void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void flag(bool value) { byte(value ? 1 : 0); }
  template <typename Enum>
  void code(Enum value) {
    byte(static_cast<std::uint8_t>(value));
  }
  void number(std::uint64_t value) {
    for (; value >= 128; value >>= 7U) byte(static_cast<std::uint8_t>(value & 127U) | 128U);
    byte(static_cast<std::uint8_t>(value));
  }
  void integer(std::int64_t value) { number(static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63)); }
  void hash(Id value) {
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void day(const std::optional<Day>& value) {
    flag(value.has_value());
    if (value) integer(value->time_since_epoch().count());
  }
  // Hashes up to the first that is nothing.
  template <std::size_t Size>
  void row(const std::array<Id, Size>& ids) {
    std::size_t used = 0;
    while (used < Size && ids[used] != 0) ++used;
    number(used);
    for (std::size_t i = 0; i < used; ++i) hash(ids[i]);
  }
  template <typename Item, typename Put>
  void list(const std::vector<Item>& items, Put put) {
    number(items.size());
    for (const auto& item : items) put(item);
  }
  void sorted(const std::vector<std::uint32_t>& numbers) {
    std::uint32_t before = 0;
    list(numbers, [&](std::uint32_t value) { number(value - before), before = value; });
  }

 private:
  std::string& bytes_;
};

class Input {
 public:
  explicit Input(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return at_ == bytes_.size(); }
  [[noreturn]] static void fail() { throw Error("an event record is damaged; extract its article anew"); }

  std::uint8_t byte() {
    if (at_end()) fail();
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }
  bool flag() {
    const auto value = byte();
    if (value > 1) fail();
    return value == 1;
  }
  // An enum whose last value is `last`.
  template <typename Enum>
  Enum code(Enum last) {
    const auto value = byte();
    if (value > static_cast<std::uint8_t>(last)) fail();
    return static_cast<Enum>(value);
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto next = byte();
      value |= static_cast<std::uint64_t>(next & 127U) << shift;
      if (next < 128) return value;
    }
    fail();
  }
  std::uint32_t small() {
    const auto value = number();
    if (value > UINT32_MAX) fail();
    return static_cast<std::uint32_t>(value);
  }
  std::int32_t integer() {
    const auto value = small();
    return static_cast<std::int32_t>(value >> 1U) ^ -static_cast<std::int32_t>(value & 1U);
  }
  Id hash() {
    Id value = 0;
    for (unsigned shift = 0; shift < 64; shift += 8) value |= Id{byte()} << shift;
    return value;
  }
  std::string text() {
    const auto size = number();
    if (size > bytes_.size() - at_) fail();
    at_ += size;
    return std::string(bytes_.substr(at_ - size, size));
  }
  std::optional<Day> day() {
    if (!flag()) return std::nullopt;
    return Day(std::chrono::days(integer()));
  }
  template <std::size_t Size>
  void row(std::array<Id, Size>& ids) {
    const auto used = number();
    if (used > Size) fail();
    for (std::size_t i = 0; i < used; ++i) ids[i] = hash();
  }
  template <typename Item, typename Get>
  void list(std::vector<Item>& items, Get get) {
    const auto size = number();
    if (size > bytes_.size() - at_) fail();  // an item is a byte at least
    items.reserve(size);
    for (std::uint64_t i = 0; i < size; ++i) items.push_back(get());
  }
  void sorted(std::vector<std::uint32_t>& numbers) {
    std::uint32_t before = 0;
    list(numbers, [&] { return before += small(); });
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

void put(Output& out, const Place& place) {
  out.hash(place.id), out.row(place.containers);
  out.flag(place.latitude != kNoDegree);
  if (place.latitude != kNoDegree) out.integer(place.latitude), out.integer(place.longitude);
  out.code(place.kind), out.byte(place.size), out.flag(place.near), out.flag(place.seat);
}

Place get_place(Input& in) {
  Place place;
  place.id = in.hash(), in.row(place.containers);
  if (in.flag()) place.latitude = in.integer(), place.longitude = in.integer();
  place.kind = in.code(lexicon::EntityClass::ObjectKind), place.size = in.byte(), place.near = in.flag(), place.seat = in.flag();
  return place;
}

void put(Output& out, const Party& party) {
  out.hash(party.id), out.row(party.parents), out.flag(party.country != 0);
  if (party.country != 0) out.hash(party.country);
  out.code(party.role), out.code(party.kind), out.code(party.certainty);
}

Party get_party(Input& in) {
  Party party;
  party.id = in.hash(), in.row(party.parents);
  if (in.flag()) party.country = in.hash();
  party.role = in.code(PartyRole::Target);
  party.kind = in.code(lexicon::EntityClass::ObjectKind);
  party.certainty = in.code(lexicon::Certainty::Possible);
  return party;
}

void put(Output& out, const Figure& figure) {
  out.number(figure.minimum), out.number(figure.maximum), out.code(figure.outcome), out.flag(figure.own);
}

Figure get_figure(Input& in) {
  Figure figure;
  figure.minimum = in.small(), figure.maximum = in.small();
  figure.outcome = in.code(lexicon::Outcome::Captured), figure.own = in.flag();
  return figure;
}

void put(Output& out, const EventRecord& event) {
  out.number(event.name.begin), out.number(event.name.end), out.number(event.name.ordinal);
  out.code(event.type), out.code(event.factuality), out.code(event.precision), out.byte(event.hours), out.flag(event.background);
  out.day(event.earliest), out.day(event.latest);
  out.list(event.places, [&](const Place& item) { put(out, item); });
  out.list(event.parties, [&](const Party& item) { put(out, item); });
  out.list(event.figures, [&](const Figure& item) { put(out, item); });
  out.sorted(event.weapons), out.sorted(event.objects), out.sorted(event.words);
}

EventRecord get_event(Input& in) {
  EventRecord event;
  event.name.begin = in.small(), event.name.end = in.small(), event.name.ordinal = in.small();
  event.type = in.code(lexicon::EventType::TerritorialChange);
  event.factuality = in.code(lexicon::Factuality::Threatened);
  event.precision = in.code(entity::TimePrecision::Year);
  event.hours = in.byte(), event.background = in.flag();
  event.earliest = in.day(), event.latest = in.day();
  in.list(event.places, [&] { return get_place(in); });
  in.list(event.parties, [&] { return get_party(in); });
  in.list(event.figures, [&] { return get_figure(in); });
  in.sorted(event.weapons), in.sorted(event.objects), in.sorted(event.words);
  return event;
}

}  // namespace

const std::uint32_t kRecordVersion = KHABAR_RECORD_SOURCES;

// FNV-1a with its bits mixed once more.
Id id_of(std::string_view text) {
  Id hash = 0xCBF29CE484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash = (hash ^ hash >> 32U) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29U;
  return hash == 0 ? 1 : hash;
}

bool lies_in(const Place& inner, Id outer) {
  return outer != 0 && std::find(inner.containers.begin(), inner.containers.end(), outer) != inner.containers.end();
}

std::string to_bytes(const ArticleRecord& record) {
  std::string bytes;
  Output out(bytes);
  out.number(kRecordVersion), out.text(record.id), out.day(record.published);
  out.list(record.events, [&](const EventRecord& event) { put(out, event); });
  return bytes;
}

ArticleRecord from_bytes(std::string_view bytes) {
  Input in(bytes);
  if (in.small() != kRecordVersion) throw Error("an event record is of another version of khabar; extract its article anew");
  ArticleRecord record;
  record.id = in.text(), record.published = in.day();
  in.list(record.events, [&] { return get_event(in); });
  if (!in.at_end()) Input::fail();
  return record;
}

}  // namespace khabar::link
