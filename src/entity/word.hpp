// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/image.hpp"
#include "lexicon/lexicon.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the lexicon says of one word, its clitics taken off. The words of news repeat, so what was found is remembered.
namespace khabar::entity {

enum Proclitic : std::uint8_t { kAnd = 1, kThen = 2, kWith = 4, kFor = 8, kAs = 16, kWill = 32, kArticle = 64 };

// One reading of a unit.
struct Reading {
  lexicon::Sense sense;
  std::uint8_t proclitics = 0;
  bool enclitic = false;  // carries a pronoun
};

// A way to begin in the lexicon's trie: what is left of a word without some clitics.
struct Stem {
  std::uint32_t node = 0;
  std::uint8_t proclitics = 0;
  std::uint8_t cost = 0;
  std::uint8_t skipped = 0;  // letters before the stem, the article not counted
  bool enclitic = false;
  bool known = false;            // has senses of its own
  std::uint16_t next_words = 0;  // what may go on with a phrase that it begins: Lexicon::Node::bit_of() each
};

// What any reading of a word or phrase has; most questions are answered by a look at these bits.
enum Facet : std::uint32_t {
  kEventFacet = 1U << 0U,
  kPrepositionFacet = 1U << 1U,
  kCueFacet = 1U << 2U,
  kHeadFacet = 1U << 3U,
  kObjectFacet = 1U << 4U,  // kinds
  kWeaponFacet = 1U << 5U,
  kNameFacet = 1U << 6U,      // an actor, a person or a place
  kNumberFacet = 1U << 7U,    // an exact number
  kQuantityFacet = 1U << 8U,  // a number, "dozens", or a quantifier
  kTimeFacet = 1U << 9U,      // may begin a time expression
  kVerbFacet = 1U << 10U,     // a word in a tense
  kAdjectiveFacet = 1U << 11U,
  kDemonymFacet = 1U << 12U,
  kOutcomeFacet = 1U << 13U,
  kEffectFacet = 1U << 14U,
  kRelationFacet = 1U << 15U,
  kPlaceFacet = 1U << 16U,
  kActorFacet = 1U << 17U,
};
std::uint32_t facets_of(const lexicon::Entry& entry, const lexicon::Sense& sense) noexcept;

// A word by itself: the readings of its best stems, or, for an unknown one, its outward form.
struct Word {
  std::uint64_t functions = 0;           // of all readings
  std::uint32_t facets = 0;              // the same
  std::uint32_t whole = lexicon::kNone;  // its id as it stands
  std::uint32_t reading_first = 0, stem_first = 0;
  std::uint16_t reading_count = 0;
  std::uint16_t next_words = 0;  // of all stems
  std::uint8_t stem_count = 0;
  std::uint8_t proclitics = 0;  // of the first reading
  std::uint8_t skipped = 0;     // letters before the stem, the article not counted
  bool enclitic = false, definite = false;
  bool sound = false;  // ends as a sound plural or a dual does that is not in construct
};

class Words {
 public:
  // Forgets all when the lexicon is another one. It must outlive the calls that follow.
  void use(const lexicon::Lexicon& lexicon);

  // The number of a folded word; `bare` ones (numbers, Latin words) carry no clitics. Numbers hold until forget(). `hash` is hash_of()
  // the word.
  std::uint32_t find(std::string_view folded, bool bare, std::uint32_t hash);
  std::uint32_t find(std::string_view folded, bool bare) { return find(folded, bare, hash_of(folded)); }

  // The first half of find(), to be called some words ahead: the word's place in the table is on its way into the cache.
  std::uint32_t hash_of(std::string_view folded) const noexcept {
    const auto hash = lexicon::hash_word(folded);
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    return hash;
  }

  // To be called some words ahead, too: what is known of a word is on its way into the cache.
  void prefetch(std::uint32_t number) const noexcept { __builtin_prefetch(&words_[number]); }
  void prefetch_readings(std::uint32_t number) const noexcept {
    if (words_[number].reading_count > 0) __builtin_prefetch(&readings_[words_[number].reading_first]);
  }

  const Word& operator[](std::uint32_t number) const { return words_[number]; }
  std::span<const Stem> stems(const Word& word) const { return std::span(stems_).subspan(word.stem_first, word.stem_count); }
  std::span<const Reading> readings(const Word& word) const { return std::span(readings_).subspan(word.reading_first, word.reading_count); }
  std::string_view article() const { return article_; }

  // Whether it is time to forget, so that memory stays bounded.
  bool full() const { return words_.size() >= kMost; }
  void forget();

 private:
  static constexpr std::size_t kMost = std::size_t{1} << 15U;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // of the word, + 1; 0 is free
  };
  struct Key {
    std::uint32_t text = 0;
    std::uint32_t hash = 0;
    std::uint16_t size = 0;
    bool bare = false;
  };

  void read_clitics();
  void grow();
  Word make(std::string_view folded, bool bare);
  void choose(std::string_view folded, Word& word);

  const lexicon::Lexicon* lexicon_ = nullptr;
  std::uint64_t checksum_ = 0;
  std::string article_;
  std::vector<std::string> enclitics_;
  std::vector<Slot> slots_;  // by hash
  std::vector<Key> keys_;
  std::vector<Word> words_;
  std::vector<Stem> stems_;
  std::vector<Reading> readings_;
  std::string text_;
};

}  // namespace khabar::entity
