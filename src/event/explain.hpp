// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/report.hpp"

#include <string>

namespace khabar::event {

// Each event of the report as text: type and rule, the sentences that tell it with triggers and fillers marked, its roles with the
// words they come from, figures, sources, time.
std::string explain(const document::Document& document, const entity::Units& units, const Report& report, bool colours);

}  // namespace khabar::event
