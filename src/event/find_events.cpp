// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/report.hpp"
#include "event/stages.hpp"

#include <utility>

namespace khabar::event {

void find_events(const document::Document& document, const entity::Units& units, Report& report) {
  auto mentions = std::move(report.mentions);  // its buffers are used again
  report = {};
  report.mentions = std::move(mentions);
  report.published = document.article.published;
  report.date_source = report.published ? DateSource::Given : DateSource::Unknown;
  if (!report.published) {
    report.published = entity::date_line(document, units);
    if (report.published) report.date_source = DateSource::FromText;
  }
  entity::find_mentions(document, units, report.mentions);
  report.times = entity::find_times(document, units, report.published);

  Context context{document, units, *units.lexicon, {}};
  std::uint32_t unit = 0;
  const auto count = static_cast<std::uint32_t>(units.units.size());
  for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
    const auto& of = document.sentences[number];
    while (unit < count && units.units[unit].first < of.first) ++unit;
    Sentence sentence{number, unit, unit, {}};
    while (sentence.last < count && units.units[sentence.last].first < of.last) ++sentence.last;
    unit = sentence.last;
    if (sentence.first == sentence.last || units.units[sentence.first].furniture) continue;
    analyse_sentence(units, report.mentions, report.times, sentence);
    context.sentences.push_back(std::move(sentence));
  }
  resolve_anaphora(context, report.mentions);
  const auto membership = tell_events(context, report);
  count_casualties(context, membership, report);
  attribute(context, report);
  merge_mentions(context, report);
  find_affiliations(context, report);
}

}  // namespace khabar::event
