// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Lines are taken as they are, one graph's at a time, and read by the RDF reader to be sure that they are N-Triples.
#include "publish/release.hpp"

#include "document/bytes.hpp"
#include "error.hpp"
#include "graph/digest.hpp"
#include "job/file.hpp"
#include "rdf/turtle_reader.hpp"

#include <array>
#include <filesystem>
#include <set>
#include <utility>

namespace khabar::publish {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kParts = {"articles.nq.gz", "knowledge.nq.gz", "incidents.nq.gz"};
constexpr std::size_t kLongestLine = std::size_t{64} << 20U;

// A line of N-Quads, split before its graph; nothing in `graph` when there is none.
struct Line {
  std::string_view triple, graph;
};
Line split(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) line.remove_suffix(1);
  if (!line.ends_with('.')) return {};
  line.remove_suffix(1);
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  const auto begin = line.rfind('<');
  if (!line.ends_with('>') || begin == line.npos || begin == 0) return {};
  return {line.substr(0, begin), line.substr(begin + 1, line.size() - begin - 2)};
}

bool is_blank(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  return first == line.npos || line[first] == '#';
}

// The statements of one graph as they come in.
class Collector {
 public:
  using Use = std::function<void(Graph&&, const std::string&, std::size_t)>;
  Collector(std::string file, const Use& use) : file_(std::move(file)), use_(use) {}

  void add(std::string_view text, std::size_t number) {
    const auto line = split(text);
    if (line.graph.empty()) throw InputError(file_, number, "not a line of N-Quads with a graph");
    if (line.graph != graph_.iri) {
      close();
      if (base_of_graph(line.graph).empty())
        throw InputError(file_, number,
                         "<" + std::string(line.graph) + "> is no graph of khabar's: {base}article/{id}/graph or {base}graph/...");
      graph_.iri = line.graph;
      first_ = number;
    }
    graph_.triples.append(line.triple).append(".\n");
  }

  void close() {
    if (graph_.triples.empty()) return;
    try {
      rdf::read_quads(graph_.triples, file_, rdf::Format::NTriples, [this](const rdf::QuadRef&, std::size_t) { ++graph_.statements; });
    } catch (const InputError& error) {
      throw InputError(file_, first_ + (error.line == 0 ? 0 : error.line - 1), error.message);
    }
    use_(std::exchange(graph_, {}), file_, first_);
  }

 private:
  std::string file_;
  const Use& use_;
  Graph graph_;
  std::size_t first_ = 0;
};

using UseLine = std::function<void(std::string_view line, std::size_t number)>;

void each_line(const std::string& file, const UseLine& use) {
  document::ByteInput input(file);
  std::string line;
  for (std::size_t number = 1;; ++number) {
    const auto status = input.next_line(line, kLongestLine);
    if (status == document::ByteInput::LineStatus::End) return;
    if (status == document::ByteInput::LineStatus::TooLong) throw InputError(input.name(), number, "a line of more than 64 MiB");
    use(line, number);
  }
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

}  // namespace

Release::Release(const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    if (!is_folder(path)) {
      files_.push_back(path);
      continue;
    }
    fs::path directory = path;
    if (is_folder(directory / "current")) directory = directory / "current";
    directory = fs::canonical(directory);
    if (paths.size() > 1) throw UsageError("name one release, or N-Quads files");
    name_ = directory.filename().string();
    if (!fs::exists(directory / kParts[0])) throw InputError(path, 0, "no release: it has no " + std::string(kParts[0]));
    for (const auto part : kParts)
      if (fs::exists(directory / part)) files_.push_back((directory / part).string());
  }
}

void Release::read(const std::function<void(Graph&&, const std::string&, std::size_t)>& use) const {
  for (const auto& file : files_) {
    Collector collector(file, use);
    each_line(file, [&](std::string_view line, std::size_t number) {
      if (!is_blank(line)) collector.add(line, number);
    });
    collector.close();
  }
}

void Release::index() {
  graphs_.clear();
  std::set<std::string, std::less<>> seen;
  std::string all;
  read([&](Graph&& graph, const std::string& file, std::size_t line) {
    const auto base = base_of_graph(graph.iri);
    if (base_.empty()) base_ = base;
    if (base != base_) throw InputError(file, line, "<" + graph.iri + "> has not the base of the graphs before it, " + base_);
    if (!seen.insert(graph.iri).second)
      throw InputError(file, line, "the statements of <" + graph.iri + "> do not stand together, or the graph was there before");
    graph.digest = graph::sha256_hex(graph.triples);
    all.append(graph.iri).append(" ").append(graph.digest).append("\n");
    graphs_.push_back({std::move(graph.iri), std::move(graph.digest), graph.statements});
  });
  if (graphs_.empty()) throw InputError(files_.front(), 0, "no statements in it");
  if (name_.empty()) name_ = "files-" + graph::hash_hex(all);
}

void Release::each(const std::function<bool(const GraphEntry&)>& wanted, const std::function<void(Graph&&)>& use) const {
  std::size_t at = 0;
  read([&](Graph&& graph, const std::string& file, std::size_t line) {
    const auto changed = [&] { return InputError(file, line, "the file was changed while it was published; run it again"); };
    if (at == graphs_.size() || graphs_[at].iri != graph.iri) throw changed();
    const auto& entry = graphs_[at++];
    if (!wanted(entry)) return;
    graph.digest = graph::sha256_hex(graph.triples);
    if (graph.digest != entry.digest) throw changed();
    use(std::move(graph));
  });
}

std::string_view base_of_graph(std::string_view iri) {
  constexpr std::string_view kGraph = "graph", kArticle = "article/";
  const auto slash = iri.rfind('/');
  if (slash == iri.npos) return {};
  auto before = iri.substr(0, slash + 1);
  if (iri.substr(slash + 1) != kGraph) {  // {base}graph/knowledge
    if (!before.ends_with("/graph/") || slash + 1 == iri.size()) return {};
    return before.substr(0, before.size() - kGraph.size() - 1);
  }
  before.remove_suffix(1);  // {base}article/{id}/graph
  before = before.substr(0, before.rfind('/') + 1);
  return before.ends_with(kArticle) && before.size() > kArticle.size() ? before.substr(0, before.size() - kArticle.size())
                                                                       : std::string_view();
}

std::string quads_of(const Graph& graph) {
  std::string quads;
  const std::string_view triples = graph.triples;
  quads.reserve(triples.size() + graph.statements * (graph.iri.size() + 4));
  for (std::size_t at = 0; at < triples.size();) {
    const auto end = triples.find('\n', at);
    quads.append(triples.substr(at, end - at - 1)).append("<").append(graph.iri).append("> .\n");
    at = end + 1;
  }
  return quads;
}

}  // namespace khabar::publish
