// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The files are loaded twice: each by itself, so that every statement is known with its file, and all together, for the relations
// between them. The rules then look at one subject of one file at a time.
#include "tool/knowledge_check.hpp"

#include "arabic/fold.hpp"
#include "error.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace khabar::tool {
namespace {

using lexicon::Knowledge;
using lexicon::Problem;
using lexicon::Property;
using lexicon::Subject;

constexpr std::string_view kTerms = "https://w3id.org/khabar/ns#";
constexpr std::string_view kEntries = "https://w3id.org/khabar/kb/";
constexpr std::string_view kSources = "https://w3id.org/khabar/kb/source/";
constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view kSource = "http://purl.org/dc/terms/source";
constexpr std::string_view kLatitude = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
constexpr std::string_view kLongitude = "http://www.w3.org/2003/01/geo/wgs84_pos#long";
constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kLabels[] = {"http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2004/02/skos/core#altLabel",
                                        "http://www.w3.org/2004/02/skos/core#hiddenLabel"};
constexpr std::string_view kUpwards[] = {"http://www.w3.org/ns/org#subOrganizationOf", "http://www.opengis.net/ont/geosparql#sfWithin",
                                         "http://www.w3.org/2004/02/skos/core#broader"};

template <typename Range>
bool contains(const Range& range, std::string_view value) {
  return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string short_name(std::string_view iri) {
  if (iri.starts_with(kTerms)) return "khb:" + std::string(iri.substr(kTerms.size()));
  if (!iri.starts_with(kEntries)) return '<' + std::string(iri) + '>';
  std::string name(iri.substr(kEntries.size()));  // "actor/X", "lex/X"
  if (const auto slash = name.find('/'); slash != std::string::npos) name[slash] = ':';
  return name;
}

class Checker {
 public:
  // `reported`: whether the file's problems are the caller's.
  void load(const std::string& path, bool reported) {
    File file{path, reported, {}};
    try {
      file.knowledge.add_file(path);
      all_.add_file(path);
    } catch (const InputError& error) {
      if (reported) problems_.push_back({path, static_cast<std::uint32_t>(error.line), error.message, true});
      return;
    }
    files_.push_back(std::move(file));
  }

  bool declares_terms() const {
    return std::any_of(all_.subjects().begin(), all_.subjects().end(),
                       [&](const Subject& subject) { return all_.text(subject.iri).starts_with(kTerms) && has(all_, subject, kType); });
  }

  KnowledgeReport run() {
    index();
    KnowledgeReport report;
    for (const auto& file : files_) {
      if (!file.reported) continue;
      ++report.files;
      report.subjects += file.knowledge.subjects().size();
      for (const auto& subject : file.knowledge.subjects()) check(file, subject);
      report_undeclared(file);
    }
    check_cycles();
    check_image();
    std::sort(problems_.begin(), problems_.end(),
              [](const Problem& a, const Problem& b) { return std::tie(a.file, a.line, a.message) < std::tie(b.file, b.line, b.message); });
    report.problems = std::move(problems_);
    return report;
  }

 private:
  struct File {
    std::string path;
    bool reported;
    Knowledge knowledge;
  };

  struct Undeclared {
    std::string subject;
    std::uint32_t line, count;
  };

  static bool has(const Knowledge& knowledge, const Subject& subject, std::string_view predicate) {
    return std::any_of(subject.properties.begin(), subject.properties.end(),
                       [&](const Property& property) { return knowledge.text(property.predicate) == predicate; });
  }

  void index() {
    for (const auto& file : files_)
      for (const auto& subject : file.knowledge.subjects())
        if (has(file.knowledge, subject, kType)) defined_.try_emplace(std::string(file.knowledge.text(subject.iri)), &file);
  }

  void report(const File& file, const Subject& subject, std::uint32_t line, const std::string& message) {
    if (file.reported) problems_.push_back({file.path, line, short_name(file.knowledge.text(subject.iri)) + ": " + message, false});
  }

  void check(const File& file, const Subject& subject) {
    const Knowledge& knowledge = file.knowledge;
    const auto iri = knowledge.text(subject.iri);
    const std::uint32_t line = subject.properties.front().line;
    const auto definition = defined_.find(std::string(iri));
    const bool shared = iri.starts_with(kEntries) || iri.starts_with(kTerms);
    if (shared && definition != defined_.end() && definition->second != &file && has(knowledge, subject, kType))
      report(file, subject, line, "defined in " + definition->second->path + " already; to add to it, leave its type out");
    if (iri.starts_with(kEntries)) {
      if (definition == defined_.end()) report(file, subject, line, "has no type");
      if (!iri.starts_with(kSources) && !has(knowledge, subject, kSource)) report(file, subject, line, "has no dcterms:source");
      check_labels(file, subject);
    }
    for (const auto& property : subject.properties) check_property(file, subject, property);
  }

  void check_property(const File& file, const Subject& subject, const Property& property) {
    const Knowledge& knowledge = file.knowledge;
    const auto predicate = knowledge.text(property.predicate), object = knowledge.text(property.object);
    const bool object_is_iri = knowledge.text(property.language_or_datatype).empty();
    check_term(file, subject, property, predicate);
    if (object_is_iri) check_term(file, subject, property, object);
    if (object_is_iri && object.starts_with(kEntries) && !defined_.contains(std::string(object)))
      report(file, subject, property.line, short_name(object) + " is not defined");
    if (predicate == kLatitude) check_degrees(file, subject, property, "latitude", 90);
    if (predicate == kLongitude) check_degrees(file, subject, property, "longitude", 180);
  }

  void check_term(const File& file, const Subject& subject, const Property& property, std::string_view iri) {
    if (!iri.starts_with(kTerms) || iri.size() == kTerms.size() || defined_.contains(std::string(iri))) return;
    auto& undeclared =
        undeclared_.try_emplace(std::string(iri), Undeclared{short_name(file.knowledge.text(subject.iri)), property.line, 0}).first->second;
    ++undeclared.count;
  }

  // A term that is not declared is often used a thousand times: the first place stands for all.
  void report_undeclared(const File& file) {
    for (const auto& [iri, at] : undeclared_) {
      std::string message = at.subject + ": " + short_name(iri) + " is not declared in the ontology";
      if (at.count > 1) message += " (" + std::to_string(at.count) + " times in this file)";
      problems_.push_back({file.path, at.line, std::move(message), false});
    }
    undeclared_.clear();
  }

  void check_degrees(const File& file, const Subject& subject, const Property& property, const std::string& what, double most) {
    const auto value = file.knowledge.text(property.object);
    double degrees = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), degrees);
    if (error != std::errc{} || end != value.data() + value.size() || degrees < -most || degrees > most)
      report(file, subject, property.line, what + " out of range: " + std::string(value));
  }

  void check_labels(const File& file, const Subject& subject) {
    const Knowledge& knowledge = file.knowledge;
    std::map<std::pair<std::string_view, std::string_view>, std::string_view> seen;  // text and language, the label's property
    for (const auto& property : subject.properties) {
      const auto predicate = knowledge.text(property.predicate), value = knowledge.text(property.object);
      const auto language = knowledge.text(property.language_or_datatype);
      const bool label = contains(kLabels, predicate);
      if (label || (language == "@ar" && predicate.starts_with(kTerms))) {
        // The image's builder says so of labels.
        if (!label && !value.empty() && arabic::fold(value).empty())
          report(file, subject, property.line, quoted(value) + " has no letter that can be matched");
      }
      if (!label) continue;
      const auto [at, added] = seen.try_emplace({value, language}, predicate);
      if (!added && at->second != predicate)
        report(file, subject, property.line,
               quoted(value) + " is both skos:" + std::string(at->second.substr(kSkos.size())) +
                   " and skos:" + std::string(predicate.substr(kSkos.size())));
    }
  }

  // Follows each relation upwards; a subject met again on the way closes a cycle.
  void check_cycles() {
    for (const auto relation : kUpwards) {
      std::unordered_map<std::string_view, std::vector<std::string_view>> above;
      for (const auto& subject : all_.subjects())
        for (const auto& property : subject.properties)
          if (all_.text(property.predicate) == relation) above[all_.text(subject.iri)].push_back(all_.text(property.object));
      std::set<std::string_view> reported;
      for (const auto& file : files_)
        for (const auto& subject : file.knowledge.subjects())
          for (const auto& property : subject.properties)
            if (file.knowledge.text(property.predicate) == relation && reaches_itself(above, file.knowledge.text(subject.iri)))
              if (reported.insert(file.knowledge.text(subject.iri)).second)
                report(file, subject, property.line, "is above itself by " + std::string(relation.substr(relation.find_last_of("#/") + 1)));
    }
  }

  static bool reaches_itself(const std::unordered_map<std::string_view, std::vector<std::string_view>>& above, std::string_view start) {
    std::vector<std::string_view> open = {start};
    std::unordered_set<std::string_view> seen;
    while (!open.empty()) {
      const auto found = above.find(open.back());
      open.pop_back();
      if (found == above.end()) continue;
      for (const auto next : found->second) {
        if (next == start) return true;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  void check_image() {
    std::vector<Problem> found;
    lexicon::build_image(all_, found);
    for (auto& problem : found) {
      const bool reported =
          std::any_of(files_.begin(), files_.end(), [&](const File& file) { return file.reported && file.path == problem.file; });
      if (!reported) continue;
      if (const auto colon = problem.message.find(": "); problem.message.starts_with(kEntries) && colon != std::string::npos)
        problem.message = short_name(std::string_view(problem.message).substr(0, colon)) + problem.message.substr(colon);
      problems_.push_back(std::move(problem));
    }
  }

  std::vector<File> files_;
  Knowledge all_;
  std::unordered_map<std::string, const File*> defined_;  // subjects with a type, the first file that gives it
  std::map<std::string, Undeclared> undeclared_;          // terms in the file being checked
  std::vector<Problem> problems_;
};

}  // namespace

KnowledgeReport check_knowledge(const std::vector<std::string>& paths, const std::string& ontology) {
  Checker checker;
  std::set<std::string> loaded;
  for (const auto& path : paths)
    for (const auto& file : lexicon::turtle_files(path))
      if (loaded.insert(file).second) checker.load(file, true);
  if (!checker.declares_terms())
    for (const auto& file : lexicon::turtle_files(ontology))
      if (loaded.insert(file).second) checker.load(file, false);
  return checker.run();
}

}  // namespace khabar::tool
