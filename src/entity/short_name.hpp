// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/mention.hpp"

namespace khabar::entity {

// A bare "the army", "the coalition" with no fuller name before it takes the first one behind it (headlines are short), else, for an army,
// the one of the state that the article speaks of most.
void resolve_short_names(const document::Document& document, const Units& units, Mentions& mentions);

}  // namespace khabar::entity
