// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "graph/statements.hpp"
#include "link/incidents.hpp"

#include <string_view>
#include <vector>

namespace khabar::graph {

// The statements of {base}graph/incidents about one incident, its memberships and its events; sorted. Views into `arena` and the
// vocabulary. A score always comes with the event it was compared with and the reasons that add up to it.
void describe(const link::Incident& incident, std::string_view base, Arena& arena, std::vector<rdf::QuadRef>& out);

// Those about an incident that went on in another.
void describe(const link::Replaced& replaced, std::string_view base, Arena& arena, std::vector<rdf::QuadRef>& out);

}  // namespace khabar::graph
