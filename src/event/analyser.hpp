// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/clause.hpp"

#include "lexicon/labels.hpp"

#include <optional>

// The reader of one sentence behind analyse_sentence(): predicates first (clause.cpp), then what stands to the right of each
// (clause_noun.cpp) and, for verbs, to its left (clause_left.cpp).
namespace khabar::event {

// The slot that a preposition opens.
std::optional<lexicon::Slot> slot_of(lexicon::Preposition preposition);

class Analyser {
 public:
  Analyser(const entity::Units& units, const entity::Mentions& mentions, const std::vector<entity::Time>& times, Sentence& sentence)
      : units_(units), mentions_(mentions), times_(times), sentence_(sentence) {}
  void run();

 private:
  // A bare phrase or event noun; none of the two: nothing was found.
  struct Bare {
    std::uint32_t mention = entity::kNoMention, predicate = kNoPredicate;
    bool found() const { return mention != entity::kNoMention || predicate != kNoPredicate; }
  };
  // What a predicate meets to its right; `bare` has no preposition and no slot yet.
  struct Step {
    bool bare = false;
    Argument argument;
  };

  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  std::uint32_t predicate_at(std::uint32_t at) const { return index_[at - sentence_.first]; }
  const entity::Mention& mention(std::uint32_t id) const { return mentions_.items[id]; }
  void find_predicates();
  bool inside_time(std::uint32_t at) const;
  bool is_quantity(const entity::Unit& u) const;
  const entity::Reading* predicate_reading(std::uint32_t at, bool begins_mention, bool governed) const;
  bool locates(std::uint32_t at) const;
  bool tells_by_verb(std::uint32_t at, const arabic::Features& features, const lexicon::Entry& e) const;
  bool opens_with(std::uint32_t at) const;
  bool is_struck(std::uint32_t at) const;
  bool people_follow(std::uint32_t at) const;
  void add_predicate(std::uint32_t at, const entity::Reading& reading, lexicon::Preposition preposition);
  void arguments_of(std::uint32_t number);
  bool opens_clause(std::uint32_t at) const;
  bool is_speech_verb(std::uint32_t at) const;
  std::uint32_t walk(std::uint32_t from, bool over_nouns, std::vector<Step>& steps) const;
  bool tells_where(const entity::Mention& m) const;
  bool goes_on_where(const std::vector<Step>& steps, const entity::Mention& m) const;
  bool names_place(std::uint32_t at) const;
  bool heads_place(std::uint32_t at) const;
  Argument suspected(std::uint32_t from, lexicon::Certainty certainty) const;
  void noun_arguments(std::uint32_t number);
  bool agent_then_object(const std::vector<Argument>& found, const entity::Mention& m, std::uint32_t id) const;
  bool tells_means(const entity::Unit& u) const;
  bool goes_on_with(const Argument& before, const entity::Mention& m) const;
  bool is_dual(const Predicate& p) const;
  bool agrees_as_feminine(const Predicate& p) const;
  bool qualifies(std::uint32_t at, const Predicate& p) const;
  void verb_arguments(std::uint32_t number);
  bool hurts_somebody(const Predicate& p) const;
  bool is_person(const entity::Mention& m) const;
  bool strikes_in_construct(std::uint32_t noun, const Bare& b) const;
  bool has_own_subject(std::uint32_t number, const std::vector<Bare>& bare) const;
  bool listed_behind(std::uint32_t verb, const Bare& b) const;
  bool object_of_its_verb(std::uint32_t number, std::uint32_t id) const;
  bool kills(const entity::Mention& m) const;
  void opening_place_of_speech(std::uint32_t number, std::vector<Argument>& phrases) const;
  bool complementizer_with_pronoun(std::uint32_t at) const;
  void choose_sense(Predicate& p) const;
  bool goes_on(const Predicate& p) const;
  bool dropped_subject(const Predicate& p, const entity::Mention& m) const;
  bool is_oblique(const entity::Mention& m) const;
  std::uint32_t relative_verb_of(std::uint32_t number, std::uint32_t mention) const;
  bool takes_noun_up(const Predicate& p) const;
  bool behind_comma(std::uint32_t from, std::uint32_t to) const;
  std::uint32_t partitive_before(std::uint32_t id) const;
  std::uint32_t tie_before(const entity::Mention& m) const;
  bool behind_agent_word(const entity::Mention& m) const;
  void fronted_places(std::uint32_t verb, std::vector<Argument>& phrases) const;
  bool by_agent(const Predicate& p) const;
  bool reads_as_object(const Predicate& p, const Bare& b) const;
  Bare subject_on_the_left(std::uint32_t number, bool& relative) const;
  bool takes_actor(const Predicate& p) const;
  bool takes_event(const Predicate& p) const;
  bool is_country(const entity::Mention& m) const;
  Bare speaker_before(std::uint32_t complementizer) const;
  bool speaks(std::uint32_t id) const;
  std::uint32_t actor_of(std::uint32_t id) const;
  std::uint32_t announcer(std::uint32_t number, const std::vector<Argument>& found) const;
  bool accuses(std::uint32_t at) const;
  bool genitive_acts(const Predicate& p, const Argument& genitive) const;
  bool is_force(const entity::Mention& m) const;
  std::uint32_t behind_interlude(std::uint32_t at) const;
  std::uint32_t containing(std::uint32_t at) const;
  const entity::Units& units_;
  const entity::Mentions& mentions_;
  const std::vector<entity::Time>& times_;
  Sentence& sentence_;
  struct Left {
    Bare bare;
    bool relative = false;
  };
  std::vector<std::uint32_t> index_;  // of each unit: its predicate
  std::vector<Left> left_;            // of each verb: what stands to its left
};

}  // namespace khabar::event
