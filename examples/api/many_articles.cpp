// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// many_articles IMAGE OUTPUT INPUT...: what `khabar extract` does, in little: files of articles (packed or not) to a file of N-Quads, in
// input order, on all processors. Articles are read in batches; within a batch each thread takes every n-th.
#include <document/reader.hpp>
#include <error.hpp>
#include <khabar.hpp>
#include <rdf/sink.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <set>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t kBatch = 256;

struct Job {
  khabar::document::ReadItem item;
  khabar::ArticleResult result;
  std::string bytes;
};

// An extractor is immutable; each thread brings its own results and writer.
void extract(const khabar::Extractor& extractor, std::vector<Job>& jobs, std::size_t first, std::size_t step) {
  const auto writer = khabar::rdf::make_writer(khabar::rdf::Format::NQuads, khabar::prefixes());
  for (auto at = first; at < jobs.size(); at += step) {
    if (!jobs[at].item.article) continue;
    extractor.extract(std::move(*jobs[at].item.article), jobs[at].result);
    for (const auto& quad : jobs[at].result.quads) writer->write(quad);
    writer->finish();
    jobs[at].bytes = writer->take();
  }
}

int run(const char* image, const char* output, std::vector<std::string> inputs) {
  const khabar::Extractor extractor(khabar::lexicon::Lexicon::from_file(image), {});
  khabar::document::ArticleReader reader(std::move(inputs), {});
  const auto sink = khabar::rdf::make_file_sink(output);  // appears whole or not at all
  std::set<std::uint32_t> known;
  std::size_t events = 0;
  const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());

  for (std::vector<Job> jobs;; jobs.clear()) {
    for (Job job; jobs.size() < kBatch && reader.next(job.item);) jobs.push_back(std::move(job)), job = {};
    if (jobs.empty()) break;
    std::vector<std::thread> pool;
    for (std::size_t i = 0; i < threads; ++i)
      pool.emplace_back([&, i] { extract(extractor, jobs, i, threads); });  // a program of yours would catch what this throws
    for (auto& thread : pool) thread.join();
    for (const auto& job : jobs) {
      for (const auto& notice : job.item.notices) std::fprintf(stderr, "%s: %s\n", notice.origin.c_str(), notice.message.c_str());
      sink->write(job.bytes);
      known.insert(job.result.known_entities.begin(), job.result.known_entities.end());
      events += job.result.event_count;
    }
  }
  sink->write(khabar::rdf::serialize(extractor.knowledge(known), khabar::rdf::Format::NQuads, khabar::prefixes()));
  sink->close();
  std::fprintf(stderr, "%zu events\n", events);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  try {
    return run(argv[1], argv[2], {argv + 3, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
