// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace khabar::graph {

// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// The first 16 digits of the same: names for nodes that have no span.
std::string hash_hex(std::string_view bytes);

}  // namespace khabar::graph
