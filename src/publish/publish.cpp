// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "publish/publish.hpp"

#include <algorithm>
#include <set>

namespace khabar::publish {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{4} << 20U, kBatchGraphs = 100;
constexpr std::size_t kRecordedTogether = 50, kRemovedTogether = 50;

std::string mismatch(const std::string& graph, std::uint64_t found, std::uint64_t expected) {
  return "<" + graph + "> holds " + std::to_string(found) + " statements after the upload, not " + std::to_string(expected);
}

}  // namespace

Plan plan_of(const Release& release, const Record& record) {
  Plan plan;
  plan.first = record.release().empty();
  std::set<std::string, std::less<>> live;
  for (std::size_t i = 0; i < release.graphs().size(); ++i) {
    const auto& graph = release.graphs()[i];
    live.insert(graph.iri);
    if (record.holds(graph.iri, graph.digest)) {
      ++plan.same;
      continue;
    }
    plan.statements += graph.statements;
    (record.digests().contains(graph.iri) ? plan.changed : plan.added).push_back(i);
  }
  for (const auto& [graph, digest] : record.digests())
    if (!live.contains(graph)) plan.gone.push_back(graph);
  plan.done = plan.added.empty() && plan.changed.empty() && plan.gone.empty() && record.release() == release.name();
  return plan;
}

void Publication::run(const Plan& plan) {
  if (plan.done) return;
  clear_staging();
  std::set<std::string_view> loaded, wanted;
  for (const auto i : plan.added) (plan.first ? loaded : wanted).insert(release_.graphs()[i].iri);
  for (const auto i : plan.changed) wanted.insert(release_.graphs()[i].iri);
  if (!loaded.empty() || !wanted.empty())
    release_.each([&](const GraphEntry& graph) { return loaded.contains(graph.iri) || wanted.contains(graph.iri); },
                  [&](Graph&& graph) {
                    if (loaded.contains(graph.iri)) return load(std::move(graph));
                    replace(graph);
                    remember(graph);
                  });
  flush_load();
  flush_record();
  remove(plan.gone);
  clear_staging();
  with_retries(retry_, [&](int) { record_.finish(release_.name()); });
}

// One staging graph for each attempt: a request that was given up may still be at work in the store.
std::string staging_graph(const std::string& base, int attempt) { return base + "graph/staging/" + std::to_string(attempt); }

void Publication::clear_staging() {
  std::string text;
  for (int attempt = 0; attempt <= retry_.retries; ++attempt)
    text.append(attempt == 0 ? "" : " ;\n").append("CLEAR SILENT GRAPH <" + staging_graph(release_.base(), attempt) + ">");
  with_retries(retry_, [&](int) { store_.update(text); });
}

std::uint64_t Publication::count(const std::string& graph) {
  const auto counts = with_retries(retry_, [&](int) { return store_.count({graph}); });
  return counts.contains(graph) ? counts.at(graph) : 0;
}

void Publication::load(Graph&& graph) {
  batch_bytes_ += graph.triples.size();
  batch_.push_back(std::move(graph));
  if (batch_bytes_ >= kBatchBytes || batch_.size() == kBatchGraphs) flush_load();
}

// What was there before an interruption, or by other hands, is found by its count and replaced.
void Publication::flush_load() {
  if (batch_.empty()) return;
  std::vector<std::string> names;
  std::string quads;
  for (const auto& graph : batch_) {
    names.push_back(graph.iri);
    if (store_.takes_quads()) quads += quads_of(graph);
  }
  with_retries(retry_, [&](int) {
    if (store_.takes_quads()) return store_.add(quads);
    for (const auto& graph : batch_) store_.put(graph.iri, graph.triples);
  });
  auto counts = with_retries(retry_, [&](int) { return store_.count(names); });
  for (const auto& graph : batch_) {
    if (counts[graph.iri] != graph.statements) replace(graph);
    remember(graph);
  }
  batch_.clear();
  batch_bytes_ = 0;
}

void Publication::replace(const Graph& graph) {
  with_retries(retry_, [&](int attempt) {
    const auto staging = staging_graph(release_.base(), attempt);
    store_.put(staging, graph.triples);
    if (const auto found = count(staging); found != graph.statements)
      throw Error(mismatch(staging, found, graph.statements) + "; <" + graph.iri + "> was left as it was");
    store_.update(record_.forgetting(graph.iri) + " ;\n" + store_.move_text(staging, graph.iri));
    if (const auto found = count(graph.iri); found != graph.statements) throw Transient(mismatch(graph.iri, found, graph.statements));
  });
}

void Publication::remember(const Graph& graph) {
  to_record_.emplace_back(graph.iri, graph.digest);
  if (to_record_.size() >= kRecordedTogether) flush_record();
}

void Publication::flush_record() {
  if (to_record_.empty()) return;
  with_retries(retry_, [&](int) { record_.remember(to_record_); });
  to_record_.clear();
}

void Publication::remove(const std::vector<std::string>& gone) {
  for (std::size_t begin = 0; begin < gone.size(); begin += kRemovedTogether) {
    std::string text;
    for (std::size_t i = begin; i < std::min(gone.size(), begin + kRemovedTogether); ++i)
      text.append(i == begin ? "" : " ;\n").append("CLEAR SILENT GRAPH <" + gone[i] + "> ;\n").append(record_.forgetting(gone[i]));
    with_retries(retry_, [&](int) { store_.update(text); });
  }
}

}  // namespace khabar::publish
