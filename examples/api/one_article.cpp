// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// one_article IMAGE: an article in memory, its graph on standard output and a word on what it holds.
#include <document/reader.hpp>
#include <error.hpp>
#include <khabar.hpp>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    // The knowledge is loaded once and shared by all articles and threads.
    const khabar::Extractor extractor(khabar::lexicon::Lexicon::from_file(argv[1]), {});

    khabar::document::Article article;
    article.id = "example";
    article.text = "قصفت طائرات حربية، مساء الثلاثاء، مستودعاً للذخيرة في مدينة الميادين.";
    article.published = khabar::document::parse_day("2024-05-15");

    khabar::ArticleResult result;
    extractor.extract(article, result);
    std::fputs(khabar::rdf::serialize(result.quads, khabar::rdf::Format::TriG, khabar::prefixes()).c_str(), stdout);
    std::fprintf(stderr, "%u events, %zu statements\n", result.event_count, result.quads.size());
    return result.event_count == 1 ? 0 : 1;
  } catch (const khabar::Error& error) {  // all that the library throws for what its user can mend
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
