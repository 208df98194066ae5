// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

#include "lexicon/labels.hpp"

#include <optional>
#include <vector>

// Behind tell_events(): which predicates tell one happening (happening.cpp), what they say of it (happening_mention.cpp), who takes
// part in it (happening_roles.cpp) and which places of the sentence no phrase of it took (happening_places.cpp).
namespace khabar::event {

class Teller {
 public:
  Teller(const Context& context, Report& report) : context_(context), units_(context.units), report_(report) {}
  Membership run();

 private:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const entity::Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return context_.lexicon.entry(id); }
  static std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t i);
  lexicon::RoleName role_of(const Predicate& p, lexicon::Slot slot) const;
  using Joins = std::vector<std::uint32_t>;  // union-find over the predicates of a sentence
  static void join(Joins& parent, std::uint32_t a, std::uint32_t b);
  void join_carried(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const;
  void join_purpose_and_cause(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const;
  void join_going_on(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const;
  void join_circumstance(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const;
  void join_arms(const std::vector<Predicate>& predicates, std::uint32_t i, Joins& parent) const;
  bool takes_up(const std::vector<Predicate>& predicates, std::uint32_t i, std::uint32_t before) const;
  std::vector<std::uint32_t> tell_sentence(const Sentence& sentence);
  std::vector<std::uint32_t> tell_groups(const Sentence& sentence, Joins& parent);
  bool attacks_by(const Predicate& p) const;
  bool attacks(const Predicate& p) const;
  bool repels(const Predicate& p, const Sentence& sentence) const;
  bool governed(const std::vector<Predicate>& predicates, std::uint32_t noun) const;
  bool same_kind(const Predicate& a, const Predicate& b) const;
  std::optional<EventMention> tell(const Sentence& sentence, const std::vector<std::uint32_t>& members);
  bool holds(const Predicate& main, const EventMention& told) const;
  bool is_imperfect(const Predicate& p) const;
  bool is_state(const Predicate& p) const;
  bool arm_in(const EventMention& told) const;
  bool is_armed(const entity::Mention& m) const;
  bool demonstrative_before(std::uint32_t at) const { return at > 0 && unit(at - 1).does(lexicon::Function::Demonstrative); }
  static bool carries(const EventMention& told);
  void fill(const Predicate& p, const Predicate& main, const Sentence& sentence, EventMention& told);
  bool counted_people(const entity::Mention& m) const;
  bool caused_elsewhere(const Predicate& p, const Sentence& sentence) const;
  static lexicon::RoleName light_role(lexicon::Slot slot);
  bool has_agent(const Predicate& p, const Sentence& sentence) const;
  bool is_force(const entity::Mention& m) const;
  const Argument* before_suspect(const Predicate& p, const entity::Mention& suspect) const;
  bool suspects_owner(const Predicate& p, const entity::Mention& suspect) const;
  bool suspects_patient(const Predicate& p, const entity::Mention& suspect) const;
  lexicon::Certainty stated(const Predicate& p) const;
  bool patient_behind(const Predicate& p, const entity::Mention& m) const;
  bool says_nobody(const entity::Mention& m) const;
  bool genitive_acts(const Predicate& p, const entity::Mention& m) const;
  bool locates_assault(const Predicate& p, const entity::Mention& m) const;
  bool strikes_from(const Predicate& p, const entity::Mention& m) const;
  bool described_by_suspicion(const Predicate& p, const entity::Mention& m) const;
  void add(EventMention& told, Filler filler);
  void put(EventMention& told, lexicon::RoleName role, std::uint32_t id, std::uint8_t frame, lexicon::Certainty certainty);
  bool state_of(const entity::Mention& m) const {
    return m.entity != lexicon::kNone && entry(m.entity).entity_class == lexicon::EntityClass::Country && m.noun == lexicon::kNone;
  }
  void qualify(const Sentence& sentence, const std::vector<std::uint32_t>& members, EventMention& told);
  void refine_type(EventMention& told);
  void refine_by_means(EventMention& told);
  static EventType stronger_means(EventType a, EventType b);
  void read_strikes(const Predicate& p, const Sentence& sentence, EventMention& told);
  lexicon::Factuality factuality_of(const Sentence& sentence, const std::vector<std::uint32_t>& members) const;
  bool claims(std::uint32_t at) const;
  bool serves_purpose(const Sentence& sentence, const std::vector<std::uint32_t>& members) const;
  bool is_headline(const Sentence& sentence) const;
  bool opens_background(const Sentence& sentence) const;
  void inherit_subjects(const Sentence& sentence, const std::vector<std::uint32_t>& number, std::uint32_t before);
  void take_agents(EventMention& told, const EventMention& before) const;
  std::uint32_t told_last_before(const Sentence& sentence) const;
  bool drops_subject(const Sentence& sentence, const Predicate& p) const;
  void absorb_effects(const Sentence& sentence, std::vector<std::uint32_t>& number);

  // ---- happening_places.cpp ----
  void share_places(const Sentence& sentence, const std::vector<std::uint32_t>& number);
  void attach_stray_places(const Sentence& sentence, const std::vector<std::uint32_t>& number);
  void place_interceptions(const std::vector<std::uint32_t>& number);
  bool is_located(const entity::Mention& m, EventType type) const;
  bool leads_along_road(const entity::Mention& m) const;
  std::uint32_t owner_of_place(const Sentence& sentence, const std::vector<std::uint32_t>& number, const entity::Mention& m) const;
  bool parts_place(std::uint32_t at) const;
  const Context& context_;
  const entity::Units& units_;
  Report& report_;
};

}  // namespace khabar::event
