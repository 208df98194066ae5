// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/report.hpp"
#include "validate/graph.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Where a graph tells of an article and its events.
namespace khabar::validate {

// The two numbers behind the last `part` of an IRI, as in {article}#char=b,e and {article}/event/b-e; code points.
std::optional<event::Span> numbers_behind(std::string_view iri, std::string_view part);

// The article of an event's IRI; of another IRI, itself.
std::string_view article_of(std::string_view iri);

// The statements about an article and what it tells, and the names of known entities.
Graph::Wanted wanted_of(std::string article);

// The events that the IRI of an event or article names, by their place in the text; none when the graph holds no such event.
std::vector<Id> events_of(const Graph& graph, std::string_view iri);

// An article's identifier and the text that stands in the graph; empty when there is none.
std::string_view identifier_of(const Graph& graph, std::string_view article);
std::string_view text_of(const Graph& graph, std::string_view article);

// Whether `text` has the SHA-256 that the graph says.
bool is_text_of(const Graph& graph, std::string_view article, std::string_view text);

}  // namespace khabar::validate
