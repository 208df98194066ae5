// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/casualty_words.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::FormKind;
using arabic::Number;
using arabic::Tense;
using arabic::TokenKind;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Outcome;
using lexicon::Preposition;

bool CasualtyWords::proper(const entity::Reading& reading, Tense tense) {
  return tense == Tense::None || (reading.proclitics & (entity::kArticle | entity::kWith)) == 0;
}

const entity::Reading* CasualtyWords::casualty_word(std::uint32_t at) const {
  const auto& u = unit(at);
  if (!u.is(entity::kOutcomeFacet) || !u.is_word() || u.furniture || u.does(Function::Blocker)) return nullptr;
  const entity::Reading* best = nullptr;
  int rank = 0;
  for (const auto& reading : units_.of(u)) {
    const auto& e = units_.entry(reading);
    if (e.kind != lexicon::Kind::Word || e.outcome == Outcome::None) continue;
    const auto features = lexicon::unpack(reading.sense.features);
    if (!proper(reading, features.tense)) continue;
    if (features.tense == Tense::Imperfect && u.does(Function::GivenName)) continue;  // a name that is spelt like a verb
    const bool dual_masdar = features.kind == FormKind::Masdar && features.number == Number::Dual;
    const int score = dual_masdar ? 1 : features.tense != Tense::None ? 2 : e.pos == lexicon::Pos::Noun ? 4 : 3;
    if (score > rank) rank = score, best = &reading;
  }
  return best;
}

bool CasualtyWords::in_time(std::uint32_t at) const {
  const auto time = std::upper_bound(report_.times.begin(), report_.times.end(), at,
                                     [](std::uint32_t value, const entity::Time& t) { return value < t.last; });
  return time != report_.times.end() && time->first <= at;
}

bool CasualtyWords::is_preposition(std::uint32_t at) const {
  return !unit(at).enclitic && has(at, [](const Entry& e) { return e.preposition != Preposition::None; });
}

bool CasualtyWords::is_from(std::uint32_t at) const {
  return has(at, [](const Entry& e) { return e.preposition == Preposition::From; });
}

bool CasualtyWords::is_with(std::uint32_t at) const {
  return !unit(at).enclitic && has(at, [](const Entry& e) { return e.preposition == Preposition::With; });
}

bool CasualtyWords::is_thing(std::uint32_t at) const {
  return has(at, [](const Entry& e) {
    return e.kind == lexicon::Kind::Object || e.kind == lexicon::Kind::Weapon || e.time_unit != lexicon::TimeUnit::None ||
           e.counts_strikes || e.effect != lexicon::Effect::None || e.month != 0 ||
           (e.event != lexicon::EventType::None && e.outcome == Outcome::None);
  });
}

bool CasualtyWords::only_verb(std::uint32_t at) const {
  const auto readings = units_.of(unit(at));
  return !readings.empty() && std::all_of(readings.begin(), readings.end(),
                                          [](const entity::Reading& r) { return lexicon::unpack(r.sense.features).tense != Tense::None; });
}

bool CasualtyWords::closes(std::uint32_t at) const {
  const auto& u = unit(at);
  if (u.kind == TokenKind::Semicolon || u.kind == TokenKind::Stop || u.kind == TokenKind::Colon || u.furniture) return true;
  if (u.does(Function::ClauseBreak) || u.does(Function::Complementizer) || u.does(Function::Relative) || u.does(Function::SpeechVerb) ||
      u.does(Function::Partitive) || u.does(Function::CausedBy) || u.does(Function::AccordingTo) || u.does(Function::After))
    return true;
  return casualty_word(at) != nullptr || u.does(Function::LeadsTo) || only_verb(at);
}
}  // namespace khabar::event
