// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/incident_state.hpp"

#include "compress/members.hpp"
#include "document/reader.hpp"
#include "error.hpp"
#include "job/tsv.hpp"
#include "rdf/term.hpp"

namespace khabar::job {
namespace {

constexpr std::uint32_t kEntriesOfChunk = 32;  // about
constexpr std::string_view kFormat = "khabar incidents 2";

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

// What stands in both kinds of lines before the founder: kind, name, bytes of statements and row, memberships, run.
std::string begin_line(char kind, const Entry& entry, std::uint64_t since) {
  std::string line(1, kind);
  line.append(1, '\t').append(entry.name);
  for (const std::uint64_t number :
       {std::uint64_t{entry.quads.size()}, std::uint64_t{entry.row.size()}, std::uint64_t{entry.memberships}, since})
    line.append(1, '\t').append(std::to_string(number));
  return line + '\t';
}

// What both kinds of lines begin with; leaves what stands behind the founder in `rest`.
template <typename Named>
Named begin_of(const Line& line, std::string_view& rest) {
  rest = line.text;
  for (int i = 0; i < 5; ++i) cut(rest, '\t');
  rest.remove_suffix(rest.ends_with('\n') ? 1 : 0);
  Named named;
  named.name = line.name;
  named.since = number_of(cut(rest, '\t'));
  named.founder = parse_founder(rest);
  return named;
}

std::vector<std::uint32_t*> numbers_of(Chunk& chunk) {
  return {&chunk.incidents, &chunk.replaced, &chunk.memberships, &chunk.statements, &chunk.quads,
          &chunk.quads_crc, &chunk.rows,     &chunk.rows_crc,    &chunk.lines};
}

}  // namespace

Entry entry_of(const link::Incident& incident, std::string quads, std::string row) {
  Entry entry{incident.name, {}, std::move(quads), std::move(row), static_cast<std::uint32_t>(incident.members.size())};
  entry.line = begin_line('i', entry, incident.since) + founder_text(incident.founder);
  for (const auto& membership : incident.members) entry.line.append(1, '\t').append(member_text(membership.member));
  entry.line += '\n';
  return entry;
}

Entry entry_of(const link::Replaced& replaced, std::string quads) {
  Entry entry{replaced.name, {}, std::move(quads), {}, 0};
  entry.line = begin_line('r', entry, replaced.since) + founder_text(replaced.founder) + '\t' + replaced.by + '\n';
  return entry;
}

LineSizes sizes_of(const Line& line) {
  auto rest = line.text;
  cut(rest, '\t'), cut(rest, '\t');
  const auto quads = number_of(cut(rest, '\t'));
  const auto row = number_of(cut(rest, '\t'));
  return {quads, row, number_of(cut(rest, '\t'))};
}

link::Incident incident_of(const Line& line) {
  std::string_view rest;
  auto incident = begin_of<link::Incident>(line, rest);
  while (!rest.empty()) incident.members.push_back({parse_member(cut(rest, '\t'))});
  return incident;
}

link::Replaced replaced_of(const Line& line) {
  std::string_view rest;
  auto replaced = begin_of<link::Replaced>(line, rest);
  replaced.by = rest;
  return replaced;
}

IncidentPast parse_incidents(std::string_view file, std::uint64_t head) {
  IncidentPast past;
  std::size_t at = 0;
  const auto first = compress::gunzip_member(file, at);
  std::string_view rest(first);
  if (cut(rest, '\n') != kFormat) throw Error("the state of the incidents is of another version of khabar");
  past.runs = number_of(cut(rest, '\n'));
  std::uint64_t quads_at = 0, rows_at = head;
  while (!rest.empty()) {
    auto line = cut(rest, '\n');
    auto& chunk = past.chunks.emplace_back();
    for (auto* number : numbers_of(chunk)) *number = number_of(cut(line, '\t'));
    chunk.quads_at = quads_at, chunk.rows_at = rows_at, chunk.lines_at = at;
    quads_at += chunk.quads, rows_at += chunk.rows, at += chunk.lines;
  }
  for (const auto& chunk : past.chunks) past.text += compress::gunzip(file.substr(static_cast<std::size_t>(chunk.lines_at), chunk.lines));
  std::string_view text(past.text);
  for (std::uint32_t c = 0; c < past.chunks.size(); ++c) {
    past.begins.push_back(static_cast<std::uint32_t>(past.lines.size()));
    for (auto left = past.chunks[c].incidents + past.chunks[c].replaced; left > 0; --left) {
      Line line;
      line.text = text.substr(0, text.find('\n') + 1);
      text.remove_prefix(line.text.size());
      if (line.text.size() < 4) throw Error("the state of the incidents is damaged");
      line.name = line.text.substr(2, line.text.find('\t', 2) - 2);
      line.chunk = c;
      line.replaced = line.text.front() == 'r';
      past.lines.push_back(line);
    }
  }
  past.begins.push_back(static_cast<std::uint32_t>(past.lines.size()));
  if (!text.empty() || at != file.size()) throw Error("the state of the incidents is damaged");
  return past;
}

std::string state_head(std::uint64_t runs, const std::vector<Chunk>& chunks) {
  std::string text = std::string(kFormat) + '\n' + std::to_string(runs) + '\n';
  for (auto chunk : chunks) {
    char separator = '\0';
    for (const auto* number : numbers_of(chunk)) {
      if (separator != '\0') text += separator;
      text += std::to_string(*number);
      separator = '\t';
    }
    text += '\n';
  }
  return text;
}

bool ends_chunk(std::string_view name) { return compress::crc32(name) % kEntriesOfChunk == 0; }

}  // namespace khabar::job
