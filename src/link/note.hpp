// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/report.hpp"
#include "link/record.hpp"

namespace khabar::link {

// Notes of an article's events what linking needs.
void note_events(const document::Document& document, const entity::Units& units, const event::Report& report, ArticleRecord& out);

}  // namespace khabar::link
