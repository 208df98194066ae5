// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Short forms and pronouns: "the brigade" is the brigade named before, "its forces" are those of the actor named before in the
// sentence. A short form is a definite head noun that stands alone; it means the nearest actor named before whose name begins with it.
#include "arabic/fold.hpp"
#include "event/stages.hpp"

#include <algorithm>
#include <unordered_map>

namespace khabar::event {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::Head;
using lexicon::kNone;

constexpr std::uint32_t kFarthestName = 400;    // mentions back that a short form may refer to
constexpr std::uint32_t kFarthestPronoun = 30;  // units back that a pronoun may refer to

class Resolver {
 public:
  Resolver(const Context& context, entity::Mentions& mentions) : context_(context), units_(context.units), mentions_(mentions.items) {}

  void run() {
    for (std::uint32_t id = 0; id < mentions_.size(); ++id) {
      auto& m = mentions_[id];
      if (m.type == MentionType::Object && m.place_entity == kNone && m.owner == kNoMention) resolve_place(m, id);
      if (m.entity != kNone || m.owner != kNoMention || m.demonym != kNone || m.noun == kNone || m.name_last > m.name_first) continue;
      const bool weapon = m.type == MentionType::Weapon;
      const bool members = m.type == MentionType::People && context_.lexicon.entry(m.noun).head == Head::Member;
      if (m.type != MentionType::Actor && m.type != MentionType::Source && !weapon && !members) continue;
      const auto& head = units_.units[m.head];
      if (head.enclitic) {
        resolve_pronoun(id, weapon || members);
      } else if (!weapon && !members && head.definite && m.last == m.head + 1 && m.relation == lexicon::Relation::None) {
        resolve_short_form(id);
      }
    }
  }

 private:
  bool named_actor(const Mention& m) const { return m.type == MentionType::Actor && (m.entity != kNone || m.name_last > m.name_first); }

  // What is theirs has them as its owner; "its forces" are the actor themselves.
  void resolve_pronoun(std::uint32_t id, bool owned) {
    auto& m = mentions_[id];
    for (auto other = id; other-- > 0;) {
      const auto& candidate = mentions_[other];
      if (m.first < candidate.first || m.first - candidate.first > kFarthestPronoun) return;
      if (!named_actor(candidate) || candidate.last > m.first) continue;
      if (owned)
        m.owner = other;
      else
        take(m, candidate);
      return;
    }
  }

  void resolve_short_form(std::uint32_t id) {
    auto& m = mentions_[id];
    for (auto other = id, steps = 0U; other-- > 0 && steps < kFarthestName; ++steps) {
      const auto& candidate = mentions_[other];
      if (!named_actor(candidate)) continue;
      if (candidate.noun == m.noun || begins_with(candidate.entity, m.noun)) return take(m, candidate);
    }
  }

  // "the town" is the town named before.
  void resolve_place(Mention& m, std::uint32_t id) {
    const auto& head = units_.units[m.head];
    if (!head.definite || head.enclitic || m.count.given()) return;
    const auto* cue = units_.find(head, [](const lexicon::Entry& e) { return e.cue == lexicon::EntityClass::Settlement; });
    if (cue == nullptr) return;
    for (auto other = id, steps = 0U; other-- > 0 && steps < kFarthestName; ++steps) {
      const auto& candidate = mentions_[other];
      if (candidate.type != MentionType::Place || candidate.place_entity == kNone) continue;
      if (context_.lexicon.entry(candidate.place_entity).entity_class != lexicon::EntityClass::Settlement) continue;
      m.type = MentionType::Place;
      m.entity = m.place_entity = candidate.place_entity;
      m.anaphoric = true;
      return;
    }
  }

  static void take(Mention& m, const Mention& candidate) {
    m.entity = candidate.entity;
    m.place_entity = candidate.place_entity;
    m.name_first = candidate.name_first, m.name_last = candidate.name_last;
    m.anaphoric = true;
  }

  // Whether one of the entity's Arabic labels begins with the noun's lemma, with or without its article. The same few are asked again
  // and again in an article.
  bool begins_with(std::uint32_t entity, std::uint32_t noun) {
    if (entity == kNone) return false;
    const auto [found, fresh] = begins_.try_emplace(std::uint64_t{noun} << 32U | entity);
    if (fresh) found->second = label_begins_with(entity, noun);
    return found->second;
  }

  bool label_begins_with(std::uint32_t entity, std::uint32_t noun) const {
    const auto& lexicon = context_.lexicon;
    const auto lemma = arabic::fold(lexicon.text(lexicon.entry(noun).label));
    if (lemma.empty()) return false;
    for (const auto& fact : lexicon.facts(lexicon.entry(entity))) {
      if (lexicon.text(fact.language_or_datatype) != "@ar") continue;
      if (arabic::first_word_is(lexicon.text(fact.object), lemma)) return true;
    }
    return false;
  }

  const Context& context_;
  const entity::Units& units_;
  std::vector<Mention>& mentions_;
  std::unordered_map<std::uint64_t, bool> begins_;  // by noun and entity
};

}  // namespace

void resolve_anaphora(const Context& context, entity::Mentions& mentions) { Resolver(context, mentions).run(); }

}  // namespace khabar::event
