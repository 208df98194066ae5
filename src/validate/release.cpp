// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/release.hpp"

#include "error.hpp"
#include "graph/vocabulary.hpp"
#include "job/incident_files.hpp"
#include "job/release.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace khabar::validate {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kVoid = "http://rdfs.org/ns/void#", kDcat = "http://www.w3.org/ns/dcat#", kSpdx = "http://spdx.org/rdf/terms#";

std::string iri(std::string_view base, std::string_view name) { return std::string(base).append(name); }

// What a description says, asked one value at a time.
class Description {
 public:
  explicit Description(const Graph& graph) : graph_(graph) {}

  std::vector<Id> all(Id subject, const std::string& predicate) const {
    std::vector<Id> objects;
    const auto property = graph_.find_iri(predicate);
    if (subject != kNone && property != kNone)
      for (const auto& triple : graph_.about(subject, property)) objects.push_back(triple.o);
    return objects;
  }
  Id one(Id subject, const std::string& predicate) const {
    const auto objects = all(subject, predicate);
    return objects.size() == 1 ? objects.front() : kNone;
  }
  std::string_view text(Id id) const { return id == kNone ? std::string_view("nothing") : graph_.terms()[id].value; }
  std::string_view text(Id subject, const std::string& predicate) const { return text(one(subject, predicate)); }
  std::string_view file_name(Id id) const { return text(id).substr(text(id).rfind('/') + 1); }

 private:
  const Graph& graph_;
};

}  // namespace

Release::Release(fs::path directory) : directory_(std::move(directory)) {
  std::error_code error;
  if (!fs::exists(directory_ / job::kSumsFile, error))
    throw UsageError(directory_.string() + " is a directory but no release of khabar export: it has no " + std::string(job::kSumsFile));
}

const std::string& Release::sum_of(const std::string& name) {
  const auto [found, is_new] = sums_.try_emplace(name);
  if (is_new) found->second = job::sha256_of(job::File(directory_ / name));
  return found->second;
}

void Release::check_sums(Problems& problems) {
  std::set<std::string> listed{std::string(job::kSumsFile)};
  const auto add = [&](const fs::path& path, const std::string& message) { problems.add({path.string(), {}, message, "sum", {}}); };
  for (const auto& [name, sum, _] : job::read_sums(directory_)) {
    listed.insert(name);
    const auto path = directory_ / name;
    std::error_code error;
    if (!fs::is_regular_file(path, error))
      add(path, "stands in " + std::string(job::kSumsFile) + " and is not there");
    else if (sum_of(name) != sum)
      add(path, "its SHA-256 is not that of " + std::string(job::kSumsFile));
  }
  std::set<std::string> others;  // in order
  for (const auto& item : fs::directory_iterator(directory_))
    if (auto name = item.path().filename().string(); !listed.contains(name)) others.insert(std::move(name));
  for (const auto& name : others) add(directory_ / name, "does not stand in " + std::string(job::kSumsFile));
}

std::vector<std::string> Release::graphs() const {
  std::vector<std::string> files;
  for (const auto name : {job::row_of(job::Part::Quads).file, job::kIncidentsFile, job::kKnowledgeFile}) files.push_back(directory_ / name);
  return files;
}

std::vector<std::string> Release::differences() const { return {directory_ / job::kAddedFile, directory_ / job::kRemovedFile}; }

void Release::check_contents(const Graph& graph, std::size_t first, Problems& problems) {
  check_description(graph, first, problems);
  check_members(graph, problems);
}

void Release::check_description(const Graph& graph, std::size_t first, Problems& problems) {
  const auto path = directory_ / job::kDescriptionFile;
  Graph read;
  try {
    read.add_file(path);
  } catch (const InputError& error) {
    problems.add({error.line == 0 ? error.path : error.path + ':' + std::to_string(error.line), {}, error.message, "syntax", {}});
    return;
  }
  read.finish();
  const Description told(read);
  const auto expect = [&](Id about, const std::string& what, std::string_view found, const std::string& is) {
    if (found == is) return;
    problems.add({path.string(), about == kNone ? std::string() : shown(read.terms()[about]), what + " should be " + is, "description",
                  std::string(found)});
  };

  Id release = kNone;
  std::map<std::string_view, std::size_t> statements;  // by file
  std::size_t all = 0;
  for (std::size_t at = 0; at < graphs().size(); ++at) {
    const auto& file = graph.files()[first + at];
    all += statements[std::string_view(file).substr(file.rfind('/') + 1)] = graph.file_counts()[first + at];
  }
  for (const auto& triple : read.triples())
    if (told.text(triple.p) == iri(kVoid, "subset")) release = triple.s;
  expect(release, "void:triples", told.text(release, iri(kVoid, "triples")), std::to_string(all));
  for (const auto part : told.all(release, iri(kVoid, "subset"))) {
    const auto found = statements.find(told.file_name(told.one(part, iri(kVoid, "dataDump"))));
    const auto count = found == statements.end() ? 0 : found->second;
    expect(part, "void:triples", told.text(part, iri(kVoid, "triples")), std::to_string(count));
  }

  const auto instances = [&](std::string_view class_iri) {
    return std::to_string(graph.pointing(graph.find_iri(class_iri), graph.find_iri(rdf::kRdfType)).size());
  };
  expect(release, "void:documents", told.text(release, iri(kVoid, "documents")), instances(graph::khb::kArticle));
  for (const auto part : told.all(release, iri(kVoid, "classPartition")))
    expect(part, "void:entities", told.text(part, iri(kVoid, "entities")), instances(told.text(part, iri(kVoid, "class"))));

  for (const auto file : told.all(release, iri(kDcat, "distribution"))) {
    const std::string name(told.file_name(file));
    std::error_code error;
    const auto size = fs::file_size(directory_ / name, error);
    expect(file, "dcat:byteSize", told.text(file, iri(kDcat, "byteSize")), error ? "that of a file that is there" : std::to_string(size));
    if (error) continue;
    expect(file, "spdx:checksumValue", told.text(told.one(file, iri(kSpdx, "checksum")), iri(kSpdx, "checksumValue")), sum_of(name));
  }
}

void Release::check_members(const Graph& graph, Problems& problems) const {
  const Id type = graph.find_iri(rdf::kRdfType), event = graph.find_iri(graph::khb::kEvent), article = graph.find_iri(graph::khb::kArticle);
  const Id member = graph.find_iri(graph::khb::member), reported = graph.find_iri(graph::khb::reportedIn);
  if (member == kNone) return;
  const auto is_a = [&](Id subject, Id kind) { return kind != kNone && graph.has({subject, type, kind}); };
  for (const auto& [s, p, o] : graph.triples()) {
    if (p != member) continue;
    const auto in = reported == kNone ? std::span<const Triple>() : graph.about(o, reported);
    if (is_a(o, event) && std::any_of(in.begin(), in.end(), [&](const Triple& triple) { return is_a(triple.o, article); })) continue;
    problems.add({graph.where(s), shown(graph.terms()[s]), "its member is no event of an article that is here", "incident",
                  shown(graph.terms()[o])});
  }
}

}  // namespace khabar::validate
