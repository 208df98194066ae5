// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A damaged image is refused: the input is a list of changes to a good one, each a place (4 bytes) and a byte; the first byte says how
// much of the end is cut off.
#include "error.hpp"
#include "fuzz.hpp"
#include "lexicon/build.hpp"
#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

namespace {

// A small one, so that copying and checking it for every input is little work.
constexpr std::string_view kKnowledge =
    "@prefix khb: <https://w3id.org/khabar/ns#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "<https://w3id.org/khabar/kb/actor/Example> a khb:ArmedGroup ; skos:prefLabel \"\\u0644\\u0648\\u0627\\u0621\"@ar ;\n"
    "  dcterms:source <https://w3id.org/khabar/kb/source/GeneralKnowledge> .\n";

const std::vector<std::byte>& good() {
  static const auto kImage = [] {
    khabar::lexicon::Knowledge knowledge;
    knowledge.add_file(khabar::fuzz::as_file(kKnowledge));
    std::vector<khabar::lexicon::Problem> problems;
    auto image = khabar::lexicon::build_image(knowledge, problems);
    khabar::fuzz::require(!image.empty(), "there is an image");
    return image;
  }();
  return kImage;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kHeader = 256;
  if (size == 0) return 0;
  const auto& image = good();
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
