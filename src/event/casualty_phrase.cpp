// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Three kinds of words tell casualties. Nouns that count persons have their number before them ("6 dead"); nouns of dying have the
// people behind them ("the death of 3 guards and a driver"); so have verbs, unless the people stand before ("4 guards were killed").
#include "event/casualty.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using arabic::FormKind;
using arabic::Number;
using arabic::Tense;
using arabic::TokenKind;
using entity::Count;
using entity::kNoMention;
using entity::kUnbounded;
using entity::Mention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::Factuality;
using lexicon::Function;
using lexicon::Outcome;
using lexicon::Preposition;
using lexicon::Quantifier;

constexpr std::uint32_t kNegationReach = 6;
constexpr std::uint32_t kNumberReach = 5;       // units a number before a noun may take
constexpr std::uint32_t kVictimReach = 18;      // units from a verb to its people
constexpr std::uint32_t kSubjectReach = 10;     // units before a verb in which its people may begin
constexpr std::uint32_t kSubjectGap = 3;
constexpr std::uint32_t kApposition = 7;
constexpr std::uint32_t kTollReach = 18;        // units from "the number of dead" to the number
constexpr std::uint32_t kPeriodReach = 14;
constexpr std::uint32_t kWholeWar = 3000;       // no single happening of these wars has as many dead
constexpr std::chrono::days kLongestEvent{5};

enum class WordKind : std::uint8_t { Other, Counted, Dying, Verb, Toll };

// The people of a casualty: how many, which mentions, which units.
struct People {
  Count count;
  std::vector<std::uint32_t> mentions;
  std::uint32_t first = 0, last = 0;  // units
  std::uint32_t end = 0;              // code point behind the last counted noun
  bool found() const { return last > first; }
};

Count plus(Count a, Count b) {
  if (!a.given()) return b;
  const auto add = [](std::uint32_t x, std::uint32_t y) { return x == kUnbounded || y == kUnbounded ? kUnbounded : x + y; };
  const auto quantifier = a.quantifier == Quantifier::Exactly ? b.quantifier : a.quantifier;
  return {add(a.minimum, b.minimum), add(a.maximum, b.maximum), quantifier == Quantifier::Some ? Quantifier::AtLeast : quantifier};
}

class PhraseReader {
 public:
  PhraseReader(const Context& context, const Report& report, const Sentence& sentence, std::vector<Casualty>& out)
      : units_(context.units), report_(report), sentence_(sentence), out_(out) {}

  void run() {
    for (auto at = sentence_.first; at < sentence_.last; ++at) {
      const auto here = report_.mentions.at_unit[at];
      const bool people = here != kNoMention && mention(here).type == MentionType::People && mention(here).head == at;
      const auto* word = casualty_word(at);
      if (word != nullptr && (here == kNoMention || people)) read(at, *word);
      if (here != kNoMention && !people) at = std::max(at, skip(here) - 1);
    }
  }

 private:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }

  template <typename Condition>
  bool has(std::uint32_t at, Condition condition) const {
    return units_.find(unit(at), condition) != nullptr;
  }

  // The unit behind a mention's head and adjectives; people that are killed may stand inside what belongs to a thing.
  std::uint32_t skip(std::uint32_t id) const { return mention(id).entity != lexicon::kNone ? mention(id).last : mention(id).head + 1; }

  // ---- words ----

  static bool proper(const entity::Reading& reading, Tense tense) {
    return tense == Tense::None || (reading.proclitics & (entity::kArticle | entity::kWith)) == 0;
  }

  // The reading that tells casualties: nouns of persons before verbal nouns, which look like their duals.
  const entity::Reading* casualty_word(std::uint32_t at) const {
    const auto& u = unit(at);
    if (!u.is_word() || u.furniture || u.does(Function::Blocker)) return nullptr;
    const entity::Reading* best = nullptr;
    int rank = 0;
    for (const auto& reading : units_.of(u)) {
      const auto& e = units_.entry(reading);
      if (e.kind != lexicon::Kind::Word || e.outcome == Outcome::None) continue;
      const auto features = lexicon::unpack(reading.sense.features);
      if (!proper(reading, features.tense)) continue;
      const bool dual_masdar = features.kind == FormKind::Masdar && features.number == Number::Dual;
      const int score = dual_masdar ? 1 : features.tense != Tense::None ? 2 : e.pos == lexicon::Pos::Noun ? 4 : 3;
      if (score > rank) rank = score, best = &reading;
    }
    return best;
  }

  WordKind kind_of(std::uint32_t at, const entity::Reading& reading) const {
    const auto& e = units_.entry(reading);
    const auto features = lexicon::unpack(reading.sense.features);
    if (e.does(Function::Toll) && e.frame == 0xFF) return WordKind::Toll;
    if (features.kind == FormKind::Masdar) {
      if (features.number == Number::Plural) return WordKind::Counted;
      const bool verb = units_.find(unit(at), [](const Entry& x) { return x.outcome != Outcome::None && x.pos == lexicon::Pos::Verb; }) != nullptr && has_tense(at);
      return verb && !governed(at) ? WordKind::Verb : WordKind::Dying;
    }
    if (features.tense != Tense::None) return WordKind::Verb;
    return e.pos == lexicon::Pos::Noun && e.event == lexicon::EventType::None ? WordKind::Counted : WordKind::Dying;
  }

  bool has_tense(std::uint32_t at) const {
    for (const auto& reading : units_.of(unit(at)))
      if (units_.entry(reading).outcome != Outcome::None && lexicon::unpack(reading.sense.features).tense != Tense::None && proper(reading, Tense::Past)) return true;
    return false;
  }

  // Behind a preposition or a consequence verb only a noun can stand.
  bool governed(std::uint32_t at) const {
    if (unit(at).has(entity::kWith) || unit(at).has(entity::kFor)) return true;
    if (at == sentence_.first) return false;
    return has(at - 1, [](const Entry& e) { return e.preposition != Preposition::None || e.does(Function::LeadsTo); });
  }

  // ---- one word ----

  void read(std::uint32_t at, const entity::Reading& reading) {
    const auto& e = units_.entry(reading);
    const auto& u = unit(at);
    Casualty told;
    told.unit = told.first = at;
    told.last = at + 1;
    told.figure.outcome = e.outcome;
    told.figure.evidence = {u.stem, u.end};
    const auto kind = kind_of(at, reading);
    if (only_possible(at, kind) || lacks_noun(at, e, kind)) return;
    switch (kind) {
      case WordKind::Counted: read_counted(told, reading); break;
      case WordKind::Dying: read_dying(told, reading); break;
      case WordKind::Verb: read_verb(told); break;
      case WordKind::Toll: read_toll(told); break;
      case WordKind::Other: break;
    }
    share(told);
    if (!settle_negation(told, e, kind)) return;
    if (told.figure.count.given() && (is_part(told) || is_cumulative(told))) return;
    out_.push_back(told);
    if (kind == WordKind::Dying || kind == WordKind::Verb) read_other_side(std::move(told));
  }

  // The second force of "the death of 5 rebels and 3 of the army".
  void read_other_side(Casualty told) {
    if (told.last >= sentence_.last || told.last <= told.unit + 1 || told.victims.empty()) return;
    People before;
    before.mentions = told.victims;
    before.count = told.figure.count;
    before.last = told.last;
    const auto next = next_member(before);
    if (next == kNobody) return;
    const auto more = member(next, true);
    if (!more.found() || begins_clause(more.last) || !other_side(before, more)) return;
    told.figure.count = more.count;
    told.figure.victims = more.mentions.front();
    told.figure.evidence = {unit(more.first).stem, more.end};
    told.victims = more.mentions;
    told.last = more.last;
    out_.push_back(std::move(told));
  }

  // "to kill", "tried to kill", "threatened to kill": nothing happened.
  bool only_possible(std::uint32_t at, WordKind kind) const {
    const auto& u = unit(at);
    if (u.has(entity::kWill) || (kind == WordKind::Verb && u.has(entity::kFor))) return true;
    for (auto back = at; back > sentence_.first && at - back < 3;) {
      --back;
      if (!unit(back).is_word() || unit(back).does(Function::LeadsTo)) return false;
      if (unit(back).does(Function::Conditional)) return true;
      if (has(back, [](const Entry& e) { return e.factuality == Factuality::Planned || e.factuality == Factuality::Threatened; })) return true;
    }
    return false;
  }

  // "met ... their death": a weak verb that evokes nothing tells casualties only with the noun that carries a pronoun.
  bool lacks_noun(std::uint32_t at, const Entry& e, WordKind kind) const {
    if (kind != WordKind::Verb || e.strength != lexicon::Strength::Weak || e.event != lexicon::EventType::None) return false;
    for (auto behind = at + 1; behind < std::min(sentence_.last, at + kVictimReach); ++behind)
      if (unit(behind).enclitic && casualty_word(behind) != nullptr) return false;
    return true;
  }

  void take(Casualty& told, const People& people) const {
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

  void read_counted(Casualty& told, const entity::Reading& reading) const {
    const auto features = lexicon::unpack(reading.sense.features);
    if (number_before(told)) {
      if (const auto bound = trailing_bound(told.last)) told.figure.count = bounded(told.figure.count, *bound);
      return;
    }
    const auto& u = unit(told.unit);
    if (u.has(entity::kArticle) || reading.enclitic) return;
    if (out_of_both(told)) return;
    const bool vague = units_.entry(reading).strength == lexicon::Strength::Weak;
    bool singular = features.number == Number::Singular, plural = features.number == Number::Plural;
    for (const auto& other : units_.of(u)) {
      if (other.sense.entry != reading.sense.entry) continue;
      singular |= lexicon::unpack(other.sense.features).number == Number::Singular;
      plural |= lexicon::unpack(other.sense.features).number == Number::Plural;
    }
    if (!singular && !plural) told.figure.count = {2, 2, Quantifier::Exactly};
    else if (vague) return;
    else if (singular) told.figure.count = {1, 1, Quantifier::Exactly};
    else told.figure.count = {1, kUnbounded, Quantifier::Some};
  }

  // "12 between dead and wounded"
  bool out_of_both(Casualty& told) const {
    if (told.unit == sentence_.first) return false;
    const bool between = has(told.unit - 1, [](const Entry& e) { return e.preposition == Preposition::Between; });
    const bool second = !out_.empty() && out_.back().last == told.unit && unit(told.unit).has(entity::kAnd) && out_.back().figure.count.quantifier == Quantifier::Some;
    if (!between && !second) return false;
    told.figure.count = {1, kUnbounded, Quantifier::Some};
    return true;
  }

  bool in_time(std::uint32_t at) const {
    const auto time = std::upper_bound(report_.times.begin(), report_.times.end(), at, [](std::uint32_t value, const entity::Time& t) { return value < t.last; });
    return time != report_.times.end() && time->first <= at;
  }

  bool number_before(Casualty& told) const {
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

  // A preposition that governs what follows; "in it" governs nothing more.
  bool is_preposition(std::uint32_t at) const {
    return !unit(at).enclitic && has(at, [](const Entry& e) { return e.preposition != Preposition::None; });
  }

  bool is_from(std::uint32_t at) const {
    return has(at, [](const Entry& e) { return e.preposition == Preposition::From; });
  }

  void read_dying(Casualty& told, const entity::Reading& reading) const {
    auto at = told.unit + 1;
    if (at < sentence_.last && unit(at).kind == TokenKind::Quote) ++at;
    if (!unit(told.unit).enclitic) {
      if (auto people = group(at); people.found()) return take(told, people);
    }
    if (is_his(told.unit, units_.entry(reading)) && consequence_before(told.unit)) {
      told.figure.count = {1, 1, Quantifier::Exactly};
      return;
    }
    const bool counts_itself = lexicon::unpack(reading.sense.features).kind == FormKind::Masdar && told.figure.outcome == Outcome::Injured;
    if (counts_itself) number_before(told);
  }

  // The masculine singular pronoun is a single letter.
  bool is_his(std::uint32_t at, const Entry& word) const {
    const auto lemma = units_.lexicon->text(word.label);
    const auto letters = std::count_if(lemma.begin(), lemma.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return unit(at).enclitic && unit(at).end - unit(at).stem == static_cast<std::uint32_t>(letters) + 1;
  }

  bool consequence_before(std::uint32_t at) const {
    for (auto back = at; back > sentence_.first && at - back < 3;)
      if (unit(--back).does(Function::LeadsTo)) return true;
    return false;
  }

  // A verb's people: the object when a force stands first, else the first phrase behind it, else the one before it.
  void read_verb(Casualty& told) const {
    if (!unit(told.unit).has(entity::kAnd) && before_verb(told)) return;
    std::uint32_t at = told.unit + 1;
    const auto end = std::min(sentence_.last, at + kVictimReach);
    People actor;
    while (at < end) {
      const bool in_phrase = at > told.unit + 1 && is_preposition(at - 1);
      if (in_time(at) || (in_phrase && report_.mentions.at_unit[at] == kNoMention)) {
        ++at;
        continue;
      }
      if (auto people = group(at); people.found()) {
        if (!actor.found() && may_act(people)) {
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
      if (closes(at)) break;
      ++at;
    }
    if (actor.found() && !actor.mentions.empty() && mention(actor.mentions.front()).type == MentionType::People) return take(told, actor);
    if (!actor.found() && (unit(told.unit).last > unit(told.unit).first + 1 || person_before(told.unit)) && is_singular(told.unit))
      told.figure.count = {1, 1, Quantifier::Exactly};
  }

  bool closes(std::uint32_t at) const {
    const auto& u = unit(at);
    if (u.kind == TokenKind::Semicolon || u.kind == TokenKind::Stop || u.kind == TokenKind::Colon || u.furniture) return true;
    if (u.does(Function::ClauseBreak) || u.does(Function::Complementizer) || u.does(Function::Relative) || u.does(Function::SpeechVerb) || u.does(Function::Partitive) ||
        u.does(Function::CausedBy) || u.does(Function::AccordingTo) || u.does(Function::After))
      return true;
    return casualty_word(at) != nullptr || u.does(Function::LeadsTo) || only_verb(at);
  }

  bool only_verb(std::uint32_t at) const {
    const auto readings = units_.of(unit(at));
    return !readings.empty() && std::all_of(readings.begin(), readings.end(), [](const entity::Reading& r) { return lexicon::unpack(r.sense.features).tense != Tense::None; });
  }

  // Named forces kill; fighters without a number may.
  bool may_act(const People& people) const {
    if (people.mentions.empty()) return false;
    const auto& m = mention(people.mentions.front());
    if (people.count.quantifier != Quantifier::Some && m.type != MentionType::Actor) return false;
    if (m.count.given() || people.count.minimum > 1) return false;
    if (m.type == MentionType::Actor) return true;
    return m.number == Number::Plural && m.noun != lexicon::kNone && units_.lexicon->entry(m.noun).head == lexicon::Head::Member;
  }

  // "4 guards were killed": people that end right before the verb, with a number or in the singular.
  bool before_verb(Casualty& told) const {
    const auto reach = std::min(kSubjectReach, told.unit - sentence_.first);
    for (auto back = reach; back >= 1; --back) {
      const auto at = told.unit - back;
      if (in_time(at) || (at > sentence_.first && is_preposition(at - 1))) continue;
      auto people = group(at);
      if (!people.found() || people.last > told.unit || told.unit - people.last > kSubjectGap) continue;
      const bool several = people.count.quantifier == Quantifier::Some;
      if (several || may_act(people) || split_from_verb(people.last, told.unit)) continue;
      take(told, people);
      return true;
    }
    return number_before(told);
  }

  bool is_singular(std::uint32_t at) const {
    const auto* word = casualty_word(at);
    const auto features = lexicon::unpack(word->sense.features);
    return features.number == Number::Singular && features.gender != arabic::Gender::Feminine && !unit(at).has(entity::kAnd);
  }

  // "X, who was killed in ...": the nearest mention before the relative is a person.
  bool person_before(std::uint32_t verb) const {
    if (verb == sentence_.first || !unit(verb - 1).does(Function::Relative)) return false;
    const auto reach = std::min(kSubjectReach, verb - sentence_.first);
    for (auto at = verb - 1; at > verb - reach; --at) {
      const auto here = report_.mentions.at_unit[at - 1];
      if (here == kNoMention) continue;
      return mention(here).type == MentionType::Person;
    }
    return false;
  }

  bool split_from_verb(std::uint32_t from, std::uint32_t to) const {
    for (auto at = from; at < to; ++at)
      if (unit(at).does(Function::Relative) || closes(at) || unit(at).has(entity::kAnd) || has(at, [](const Entry& e) { return e.event != lexicon::EventType::None; }))
        return true;
    return false;
  }

  // "the number of dead rose to 7"
  void read_toll(Casualty& told) const {
    Count found;
    std::uint32_t last = 0;
    bool target = false;
    for (auto at = told.unit + 1; at < std::min(sentence_.last, told.unit + kTollReach); ++at) {
      if (in_time(at)) continue;
      const auto& u = unit(at);
      if (u.kind == TokenKind::Stop || u.kind == TokenKind::Semicolon || u.does(Function::Partitive)) break;
      if (u.kind == TokenKind::Comma && found.given()) break;
      if (casualty_word(at) != nullptr && !found.given() && u.has(entity::kAnd)) break;
      const bool to = has(at, [](const Entry& e) { return e.preposition == Preposition::To; });
      const auto from = to ? at + 1 : at;
      if (found.given() && !to) continue;
      std::size_t next = from;
      const auto count = from < sentence_.last && !in_time(from) ? entity::read_count(units_, from, sentence_.last, next) : Count{};
      if (!count.given() || count.quantifier == Quantifier::Some || target) continue;
      if (next < sentence_.last && is_thing(static_cast<std::uint32_t>(next))) continue;
      found = count;
      last = static_cast<std::uint32_t>(next);
      target = to;
      at = last - 1;
    }
    if (!found.given()) return static_cast<void>(number_before(told));
    told.figure.count = found;
    told.last = last;
    told.figure.evidence.end = unit(last - 1).end;
  }

  // Whether what stands behind a number is counted there instead of people.
  bool is_thing(std::uint32_t at) const {
    return has(at, [](const Entry& e) {
      return e.kind == lexicon::Kind::Object || e.kind == lexicon::Kind::Weapon || e.time_unit != lexicon::TimeUnit::None || e.counts_strikes ||
             e.effect != lexicon::Effect::None || e.month != 0 || (e.event != lexicon::EventType::None && e.outcome == Outcome::None);
    });
  }

  // ---- groups of people ----

  Count count_of(const Mention& m) const {
    if (m.count.given() && (m.head > m.first || !reads_as_singular(m))) return m.count;
    if (m.type == MentionType::Person) return {1, 1, Quantifier::Exactly};
    if (m.other && m.number != Number::Singular) return {1, kUnbounded, Quantifier::Some};
    if (is_collective(m)) return {1, kUnbounded, Quantifier::Some};
    switch (reads_as_singular(m) ? Number::Singular : m.number) {
      case Number::Singular: return {1, 1, Quantifier::Exactly};
      case Number::Dual: return {2, 2, Quantifier::Exactly};
      default: return {1, kUnbounded, Quantifier::Some};
    }
  }

  // The accusative singular is written like the dual in construct; families are several persons.
  bool reads_as_singular(const Mention& m) const {
    for (const auto& reading : units_.of(unit(m.head)))
      if (reading.sense.entry == m.noun && lexicon::unpack(reading.sense.features).number == Number::Singular) return true;
    return false;
  }

  bool is_collective(const Mention& m) const { return m.noun != lexicon::kNone && units_.lexicon->entry(m.noun).does(Function::Total); }

  // Reads people that begin at `at`: "4 guards, a driver and two others".
  People group(std::uint32_t at) const {
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
    if (const auto least = trailing_bound(people.last)) people.count = bounded(people.count, *least);
    return people;
  }

  // Where a further member begins: right behind, or behind the name or rank of a single person.
  std::uint32_t next_member(const People& people) const {
    auto next = people.last;
    if (unit(next).kind == TokenKind::Comma && next + 1 < sentence_.last) ++next;
    if (unit(next).has(entity::kAnd)) return next;
    if (unit(next).is_word() && unit(next).end - unit(next).begin == 1 && next + 1 < sentence_.last) return next + 1;
    if (is_with(next) && next + 1 < sentence_.last) {
      const auto here = report_.mentions.at_unit[next + 1];
      if (here != kNoMention && mention(here).type == MentionType::People && unit(mention(here).head).enclitic) return next + 1;
    }
    if (people.count.maximum != 1) return kNobody;
    for (next = people.last; next < std::min(sentence_.last, people.last + kApposition); ++next) {
      if (!unit(next).is_word() || casualty_word(next) != nullptr || only_verb(next) || unit(next).does(Function::Relative)) return kNobody;
      if (!unit(next).has(entity::kAnd)) continue;
      std::size_t behind = next;
      return entity::read_count(units_, next, sentence_.last, behind).given() ? next : kNobody;
    }
    return kNobody;
  }

  bool is_with(std::uint32_t at) const {
    return !unit(at).enclitic && has(at, [](const Entry& e) { return e.preposition == Preposition::With; });
  }

  // "5 rebels and 3 of the army": two forces are two figures, the guards of a commander are not.
  bool other_side(const People& people, const People& more) const {
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

  // Behind a further member a verb of casualties says that it belongs there: "3 were killed and 5 others were hurt".
  bool begins_clause(std::uint32_t at) const {
    const auto* word = at < sentence_.last && !unit(at).has(entity::kAnd) ? casualty_word(at) : nullptr;
    return word != nullptr && lexicon::unpack(word->sense.features).tense != Tense::None;
  }

  static Count bounded(Count count, Quantifier quantifier) {
    if (quantifier == Quantifier::AtLeast) return {count.minimum, kUnbounded, Quantifier::AtLeast};
    return {count.minimum, count.maximum, quantifier};
  }

  // "..., at least" behind the people
  std::optional<Quantifier> trailing_bound(std::uint32_t at) const {
    for (auto steps = 0; steps < 3 && at < sentence_.last && unit(at).is_word(); ++steps, ++at) {
      if (unit(at).has(entity::kAnd) || casualty_word(at) != nullptr || unit(at).kind == TokenKind::Number) return std::nullopt;
      const auto* found = units_.find(unit(at), [](const Entry& e) { return e.quantifier == Quantifier::AtLeast || e.quantifier == Quantifier::About; });
      if (found == nullptr) continue;
      std::size_t next = 0;
      if (entity::read_count(units_, at + 1, sentence_.last, next).given()) return std::nullopt;
      return units_.entry(*found).quantifier;
    }
    return std::nullopt;
  }

  // One number with its noun, or one noun. A further member without a number counts only when it says how many it is.
  People member(std::uint32_t at, bool further) const {
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
      if (!u.does(Function::Other) || u.has(entity::kArticle) || (further && !u.has(entity::kAnd))) return people;
      people.count = singular_other(u) ? Count{1, 1, Quantifier::Exactly} : Count{1, kUnbounded, Quantifier::Some};
      people.last = at + 1;
      people.end = u.end;
      return people;
    }
    auto last = static_cast<std::uint32_t>(next);
    if (last < sentence_.last && is_thing(last)) return people;
    people.count = count;
    people.last = last;
    people.end = unit(last - 1).end;
    if (last >= sentence_.last) return people;
    const auto* counted = casualty_word(last);
    if (counted != nullptr && lexicon::unpack(counted->sense.features).tense == Tense::None && !unit(last).has(entity::kAnd)) return People{};  // "6 dead" tells itself
    extend(people);
    return people;
  }

  // "two Palestinians": a nationality adjective without a noun.
  bool of_nationality(std::uint32_t at, People& people) const {
    const auto& u = unit(at);
    const auto* reading = units_.find(u, [](const Entry& e) { return e.demonym_of != lexicon::kNone; });
    if (reading == nullptr || u.has(entity::kArticle)) return false;
    const auto number = lexicon::unpack(reading->sense.features).number;
    if (number == Number::None) return false;
    people.count = number == Number::Singular ? Count{1, 1, Quantifier::Exactly} : number == Number::Dual ? Count{2, 2, Quantifier::Exactly} : Count{1, kUnbounded, Quantifier::Some};
    people.last = at + 1;
    people.end = u.end;
    return true;
  }

  bool singular_other(const entity::Unit& u) const {
    const auto* reading = units_.find(u, [](const Entry& e) { return e.does(Function::Other); });
    return reading != nullptr && lexicon::unpack(reading->sense.features).number == Number::Singular;
  }

  // The noun behind a bare number: "3 of the guards", "7 others", an unknown noun.
  void extend(People& people) const {
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

  People of_mention(std::uint32_t at, std::uint32_t id, bool further) const {
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

  // "two civilians": the number may follow its noun.
  Count after_noun(const Mention& m) const {
    const auto count = count_of(m);
    const auto at = m.head + 1;
    if (m.count.quantifier == Quantifier::Exactly || at >= sentence_.last || unit(at).has(entity::kAnd) || !unit(at).is_word() || in_time(at)) return count;
    std::size_t next = at;
    const auto behind = entity::read_count(units_, at, sentence_.last, next);
    return behind.quantifier == Quantifier::Exactly && behind.minimum <= 2 && next == at + 1 ? behind : count;
  }

  // What follows the counted noun ("of the brigade") is no part of the figure's words.
  std::uint32_t noun_end(const Mention& m) const { return m.type == MentionType::People ? std::max(unit(m.head).end, m.begin) : m.end; }

  // ---- what the surroundings say ----

  // "the killing and wounding of 9": each of an unknown part. "dozens of dead and wounded": of the dead as many as of the wounded.
  void share(Casualty& told) {
    if (out_.empty()) return;
    auto& before = out_.back();
    if (before.last != told.unit || !unit(told.unit).has(entity::kAnd) || before.figure.outcome == told.figure.outcome) return;
    const bool told_given = told.figure.count.given(), before_given = before.figure.count.given();
    const auto part = [](Count whole) { return whole.maximum == kUnbounded ? whole : Count{1, kUnbounded, Quantifier::Some}; };
    if (!before_given && told_given && told.last > told.unit + 1) {
      const auto least = told.figure.count.maximum == kUnbounded ? told.figure.count.minimum : 1;
      before.figure.count = told.figure.count = Count{least, kUnbounded, Quantifier::Some};
      before.victims = told.victims;
      before.figure.victims = told.figure.victims;
    } else if (before_given && before.first < before.unit && told.first == told.unit && before.last == before.unit + 1 && told.last == told.unit + 1) {
      if (unit(told.unit).has(entity::kArticle)) told.figure.count = part(before.figure.count);
      else if (one_noun(before, told)) before.figure.count = told.figure.count = part(before.figure.count);
    }
  }

  // "20 dead-and-wounded": both nouns stand in the form that the number asks for, plural up to ten and singular above.
  bool one_noun(const Casualty& before, const Casualty& told) const {
    const auto number = lexicon::unpack(casualty_word(told.unit)->sense.features).number;
    const auto least = before.figure.count.minimum;
    return least > 10 ? number == Number::Singular : least > 2 && number == Number::Plural;
  }

  // "did not leave dead", "without casualties"; false when nothing is claimed at all ("no reports of dead").
  bool settle_negation(Casualty& told, const Entry& word, WordKind kind) const {
    const auto negation = negated_at(told);
    if (negation == kNobody) return true;
    auto& figure = told.figure;
    if (kind == WordKind::Toll || unit(told.unit).enclitic || only_unsaid(negation, told.first)) return false;
    if (figure.count.given() && figure.count.quantifier != Quantifier::Some && told.first != told.unit) return false;
    if (figure.count.given() && figure.count.minimum > 1) return false;
    figure.count = {0, 0, Quantifier::Zero};
    figure.victims = kNobody;
    figure.evidence = {std::min(unit(negation).stem, unit(told.unit).stem), unit(told.unit).end};
    told.victims.clear();
    told.first = std::min(told.first, negation);
    told.last = told.unit + 1;
    told.both = word.does(Function::Toll) && figure.outcome == Outcome::Killed;
    return true;
  }

  // What is not reported or not known is not denied.
  bool only_unsaid(std::uint32_t negation, std::uint32_t to) const {
    if (unit(negation).does(Function::Blocker)) return true;
    if (!unit(negation).does(Function::Negation) && !unit(negation).does(Function::Without)) return false;
    for (auto at = negation + 1; at < to; ++at)
      if (unit(at).does(Function::SpeechVerb) || has(at, [](const Entry& e) { return e.head == lexicon::Head::SourceHead; })) return true;
    return false;
  }

  // The unit that denies; what is only unreported or unknown answers as a Blocker.
  std::uint32_t negated_at(const Casualty& told) const {
    if (!out_.empty() && out_.back().figure.count.quantifier == Quantifier::Zero && told.unit - out_.back().unit <= 3) return out_.back().first;
    const auto reach = std::min(kNegationReach, told.first - sentence_.first);
    for (auto at = told.first; at-- > told.first - reach;) {
      const auto& u = unit(at);
      if (u.does(Function::Negation) || u.does(Function::Without)) return u.does(Function::Continues) ? kNobody : at;
      if (has(at, [](const Entry& e) { return e.factuality == Factuality::Denied; })) return at;
      if (!u.is_word() || u.does(Function::ClauseBreak) || u.does(Function::Complementizer)) return kNobody;
      if (u.does(Function::LeadsTo) && unit(at).has(entity::kAnd)) return kNobody;
      if (casualty_word(at) != nullptr && !u.has(entity::kAnd)) return kNobody;
    }
    return kNobody;
  }

  // "among them 3 children", "3 of them": a part of what is counted already.
  bool is_part(const Casualty& told) const {
    for (auto at = told.first; !unit(told.first).has(entity::kAnd) && at > sentence_.first && told.first - at < 3;) {
      --at;
      if (unit(at).does(Function::Partitive)) return true;
      if (!unit(at).is_word()) break;
    }
    if (told.last >= sentence_.last || !unit(told.last).does(Function::Partitive) || told.figure.count.quantifier == Quantifier::Zero) return false;
    const auto next = told.last + 1;
    if (next >= sentence_.last || told.last <= told.unit + 1) return false;
    if (report_.mentions.at_unit[next] != kNoMention) return false;
    std::size_t behind = 0;
    return !entity::read_count(units_, next, sentence_.last, behind).given() && unit(told.last).end - unit(told.last).begin <= 4;
  }

  // The toll of a war or of years.
  bool is_cumulative(const Casualty& told) const {
    const auto& count = told.figure.count;
    if (count.minimum >= kWholeWar) return true;
    if (count.quantifier == Quantifier::Zero) return false;
    const auto left = told.first - std::min(kPeriodReach, told.first - sentence_.first);
    bool comma = false;
    for (auto at = told.first; at-- > left;) {
      comma |= unit(at).kind == TokenKind::Comma;
      if (unit(at).kind == TokenKind::Stop || unit(at).kind == TokenKind::Semicolon || unit(at).does(Function::Relative) || casualty_word(at) != nullptr) break;
      if ((!comma || at <= sentence_.first + 2) && long_period(at)) return true;
    }
    for (auto at = told.last; at < std::min(sentence_.last, told.last + kPeriodReach); ++at) {
      if (!unit(at).is_word() && unit(at).kind != TokenKind::Quote && unit(at).kind != TokenKind::Number) break;
      if (unit(at).does(Function::LeadsTo) || unit(at).does(Function::ClauseBreak) || (casualty_word(at) != nullptr && unit(at).has(entity::kAnd))) break;
      if (long_period(at)) return true;
    }
    return false;
  }

  // "since 2021", "since the war began"
  bool long_period(std::uint32_t at) const {
    const auto& u = unit(at);
    if (!u.does(Function::Since)) return false;
    const auto time = std::upper_bound(report_.times.begin(), report_.times.end(), at + 1, [](std::uint32_t value, const entity::Time& t) { return value < t.last; });
    if (time == report_.times.end() || time->first > at + 2) return true;
    if (!time->earliest || !report_.published) return time->precision >= entity::TimePrecision::Week;
    return *report_.published - *time->earliest > kLongestEvent;
  }

  const entity::Units& units_;
  const Report& report_;
  const Sentence& sentence_;
  std::vector<Casualty>& out_;
};

}  // namespace

void read_casualties(const Context& context, const Report& report, const Sentence& sentence, std::vector<Casualty>& out) {
  out.clear();
  PhraseReader(context, report, sentence, out).run();
}

}  // namespace khabar::event
