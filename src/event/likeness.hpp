// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"
#include "event/trait.hpp"

#include <string_view>
#include <vector>

// How well one more mention fits an event: what the two have in common and what keeps them apart, each trait weighed by the table of
// trait.hpp.
namespace khabar::event {

constexpr int kImpossible = -1000;

// A place of a filler: a known one, or the folded code points of an unknown name (of the document).
struct Site {
  std::uint32_t entity = lexicon::kNone;
  std::string_view name;
  bool coarse = false;  // a country or governorate
  bool wider = false;   // says where the place named before it lies: "X in the district of Y", "X south of Y"
};

// What is compared of a mention with every event, and of an event with every mention: worked out once.
struct Outline {
  std::vector<Site> sites;            // the finest ones
  std::vector<std::uint32_t> actors;  // entries
  std::vector<std::uint32_t> hit;     // entries: who was hit
};

// Told as having happened, as against planned, threatened and denied.
bool is_actual(lexicon::Factuality factuality);

// A facility, countryside or governorate that carries a town's name lies by it.
bool named_after(const lexicon::Lexicon& lexicon, std::uint32_t thing, std::uint32_t town);

// The place of a mention, or its governorate where the seat of one that shares its name stands without a cue or with a direction: that
// says no more than the governorate.
std::uint32_t area_of(const lexicon::Lexicon& lexicon, const entity::Mention& m);

class Likeness {
 public:
  Likeness(const Context& context, const Report& report) : context_(context), lexicon_(context.lexicon), report_(report) {}

  Outline outline(const EventMention& told) const;
  Outline outline(const Event& event) const;

  // The more, the likelier they are one happening; kImpossible: they are not. `latest`: no other event was told of in between.
  int fit(const Event& event, const Outline& ours, const EventMention& told, const Outline& theirs, bool latest) const;

  // What fit() must reach at least: how much speaks for a happening of its own.
  int newness(const EventMention& told, const Outline& outline) const;

 private:
  const entity::Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }
  bool told_after(std::uint32_t first, std::uint32_t second) const;
  std::vector<Site> finest_sites(const std::vector<Filler>& fillers) const;
  bool places_another(const std::vector<Filler>& fillers, const entity::Mention& m) const;
  std::string_view name_of(const entity::Mention& m) const;
  bool same_site(const Site& a, const Site& b) const;
  template <typename Condition>
  std::vector<std::uint32_t> actors(const std::vector<Filler>& fillers, Condition takes_part) const;
  std::uint32_t actor_entity(const entity::Mention& m, bool by_demonym) const;
  std::uint32_t what(const Filler& filler) const;
  void compare_types(const Event& event, const EventMention& told, Traits& traits) const;
  void compare_numbers(const Event& event, const EventMention& told, Traits& traits) const;
  void compare_places(const std::vector<Site>& ours, const std::vector<Site>& theirs, Traits& traits) const;
  void compare_times(const Event& event, const EventMention& told, Traits& traits) const;
  void compare_actors(const Outline& ours, const Outline& theirs, Traits& traits) const;
  bool share(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& others) const;
  void compare_counts(const Event& event, const EventMention& told, Traits& traits) const;
  void compare_targets(const Event& event, const EventMention& told, Traits& traits) const;
  void compare_figures(const Event& event, const EventMention& told, Traits& traits) const;
  void compare_positions(const Event& event, const EventMention& told, bool latest, Traits& traits) const;
  bool opens_with(std::uint32_t sentence, lexicon::Function function) const;

  const Context& context_;
  const lexicon::Lexicon& lexicon_;
  const Report& report_;
};

}  // namespace khabar::event
