// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/incident_chunks.hpp"

#include "document/reader.hpp"
#include "error.hpp"
#include "job/gzip.hpp"
#include "job/tsv.hpp"
#include "rdf/term.hpp"

namespace khabar::job {
namespace {

constexpr std::uint32_t kIncidentsOfChunk = 1024;  // about

std::string event_text(const link::EventName& event) {
  return std::to_string(event.begin) + '-' + std::to_string(event.end) + '-' + std::to_string(event.ordinal);
}

link::EventName parse_event(std::string_view text) {
  const auto begin = number_of(cut(text, '-'));
  const auto end = number_of(cut(text, '-'));
  return {begin, end, number_of(text)};
}

std::string member_text(const link::Member& member) { return rdf::percent_encode_segment(member.article) + ' ' + event_text(member.event); }

link::Member parse_member(std::string_view text) {
  link::Member member;
  member.article = percent_decoded(cut(text, ' '));
  member.event = parse_event(text);
  return member;
}

std::string founder_text(const link::Member& founder) {
  return (founder.published ? day_text(*founder.published) : "-") + '\t' + member_text(founder);
}

link::Member parse_founder(std::string_view& line) {
  const auto day = cut(line, '\t');
  auto founder = parse_member(cut(line, '\t'));
  if (day != "-") founder.published = document::parse_day(day);
  return founder;
}

}  // namespace

std::string incident_line(const link::Incident& incident) {
  auto line = "i\t" + incident.name + '\t' + std::to_string(incident.since) + '\t' + founder_text(incident.founder);
  for (const auto& membership : incident.members) line.append(1, '\t').append(member_text(membership.member));
  return line + '\n';
}

std::string replaced_line(const link::Replaced& replaced) {
  return "r\t" + replaced.name + '\t' + std::to_string(replaced.since) + '\t' + founder_text(replaced.founder) + '\t' + replaced.by + '\n';
}

std::string chunk_line(const Chunk& chunk) {
  std::string line = "c\t" + chunk.digest;
  for (const std::uint64_t number :
       {chunk.statements, chunk.quads, chunk.rows, std::uint64_t{chunk.quads_crc}, std::uint64_t{chunk.rows_crc}})
    line.append(1, '\t').append(std::to_string(number));
  return line + '\n';
}

IncidentPast parse_incidents(std::string_view text, std::uint64_t head) {
  IncidentPast past;
  std::uint64_t quads_at = 0, rows_at = head;
  while (!text.empty()) {
    auto line = cut(text, '\n');
    const auto kind = cut(line, '\t');
    if (kind == "runs") {
      past.state.runs = number_of(line);
    } else if (kind == "c") {
      auto& chunk = past.chunks.emplace_back();
      chunk.digest = cut(line, '\t');
      chunk.statements = number_of(cut(line, '\t'));
      chunk.quads = number_of(cut(line, '\t'));
      chunk.rows = number_of(cut(line, '\t'));
      chunk.quads_crc = number_of(cut(line, '\t'));
      chunk.rows_crc = number_of(line);
      chunk.quads_at = quads_at, chunk.rows_at = rows_at;
      quads_at += chunk.quads, rows_at += chunk.rows;
    } else if (kind == "i") {
      auto& incident = past.state.incidents.emplace_back();
      incident.name = cut(line, '\t');
      incident.since = number_of(cut(line, '\t'));
      incident.founder = parse_founder(line);
      while (!line.empty()) incident.members.push_back({parse_member(cut(line, '\t'))});
    } else if (kind == "r") {
      auto& replaced = past.state.replaced.emplace_back();
      replaced.name = cut(line, '\t');
      replaced.since = number_of(cut(line, '\t'));
      replaced.founder = parse_founder(line);
      replaced.by = line;
    } else {
      throw Error("the state of the incidents has a line of no kind that is known");
    }
  }
  return past;
}

bool ends_chunk(std::string_view name) { return crc32(name) % kIncidentsOfChunk == 0; }

}  // namespace khabar::job
