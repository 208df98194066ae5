// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The stages in their order: this file is the table of contents.
#include "khabar.hpp"

#include "entity/furniture.hpp"
#include "entity/unit.hpp"
#include "error.hpp"
#include "event/explain.hpp"
#include "event/report.hpp"
#include "graph/describe.hpp"
#include "graph/incidents.hpp"
#include "graph/vocabulary.hpp"
#include "link/note.hpp"

namespace khabar {
namespace {

// What one article needs; reused from article to article by each thread.
struct Workspace {
  document::Document document;
  entity::Units units;
  event::Report report;
  graph::Description description;
};

Workspace& workspace() {
  thread_local Workspace space;
  return space;
}

}  // namespace

struct ArticleResult::Arena {
  graph::Arena text;
};

struct Extractor::Impl {
  Impl(lexicon::Lexicon lexicon_, Options options_) : lexicon(std::move(lexicon_)), options(std::move(options_)) {}
  lexicon::Lexicon lexicon;
  Options options;
  mutable graph::Arena knowledge_text;
  std::string knowledge_graph;

  template <typename Said>
  void describe(const Said& said, IncidentResult& result) const {
    if (!result.arena) result.arena = std::make_shared<ArticleResult::Arena>();
    result.arena->text.clear();
    graph::describe(said, options.base, result.arena->text, result.quads);
  }

  // document -> entity -> event
  void read(document::Article article, Workspace& space) const {
    document::segment(std::move(article), space.document);
    entity::match_units(space.document, lexicon, space.units);
    entity::mark_furniture(space.document, space.units);
    event::find_events(space.document, space.units, space.report);
  }
};

Extractor::Extractor(lexicon::Lexicon lexicon, Options options) {
  if (!rdf::is_iri(options.base) || (options.base.back() != '/' && options.base.back() != '#'))
    throw UsageError("the base must be an absolute IRI that ends in / or #: " + options.base);
  impl_ = std::make_unique<Impl>(std::move(lexicon), std::move(options));
  impl_->knowledge_graph = impl_->options.base + "graph/knowledge";
}

Extractor::Extractor(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

const lexicon::Lexicon& Extractor::lexicon() const { return impl_->lexicon; }

void Extractor::extract(document::Article article, ArticleResult& result) const {
  auto& space = workspace();
  impl_->read(std::move(article), space);
  if (!result.arena) result.arena = std::make_shared<ArticleResult::Arena>();
  result.arena->text.clear();
  const graph::DescribeOptions options{impl_->options.base, impl_->options.detail == Detail::Full, impl_->options.with_text};
  graph::describe(space.document, space.units, space.report, options, result.arena->text, space.description);
  result.quads.swap(space.description.quads);
  result.known_entities.swap(space.description.known_entities);
  result.events_by_type = space.description.events_by_type;
  result.event_count = static_cast<std::uint32_t>(space.report.events.size());
  result.entity_count = space.description.entity_count;
  result.warnings.swap(space.description.warnings);
  if (impl_->options.link) link::note_events(space.document, space.units, space.report, result.record);
}

void Extractor::describe(const link::Incident& incident, IncidentResult& result) const { impl_->describe(incident, result); }
void Extractor::describe(const link::Replaced& replaced, IncidentResult& result) const { impl_->describe(replaced, result); }

std::string Extractor::explain(document::Article article, bool colours) const {
  auto& space = workspace();
  impl_->read(std::move(article), space);
  return event::explain(space.document, space.units, space.report, colours);
}

std::vector<rdf::QuadRef> Extractor::knowledge(const std::set<std::uint32_t>& entities) const {
  return graph::describe_knowledge(impl_->lexicon, {entities.begin(), entities.end()}, impl_->knowledge_graph, impl_->knowledge_text);
}

std::span<const rdf::Prefix> prefixes() { return graph::kPrefixes; }

}  // namespace khabar
