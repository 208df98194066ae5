// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/block.hpp"
#include "job/gazetteer.hpp"
#include "job/journal.hpp"
#include "job/release.hpp"
#include "job/store.hpp"
#include "khabar.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

// The periodic job: articles in, a release out; what did not change since the last release is taken over from it.
//
//   Job job(options, extractor);
//   for (article) if (auto ticket = job.admit(article)) { Piece piece; job.make(*ticket, article, piece); job.take(piece); ... }
//   auto outcome = job.finish(skipped > 0);
namespace khabar::job {

struct JobOptions {
  std::filesystem::path directory;
  std::string version;  // of the program
  Options extract;
  std::optional<document::Day> day;  // for names and dates of releases instead of the articles' own
  std::set<std::string> remove;      // ids of articles that go
  bool mirror = false;               // articles that were not read go
  bool dry_run = false;              // nothing is written
  std::size_t keep = 0;              // releases that stay; 0: all
  int jobs = 1;                      // threads
};

// An article that must be read.
struct Ticket {
  std::string id, key, origin;
  Journal::Place finished;  // what an interrupted run made of it
  std::string warning;      // empty: none
};

struct Outcome {
  std::string release;  // the current one; empty: none
  bool published = false;
  std::vector<std::string> added, changed, removed;  // ids
  std::size_t unchanged = 0;                         // articles
  std::uint64_t incidents = 0;                       // of a published release
  std::vector<std::string> warnings;
};

class Job {
 public:
  // Locks the directory, puts an interrupted publication right and loads the state. Throws Error when another job is at work on it.
  Job(JobOptions options, const Extractor& extractor);
  ~Job();

  // What was found wrong and put right, for the user.
  const std::vector<std::string>& notes() const;

  // In input order. Nothing when the article is as it was. Throws InputError for one that is to be removed.
  std::optional<Ticket> admit(const document::Article& article);

  // Makes the piece of an article; uses the result's buffers. On any thread.
  void make(const Ticket& ticket, document::Article&& article, ArticleResult& result, Piece& piece) const;

  // In input order: puts a piece with those before it. Full blocks are handed over to be packed and kept, in their order.
  void take(Piece&& piece, std::vector<OpenBlock>& full);
  // What was not handed over yet.
  void take_rest(std::vector<OpenBlock>& full);
  std::array<std::string, kParts> pack(const OpenBlock& block) const;  // on any thread
  void keep(const OpenBlock& block, const std::array<std::string, kParts>& runs);

  // Publishes a release when anything changed. `incomplete`: some inputs could not be read, so that nothing goes for being absent.
  Outcome finish(bool incomplete);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace khabar::job
