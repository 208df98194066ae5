// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// khabar_corpus BYTES [ARTICLES]: the benchmarks' articles as JSON Lines on standard output, about BYTES of text; with ARTICLES as many
// short ones instead, of one sentence each.
#include "corpus.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

void print(const khabar::document::Article& article) {
  std::string line = "{\"id\": \"" + article.id + "\", \"published\": \"2024-05-15\", \"text\": \"";
  for (const char c : article.text) {
    if (c == '"' || c == '\\') line += '\\';
    if (c == '\n')
      line += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      line += c;
  }
  std::puts((line + "\"}").c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) return 2;
  const auto lexicon = khabar::lexicon::Lexicon::from_file(KHABAR_IMAGE);
  auto articles = khabar::bench::make_corpus(lexicon, {.seed = 7, .bytes = std::strtoul(argv[1], nullptr, 10), .vary_names = true});
  if (argc == 2) {
    for (const auto& article : articles) print(article);
    return 0;
  }
  const auto count = std::strtoul(argv[2], nullptr, 10);
  for (std::size_t i = 0; i < count; ++i) {
    khabar::document::Article article;
    const auto& text = articles[i % articles.size()].text;
    article.id = "short-" + std::to_string(i);
    article.text = text.substr(0, text.find('\n'));
    print(article);
  }
  return 0;
}
