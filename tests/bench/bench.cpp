// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// What happens inside one process; run.py adds whole processes and the ratios.
#include "corpus.hpp"
#include "entity/furniture.hpp"
#include "entity/mention.hpp"
#include "entity/time.hpp"
#include "entity/unit.hpp"
#include "event/report.hpp"
#include "graph/describe.hpp"
#include "khabar.hpp"

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

namespace khabar::bench {
namespace {

const lexicon::Lexicon& full() {
  static const auto lexicon = lexicon::Lexicon::from_file(KHABAR_IMAGE);
  return lexicon;
}

const lexicon::Lexicon& small() {
  static const auto lexicon = small_lexicon(full(), 1000);
  return lexicon;
}

// Names as the examples have them: both lexicons know all of them, so that the ratio is that of the tables' sizes.
const std::vector<document::Article>& plain_corpus() {
  static const auto corpus = make_corpus(full(), {.seed = 3, .bytes = std::size_t{1} << 19U, .vary_names = false});
  return corpus;
}

const std::vector<document::Article>& corpus() {
  static const auto corpus = make_corpus(full(), {.seed = 7, .bytes = std::size_t{1} << 20U, .vary_names = true});
  return corpus;
}

void report(benchmark::State& state, std::size_t bytes) { state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations()); }

void look_up(benchmark::State& state, const lexicon::Lexicon& lexicon, const std::vector<document::Article>& articles) {
  std::vector<document::Document> documents(articles.size());
  std::size_t words = 0;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    document::segment(articles[i], documents[i]);
    words += documents[i].scan.tokens.size();
  }
  entity::Units units;
  for (auto _ : state)
    for (const auto& document : documents) {
      entity::match_units(document, lexicon, units);
      benchmark::DoNotOptimize(units.units.data());
    }
  report(state, total_bytes(articles));
  state.SetItemsProcessed(static_cast<std::int64_t>(words) * state.iterations());
  state.counters["entries"] = static_cast<double>(lexicon.entries().size());
}

void LookUpSmall(benchmark::State& state) { look_up(state, small(), plain_corpus()); }
void LookUpFull(benchmark::State& state) { look_up(state, full(), plain_corpus()); }
void LookUpFullVaried(benchmark::State& state) { look_up(state, full(), corpus()); }

// From the image on disk to the statements of one short article.
void LoadAndReadOne(benchmark::State& state) {
  document::Article article;
  article.id = "one";
  article.text = example_texts().front();
  for (auto _ : state) {
    const Extractor extractor(lexicon::Lexicon::from_file(KHABAR_IMAGE), {});
    ArticleResult result;
    extractor.extract(article, result);
    benchmark::DoNotOptimize(result.quads.data());
  }
}

void Segment(benchmark::State& state) {
  document::Document document;
  for (auto _ : state)
    for (const auto& article : corpus()) {
      document::segment(article, document);
      benchmark::DoNotOptimize(document.scan.tokens.data());
    }
  report(state, total_bytes(corpus()));
}

// The stages one by one, each on what the ones before it made; a stage that fills in what it is given works on a copy, whose making is
// not timed.
struct Staged {
  document::Document document;
  entity::Units units;
  event::Report report;
};

const std::vector<Staged>& staged() {
  static const auto kStaged = [] {
    std::vector<Staged> all(corpus().size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      document::segment(corpus()[i], all[i].document);
      entity::match_units(all[i].document, full(), all[i].units);
      all[i].units.words = {};
      entity::mark_furniture(all[i].document, all[i].units);
      event::find_events(all[i].document, all[i].units, all[i].report);
    }
    return all;
  }();
  return kStaged;
}

void Furniture(benchmark::State& state) {
  auto all = staged();
  for (auto _ : state)
    for (auto& one : all) entity::mark_furniture(one.document, one.units);
  report(state, total_bytes(corpus()));
}

void Mentions(benchmark::State& state) {
  entity::Mentions mentions;
  for (auto _ : state)
    for (const auto& one : staged()) entity::find_mentions(one.document, one.units, mentions);
  report(state, total_bytes(corpus()));
}

void Times(benchmark::State& state) {
  for (auto _ : state)
    for (const auto& one : staged()) benchmark::DoNotOptimize(entity::find_times(one.document, one.units, one.report.published));
  report(state, total_bytes(corpus()));
}

// Mentions and times included.
void Events(benchmark::State& state) {
  event::Report found;
  for (auto _ : state)
    for (const auto& one : staged()) event::find_events(one.document, one.units, found);
  report(state, total_bytes(corpus()));
}

void Describe(benchmark::State& state) {
  graph::Arena arena;
  graph::Description description;
  const std::string base = Options().base;
  for (auto _ : state)
    for (const auto& one : staged()) {
      arena.clear();
      graph::describe(one.document, one.units, one.report, {base, false, false}, arena, description);
    }
  report(state, total_bytes(corpus()));
}

// The corpus' statements through a writer.
void write_only(benchmark::State& state, rdf::Format format) {
  static const Extractor extractor(lexicon::Lexicon::from_file(KHABAR_IMAGE), {});
  static const auto kResults = [] {
    std::vector<ArticleResult> results(corpus().size());
    for (std::size_t i = 0; i < results.size(); ++i) extractor.extract(corpus()[i], results[i]);
    return results;
  }();
  const auto writer = rdf::make_writer(format, prefixes());
  for (auto _ : state)
    for (const auto& result : kResults) {
      for (const auto& quad : result.quads) writer->write(quad);
      writer->finish();
      writer->clear();
    }
  report(state, total_bytes(corpus()));
}

void WriteNQuads(benchmark::State& state) { write_only(state, rdf::Format::NQuads); }
void WriteTurtle(benchmark::State& state) { write_only(state, rdf::Format::Turtle); }

// Everything but writing: what extract --dry-run does.
void Read(benchmark::State& state) {
  static const Extractor extractor(lexicon::Lexicon::from_file(KHABAR_IMAGE), {});
  ArticleResult result;
  for (auto _ : state)
    for (const auto& article : corpus()) {
      extractor.extract(article, result);
      benchmark::DoNotOptimize(result.quads.data());
    }
  report(state, total_bytes(corpus()));
}

void write(benchmark::State& state, rdf::Format format) {
  static const Extractor extractor(lexicon::Lexicon::from_file(KHABAR_IMAGE), {});
  const auto writer = rdf::make_writer(format, prefixes());
  ArticleResult result;
  std::size_t written = 0;
  for (auto _ : state) {
    written = 0;
    for (const auto& article : corpus()) {
      extractor.extract(article, result);
      for (const auto& quad : result.quads) writer->write(quad);
      writer->finish();
      written += writer->bytes().size();
      writer->clear();
    }
  }
  report(state, total_bytes(corpus()));
  state.counters["bytes_out_per_byte"] = static_cast<double>(written) / static_cast<double>(total_bytes(corpus()));
}

void ReadAndWriteNQuads(benchmark::State& state) { write(state, rdf::Format::NQuads); }
void ReadAndWriteTurtle(benchmark::State& state) { write(state, rdf::Format::Turtle); }

// The yardstick: ICU's word boundaries of the same text.
void IcuWords(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("ar"), status));
  if (U_FAILURE(status)) return state.SkipWithError("ICU has no word iterator");
  std::int64_t count = 0;
  for (auto _ : state)
    for (const auto& article : corpus()) {
      const auto text = icu::UnicodeString::fromUTF8(article.text);
      words->setText(text);
      while (words->next() != icu::BreakIterator::DONE) ++count;
    }
  benchmark::DoNotOptimize(count);
  report(state, total_bytes(corpus()));
}

BENCHMARK(LookUpSmall)->Unit(benchmark::kMillisecond);
BENCHMARK(LookUpFull)->Unit(benchmark::kMillisecond);
BENCHMARK(LookUpFullVaried)->Unit(benchmark::kMillisecond);
BENCHMARK(LoadAndReadOne)->Unit(benchmark::kMillisecond);
BENCHMARK(Segment)->Unit(benchmark::kMillisecond);
BENCHMARK(Furniture)->Unit(benchmark::kMillisecond);
BENCHMARK(Mentions)->Unit(benchmark::kMillisecond);
BENCHMARK(Times)->Unit(benchmark::kMillisecond);
BENCHMARK(Events)->Unit(benchmark::kMillisecond);
BENCHMARK(Describe)->Unit(benchmark::kMillisecond);
BENCHMARK(WriteNQuads)->Unit(benchmark::kMillisecond);
BENCHMARK(WriteTurtle)->Unit(benchmark::kMillisecond);
BENCHMARK(Read)->Unit(benchmark::kMillisecond);
BENCHMARK(ReadAndWriteNQuads)->Unit(benchmark::kMillisecond);
BENCHMARK(ReadAndWriteTurtle)->Unit(benchmark::kMillisecond);
BENCHMARK(IcuWords)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace khabar::bench

BENCHMARK_MAIN();
