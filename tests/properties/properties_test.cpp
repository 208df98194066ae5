// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// What holds for every text, tried on random ones: Unicode of all kinds, and sentences of the examples with Unicode strewn in.
#include "document/reader.hpp"
#include "khabar.hpp"
#include "rdf/turtle_reader.hpp"
#include "support/arabic_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <thread>

namespace khabar {
namespace {

constexpr std::string_view kNif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";

const Extractor& core() {
  static const Extractor kExtractor(lexicon::Lexicon::from_file(KHABAR_IMAGE), {});
  return kExtractor;
}

const Extractor& full() {
  static const Extractor kExtractor(lexicon::Lexicon::from_file(KHABAR_IMAGE), {.detail = Detail::Full, .with_text = true});
  return kExtractor;
}

std::vector<std::string> sentences() {
  std::vector<std::string> lines;
  document::ArticleReader reader({std::string(KHABAR_SOURCE_DIR) + "/examples/articles.jsonl"}, {});
  for (document::ReadItem item; reader.next(item);)
    for (std::size_t at = 0; item.article && at < item.article->text.size();) {
      const auto end = std::min(item.article->text.find('\n', at), item.article->text.size());
      if (end > at) lines.push_back(item.article->text.substr(at, end - at));
      at = end + 1;
    }
  return lines;
}

std::vector<document::Article> random_articles(std::uint32_t seed, std::size_t count) {
  static const auto kSentences = sentences();
  std::mt19937 random(seed);
  std::vector<document::Article> articles(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto& article = articles[i];
    article.id = i % 5 == 0 ? test::random_text(random, 8) : "article-" + std::to_string(i);
    if (i % 3 == 0) article.published = document::Day(std::chrono::days(19'000 + random() % 1000));
    if (i % 4 == 0) article.url = article.publisher = article.title = test::random_text(random, 20);
    for (auto pieces = 1 + random() % 6; pieces > 0; --pieces)
      article.text += random() % 3 == 0 ? test::random_text(random, 40) : kSentences[random() % kSentences.size()];
  }
  return articles;
}

std::string written(const Extractor& extractor, const document::Article& article, rdf::Format format) {
  ArticleResult result;
  extractor.extract(article, result);
  return rdf::serialize(result.quads, format, prefixes());
}

// The part of a text between two code points.
std::string slice(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t at = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++at;
    if (at > begin && at <= end) out += c;
  }
  return out;
}

TEST(Properties, EveryTextGivesGraphsThatReadBackWhole) {
  for (const auto& article : random_articles(11, 200)) {
    ArticleResult result;
    full().extract(article, result);
    for (const auto format : {rdf::Format::NQuads, rdf::Format::TriG, rdf::Format::Turtle, rdf::Format::NTriples}) {
      std::size_t count = 0;
      const auto text = rdf::header(format, prefixes()) + rdf::serialize(result.quads, format, prefixes());
      ASSERT_NO_THROW(rdf::read_quads(text, "written", format, [&](const rdf::QuadRef&, std::size_t) { ++count; })) << article.text;
      EXPECT_EQ(count, result.quads.size()) << article.text;
    }
  }
}

TEST(Properties, OffsetsSliceToAnchors) {
  std::size_t anchors = 0;
  for (const auto& article : random_articles(12, 150)) {
    ArticleResult result;
    full().extract(article, result);
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> spans;
    for (const auto& quad : result.quads) {
      if (!quad.p.value.starts_with(kNif)) continue;
      if (quad.p.value.ends_with("beginIndex")) spans[quad.s.value].first = std::stoul(std::string(quad.o.value));
      if (quad.p.value.ends_with("endIndex")) spans[quad.s.value].second = std::stoul(std::string(quad.o.value));
    }
    for (const auto& quad : result.quads) {
      const bool anchor = quad.p.value == std::string(kNif) + "anchorOf";
      if (!anchor && quad.p.value != std::string(kNif) + "isString") continue;
      const auto& [begin, end] = spans.at(quad.s.value);
      EXPECT_EQ(slice(article.text, begin, end), quad.o.value);
      anchors += anchor ? 1U : 0U;
    }
  }
  EXPECT_GT(anchors, 100U);
}

TEST(Properties, AnArticleIsReadAsIfItWereAlone) {
  const auto articles = random_articles(13, 120);
  std::vector<std::string> alone(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i)  // a thread of its own has nothing to remember
    std::thread([&] { alone[i] = written(core(), articles[i], rdf::Format::NQuads); }).join();
  ArticleResult reused;
  for (std::size_t i = articles.size(); i-- > 0;) {
    core().extract(articles[i], reused);
    EXPECT_EQ(rdf::serialize(reused.quads, rdf::Format::NQuads, prefixes()), alone[i]) << articles[i].text;
  }
}

TEST(Properties, ResultsStayWhenOtherArticlesAreRead) {
  const auto articles = random_articles(15, 60);
  std::vector<ArticleResult> kept(articles.size());
  std::vector<std::string> told;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    full().extract(articles[i], kept[i]);
    told.push_back(rdf::serialize(kept[i].quads, rdf::Format::NQuads, prefixes()));
  }
  for (std::size_t i = 0; i < articles.size(); ++i) EXPECT_EQ(rdf::serialize(kept[i].quads, rdf::Format::NQuads, prefixes()), told[i]);
}

TEST(Properties, ThreadsShareAnExtractor) {
  const auto articles = random_articles(14, 160);
  std::vector<std::string> expected, found(articles.size());
  for (const auto& article : articles) expected.push_back(written(core(), article, rdf::Format::TriG));
  std::vector<std::thread> threads;
  for (std::size_t first = 0; first < 4; ++first)
    threads.emplace_back([&, first] {
      for (auto i = first; i < articles.size(); i += 4) {
        found[i] = written(core(), articles[i], rdf::Format::TriG);
        core().explain(articles[i], false);
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace khabar
