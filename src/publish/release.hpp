// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::publish {

// One named graph of what is published.
struct Graph {
  std::string iri;
  std::string triples;  // N-Triples
  std::uint64_t statements = 0;
  std::string digest;  // SHA-256 of `triples`
};

struct GraphEntry {
  std::string iri, digest;
  std::uint64_t statements = 0;
};

// What is published: the directory of a release (articles.nq.gz, knowledge.nq.gz, incidents.nq.gz, in this order), the state of a job
// (its current release), or N-Quads files in the order given. One graph is in memory at a time.
class Release {
 public:
  // Finds the files. Throws InputError.
  explicit Release(const std::vector<std::string>& paths);

  // Reads everything once: the graphs with their digests. Throws InputError with file and line for bad N-Quads, statements without a
  // graph, a graph whose statements do not stand together, and graphs that are not khabar's ({base}article/{id}/graph, {base}graph/...).
  void index();

  const std::string& name() const { return name_; }  // the directory's; of files, made from their graphs
  const std::string& base() const { return base_; }
  const std::vector<GraphEntry>& graphs() const { return graphs_; }

  // Calls with each graph of those wanted, in their order. Throws InputError when it is not as it was.
  void each(const std::function<bool(const GraphEntry&)>& wanted, const std::function<void(Graph&&)>& use) const;

 private:
  void read(const std::function<void(Graph&&, const std::string& file, std::size_t line)>& use) const;

  std::vector<std::string> files_;
  std::string name_, base_;
  std::vector<GraphEntry> graphs_;
};

// The base of a graph's IRI; empty when it is none of khabar's.
std::string_view base_of_graph(std::string_view iri);

// The N-Quads of a graph.
std::string quads_of(const Graph& graph);

}  // namespace khabar::publish
