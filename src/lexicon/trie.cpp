// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/trie.hpp"

#include <algorithm>

namespace khabar::lexicon {
namespace {

// Where a rule's text may begin in a word: its first letter, or the one behind its article.
std::vector<std::size_t> rule_positions(std::string_view word, const std::string& article) {
  std::vector<std::size_t> positions{0};
  if (!article.empty() && word.starts_with(article)) positions.push_back(article.size());
  return positions;
}

bool replace_once(std::string& word, const std::string& from, const std::string& to, bool whole, const std::string& article) {
  if (from.empty() || from == to) return false;
  if (whole) {
    if (word != from) return false;
    word = to;
    return true;
  }
  for (const auto at : rule_positions(word, article)) {
    if (word.compare(at, from.size(), from) != 0) continue;
    word.replace(at, from.size(), to);
    return true;
  }
  return false;
}

}  // namespace

std::string TrieBuilder::canonical(std::string_view word) const {
  std::string result(word);
  for (const auto& rule : rules_) replace_once(result, rule.variant, rule.canonical, rule.whole_word, article_);
  return result;
}

std::uint32_t TrieBuilder::word_id(std::string_view word) {
  const auto plain = canonical(word);
  if (const auto found = word_ids_.find(plain); found != word_ids_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(words_.size());
  words_.push_back(plain);
  word_ids_.emplace(words_.back(), id);
  word_nodes_.push_back(0);
  return id;
}

void TrieBuilder::add(std::string_view folded_label, Sense sense) {
  std::uint32_t node = 0;
  bool first = true;
  for (std::size_t at = 0; at < folded_label.size();) {
    const auto end = std::min(folded_label.find(' ', at), folded_label.size());
    const auto word = word_id(folded_label.substr(at, end - at));
    at = end + 1;
    const auto next = static_cast<std::uint32_t>(senses_.size());
    if (first) {
      first = false;
      if (word_nodes_[word] == 0) {
        word_nodes_[word] = next;
        senses_.emplace_back();
      }
      node = word_nodes_[word];
      continue;
    }
    const auto [edge, added] = edge_ids_.try_emplace(static_cast<std::uint64_t>(node) << 32U | word, next);
    if (added) {
      edges_.push_back({node, word, next});
      senses_.emplace_back();
    }
    node = edge->second;
  }
  if (node == 0) return;
  auto& senses = senses_[node];
  for (auto& other : senses) {
    if (other.entry != sense.entry || other.features != sense.features) continue;
    other.flags &= sense.flags;  // a form that is sure by one way is sure
    return;
  }
  if (senses.size() < 64) senses.push_back(sense);
}

std::vector<std::pair<std::string, std::uint32_t>> TrieBuilder::spellings() const {
  std::vector<std::pair<std::string, std::uint32_t>> result;
  std::unordered_map<std::string, std::uint32_t> seen;
  const auto put = [&](const std::string& surface, std::uint32_t id) {
    if (seen.try_emplace(surface, id).second) result.emplace_back(surface, id);
  };
  for (std::uint32_t id = 0; id < words_.size(); ++id) put(words_[id], id);
  for (std::uint32_t id = 0; id < words_.size(); ++id) {
    for (const auto& rule : rules_) {
      std::string surface = words_[id];
      if (replace_once(surface, rule.canonical, rule.variant, rule.whole_word, article_)) put(surface, id);
    }
  }
  return result;
}

}  // namespace khabar::lexicon
