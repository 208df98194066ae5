// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Each article's graph is made by itself, on any thread, and written in input order; what is known of all that was named comes last.
#include "rdf/sink.hpp"
#include "tool/console.hpp"
#include "tool/extract_options.hpp"
#include "tool/pipeline.hpp"
#include "tool/reading.hpp"

namespace khabar::tool {
namespace {

struct Work {
  ArticleResult result;
  std::string explanation;
  std::unique_ptr<rdf::GraphWriter> writer;
};

class Run {
 public:
  explicit Run(ExtractOptions options)
      : options_(std::move(options)),
        reading_(options_.strict),
        reader_(options_.inputs, options_.read),
        extractor_(reading_.load(options_), options_.extract) {
    if (options_.dry_run) return;
    if (options_.output.empty())
      sink_ = std::make_unique<rdf::StdoutSink>();
    else
      sink_ = std::make_unique<rdf::FileSink>(options_.output);
  }

  int run() {
    if (writes_graph()) sink_->write(rdf::header(options_.format, prefixes()));
    Pipeline<Work> pipeline(
        [this] {
          return Work{{}, {}, rdf::make_writer(options_.format, prefixes())};
        },
        {[this](Slot<Work>& slot) { return reader_.next(slot.item); }, [this](Slot<Work>& slot) { extract(slot); },
         [this](Slot<Work>& slot) { write(slot); }, nullptr, nullptr});
    pipeline.run(options_.jobs);
    if (options_.extract.link) write_incidents();
    if (writes_graph()) write_knowledge();
    if (sink_) sink_->close();
    if (!options_.quiet) summarise();
    return reading_.skipped() > 0 ? kSkipped : kDone;
  }

 private:
  bool writes_graph() const { return sink_ && !options_.explain; }

  void extract(Slot<Work>& slot) const {
    auto& work = slot.work;
    work.writer->clear();
    if (options_.explain) work.explanation = extractor_.explain(*slot.item.article, wants_colours());
    extractor_.extract(std::move(*slot.item.article), work.result);
    if (!writes_graph()) return;
    for (const auto& quad : work.result.quads) work.writer->write(quad);
    work.writer->finish();
  }

  void write(Slot<Work>& slot) {
    reading_.notice(slot.item.notices);
    if (slot.failure) std::rethrow_exception(slot.failure);
    if (!slot.item.article) return;
    auto& work = slot.work;
    for (const auto& warning : work.result.warnings) reading_.warn(slot.origin, warning);
    reading_.count(work.result);
    known_.insert(work.result.known_entities.begin(), work.result.known_entities.end());
    if (options_.extract.link) records_.push_back(std::move(work.result.record));
    if (sink_) sink_->write(options_.explain ? std::string_view(work.explanation) : work.writer->bytes());
  }

  void write_incidents() {
    const auto state = link::name_incidents({}, link::link_events(records_));
    incidents_ = state.incidents.size();
    records_.clear();
    if (!sink_) return;
    const auto writer = rdf::make_writer(options_.format, prefixes());
    IncidentResult result;
    for (const auto& incident : state.incidents) {
      extractor_.describe(incident, result);
      for (const auto& quad : result.quads) writer->write(quad);
      writer->finish();
      sink_->write(writer->bytes());
      writer->clear();
    }
  }

  void write_knowledge() {
    const auto quads = extractor_.knowledge(known_);
    sink_->write(rdf::serialize(quads, options_.format, prefixes()));
  }

  void summarise() const {
    const auto incidents = options_.extract.link ? counted(incidents_, "incident") + ", " : std::string();
    say(counted(reading_.articles(), "article") + ", " + reading_.events_and_entities() + ", " + incidents + reading_.troubles_and_time());
    if (const auto types = reading_.types(); !types.empty()) say(types);
  }

  ExtractOptions options_;
  Reading reading_;
  document::ArticleReader reader_;
  Extractor extractor_;
  std::unique_ptr<rdf::ByteSink> sink_;
  std::set<std::uint32_t> known_;
  std::vector<link::ArticleRecord> records_;  // with --link, of all articles
  std::size_t incidents_ = 0;
};

}  // namespace

int run_extract(const Arguments& arguments) { return Run(parse_extract(arguments)).run(); }

}  // namespace khabar::tool
