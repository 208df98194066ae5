// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/same_actor.hpp"

namespace khabar::event {
namespace {

using lexicon::EntityClass;
using lexicon::kNone;

constexpr int kMostAncestors = 8;

bool part_of(const lexicon::Lexicon& lexicon, std::uint32_t inner, std::uint32_t outer) {
  for (int depth = 0; inner != kNone && depth < kMostAncestors; ++depth, inner = lexicon.entry(inner).parent)
    if (inner == outer) return true;
  return false;
}

// The country a state or one of its forces belongs to.
std::uint32_t country(const lexicon::Lexicon& lexicon, std::uint32_t actor) {
  for (int depth = 0; actor != kNone && depth < kMostAncestors; ++depth, actor = lexicon.entry(actor).parent) {
    const auto& e = lexicon.entry(actor);
    if (e.entity_class == EntityClass::Country) return actor;
    if (e.country != kNone &&
        (e.entity_class == EntityClass::State || e.entity_class == EntityClass::ArmedForce || e.entity_class == EntityClass::Command ||
         e.entity_class == EntityClass::Unit || e.entity_class == EntityClass::Organization))
      return e.country;
  }
  return kNone;
}

}  // namespace

bool same_actor(const lexicon::Lexicon& lexicon, std::uint32_t a, std::uint32_t b) {
  if (a == b || part_of(lexicon, a, b) || part_of(lexicon, b, a)) return true;
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
