// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/problems.hpp"

namespace khabar::validate {
namespace {

constexpr std::size_t kShownBytes = 120;

// Cut between characters.
std::string cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return std::string(text.substr(0, bytes)) + "...";
}

}  // namespace

std::string shown(const rdf::TermRef& term) {
  switch (term.kind) {
    case rdf::TermKind::Iri:
      return '<' + std::string(term.value) + '>';
    case rdf::TermKind::Blank:
      return "_:" + std::string(term.value);
    case rdf::TermKind::LangLiteral:
      return '"' + cut(term.value, kShownBytes) + "\"@" + std::string(term.datatype_or_lang);
    case rdf::TermKind::Literal:
      break;
  }
  const auto text = '"' + cut(term.value, kShownBytes) + '"';
  if (term.datatype_or_lang.empty()) return text;
  if (term.datatype_or_lang.starts_with(rdf::kXsd)) return text + "^^xsd:" + std::string(term.datatype_or_lang.substr(rdf::kXsd.size()));
  return text + "^^<" + std::string(term.datatype_or_lang) + '>';
}

bool Problems::wants(std::string_view rule) const {
  const auto found = rules_.find(rule);
  return found == rules_.end() || found->second.kept.size() < most_;
}

void Problems::add(Problem problem) {
  auto& rule = rules_[problem.rule];
  ++rule.count;
  if (rule.kept.size() < most_) rule.kept.push_back(std::move(problem));
}

void Problems::count(std::string_view rule) { ++rules_[std::string(rule)].count; }

std::size_t Problems::total() const {
  std::size_t total = 0;
  for (const auto& [name, rule] : rules_) total += rule.count;
  return total;
}

std::vector<Problem> Problems::list() const {
  std::vector<Problem> all;
  for (const auto& [name, rule] : rules_) all.insert(all.end(), rule.kept.begin(), rule.kept.end());
  return all;
}

std::map<std::string, std::size_t> Problems::counts() const {
  std::map<std::string, std::size_t> counts;
  for (const auto& [name, rule] : rules_) counts[name] = rule.count;
  return counts;
}

std::map<std::string, std::size_t> Problems::left_out() const {
  std::map<std::string, std::size_t> counts;
  for (const auto& [name, rule] : rules_)
    if (rule.count > rule.kept.size()) counts[name] = rule.count - rule.kept.size();
  return counts;
}

}  // namespace khabar::validate
