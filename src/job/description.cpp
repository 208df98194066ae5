// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/description.hpp"

#include "graph/statements.hpp"
#include "graph/vocabulary.hpp"
#include "job/incidents.hpp"
#include "job/tsv.hpp"

#include <deque>
#include <map>

namespace khabar::job {
namespace {

constexpr std::string_view kVoid = "http://rdfs.org/ns/void#", kDcat = "http://www.w3.org/ns/dcat#", kSpdx = "http://spdx.org/rdf/terms#";
constexpr std::string_view kDcterms = "http://purl.org/dc/terms/", kXsdHex = "http://www.w3.org/2001/XMLSchema#hexBinary";
constexpr std::string_view kMediaTypes = "https://www.iana.org/assignments/media-types/";

constexpr rdf::Prefix kPrefixes[] = {{"void", kVoid},   {"dcat", kDcat}, {"spdx", kSpdx}, {"dcterms", kDcterms}, {"khb", graph::khb::kBase},
                                     {"xsd", rdf::kXsd}};

struct MediaRow {
  std::string_view extension, type;
};
constexpr MediaRow kMedia[] = {{".nq.gz", "application/n-quads"},
                               {".tsv.gz", "text/tab-separated-values"},
                               {".gz", "application/octet-stream"},
                               {".csv", "text/csv"},
                               {".geojson", "application/geo+json"}};

class Writer {
 public:
  void link(std::string_view s, std::string_view ns, std::string_view p, std::string_view o) { put(s, ns, p, rdf::iri(o)); }
  void type(std::string_view s, std::string_view ns, std::string_view name) {
    quads_.push_back({rdf::iri(s), rdf::iri(rdf::kRdfType), rdf::iri(keep(std::string(ns).append(name))), {}});
  }
  void text(std::string_view s, std::string_view ns, std::string_view p, std::string_view o) { put(s, ns, p, rdf::literal(o)); }
  void english(std::string_view s, std::string_view ns, std::string_view p, std::string o) {
    put(s, ns, p, rdf::tagged(keep(std::move(o)), "en"));
  }
  void number(std::string_view s, std::string_view ns, std::string_view p, std::uint64_t value) {
    put(s, ns, p, rdf::typed(keep(std::to_string(value)), rdf::kXsdNonNegativeInteger));
  }
  void typed(std::string_view s, std::string_view ns, std::string_view p, std::string value, std::string_view datatype) {
    put(s, ns, p, rdf::typed(keep(std::move(value)), datatype));
  }
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  std::string finish() {
    graph::sort_statements(quads_);
    return rdf::header(rdf::Format::Turtle, kPrefixes) + rdf::serialize(quads_, rdf::Format::Turtle, kPrefixes);
  }

 private:
  void put(std::string_view s, std::string_view ns, std::string_view p, rdf::TermRef o) {
    quads_.push_back({rdf::iri(s), rdf::iri(keep(std::string(ns).append(p))), o, {}});
  }
  std::vector<rdf::QuadRef> quads_;
  std::deque<std::string> texts_;
};

std::string_view media_type(std::string_view file) {
  for (const auto& row : kMedia)
    if (file.ends_with(row.extension)) return row.type;
  return "application/octet-stream";
}

}  // namespace

ReleaseFile write_description(const Edition& edition, const EditionNumbers& numbers, const std::vector<ReleaseFile>& files,
                              const std::filesystem::path& directory) {
  Writer out;
  const std::string release = edition.extract.base + "release/" + edition.name;
  const auto file_iri = [&](std::string_view name) { return release + '/' + std::string(name); };

  out.type(release, kVoid, "Dataset"), out.type(release, kDcat, "Dataset");
  out.english(release, kDcterms, "title", "khabar: events reported by news articles, release " + edition.name);
  out.english(release, kDcterms, "description",
              "Made by khabar " + edition.version + ", detail " + (edition.extract.detail == Detail::Full ? "full" : "core"));
  out.text(release, kDcterms, "identifier", edition.name);
  if (edition.day) out.typed(release, kDcterms, "issued", day_text(*edition.day), rdf::kXsdDate);
  if (!edition.previous.empty()) out.link(release, kDcterms, "replaces", out.keep(edition.extract.base + "release/" + edition.previous));
  out.link(release, kVoid, "vocabulary", graph::khb::kBase);
  out.number(release, kVoid, "triples", numbers.counts.statements + numbers.incidents.statements + numbers.knowledge_statements);
  out.number(release, kVoid, "documents", numbers.articles);

  // A part of the dataset that is one file.
  const auto subset = [&](std::string_view name, std::string_view file, std::uint64_t statements) {
    const auto iri = out.keep(release + '#' + std::string(name));
    out.link(release, kVoid, "subset", iri);
    out.type(iri, kVoid, "Dataset");
    out.number(iri, kVoid, "triples", statements);
    out.link(iri, kVoid, "dataDump", out.keep(file_iri(file)));
  };
  subset("articles", row_of(Part::Quads).file, numbers.counts.statements);
  subset("incidents", kIncidentsFile, numbers.incidents.statements);
  subset("knowledge", kKnowledgeFile, numbers.knowledge_statements);

  const auto instances = [&](std::string_view name, std::uint64_t count) {
    if (count == 0) return;
    const auto iri = out.keep(release + "#class-" + std::string(name));
    out.link(release, kVoid, "classPartition", iri);
    out.link(iri, kVoid, "class", out.keep(std::string(graph::khb::kBase).append(name)));
    out.number(iri, kVoid, "entities", count);
  };
  instances("Article", numbers.articles);
  instances("Event", numbers.counts.events);
  std::map<std::string_view, std::uint64_t> by_class;
  for (std::size_t type = 0; type < numbers.counts.types.size(); ++type)
    for (const auto name : graph::event_classes(static_cast<lexicon::EventType>(type)))
      by_class[name.substr(graph::khb::kBase.size())] += numbers.counts.types[type];
  for (const auto& [name, count] : by_class) instances(name, count);
  instances("CasualtyFigure", numbers.counts.figures);
  instances("Incident", numbers.incidents.incidents + numbers.incidents.replaced);
  instances("Membership", numbers.incidents.memberships);

  for (const auto& file : files) {
    const auto iri = out.keep(file_iri(file.name));
    const auto sum = out.keep(std::string(iri) + "#sha256");
    out.link(release, kDcat, "distribution", iri);
    out.type(iri, kDcat, "Distribution");
    out.text(iri, kDcterms, "title", file.name);
    out.link(iri, kDcat, "mediaType", out.keep(std::string(kMediaTypes).append(media_type(file.name))));
    if (file.name.ends_with(".gz")) out.link(iri, kDcat, "compressFormat", out.keep(std::string(kMediaTypes).append("application/gzip")));
    out.typed(iri, kDcat, "byteSize", std::to_string(file.size), rdf::kXsdNonNegativeInteger);
    out.link(iri, kSpdx, "checksum", sum);
    out.type(sum, kSpdx, "Checksum");
    out.link(sum, kSpdx, "algorithm", out.keep(std::string(kSpdx).append("checksumAlgorithm_sha256")));
    out.typed(sum, kSpdx, "checksumValue", file.sha256, kXsdHex);
  }

  ReleaseOutput output(directory, kDescriptionFile);
  output.write(out.finish());
  return output.close();
}

}  // namespace khabar::job
