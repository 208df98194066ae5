// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/publish.hpp"

#include <string>
#include <string_view>

namespace khabar::job {

// What is known of all that the articles of an edition name, as N-Quads. What today's knowledge does not hold any more, but an article that
// was kept names, stays as the release before has it (`before`).
std::string knowledge_quads(const Edition& edition, std::string_view before);

}  // namespace khabar::job
