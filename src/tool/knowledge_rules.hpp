// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tool/knowledge_check.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// What the rules of `khabar lexicon check` share. A rule is a function that looks at the knowledge and adds findings.
namespace khabar::tool {

constexpr std::string_view kTerms = "https://w3id.org/khabar/ns#";
constexpr std::string_view kEntries = "https://w3id.org/khabar/kb/";
constexpr std::string_view kSources = "https://w3id.org/khabar/kb/source/";
constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kWithin = "http://www.opengis.net/ont/geosparql#sfWithin";
constexpr std::string_view kSubOrganization = "http://www.w3.org/ns/org#subOrganizationOf";
constexpr std::string_view kBroader = "http://www.w3.org/2004/02/skos/core#broader";

template <typename Range>
bool contains(const Range& range, std::string_view value) {
  return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

std::string quoted(std::string_view text);     // a long text is cut
std::string short_name(std::string_view iri);  // "actor:X", "khb:Y"

// skos:prefLabel, altLabel or hiddenLabel.
bool is_label(std::string_view predicate);

// Takes findings of the files that were asked for.
class Findings {
 public:
  Findings(const lexicon::Knowledge& knowledge, std::vector<bool> reported) : knowledge_(knowledge), reported_(std::move(reported)) {}

  bool reports(std::uint32_t file) const { return reported_[file]; }
  void error(const lexicon::Subject& subject, const lexicon::Property& at, const std::string& message) { add(subject, at, message, false); }
  void warning(const lexicon::Subject& subject, const lexicon::Property& at, const std::string& message) {
    add(subject, at, message, true);
  }
  void add(Finding finding) { found_.push_back(std::move(finding)); }
  std::vector<Finding> take() { return std::move(found_); }

 private:
  void add(const lexicon::Subject& subject, const lexicon::Property& at, const std::string& message, bool warning) {
    if (!reported_[at.file]) return;
    found_.push_back({knowledge_.files()[at.file], at.line, short_name(knowledge_.text(subject.iri)) + ": " + message, warning});
  }

  const lexicon::Knowledge& knowledge_;
  std::vector<bool> reported_;  // by file
  std::vector<Finding> found_;
};

// The literals of one subject (knowledge_labels.cpp): the wrong script or no language, too long, without a letter, of two label kinds.
void check_literals(const lexicon::Knowledge& knowledge, const lexicon::Subject& subject, Findings& findings);
// Only what refuse_faults() refuses: script and length.
void check_writing(const lexicon::Knowledge& knowledge, const lexicon::Subject& subject, Findings& findings);

// Relations between subjects (knowledge_relations.cpp).
void check_kinds(const lexicon::Knowledge& knowledge, const lexicon::Subject& subject, Findings& findings);  // one subject, two kinds
void check_cycles(const lexicon::Knowledge& knowledge, Findings& findings);
void check_shared_names(const lexicon::Knowledge& knowledge, Findings& findings);

}  // namespace khabar::tool
