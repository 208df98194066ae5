// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/casualty_people.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::Number;
using arabic::Tense;
using arabic::TokenKind;
using entity::Count;
using entity::kNoMention;
using entity::kUnbounded;
using entity::Mention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Preposition;
using lexicon::Quantifier;

namespace {

constexpr std::uint32_t kApposition = 7;
constexpr std::uint32_t kCompanionReach = 10;  // units of a name's apposition before "with his driver"
constexpr std::uint32_t kAside = 6;            // units of a name in brackets or quotation marks
constexpr std::uint32_t kListReach = 40;       // units of a list of names

Count plus(Count a, Count b) {
  if (!a.given()) return b;
  const auto add = [](std::uint32_t x, std::uint32_t y) { return x == kUnbounded || y == kUnbounded ? kUnbounded : x + y; };
  if (b.quantifier == Quantifier::Some && a.maximum == kUnbounded) return a;  // "dozens of guards and drivers"
  if (a.quantifier == Quantifier::Some && b.maximum == kUnbounded) return b;
  const auto quantifier = a.quantifier == Quantifier::Exactly ? b.quantifier : a.quantifier;
  return {add(a.minimum, b.minimum), add(a.maximum, b.maximum), quantifier == Quantifier::Some ? Quantifier::AtLeast : quantifier};
}

}  // namespace

People PeopleReader::listed(std::uint32_t at) const {
  People people;
  people.first = people.last = at;
  if (at >= sentence_.last || unit(at).last < unit(at).first + 2 ||
      !has(at, [](const Entry& e) { return e.quantifier == Quantifier::All; }))
    return people;
  std::uint32_t persons = 0;
  bool begins = true, twins = false;  // "her two daughters A and B": the names are counted already
  for (auto next = at + 1; next < std::min(sentence_.last, at + kListReach); ++next) {
    const auto& u = unit(next);
    if (closes(next) && u.kind != TokenKind::Colon) break;
    if (in_time(next) || (is_preposition(next) && !begins && report_.mentions.at_unit[next] == kNoMention)) break;
    if (!u.is_word()) continue;
    const auto here = report_.mentions.at_unit[next];
    const bool person = here != kNoMention && mention(here).type == MentionType::Person;
    const bool after_comma = unit(next - 1).kind == TokenKind::Comma;
    if (!begins && !u.has(entity::kAnd) && !(person && after_comma)) continue;
    if (twins && person && !after_comma) {
      twins = false;
      continue;
    }
    std::size_t behind = next;
    const auto number = entity::read_count(units_, next, sentence_.last, behind);
    const bool two = here != kNoMention && mention(here).number == Number::Dual && !reads_as_singular(mention(here));
    persons += number.quantifier == Quantifier::Exactly ? number.minimum : two ? 2 : 1;
    begins = false;
    twins = two;
    if (here != kNoMention) people.mentions.push_back(here);
    const auto last = here != kNoMention ? mention(here).last : static_cast<std::uint32_t>(std::max<std::size_t>(behind, next + 1));
    people.last = last;
    people.end = unit(last - 1).end;
    next = last - 1;
  }
  if (persons < 2) return People{};
  people.count = {persons, persons, Quantifier::Exactly};
  return people;
}

std::uint32_t PeopleReader::behind_aside(std::uint32_t at) const {
  const bool opens = unit(at).kind == TokenKind::Open || unit(at).kind == TokenKind::Quote;
  if (!opens) return at;
  const auto close = unit(at).kind == TokenKind::Open ? TokenKind::Close : TokenKind::Quote;
  for (auto next = at + 1; next < std::min(sentence_.last, at + kAside); ++next)
    if (unit(next).kind == close) return next + 1;
  return at;
}

People PeopleReader::group(std::uint32_t at) const {
  if (auto list = listed(at); list.found()) return list;
  People people = member(at, false);
  if (!people.found()) return people;
  while (people.last < sentence_.last) {
    const auto next = next_member(people);
    if (next == kNobody) break;
    const auto more = member(next, true);
    if (!more.found() || begins_clause(more.last) || other_side(people, more)) break;
    people.count = plus(people.count, more.count);
    people.mentions.insert(people.mentions.end(), more.mentions.begin(), more.mentions.end());
    people.last = more.last;
    people.end = more.end;
  }
  if (people.count.quantifier == Quantifier::Some && people.last + 1 < sentence_.last && unit(people.last).has(entity::kAnd) &&
      unit(people.last).does(Function::Pronoun)) {  // "the attackers, and they are six youths"
    std::size_t behind = 0;
    if (const auto count = entity::read_count(units_, people.last + 1, sentence_.last, behind); count.given()) people.count = count;
  }
  if (const auto least = trailing_bound(people.last)) people.count = bounded(people.count, *least);
  return people;
}

People PeopleReader::member(std::uint32_t at, bool further) const {
  People people;
  people.first = people.last = at;
  if (at >= sentence_.last || in_time(at)) return people;
  const auto here = report_.mentions.at_unit[at];
  if (here != kNoMention) return of_mention(at, here, further);
  const auto& u = unit(at);
  if (u.has(entity::kWith) || u.has(entity::kFor)) return people;
  std::size_t next = at;
  const auto count = entity::read_count(units_, at, sentence_.last, next);
  if (!count.given()) {
    if (!further && of_nationality(at, people)) return people;
    if (!u.does(Function::Other) || u.has(entity::kArticle) || (further ? !u.has(entity::kAnd) : qualifies(at))) return people;
    people.count = singular_other(u) ? Count{1, 1, Quantifier::Exactly} : Count{1, kUnbounded, Quantifier::Some};
    people.last = at + 1;
    people.end = u.end;
    return people;
  }
  auto last = static_cast<std::uint32_t>(next);
  if (last < sentence_.last && !unit(last).has(entity::kAnd) && is_thing(last)) return people;
  people.count = count;
  people.last = last;
  people.end = unit(last - 1).end;
  if (last >= sentence_.last) return people;
  const auto* counted = casualty_word(last);
  if (counted != nullptr && lexicon::unpack(counted->sense.features).tense == Tense::None && !unit(last).has(entity::kAnd) &&
      !unit(last).enclitic)
    return People{};  // "6 dead" tells itself; "dozens met their death" does not
  extend(people);
  return people;
}

std::uint32_t PeopleReader::next_member(const People& people) const {
  auto next = behind_aside(people.last);
  if (next >= sentence_.last) return kNobody;
  if (unit(next).kind == TokenKind::Comma && next + 1 < sentence_.last) ++next;
  if (unit(next).has(entity::kAnd)) return next;
  if (unit(next).is_word() && unit(next).end - unit(next).begin == 1 && next + 1 < sentence_.last) return next + 1;
  if (is_with(next) && next + 1 < sentence_.last) {
    const auto here = report_.mentions.at_unit[next + 1];
    if (here != kNoMention && mention(here).type == MentionType::People && unit(mention(here).head).enclitic) return next + 1;
  }
  if (people.count.maximum != 1) return kNobody;
  if (const auto companion = with_him(people.last); companion != kNobody) return companion;
  for (next = people.last; next < std::min(sentence_.last, people.last + kApposition); ++next) {
    if (!unit(next).is_word() || casualty_word(next) != nullptr || only_verb(next) || unit(next).does(Function::Relative)) return kNobody;
    if (!unit(next).has(entity::kAnd)) continue;
    std::size_t behind = next;
    return entity::read_count(units_, next, sentence_.last, behind).given() ? next : kNobody;
  }
  return kNobody;
}

std::uint32_t PeopleReader::with_him(std::uint32_t at) const {
  for (auto next = at; next + 1 < std::min(sentence_.last, at + kCompanionReach); ++next) {
    const auto& u = unit(next);
    if ((u.kind != TokenKind::Comma && !u.is_word()) || casualty_word(next) != nullptr || only_verb(next) || closes(next)) return kNobody;
    if (!is_with(next)) continue;
    const auto here = report_.mentions.at_unit[next + 1];
    const bool his = here != kNoMention && mention(here).type == MentionType::People && unit(mention(here).head).enclitic;
    return his ? next + 1 : kNobody;
  }
  return kNobody;
}

bool PeopleReader::other_side(const People& people, const People& more) const {
  if (people.mentions.empty() || more.mentions.empty()) return false;
  const auto force = [&](std::uint32_t id) {
    const auto& m = mention(id);
    if (m.type == MentionType::Actor) return true;
    return m.owner != kNoMention && mention(m.owner).type == MentionType::Actor;
  };
  const auto fighters = [&](std::uint32_t id) {
    const auto& m = mention(id);
    return force(id) || (m.noun != lexicon::kNone && units_.lexicon->entry(m.noun).head == lexicon::Head::Member);
  };
  return force(more.mentions.front()) && fighters(people.mentions.front()) && people.count.maximum != 1;
}

bool PeopleReader::begins_clause(std::uint32_t at) const {
  const auto* word = at < sentence_.last && !unit(at).has(entity::kAnd) ? casualty_word(at) : nullptr;
  return word != nullptr && lexicon::unpack(word->sense.features).tense != Tense::None;
}

bool PeopleReader::may_act(const People& people) const {
  if (people.mentions.empty()) return false;
  const auto& m = mention(people.mentions.front());
  if (people.count.quantifier != Quantifier::Some && m.type != MentionType::Actor) return false;
  if (m.count.given() || people.count.minimum > 1) return false;
  if (m.type == MentionType::Actor) return true;
  return m.number == Number::Plural && m.noun != lexicon::kNone && units_.lexicon->entry(m.noun).head == lexicon::Head::Member;
}

Count PeopleReader::bounded(Count count, Quantifier quantifier) {
  if (quantifier == Quantifier::AtLeast) return {count.minimum, kUnbounded, Quantifier::AtLeast};
  return {count.minimum, count.maximum, quantifier};
}

std::optional<Quantifier> PeopleReader::trailing_bound(std::uint32_t at) const {
  for (auto steps = 0; steps < 3 && at < sentence_.last && unit(at).is_word(); ++steps, ++at) {
    if (unit(at).has(entity::kAnd) || casualty_word(at) != nullptr || unit(at).kind == TokenKind::Number) return std::nullopt;
    const auto* found =
        units_.find(unit(at), [](const Entry& e) { return e.quantifier == Quantifier::AtLeast || e.quantifier == Quantifier::About; });
    if (found == nullptr) continue;
    std::size_t next = 0;
    if (entity::read_count(units_, at + 1, sentence_.last, next).given()) return std::nullopt;
    return units_.entry(*found).quantifier;
  }
  return std::nullopt;
}

Count PeopleReader::count_of(const Mention& m) const {
  if (m.count.given() && (m.head > m.first || !reads_as_singular(m))) return m.count;
  if (m.type == MentionType::Person) return {1, 1, Quantifier::Exactly};
  if (m.other && m.number != Number::Singular) return {1, kUnbounded, Quantifier::Some};
  if (is_collective(m)) return {1, kUnbounded, Quantifier::Some};
  switch (reads_as_singular(m) ? Number::Singular : m.number) {
    case Number::Singular:
      return {1, 1, Quantifier::Exactly};
    case Number::Dual:
      return {2, 2, Quantifier::Exactly};
    default:
      return {1, kUnbounded, Quantifier::Some};
  }
}

bool PeopleReader::reads_as_singular(const Mention& m) const {
  for (const auto& reading : units_.of(unit(m.head)))
    if (reading.sense.entry == m.noun && lexicon::unpack(reading.sense.features).number == Number::Singular) return true;
  return false;
}

bool PeopleReader::is_collective(const Mention& m) const {
  return m.noun != lexicon::kNone && units_.lexicon->entry(m.noun).does(Function::Total);
}

// "an Israeli raid": the adjective of the noun right before it counts nobody.
bool PeopleReader::qualifies(std::uint32_t at) const {
  if (at == sentence_.first || unit(at).has(entity::kAnd)) return false;
  const auto& noun = unit(at - 1);
  return noun.is_word() && noun.functions == 0 && !in_time(at - 1) && casualty_word(at - 1) == nullptr &&
         !has(at - 1, [](const Entry& e) { return e.preposition != lexicon::Preposition::None; });
}

bool PeopleReader::of_nationality(std::uint32_t at, People& people) const {
  const auto& u = unit(at);
  const auto* reading = units_.find(u, [](const Entry& e) { return e.demonym_of != lexicon::kNone; });
  if (reading == nullptr || u.has(entity::kArticle) || qualifies(at)) return false;
  const auto number = lexicon::unpack(reading->sense.features).number;
  if (number == Number::None) return false;
  people.count = number == Number::Singular ? Count{1, 1, Quantifier::Exactly}
                 : number == Number::Dual   ? Count{2, 2, Quantifier::Exactly}
                                            : Count{1, kUnbounded, Quantifier::Some};
  people.last = at + 1;
  people.end = u.end;
  return true;
}

bool PeopleReader::singular_other(const entity::Unit& u) const {
  const auto* reading = units_.find(u, [](const Entry& e) { return e.does(Function::Other); });
  return reading != nullptr && lexicon::unpack(reading->sense.features).number == Number::Singular;
}

void PeopleReader::extend(People& people) const {
  auto at = people.last;
  if (is_from(at) && at + 1 < sentence_.last) ++at;
  const auto here = report_.mentions.at_unit[at];
  const auto& u = unit(at);
  if (here != kNoMention) {
    const auto& m = mention(here);
    if (m.type != MentionType::People && m.type != MentionType::Actor && m.type != MentionType::Person) return;
    if (at == people.last && (m.preposition != Preposition::None || u.has(entity::kAnd))) return;
    people.mentions.push_back(here);
    people.last = m.last;
    people.end = noun_end(m);
    return;
  }
  if (u.has(entity::kAnd) || u.has(entity::kWith) || u.has(entity::kFor) || !u.is_word()) return;
  if (!u.does(Function::Other) && u.reading_count != 0) return;
  people.last = at + 1;
  people.end = u.end;
}

People PeopleReader::of_mention(std::uint32_t at, std::uint32_t id, bool further) const {
  const auto& m = mention(id);
  People people;
  people.first = people.last = at;
  if (m.type != MentionType::People && m.type != MentionType::Person && m.type != MentionType::Actor) return people;
  const bool clitic = unit(at).has(entity::kWith) || unit(at).has(entity::kFor) || (m.preposition != Preposition::None && !further);
  if (clitic) return people;
  if (m.type == MentionType::Actor && !m.count.given() && (further || m.entity != lexicon::kNone)) return people;
  if (further && !m.count.given() && (m.definite || m.type == MentionType::Actor) && !unit(m.head).enclitic) return people;
  people.count = after_noun(m);
  people.mentions.push_back(id);
  people.last = m.last;
  people.end = noun_end(m);
  if (m.last < sentence_.last && unit(m.last).does(Function::Other) && !unit(m.last).has(entity::kAnd)) {
    people.end = unit(m.last).end;
    people.last = m.last + 1;
  }
  return people;
}

Count PeopleReader::after_noun(const Mention& m) const {
  const auto count = count_of(m);
  const auto at = m.head + 1;
  if (m.count.quantifier == Quantifier::Exactly || at >= sentence_.last || unit(at).has(entity::kAnd) || !unit(at).is_word() || in_time(at))
    return count;
  std::size_t next = at;
  const auto behind = entity::read_count(units_, at, sentence_.last, next);
  return behind.quantifier == Quantifier::Exactly && behind.minimum <= 2 && next == at + 1 ? behind : count;
}

std::uint32_t PeopleReader::noun_end(const Mention& m) const {
  return m.type == MentionType::People ? std::max(unit(m.head).end, m.begin) : m.end;
}
}  // namespace khabar::event
