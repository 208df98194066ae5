// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The report of an article as statements (DESIGN.md section 3). Known entities keep their IRI; everything else is minted under the
// article's IRI from code points, so that equal input gives equal IRIs.
#include "graph/describe.hpp"

#include "graph/digest.hpp"
#include "graph/draft.hpp"
#include "graph/entities.hpp"
#include "graph/events.hpp"
#include "graph/figures.hpp"
#include "graph/vocabulary.hpp"

#include <string>

namespace khabar::graph {
namespace {

void describe_article(const Source& source, Draft& draft, std::vector<std::string>& warnings) {
  const auto& article = source.document.article;
  const auto iri = draft.article();
  draft.type(iri, khb::kArticle), draft.type(iri, schema::kNewsArticle);
  draft.add(iri, kIdentifier, rdf::literal(draft.mint({article.id})));
  if (const auto title = document::title_of(source.document); !title.empty()) draft.arabic(iri, kTitle, draft.mint({title}));
  if (source.report.published) draft.date(iri, schema::datePublished, *source.report.published);
  draft.link(iri, khb::dateSource, iri_of<event::kDateSourceNames>(source.report.date_source));
  if (!article.publisher.empty()) draft.add(iri, schema::publisher, rdf::literal(draft.mint({article.publisher})));
  if (rdf::is_iri(article.url))
    draft.link(iri, schema::url, draft.mint({article.url}));
  else if (!article.url.empty())
    warnings.push_back("the url is not an IRI and is left out");
  draft.link(iri, khb::context, draft.context());
}

void describe_context(const Source& source, Draft& draft) {
  const auto& text = source.document.article.text;
  const auto iri = draft.context();
  draft.type(iri, nif::kContext), draft.type(iri, nif::kString);
  draft.number(iri, nif::beginIndex, 0);
  draft.number(iri, nif::endIndex, source.document.scan.code_points);
  draft.add(iri, khb::sha256, rdf::literal(draft.mint({sha256_hex(text)})));
  if (source.options.with_text && !text.empty()) draft.arabic(iri, nif::isString, draft.mint({text}));
}

}  // namespace

void describe(const document::Document& document, const entity::Units& units, const event::Report& report, const DescribeOptions& options,
              Arena& arena, Description& out) {
  const Source source{document, units, report, options};
  out.quads.clear(), out.known_entities.clear(), out.warnings.clear();
  out.events_by_type = {};
  out.quads.reserve((options.full ? 100U : 30U) * (1 + report.events.size()));
  Draft draft(source, arena, out.quads);
  Entities entities(source, draft);
  Sayings sayings(source, draft, entities);

  describe_article(source, draft, out.warnings);
  describe_context(source, draft);
  if (report.cut)
    out.warnings.push_back("tells of more than " + std::to_string(event::kMostEventMentions) + " happenings; those behind are left out");
  out.entity_count = entities.mention_names();
  Events(source, draft, entities, sayings).describe();
  for (const auto& tie : report.affiliations) sayings.describe(tie);

  sort_statements(out.quads);
  for (const auto& event : report.events) ++out.events_by_type[static_cast<std::size_t>(event.type)];
  out.known_entities = entities.take_known();
}

}  // namespace khabar::graph
