// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/fold.hpp"
#include "entity/mention.hpp"
#include "entity/place_choice.hpp"

#include <span>
#include <string_view>

// The parser of noun phrases behind find_mentions(). A phrase is parsed from its head to the right: quantity, head, adjectives,
// construct (X of Y), then what belongs to it ("belonging to", "of", "backed by").
namespace khabar::entity {

// What stands before a phrase.
struct Lead {
  lexicon::Preposition preposition = lexicon::Preposition::None;
  const Mention* row = nullptr;  // the place before it in a row of places ("the villages of X and Y")
};

class NounPhraseParser {
 public:
  NounPhraseParser(const document::Document& document, const Units& units, std::vector<Mention>& items)
      : document_(document), units_(units), items_(items), choice_(units) {}

  // The units that phrases may not run past.
  void set_end(std::size_t end) { end_ = end; }

  // Parses a phrase that begins at `at`; returns its number, or kNoMention and leaves nothing behind.
  std::uint32_t parse(std::size_t at, const Lead& lead) { return parse(at, 0, lead); }

  // "the towns of X and Y": the cue of the place before a coordinated one holds for that one too.
  void go_on_with_cue(const Mention& before, Mention& place) const;

 private:
  using Entry = lexicon::Entry;

  // ---- noun_phrase.cpp: heads ----
  std::uint32_t parse(std::size_t at, int depth, const Lead& lead);
  bool read_quantity(Mention& mention, std::size_t at, std::size_t& head) const;
  std::uint32_t parse_head(Mention mention, int depth, const Lead& lead);
  std::uint32_t parse_noun(Mention mention, int depth, const Lead& lead);
  std::uint32_t parse_nationals(Mention mention, int depth);
  std::uint32_t parse_name(Mention mention, const Reading& name, int depth, const Lead& lead);
  bool is_one_national(std::size_t head) const;
  void finish_count(Mention& mention) const;
  const Reading* sure_name(std::size_t at, bool located) const;
  bool verb_like(std::size_t at) const;
  bool intercepted(std::size_t at) const;
  bool is_adjective_of(std::size_t at) const;
  bool lies_in(const Entry& place, std::uint32_t country) const;
  bool is_home_name(std::size_t at, const Entry& actor) const;
  bool acts_in(const Entry& actor, std::uint32_t country) const;

  // ---- attachment.cpp, agreement.cpp: what stands behind a head ----
  struct Attaching {
    std::uint32_t self;
    std::size_t at;
    int depth;
    bool construct;
    int adjectives = 0;
  };
  std::uint32_t attach(Mention mention, int depth);
  bool attach_one(Attaching& state);
  bool attach_quoted(Attaching& state);
  bool is_clause(std::size_t first, std::size_t last) const;
  bool attach_demonym(Attaching& state);
  bool attach_weapon_kind(Attaching& state);
  bool attach_relation(Attaching& state);
  bool attach_construct(Attaching& state);
  bool absolute(const Mention& mention) const;
  bool attach_name_words(Attaching& state);
  bool is_thing(std::size_t at) const;
  bool attach_adjective(Attaching& state);
  bool attach_owner(Attaching& state);
  void relate(std::uint32_t self, lexicon::Relation relation, std::uint32_t inner);
  void take_name(std::uint32_t self, std::uint32_t inner);
  void take_construct(std::uint32_t self, std::uint32_t inner);
  bool is_adjective(std::size_t at, const Mention& mention) const;
  bool agrees(std::size_t at, const Mention& mention) const;
  bool belongs(std::size_t at, const Mention& mention) const;
  bool is_part(const Mention& mention) const;
  void name_institution(Mention& mention) const;

  // ---- place_phrase.cpp ----
  std::uint32_t parse_cued_place(Mention mention, const Entry& cue, int depth, const Lead& lead);
  std::uint32_t parse_cue_of_cue(Mention mention, std::size_t at, int depth);
  std::uint32_t name_place(Mention mention, std::size_t at, const Entry& cue, bool quoted);
  std::uint32_t finish_place(Mention mention, const Entry& cue, int depth, const Lead& lead);
  void take_place_adjectives(Mention& mention) const;
  std::uint32_t parse_facility(const Mention& place, const Lead& lead);
  std::uint32_t kind_of_first_word(std::size_t at) const;
  std::uint32_t go_on_with_row(Mention mention, const Mention& row);
  std::uint32_t unknown_place(Mention mention, const Lead& lead);
  bool names_facility(std::size_t head, std::size_t at, const Entry& cue) const;
  bool tells_several(const Mention& place) const;
  std::string_view word_of(std::size_t at) const;
  bool has_pronoun(std::size_t at) const;
  bool place_ends(std::size_t next, bool marks) const;
  bool is_place_name_word(std::size_t at, const Entry& cue) const;

  // ---- person_phrase.cpp ----
  std::uint32_t parse_post(Mention mention, int depth);
  std::uint32_t parse_given_name(Mention mention);
  std::uint32_t known_person(Mention mention, std::size_t at);
  std::size_t name_end(std::size_t first) const;
  bool is_name_word(std::size_t at, bool first) const;
  bool is_no_name(std::size_t at, bool first) const;
  bool is_title(std::size_t at, bool definite) const;
  bool is_ali(std::size_t at) const;
  bool only_names(std::size_t at) const;
  bool names_two(std::size_t at) const;
  std::uint32_t parse_called(Mention mention);
  void name_follower(std::uint32_t self);
  void take_name_behind(std::uint32_t self, std::size_t at);
  bool names_trade(std::size_t at) const;
  std::uint32_t name_person(Mention mention, std::size_t first, std::size_t last);

  // ---- small things ----
  const Unit& unit(std::size_t at) const { return units_.units[at]; }
  template <typename Condition>
  const Entry* entry_if(std::size_t at, Condition condition) const {
    const auto* reading = units_.find(unit(at), condition);
    return reading == nullptr ? nullptr : &units_.entry(*reading);
  }
  template <typename Condition>
  const Entry* entry_if(std::size_t at, std::uint32_t any_facet, Condition condition) const {
    return unit(at).is(any_facet) ? entry_if(at, condition) : nullptr;
  }
  template <typename Condition>
  std::uint32_t id_of(std::size_t at, Condition condition) const {
    const auto* reading = units_.find(unit(at), condition);
    return reading == nullptr ? lexicon::kNone : reading->sense.entry;
  }
  bool kind_at(std::size_t at, arabic::TokenKind kind) const { return at < end_ && unit(at).kind == kind; }
  bool opens_quote(std::size_t at) const { return kind_at(at, arabic::TokenKind::Quote) || kind_at(at, arabic::TokenKind::Open); }
  bool closes_quote(std::size_t at) const { return kind_at(at, arabic::TokenKind::Quote) || kind_at(at, arabic::TokenKind::Close); }
  bool joined(std::size_t at) const {  // carries a conjunction or a preposition
    return (unit(at).proclitics & (kAnd | kThen | kWith | kFor | kAs)) != 0;
  }
  std::size_t next_word(std::size_t at) const { return kind_at(at, arabic::TokenKind::Quote) ? at + 1 : at; }
  std::uint32_t add(const Mention& mention) {
    items_.push_back(mention);
    return static_cast<std::uint32_t>(items_.size() - 1);
  }
  void drop_from(std::uint32_t first) { items_.resize(first); }
  void extend(std::uint32_t self, std::size_t last) {
    items_[self].last = static_cast<std::uint32_t>(last);
    items_[self].end = unit(last - 1).end;
  }

  const document::Document& document_;
  const Units& units_;
  std::vector<Mention>& items_;
  PlaceChoice choice_;
  std::size_t end_ = 0;
};

// Of folded words: the first or last letter, and the ending of a verb in the plural ("they did").
inline bool begins_with(std::string_view word, unsigned char letter) {
  return !word.empty() && static_cast<unsigned char>(word[0]) == letter;
}
inline bool ends_with(std::string_view word, unsigned char letter) {
  return !word.empty() && static_cast<unsigned char>(word.back()) == letter;
}
inline bool is_plural_verb(std::string_view word) {
  return word.size() > 3 && ends_with(word, arabic::letter::alef) && ends_with(word.substr(0, word.size() - 1), arabic::letter::waw);
}

inline bool names_something(const Mention& m) { return m.entity != lexicon::kNone || m.name_last > m.name_first; }
bool is_locating(lexicon::Preposition preposition);

}  // namespace khabar::entity
