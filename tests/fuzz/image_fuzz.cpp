// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A damaged image is refused: the input is a list of changes to a good one, each a place (4 bytes) and a byte; the first byte says how
// much of the end is cut off.
#include "error.hpp"
#include "fuzz.hpp"
#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

// Its header and the bytes behind it, with the checksum of a small image: damage is found before anything is looked up.
const std::vector<std::byte>& good() {
  static const auto kImage = [] {
    std::ifstream in(KHABAR_FUZZ_IMAGE, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    khabar::fuzz::require(!bytes.empty(), "there is an image");
    std::vector<std::byte> image(bytes.size());
    std::memcpy(image.data(), bytes.data(), bytes.size());
    return image;
  }();
  return kImage;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kHeader = 256;
  if (size == 0) return 0;
  const auto& image = good();
  // As long as the image only now and then: copying all of it for every input would be most of the work.
  const std::size_t kept = data[0] == 0 ? image.size() : std::min<std::size_t>(image.size(), kHeader + data[0] * 64U);
  std::vector<std::byte> bytes(image.begin(), image.begin() + static_cast<std::ptrdiff_t>(kept));
  for (std::size_t at = 1; at + 5 <= size; at += 5) {
    std::uint32_t place = 0;
    std::memcpy(&place, data + at, 4);
    bytes[place % (at % 2 == 1 ? kHeader : bytes.size())] = static_cast<std::byte>(data[at + 4]);
  }
  const bool same = bytes == image;
  try {
    khabar::lexicon::Lexicon::from_bytes(std::move(bytes), "fuzz");
    khabar::fuzz::require(same, "a damaged image is refused");
  } catch (const khabar::InputError&) {
    khabar::fuzz::require(!same, "a good image loads");
  }
  return 0;
}
