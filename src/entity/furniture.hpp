// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/unit.hpp"

namespace khabar::entity {

// Marks the lines that are page furniture (menus, share bars, "read also", tags, comment forms) and everything behind a heading that
// opens the page's foot. Marks the units and the document's lines.
void mark_furniture(document::Document& document, Units& units);

}  // namespace khabar::entity
