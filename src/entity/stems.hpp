// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entity/word.hpp"

namespace khabar::entity {

constexpr std::size_t kLongestWord = 64;  // folded bytes; longer words are never looked up
constexpr std::size_t kMostStems = 24;

// The clitics that a lexicon knows.
struct Clitics {
  std::string_view article;
  std::span<const std::string> enclitics;
};

// Whether what a node of the trie stands for takes the stem's clitics: the particle of the future goes with imperfect verbs only (other
// words begin with that letter), pronouns with no name of a place.
bool takes_clitics(const Stem& stem, std::uint32_t node, const lexicon::Lexicon& lexicon);

// Appends what may be left of a folded word when conjunction, preposition, article and pronoun are taken off, as far as the lexicon
// knows it: the word itself first (`whole` is its id), then by what is taken off from the front. A `bare` word is only tried whole.
void append_stems(std::string_view folded, bool bare, std::uint32_t whole, const Clitics& clitics, const lexicon::Lexicon& lexicon,
                  std::vector<Stem>& stems);

}  // namespace khabar::entity
