// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// All files are loaded together, each statement with its file and line; the rules look at one subject at a time, or at all.
#include "tool/knowledge_check.hpp"

#include "error.hpp"
#include "lexicon/build.hpp"
#include "tool/knowledge_rules.hpp"

#include <charconv>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace khabar::tool {
namespace {

using lexicon::Knowledge;
using lexicon::Property;
using lexicon::Subject;

constexpr std::string_view kSource = "http://purl.org/dc/terms/source";
constexpr std::string_view kLatitude = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
constexpr std::string_view kLongitude = "http://www.w3.org/2003/01/geo/wgs84_pos#long";

// Files that can be read. What a file says before a fault may be wrong, so that none of it is kept.
struct Loaded {
  Knowledge knowledge;
  std::vector<bool> reported;  // by file
  std::vector<Finding> unreadable;
};

Loaded load(std::vector<std::pair<std::string, bool>> files) {
  std::vector<Finding> unreadable;
  for (;;) {
    Loaded loaded;
    std::size_t bad = files.size();
    for (std::size_t i = 0; i < files.size() && bad == files.size(); ++i) {
      try {
        loaded.knowledge.add_file(files[i].first);
        loaded.reported.push_back(files[i].second);
      } catch (const InputError& error) {
        if (files[i].second) unreadable.push_back({files[i].first, static_cast<std::uint32_t>(error.line), error.message, false});
        bad = i;
      }
    }
    if (bad == files.size()) {
      loaded.unreadable = std::move(unreadable);
      return loaded;
    }
    files.erase(files.begin() + static_cast<std::ptrdiff_t>(bad));
  }
}

class Checker {
 public:
  explicit Checker(Loaded& loaded)
      : knowledge_(loaded.knowledge), reported_(loaded.reported), findings_(loaded.knowledge, loaded.reported) {
    for (const auto& finding : loaded.unreadable) findings_.add(finding);
    for (const auto& subject : knowledge_.subjects())
      for (const auto& property : subject.properties)
        if (text(property.predicate) == kType) definitions_.try_emplace(subject.iri, &property);
  }

  KnowledgeReport run() {
    KnowledgeReport report;
    report.files = static_cast<std::size_t>(std::count(reported_.begin(), reported_.end(), true));
    for (const auto& subject : knowledge_.subjects()) report.subjects += check(subject);
    report_undeclared();
    check_cycles(knowledge_, findings_);
    check_shared_names(knowledge_, findings_);
    check_image();
    report.findings = findings_.take();
    std::sort(report.findings.begin(), report.findings.end(),
              [](const Finding& a, const Finding& b) { return std::tie(a.file, a.line, a.message) < std::tie(b.file, b.line, b.message); });
    return report;
  }

 private:
  struct Undeclared {
    const Subject* subject;
    const Property* at;
    std::uint32_t count;
  };

  std::string_view text(std::uint32_t id) const { return knowledge_.text(id); }

  // Whether the subject stands in a file that was asked for.
  bool check(const Subject& subject) {
    std::map<std::uint32_t, const Property*> files;  // and where the subject begins in them
    for (const auto& property : subject.properties)
      if (findings_.reports(property.file)) files.try_emplace(property.file, &property);
    if (files.empty()) return false;
    for (const auto& [file, begin] : files) check_block(subject, *begin);
    check_kinds(knowledge_, subject, findings_);
    if (text(subject.iri).starts_with(kEntries)) check_literals(knowledge_, subject, findings_);
    for (const auto& property : subject.properties)
      if (findings_.reports(property.file)) check_property(subject, property);
    return true;
  }

  bool says(const Subject& subject, std::uint32_t file, std::string_view predicate) const {
    return std::any_of(subject.properties.begin(), subject.properties.end(),
                       [&](const Property& property) { return property.file == file && text(property.predicate) == predicate; });
  }

  // What one file says of a subject.
  void check_block(const Subject& subject, const Property& begin) {
    const auto iri = text(subject.iri);
    const auto definition = definitions_.find(subject.iri);
    if (!iri.starts_with(kEntries) && !iri.starts_with(kTerms)) return;
    if (definition != definitions_.end() && definition->second->file != begin.file && says(subject, begin.file, kType))
      findings_.error(subject, begin,
                      "defined in " + knowledge_.files()[definition->second->file] + " already; to add to it, leave its type out");
    if (!iri.starts_with(kEntries)) return;
    if (definition == definitions_.end()) findings_.error(subject, begin, "has no type");
    if (!iri.starts_with(kSources) && !says(subject, begin.file, kSource)) findings_.error(subject, begin, "has no dcterms:source");
    if (says(subject, begin.file, kLatitude) != says(subject, begin.file, kLongitude))
      findings_.error(subject, begin, "has only one of latitude and longitude");
  }

  void check_property(const Subject& subject, const Property& property) {
    const auto predicate = text(property.predicate), object = text(property.object);
    const bool object_is_iri = text(property.language_or_datatype).empty();
    check_term(subject, property, property.predicate);
    if (object_is_iri) check_term(subject, property, property.object);
    if (object_is_iri && object.starts_with(kEntries) && !definitions_.contains(property.object))
      findings_.error(subject, property, short_name(object) + " is not defined");
    if (predicate == kLatitude) check_degrees(subject, property, "latitude", 90);
    if (predicate == kLongitude) check_degrees(subject, property, "longitude", 180);
  }

  // A term that is not declared is often used a thousand times: the first place of a file stands for all.
  void check_term(const Subject& subject, const Property& property, std::uint32_t term) {
    const auto iri = text(term);
    if (!iri.starts_with(kTerms) || iri.size() == kTerms.size() || definitions_.contains(term)) return;
    ++undeclared_.try_emplace({property.file, term}, Undeclared{&subject, &property, 0}).first->second.count;
  }

  void report_undeclared() {
    for (const auto& [key, use] : undeclared_) {
      std::string message = short_name(text(key.second)) + " is not declared in the ontology";
      if (use.count > 1) message += " (" + std::to_string(use.count) + " times in this file)";
      findings_.error(*use.subject, *use.at, message);
    }
  }

  void check_degrees(const Subject& subject, const Property& property, const std::string& what, double most) {
    const auto value = text(property.object);
    double degrees = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), degrees);
    if (error != std::errc{} || end != value.data() + value.size() || !(degrees >= -most && degrees <= most))
      findings_.error(subject, property, what + " out of range: " + std::string(value));
  }

  void check_image() {
    std::vector<lexicon::Problem> problems;
    lexicon::build_image(knowledge_, problems);
    for (auto& problem : problems) {
      const auto file = std::find(knowledge_.files().begin(), knowledge_.files().end(), problem.file);
      if (file == knowledge_.files().end() || !findings_.reports(static_cast<std::uint32_t>(file - knowledge_.files().begin()))) continue;
      if (const auto colon = problem.message.find(": "); problem.message.starts_with(kEntries) && colon != std::string::npos)
        problem.message = short_name(std::string_view(problem.message).substr(0, colon)) + problem.message.substr(colon);
      findings_.add({problem.file, problem.line, problem.message, false});
    }
  }

  const Knowledge& knowledge_;
  const std::vector<bool>& reported_;
  Findings findings_;
  std::unordered_map<std::uint32_t, const Property*> definitions_;            // subjects with a type: where it first stands
  std::map<std::pair<std::uint32_t, std::uint32_t>, Undeclared> undeclared_;  // by file and term
};

bool declares_terms(const Knowledge& knowledge) {
  return std::any_of(knowledge.subjects().begin(), knowledge.subjects().end(), [&](const Subject& subject) {
    return knowledge.text(subject.iri).starts_with(kTerms) &&
           std::any_of(subject.properties.begin(), subject.properties.end(),
                       [&](const Property& property) { return knowledge.text(property.predicate) == kType; });
  });
}

}  // namespace

KnowledgeReport check_knowledge(const std::vector<std::string>& paths, const std::string& ontology) {
  std::vector<std::pair<std::string, bool>> asked, files;
  std::set<std::filesystem::path> known;
  const auto add = [&](std::vector<std::pair<std::string, bool>>& list, const std::string& path, bool reported) {
    for (const auto& file : lexicon::turtle_files(path))
      if (known.insert(std::filesystem::weakly_canonical(file)).second) list.emplace_back(file, reported);
  };
  for (const auto& path : paths) add(asked, path, true);
  auto loaded = load(asked);
  if (!declares_terms(loaded.knowledge)) {  // the ontology comes first: what it defines, others only add to
    add(files, ontology, false);
    files.insert(files.end(), asked.begin(), asked.end());
    loaded = load(files);
  }
  return Checker(loaded).run();
}

void refuse_faults(const Knowledge& knowledge) {
  Findings findings(knowledge, std::vector<bool>(knowledge.files().size(), true));
  for (const auto& subject : knowledge.subjects()) {
    check_kinds(knowledge, subject, findings);
    if (knowledge.text(subject.iri).starts_with(kEntries)) check_writing(knowledge, subject, findings);
  }
  for (const auto& fault : findings.take())
    if (!fault.warning) throw InputError(fault.file, fault.line, fault.message);
}

}  // namespace khabar::tool
