// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rdf/term.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace khabar::validate {

// Two literals as numbers (integers and decimals, exactly) or as days: below 0, 0 or above it; nothing when they are neither or
// not of one kind.
std::optional<int> compare(const rdf::TermRef& a, const rdf::TermRef& b);

// ASCII letters in lower case.
std::string lower(std::string_view text);

}  // namespace khabar::validate
