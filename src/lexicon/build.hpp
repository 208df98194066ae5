// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/knowledge.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace khabar::lexicon {

// Something in the knowledge files that an editor should look at.
struct Problem {
  std::string file;
  std::uint32_t line = 0;
  std::string message;
  bool fatal = false;  // no image can be built
};

// Builds the image of `knowledge`: forms are generated, labels indexed, facts packed. Deterministic: equal files in equal order give
// equal bytes. What cannot be used is reported in `problems` and left out.
std::vector<std::byte> build_image(const Knowledge& knowledge, std::vector<Problem>& problems);

}  // namespace khabar::lexicon
