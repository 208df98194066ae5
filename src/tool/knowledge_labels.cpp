// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Rules for the texts of one subject.
#include "arabic/script.hpp"
#include "tool/knowledge_rules.hpp"

#include <map>

namespace khabar::tool {
namespace {

using lexicon::Knowledge;
using lexicon::Property;
using lexicon::Subject;

constexpr std::string_view kLabelNames[] = {"prefLabel", "altLabel", "hiddenLabel"};
constexpr std::string_view kStringType = "http://www.w3.org/2001/XMLSchema#string";
constexpr std::size_t kLongestLabel = 200;  // code points
constexpr std::ptrdiff_t kMostWords = 12;   // of a name that is looked up, see entity/unit.cpp
constexpr std::size_t kLongestCode = 24;    // letters of "F-16", "MQ-9 Reaper"

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Codes and abbreviations that Arabic texts write in Latin letters: they hold a digit or no small letter.
bool is_code(std::string_view text) {
  const auto any = [&](char first, char last) {
    return std::any_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
  };
  return text.size() <= kLongestCode && (any('0', '9') || (any('A', 'Z') && !any('a', 'z')));
}

// Texts that are matched: labels, and the forms of words and affixes.
bool is_matched(const Knowledge& knowledge, const Property& property) {
  const auto predicate = knowledge.text(property.predicate);
  return is_label(predicate) || (predicate.starts_with(kTerms) && knowledge.text(property.language_or_datatype) == "@ar");
}

// A Latin name that Arabic texts leave as it is: the entity has it in English too.
bool is_english_name(const Knowledge& knowledge, const Subject& subject, const Property& name) {
  return std::any_of(subject.properties.begin(), subject.properties.end(), [&](const Property& property) {
    return property.object == name.object && knowledge.text(property.language_or_datatype) == "@en";
  });
}

void check_script(const Knowledge& knowledge, const Subject& subject, const Property& property, Findings& findings) {
  const auto value = knowledge.text(property.object), language = knowledge.text(property.language_or_datatype);
  if (arabic::fold(value).empty()) return;  // said by another rule
  const bool has_arabic = arabic::has_arabic_letter(value);
  if (language == "@ar" && !has_arabic && !is_code(value) && !is_english_name(knowledge, subject, property))
    findings.error(subject, property,
                   quoted(value) +
                       " is tagged @ar and has no Arabic letter; write it in Arabic, or tag it @en (a name that Arabic texts leave in "
                       "Latin letters has both)");
  if (language == "@en" && has_arabic)
    findings.error(subject, property, quoted(value) + " is tagged @en and has Arabic letters; tag it @ar");
  if (language == kStringType && is_label(knowledge.text(property.predicate)))
    findings.error(subject, property, quoted(value) + " has no language; write it as \"...\"@ar or \"...\"@en");
}

void check_length(const Knowledge& knowledge, const Subject& subject, const Property& property, Findings& findings) {
  const auto length = code_points(knowledge.text(property.object));
  if (length > kLongestLabel)
    findings.error(subject, property,
                   quoted(knowledge.text(property.object)) + " has " + std::to_string(length) + " characters; a name has at most " +
                       std::to_string(kLongestLabel) + ": shorten it");
}

void check_word_count(const Knowledge& knowledge, const Subject& subject, const Property& property, Findings& findings) {
  const auto folded = arabic::fold(knowledge.text(property.object));
  const auto words = std::count(folded.begin(), folded.end(), ' ') + 1;
  if (words > kMostWords)
    findings.warning(subject, property,
                     quoted(knowledge.text(property.object)) + " has " + std::to_string(words) + " words; no more than " +
                         std::to_string(kMostWords) + " are looked up, so it is never found");
}

}  // namespace

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::size_t end = 0, count = 0;
  for (; end < text.size() && count < kMost; ++count) arabic::next_code_point(text, end);
  return '"' + std::string(text.substr(0, end)) + (end < text.size() ? "...\"" : "\"");
}

bool is_label(std::string_view predicate) { return predicate.starts_with(kSkos) && contains(kLabelNames, predicate.substr(kSkos.size())); }

void check_writing(const Knowledge& knowledge, const Subject& subject, Findings& findings) {
  for (const auto& property : subject.properties) {
    if (!findings.reports(property.file) || !is_matched(knowledge, property)) continue;
    check_script(knowledge, subject, property, findings);
    check_length(knowledge, subject, property, findings);
  }
}

void check_literals(const Knowledge& knowledge, const Subject& subject, Findings& findings) {
  check_writing(knowledge, subject, findings);
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> seen;  // text and language, the label's property
  for (const auto& property : subject.properties) {
    if (!is_matched(knowledge, property)) continue;
    const auto predicate = knowledge.text(property.predicate), value = knowledge.text(property.object);
    if (!is_label(predicate)) {
      // The image's builder says so of labels.
      if (!value.empty() && arabic::fold(value).empty())
        findings.error(subject, property, quoted(value) + " has no letter that can be matched");
      continue;
    }
    check_word_count(knowledge, subject, property, findings);
    const auto [at, added] = seen.try_emplace({value, knowledge.text(property.language_or_datatype)}, predicate);
    if (!added && at->second != predicate)
      findings.error(subject, property,
                     quoted(value) + " is both skos:" + std::string(at->second.substr(kSkos.size())) +
                         " and skos:" + std::string(predicate.substr(kSkos.size())));
  }
}

}  // namespace khabar::tool
