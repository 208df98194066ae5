// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A check looks at the value nodes of one focus node and names those that fail.
#include "validate/constraints.hpp"

#include "validate/order.hpp"

#include <algorithm>
#include <set>

namespace khabar::validate {
namespace {

using rdf::TermKind;

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Checks that judge each value by itself: those that `good` refuses fail.
template <typename Good>
void each(const Question& question, Failures& failures, Good good) {
  for (const Id value : question.values)
    if (!good(value, question.graph.terms()[value])) failures.push_back(value);
}

void check_class(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id value, const rdf::TermRef&) { return question.shapes.is_instance(value, constraint.term); });
}

void check_datatype(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id, const rdf::TermRef& value) {
    if (value.kind == TermKind::LangLiteral) return constraint.text == rdf::kRdfLangString;
    if (value.kind != TermKind::Literal) return false;
    const auto datatype = value.datatype_or_lang.empty() ? rdf::kXsdString : value.datatype_or_lang;
    return datatype == constraint.text && rdf::is_lexical(datatype, value.value);
  });
}

void check_node_kind(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id, const rdf::TermRef& value) {
    const std::string_view kind = value.kind == TermKind::Iri ? "IRI" : value.kind == TermKind::Blank ? "BlankNode" : "Literal";
    return constraint.text.find(kind) != std::string::npos;  // sh:BlankNodeOrIRI names two
  });
}

void check_min_count(const Question& question, const Constraint& constraint, Failures& failures) {
  if (question.values.size() < constraint.number) failures.push_back(kNone);
}

void check_max_count(const Question& question, const Constraint& constraint, Failures& failures) {
  if (question.values.size() > constraint.number) failures.push_back(kNone);
}

void check_has_value(const Question& question, const Constraint& constraint, Failures& failures) {
  for (const Id term : constraint.terms)
    if (term == kNone || std::find(question.values.begin(), question.values.end(), term) == question.values.end()) {
      failures.push_back(kNone);
      return;
    }
}

void check_in(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id value, const rdf::TermRef&) {
    return std::find(constraint.terms.begin(), constraint.terms.end(), value) != constraint.terms.end();
  });
}

void check_min_length(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures,
       [&](Id, const rdf::TermRef& value) { return value.kind != TermKind::Blank && code_points(value.value) >= constraint.number; });
}

void check_max_length(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures,
       [&](Id, const rdf::TermRef& value) { return value.kind != TermKind::Blank && code_points(value.value) <= constraint.number; });
}

void check_pattern(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id, const rdf::TermRef& value) {
    if (value.kind == TermKind::Blank) return false;
    const std::string text(value.value);
    return ::regexec(&constraint.pattern->compiled, text.c_str(), 0, nullptr, 0) == 0;
  });
}

template <bool kAtLeast>
void check_bound(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id, const rdf::TermRef& value) {
    const auto order = compare(value, rdf::typed(constraint.text, rdf::kXsdDecimal));
    return order && (kAtLeast ? *order >= 0 : *order <= 0);
  });
}

// Every value stands before (or at) every value of another property.
template <bool kOrEqual>
void check_less(const Question& question, const Constraint& constraint, Failures& failures) {
  const auto& terms = question.graph.terms();
  each(question, failures, [&](Id, const rdf::TermRef& value) {
    const auto others = question.graph.about(question.focus, constraint.term);
    return std::all_of(others.begin(), others.end(), [&](const Triple& other) {
      const auto order = compare(value, terms[other.o]);
      return order && (*order < 0 || (kOrEqual && *order == 0));
    });
  });
}

void check_disjoint(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id value, const rdf::TermRef&) { return !question.graph.has({question.focus, constraint.term, value}); });
}

void check_equals(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id value, const rdf::TermRef&) { return question.graph.has({question.focus, constraint.term, value}); });
  for (const auto& other : question.graph.about(question.focus, constraint.term))
    if (!std::binary_search(question.values.begin(), question.values.end(), other.o)) failures.push_back(other.o);
}

void check_unique_language(const Question& question, const Constraint&, Failures& failures) {
  std::set<std::string> tags;
  each(question, failures, [&](Id, const rdf::TermRef& value) {
    return value.kind != TermKind::LangLiteral || tags.insert(lower(value.datatype_or_lang)).second;
  });
}

void check_language_in(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id, const rdf::TermRef& value) {
    if (value.kind != TermKind::LangLiteral) return false;
    const auto tag = lower(value.datatype_or_lang) + '-';
    return std::any_of(constraint.tags.begin(), constraint.tags.end(),
                       [&](const std::string& range) { return tag.starts_with(lower(range) + '-'); });
  });
}

// How many of the shapes a node conforms to.
std::size_t conforming(const Question& question, const Constraint& constraint, Id node) {
  return static_cast<std::size_t>(std::count_if(constraint.shapes.begin(), constraint.shapes.end(),
                                                [&](const Shape* shape) { return question.shapes.conforms(*shape, node); }));
}

void check_or(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id value, const rdf::TermRef&) { return conforming(question, constraint, value) > 0; });
}
void check_xone(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id value, const rdf::TermRef&) { return conforming(question, constraint, value) == 1; });
}
void check_node(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id value, const rdf::TermRef&) { return conforming(question, constraint, value) == 1; });
}
void check_not(const Question& question, const Constraint& constraint, Failures& failures) {
  each(question, failures, [&](Id value, const rdf::TermRef&) { return conforming(question, constraint, value) == 0; });
}

constexpr Parameter kParameters[] = {
    {"class", Argument::Term, check_class},
    {"datatype", Argument::Text, check_datatype},
    {"nodeKind", Argument::NodeKind, check_node_kind},
    {"minCount", Argument::Number, check_min_count},
    {"maxCount", Argument::Number, check_max_count},
    {"hasValue", Argument::Term, check_has_value},
    {"in", Argument::Terms, check_in},
    {"minLength", Argument::Number, check_min_length},
    {"maxLength", Argument::Number, check_max_length},
    {"pattern", Argument::Text, check_pattern},
    {"minInclusive", Argument::Text, check_bound<true>},
    {"maxInclusive", Argument::Text, check_bound<false>},
    {"lessThan", Argument::Term, check_less<false>},
    {"lessThanOrEquals", Argument::Term, check_less<true>},
    {"equals", Argument::Term, check_equals},
    {"disjoint", Argument::Term, check_disjoint},
    {"uniqueLang", Argument::Flag, check_unique_language},
    {"languageIn", Argument::Tags, check_language_in},
    {"or", Argument::Shapes, check_or},
    {"xone", Argument::Shapes, check_xone},
    {"not", Argument::Shape, check_not},
    {"node", Argument::Shape, check_node},
};

}  // namespace

std::span<const Parameter> parameters() { return kParameters; }

void check_closed(const Question& question, const Constraint& constraint, Failures& failures) {
  for (const Id value : question.values)
    for (const auto& triple : question.graph.about(value))
      if (std::find(constraint.terms.begin(), constraint.terms.end(), triple.p) == constraint.terms.end()) failures.push_back(triple.p);
}

void check_qualified(const Question& question, const Constraint& constraint, Failures& failures) {
  const auto count =
      std::count_if(question.values.begin(), question.values.end(), [&](Id value) { return conforming(question, constraint, value) > 0; });
  if (static_cast<std::size_t>(count) > constraint.number) failures.push_back(kNone);
}

}  // namespace khabar::validate
