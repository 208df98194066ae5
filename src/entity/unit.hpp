// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"
#include "entity/word.hpp"
#include "lexicon/lexicon.hpp"

#include <cstdint>
#include <span>
#include <vector>

// Tokens looked up in the lexicon: the text as a row of units, each a known word or phrase (longest match), a number, an unknown
// word or a mark of punctuation.
namespace khabar::entity {

// A bit of Unit::flags beside those of its token: the last letter is a yeh with dots.
constexpr std::uint8_t kDottedFlag = 128;
// Ends as a sound plural or a dual does that is not in construct.
constexpr std::uint8_t kNunFlag = 64;

struct Unit {
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t begin = 0, end = 0;   // code points, with proclitics
  std::uint32_t stem = 0;             // code point where the word without its conjunction and prepositions begins
  std::uint32_t reading_first = 0;
  std::uint16_t reading_count = 0;
  arabic::TokenKind kind = arabic::TokenKind::Other;
  std::uint8_t proclitics = 0;  // of the best reading; for unknown words the article and a conjunction only
  bool enclitic = false;
  bool definite = false;  // begins with the article
  bool furniture = false;
  std::uint8_t flags = 0;       // arabic::TokenFlag of the first token, kDottedFlag, kNunFlag
  std::uint64_t functions = 0;  // of all readings
  std::uint32_t value = 0;      // of a number written in digits
  std::uint32_t facets = 0;     // of all readings

  bool does(lexicon::Function function) const { return (functions >> static_cast<unsigned>(function) & 1U) != 0; }
  bool is_word() const { return kind == arabic::TokenKind::Word; }
  bool is(std::uint32_t any_facet) const { return (facets & any_facet) != 0; }
  bool has(Proclitic proclitic) const { return (proclitics & proclitic) != 0; }
};

struct Units {
  std::vector<Unit> units;
  std::vector<Reading> readings;
  const lexicon::Lexicon* lexicon = nullptr;
  Words words;                               // what match_units() remembers from article to article
  std::vector<std::uint32_t> word_of_token;  // its scratch

  std::span<const Reading> of(const Unit& unit) const { return std::span(readings).subspan(unit.reading_first, unit.reading_count); }
  const lexicon::Entry& entry(const Reading& reading) const { return lexicon->entry(reading.sense.entry); }

  // The first reading whose entry satisfies `condition`, or null.
  template <typename Condition>
  const Reading* find(const Unit& unit, Condition condition) const {
    for (const auto& reading : of(unit))
      if (condition(entry(reading))) return &reading;
    return nullptr;
  }

  // The same, for conditions that only entries with one of these facets satisfy.
  template <typename Condition>
  const Reading* find(const Unit& unit, std::uint32_t any_facet, Condition condition) const {
    return unit.is(any_facet) ? find(unit, condition) : nullptr;
  }
};

// Looks every token up; `out` is overwritten and its buffers are reused. Linear in the tokens.
void match_units(const document::Document& document, const lexicon::Lexicon& lexicon, Units& out);

}  // namespace khabar::entity
