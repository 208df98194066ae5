// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "graph/figures.hpp"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace khabar::graph {

// The events of an article with their times, roles and the objects that were hit.
class Events {
 public:
  Events(const Source& source, Draft& draft, Entities& entities, Sayings& sayings)
      : source_(source), draft_(draft), entities_(entities), sayings_(sayings) {}

  void describe();

 private:
  void name_events();
  void find_effects();
  void describe(const event::Event& event);
  void describe_types(const event::Event& event);
  void describe_time(const event::Event& event);
  void describe_roles(const event::Event& event);
  void describe_participation(const event::Filler& filler, std::string_view node);
  std::string_view participate(event::Role role, std::string_view node, event::Span words, lexicon::Certainty certainty, float confidence,
                               std::uint8_t frame);
  bool is_stated_actor(const event::Event& event, Node suspect);
  event::Span words_of(const entity::Mention& m) const;
  Node filler_node(const event::Filler& filler);
  std::string_view object(std::uint32_t mention);
  void describe_object(std::uint32_t mention, event::Span span, std::string_view iri);

  const Source& source_;
  Draft& draft_;
  Entities& entities_;
  Sayings& sayings_;
  std::vector<std::string_view> names_;                          // of the events
  std::string_view event_;                                       // the one being described
  std::unordered_map<std::uint32_t, lexicon::Effect> effects_;   // by mention of an object
  std::unordered_map<std::string_view, std::uint32_t> roles_;    // of the event being described
  std::unordered_map<std::uint64_t, std::string_view> objects_;  // by span
};

}  // namespace khabar::graph
