// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "graph/entities.hpp"

#include <unordered_map>
#include <unordered_set>

namespace khabar::graph {

// Who says what of an event: its claims and casualty figures; and the ties between actors that the article tells of.
class Sayings {
 public:
  Sayings(const Source& source, Draft& draft, Entities& entities) : source_(source), draft_(draft), entities_(entities) {}

  void describe(const event::Event& event, std::string_view iri);
  void describe(const event::Affiliation& tie);

 private:
  Node source_of(std::uint32_t claim);
  std::string_view describe_claim(std::uint32_t id, std::string_view event);
  void describe_figure(const event::Figure& figure, std::string_view event);
  void describe_number(const entity::Count& count, std::string_view figure);

  const Source& source_;
  Draft& draft_;
  Entities& entities_;
  std::unordered_map<std::uint32_t, std::string_view> claims_;  // of the event being described
  std::unordered_set<std::string_view> names_;                  // of figures and ties
};

}  // namespace khabar::graph
