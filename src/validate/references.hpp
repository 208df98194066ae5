// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "validate/graph.hpp"
#include "validate/problems.hpp"

namespace khabar::validate {

// IRIs that a graph uses and must describe, but does not: those under the base of its articles ({base}article/{id}), spans apart,
// which in --detail core are named alone; and known entities, of which the graph holds a copy. Frames and sources are described in the
// ontology only. Each once, at its first use (rule "reference").
void check_references(const Graph& graph, Problems& problems);

// Statements that stand twice in one graph: a store counts them once (rule "repeated").
void check_repetition(const Graph& graph, Problems& problems);

}  // namespace khabar::validate
