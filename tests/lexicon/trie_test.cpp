// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/trie.hpp"

#include "support/arabic_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace khabar::lexicon {
namespace {

std::vector<SpellingRule> spelling_rules() {
  return {{arabic::fold("أمريك"), arabic::fold("أميرك"), false}, {arabic::fold("إنجلترا"), arabic::fold("إنكلترا"), true}};
}

TrieBuilder builder() { return TrieBuilder(spelling_rules(), arabic::fold("ال")); }

// All surface forms that mean the word which `surface` means, sorted, joined; "-" when it is unknown.
std::string spelt(const TrieBuilder& trie, std::string_view surface) {
  const auto spellings = trie.spellings();
  const auto found = std::find_if(spellings.begin(), spellings.end(), [&](const auto& s) { return s.first == arabic::fold(surface); });
  if (found == spellings.end()) return "-";
  std::vector<std::string> same;
  for (const auto& [text, id] : spellings)
    if (id == found->second) same.push_back(test::unfold(text));
  std::sort(same.begin(), same.end());
  std::string out;
  for (const auto& text : same) out += (out.empty() ? "" : " ") + text;
  return out;
}

TEST(Trie, VariantSpellingsAreOneWord) {
  auto trie = builder();
  trie.add(arabic::fold("الجيش الأميركي"), {1, 0, 0, 0});
  trie.add(arabic::fold("أمريكا"), {2, 0, 0, 0});
  trie.add(arabic::fold("إنكلترا"), {3, 0, 0, 0});
  EXPECT_EQ(spelt(trie, "الأمريكي"), "الامريكي الاميركي");
  EXPECT_EQ(spelt(trie, "أميركا"), "امريكا اميركا");
  EXPECT_EQ(spelt(trie, "إنجلترا"), "انجلترا انكلترا");
  EXPECT_EQ(spelt(trie, "إنكلتراوي"), "-");
  EXPECT_EQ(spelt(trie, "الجيش"), "الجيش");
}

TEST(Trie, LabelsShareTheirBeginnings) {
  auto trie = builder();
  trie.add(arabic::fold("حزب"), {1, 0, 0, 0});
  trie.add(arabic::fold("حزب الله"), {2, 0, 0, 0});
  trie.add(arabic::fold("حزب الله اللبناني"), {2, 0, 0, 0});
  EXPECT_EQ(trie.word_count(), 3U);
  EXPECT_EQ(trie.edges().size(), 2U);
  EXPECT_EQ(trie.node_senses().size(), 4U);  // node 0 is none
}

TEST(Trie, ASenseStandsOnceAndTheSurerReadingWins) {
  auto trie = builder();
  trie.add("x", {1, 7, kAmbiguous, 0});
  trie.add("x", {1, 7, 0, 0});
  trie.add("x", {1, 8, kAmbiguous, 0});
  trie.add("x", {2, 7, 0, 0});
  const auto& senses = trie.node_senses()[1];
  ASSERT_EQ(senses.size(), 3U);
  EXPECT_EQ(senses[0].flags, 0);
  EXPECT_EQ(senses[1].flags, kAmbiguous);
}

TEST(Trie, NothingComesOfNothing) {
  auto trie = builder();
  trie.add("", {1, 0, 0, 0});
  EXPECT_EQ(trie.word_count(), 0U);
  EXPECT_TRUE(trie.spellings().empty());
}

}  // namespace
}  // namespace khabar::lexicon
