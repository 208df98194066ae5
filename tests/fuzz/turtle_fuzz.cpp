// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Any bytes as a knowledge file: refused with file and line, or built into an image that loads.
#include "error.hpp"
#include "fuzz.hpp"
#include "lexicon/build.hpp"
#include "lexicon/lexicon.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace {

using khabar::fuzz::require;

// The bytes as a file with a name.
std::string as_file(std::string_view bytes) {
  static const int file = ::memfd_create("fuzz", 0);
  require(::ftruncate(file, 0) == 0, "a file in memory can be emptied");
  require(::pwrite(file, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "it can be written");
  return "/proc/self/fd/" + std::to_string(file);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  khabar::lexicon::Knowledge knowledge;
  try {
    knowledge.add_file(as_file(khabar::fuzz::view(data, size)));
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
