// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rdf/term.hpp"

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khabar::job {

// The statements of one article by subject. They must be sorted, as extract() gives them, and outlive this.
class ArticleGraph {
 public:
  explicit ArticleGraph(std::span<const rdf::QuadRef> quads) {
    for (std::size_t i = 0; i < quads.size();) {
      auto end = i + 1;
      while (end < quads.size() && quads[end].s.value == quads[i].s.value) ++end;
      subjects_.push_back(quads[i].s.value);
      by_subject_.emplace(quads[i].s.value, quads.subspan(i, end - i));
      i = end;
    }
  }

  const std::vector<std::string_view>& subjects() const { return subjects_; }

  // Calls with each object of the subject and predicate.
  template <typename Action>
  void each(std::string_view subject, std::string_view predicate, Action action) const {
    const auto found = by_subject_.find(subject);
    if (found == by_subject_.end()) return;
    for (const auto& quad : found->second)
      if (quad.p.value == predicate) action(quad.o);
  }

  // The first object's text; empty without one.
  std::string_view one(std::string_view subject, std::string_view predicate) const {
    std::string_view value;
    each(subject, predicate, [&](const rdf::TermRef& object) {
      if (value.empty()) value = object.value;
    });
    return value;
  }

  bool is_a(std::string_view subject, std::string_view type) const {
    bool found = false;
    each(subject, rdf::kRdfType, [&](const rdf::TermRef& object) { found = found || object.value == type; });
    return found;
  }

 private:
  std::vector<std::string_view> subjects_;
  std::unordered_map<std::string_view, std::span<const rdf::QuadRef>> by_subject_;
};

}  // namespace khabar::job
