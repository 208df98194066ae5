// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/incidents.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// incidents.state.gz: what the next run needs of the incidents of a release. They stand in the order of their names, those that were
// replaced among them, in chunks: where one ends depends on the names alone, so that a new incident changes one chunk, and the others are
// taken over from the release before as they are. A chunk is a gzip member of incidents.nq.gz, some rows of incidents.csv, and a gzip
// member of incidents.state.gz, whose first member lists the chunks.
namespace khabar::job {

struct Chunk {
  std::uint32_t incidents = 0, replaced = 0, memberships = 0, statements = 0;
  std::uint32_t quads = 0, quads_crc = 0, rows = 0, rows_crc = 0;  // bytes in incidents.nq.gz and incidents.csv
  std::uint32_t lines = 0;                                         // bytes in incidents.state.gz
  std::uint64_t quads_at = 0, rows_at = 0, lines_at = 0;           // where these bytes lie; not written down
};

// An incident, or one that was replaced, as a line and what is published of it.
struct Entry {
  std::string name;
  std::string line;  // with its line break
  std::string quads, row;
  std::uint32_t memberships = 0;  // 0: it was replaced
};
Entry entry_of(const link::Incident& incident, std::string quads, std::string row);
Entry entry_of(const link::Replaced& replaced, std::string quads);

// A line as it is read. The views point into the text.
struct Line {
  std::string_view text, name;
  std::uint32_t chunk = 0;
  bool replaced = false;
};
// Bytes of its statements and of its row; how many memberships.
struct LineSizes {
  std::uint32_t quads = 0, row = 0, memberships = 0;
};
LineSizes sizes_of(const Line& line);
link::Incident incident_of(const Line& line);
link::Replaced replaced_of(const Line& line);

// What a release holds of incidents.
struct IncidentPast {
  std::uint64_t runs = 0;
  std::string text;
  std::vector<Line> lines;  // by name
  std::vector<Chunk> chunks;
  std::vector<std::uint32_t> begins;  // by chunk: its first line; and the number of all lines
};

// Reads the bytes of incidents.state.gz; `head` is the size of the head of incidents.csv. Throws Error.
IncidentPast parse_incidents(std::string_view file, std::uint64_t head);

// The first member's text.
std::string state_head(std::uint64_t runs, const std::vector<Chunk>& chunks);

// Whether a chunk ends with the incident of this name.
bool ends_chunk(std::string_view name);

}  // namespace khabar::job
