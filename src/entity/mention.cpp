// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Goes through each sentence, has the phrases parsed, and remembers the prepositions and conjunctions before them, since those decide
// the role of a phrase.
#include "entity/mention.hpp"

#include "entity/noun_phrase.hpp"
#include "entity/short_name.hpp"

namespace khabar::entity {
namespace {

using arabic::TokenKind;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Precision;
using lexicon::Preposition;

constexpr std::size_t kLongestAside = 6;  // units of "(south of the capital)"

class Finder {
 public:
  Finder(const document::Document& document, const Units& units, Mentions& out)
      : document_(document), units_(units), out_(out), parser_(document, units, out.items) {}

  void run() {
    std::size_t unit = 0;
    for (const auto& sentence : document_.sentences) {
      while (unit < units_.units.size() && units_.units[unit].first < sentence.first) ++unit;
      std::size_t end = unit;
      while (end < units_.units.size() && units_.units[end].first < sentence.last) ++end;
      parser_.set_end(end);
      this->sentence(unit, end);
      unit = end;
    }
  }

 private:
  const Unit& unit(std::size_t at) const { return units_.units[at]; }

  void sentence(std::size_t first, std::size_t end) {
    pending_ = Preposition::None;
    last_ = kNoMention;
    for (std::size_t at = first; at < end;) {
      if (unit(at).furniture) {
        ++at;
        continue;
      }
      const Lead lead{pending_, row_before(at)};
      if (const auto found = parser_.parse(at, lead); found != kNoMention) {
        place(found);
        at = out_.items[found].last;
        continue;
      }
      note_preposition(at);
      ++at;
    }
  }

  // Enters a mention: its preposition, and whether it goes on with the one before it.
  void place(std::uint32_t found) {
    auto& mention = out_.items[found];
    if (mention.preposition == Preposition::None && !unit(mention.first).has(kAnd)) mention.preposition = pending_;
    if (last_ != kNoMention && joins(out_.items[last_], mention)) {
      mention.coordinated = true;
      if (mention.preposition == Preposition::None) mention.preposition = out_.items[last_].preposition;
      parser_.go_on_with_cue(out_.items[last_], mention);
      share_owner(out_.items[last_], mention);
    }
    if (mention.type == MentionType::Place && mention.preposition == Preposition::Between) mention.precision = Precision::Near;
    out_.at_unit[mention.first] = found;
    last_ = found;
    pending_ = Preposition::None;
  }

  // "positions and gatherings of X": both are X's.
  void share_owner(Mention& before, const Mention& mention) const {
    if (before.type == MentionType::Object && mention.type == MentionType::Object && mention.owner != kNoMention &&
        before.owner == kNoMention && before.demonym == lexicon::kNone && before.place_entity == lexicon::kNone &&
        !unit(before.head).enclitic)
      before.owner = mention.owner;
  }

  void note_preposition(std::size_t at) {
    const Unit& u = unit(at);
    if (const auto* word = units_.find(u, kPrepositionFacet, [](const Entry& e) { return e.preposition != Preposition::None; });
        word != nullptr && !u.enclitic)
      pending_ = units_.entry(*word).preposition;
    else if (u.kind != TokenKind::Quote && u.kind != TokenKind::Open && !u.does(Function::Demonstrative))
      pending_ = Preposition::None;
  }

  // Whether `mention` is joined to the one before it by "and", or by a comma or dash in a row of places.
  bool joins(const Mention& before, const Mention& mention) const {
    const auto& start = unit(mention.first);
    const bool places = before.type == MentionType::Place && mention.type == MentionType::Place;
    const bool joined = start.has(kAnd) || (places && begins_with_and(mention.first));
    const auto next = behind_aside(before.last);
    if (mention.first == next) return joined && !start.has(kWith) && !start.has(kFor);
    if (mention.first != next + 1) return false;
    const auto& between = unit(next);
    if (is_lone_and(between)) return true;
    if (between.kind == TokenKind::Dash) return places;
    if (places && between.does(Function::Addition)) return true;  // "A and B, in addition to C"
    return between.kind == TokenKind::Comma && places && joined;
  }

  // "X (south) and Y": the unit behind a short aside in brackets.
  std::size_t behind_aside(std::size_t at) const {
    if (at >= units_.units.size() || unit(at).kind != TokenKind::Open) return at;
    for (auto close = at + 1; close < std::min(units_.units.size(), at + kLongestAside); ++close)
      if (unit(close).kind == TokenKind::Close) return close + 1;
    return at;
  }

  // An unknown word that may be "and" and a name.
  bool begins_with_and(std::size_t at) const {
    const auto& token = document_.scan.tokens[unit(at).first];
    const auto word = document_.scan.word(token);
    return unit(at).reading_count == 0 && word.size() > 3 && begins_with(word, arabic::letter::waw);
  }

  static bool is_lone_and(const Unit& u) { return u.is_word() && u.end - u.begin == 1; }

  // The place before `at` when `at` can go on with a row of places.
  const Mention* row_before(std::size_t at) const {
    if (last_ == kNoMention) return nullptr;
    const auto& before = out_.items[last_];
    if (before.type != MentionType::Place && (before.type != MentionType::Object || before.place_entity == lexicon::kNone)) return nullptr;
    const auto next = behind_aside(before.last);
    if (at == next) return (unit(at).has(kAnd) || begins_with_and(at)) && !unit(at).has(kWith) && !unit(at).has(kFor) ? &before : nullptr;
    if (at != next + 1) return nullptr;
    const auto& between = unit(next);
    const bool row = between.kind == TokenKind::Comma || between.kind == TokenKind::Dash || is_lone_and(between);
    return row || between.does(Function::Addition) ? &before : nullptr;
  }

  const document::Document& document_;
  const Units& units_;
  Mentions& out_;
  NounPhraseParser parser_;
  Preposition pending_ = Preposition::None;  // the word before, when it is a preposition
  std::uint32_t last_ = kNoMention;          // the mention before
};

}  // namespace

void find_mentions(const document::Document& document, const Units& units, Mentions& out) {
  out.items.clear();
  out.at_unit.assign(units.units.size(), kNoMention);
  Finder(document, units, out).run();
  resolve_short_names(document, units, out);
}

}  // namespace khabar::entity
