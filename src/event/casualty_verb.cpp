// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/casualty_verb.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::Number;
using arabic::TokenKind;
using entity::kNoMention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Preposition;
using lexicon::Quantifier;

namespace {

constexpr std::uint32_t kNumberReach = 5;    // units a number before a noun may take
constexpr std::uint32_t kSubjectReach = 10;  // units before a verb in which its people may begin
constexpr std::uint32_t kSubjectGap = 3;
constexpr std::uint32_t kObjectReach = 6;  // units from a plural verb to its object
constexpr std::uint32_t kWholeReach = 14;  // units from "among them" to those of whom they are
constexpr std::uint32_t kFirstYear = 1945, kLastYear = 2040;

}  // namespace

void VerbReader::take(Casualty& told, const People& people) const {
  told.figure.count = people.count;
  told.victims = people.mentions;
  told.figure.victims = people.mentions.empty() ? kNobody : people.mentions.front();
  told.first = std::min(told.first, people.first);
  told.last = std::max(told.last, people.last);
  if (people.first > told.unit + kSubjectGap) {
    told.figure.evidence = {unit(people.first).stem, people.end};
    return;
  }
  told.figure.evidence.begin = std::min(told.figure.evidence.begin, unit(people.first).stem);
  told.figure.evidence.end = std::max(told.figure.evidence.end, people.end);
}

bool VerbReader::number_before(Casualty& told) const {
  const auto reach = std::min(kNumberReach, told.unit - sentence_.first);
  for (auto back = reach; back >= 1; --back) {
    const auto from = told.unit - back;
    if (in_time(from)) continue;
    std::size_t next = 0;
    const auto count = entity::read_count(units_, from, told.unit, next);
    if (!count.given()) continue;
    const bool of = next + 1 == told.unit && is_from(told.unit - 1);
    if (next != told.unit && !of) continue;
    told.figure.count = count;
    told.first = from;
    told.figure.evidence.begin = unit(from).stem;
    return true;
  }
  return false;
}

void VerbReader::read_verb(Casualty& told) const {
  if (of_wounds(told.unit) || counted_up(told)) return;
  if (!unit(told.unit).has(entity::kAnd) && before_verb(told)) return;
  const bool plural = is_plural(told.unit);  // its subject was told before
  if (plural && !unit(told.unit).has(entity::kAnd) && follows_people(told.unit)) return;
  std::uint32_t at = told.unit + 1;
  const auto end = std::min(sentence_.last, at + (plural ? kObjectReach : kVictimReach));
  People actor;
  while (at < end) {
    const bool in_phrase = at > told.unit + 1 && is_preposition(at - 1);
    if (in_time(at) || (in_phrase && report_.mentions.at_unit[at] == kNoMention)) {
      ++at;
      continue;
    }
    if (auto people = group(at); people.found()) {
      if (!actor.found() && (may_act(people) || kills(people))) {
        actor = people;
        at = people.last;
        continue;
      }
      return take(told, people);
    }
    const auto here = report_.mentions.at_unit[at];
    if (here != kNoMention) {
      if (mention(here).preposition == Preposition::None && mention(here).type != MentionType::Place) break;
      at = std::max(at + 1, mention(here).last);
      continue;
    }
    if (closes(at) && !(unit(at).does(Function::After) && at + 2 < end && (in_time(at + 1) || in_time(at + 2)))) break;
    ++at;
  }
  if (at < end && casualty_word(at) != nullptr && !unit(at).has(entity::kAnd)) return;  // "its toll was 12 dead": counted there
  if (actor.found() && !actor.mentions.empty() && mention(actor.mentions.front()).type == MentionType::People) return take(told, actor);
  const bool then_hurt = unit(told.unit).has(entity::kThen) && !is_plural(told.unit);  // "so that she was hurt"
  if (!actor.found() && then_hurt) {
    told.figure.count = {1, 1, Quantifier::Exactly};
    return;
  }
  const auto person = person_before(told.unit);
  if (actor.found() || !is_singular(told.unit) || (unit(told.unit).last == unit(told.unit).first + 1 && person == kNobody)) return;
  told.figure.count = {1, 1, Quantifier::Exactly};
  told.figure.victims = person;
  if (person != kNobody) told.victims = {person};
}

bool VerbReader::counted_up(Casualty& told) const {
  if (told.unit < sentence_.first + 4 || !unit(told.unit - 1).does(Function::Relative)) return false;
  for (auto at = told.unit - 1; at-- > sentence_.first + 2 && told.unit - at <= kObjectReach;) {
    const auto here = report_.mentions.at_unit[at];
    if (here == kNoMention) continue;
    if (mention(here).type != MentionType::People || mention(here).count.given()) return false;
    for (auto from = at - 2; from > sentence_.first && at - from <= kNumberReach; --from) {  // "to 3 the number of"
      if (!has(from - 1, [](const Entry& e) { return e.preposition == Preposition::To; })) continue;
      std::size_t next = 0;
      const auto count = entity::read_count(units_, from, at, next);
      if (!count.given() || next + 1 != at) return false;
      told.figure.count = count;
      told.figure.risen = true;
      told.first = from;
      told.victims = {here};
      told.figure.victims = here;
      told.figure.evidence.begin = unit(from).stem;
      return true;
    }
    return false;
  }
  return false;
}

bool VerbReader::kills(const People& people) const {
  if (people.mentions.size() != 1 || people.count.minimum != 1 || people.count.maximum != 1) return false;
  const auto& m = mention(people.mentions.front());
  if (m.type != MentionType::People || m.definite || m.count.given() || m.noun == lexicon::kNone ||
      units_.lexicon->entry(m.noun).head != lexicon::Head::Member)
    return false;
  auto next = people.last;
  if (next < sentence_.last && unit(next).kind == TokenKind::Comma) ++next;
  if (next >= sentence_.last || unit(next).has(entity::kAnd) || report_.mentions.at_unit[next] == kNoMention) return false;
  const auto& killed = mention(report_.mentions.at_unit[next]);
  return killed.type == MentionType::People && !killed.definite && killed.preposition == Preposition::None;
}

bool VerbReader::before_verb(Casualty& told) const {
  const auto reach = std::min(kSubjectReach, told.unit - sentence_.first);
  for (auto back = reach; back >= 1; --back) {
    const auto at = told.unit - back;
    if (in_time(at) || (at > sentence_.first && is_preposition(at - 1))) continue;
    auto people = group(at);
    if (!people.found() || people.last > told.unit || told.unit - people.last > kSubjectGap) continue;
    if (people.mentions.empty() && comma_between(people.last, told.unit)) continue;  // "in southern Syria, two were killed"
    const bool several = people.count.quantifier == Quantifier::Some && !only_suffer(people);
    if (several || may_act(people) || split_from_verb(people.last, told.unit)) continue;
    if (people.count.maximum == 1 && is_plural(told.unit)) continue;
    const bool vague = people.count.quantifier == Quantifier::Some;
    if (vague && number_before(told)) return !is_year(told);  // "citizens, two of them, were hurt"
    take(told, whole_of(people));
    return true;
  }
  return number_before(told) && !is_year(told);
}

bool VerbReader::only_suffer(const People& people) const {
  if (people.mentions.size() != 1) return false;
  const auto& m = mention(people.mentions.front());
  return m.type == MentionType::People && !m.definite && m.noun != lexicon::kNone && !unit(m.head).enclitic &&
         units_.lexicon->entry(m.noun).head == lexicon::Head::PopulationGroup;
}

People VerbReader::whole_of(const People& part) const {
  if (part.first == sentence_.first || !unit(part.first - 1).does(Function::Partitive)) return part;
  const auto partitive = part.first - 1;
  for (auto at = partitive; at-- > sentence_.first && partitive - at <= kWholeReach;) {
    if (closes(at)) break;
    if (in_time(at)) continue;
    std::size_t behind = at;
    if (!entity::read_count(units_, at, partitive, behind).given() && report_.mentions.at_unit[at] == kNoMention) continue;
    const auto whole = group(at);
    if (whole.found() && whole.last <= partitive && whole.count.minimum > part.count.minimum) return whole;
  }
  return part;
}

bool VerbReader::is_year(Casualty& told) const {
  const auto& count = told.figure.count;
  if (count.minimum < kFirstYear || count.minimum > kLastYear || count.maximum != count.minimum) return false;
  told.figure.count = {};
  told.first = told.unit;
  told.figure.evidence.begin = unit(told.unit).stem;
  return true;
}

bool VerbReader::is_plural(std::uint32_t at) const { return lexicon::unpack(casualty_word(at)->sense.features).number == Number::Plural; }

bool VerbReader::of_wounds(std::uint32_t at) const {
  return at > sentence_.first && at + 1 < sentence_.last && !unit(at).has(entity::kAnd) && unit(at - 1).is_word() &&
         (unit(at + 1).has(entity::kWith) || has(at + 1, [](const Entry& e) { return e.preposition == Preposition::With; })) &&
         unit(at + 1).end - unit(at + 1).begin == 3;  // "with them"
}

bool VerbReader::is_singular(std::uint32_t at) const {
  const auto* word = casualty_word(at);
  const auto features = lexicon::unpack(word->sense.features);
  return features.number == Number::Singular && features.gender != arabic::Gender::Feminine && !unit(at).has(entity::kAnd);
}

std::uint32_t VerbReader::person_before(std::uint32_t verb) const {
  if (verb == sentence_.first || !unit(verb - 1).does(Function::Relative)) return kNobody;
  const auto reach = std::min(kSubjectReach, verb - sentence_.first);
  for (auto at = verb - 1; at > verb - reach; --at) {
    const auto here = report_.mentions.at_unit[at - 1];
    if (here == kNoMention) continue;
    const auto who = mention(here).type == MentionType::Object && mention(here).owner != kNoMention ? mention(here).owner : here;
    const auto& m = mention(who);  // "the funeral of X, who was killed"
    const bool one = m.type == MentionType::People && m.number == Number::Singular && !m.count.given();
    return m.type == MentionType::Person || one ? who : kNobody;
  }
  return kNobody;
}

bool VerbReader::follows_people(std::uint32_t verb) const {
  for (auto at = verb; at-- > sentence_.first && verb - at <= kSubjectReach;) {
    const auto here = report_.mentions.at_unit[at];
    if (here != kNoMention)
      return (mention(here).type == MentionType::People || mention(here).type == MentionType::Person) &&
             mention(here).last + kSubjectGap > verb;
    if (!unit(at).is_word() || closes(at)) return false;
  }
  return false;
}

bool VerbReader::comma_between(std::uint32_t from, std::uint32_t to) const {
  for (auto at = from; at < to; ++at)
    if (unit(at).kind == TokenKind::Comma) return true;
  return false;
}

bool VerbReader::split_from_verb(std::uint32_t from, std::uint32_t to) const {
  for (auto at = from; at < to; ++at)
    if (unit(at).does(Function::Relative) || closes(at) || unit(at).has(entity::kAnd) ||
        has(at, [](const Entry& e) { return e.event != lexicon::EventType::None; }))
      return true;
  return false;
}

}  // namespace khabar::event
