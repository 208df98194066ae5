// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/speaker.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::EntityClass;
using lexicon::Head;
using lexicon::kNone;
using lexicon::Strength;

constexpr std::uint32_t kHolderReach = 7;  // units between a post and its holder, with the body's name between them
constexpr std::uint32_t kNearPost = 3;     // units between a post and the name of its holder
constexpr std::size_t kArticleLetters = 2;

// Prepositions inside the name of a body: "for the forces in X".
bool belongs(lexicon::Preposition preposition) {
  return preposition == lexicon::Preposition::None || preposition == lexicon::Preposition::For || preposition == lexicon::Preposition::In;
}

}  // namespace

bool Speakers::named(std::uint32_t id) const {
  const auto& m = mention(id);
  return m.entity != kNone || m.name_last > m.name_first;
}

// "the source", "the ministry": says nothing of its own, so that it must have been named before.
bool Speakers::is_bare(const Mention& m) const {
  if (m.entity != kNone || m.noun == kNone || m.name_last > m.name_first || (m.demonym != kNone && m.type != MentionType::Source))
    return false;
  const bool owned =
      m.owner != kNoMention && mention(m.owner).type != MentionType::Person && mention(m.owner).preposition != lexicon::Preposition::For;
  return m.definite && !owned && m.relation_to == kNoMention;
}

bool Speakers::is_medium(std::uint32_t id) const {
  const auto& m = mention(id);
  if (m.entity != kNone) return entry(m.entity).entity_class == EntityClass::Media || entry(m.entity).entity_class == EntityClass::Monitor;
  return m.noun != kNone && entry(m.noun).head == Head::Media;
}

// Whether a folded word stands in a mention, with or without its article.
bool Speakers::holds(std::uint32_t id, std::string_view word) const {
  const auto& document = context_.document;
  const auto& m = mention(id);
  const auto from = context_.units.units[m.first].first, to = context_.units.units[m.last - 1].last;
  for (auto at = from; at < to; ++at) {
    const auto other = document.scan.word(document.scan.tokens[at]);
    const auto& longer = word.size() > other.size() ? word : other;
    const auto& shorter = word.size() > other.size() ? other : word;
    if (shorter.size() < 3) continue;
    if (longer == shorter || (longer.size() == shorter.size() + kArticleLetters && longer.ends_with(shorter))) return true;
  }
  return false;
}

bool Speakers::shares_head(const Mention& m, std::uint32_t earlier) const {
  const auto& document = context_.document;
  return holds(earlier, document.scan.word(document.scan.tokens[context_.units.units[m.head].first]));
}

Speaker Speakers::by_name(std::uint32_t unit) const {
  if (unit == kNoMention) return {};
  const auto word = context_.document.scan.word(context_.document.scan.tokens[context_.units.units[unit].first]);
  for (auto known = known_.rbegin(); known != known_.rend(); ++known)
    if (holds(known->mention, word) || (known->speaker.speaker != kNoMention && holds(known->speaker.speaker, word))) return known->speaker;
  return {};
}

// The earlier speaker that a bare definite noun means; the latest that fits.
Speaker Speakers::antecedent(const Mention& m) const {
  const auto& noun = entry(m.noun);
  const auto latest = [&](auto fits) {
    const auto found = std::find_if(known_.rbegin(), known_.rend(), fits);
    return found == known_.rend() ? Speaker{} : found->speaker;
  };
  if (noun.strength == Strength::Anaphoric && m.type == MentionType::Source)
    return last_.found() ? last_ : latest([](const Known&) { return true; });
  const auto same = latest(
      [&](const Known& k) { return mention(k.mention).noun == m.noun || shares_head(m, k.mention) || shares_head(m, k.speaker.source); });
  if (same.found()) return same;
  if (noun.head == Head::Media) return latest([&](const Known& k) { return is_medium(k.speaker.source); });
  if (noun.head == Head::Post) return latest([](const Known& k) { return k.speaker.speaker != kNoMention; });
  return {};
}

// The organisation of a post: inside its mention, or right behind it.
std::uint32_t Speakers::owner_of_post(std::uint32_t id) const {
  const auto& m = mention(id);
  if (m.noun == kNone || entry(m.noun).head != Head::Post) return kNoMention;
  auto owner = m.owner;
  if (owner == kNoMention && m.type == MentionType::People && m.last < report_.mentions.at_unit.size()) {
    const auto behind = report_.mentions.at_unit[m.last];
    if (behind != kNoMention &&
        (mention(behind).preposition == lexicon::Preposition::None || mention(behind).preposition == lexicon::Preposition::For))
      owner = behind;
  }
  if (owner == kNoMention) return kNoMention;
  const auto& body = mention(owner);
  if (body.preposition == lexicon::Preposition::For && is_medium(owner)) return kNoMention;
  if (body.type == MentionType::Actor && !named(owner)) {
    const auto earlier = is_bare(body) ? antecedent(body) : Speaker{};
    if (earlier.found()) return earlier.source;
    return body.owner == kNoMention || mention(body.owner).type != MentionType::Person
               ? owner
               : body.owner;  // "the director of the observatory X Y": parsed as one
  }
  const bool state = body.type == MentionType::Place && body.entity != kNone && entry(body.entity).entity_class == EntityClass::Country;
  return named(owner) && (body.type == MentionType::Actor || state) ? owner : kNoMention;  // "the mayor of X": X says nothing
}

// The person named behind a post; the body he speaks for may stand between as words that nobody knows.
std::uint32_t Speakers::holder(std::uint32_t post) const {
  const auto& m = mention(post);
  const bool office = m.noun != kNone && entry(m.noun).head == Head::Post;
  const bool known = office || m.number != arabic::Number::Plural;  // "the activist in X"
  const auto end = std::min<std::size_t>(m.last + (known ? kHolderReach : 2), report_.mentions.at_unit.size());
  for (auto at = m.last; at < end;) {
    const auto here = report_.mentions.at_unit[at];
    if (here != kNoMention) {
      const auto& between = mention(here);
      if (between.type == MentionType::Person) return between.preposition == lexicon::Preposition::None ? here : kNoMention;
      const bool named_near = at < m.last + 2 && between.preposition == lexicon::Preposition::None && named(here);
      if (named_near || !belongs(between.preposition)) return kNoMention;
      at = between.last;
      continue;
    }
    const auto& u = context_.units.units[at];
    if (u.kind == arabic::TokenKind::Comma && at + 1 < end) {  // "the official of the office, X Y, "
      const auto named_behind = report_.mentions.at_unit[at + 1];
      const bool person = named_behind != kNoMention && mention(named_behind).type == MentionType::Person;
      return person && mention(named_behind).preposition == lexicon::Preposition::None ? named_behind : kNoMention;
    }
    if (at >= m.last + 2 && (!office || !u.is_word() || u.functions != 0)) return kNoMention;
    ++at;
  }
  return kNoMention;
}

// The organisation of a person: of his post, which stands before or behind his name.
std::uint32_t Speakers::organisation(std::uint32_t id) const {
  const auto& items = report_.mentions.items;
  const auto& m = items[id];
  if (const auto own = owner_of_post(id); own != kNoMention) return own;
  if (m.type != MentionType::Person) return kNoMention;
  for (auto before = id; before-- > 0 && items[before].last + kNearPost >= m.first;)
    if (!items[before].nested && items[before].last <= m.first)
      if (const auto owner = owner_of_post(before); owner != kNoMention) return owner;
  for (auto behind = id + 1; behind < items.size() && items[behind].first <= m.last + kNearPost; ++behind)
    if (!items[behind].nested && items[behind].first >= m.last)
      if (const auto owner = owner_of_post(behind); owner != kNoMention) return owner;
  return kNoMention;
}

// The issuer of a paper, or the body whose source or correspondent speaks.
Speaker Speakers::behind_source(std::uint32_t id) const {
  const auto& m = mention(id);
  const auto& noun = entry(m.noun);
  if (noun.strength != Strength::Anaphoric) return {id, kNoMention};
  const bool paper = noun.mode != lexicon::Mode::None;
  const bool owned = m.owner != kNoMention && named(m.owner) && (paper || mention(m.owner).preposition != lexicon::Preposition::For);
  if (owned && mention(m.owner).type != MentionType::Place) return {m.owner, kNoMention};
  if (paper && m.owner != kNoMention && !named(m.owner)) return resolve(m.owner);
  if (paper && m.owner == kNoMention && m.last + 1 < report_.mentions.at_unit.size() &&
      context_.units.units[m.last].kind == arabic::TokenKind::Quote) {  // "a statement of 'X'"
    const auto issuer = report_.mentions.at_unit[m.last + 1];
    if (issuer != kNoMention && mention(issuer).type == MentionType::Actor) return {issuer, kNoMention};
  }
  return paper ? Speaker{} : Speaker{id, kNoMention};
}

Speaker Speakers::resolve(std::uint32_t id) const {
  const auto& m = mention(id);
  // the correspondent of a medium
  if (m.owner != kNoMention && (m.type == MentionType::People || m.type == MentionType::Person) &&
      mention(m.owner).preposition == lexicon::Preposition::None && is_medium(m.owner) && named(m.owner))
    return {m.owner, kNoMention};
  const bool post = m.type == MentionType::People && m.noun != kNone && entry(m.noun).head == Head::Post;
  const auto name = m.type == MentionType::People || m.type == MentionType::Source ? holder(id) : kNoMention;
  if (name == kNoMention && is_bare(m))
    if (const auto earlier = antecedent(m); earlier.found()) return earlier;
  if (m.type == MentionType::Source && m.noun != kNone && name == kNoMention) return behind_source(id);
  if (m.type != MentionType::Person && !post && name == kNoMention) return {id, kNoMention};
  const auto person = name != kNoMention ? name : id;
  auto body = organisation(id);
  if (body == kNoMention && name != kNoMention) body = organisation(name);
  return {body != kNoMention ? body : person, person};
}

}  // namespace khabar::event
