// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Reads in order, extracts in parallel, writes in order. A fixed number of slots goes round between the three stages: that bounds
// the memory, and lets every slot reuse its buffers. What is said and what fails comes out in the last stage, so that both are the
// same for any number of threads.
#include "error.hpp"
#include "khabar.hpp"
#include "rdf/sink.hpp"
#include "tool/console.hpp"
#include "tool/extract_options.hpp"
#include "tool/knowledge.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <chrono>
#include <exception>
#include <iomanip>
#include <mutex>
#include <sstream>

namespace khabar::tool {
namespace {

using document::Notice;

constexpr std::size_t kSlotsPerJob = 4;

// An article on its way.
struct Slot {
  document::ReadItem item;
  std::string origin;
  ArticleResult result;
  std::string explanation;
  std::unique_ptr<rdf::GraphWriter> writer;
  std::exception_ptr failure;
};

struct Summary {
  std::size_t articles = 0, events = 0, entities = 0, warnings = 0, skipped = 0;
  std::array<std::size_t, lexicon::kEventTypeNames.size()> events_by_type{};
};

class Run {
 public:
  explicit Run(ExtractOptions options)
      : options_(std::move(options)),
        reader_(options_.inputs, options_.read),
        extractor_(load(), options_.extract),
        start_(std::chrono::steady_clock::now()) {
    if (options_.dry_run) return;
    if (options_.output.empty())
      sink_ = std::make_unique<rdf::StdoutSink>();
    else
      sink_ = std::make_unique<rdf::FileSink>(options_.output);
  }

  int run() {
    if (writes_graph()) sink_->write(rdf::header(options_.format, prefixes()));
    read_all();
    if (writes_graph()) write_knowledge();
    if (sink_) sink_->close();
    if (!options_.quiet) summarise();
    return summary_.skipped > 0 ? kSkipped : kDone;
  }

 private:
  bool writes_graph() const { return sink_ && !options_.explain; }

  lexicon::Lexicon load() {
    std::vector<std::string> warnings;
    auto lexicon = load_lexicon(options_.knowledge, options_.lexicon, warnings);
    for (const auto& warning : warnings) say(warning);
    summary_.warnings += warnings.size();
    return lexicon;
  }

  void read_all() {
    using tbb::filter_mode;
    const auto read = tbb::make_filter<void, Slot*>(filter_mode::serial_in_order, [this](tbb::flow_control& control) {
      Slot* slot = this->read();
      if (slot == nullptr) control.stop();
      return slot;
    });
    const auto extract = tbb::make_filter<Slot*, Slot*>(filter_mode::parallel, [this](Slot* slot) {
      this->extract(*slot);
      return slot;
    });
    const auto write = tbb::make_filter<Slot*, void>(filter_mode::serial_in_order, [this](Slot* slot) {
      this->write(*slot);
      give_back(slot);
    });
    const auto jobs = static_cast<std::size_t>(options_.jobs);
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
    tbb::task_arena arena(options_.jobs);
    arena.execute([&] { tbb::parallel_pipeline(jobs * kSlotsPerJob, read & extract & write); });
  }

  // Null at the end, which a failure is as well.
  Slot* read() {
    if (at_end_) return nullptr;
    Slot* slot = take();
    try {
      if (!reader_.next(slot->item)) {
        at_end_ = true;
        return nullptr;
      }
    } catch (...) {
      at_end_ = true;
      slot->item = {};
      slot->failure = std::current_exception();
    }
    return slot;
  }

  void extract(Slot& slot) const {
    slot.writer->clear();
    if (!slot.item.article) return;
    slot.origin = slot.item.article->origin;
    try {
      if (options_.explain) slot.explanation = extractor_.explain(*slot.item.article, wants_colours());
      extractor_.extract(std::move(*slot.item.article), slot.result);
      if (!writes_graph()) return;
      for (const auto& quad : slot.result.quads) slot.writer->write(quad);
      slot.writer->finish();
    } catch (const std::logic_error& error) {
      slot.failure = std::make_exception_ptr(Error(slot.origin + ": internal error: " + error.what()));
    } catch (...) {
      slot.failure = std::current_exception();
    }
  }

  void write(Slot& slot) {
    for (const auto& notice : slot.item.notices) {
      if (notice.kind == Notice::Kind::Warning) {
        warn(notice.origin, notice.message);
      } else {
        if (options_.strict) throw InputError(notice.origin, 0, notice.message);
        say(notice.origin + ": skipped: " + notice.message);
        ++summary_.skipped;
      }
    }
    if (slot.failure) std::rethrow_exception(slot.failure);
    if (!slot.item.article) return;
    for (const auto& warning : slot.result.warnings) warn(slot.origin, warning);
    ++summary_.articles;
    summary_.events += slot.result.event_count;
    summary_.entities += slot.result.entity_count;
    for (std::size_t i = 0; i < summary_.events_by_type.size(); ++i) summary_.events_by_type[i] += slot.result.events_by_type[i];
    known_.insert(slot.result.known_entities.begin(), slot.result.known_entities.end());
    if (sink_) sink_->write(options_.explain ? std::string_view(slot.explanation) : slot.writer->bytes());
  }

  void warn(const std::string& origin, const std::string& message) {
    say(origin + ": warning: " + message);
    ++summary_.warnings;
  }

  void write_knowledge() {
    const auto quads = extractor_.knowledge(known_);
    sink_->write(rdf::serialize(quads, options_.format, prefixes()));
  }

  void summarise() const {
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start_;
    std::ostringstream line;
    line << counted(summary_.articles, "article") << ", " << counted(summary_.events, "event") << ", "
         << counted(summary_.entities, "entity", "entities") << ", " << counted(summary_.warnings, "warning") << ", "
         << counted(summary_.skipped, "input skipped", "inputs skipped") << ", " << std::fixed << std::setprecision(2) << seconds.count()
         << " seconds";
    say(line.str());
    std::string types;
    for (std::size_t i = 0; i < summary_.events_by_type.size(); ++i)
      if (summary_.events_by_type[i] > 0)
        types.append(types.empty() ? "events: " : ", ")
            .append(lexicon::kEventTypeNames[i])
            .append(" ")
            .append(std::to_string(summary_.events_by_type[i]));
    if (!types.empty()) say(types);
  }

  // Slots that no stage holds; the first and the last stage may want one at the same time.
  Slot* take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
      slots_.push_back(std::make_unique<Slot>());
      slots_.back()->writer = rdf::make_writer(options_.format, prefixes());
      return slots_.back().get();
    }
    Slot* slot = idle_.back();
    idle_.pop_back();
    return slot;
  }
  void give_back(Slot* slot) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(slot);
  }

  ExtractOptions options_;
  Summary summary_;
  document::ArticleReader reader_;
  Extractor extractor_;
  std::chrono::steady_clock::time_point start_;
  std::unique_ptr<rdf::ByteSink> sink_;
  std::set<std::uint32_t> known_;
  bool at_end_ = false;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Slot>> slots_;
  std::vector<Slot*> idle_;
};

}  // namespace

int run_extract(const Arguments& arguments) { return Run(parse_extract(arguments)).run(); }

}  // namespace khabar::tool
