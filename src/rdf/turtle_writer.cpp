// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The bytes are those of Serd 0.30's writer (the tests compare them), made without it: it wants nodes that end in NUL, tries every
// namespace on every IRI and hands its text over in small pieces, which took most of the time of writing.
#include "rdf/turtle_writer.hpp"

#include "rdf/put.hpp"

#include <algorithm>
#include <stdexcept>

namespace khabar::rdf {
namespace {

constexpr std::string_view kNil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
constexpr std::size_t kPunctuation = 32;  // between the terms, and quotation marks

constexpr bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_prefix_name(std::string_view name) {
  return name.empty() || (std::all_of(name.begin(), name.end(), is_alnum) && (name.front() < '0' || name.front() > '9'));
}

void check_prefixes(std::span<const Prefix> prefixes) {
  for (const auto& prefix : prefixes) {
    const auto same = [&](const Prefix& other) { return other.name == prefix.name; };
    if (!is_prefix_name(prefix.name) || !is_iri(prefix.iri) || std::count_if(prefixes.begin(), prefixes.end(), same) != 1) {
      throw std::logic_error("bad prefix " + std::string(prefix.name) + ": <" + std::string(prefix.iri) + ">");
    }
  }
}

// Numbers and truth values that Turtle writes without quotation marks.
bool is_bare(const TermRef& literal) {
  if (literal.datatype_or_lang == kXsdInteger || literal.datatype_or_lang == kXsdBoolean) return true;
  return literal.datatype_or_lang == kXsdDecimal && literal.value.find('.') != literal.value.npos && literal.value.back() != '.';
}

}  // namespace

Namespaces::Namespaces(std::span<const Prefix> prefixes) {
  check_prefixes(prefixes);
  for (const auto& prefix : prefixes) {
    rows_.push_back({std::string(prefix.iri), std::string(prefix.name)});
    longest_name_ = std::max(longest_name_, prefix.name.size());
    clear_cut_ = clear_cut_ && !is_alnum(prefix.iri.back()) && prefix.iri.size() < kMostSizes;
    if (prefix.iri.size() < kMostSizes) sizes_.set(prefix.iri.size());
  }
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.iri.size() > b.iri.size(); });
}

Namespaces::Short Namespaces::shorten(std::string_view iri) const {
  std::size_t split = iri.size();
  while (split > 0 && is_alnum(iri[split - 1])) --split;
  if (clear_cut_ && (split >= kMostSizes || !sizes_.test(split))) return {};
  for (const auto& row : rows_)
    if (row.iri.size() >= split && row.iri.size() <= iri.size() && iri.starts_with(row.iri)) return {&row.name, iri.substr(row.iri.size())};
  return {};
}

char* TurtleWriter::put_resource(char* to, std::string_view iri) const {
  if (iri == kNil) return put(to, "()");
  const auto found = namespaces_.shorten(iri);
  if (found.name == nullptr) return put_iri(to, iri);
  to = put(to, *found.name);
  *to++ = ':';
  return put(to, found.local);
}

char* TurtleWriter::put_literal(char* to, const TermRef& term) const {
  if (term.kind == TermKind::Literal && is_bare(term)) return put(to, term.value);
  to = put_quoted(to, term.value, Escapes::Turtle);
  if (term.kind == TermKind::LangLiteral) {
    *to++ = '@';
    return put(to, term.datatype_or_lang);
  }
  if (term.datatype_or_lang.empty() || term.datatype_or_lang == kXsdString) return to;
  return put_resource(put(to, "^^"), term.datatype_or_lang);
}

void TurtleWriter::open_run(std::string_view graph) {
  open_ = true;
  graph_.assign(graph);
  subject_.clear();
  if (graph.empty()) return;
  out_.append("<");
  out_.append(graph);
  out_.append("> {\n");
}

void TurtleWriter::write(const QuadRef& quad) {
  check_(quad, with_graphs_);
  const std::string_view graph = with_graphs_ ? quad.graph : std::string_view();
  if (!open_ || graph != graph_) {
    finish();
    open_run(graph);
  }
  const auto& o = quad.o;
  const std::size_t object = o.value.size() * (o.kind == TermKind::Iri ? 1 : kLongestEscape);
  char* to = out_.room(quad.s.value.size() + quad.p.value.size() + object + o.datatype_or_lang.size() + 4 * namespaces_.longest_name() +
                       kPunctuation);
  const bool same_subject = subject_ == quad.s.value;
  if (same_subject && predicate_ == quad.p.value) {
    to = put(to, " ,\n\t\t");
  } else {
    if (same_subject) {
      to = put(to, " ;\n\t");
    } else {
      if (!subject_.empty()) to = put(to, " .\n\n");
      to = put(put_resource(to, quad.s.value), "\n\t");
      subject_.assign(quad.s.value);
    }
    to = quad.p.value == kRdfType ? put(to, "a ") : put(put_resource(to, quad.p.value), " ");
    predicate_.assign(quad.p.value);
  }
  out_.advance_to(o.kind == TermKind::Iri ? put_resource(to, o.value) : put_literal(to, o));
}

void TurtleWriter::finish() {
  if (!open_) return;
  open_ = false;
  out_.append(graph_.empty() ? " .\n\n" : " .\n}\n\n");
}

std::string turtle_header(std::span<const Prefix> prefixes) {
  check_prefixes(prefixes);
  std::string text;
  for (const auto& prefix : prefixes) {
    text.append("@prefix ").append(prefix.name).append(": <").append(prefix.iri).append("> .\n");
  }
  if (!text.empty()) text += '\n';
  return text;
}

}  // namespace khabar::rdf
