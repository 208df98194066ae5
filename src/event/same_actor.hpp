// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/lexicon.hpp"

namespace khabar::event {

// Whether two known actors can be one agent: the same, one part of the other, or a state and its forces.
bool same_actor(const lexicon::Lexicon& lexicon, std::uint32_t a, std::uint32_t b);

}  // namespace khabar::event
