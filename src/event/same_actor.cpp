// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/same_actor.hpp"

namespace khabar::event {
namespace {

using lexicon::EntityClass;
using lexicon::kNone;

// The country a state or one of its forces belongs to.
std::uint32_t country(const lexicon::Lexicon& lexicon, std::uint32_t actor) {
  const auto owns_country = [](const lexicon::Entry& e) {
    return e.country != kNone &&
           (e.entity_class == EntityClass::State || e.entity_class == EntityClass::ArmedForce || e.entity_class == EntityClass::Command ||
            e.entity_class == EntityClass::Unit || e.entity_class == EntityClass::Organization);
  };
  const auto found = lexicon.find_container(
      actor, [&](std::uint32_t id) { return lexicon.entry(id).entity_class == EntityClass::Country || owns_country(lexicon.entry(id)); });
  if (found == kNone || lexicon.entry(found).entity_class == EntityClass::Country) return found;
  return lexicon.entry(found).country;
}

}  // namespace

bool same_actor(const lexicon::Lexicon& lexicon, std::uint32_t a, std::uint32_t b) {
  if (a == b || lexicon.within(a, b) || lexicon.within(b, a)) return true;
  const auto state_like = [&](std::uint32_t id) {
    const auto c = lexicon.entry(id).entity_class;
    return c == EntityClass::State || c == EntityClass::Country;
  };
  const auto x = country(lexicon, a), y = country(lexicon, b);
  return x != kNone && x == y &&
         (state_like(a) || state_like(b) ||
          (lexicon.entry(a).entity_class == EntityClass::ArmedForce && lexicon.entry(b).entity_class == EntityClass::ArmedForce));
}

}  // namespace khabar::event
