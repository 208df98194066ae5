// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Three kinds of words tell casualties. Nouns that count persons have their number before them ("6 dead"); nouns of dying have the
// people behind them ("the death of 3 guards and a driver"); so have verbs, unless the people stand before ("4 guards were killed").
#include "event/casualty.hpp"
#include "event/casualty_scope.hpp"
#include "event/casualty_side.hpp"

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
using entity::MentionType;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Outcome;
using lexicon::Preposition;
using lexicon::Quantifier;

constexpr std::uint32_t kVictimReach = 18;  // units from a verb to its people
constexpr std::uint32_t kTollReach = 18;    // units from "the number of dead" to the number
constexpr std::uint32_t kDozens = 10;       // "dozens" is ten and more, "hundreds" a hundred and more

enum class WordKind : std::uint8_t { Other, Counted, Dying, Verb, Toll };

class PhraseReader : private SideReader {
 public:
  PhraseReader(const Context& context, const Report& report, const Sentence& sentence, Casualties& out)
      : SideReader(context, report, sentence),
        scope_(context, report, sentence),
        out_(out.told),
        parts_(out.parts),
        summary_(out.summary) {}

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
  // The unit behind a mention's head and adjectives; people that are killed may stand inside what belongs to a thing.
  std::uint32_t skip(std::uint32_t id) const { return mention(id).entity != lexicon::kNone ? mention(id).last : mention(id).head + 1; }

  // ---- words ----

  WordKind kind_of(std::uint32_t at, const entity::Reading& reading) const {
    const auto& e = units_.entry(reading);
    const auto features = lexicon::unpack(reading.sense.features);
    if (e.does(Function::Toll) && e.frame == 0xFF) return WordKind::Toll;
    if (features.kind == FormKind::Masdar) {
      if (features.number == Number::Plural) return WordKind::Counted;
      const bool verb = units_.find(unit(at), [](const Entry& x) {
        return x.outcome != Outcome::None && x.pos == lexicon::Pos::Verb;
      }) != nullptr && has_tense(at);
      return verb && !governed(at) ? WordKind::Verb : WordKind::Dying;
    }
    const bool listed = e.pos == lexicon::Pos::Verb && features.kind == FormKind::Plain;  // "fell dead": a form of its own
    if (features.tense != Tense::None || listed) return WordKind::Verb;
    const bool plain = e.pos == lexicon::Pos::Noun && e.event == lexicon::EventType::None && e.strength != lexicon::Strength::Anaphoric;
    return plain ? WordKind::Counted : WordKind::Dying;
  }

  bool has_tense(std::uint32_t at) const {
    for (const auto& reading : units_.of(unit(at)))
      if (units_.entry(reading).outcome != Outcome::None && lexicon::unpack(reading.sense.features).tense != Tense::None &&
          proper(reading, Tense::Past))
        return true;
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
    if (scope_.whether(at)) return summary_.push_back(told);
    if (scope_.only_possible(at, kind == WordKind::Verb) || lacks_noun(at, e, kind)) return;
    switch (kind) {
      case WordKind::Counted:
        read_counted(told, reading);
        break;
      case WordKind::Dying:
        read_dying(told, reading);
        break;
      case WordKind::Verb:
        read_verb(told);
        break;
      case WordKind::Toll:
        read_toll(told);
        break;
      case WordKind::Other:
        break;
    }
    share(told);
    if (!settle_negation(told, e, kind)) return;
    if (told.figure.count.given() && (told.part || scope_.is_part(told) || goes_on_parts(told))) return parts_.push_back(told);
    const bool goes_on = !summary_.empty() && summary_.back().figure.outcome == told.figure.outcome &&
                         !said_again(summary_.back().last, told.first);  // "while 3 of the others fell"
    if (told.figure.count.given() && (goes_on || scope_.is_cumulative(told))) return summary_.push_back(told);
    out_.push_back(told);
    if (kind != WordKind::Dying && kind != WordKind::Verb) return;
    read_sides(std::move(told), out_);
  }

  // "... and added that": another happening.
  bool said_again(std::uint32_t from, std::uint32_t to) const {
    for (auto at = from; at < to; ++at)
      if (unit(at).does(Function::SpeechVerb)) return true;
    return false;
  }

  // "two of them were killed in ..., and two died of ...": the second part of one whole.
  bool goes_on_parts(const Casualty& told) const {
    return !parts_.empty() && unit(told.first).has(entity::kAnd) && told.first < told.unit &&
           parts_.back().figure.outcome == told.figure.outcome && (out_.empty() || out_.back().unit < parts_.back().unit);
  }

  // "took ... the life of": the noun tells casualties only behind its verb.
  bool verb_of_dying_before(std::uint32_t at) const {
    for (auto back = at; back > sentence_.first && at - back < kVictimReach;)
      if (has(--back, [](const Entry& e) { return e.does(Function::LeadsTo) && e.outcome != Outcome::None; })) return true;
    return false;
  }

  // "met ... their death": a weak verb that evokes nothing tells casualties only with the noun that carries a pronoun.
  bool lacks_noun(std::uint32_t at, const Entry& e, WordKind kind) const {
    if (kind == WordKind::Dying && e.strength == lexicon::Strength::Anaphoric) return !verb_of_dying_before(at);
    if (kind != WordKind::Verb || e.strength != lexicon::Strength::Weak || e.event != lexicon::EventType::None) return false;
    for (auto behind = at + 1; behind < std::min(sentence_.last, at + kVictimReach); ++behind)
      if (unit(behind).enclitic && casualty_word(behind) != nullptr) return false;
    return true;
  }

  void read_counted(Casualty& told, const entity::Reading& reading) const {
    const auto features = lexicon::unpack(reading.sense.features);
    if (number_before(told)) {
      told.part = out_of_the(told);
      told.figure.risen = rises_to(told.first);
      if (const auto bound = trailing_bound(told.last)) told.figure.count = bounded(told.figure.count, *bound);
      return;
    }
    const auto& u = unit(told.unit);
    if (behind_toll(told.unit)) return read_toll(told);
    if (u.has(entity::kArticle) || reading.enclitic) return;
    if (units_.entry(reading).does(Function::Toll) && told.unit + 1 < sentence_.last && unit(told.unit + 1).has(entity::kFor)) return;
    if (out_of_both(told)) return;
    const bool vague = units_.entry(reading).strength == lexicon::Strength::Weak;
    bool singular = features.number == Number::Singular, dual = features.number == Number::Dual, plural = false;
    for (const auto& other : units_.of(u)) {
      if (other.sense.entry != reading.sense.entry) continue;
      const auto number = lexicon::unpack(other.sense.features).number;
      singular |= number == Number::Singular;
      dual |= number == Number::Dual;
      plural |= number == Number::Plural;
    }
    if (dual && !singular && !plural)
      told.figure.count = {2, 2, Quantifier::Exactly};
    else if (vague)
      return;
    else if (singular)
      told.figure.count = {1, 1, Quantifier::Exactly};
    else
      told.figure.count = {1, kUnbounded, Quantifier::Some};
  }

  // "two of the dead": out of those who are known.
  bool out_of_the(const Casualty& told) const {
    return unit(told.unit).has(entity::kArticle) && is_from(told.unit - 1) && told.figure.count.quantifier == Quantifier::Exactly;
  }

  // "the toll rose to 7 dead"
  bool rises_to(std::uint32_t number) const {
    if (number == sentence_.first || !is_to(number - 1)) return false;
    for (auto at = number - 1; at-- > sentence_.first && number - at < kTollReach;)
      if (unit(at).does(Function::Toll)) return true;
    return false;
  }

  bool is_to(std::uint32_t at) const {
    return has(at, [](const Entry& e) { return e.preposition == Preposition::To; });
  }

  // "the rising toll of the dead in ... to 7"
  bool behind_toll(std::uint32_t at) const {
    if (at == sentence_.first) return false;
    const auto& before = unit(at - 1);
    return before.does(Function::Toll) || (before.does(Function::LeadsTo) && before.last > before.first + 1);
  }

  // "12 between dead and wounded"
  bool out_of_both(Casualty& told) const {
    if (told.unit == sentence_.first) return false;
    const bool between = has(told.unit - 1, [](const Entry& e) { return e.preposition == Preposition::Between; });
    const bool second = !out_.empty() && out_.back().last == told.unit && unit(told.unit).has(entity::kAnd) &&
                        out_.back().figure.count.quantifier == Quantifier::Some;
    if (!between && !second) return false;
    told.figure.count = {1, kUnbounded, Quantifier::Some};
    return true;
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
    if (!counts_itself || number_before(told)) return;
    if (lexicon::unpack(reading.sense.features).number == Number::Dual && governed(told.unit))
      told.figure.count = {2, 2, Quantifier::Exactly};
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
      const bool to = is_to(at);
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
    told.figure.risen = target;
    told.last = last;
    told.figure.evidence.end = unit(last - 1).end;
  }

  // ---- what the surroundings say ----

  // "the killing and wounding of 9": each of an unknown part. "dozens of dead and wounded": of the dead as many as of the wounded.
  void share(Casualty& told) {
    if (out_.empty()) return;
    auto& before = out_.back();
    if (before.last != told.unit || unit(before.unit).enclitic || !unit(told.unit).has(entity::kAnd) ||
        before.figure.outcome == told.figure.outcome)
      return;
    const bool told_given = told.figure.count.given(), before_given = before.figure.count.given();
    const auto part = [](Count whole) { return whole.maximum == kUnbounded ? whole : Count{1, kUnbounded, Quantifier::Some}; };
    if (!before_given && told_given && told.last > told.unit + 1) {
      const auto& whole = told.figure.count;
      const auto least = whole.maximum == kUnbounded && whole.minimum % kDozens == 0 ? whole.minimum : 1;
      before.figure.count = told.figure.count = Count{least, kUnbounded, Quantifier::Some};
      before.victims = told.victims;
      before.figure.victims = told.figure.victims;
    } else if (before_given && before.first < before.unit && told.first == told.unit && before.last == before.unit + 1 &&
               told.last == told.unit + 1) {
      if (unit(told.unit).has(entity::kArticle))
        told.figure.count = part(before.figure.count);
      else if (one_noun(before, told))
        before.figure.count = told.figure.count = part(before.figure.count);
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
    const auto negation =
        unit(told.unit).does(Function::Without) ? told.unit : scope_.negated_at(told, out_.empty() ? nullptr : &out_.back());
    if (negation == kNobody) return true;
    auto& figure = told.figure;
    if (told.unit + 1 < sentence_.last && unit(told.unit + 1).does(Function::Other)) return false;  // "no other wounded"
    if (kind == WordKind::Counted && unit(told.unit).has(entity::kArticle)) return false;           // "could not reach the wounded"
    const bool of_one =
        kind == WordKind::Verb && told.unit + 1 < sentence_.last && unit(told.unit + 1).enclitic;  // "the third of them was not"
    if (of_one || kind == WordKind::Toll || unit(told.unit).enclitic || scope_.only_unsaid(negation, told.first)) return false;
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

  CasualtyScope scope_;
  std::vector<Casualty>&out_, &parts_, &summary_;
};

}  // namespace

void read_casualties(const Context& context, const Report& report, const Sentence& sentence, Casualties& out) {
  out.told.clear();
  out.parts.clear();
  out.summary.clear();
  PhraseReader(context, report, sentence, out).run();
}

}  // namespace khabar::event
