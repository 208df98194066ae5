// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/lexicon.hpp"

#include "error.hpp"
#include "lexicon/image.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace khabar::lexicon {

std::uint32_t hash_word(std::string_view folded) noexcept {
  std::uint64_t h = 0x9E3779B97F4A7C15ULL ^ folded.size();
  std::size_t at = 0;
  for (; at + 8 <= folded.size(); at += 8) {
    std::uint64_t lane = 0;
    std::memcpy(&lane, folded.data() + at, 8);
    h = (h ^ lane) * 0xFF51AFD7ED558CCDULL;
    h ^= h >> 32U;
  }
  std::uint64_t lane = 0;
  for (unsigned shift = 0; at < folded.size(); ++at, shift += 8)
    lane |= static_cast<std::uint64_t>(static_cast<unsigned char>(folded[at])) << shift;
  h = (h ^ lane) * 0xFF51AFD7ED558CCDULL;
  h ^= h >> 33U;
  return static_cast<std::uint32_t>(h * 0xC4CEB9FE1A85EC53ULL >> 32U);
}

std::uint64_t hash_bytes(const std::byte* data, std::size_t size) noexcept {
  std::uint64_t h = 0x243F6A8885A308D3ULL ^ size;
  std::size_t at = 0;
  // Four chains side by side: one alone would wait for its own multiplications.
  std::uint64_t chains[4] = {h, h + 1, h + 2, h + 3};
  const auto mix = [&](std::uint64_t& chain, std::size_t from) {
    std::uint64_t lane = 0;
    std::memcpy(&lane, data + from, 8);
    chain = (chain ^ lane) * 0x9FB21C651E98DF25ULL;
    chain ^= chain >> 28U;
  };
  for (; at + 32 <= size; at += 32)
    for (std::size_t i = 0; i < 4; ++i) mix(chains[i], at + 8 * i);
  for (const auto chain : chains) h = (h ^ chain) * 0x9FB21C651E98DF25ULL, h ^= h >> 28U;
  for (; at + 8 <= size; at += 8) mix(h, at);
  for (; at < size; ++at) h = (h ^ static_cast<std::uint64_t>(data[at])) * 0x100000001B3ULL;
  return h ^ h >> 31U;
}

std::uint64_t image_checksum(const std::byte* image, std::size_t size) noexcept {
  ImageHeader header;
  std::memcpy(&header, image, sizeof header);
  header.checksum = 0;
  return hash_bytes(image + sizeof header, size - sizeof header) ^ hash_bytes(reinterpret_cast<const std::byte*>(&header), sizeof header);
}

struct Lexicon::Storage {
  std::vector<std::byte> bytes;
  void* mapped = nullptr;
  std::size_t mapped_size = 0;
  const std::byte* data = nullptr;
  std::size_t size = 0;

  Storage() = default;
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;
  ~Storage() {
    if (mapped != nullptr) munmap(mapped, mapped_size);
  }
};

namespace {

constexpr std::string_view kRemedy = "; rebuild it with `khabar lexicon compile`";

// Refuses what is not an image of this program, version and machine, and what is damaged.
const ImageHeader& checked_header(const std::byte* data, std::size_t size, const std::string& name) {
  const auto refuse = [&](const std::string& why) -> InputError { return InputError(name, 0, why + std::string(kRemedy)); };
  if (size < sizeof(ImageHeader)) throw refuse("the knowledge image is truncated");
  const auto& header = *reinterpret_cast<const ImageHeader*>(data);
  const ImageHeader expected;
  if (std::memcmp(header.magic, expected.magic, sizeof header.magic) != 0) throw refuse("not a knowledge image");
  if (header.order_mark != expected.order_mark) throw refuse("the knowledge image was made on another kind of machine");
  if (header.version != expected.version)
    throw refuse("the knowledge image has version " + std::to_string(header.version) + ", this program reads " +
                 std::to_string(expected.version));
  if (header.byte_count != size) throw refuse("the knowledge image is truncated");
  constexpr std::size_t kElement[kSectionCount] = {sizeof(Lexicon::WordSlot),
                                                   4,
                                                   sizeof(Lexicon::Node),
                                                   sizeof(Lexicon::Edge),
                                                   sizeof(Sense),
                                                   sizeof(Entry),
                                                   sizeof(Frame),
                                                   sizeof(Clitic),
                                                   sizeof(Fact),
                                                   1};
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const auto& section = header.sections[i];
    if (section.offset % 16 != 0 || section.offset > size || section.count > (size - section.offset) / kElement[i])
      throw refuse("the knowledge image is damaged");
  }
  if (image_checksum(data, size) != header.checksum) throw refuse("the knowledge image is damaged (checksum)");
  return header;
}

template <typename T>
std::span<const T> section(const std::byte* data, const ImageHeader& header, Section which) {
  return {reinterpret_cast<const T*>(data + header.sections[which].offset), header.sections[which].count};
}

}  // namespace

Lexicon::Lexicon(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {
  const auto* data = storage_->data;
  const auto& header = *reinterpret_cast<const ImageHeader*>(data);
  word_slots_ = section<WordSlot>(data, header, kWordSlots);
  word_nodes_ = section<std::uint32_t>(data, header, kWordNodes);
  nodes_ = section<Node>(data, header, kNodes);
  edges_ = section<Edge>(data, header, kEdges);
  senses_ = section<Sense>(data, header, kSenses);
  entries_ = section<Entry>(data, header, kEntries);
  frames_ = section<Frame>(data, header, kFrames);
  clitics_ = section<Clitic>(data, header, kClitics);
  facts_ = section<Fact>(data, header, kFacts);
  pool_ = section<char>(data, header, kPool).data();
}

Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::from_bytes(std::vector<std::byte> bytes, const std::string& name) {
  auto storage = std::make_unique<Storage>();
  storage->bytes = std::move(bytes);
  storage->data = storage->bytes.data();
  storage->size = storage->bytes.size();
  checked_header(storage->data, storage->size, name);
  return Lexicon(std::move(storage));
}

Lexicon Lexicon::from_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw InputError(path, 0, std::string("cannot open the knowledge image: ") + std::strerror(errno));
  struct stat status {};
  auto storage = std::make_unique<Storage>();
  if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    storage->mapped_size = static_cast<std::size_t>(status.st_size);
    void* mapped = ::mmap(nullptr, storage->mapped_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped != MAP_FAILED) storage->mapped = mapped;
  }
  ::close(file);
  if (storage->mapped == nullptr) throw InputError(path, 0, "cannot map the knowledge image (empty, or not a file)" + std::string(kRemedy));
  storage->data = static_cast<const std::byte*>(storage->mapped);
  storage->size = storage->mapped_size;
  checked_header(storage->data, storage->size, path);
  return Lexicon(std::move(storage));
}

std::uint32_t Lexicon::find_word(std::string_view folded) const noexcept {
  if (word_slots_.empty()) return kNone;
  const auto mask = word_slots_.size() - 1;
  const auto hash = hash_word(folded);
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const auto& slot = word_slots_[at];
    if (slot.word == kNone) return kNone;
    if (slot.hash == hash && slot.size == folded.size() && std::memcmp(pool_ + slot.text, folded.data(), folded.size()) == 0)
      return slot.word;
  }
}

std::uint32_t Lexicon::find_edge(std::uint32_t node, std::uint32_t word) const noexcept {
  const auto mask = edges_.size() - 1;
  for (std::size_t at = hash_edge(node, word) & mask;; at = (at + 1) & mask) {
    const auto& edge = edges_[at];
    if (edge.child == 0) return 0;
    if (edge.node == node && edge.word == word) return edge.child;
  }
}

std::uint32_t Lexicon::find_iri(std::string_view iri) const noexcept {
  for (std::uint32_t id = 0; id < entries_.size(); ++id)
    if (text(entries_[id].iri) == iri) return id;
  return kNone;
}

std::uint64_t Lexicon::checksum() const noexcept { return reinterpret_cast<const ImageHeader*>(storage_->data)->checksum; }
std::size_t Lexicon::byte_count() const noexcept { return storage_->size; }

}  // namespace khabar::lexicon
