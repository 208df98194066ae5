// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/speech_reader.hpp"

#include "arabic/fold.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Head;
using lexicon::kNone;
using lexicon::Preposition;

namespace {

constexpr std::uint32_t kSpeakerReach = 12;     // units between a verb and its speaker
constexpr std::uint32_t kContentReach = 10;     // units from the speaker to the beginning of what he says
constexpr std::uint32_t kAppositionReach = 14;  // units of "the commander of X" between a name and its verb
constexpr std::uint32_t kWidestMention = 24;
constexpr std::uint32_t kMostStrangers = 2;  // unknown words before a speaker

}  // namespace

bool SpeechReader::can_speak(const Mention& m) const {
  if (m.nested) return false;
  switch (m.type) {
    case MentionType::Source:
    case MentionType::Person:
    case MentionType::Actor:
      return true;
    case MentionType::People:
      return m.noun != kNone && entry(m.noun).head != Head::None;
    case MentionType::Place:
      return m.entity != kNone && entry(m.entity).entity_class == EntityClass::Country;
    default:
      return false;
  }
}

// A speaker whose trade is to report: a source, medium, monitor or official.
bool SpeechReader::reports(const Mention& m) const {
  if (m.type == MentionType::Source) return m.noun == kNone || entry(m.noun).mode == lexicon::Mode::None;  // papers carry a mode
  if (m.entity != kNone && (entry(m.entity).entity_class == EntityClass::Media || entry(m.entity).entity_class == EntityClass::Monitor))
    return true;
  if (m.owner != kNoMention && mention(m.owner).preposition != Preposition::For && reports(mention(m.owner))) return true;
  return m.noun != kNone && entry(m.noun).head == Head::Media;
}

bool SpeechReader::is_state(const Mention& m) const {
  return m.type == MentionType::Place || (m.entity != kNone && entry(m.entity).entity_class == EntityClass::State);
}

bool SpeechReader::is_post(const Mention& m) const {
  return m.type == MentionType::People && m.noun != kNone && entry(m.noun).head == Head::Post;
}

bool SpeechReader::is_medium(const Mention& m) const {
  if (m.type != MentionType::Actor) return false;
  if (m.entity != kNone) return entry(m.entity).entity_class == EntityClass::Media;
  return m.noun != kNone && entry(m.noun).head == Head::Media;
}

bool SpeechReader::begins_content(std::uint32_t at) const {
  const auto& u = unit(at);
  return u.kind == TokenKind::Colon || u.does(Function::Complementizer);
}

bool SpeechReader::is_finite_verb(std::uint32_t at) const {
  for (const auto& reading : units_.of(unit(at)))
    if (lexicon::unpack(reading.sense.features).tense != arabic::Tense::None) return true;
  return false;
}

// A finite verb that cannot be read as a name or noun.
bool SpeechReader::is_verb(std::uint32_t at) const {
  return mention_at(at) == kNoMention && is_finite_verb(at) && units_.of(unit(at))[0].sense.entry != kNone &&
         entry(units_.of(unit(at))[0].sense.entry).pos == lexicon::Pos::Verb;
}

// "had" before a perfect; before an imperfect the same particle is a hedge.
bool SpeechReader::stresses(std::uint32_t at) const {
  return units_.find(unit(at), [](const Entry& e) {
    return e.pos == lexicon::Pos::Particle && e.factuality == lexicon::Factuality::Possible;
  }) != nullptr;
}

Preposition SpeechReader::preposition_at(std::uint32_t at) const {
  const auto* word = units_.find(unit(at), [](const Entry& e) { return e.preposition != Preposition::None; });
  return word == nullptr ? Preposition::None : units_.entry(*word).preposition;
}

std::string_view SpeechReader::word(std::uint32_t at) const { return document_.scan.word(document_.scan.tokens[unit(at).first]); }

// Whether the mention is addressed: "to X", the preposition joined to it or alone before it.
bool SpeechReader::addressed(const Mention& m) const {
  if (m.preposition == Preposition::For) return true;
  if (m.first == sentence_.first) return false;
  const auto before = unit(m.first - 1).kind == TokenKind::Quote && m.first > sentence_.first + 1 ? m.first - 2 : m.first - 1;
  return unit(before).is_word() && word(before).size() == 1 && static_cast<unsigned char>(word(before)[0]) == arabic::letter::lam;
}

bool SpeechReader::in_time(std::uint32_t at) const {
  const auto& times = report_.times;
  auto behind = std::upper_bound(times.begin(), times.end(), at, [](std::uint32_t unit, const entity::Time& t) { return unit < t.first; });
  return behind != times.begin() && (--behind)->last > at;
}

// A word of content that nobody knows what to do with; adverbs end in the alef of the accusative.
bool SpeechReader::is_substance(std::uint32_t at) const {
  const auto& u = unit(at);
  if (!u.is_word() || u.functions != 0 || u.has(entity::kWith) || u.has(entity::kFor) || in_time(at) ||
      preposition_at(at) != Preposition::None)
    return false;
  const auto letters = word(at);
  return letters.size() > 2 && static_cast<unsigned char>(letters.back()) != arabic::letter::alef;
}

// A mention that begins at `at`, or inside quotation marks that open there.
std::uint32_t SpeechReader::quoted_mention_at(std::uint32_t at) const {
  if (const auto here = mention_at(at); here != kNoMention) return here;
  if (unit(at).kind != TokenKind::Quote || at + 1 >= sentence_.last) return kNoMention;
  const auto inside = mention_at(at + 1);
  if (inside == kNoMention) return kNoMention;
  const auto behind = mention(inside).last;
  const bool closed = behind < sentence_.last && unit(behind).kind == TokenKind::Quote;
  return closed || unit(behind - 1).kind == TokenKind::Quote ? inside : kNoMention;
}

// The mention that ends right before `at`.
std::uint32_t SpeechReader::mention_before(std::uint32_t at) const {
  for (auto first = at; first-- > sentence_.first && at - first < kWidestMention;) {
    const auto here = mention_at(first);
    if (here != kNoMention) return mention(here).last >= at ? here : kNoMention;
  }
  return kNoMention;
}

SpeechReader::Found SpeechReader::speaker_right(std::uint32_t verb) const {
  Found found;
  std::uint32_t strangers = 0;
  found.behind = verb + 1;
  for (auto at = verb + 1; at < std::min(sentence_.last, verb + kSpeakerReach);) {
    if (in_time(at)) {
      ++at;
      continue;
    }
    if (const auto here = quoted_mention_at(at); here != kNoMention) {
      const auto& m = mention(here);
      const bool to = addressed(m);
      if (to && is_medium(m))
        found.medium = here;
      else if (!to && m.preposition == Preposition::None && can_speak(m)) {
        found.speaker = here;
        found.behind = m.last;
        return found;
      } else if (m.preposition == Preposition::None && m.type != MentionType::Place) {
        const bool of_body = m.owner != kNoMention && mention(m.owner).type == MentionType::Actor && mention(m.owner).entity != kNone;
        if (m.type == MentionType::Object && of_body) {  // "the centre of X"
          found.speaker = m.owner;
          found.behind = m.last;
        } else if (m.type == MentionType::Object) {
          found.unknown = true, found.lone = m.first;  // "the centre": short for a body named before
        }
        return found;
      }
      at = m.last;
      continue;
    }
    if (stops_speaker(at)) return found;
    if (is_substance(at)) {
      if (!found.unknown) found.lone = at;
      found.unknown = true;
      if (++strangers > kMostStrangers) return found;
    }
    ++at;
  }
  return found;
}

// Whether the search for a speaker behind a verb ends at this unit.
bool SpeechReader::stops_speaker(std::uint32_t at) const {
  const auto& u = unit(at);
  if (begins_content(at) || u.does(Function::ClauseBreak) || u.kind == TokenKind::Semicolon || u.kind == TokenKind::Stop ||
      u.kind == TokenKind::Quote)
    return true;
  if (u.does(Function::AccordingTo)) return false;
  if (u.does(Function::SpeechVerb) && is_finite_verb(at)) return true;
  if (u.has(entity::kWith) && !u.does(Function::NewSpeaker) && !in_time(at)) return true;
  switch (preposition_at(at)) {
    case Preposition::To:
    case Preposition::About:
    case Preposition::On:
      return true;
    default:
      break;
  }
  return units_.find(u, [](const Entry& e) { return e.event != lexicon::EventType::None || e.outcome != lexicon::Outcome::None; }) !=
         nullptr;
}

// The subject before a verb that carries no conjunction; a particle, a relative pronoun or a closing mark may stand between.
std::uint32_t SpeechReader::before_apposition(std::uint32_t verb) const {
  if (verb < sentence_.first + 4 || unit(verb - 1).kind != TokenKind::Comma) return kNoMention;
  for (auto at = verb - 1; at-- > sentence_.first + 1 && verb - at < kAppositionReach;) {
    if (unit(at).kind != TokenKind::Comma) continue;
    const auto here = mention_before(at);
    const auto post = mention_at(at + 1);
    const bool of_post = post != kNoMention && mention(post).noun != kNone && entry(mention(post).noun).head == Head::Post;
    return here != kNoMention && of_post && mention(here).type == MentionType::Person && mention(here).last == at &&
                   mention(here).preposition == Preposition::None
               ? here
               : kNoMention;
  }
  return kNoMention;
}

std::uint32_t SpeechReader::speaker_left(std::uint32_t verb) const {
  if (unit(verb).has(entity::kAnd)) return kNoMention;
  if (const auto named = before_apposition(verb); named != kNoMention) return named;
  auto at = verb;
  const bool had = verb > sentence_.first && stresses(verb - 1);
  const std::uint32_t reach = had ? 7 : 4;
  for (std::uint32_t steps = 0; steps < reach && at > sentence_.first; ++steps, --at) {
    if (const auto here = mention_before(at); here != kNoMention) {
      const auto& m = mention(here);
      if (m.preposition != Preposition::None && is_state(m)) return kNoMention;      // "in Syria, it said": where, not who
      if (is_state(m) && m.first > sentence_.first && unit(m.first - 1).enclitic) {  // "X, whose seat is London, said"
        at = m.first;
        continue;
      }
      return can_speak(m) && (m.preposition == Preposition::None || at + 1 == verb) ? here : kNoMention;
    }
    const auto& u = unit(at - 1);
    const bool passed = u.kind == TokenKind::Quote || u.kind == TokenKind::Close || u.does(Function::Relative) || stresses(at - 1) ||
                        (u.kind == TokenKind::Comma && (had || at == verb)) || (u.is_word() && u.functions == 0 && (had || at == verb));
    if (!passed) return kNoMention;
  }
  return kNoMention;
}

// Behind the speaker: "quoting Y", "to X".
void SpeechReader::take_chain(Act& act, std::uint32_t from, bool relay) const {
  for (auto at = from; at < std::min(sentence_.last, from + 6); ++at) {
    if (begins_content(at) || unit(at).kind == TokenKind::Quote || unit(at).does(Function::ClauseBreak)) return;
    const auto here = mention_at(at);
    if (here != kNoMention) {
      const auto& m = mention(here);
      const bool through = m.preposition == Preposition::Through && m.entity != kNone;  // "announced through the channel X"
      if ((addressed(m) || through) && is_medium(m))
        act.medium = here;
      else if (relay && can_speak(m) && (m.preposition == Preposition::About || m.preposition == Preposition::From))
        act.origin = here;
      at = m.last - 1;
      continue;
    }
    if (at > from + 1 && is_finite_verb(at)) return;
  }
}

// Whether what is said begins soon behind the verb and its speaker.
bool SpeechReader::has_content(const Act& act) const {
  const bool behind = act.speaker != kNoMention && mention(act.speaker).first > act.unit;
  const auto from = behind ? mention(act.speaker).last : act.unit + 1;
  const auto own = from < sentence_.last ? preposition_at(from) : Preposition::None;
  if (own == Preposition::About || (behind && own == Preposition::To)) return true;
  for (auto at = from; at < std::min(sentence_.last, from + kContentReach); ++at) {
    if (begins_content(at)) return true;
    const auto& u = unit(at);
    if (u.kind == TokenKind::Quote && !inside_quotation_ && quoted_mention_at(at) == kNoMention) return true;
    if (u.does(Function::ClauseBreak) || u.does(Function::Relative) || u.kind == TokenKind::Semicolon) return false;
    if (is_verb(at)) return false;
  }
  return false;
}

}  // namespace khabar::event
