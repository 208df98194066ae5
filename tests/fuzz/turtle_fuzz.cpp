// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Any bytes as a knowledge file: refused with file and line, or built into an image that loads.
#include "error.hpp"
#include "fuzz.hpp"
#include "lexicon/build.hpp"
#include "lexicon/lexicon.hpp"

namespace {

using khabar::fuzz::require;

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  khabar::lexicon::Knowledge knowledge;
  try {
    knowledge.add_file(khabar::fuzz::as_file(khabar::fuzz::view(data, size)));
  } catch (const khabar::InputError& error) {
    require(error.line > 0 || size == 0, "a fault has a line");
    return 0;
  }
  std::vector<khabar::lexicon::Problem> problems;
  auto image = khabar::lexicon::build_image(knowledge, problems);
  for (const auto& problem : problems)
    if (problem.fatal) return 0;
  const auto lexicon = khabar::lexicon::Lexicon::from_bytes(std::move(image), "fuzz");
  for (const auto& entry : lexicon.entries())
    require(lexicon.find_iri(lexicon.text(entry.iri)) != khabar::lexicon::kNone, "entries have IRIs");
  return 0;
}
