// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/report.hpp"

#include <string>

namespace khabar::event {

// The report as text: of each event its type, rule and confidence, the sentences that tell it with [triggers] and {fillers} marked
// (or coloured), then a line for each thing said of it: name, "words" = what they mean, the rule, the confidence.
std::string explain(const document::Document& document, const entity::Units& units, const Report& report, bool colours);

}  // namespace khabar::event
