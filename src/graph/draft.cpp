// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/draft.hpp"

#include "graph/vocabulary.hpp"

#include <algorithm>

namespace khabar::graph {
namespace {

std::string_view span_iri(Arena& arena, std::string_view article, event::Span span) {
  return arena.join({article, "#char=", Digits(span.begin), ",", Digits(span.end)});
}

}  // namespace

Draft::Draft(const Source& source, Arena& arena, std::vector<rdf::QuadRef>& quads)
    : arena_(arena), quads_(quads), phrases_(source.document), full_(source.options.full) {
  article_ = arena_.join({source.options.base, "article/", rdf::percent_encode_segment(source.document.article.id)});
  graph_ = arena_.join({article_, "/graph"});
  const event::Span whole{0, source.document.scan.code_points};
  context_ = span_iri(arena_, article_, whole);
  spans_.emplace(key_of(whole), context_);  // a text that is one word long is its context, not a span
}

void Draft::decimal(std::string_view s, std::string_view p, float value) {
  const auto hundredths = static_cast<std::uint32_t>(std::clamp(value, 0.0F, 1.0F) * 100 + 0.5F);
  add(s, p, rdf::typed(hundredths_text(arena_, hundredths), rdf::kXsdDecimal));
}

void Draft::date(std::string_view s, std::string_view p, entity::Day day) {
  const std::chrono::year_month_day ymd(day);
  char text[] = "0000-00-00";
  const auto put = [&](unsigned value, std::size_t at, std::size_t size) {
    for (; size > 0; --size, value /= 10) text[at + size - 1] = static_cast<char>('0' + value % 10);
  };
  put(static_cast<unsigned>(int(ymd.year())), 0, 4);
  put(unsigned(ymd.month()), 5, 2);
  put(unsigned(ymd.day()), 8, 2);
  add(s, p, rdf::typed(arena_.put({text, 10}), rdf::kXsdDate));
}

void Draft::evidence(std::string_view s, std::string_view p, event::Span span) {
  const auto [found, fresh] = spans_.try_emplace(key_of(span));
  if (fresh) found->second = span_iri(arena_, article_, span);
  const auto iri = found->second;
  link(s, p, iri);
  if (!full_ || !fresh) return;
  type(iri, nif::kString);
  number(iri, nif::beginIndex, span.begin);
  number(iri, nif::endIndex, span.end);
  arabic(iri, nif::anchorOf, arena_.put(phrases_.text(span)));
  link(iri, nif::referenceContext, context_);
}

}  // namespace khabar::graph
