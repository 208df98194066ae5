// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Articles that are as they were are passed over where they are read; the others go through the pipeline into blocks.
#include "job/job.hpp"
#include "tool/console.hpp"
#include "tool/export_options.hpp"
#include "tool/pipeline.hpp"
#include "tool/reading.hpp"

namespace khabar::tool {
namespace {

struct Work {
  job::Ticket ticket;
  ArticleResult result;
  job::Piece piece;
  std::vector<job::OpenBlock> full;  // blocks that this article completed
  std::vector<std::array<std::string, job::kParts>> runs;
};

job::JobOptions job_options(const ExportOptions& options) {
  job::JobOptions job;
  job.directory = options.state;
  job.version = KHABAR_VERSION;
  job.extract = options.extract;
  job.day = options.day;
  job.remove = options.remove;
  job.mirror = options.mirror;
  job.dry_run = options.dry_run;
  job.keep = options.keep;
  job.jobs = options.jobs;
  return job;
}

Options linking(Options options) {
  options.link = true;
  return options;
}

class Run {
 public:
  explicit Run(ExportOptions options)
      : options_(std::move(options)),
        reading_(options_.strict),
        reader_(options_.inputs, options_.read),
        extractor_(reading_.load(options_), linking(options_.extract)),
        job_(job_options(options_), extractor_) {}

  int run() {
    for (const auto& note : job_.notes()) say(note);
    if (options_.dry_run)
      look();
    else
      read();
    const auto outcome = job_.finish(reading_.skipped() > 0);
    for (const auto& warning : outcome.warnings) reading_.warn(options_.state, warning);
    if (options_.dry_run) list(outcome);
    if (!options_.quiet) summarise(outcome);
    return reading_.skipped() > 0 ? kSkipped : kDone;
  }

 private:
  void look() {
    document::ReadItem item;
    while (reader_.next(item)) {
      reading_.notice(item.notices);
      if (!item.article) continue;
      if (const auto ticket = job_.admit(*item.article); ticket && !ticket->warning.empty())
        reading_.warn(item.article->origin, ticket->warning);
    }
  }

  void read() {
    Pipeline<Work> pipeline(
        [] { return Work{}; },
        {[this](Slot<Work>& slot) { return next(slot); },
         [this](Slot<Work>& slot) { job_.make(slot.work.ticket, std::move(*slot.item.article), slot.work.result, slot.work.piece); },
         [this](Slot<Work>& slot) { take(slot); },
         [this](Slot<Work>& slot) {
           for (const auto& block : slot.work.full) slot.work.runs.push_back(job_.pack(block));
         },
         [this](Slot<Work>& slot) { keep(slot); }});
    pipeline.run(options_.jobs);
    std::vector<job::OpenBlock> rest;
    job_.take_rest(rest);
    for (const auto& block : rest) job_.keep(block, job_.pack(block));
  }

  // The next article that must be read, or something to be said of an input.
  bool next(Slot<Work>& slot) {
    while (reader_.next(slot.item)) {
      if (!slot.item.article) return true;
      if (auto ticket = job_.admit(*slot.item.article)) {
        slot.work.ticket = std::move(*ticket);
        return true;
      }
      slot.item.article.reset();
      if (!slot.item.notices.empty()) return true;
    }
    return false;
  }

  void take(Slot<Work>& slot) {
    auto& work = slot.work;
    work.full.clear(), work.runs.clear();
    reading_.notice(slot.item.notices);
    if (slot.failure) std::rethrow_exception(slot.failure);
    if (!slot.item.article) return;
    if (!work.ticket.warning.empty()) reading_.warn(slot.origin, work.ticket.warning);
    if (!work.ticket.finished.block) {
      for (const auto& warning : work.result.warnings) reading_.warn(slot.origin, warning);
      reading_.count(work.result);
    }
    job_.take(std::move(work.piece), work.full);
  }

  void keep(Slot<Work>& slot) {
    for (std::size_t i = 0; i < slot.work.full.size(); ++i) job_.keep(slot.work.full[i], slot.work.runs[i]);
  }

  static void list(const job::Outcome& outcome) {
    std::string text;
    const auto lines = [&](std::string_view what, const std::vector<std::string>& ids) {
      for (const auto& id : ids) text.append(what).append(" ").append(id).append("\n");
    };
    lines("new", outcome.added), lines("changed", outcome.changed), lines("removed", outcome.removed);
    print(text);
  }

  void summarise(const job::Outcome& outcome) const {
    say(std::to_string(outcome.added.size()) + " new, " + std::to_string(outcome.changed.size()) + " changed, " +
        std::to_string(outcome.removed.size()) + " removed, " + counted(outcome.unchanged, "unchanged article") + ", " +
        reading_.troubles_and_time());
    if (outcome.published)
      say("published release " + outcome.release + ", " + counted(outcome.incidents, "incident"));
    else if (!options_.dry_run)
      say(outcome.release.empty() ? "nothing to publish" : "nothing to publish; release " + outcome.release + " stays");
  }

  ExportOptions options_;
  Reading reading_;
  document::ArticleReader reader_;
  Extractor extractor_;
  job::Job job_;
};

}  // namespace

int run_export(const Arguments& arguments) { return Run(parse_export(arguments)).run(); }

}  // namespace khabar::tool
