// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/incident_text.hpp"

#include "event/likeness.hpp"
#include "job/tsv.hpp"

#include <algorithm>

namespace khabar::job {

Entry IncidentText::describe(const link::Incident& incident, const std::vector<Reported>& members) {
  extractor_.describe(incident, result_);
  return entry_of(incident, quads(), row_of(incident, members));
}

Entry IncidentText::describe(const link::Replaced& replaced) {
  extractor_.describe(replaced, result_);
  return entry_of(replaced, quads());
}

std::string IncidentText::quads() {
  writer_->clear();
  for (const auto& quad : result_.quads) writer_->write(quad);
  writer_->finish();
  return std::string(writer_->bytes());
}

// The line of the table; none for what did not happen. The figures are the lowest and the highest of all reports.
std::string IncidentText::row_of(const link::Incident& incident, const std::vector<Reported>& members) const {
  const auto& told = *members.front().event;
  if (!event::is_actual(told.factuality)) return {};
  std::optional<document::Day> begin, end;
  Tolls tolls;
  for (const auto& [notes, event] : members) {
    for (const auto& [name, toll] : notes->tolls)
      if (name == event->name) tolls.killed.add(toll.killed), tolls.injured.add(toll.injured);
    if (!event->earliest || !event->latest) continue;
    begin = begin ? std::min(*begin, *event->earliest) : *event->earliest;
    end = end ? std::max(*end, *event->latest) : *event->latest;
  }
  const auto& first = incident.members.front().member;
  std::string row = csv_cell(base_ + "incident/" + incident.name);
  const auto cell = [&](const std::string& text) { row.append(1, ',').append(text); };
  const auto put_toll = [&](const Toll& toll) { cell(toll.lowest_text()), cell(toll.highest_text()); };
  cell(std::to_string(incident.members.size()));
  cell(csv_cell(event_iri(first)));
  cell(first.published ? day_text(*first.published) : "");
  cell(begin ? day_text(*begin) : "");
  cell(end ? day_text(*end) : "");
  cell(std::string(lexicon::kEventTypeNames[static_cast<std::size_t>(told.type)]));
  put_toll(tolls.killed), put_toll(tolls.injured);
  std::string all;
  for (const auto& membership : incident.members) all.append(all.empty() ? "" : " ").append(event_iri(membership.member));
  cell(csv_cell(all));
  return row + '\n';
}

std::string IncidentText::event_iri(const link::Member& member) const {
  return base_ + "article/" + rdf::percent_encode_segment(member.article) + "/event/" + link::text_of(member.event);
}

}  // namespace khabar::job
