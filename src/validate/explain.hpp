// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"
#include "validate/graph.hpp"

#include <string>

namespace khabar::validate {

// What a graph tells of an event, for people to read: its type, factuality, rule and confidence; the sentences that tell it, with
// [triggers] and {fillers} marked, when `document` holds the article's text; then a line for each thing said of it, with the words and
// the rule it is from as far as the graph holds them.
std::string explain(const Graph& graph, Id event, const document::Document& document, bool colours);

}  // namespace khabar::validate
