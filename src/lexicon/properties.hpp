// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

// Properties of known entities that are asked for among their facts.
namespace khabar::lexicon {

inline constexpr std::string_view kActiveIn = "https://w3id.org/khabar/ns#activeIn";

}  // namespace khabar::lexicon
