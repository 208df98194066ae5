// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

#include <cstdint>

// Which day a happening has: by the time told with it, or by what is told around it.
namespace khabar::event {

// The time that governs `told` (index of Report::times), or kNobody: one in its clause, one that opens the sentence, one of a clause
// that it goes on from. The time of a speech, and one inside "after ..." or another happening's clause, are not its own.
std::uint32_t time_of(const Context& context, const Report& report, const Sentence& sentence, const EventMention& told);

// After the merge: days counted from other events, and the days that events without a time of their own take over from the paragraph
// and from the lead. Background, plans and denials take over nothing; where even the lead has no time they stay unresolved.
void date_events(const Context& context, Report& report);

}  // namespace khabar::event
