// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Arabic news has verb-subject-object and subject-verb-object clauses. A verb takes what stands bare to its right, in order, until the
// next verb or a word that opens another clause; a bare phrase to its left within the clause is its subject. An event noun takes the
// phrase in construct behind it, its adjectives, and the prepositional phrases up to the next predicate.
#include "event/analyser.hpp"
#include "event/stages.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using entity::kNoMention;
using entity::MentionType;
using entity::Unit;
using lexicon::Entry;
using lexicon::EventType;
using lexicon::Function;
using lexicon::Preposition;

namespace {

constexpr std::uint32_t kFarthestSubject = 16;  // steps to the left
constexpr std::uint32_t kStruckReach = 8;       // units from an attack to the moving force it hits
constexpr int kVerbInPlace = 5;                 // outweighs all that speaks for the masdar

}  // namespace

void Analyser::run() {
  sentence_.predicates.clear();
  left_.clear();
  index_.assign(sentence_.last - sentence_.first, kNoPredicate);
  find_predicates();
  left_.resize(sentence_.predicates.size());
  for (std::uint32_t i = 0; i < sentence_.predicates.size(); ++i) arguments_of(i);
}

void Analyser::find_predicates() {
  Preposition preposition = Preposition::None;
  for (std::uint32_t at = sentence_.first; at < sentence_.last;) {
    const Unit& u = unit(at);
    if (u.furniture) {
      ++at;
      continue;
    }
    const auto here = mentions_.at_unit[at];
    if (inside_time(at)) {  // "fajr" is dawn there, not "he blew up"
      preposition = Preposition::None;
      ++at;
      continue;
    }
    const bool governed = preposition != Preposition::None || u.has(entity::kWith) || u.has(entity::kFor) ||
                          (at > sentence_.first && predicate_at(at - 1) != kNoPredicate);
    if (const auto* reading = predicate_reading(at, here != kNoMention, governed)) {
      add_predicate(at, *reading, preposition);
      preposition = Preposition::None;
      ++at;
      continue;
    }
    if (here != kNoMention) {
      at = mention(here).last;
      preposition = Preposition::None;
      continue;
    }
    if (const auto* found = units_.find(u, entity::kPrepositionFacet, [](const Entry& e) { return e.preposition != Preposition::None; }))
      preposition = units_.entry(*found).preposition;
    else if (u.is_word() && is_quantity(u) && (u.has(entity::kWith) || u.has(entity::kFor)))  // "with a series of raids"
      preposition = u.has(entity::kWith) ? Preposition::With : Preposition::For;
    else if (u.kind != TokenKind::Quote && u.kind != TokenKind::Number && !u.does(Function::Demonstrative) && !is_quantity(u))
      preposition = Preposition::None;
    ++at;
  }
}

bool Analyser::inside_time(std::uint32_t at) const {
  const auto after =
      std::upper_bound(times_.begin(), times_.end(), at, [](std::uint32_t unit, const entity::Time& t) { return unit < t.first; });
  return after != times_.begin() && at < (after - 1)->last;
}

bool Analyser::is_quantity(const Unit& u) const {
  if (!u.is(entity::kQuantityFacet) && !u.does(Function::LightNoun)) return false;
  return units_.find(u, [](const Entry& e) {
    return e.number >= 0 || e.rough_number > 0 || e.quantifier != lexicon::Quantifier::None || e.does(Function::LightNoun);
  }) != nullptr;
}

// The reading that makes the unit a predicate; where it begins a mention, only a verb or a strong trigger does.
const entity::Reading* Analyser::predicate_reading(std::uint32_t at, bool begins_mention, bool governed) const {
  const Unit& u = unit(at);
  if (!u.is_word() || u.does(Function::Blocker)) return nullptr;
  if (!u.is(entity::kEventFacet | entity::kOutcomeFacet) && !u.does(Function::LightVerb) && !u.does(Function::LeadsTo)) return nullptr;
  const bool connective = u.does(Function::Complementizer) || u.does(Function::CausedBy) || u.does(Function::After) ||
                          u.does(Function::ResponseTo) || u.does(Function::AccordingTo);
  const entity::Reading* best = nullptr;
  int rank = 0;
  for (const auto& reading : units_.of(u)) {
    const auto& e = units_.entry(reading);
    if (e.kind != lexicon::Kind::Word) continue;
    const bool light = e.does(Function::LightVerb), leads = e.does(Function::LeadsTo);
    if (e.event == EventType::None && !light && !leads && e.outcome == lexicon::Outcome::None) continue;
    const auto features = lexicon::unpack(reading.sense.features);
    if (begins_mention && !(e.event != EventType::None && e.strength == lexicon::Strength::Strong)) continue;
    const bool verb = features.tense != arabic::Tense::None;
    const bool participle = features.kind == arabic::FormKind::ActiveParticiple || features.kind == arabic::FormKind::PassiveParticiple;
    if ((e.strength == lexicon::Strength::Anaphoric || participle) && locates(at)) continue;
    if (begins_mention && e.event == EventType::Movement && is_struck(at)) continue;
    if (connective && e.event == EventType::None) continue;
    if (verb && (features.person == 2 || (features.person == 1 && features.number == arabic::Number::Singular))) continue;  // no report
    if (verb && (u.has(entity::kArticle) || u.has(entity::kWith) || u.has(entity::kFor))) continue;
    int score = 1 + (e.event != EventType::None ? 4 : 0) + (e.outcome != lexicon::Outcome::None ? 2 : 0) + (light ? 1 : 0);
    // the letters of a light verb are its masdar's only where something governs it; of a trigger they are the noun's
    score += light && e.event == EventType::None ? (verb != governed ? 1 : 0) : (verb ? 0 : 1);
    if (participle) score -= 2;
    if (verb && tells_by_verb(at, features, e)) score += kVerbInPlace;
    if (e.outcome != lexicon::Outcome::None && people_follow(at)) score += 4;
    if (!verb && e.strength == lexicon::Strength::Strong) ++score;
    if (score > rank) rank = score, best = &reading;
  }
  return best;
}

// "the aircraft struck reinforcements": what moves is the object of the attack that is told right before.
bool Analyser::is_struck(std::uint32_t at) const {
  if (sentence_.predicates.empty() || mention(mentions_.at_unit[at]).type != entity::MentionType::Object) return false;
  const auto& q = sentence_.predicates.back();
  const auto group = q.trigger ? type_group(units_.lexicon->entry(q.entry).event) : 0;
  if (group == 0 || group > type_group(EventType::GroundAttack) || q.unit + kStruckReach < at) return false;
  for (auto between = q.unit + 1; between < at; ++between)
    if (opens_clause(between) || unit(between).kind == TokenKind::Comma) return false;
  return !unit(at).has(entity::kAnd);
}

// The letters of a masdar can be a verb's: "the army shelled X", "it had shelled X". They are behind its subject, unless another verb
// stands before that one ("the army announced the shelling of X"), and behind a word that only verbs follow.
bool Analyser::tells_by_verb(std::uint32_t at, const arabic::Features& features, const Entry& e) const {
  if (features.tense != arabic::Tense::Past || features.person != 3 || features.number == arabic::Number::Plural) return false;
  const Unit& u = unit(at);
  const bool opens = u.proclitics == 0 && (at == sentence_.first || unit(at - 1).does(Function::ClauseBreak));
  if (opens && e.outcome != lexicon::Outcome::None) return true;  // "killed were three", "likewise a sniper killed ..."
  if (at == sentence_.first || u.proclitics != 0) {
    if (at + 1 >= sentence_.last || (u.proclitics != 0 && !u.has(entity::kAnd))) return false;
    const auto next = mentions_.at_unit[at + 1];
    const bool only_verb = units_.lexicon->role(e.frame, lexicon::Slot::Genitive) == lexicon::RoleName::None;
    return unit(at + 1).does(Function::Addition) || (only_verb && next != kNoMention && is_force(mention(next)));
  }
  if (unit(at - 1).does(Function::Auxiliary) || unit(at - 1).does(Function::Relative) || complementizer_with_pronoun(at - 1)) return true;
  if (const auto told = predicate_at(at - 1); told != kNoPredicate)  // "an attack that X launched"
    return u.enclitic && !sentence_.predicates[told].verb && sentence_.predicates[told].trigger && !sentence_.predicates[told].definite;
  bool inside_relative = false;
  for (std::uint32_t back = at, steps = 0; back > sentence_.first && steps < kFarthestSubject; ++steps) {
    --back;
    const auto inside = containing(back);
    if (inside != kNoMention) {
      const auto& m = mention(inside);
      back = m.first;
      if (m.preposition != Preposition::None || inside_relative) continue;
      const bool acts = m.type == entity::MentionType::Actor || m.type == entity::MentionType::Weapon ||
                        m.type == entity::MentionType::Person || m.type == entity::MentionType::People;
      return acts && !m.coordinated && opens_with(back);
    }
    const Unit& other = unit(back);
    if (other.does(Function::Relative)) {
      inside_relative = false;
      continue;
    }
    if (opens_clause(back)) return false;
    const auto predicate = predicate_at(back);
    if (predicate != kNoPredicate && !sentence_.predicates[predicate].verb) return false;
    inside_relative |= predicate != kNoPredicate;
    const bool adjacent = back + 1 == at;
    if (adjacent && other.kind != TokenKind::Comma && other.kind != TokenKind::Dash && other.kind != TokenKind::Quote) return false;
  }
  return false;
}

// Whether a phrase that begins at `at` can be the first of its clause: nothing that could be its verb stands before it.
bool Analyser::opens_with(std::uint32_t at) const {
  if (at == sentence_.first || unit(at).has(entity::kAnd)) return true;
  const Unit& before = unit(at - 1);
  return !before.is_word() || before.does(Function::Complementizer) || before.does(Function::ClauseBreak) ||
         before.does(Function::TopicBreak) || before.does(Function::Demonstrative);
}

// "the base located in X": behind a noun and before a place the word says where the thing lies, not that something happened.
bool Analyser::locates(std::uint32_t at) const {
  if (!unit(at).definite || at == sentence_.first || at + 1 >= sentence_.last) return false;
  const auto next = mentions_.at_unit[at + 1];
  const bool place = next != kNoMention
                         ? mention(next).type == MentionType::Place
                         : units_.find(unit(at + 1), [](const Entry& e) { return e.preposition != Preposition::None; }) != nullptr;
  const auto before = unit(at - 1).kind == TokenKind::Comma && at >= sentence_.first + 2 ? at - 2 : at - 1;
  return place && containing(before) != kNoMention;
}

// People or a number stand right behind: a word that can mean hitting or wounding means wounding.
bool Analyser::people_follow(std::uint32_t at) const {
  for (auto next = at + 1; next < std::min(sentence_.last, at + 4); ++next) {
    const auto here = mentions_.at_unit[next];
    if (here != kNoMention) return mention(here).type == MentionType::People || mention(here).type == MentionType::Person;
    const Unit& u = unit(next);
    if (u.kind == TokenKind::Number || u.does(Function::Other)) return true;
    if (units_.find(u, [](const Entry& e) { return e.number >= 0 || e.quantifier != lexicon::Quantifier::None || e.rough_number > 0; }) ==
        nullptr)
      return false;
  }
  return false;
}

void Analyser::add_predicate(std::uint32_t at, const entity::Reading& reading, Preposition preposition) {
  const Unit& u = unit(at);
  const auto& e = units_.entry(reading);
  const auto features = lexicon::unpack(reading.sense.features);
  Predicate predicate;
  predicate.unit = at;
  predicate.entry = reading.sense.entry;
  predicate.frame = e.frame;
  predicate.verb = features.tense != arabic::Tense::None;
  predicate.passive = predicate.verb && (features.voice == arabic::Voice::Passive ||
                                         (features.tense == arabic::Tense::Past && (u.flags & arabic::kDammaFlag) != 0));
  predicate.participle = features.kind == arabic::FormKind::ActiveParticiple || features.kind == arabic::FormKind::PassiveParticiple;
  predicate.definite = u.definite;
  predicate.trigger = e.event != EventType::None;
  predicate.light = e.does(Function::LightVerb);
  predicate.leads_to = e.does(Function::LeadsTo);
  predicate.casualty = e.outcome != lexicon::Outcome::None;
  predicate.preposition = u.has(entity::kWith)  ? Preposition::With
                          : u.has(entity::kFor) ? Preposition::For
                          : u.has(entity::kAs)  ? Preposition::As
                                                : preposition;
  predicate.first = at;
  predicate.last = at + 1;
  index_[at - sentence_.first] = static_cast<std::uint32_t>(sentence_.predicates.size());
  sentence_.predicates.push_back(predicate);
}

void Analyser::arguments_of(std::uint32_t number) {
  if (sentence_.predicates[number].verb)
    verb_arguments(number);
  else
    noun_arguments(number);
}

// A unit behind which another clause begins.
bool Analyser::opens_clause(std::uint32_t at) const {
  const Unit& u = unit(at);
  if (u.kind == TokenKind::Semicolon || u.kind == TokenKind::Stop || u.furniture) return true;
  if (u.kind == TokenKind::Colon) return at == sentence_.first || unit(at - 1).kind != TokenKind::Number;
  if (!u.is_word()) return false;
  constexpr Function kOpeners[] = {Function::ClauseBreak, Function::Complementizer, Function::AccordingTo,
                                   Function::ResponseTo,  Function::After,          Function::CausedBy,
                                   Function::TopicBreak,  Function::Background,     Function::Partitive};
  for (const auto function : kOpeners)
    if (u.does(function)) return true;
  return is_speech_verb(at);
}

bool Analyser::is_speech_verb(std::uint32_t at) const {
  const Unit& u = unit(at);
  if (!u.does(Function::SpeechVerb) || u.has(entity::kArticle)) return false;
  for (const auto& reading : units_.of(u))
    if (units_.entry(reading).does(Function::SpeechVerb) && lexicon::unpack(reading.sense.features).tense != arabic::Tense::None)
      return true;
  return false;
}

// The outermost mention that covers a unit.
std::uint32_t Analyser::containing(std::uint32_t at) const {
  for (std::uint32_t first = at + 1; first-- > sentence_.first && at - first < 24;) {
    const auto here = mentions_.at_unit[first];
    if (here != kNoMention) return mention(here).last > at ? here : kNoMention;
  }
  return kNoMention;
}

void analyse_sentence(const entity::Units& units, const entity::Mentions& mentions, const std::vector<entity::Time>& times,
                      Sentence& sentence) {
  Analyser(units, mentions, times, sentence).run();
}

}  // namespace khabar::event
