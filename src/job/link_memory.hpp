// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/block.hpp"
#include "link/web.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What linking found, kept beside the state (DIR/links) so that the next run need not find it again. It can be done without: when the file
// is missing, damaged or not that of the release before, everything is linked from the start, with the same outcome.
namespace khabar::job {

struct ArticleKey {
  std::uint64_t high = 0, low = 0;
  bool operator==(const ArticleKey&) const = default;
};
ArticleKey key_of(const Article& article);

// An incident whose founder is no more: it goes where its founder comes back.
struct Orphan {
  std::uint64_t founder = 0;  // hash of it
  std::uint32_t incident = 0;
  std::uint32_t zero = 0;
};
std::uint64_t hash_of(const std::string& article, const link::EventName& event);

struct LinkMemory {
  std::vector<ArticleKey> keys;           // by article
  std::vector<std::uint32_t> not_linked;  // articles whose notes could not be read; sorted
  link::Web web;
  std::vector<std::uint32_t> incident_of;  // by event: its line in incidents.state.gz
  std::vector<Orphan> orphans;
};

// `stamp` says what it was made of and by what.
void save_memory(const LinkMemory& memory, const std::string& stamp, const std::filesystem::path& path);
// Nothing when there is none with this stamp.
std::optional<LinkMemory> load_memory(const std::string& stamp, const std::filesystem::path& path);

}  // namespace khabar::job
