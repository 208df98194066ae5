// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A program on the installed library: one article in, its graph out.
#include <document/reader.hpp>
#include <khabar.hpp>
#include <rdf/sink.hpp>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const khabar::Extractor extractor(khabar::lexicon::Lexicon::from_file(argv[1]), {});
  khabar::document::Article article;
  article.id = "example";
  article.text = "قصفت طائرات حربية، مساء الثلاثاء، مستودعاً للذخيرة في مدينة الميادين.";
  article.published = khabar::document::parse_day("2024-05-15");

  khabar::ArticleResult result;
  extractor.extract(article, result);
  const auto text = khabar::rdf::serialize(result.quads, khabar::rdf::Format::NQuads, khabar::prefixes());
  khabar::rdf::MemorySink sink;
  sink.write(text);
  sink.close();
  std::printf("%zu statements, %zu bytes\n", result.quads.size(), sink.bytes().size());
  return result.quads.empty() ? 1 : 0;
}
