// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::document {

// The ids of a run's articles and where each was read, in about 24 bytes an article: 80 bits of hash, by which two ids among ten million
// are taken for one with a chance of 1 in 10^10, and 48 bits of place, which counts the lines of all files. Many small tables that grow
// one at a time, by a quarter, so that growing never needs much room besides.
class IdTable {
 public:
  // The next articles come from this file.
  void start_file(std::string name) {
    first_place_ = last_place_ + 1;
    files_.push_back({first_place_, std::move(name)});
  }

  // Notes the id of an article on a line of the file, from 1 and growing (0: the file as a whole). Returns where the same id was
  // noted before, "file" or "file:line", if it was.
  std::optional<std::string> add(std::string_view id, std::size_t line) {
    last_place_ = first_place_ + line;
    const Slot slot{std::hash<std::string_view>{}(id), fnv(id) << 48U | last_place_};
    Table& table = tables_[slot.hash % tables_.size()];
    if ((table.count + 1) * 8 > table.slots.size() * 7) table.grow();
    Slot& at = table.find(slot);
    if (at.low != 0) return place_name(at.low & kPlaceBits);
    at = slot;
    ++table.count;
    return std::nullopt;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0, low = 0;  // low: 16 more bits of hash, then the place; 0 when the slot is free
  };
  struct File {
    std::uint64_t first_place;
    std::string name;
  };
  struct Table {
    std::vector<Slot> slots;
    std::size_t count = 0;

    // The slot of the same hash, or a free one.
    Slot& find(const Slot& wanted) {
      for (std::size_t at = wanted.hash / kTables % slots.size();; at = at + 1 == slots.size() ? 0 : at + 1) {
        Slot& slot = slots[at];
        if (slot.low == 0 || (slot.hash == wanted.hash && slot.low >> 48U == wanted.low >> 48U)) return slot;
      }
    }

    void grow() {
      const std::vector<Slot> old = std::exchange(slots, std::vector<Slot>(slots.size() + slots.size() / 4 + 8));
      for (const Slot& slot : old)
        if (slot.low != 0) find(slot) = slot;
    }
  };
  static constexpr std::size_t kTables = 256;
  static constexpr std::uint64_t kPlaceBits = (std::uint64_t{1} << 48U) - 1;

  static std::uint64_t fnv(std::string_view id) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash >> 48U;
  }

  std::string place_name(std::uint64_t place) const {
    std::size_t file = files_.size();
    while (files_[--file].first_place > place) continue;
    const std::uint64_t line = place - files_[file].first_place;
    return line == 0 ? files_[file].name : files_[file].name + ':' + std::to_string(line);
  }

  std::array<Table, kTables> tables_;
  std::vector<File> files_;
  std::uint64_t first_place_ = 1, last_place_ = 0;
};

}  // namespace khabar::document
