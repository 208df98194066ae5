// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/incidents.hpp"

#include "error.hpp"
#include "event/likeness.hpp"
#include "graph/digest.hpp"
#include "job/gzip.hpp"
#include "job/incident_chunks.hpp"
#include "job/toll.hpp"
#include "job/tsv.hpp"
#include "link/incidents.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace khabar::job {
namespace {

constexpr std::string_view kHead =
    "incident_id,reports,first_report,first_published,event_date,end_date,khabar_type,fatalities,fatalities_max,injured,injured_max,"
    "events\n";

class Incidents {
 public:
  Incidents(const Edition& edition, const Releases& releases, const std::filesystem::path& directory, Difference& difference)
      : edition_(edition),
        difference_(difference),
        quads_(directory, kIncidentsFile),
        table_(directory, kIncidentTable),
        state_(directory, kIncidentState) {
    if (edition.previous.empty()) return;
    const auto before = releases.path(edition.previous);
    if (!std::filesystem::exists(before / kIncidentState)) return;
    past_ = parse_incidents(gunzip(read_file(before / kIncidentState)), kHead.size());
    old_quads_ = std::make_unique<File>(before / kIncidentsFile);
    old_table_ = std::make_unique<File>(before / kIncidentTable);
    for (const auto& chunk : past_.chunks) by_digest_.emplace(chunk.digest, &chunk);
  }

  IncidentNumbers write(std::vector<ReleaseFile>& files) {
    load_records();
    auto now = link::name_incidents(past_.state, link::link_events(records_));
    for (const auto& record : records_)
      for (const auto& event : record.events) events_.emplace(std::pair(std::string_view(record.id), event.name), &event);
    table_.write(kHead);
    state_.compress("runs\t" + std::to_string(now.runs) + '\n');
    for (auto first = now.incidents.begin(); first != now.incidents.end();) {
      auto last = first;
      while (last != now.incidents.end() && !ends_chunk(last->name)) ++last;
      if (last != now.incidents.end()) ++last;
      write_chunk(std::span(first, last));
      first = last;
    }
    write_replaced(now.replaced);
    compare_chunks();
    for (auto* output : {&quads_, &table_, &state_}) files.push_back(output->close());
    return numbers_;
  }

 private:
  // What linking needs of the articles; of those whose notes are of another version, their names alone.
  void load_records() {
    for (const auto& block : edition_.blocks) {
      const auto text = text_of(block, Part::Records);
      for (std::size_t i = 0; i < block.articles.size(); ++i) {
        try {
          auto notes = slice(block.articles, i, Part::Records, text);
          const auto tolls = parse_tolls(notes);
          records_.push_back(link::from_bytes(notes));
          for (const auto& [event, toll] : tolls) tolls_.emplace(std::pair(records_.back().id, event), toll);
        } catch (const Error&) {
          ++numbers_.not_linked;
        }
      }
    }
  }

  void write_chunk(std::span<const link::Incident> incidents) {
    Chunk chunk;
    std::string depends = edition_.version + '\n' + edition_.extract.base + '\n';
    for (const auto& incident : incidents) {
      chunk.incidents += incident_line(incident);
      depend(incident, depends);
      numbers_.memberships += incident.members.size();
    }
    numbers_.incidents += incidents.size();
    chunk.digest = graph::sha256_hex(depends + chunk.incidents).substr(0, 32);
    if (const auto found = by_digest_.find(chunk.digest); found != by_digest_.end()) {
      const auto& old = *found->second;
      chunk.statements = old.statements;
      kept_.insert(chunk.digest);
      put(chunk, checked(*old_quads_, old.quads_at, old.quads, old.quads_crc), checked(*old_table_, old.rows_at, old.rows, old.rows_crc));
      return;
    }
    std::string rows;
    for (const auto& incident : incidents) rows += row_of(incident);
    const auto text = describe(incidents);
    chunk.statements = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    new_texts_ += text;
    put(chunk, gzip(text), rows);
  }

  // All that an incident's statements and its row depend on, besides its line of the state.
  void depend(const link::Incident& incident, std::string& out) const {
    const auto number = [&](std::int64_t value) { out.append(1, ' ').append(std::to_string(value)); };
    const auto day = [&](const std::optional<document::Day>& value) { number(value ? value->time_since_epoch().count() : -1'000'000); };
    for (const auto& membership : incident.members) {
      number(membership.score), number(membership.compared_with);
      for (const auto& reason : membership.reasons) number(reason.code), number(reason.points);
      day(membership.member.published);
      const auto* event = event_of(membership.member);
      number(static_cast<int>(event->type)), number(static_cast<int>(event->factuality)), day(event->earliest), day(event->latest);
    }
    const auto tolls = tolls_of(incident);
    for (const auto* toll : {&tolls.killed, &tolls.injured})
      if (toll->given) number(toll->lowest), number(toll->highest);
    out += '\n';
  }

  static std::string checked(const File& file, std::uint64_t offset, std::uint64_t size, std::uint32_t crc) {
    auto bytes = file.read(offset, size);
    if (crc32(bytes) == crc) return bytes;
    throw InputError(file.name(), 0,
                     "damaged; put the file back, or remove its directory: the next run then goes on from the release before it");
  }

  void write_replaced(const std::vector<link::Replaced>& replaced) {
    if (replaced.empty()) return;
    Chunk chunk;
    IncidentResult result;
    std::string text;
    numbers_.replaced = replaced.size();
    for (const auto& gone : replaced) {
      chunk.incidents += replaced_line(gone);
      edition_.extractor->describe(gone, result);
      text += rdf::serialize(result.quads, rdf::Format::NQuads, prefixes());
    }
    chunk.digest = graph::sha256_hex(text).substr(0, 32);
    chunk.statements = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    if (by_digest_.contains(chunk.digest))
      kept_.insert(chunk.digest);
    else
      new_texts_ += text;
    put(chunk, gzip(text), {});
  }

  void put(Chunk& chunk, const std::string& run, const std::string& rows) {
    chunk.quads = run.size(), chunk.quads_crc = crc32(run);
    chunk.rows = rows.size(), chunk.rows_crc = crc32(rows);
    numbers_.statements += chunk.statements;
    quads_.write(run);
    table_.write(rows);
    state_.compress(chunk_line(chunk));
    state_.compress(chunk.incidents);
  }

  std::string describe(std::span<const link::Incident> incidents) {
    writer_->clear();
    for (const auto& incident : incidents) {
      edition_.extractor->describe(incident, result_);
      for (const auto& quad : result_.quads) writer_->write(quad);
      writer_->finish();
    }
    return std::string(writer_->bytes());
  }

  // The statements of the chunks that were not taken over, before and after.
  void compare_chunks() {
    std::string before;
    for (const auto& chunk : past_.chunks)
      if (!kept_.contains(chunk.digest)) before += gunzip(old_quads_->read(chunk.quads_at, chunk.quads));
    difference_.compare(before, new_texts_);
  }

  const link::EventRecord* event_of(const link::Member& member) const {
    const auto found = events_.find(std::pair(std::string_view(member.article), member.event));
    return found == events_.end() ? nullptr : found->second;
  }

  // The lowest and the highest figures of all reports.
  Tolls tolls_of(const link::Incident& incident) const {
    Tolls all;
    for (const auto& membership : incident.members) {
      const auto found = tolls_.find(std::pair(membership.member.article, membership.member.event));
      if (found == tolls_.end()) continue;
      all.killed.add(found->second.killed);
      all.injured.add(found->second.injured);
    }
    return all;
  }

  // The line of the table; none for what did not happen.
  std::string row_of(const link::Incident& incident) const {
    const auto& first = incident.members.front().member;
    const auto* told = event_of(first);
    if (!event::is_actual(told->factuality)) return {};
    std::optional<document::Day> begin, end;
    for (const auto& membership : incident.members) {
      const auto* event = event_of(membership.member);
      if (!event->earliest || !event->latest) continue;
      begin = begin ? std::min(*begin, *event->earliest) : *event->earliest;
      end = end ? std::max(*end, *event->latest) : *event->latest;
    }
    std::string row = csv_cell(edition_.extract.base + "incident/" + incident.name);
    const auto cell = [&](const std::string& text) { row.append(1, ',').append(text); };
    const auto toll = [&](const Toll& found) { cell(found.lowest_text()), cell(found.highest_text()); };
    cell(std::to_string(incident.members.size()));
    cell(csv_cell(event_iri(first)));
    cell(first.published ? day_text(*first.published) : "");
    cell(begin ? day_text(*begin) : "");
    cell(end ? day_text(*end) : "");
    cell(std::string(lexicon::kEventTypeNames[static_cast<std::size_t>(told->type)]));
    const auto tolls = tolls_of(incident);
    toll(tolls.killed), toll(tolls.injured);
    std::string all;
    for (const auto& membership : incident.members) all.append(all.empty() ? "" : " ").append(event_iri(membership.member));
    cell(csv_cell(all));
    return row + '\n';
  }

  std::string event_iri(const link::Member& member) const {
    auto iri = edition_.extract.base + "article/" + rdf::percent_encode_segment(member.article) + "/event/" +
               std::to_string(member.event.begin) + '-' + std::to_string(member.event.end);
    if (member.event.ordinal > 1) iri += '-' + std::to_string(member.event.ordinal);
    return iri;
  }

  using EventKey = std::pair<std::string_view, link::EventName>;
  struct HashKey {
    template <typename Text>
    std::size_t operator()(const std::pair<Text, link::EventName>& key) const {
      return std::hash<Text>()(key.first) ^ (std::size_t{key.second.begin} << 20U ^ key.second.ordinal) * 0x9E3779B97F4A7C15ULL;
    }
  };

  const Edition& edition_;
  Difference& difference_;
  ReleaseOutput quads_, table_, state_;
  IncidentPast past_;
  std::unique_ptr<File> old_quads_, old_table_;
  std::unordered_map<std::string_view, const Chunk*> by_digest_;
  std::unordered_set<std::string> kept_;
  std::vector<link::ArticleRecord> records_;
  std::unordered_map<EventKey, const link::EventRecord*, HashKey> events_;
  std::unordered_map<std::pair<std::string, link::EventName>, Tolls, HashKey> tolls_;
  std::unique_ptr<rdf::GraphWriter> writer_ = rdf::make_writer(rdf::Format::NQuads, prefixes());
  IncidentResult result_;
  std::string new_texts_;
  IncidentNumbers numbers_;
};

}  // namespace

IncidentNumbers write_incidents(const Edition& edition, const Releases& releases, const std::filesystem::path& directory,
                                Difference& difference, std::vector<ReleaseFile>& files) {
  return Incidents(edition, releases, directory, difference).write(files);
}

}  // namespace khabar::job
