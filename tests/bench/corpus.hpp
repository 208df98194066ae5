// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"
#include "lexicon/lexicon.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Articles for the benchmarks: the sentences of examples/, shuffled between articles, with other numbers and (varied) other names of the
// same class drawn from the whole knowledge, so that caches do not flatter. The same seed gives the same articles.
namespace khabar::bench {

struct CorpusOptions {
  std::uint64_t seed = 1;
  std::size_t bytes = std::size_t{1} << 20U;
  bool vary_names = true;
};

std::vector<document::Article> make_corpus(const lexicon::Lexicon& lexicon, const CorpusOptions& options);

// The texts of examples/articles.
std::vector<std::string> example_texts();

// A lexicon of `count` entries: those that the examples name, and a sample of all others; with the whole grammar.
lexicon::Lexicon small_lexicon(const lexicon::Lexicon& full, std::size_t count);

std::size_t total_bytes(const std::vector<document::Article>& articles);

}  // namespace khabar::bench
