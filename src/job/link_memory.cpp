// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The file: CRC-32 of all that follows, the stamp, then each array as its length and its bytes, as they are in this machine's memory: a
// file of another machine has another stamp, or is of no use.
#include "job/link_memory.hpp"

#include "compress/members.hpp"
#include "error.hpp"
#include "job/file.hpp"
#include "rdf/sink.hpp"

#include <charconv>
#include <cstring>
#include <type_traits>

namespace khabar::job {
namespace {

template <typename Memory, typename Each>
void each_array(Memory& memory, Each each) {
  each(memory.keys), each(memory.not_linked), each(memory.web.begins), each(memory.web.spans), each(memory.web.ties);
  each(memory.incident_of), each(memory.orphans);
}

std::string stamp_of(const std::string& stamp) {
  const std::uint32_t order = 0x01020304;  // of the bytes
  return stamp + std::string(reinterpret_cast<const char*>(&order), sizeof order);
}

}  // namespace

ArticleKey key_of(const Article& article) {
  ArticleKey key;
  const auto* text = article.key.data();
  std::from_chars(text, text + 16, key.high, 16);
  std::from_chars(text + 16, text + article.key.size(), key.low, 16);
  return key;
}

std::uint64_t hash_of(const std::string& article, const link::EventName& event) {
  return link::id_of(article + ' ' + std::to_string(event.begin) + ' ' + std::to_string(event.end) + ' ' + std::to_string(event.ordinal));
}

void save_memory(const LinkMemory& memory, const std::string& stamp, const std::filesystem::path& path) {
  std::string bytes(sizeof(std::uint32_t), '\0');
  const auto number = [&](std::uint64_t value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); };
  const auto whole_stamp = stamp_of(stamp);
  number(whole_stamp.size());
  bytes += whole_stamp;
  each_array(memory, [&](const auto& array) {
    static_assert(std::has_unique_object_representations_v<std::decay_t<decltype(array[0])>>);
    number(array.size());
    bytes.append(reinterpret_cast<const char*>(array.data()), array.size() * sizeof array[0]);
  });
  const auto crc = compress::crc32(std::string_view(bytes).substr(sizeof(std::uint32_t)));
  std::memcpy(bytes.data(), &crc, sizeof crc);
  rdf::FileSink sink(path);
  sink.write(bytes);
  sink.close();
}

std::optional<LinkMemory> load_memory(const std::string& stamp, const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::nullopt;
  const auto bytes = read_file(path);
  std::string_view rest(bytes);
  const auto take = [&](void* to, std::size_t size) {
    if (rest.size() < size) return false;
    if (size > 0) std::memcpy(to, rest.data(), size);
    rest.remove_prefix(size);
    return true;
  };
  std::uint32_t crc = 0;
  if (!take(&crc, sizeof crc) || compress::crc32(rest) != crc) return std::nullopt;
  std::uint64_t size = 0;
  const auto expected = stamp_of(stamp);
  if (!take(&size, sizeof size) || !rest.starts_with(expected) || size != expected.size()) return std::nullopt;
  rest.remove_prefix(expected.size());
  LinkMemory memory;
  bool whole = true;
  each_array(memory, [&](auto& array) {
    std::uint64_t count = 0;
    whole = whole && take(&count, sizeof count) && count <= rest.size() / sizeof array[0];
    if (!whole) return;
    array.resize(count);
    whole = take(array.data(), count * sizeof array[0]);
  });
  return whole ? std::optional(std::move(memory)) : std::nullopt;
}

}  // namespace khabar::job
