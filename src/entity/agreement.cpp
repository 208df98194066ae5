// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// What the endings of a head and of the words behind it allow: an adjective agrees, a genitive stands behind a cut ending.
#include "entity/noun_phrase.hpp"

#include "lexicon/labels.hpp"

namespace khabar::entity {

using lexicon::Entry;
using lexicon::Function;
using lexicon::Head;
using lexicon::Kind;
using lexicon::kNone;
using lexicon::Relation;

// Whether the head has the ending that falls before a genitive: a dual, or a sound plural of people.
bool NounPhraseParser::absolute(const Mention& mention) const {
  if ((unit(mention.head).flags & kNunFlag) == 0) return false;
  for (const auto& reading : units_.of(unit(mention.head))) {
    if (reading.sense.entry != mention.noun) continue;
    const auto number = lexicon::unpack(reading.sense.features).number;
    if (number == arabic::Number::Dual ||
        (number == arabic::Number::Plural && (mention.type == MentionType::People || mention.type == MentionType::Actor)))
      return true;
  }
  return false;
}

// A word that agrees with the head as an adjective does: both with the article, or a known adjective.
bool NounPhraseParser::is_adjective(std::size_t at, const Mention& mention) const {
  const Unit& u = unit(at);
  if (joined(at) || u.enclitic || sure_name(at, false) != nullptr || !agrees(at, mention)) return false;
  const bool head_definite = unit(mention.head).definite || mention.entity != kNone;
  if (u.reading_count == 0) return u.definite && head_definite && mention.type != MentionType::Person && mention.type != MentionType::Place;
  const bool unit_name = mention.noun != kNone && units_.lexicon->entry(mention.noun).head == Head::Unit;
  const auto* adjective = units_.find(u, [&](const Entry& e) {
    return (e.pos == lexicon::Pos::Adjective || e.means != lexicon::EventType::None || e.does(Function::Other) || e.head == Head::Member ||
            (unit_name && e.ordinal >= 0)) &&
           e.kind == Kind::Word && e.event == lexicon::EventType::None && !e.does(Function::Direction);
  });
  if (adjective == nullptr || entry_if(at, [](const Entry& e) { return e.relation != Relation::None; }) != nullptr) return false;
  return u.definite == unit(mention.head).definite || (u.definite && mention.definite);
}

// Whether the number and case that a word shows can be those of an adjective of the head: "the government (accused) the Houthis", "a youth
// (stabbed) a settler".
bool NounPhraseParser::agrees(std::size_t at, const Mention& mention) const {
  const Unit& u = unit(at);
  const Unit& head = unit(mention.head);
  bool one = false, several = false, accusative = false;
  for (const auto& reading : units_.of(u)) {
    const auto form = lexicon::unpack(reading.sense.features);
    const bool singular = form.number == arabic::Number::Singular;
    several |= !singular && form.number != arabic::Number::None;
    one |= singular && !form.oblique;
    accusative |= singular && form.oblique;
  }
  bool head_one = false, head_several = false;
  for (const auto& reading : units_.of(head)) {
    const auto form = lexicon::unpack(reading.sense.features);
    if (mention.noun != kNone && reading.sense.entry != mention.noun) continue;
    head_one |= form.number == arabic::Number::Singular && !form.oblique;
    head_several |= form.number == arabic::Number::Dual || form.number == arabic::Number::Plural || form.oblique;
  }
  if (!head_one && !head_several) head_one = (head.flags & kNunFlag) == 0;  // a name shows no number
  if (several && !one && !accusative && (u.flags & kNunFlag) != 0 && head_one && !head_several) return false;
  if (accusative && !one && head.definite) return false;
  const auto word = word_of(mention.head);
  const bool open_ended = !ends_with(word, arabic::letter::heh) && !ends_with(word, arabic::letter::alef) &&
                          (!ends_with(word, arabic::letter::yeh) || (head.flags & kDottedFlag) != 0);
  return !(accusative && !one && head_one && !head_several && open_ended && !head.definite && !mention.count.given());
}

}  // namespace khabar::entity
