// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Places that stand in the sentence of a happening, but in a phrase that is not its own: with the people who were hit, in a relative
// clause, behind a number of dead. They are where it happened all the same.
#include "event/teller.hpp"

#include <algorithm>

namespace khabar::event {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::Function;
using lexicon::kNone;
using lexicon::Precision;
using lexicon::Preposition;

namespace {

constexpr std::uint32_t kFarthestOwner = 40;   // units between a happening and its place
constexpr std::uint32_t kRoadReach = 3;        // units between "the road" and where it leads
constexpr std::uint32_t kMostPredicates = 12;  // looked at on either side of a place

}  // namespace

// Behind a preposition that says where, or with a cue that does ("east of X").
bool Teller::is_located(const Mention& m, EventType type) const {
  if (m.type != MentionType::Place) return m.type == MentionType::Actor && m.place_entity != kNone && m.preposition == Preposition::In;
  const bool direction = m.noun != kNone && (entry(m.noun).does(Function::Direction) || entry(m.noun).precision == Precision::Near);
  switch (m.preposition) {
    case Preposition::In:
    case Preposition::With:
    case Preposition::Inside:
    case Preposition::Near:
    case Preposition::Around:
    case Preposition::Through:
      return true;
    case Preposition::Between:
      return true;
    case Preposition::To:
      return leads_along_road(m) || type == EventType::Movement;
    case Preposition::Toward:
      return type == EventType::Movement || type == EventType::Interception || type_group(type) == 1;
    case Preposition::On:
    case Preposition::None:
      return direction;
    default:
      return false;
  }
}

// "on the road that leads to X".
bool Teller::leads_along_road(const Mention& m) const {
  for (std::uint32_t back = 1; back <= kRoadReach + 1 && back <= m.first; ++back)
    if (units_.find(unit(m.first - back), [](const Entry& e) {
          return e.precision == Precision::RuralArea && (e.cue == lexicon::EntityClass::Facility || e.cue == lexicon::EntityClass::None);
        }) != nullptr)
      return true;
  return m.coordinated;
}

// What parts a place from a happening on its other side: the end of a clause, and who speaks.
bool Teller::parts_place(std::uint32_t at) const {
  const auto& u = unit(at);
  return u.kind == arabic::TokenKind::Semicolon || u.kind == arabic::TokenKind::Stop || u.furniture || u.does(Function::TopicBreak) ||
         u.does(Function::AccordingTo) || u.does(Function::Complementizer) || (u.does(Function::SpeechVerb) && !u.enclitic) ||
         u.does(Function::ResponseTo);
}

// The happening that a place belongs to: the one told last before it, else the first behind it.
std::uint32_t Teller::owner_of_place(const Sentence& sentence, const std::vector<std::uint32_t>& number, const Mention& m) const {
  const auto& all = sentence.predicates;
  const auto middle = std::lower_bound(all.begin(), all.end(), m.first, [](const Predicate& p, std::uint32_t at) { return p.unit < at; });
  const auto next = static_cast<std::uint32_t>(middle - all.begin());
  std::uint32_t before = kNobody, behind = kNobody;
  for (auto i = next; i-- > 0 && next - i <= kMostPredicates && before == kNobody;)
    if (number[i] != kNobody) before = i;
  for (auto i = next; i < all.size() && i - next < kMostPredicates && behind == kNobody; ++i)
    if (number[i] != kNobody && all[i].unit >= m.last) behind = i;
  const auto free = [&](std::uint32_t first, std::uint32_t last) {
    if (last - first > kFarthestOwner) return false;
    for (auto at = first; at < last; ++at)
      if (parts_place(at)) return false;
    return true;
  };
  if (before != kNobody && free(sentence.predicates[before].unit + 1, m.first)) return number[before];
  if (behind != kNobody && free(m.last, sentence.predicates[behind].unit)) return number[behind];
  return kNobody;
}

// "clashes and raids in X": what is told in one breath with the happening that names the place happened there too.
void Teller::share_places(const Sentence& sentence, const std::vector<std::uint32_t>& number) {
  for (std::uint32_t i = 0; i + 1 < sentence.predicates.size(); ++i) {
    const auto &p = sentence.predicates[i], &q = sentence.predicates[i + 1];
    if (number[i] == kNobody || number[i + 1] == kNobody || number[i] == number[i + 1] || p.verb || q.verb) continue;
    if (!unit(q.unit).has(entity::kAnd) || q.unit != p.unit + 1 + p.adjectives.size()) continue;
    auto& told = report_.event_mentions[number[i]];
    if (has_role(told.fillers, Role::Place)) continue;
    for (const auto& filler : report_.event_mentions[number[i + 1]].fillers)
      if (filler.role == Role::Place) add(told, filler);
  }
}

// What is intercepted on its way to X is intercepted over X, as far as the article says.
void Teller::place_interceptions(const std::vector<std::uint32_t>& number) {
  if (number.size() > kMostPredicates) return;
  for (const auto id : number) {
    if (id == kNobody || report_.event_mentions[id].type != EventType::Interception ||
        has_role(report_.event_mentions[id].fillers, Role::Place))
      continue;
    for (const auto other : number) {
      if (other == kNobody || other == id || type_group(report_.event_mentions[other].type) != 1) continue;
      for (auto filler : report_.event_mentions[other].fillers)
        if (filler.role == Role::Place) {
          filler.inherited = true;
          add(report_.event_mentions[id], filler);
        }
    }
  }
}

void Teller::attach_stray_places(const Sentence& sentence, const std::vector<std::uint32_t>& number) {
  std::vector<std::uint32_t> taken;
  for (const auto id : number)
    if (id != kNobody)
      for (const auto& filler : report_.event_mentions[id].fillers) taken.push_back(filler.mention);
  if (std::all_of(number.begin(), number.end(), [](std::uint32_t n) { return n == kNobody; })) return;
  std::sort(taken.begin(), taken.end());
  for (auto at = sentence.first; at < sentence.last; ++at) {
    const auto id = report_.mentions.at_unit[at];
    if (id == kNoMention || (mention(id).place_entity == kNone && mention(id).type != MentionType::Place)) continue;
    if (std::binary_search(taken.begin(), taken.end(), id)) continue;
    auto owner = owner_of_place(sentence, number, mention(id));
    while (owner != kNobody && report_.event_mentions[owner].absorbed_into != kNobody) owner = report_.event_mentions[owner].absorbed_into;
    if (owner != kNobody && is_located(mention(id), report_.event_mentions[owner].type))
      add(report_.event_mentions[owner], {.role = Role::Place, .mention = id, .inherited = true, .confidence = 0.7F});
  }
}

}  // namespace khabar::event
