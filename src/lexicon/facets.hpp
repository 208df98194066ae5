// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/lexicon.hpp"

#include <string_view>

namespace khabar::lexicon {

constexpr std::string_view kKhb = "https://w3id.org/khabar/ns#";

// Sets the facet of `entry` that `property` (local name under khb:) names, from the local name or lexical value of its object.
// Returns false when the property is no facet, and throws std::invalid_argument when its value is not in the ontology's list.
bool set_facet(Entry& entry, std::string_view property, std::string_view value);

}  // namespace khabar::lexicon
