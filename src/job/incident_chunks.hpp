// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/incidents.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Incidents are published in chunks, in the order of their names. Where a chunk ends depends on the names alone, so that a new incident
// changes one chunk; the others are taken over from the release before without making their statements again.
namespace khabar::job {

struct Chunk {
  std::string digest;  // of all that its statements and rows depend on
  std::uint64_t statements = 0;
  std::uint64_t quads = 0, rows = 0;  // bytes in incidents.nq.gz and incidents.csv
  std::uint32_t quads_crc = 0, rows_crc = 0;
  std::uint64_t quads_at = 0, rows_at = 0;  // where these bytes lie; not written down
  std::string incidents;                    // lines
};

// The lines of incidents.state.gz.
std::string incident_line(const link::Incident& incident);
std::string replaced_line(const link::Replaced& replaced);
std::string chunk_line(const Chunk& chunk);

// What a release holds of incidents.
struct IncidentPast {
  link::IncidentState state;
  std::vector<Chunk> chunks;
};

// Reads the text of incidents.state.gz; `head` is the size of the head of incidents.csv. Throws Error.
IncidentPast parse_incidents(std::string_view text, std::uint64_t head);

// Whether a chunk ends with the incident of this name.
bool ends_chunk(std::string_view name);

}  // namespace khabar::job
