// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "validate/graph.hpp"
#include "validate/problems.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::validate {

// The spans that a graph names, {article}#char=b,e, by article, and what must be true of them.
class Spans {
 public:
  explicit Spans(const Graph& graph);

  // What needs no text: every span belongs to an article with a context, is not empty and ends inside it; a described span says what
  // its IRI says; a text in the graph (nif:isString) is that of the spans (rules "span" and "text").
  void check(Problems& problems) const;

  // The text of an article as it was extracted: the context's length and SHA-256, every span inside, every nif:anchorOf the slice.
  // False when no article of the graph has this identifier.
  bool check_text(std::string_view identifier, std::string_view text, Problems& problems);

  std::size_t articles() const { return by_article_.size(); }
  std::size_t compared() const { return compared_.size(); }  // articles of which check_text() saw the text
  std::size_t size() const { return span_count_; }

 private:
  struct Span {
    Id iri;
    std::uint64_t begin, end;
  };
  struct Article {
    Id context = kNone;
    std::vector<Span> spans;  // by their order in the graph
  };

  void compare(Id article, const Article& of, std::string_view text, Problems& problems) const;
  void check_described(const Span& span, Problems& problems) const;
  std::uint64_t length_of(const Article& article) const;
  Id one(Id subject, std::string_view predicate) const;  // the only object, else kNone
  void report(const std::string& rule, Id subject, const std::string& message, const std::string& value, Problems& problems) const;

  const Graph& graph_;
  std::map<Id, Article> by_article_;
  std::map<std::string, Id, std::less<>> by_identifier_;
  std::vector<Id> strays_;  // spans of no article, or with numbers that are none
  std::set<Id> compared_;
  std::size_t span_count_ = 0;
};

}  // namespace khabar::validate
