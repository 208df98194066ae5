// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/lexicon.hpp"

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::lexicon {

// A rule that makes two spellings one word: wherever `variant` stands, `canonical` is meant. Folded texts.
struct SpellingRule {
  std::string canonical, variant;
  bool whole_word = false;  // else at the beginning of the word, or behind its article
};

// Collects labels as paths of words; the pieces of an image come out of it.
class TrieBuilder {
 public:
  explicit TrieBuilder(std::vector<SpellingRule> rules, std::string article) : rules_(std::move(rules)), article_(std::move(article)) {}

  // Adds a label of folded words separated by spaces. Empty labels are ignored; a sense stands once at a node.
  void add(std::string_view folded_label, Sense sense);

  // Every spelling of every word: surface form and word id, in a fixed order.
  std::vector<std::pair<std::string, std::uint32_t>> spellings() const;

  std::size_t word_count() const { return words_.size(); }
  const std::vector<std::uint32_t>& word_nodes() const { return word_nodes_; }
  const std::vector<std::vector<Sense>>& node_senses() const { return senses_; }
  const std::vector<Lexicon::Edge>& edges() const { return edges_; }

 private:
  std::string canonical(std::string_view word) const;
  std::uint32_t word_id(std::string_view word);

  std::vector<SpellingRule> rules_;
  std::string article_;
  std::deque<std::string> words_;
  std::unordered_map<std::string_view, std::uint32_t> word_ids_;
  std::vector<std::uint32_t> word_nodes_;
  std::vector<std::vector<Sense>> senses_{1};  // node 0 is none
  std::vector<Lexicon::Edge> edges_;
  std::unordered_map<std::uint64_t, std::uint32_t> edge_ids_;
};

}  // namespace khabar::lexicon
