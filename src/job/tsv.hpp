// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Small texts of the job's files.
namespace khabar::job {

// What stands before the first `separator`; it and the separator are cut off `text`.
std::string_view cut(std::string_view& text, char separator);

// Each line and a line break; line breaks inside become spaces.
std::string lines_of(const std::vector<std::string>& lines);

// A decimal number of 32 bits; throws Error for anything else.
std::uint32_t number_of(std::string_view digits);

std::string day_text(document::Day day);  // YYYY-MM-DD

// Undoes rdf::percent_encode_segment(); throws Error for what it does not make.
std::string percent_decoded(std::string_view text);

// The id of the article whose graph has this IRI; throws Error when it is none.
std::string id_in_graph(std::string_view graph);

// A cell of a CSV file (RFC 4180): in quotes where it must be. Line breaks become spaces.
std::string csv_cell(std::string_view text);

// A JSON string with its quotes.
std::string json_string(std::string_view text);

}  // namespace khabar::job
