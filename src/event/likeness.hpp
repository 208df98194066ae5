// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

#include <string_view>
#include <vector>

// How well one more mention fits an event. What speaks for one happening: same place, day, actor, target, a definite noun close by. What
// forbids it: different specific places, days, actors or means, another factuality.
namespace khabar::event {

constexpr int kImpossible = -1000;

// A place of a filler: a known one, or the folded code points of an unknown name (of the document).
struct Site {
  std::uint32_t entity = lexicon::kNone;
  std::string_view name;
  bool coarse = false;  // a country or governorate
};

// What is compared of a mention with every event, and of an event with every mention: worked out once.
struct Outline {
  std::vector<Site> sites;            // the finest ones
  std::vector<std::uint32_t> actors;  // entries
};

// Told as having happened, as against planned, threatened and denied.
bool is_actual(lexicon::Factuality factuality);

// A facility, countryside or governorate that carries a town's name lies by it.
bool named_after(const lexicon::Lexicon& lexicon, std::uint32_t thing, std::uint32_t town);

class Likeness {
 public:
  Likeness(const Context& context, const Report& report) : context_(context), lexicon_(context.lexicon), report_(report) {}

  Outline outline(const EventMention& told) const;
  Outline outline(const Event& event) const;

  // The more, the likelier they are one happening; kImpossible: they are not.
  int fit(const Event& event, const Outline& ours, const EventMention& told, const Outline& theirs) const;

 private:
  const entity::Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }
  bool told_after(std::uint32_t first, std::uint32_t second) const;
  std::vector<Site> finest_sites(const std::vector<Filler>& fillers) const;
  std::string_view name_of(const entity::Mention& m) const;
  bool same_site(const Site& a, const Site& b) const;
  std::vector<std::uint32_t> actors(const std::vector<Filler>& fillers) const;
  std::uint32_t actor_entity(const entity::Mention& m, bool by_demonym) const;
  std::uint32_t what(const Filler& filler) const;
  int place_fit(const std::vector<Site>& ours, const std::vector<Site>& theirs) const;
  int time_fit(const Event& event, const EventMention& told) const;
  int actor_fit(const std::vector<std::uint32_t>& ours, const std::vector<std::uint32_t>& theirs) const;
  int target_fit(const Event& event, const EventMention& told) const;

  const Context& context_;
  const lexicon::Lexicon& lexicon_;
  const Report& report_;
};

}  // namespace khabar::event
