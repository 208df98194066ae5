// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/spans.hpp"

#include "graph/digest.hpp"
#include "graph/vocabulary.hpp"

#include <charconv>
#include <optional>

namespace khabar::validate {
namespace {

constexpr std::string_view kChar = "#char=";

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Where each code point begins, and the end.
std::vector<std::size_t> offsets_of(std::string_view text) {
  std::vector<std::size_t> offsets;
  offsets.reserve(text.size() / 2 + 2);
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) offsets.push_back(i);
  offsets.push_back(text.size());
  return offsets;
}

}  // namespace

Spans::Spans(const Graph& graph) : graph_(graph) {
  const auto& terms = graph.terms();
  const Id type = graph.find_iri(rdf::kRdfType), article_class = graph.find_iri(graph::khb::kArticle);
  for (const auto& triple : graph.pointing(article_class, type)) {
    auto& article = by_article_[triple.s];
    article.context = one(triple.s, graph::khb::context);
    if (const Id identifier = one(triple.s, graph::kIdentifier); identifier != kNone)
      by_identifier_[std::string(terms[identifier].value)] = triple.s;
  }
  for (Id id = 0; id < terms.size(); ++id) {
    const auto iri = terms[id].value;
    const auto at = terms[id].kind == rdf::TermKind::Iri ? iri.find(kChar) : iri.npos;
    if (at == iri.npos) continue;
    ++span_count_;
    const auto range = iri.substr(at + kChar.size());
    const auto comma = range.find(',');
    const auto begin = number(range.substr(0, comma)), end = comma == range.npos ? std::nullopt : number(range.substr(comma + 1));
    const auto article = by_article_.find(graph.find_iri(iri.substr(0, at)));
    if (!begin || !end || article == by_article_.end())
      strays_.push_back(id);
    else
      article->second.spans.push_back({id, *begin, *end});
  }
}

Id Spans::one(Id subject, std::string_view predicate) const {
  const auto found = graph_.about(subject, graph_.find_iri(predicate));
  return found.size() == 1 ? found.front().o : kNone;
}

void Spans::report(const std::string& rule, Id subject, const std::string& message, const std::string& value, Problems& problems) const {
  problems.add({graph_.where(subject), shown(graph_.terms()[subject]), message, rule, value});
}

std::uint64_t Spans::length_of(const Article& article) const {
  const Id end = article.context == kNone ? kNone : one(article.context, graph::nif::endIndex);
  return end == kNone ? 0 : number(graph_.terms()[end].value).value_or(0);
}

// A span that is named only has no place of its own: its article's stands for it.
void Spans::check(Problems& problems) const {
  for (const Id stray : strays_) report("span", stray, "a span of no article described here, or without two numbers", {}, problems);
  for (const auto& [iri, article] : by_article_) {
    const auto length = length_of(article);
    for (const auto& span : article.spans) {
      const bool empty_text = span.iri == article.context && length == 0;
      if ((span.begin >= span.end && !empty_text) || span.end > length)
        report("span", iri, "a span that is empty or ends behind the text of " + std::to_string(length) + " characters",
               shown(graph_.terms()[span.iri]), problems);
      if (graph_.is_subject(span.iri)) check_described(span, problems);
    }
    const Id text = article.context == kNone ? kNone : one(article.context, graph::nif::isString);
    if (text != kNone) compare(iri, article, graph_.terms()[text].value, problems);
  }
}

void Spans::check_described(const Span& span, Problems& problems) const {
  const auto says = [&](std::string_view predicate, std::uint64_t value) {
    const Id index = one(span.iri, predicate);
    return index == kNone || number(graph_.terms()[index].value) == value;
  };
  if (!says(graph::nif::beginIndex, span.begin) || !says(graph::nif::endIndex, span.end))
    report("span", span.iri, "nif:beginIndex and nif:endIndex are not those of the IRI", {}, problems);
}

bool Spans::check_text(std::string_view identifier, std::string_view text, Problems& problems) {
  const auto found = by_identifier_.find(identifier);
  if (found == by_identifier_.end()) return false;
  compared_.insert(found->second);
  compare(found->second, by_article_.at(found->second), text, problems);
  return true;
}

void Spans::compare(Id article, const Article& of, std::string_view text, Problems& problems) const {
  if (of.context == kNone) return;  // the shapes say so
  const auto offsets = offsets_of(text);
  const auto length = offsets.size() - 1;
  if (length_of(of) != length)
    report("text", article, "the text has " + std::to_string(length) + " characters, the graph says " + std::to_string(length_of(of)), {},
           problems);
  const Id sum = one(of.context, graph::khb::sha256);
  if (sum != kNone && graph_.terms()[sum].value != graph::sha256_hex(text))
    report("text", article, "the SHA-256 of the text is not that of the graph", {}, problems);
  for (const auto& span : of.spans) {
    if (span.end > length || span.begin > span.end) {
      report("text", article, "a span outside the text", shown(graph_.terms()[span.iri]), problems);
      continue;
    }
    const Id words = one(span.iri, graph::nif::anchorOf);
    const auto slice = text.substr(offsets[span.begin], offsets[span.end] - offsets[span.begin]);
    if (words != kNone && graph_.terms()[words].value != slice)
      report("text", span.iri, "nif:anchorOf is not what the text says there", shown(rdf::literal(slice)), problems);
  }
}

}  // namespace khabar::validate
