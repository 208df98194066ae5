// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"
#include "lexicon/labels.hpp"

#include <cstdint>

// A sentence seen by those who look for casualties.
namespace khabar::event {

class CasualtyWords {
 public:
  CasualtyWords(const Context& context, const Report& report, const Sentence& sentence)
      : units_(context.units), report_(report), sentence_(sentence) {}

  // The reading that tells casualties: nouns of persons before verbal nouns, which look like their duals.
  const entity::Reading* casualty_word(std::uint32_t at) const;

 protected:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const entity::Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }

  template <typename Condition>
  bool has(std::uint32_t at, Condition condition) const {
    return units_.find(unit(at), condition) != nullptr;
  }

  static bool proper(const entity::Reading& reading, arabic::Tense tense);
  bool in_time(std::uint32_t at) const;
  // A preposition that governs what follows; "in it" governs nothing more.
  bool is_preposition(std::uint32_t at) const;
  bool is_from(std::uint32_t at) const;
  bool is_with(std::uint32_t at) const;
  // Whether what stands behind a number is counted there instead of people.
  bool is_thing(std::uint32_t at) const;
  bool only_verb(std::uint32_t at) const;
  bool closes(std::uint32_t at) const;

  const entity::Units& units_;
  const Report& report_;
  const Sentence& sentence_;
};

}  // namespace khabar::event
