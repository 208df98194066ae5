// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Of a word's stems those with the fewest clitics win, but for two ways of spelling that mislead.
#include "entity/word.hpp"

#include "arabic/fold.hpp"
#include "entity/stems.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace khabar::entity {
namespace {

using lexicon::Kind;
using lexicon::Lexicon;
namespace letter = arabic::letter;

unsigned char at(std::string_view word, std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; }

// "About it" is spelled like the name of a town: where the whole word is only a name, a preposition with its pronoun wins, and where it
// is only the name of a place that needs a cue, a verb that tells an event ("that X carried out") does. Returns the cost of the readings
// to take.
std::uint8_t pronoun_cost(std::span<const Stem> stems, const Lexicon& lexicon) {
  std::uint8_t cost = 0, verb_cost = 0;
  bool sure = false;
  for (const auto& stem : stems) {
    if (!stem.known) continue;
    for (const auto& sense : lexicon.senses(stem.node)) {
      const auto& e = lexicon.entry(sense.entry);
      if (stem.cost == 0 && e.kind == Kind::Word) return 0;
      sure |= stem.cost == 0 && (e.kind != Kind::Place || (sense.flags & lexicon::kAmbiguous) == 0);
      if (!stem.enclitic || stem.proclitics != 0) continue;
      if (e.preposition != lexicon::Preposition::None) cost = stem.cost;
      const bool tells = e.event != lexicon::EventType::None || e.does(lexicon::Function::LightVerb);
      if (tells && lexicon::unpack(sense.features).tense != arabic::Tense::None) verb_cost = stem.cost;
    }
  }
  return cost != 0 || sure ? cost : verb_cost;
}

// "In a village" is spelled like the name of a village: where the whole word is only a name that needs a cue, a preposition with a
// known noun wins. Returns the cost of the readings to take.
std::uint8_t preposition_cost(std::span<const Stem> stems, const Lexicon& lexicon) {
  std::uint8_t cost = 0;
  for (const auto& stem : stems) {
    if (!stem.known) continue;
    for (const auto& sense : lexicon.senses(stem.node)) {
      const auto kind = lexicon.entry(sense.entry).kind;
      if (stem.cost == 0 && (kind != Kind::Place || (sense.flags & lexicon::kAmbiguous) == 0)) return 0;
      const bool noun = kind == Kind::Word || kind == Kind::Object || kind == Kind::Weapon;
      if (noun && stem.cost == 1 && (stem.proclitics & (kWith | kFor)) != 0) cost = stem.cost;
    }
  }
  return cost;
}

// An unknown word: a conjunction before an article is certain, a preposition too.
void describe_unknown(std::string_view folded, std::string_view article, Word& word) {
  word.definite = folded.starts_with(article) && folded.size() > article.size() + 1;
  std::uint8_t first = 0;
  if ((at(folded, 0) == letter::waw || at(folded, 0) == letter::feh) && folded.size() > 4) {
    const auto rest = folded.substr(1);
    const bool before_article =
        rest.starts_with(article) || rest.substr(1).starts_with(article) || (at(folded, 1) == letter::lam && at(folded, 2) == letter::lam);
    if (before_article) word.proclitics |= at(folded, 0) == letter::waw ? kAnd : kThen, first = 1;
  }
  if ((at(folded, first) == letter::beh || at(folded, first) == letter::kaf) && folded.substr(first + 1U).starts_with(article))
    word.proclitics |= at(folded, first) == letter::beh ? kWith : kAs, ++first;
  if (at(folded, first) == letter::lam && at(folded, first + 1U) == letter::lam && folded.size() > first + 3U) {
    word.proclitics |= kFor | kArticle;
    word.definite = true;
    ++first;
  } else if (folded.substr(first).starts_with(article) && folded.size() > first + article.size() + 1) {
    word.proclitics |= kArticle;
    word.definite = true;
  }
  word.skipped = first;
}

}  // namespace

std::uint32_t facets_of(const lexicon::Entry& e, const lexicon::Sense& sense) noexcept {
  using lexicon::Function;
  std::uint32_t facets = 0;
  const auto put = [&](Facet facet, bool given) { facets |= given ? facet : 0U; };
  put(kEventFacet, e.event != lexicon::EventType::None);
  put(kPrepositionFacet, e.preposition != lexicon::Preposition::None);
  put(kCueFacet, e.cue != lexicon::EntityClass::None);
  put(kHeadFacet, e.head != lexicon::Head::None);
  put(kObjectFacet, e.kind == Kind::Object);
  put(kWeaponFacet, e.kind == Kind::Weapon);
  put(kNameFacet, e.kind == Kind::Actor || e.kind == Kind::Person || e.kind == Kind::Place);
  put(kPlaceFacet, e.kind == Kind::Place);
  put(kActorFacet, e.kind == Kind::Actor);
  put(kNumberFacet, e.number >= 0);
  put(kQuantityFacet, e.number >= 0 || e.rough_number > 0 || e.quantifier != lexicon::Quantifier::None);
  put(kVerbFacet, e.kind == Kind::Word && lexicon::unpack(sense.features).tense != arabic::Tense::None);
  put(kAdjectiveFacet, e.kind == Kind::Word && e.pos == lexicon::Pos::Adjective);
  put(kDemonymFacet, e.demonym_of != lexicon::kNone);
  put(kOutcomeFacet, e.kind == Kind::Word && e.outcome != lexicon::Outcome::None);
  put(kEffectFacet, e.effect != lexicon::Effect::None);
  put(kRelationFacet, e.relation != lexicon::Relation::None);
  constexpr Function kOpeners[] = {Function::Until,    Function::ClockTime, Function::Demonstrative, Function::Earlier, Function::Later,
                                   Function::After,    Function::Before,    Function::Ago,           Function::Since,   Function::StartOf,
                                   Function::MiddleOf, Function::EndOf,     Function::SameModifier};
  put(kTimeFacet, e.weekday != 0 || e.month != 0 || e.hijri_month != 0 || e.has_day_offset || e.day_part != lexicon::DayPart::None ||
                      e.time_unit != lexicon::TimeUnit::None || e.ordinal > 0 ||
                      std::any_of(std::begin(kOpeners), std::end(kOpeners), [&](Function opener) { return e.does(opener); }));
  return facets;
}

void Words::use(const Lexicon& lexicon) {
  const bool same = lexicon_ != nullptr && checksum_ == lexicon.checksum();
  lexicon_ = &lexicon;
  if (same) return;
  checksum_ = lexicon.checksum();
  read_clitics();
  forget();
}

void Words::read_clitics() {
  article_.clear();
  enclitics_.clear();
  for (const auto& clitic : lexicon_->clitics())
    if (clitic.enclitic)
      enclitics_.emplace_back(clitic.letters, clitic.size);
    else if (clitic.order == 3)
      article_.assign(clitic.letters, clitic.size);
}

void Words::forget() {
  slots_.clear();
  keys_.clear();
  words_.clear();
  stems_.clear();
  readings_.clear();
  text_.clear();
}

std::uint32_t Words::find(std::string_view folded, bool bare, std::uint32_t hash) {
  if (words_.size() * 2 >= slots_.size()) grow();
  const auto mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot].number != 0; slot = (slot + 1) & mask) {
    if (slots_[slot].hash != hash) continue;
    const auto number = slots_[slot].number - 1;
    const auto& key = keys_[number];
    if (key.size == folded.size() && key.bare == bare && std::memcmp(folded.data(), text_.data() + key.text, key.size) == 0) return number;
  }
  const auto number = static_cast<std::uint32_t>(words_.size());
  slots_[slot] = {hash, number + 1};
  keys_.push_back({static_cast<std::uint32_t>(text_.size()), hash, static_cast<std::uint16_t>(folded.size()), bare});
  text_.append(folded);
  words_.push_back(make(folded, bare));
  return number;
}

void Words::grow() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), {});
  const auto mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < keys_.size(); ++number) {
    std::size_t slot = keys_[number].hash & mask;
    while (slots_[slot].number != 0) slot = (slot + 1) & mask;
    slots_[slot] = {keys_[number].hash, number + 1};
  }
}

Word Words::make(std::string_view folded, bool bare) {
  Word word;
  word.whole = lexicon_->find_word(folded);
  word.sound = folded.size() > 3 && at(folded, folded.size() - 1) == letter::noon &&
               (at(folded, folded.size() - 2) == letter::waw || at(folded, folded.size() - 2) == letter::yeh);
  word.stem_first = static_cast<std::uint32_t>(stems_.size());
  append_stems(folded, bare, word.whole, {article_, enclitics_}, *lexicon_, stems_);
  word.stem_count = static_cast<std::uint8_t>(stems_.size() - word.stem_first);
  word.reading_first = static_cast<std::uint32_t>(readings_.size());
  choose(folded, word);
  word.reading_count = static_cast<std::uint16_t>(readings_.size() - word.reading_first);
  return word;
}

void Words::choose(std::string_view folded, Word& word) {
  std::uint8_t least = 0xFF;
  for (const auto& stem : stems(word)) {
    if (stem.known) least = std::min(least, stem.cost);
    word.next_words |= stem.next_words;
  }
  if (least == 0xFF) return describe_unknown(folded, article_, word);
  if (least == 0) least = pronoun_cost(stems(word), *lexicon_);
  if (least == 0) least = preposition_cost(stems(word), *lexicon_);
  bool first = true;
  for (const auto& stem : stems(word)) {
    if (!stem.known || stem.cost != least) continue;
    for (const auto& sense : lexicon_->senses(stem.node)) {
      readings_.push_back({sense, stem.proclitics, stem.enclitic});
      const auto& entry = lexicon_->entry(sense.entry);
      word.functions |= entry.functions;
      word.facets |= facets_of(entry, sense);
    }
    if (!std::exchange(first, false)) continue;
    word.proclitics = stem.proclitics;
    word.enclitic = stem.enclitic;
    word.skipped = stem.skipped;
  }
  word.definite = (word.proclitics & kArticle) != 0 || folded.starts_with(article_);
}

}  // namespace khabar::entity
