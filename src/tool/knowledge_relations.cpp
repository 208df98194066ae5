// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Rules for how subjects stand to one another.
#include "arabic/fold.hpp"
#include "lexicon/facets.hpp"
#include "tool/knowledge_rules.hpp"

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace khabar::tool {
namespace {

using lexicon::Knowledge;
using lexicon::Property;
using lexicon::Subject;

constexpr std::string_view kUpwards[] = {kSubOrganization, kWithin, kBroader};
constexpr std::string_view kContainers[] = {kSubOrganization,
                                            kWithin,
                                            kBroader,
                                            "https://w3id.org/khabar/ns#district",
                                            "https://w3id.org/khabar/ns#country",
                                            "http://www.w3.org/ns/org#memberOf"};

using Above = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

bool reaches_itself(const Above& above, std::uint32_t start) {
  std::vector<std::uint32_t> open = {start};
  std::unordered_set<std::uint32_t> seen;
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

// An entity under one of its names.
struct Bearer {
  const Subject* subject;
  const Property* label;
};

// What would tell two bearers of a name apart: their class, and what they belong to.
std::string place_in_world(const Knowledge& knowledge, const Subject& subject) {
  std::set<std::string_view> parts;
  for (const auto& property : subject.properties)
    if (knowledge.text(property.predicate) == kType || contains(kContainers, knowledge.text(property.predicate)))
      parts.insert(knowledge.text(property.object));
  std::string key;
  for (const auto part : parts) key.append(part).append(" ");
  return key;
}

// Whether the name is marked as one that needs a cue word or context.
bool is_marked(const Knowledge& knowledge, const Subject& subject, std::string_view folded) {
  return std::any_of(subject.properties.begin(), subject.properties.end(), [&](const Property& property) {
    const auto predicate = knowledge.text(property.predicate);
    if (!predicate.starts_with(kTerms)) return false;
    const auto local = predicate.substr(kTerms.size());
    return (local == "needsCue" && knowledge.text(property.object) == "true") ||
           (local == "ambiguousLabel" && arabic::fold(knowledge.text(property.object)) == folded);
  });
}

bool is_entity(const Knowledge& knowledge, const Subject& subject) {
  return std::any_of(subject.properties.begin(), subject.properties.end(), [&](const Property& property) {
    const auto object = knowledge.text(property.object);
    return knowledge.text(property.predicate) == kType && object.starts_with(kTerms) &&
           lexicon::find_name<lexicon::EntityClass>(lexicon::kEntityClassNames, object.substr(kTerms.size()));
  });
}

// Reports each bearer that is followed by others like it.
void report_bearers(const Knowledge& knowledge, const std::string& folded, const std::vector<Bearer>& bearers, Findings& findings) {
  std::map<std::string, std::vector<const Bearer*>> alike;
  for (const auto& bearer : bearers)
    if (!is_marked(knowledge, *bearer.subject, folded)) alike[place_in_world(knowledge, *bearer.subject)].push_back(&bearer);
  for (const auto& [key, group] : alike) {
    if (group.size() < 2) continue;
    const Bearer& last = *group.back();
    std::string others;
    for (std::size_t i = 0; i + 1 < group.size() && i < 3; ++i)
      others += (i == 0 ? "" : ", ") + short_name(knowledge.text(group[i]->subject->iri));
    if (group.size() > 4) others += " and " + std::to_string(group.size() - 4) + " more";
    findings.warning(*last.subject, *last.label,
                     quoted(knowledge.text(last.label->object)) + " names " + others +
                         " as well, of the same class and in the same place; mark it khb:ambiguousLabel, or make them one");
  }
}

}  // namespace

std::string short_name(std::string_view iri) {
  if (iri.starts_with(kTerms)) return "khb:" + std::string(iri.substr(kTerms.size()));
  if (!iri.starts_with(kEntries)) return '<' + std::string(iri) + '>';
  std::string name(iri.substr(kEntries.size()));  // "actor/X", "lex/X"
  if (const auto slash = name.find('/'); slash != std::string::npos) name[slash] = ':';
  return name;
}

void check_kinds(const Knowledge& knowledge, const Subject& subject, Findings& findings) {
  if (!knowledge.text(subject.iri).starts_with(kEntries)) return;
  const Property* first = nullptr;
  for (const auto& property : subject.properties) {
    if (knowledge.text(property.predicate) != kType) continue;
    if (first == nullptr) first = &property;
    if (first->object != property.object)
      findings.error(subject, property,
                     "is a " + short_name(knowledge.text(property.object)) + " here and a " + short_name(knowledge.text(first->object)) +
                         " in " + knowledge.files()[first->file] + ':' + std::to_string(first->line) +
                         "; give one of the two another name");
  }
}

// Follows each relation upwards; a subject met again on the way closes a cycle.
void check_cycles(const Knowledge& knowledge, Findings& findings) {
  for (const auto relation : kUpwards) {
    Above above;
    for (const auto& subject : knowledge.subjects())
      for (const auto& property : subject.properties)
        if (knowledge.text(property.predicate) == relation) above[subject.iri].push_back(property.object);
    for (const auto& subject : knowledge.subjects()) {
      const auto at = std::find_if(subject.properties.begin(), subject.properties.end(),
                                   [&](const Property& property) { return knowledge.text(property.predicate) == relation; });
      if (at != subject.properties.end() && reaches_itself(above, subject.iri))
        findings.error(subject, *at, "is above itself by " + std::string(relation.substr(relation.find_last_of("#/") + 1)));
    }
  }
}

void check_shared_names(const Knowledge& knowledge, Findings& findings) {
  std::map<std::string, std::vector<Bearer>> bearers;
  for (const auto& subject : knowledge.subjects()) {
    if (!is_entity(knowledge, subject)) continue;
    std::set<std::string> own;  // a subject bears a name once, however often it is written
    for (const auto& property : subject.properties) {
      if (!is_label(knowledge.text(property.predicate)) || knowledge.text(property.language_or_datatype) != "@ar") continue;
      auto folded = arabic::fold(knowledge.text(property.object));
      if (!folded.empty() && own.insert(folded).second) bearers[std::move(folded)].push_back({&subject, &property});
    }
  }
  for (const auto& [folded, found] : bearers)
    if (found.size() > 1) report_bearers(knowledge, folded, found, findings);
}

}  // namespace khabar::tool
