// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/article_records.hpp"
#include "job/incident_state.hpp"
#include "khabar.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::job {

inline constexpr std::string_view kIncidentsHead =
    "incident_id,reports,first_report,first_published,event_date,end_date,khabar_type,fatalities,fatalities_max,injured,injured_max,"
    "events\n";

// A member of an incident with the notes of its article.
struct Reported {
  const Notes* notes = nullptr;
  const link::EventRecord* event = nullptr;
};

// What is published of incidents.
class IncidentText {
 public:
  IncidentText(const Extractor& extractor, std::string base) : extractor_(extractor), base_(std::move(base)) {}

  // `members`: in the order of the incident's.
  Entry describe(const link::Incident& incident, const std::vector<Reported>& members);
  Entry describe(const link::Replaced& replaced);

 private:
  std::string row_of(const link::Incident& incident, const std::vector<Reported>& members) const;
  std::string event_iri(const link::Member& member) const;
  std::string quads();

  const Extractor& extractor_;
  std::string base_;
  std::unique_ptr<rdf::GraphWriter> writer_ = rdf::make_writer(rdf::Format::NQuads, prefixes());
  IncidentResult result_;
};

}  // namespace khabar::job
