// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "validate/graph.hpp"
#include "validate/problems.hpp"
#include "validate/spans.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::validate {

// How many nodes a graph describes of each of khabar's classes, in the order "article", "event", ...; those
// that are there
std::vector<std::pair<std::string_view, std::size_t>> counts_of(const Graph& graph);

// All that needs no text: the shapes, references, repetitions and spans.
void check_graph(const Graph& graph, const Spans& spans, const std::filesystem::path& shapes, Problems& problems);

}  // namespace khabar::validate
