// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A noun phrase is parsed from its head to the right: quantity, head, adjectives, construct (X of Y), then what belongs to it
// ("belonging to", "of", "backed by"). Prepositions before it are remembered, since they decide its role.
#include "entity/mention.hpp"

#include "entity/place_choice.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::entity {
namespace {

using arabic::TokenKind;
using lexicon::Entry;
using lexicon::EntityClass;
using lexicon::Function;
using lexicon::Head;
using lexicon::Kind;
using lexicon::kNone;
using lexicon::Precision;
using lexicon::Preposition;
using lexicon::Relation;

constexpr int kDeepest = 3;                     // nested attachments
constexpr std::uint32_t kLongestName = 4;       // words of an unknown name
constexpr std::uint32_t kMostAdjectives = 3;

class Parser {
 public:
  Parser(const document::Document& document, const Units& units, Mentions& out) : document_(document), units_(units), out_(out), choice_(units) {}

  void run() {
    out_.items.clear();
    out_.at_unit.assign(units_.units.size(), kNoMention);
    std::size_t unit = 0;
    for (const auto& sentence : document_.sentences) {
      while (unit < units_.units.size() && units_.units[unit].first < sentence.first) ++unit;
      std::size_t end = unit;
      while (end < units_.units.size() && units_.units[end].first < sentence.last) ++end;
      this->sentence(unit, end);
      unit = end;
    }
    choice_.settle(out_);
  }

 private:
  const Unit& unit(std::size_t at) const { return units_.units[at]; }

  template <typename Condition>
  const Entry* entry_if(std::size_t at, Condition condition) const {
    const auto* reading = units_.find(unit(at), condition);
    return reading == nullptr ? nullptr : &units_.entry(*reading);
  }

  void sentence(std::size_t first, std::size_t end) {
    end_ = end;
    Preposition preposition = Preposition::None;
    std::uint32_t last_mention = kNoMention;
    for (std::size_t at = first; at < end;) {
      if (unit(at).furniture) {
        ++at;
        continue;
      }
      if (const auto found = parse(at, 0); found != kNoMention) {
        auto& mention = out_.items[found];
        if (mention.preposition == Preposition::None) mention.preposition = preposition;
        if (last_mention != kNoMention && joins(out_.items[last_mention], mention)) {
          mention.coordinated = true;
          if (mention.preposition == Preposition::None) mention.preposition = out_.items[last_mention].preposition;
        }
        out_.at_unit[mention.first] = found;
        last_mention = found;
        at = mention.last;
        preposition = Preposition::None;
        continue;
      }
      if (const auto* word = entry_if(at, [](const Entry& e) { return e.preposition != Preposition::None; }))
        preposition = word->preposition;
      else if (unit(at).kind != TokenKind::Quote && unit(at).kind != TokenKind::Open && !entry_if(at, [](const Entry& e) { return e.does(Function::Demonstrative); }))
        preposition = Preposition::None;
      ++at;
    }
  }

  // Whether `mention` is joined to the one before it by "and", or by a comma in a list.
  bool joins(const Mention& before, const Mention& mention) const {
    const auto& start = unit(mention.first);
    if (mention.first == before.last) return start.has(kAnd) && !start.has(kWith) && !start.has(kFor);
    if (mention.first == before.last + 1) {
      const auto& between = unit(before.last);
      const bool lone_and = between.is_word() && between.end - between.begin == 1;
      return lone_and || (between.kind == TokenKind::Comma && start.has(kAnd) && before.type == mention.type && before.type == MentionType::Place);
    }
    return false;
  }

  Preposition clitic_preposition(const Unit& u) const {
    if (u.has(kWith)) return Preposition::With;
    if (u.has(kFor)) return Preposition::For;
    if (u.has(kAs)) return Preposition::As;
    return Preposition::None;
  }

  std::uint32_t add(Mention mention) {
    out_.items.push_back(mention);
    return static_cast<std::uint32_t>(out_.items.size() - 1);
  }

  // Parses a phrase that begins at `at`; returns its number, or kNoMention and leaves nothing behind.
  std::uint32_t parse(std::size_t at, int depth) {
    if (at >= end_ || depth > kDeepest || unit(at).furniture) return kNoMention;
    Mention mention;
    mention.first = static_cast<std::uint32_t>(at);
    mention.preposition = clitic_preposition(unit(at));
    std::size_t head = at;
    const auto count = read_count(units_, at, end_, head);
    if (count.given()) {
      mention.count = count;
      if (head < end_ && count.quantifier != lexicon::Quantifier::Exactly &&
          entry_if(head, [](const Entry& e) { return e.preposition == Preposition::From; }))
        ++head;  // a number of X
    } else if (const auto* each = entry_if(at, [](const Entry& e) { return e.does(Function::Each); }); each != nullptr && at + 1 < end_) {
      mention.each = true;
      mention.count = {1, 1, lexicon::Quantifier::Exactly};
      head = at + 1;
    }
    if (head >= end_) return kNoMention;
    if (head > at && (unit(head).has(kAnd) || unit(head).has(kWith) || unit(head).has(kFor))) return kNoMention;
    mention.head = static_cast<std::uint32_t>(head);
    mention.begin = head > at ? unit(at).stem : unit(head).stem;
    const auto found = parse_head(mention, depth);
    if (found == kNoMention) return kNoMention;
    finish_count(out_.items[found]);
    return found;
  }

  void finish_count(Mention& mention) {
    const auto* reading = units_.of(unit(mention.head)).empty() ? nullptr : &units_.of(unit(mention.head))[0];
    if (reading == nullptr) return;
    for (const auto& candidate : units_.of(unit(mention.head)))
      if (candidate.sense.entry == mention.noun) reading = &candidate;
    mention.number = lexicon::unpack(reading->sense.features).number;
    if (mention.count.given()) return;
    if (mention.number == arabic::Number::Dual && mention.type != MentionType::Actor) mention.count = {2, 2, lexicon::Quantifier::Exactly};
  }

  std::uint32_t parse_head(Mention mention, int depth) {
    const auto head = mention.head;
    const Unit& u = unit(head);
    if (!u.is_word()) return kNoMention;
    mention.definite = u.definite;
    mention.last = head + 1;
    mention.end = u.end;
    if (const auto* cue = entry_if(head, [](const Entry& e) { return e.cue != EntityClass::None; })) {
      if (const auto place = parse_cued_place(mention, *cue, depth); place != kNoMention) return place;
    }
    if (const auto* name = sure_name(head)) return parse_name(mention, *name, depth);
    const bool adjective = entry_if(head, [](const Entry& e) { return e.kind == Kind::Word && e.means != lexicon::EventType::None; }) != nullptr;
    if (!adjective && entry_if(head, [](const Entry& e) { return e.kind == Kind::Weapon; }) != nullptr) {
      mention.type = MentionType::Weapon;
      mention.noun = id_of(head, [](const Entry& e) { return e.kind == Kind::Weapon; });
      return attach(mention, depth);
    }
    if (const auto* object = entry_if(head, [](const Entry& e) { return e.kind == Kind::Object; })) {
      mention.type = MentionType::Object;
      mention.noun = id_of(head, [](const Entry& e) { return e.kind == Kind::Object; });
      static_cast<void>(object);
      return attach(mention, depth);
    }
    if (const auto* noun = entry_if(head, [](const Entry& e) { return e.head != Head::None; })) {
      mention.noun = id_of(head, [](const Entry& e) { return e.head != Head::None; });
      switch (noun->head) {
        case Head::PopulationGroup:
        case Head::Member: mention.type = MentionType::People; break;
        case Head::SourceHead: mention.type = MentionType::Source; break;
        case Head::Post: return parse_post(mention, depth);
        default: mention.type = MentionType::Actor; break;
      }
      return attach(mention, depth);
    }
    return parse_given_name(mention);
  }

  template <typename Condition>
  std::uint32_t id_of(std::size_t at, Condition condition) const {
    const auto* reading = units_.find(unit(at), condition);
    return reading == nullptr ? kNone : reading->sense.entry;
  }

  static bool is_entity(const Entry& e) { return e.kind == Kind::Actor || e.kind == Kind::Person || e.kind == Kind::Place; }

  // A reading as a named entity that needs no cue; null when there is none.
  const Reading* sure_name(std::size_t at) const {
    const Reading* best = nullptr;
    for (const auto& reading : units_.of(unit(at))) {
      if (!is_entity(units_.entry(reading)) || reading.enclitic) continue;
      if ((reading.sense.flags & lexicon::kAmbiguous) != 0 && !unit_is_quoted(at)) continue;
      if (best == nullptr || (units_.entry(*best).kind == Kind::Place && units_.entry(reading).kind == Kind::Actor)) best = &reading;
    }
    return best;
  }

  bool unit_is_quoted(std::size_t at) const {
    return at > 0 && at + 1 < end_ && unit(at - 1).kind == TokenKind::Quote && unit(at + 1).kind == TokenKind::Quote && unit(at).definite;
  }

  std::uint32_t parse_name(Mention mention, const Reading& name, int depth) {
    const Entry& e = units_.entry(name);
    mention.type = e.kind == Kind::Place ? MentionType::Place : e.kind == Kind::Person ? MentionType::Person : MentionType::Actor;
    mention.entity = name.sense.entry;
    if (mention.type == MentionType::Place) {
      mention.place_entity = mention.entity;
      choice_.vote(mention.head);
    } else if (e.entity_class == EntityClass::State) {
      mention.place_entity = e.country;
      if ((name.sense.flags & lexicon::kMetonym) != 0)
        if (const auto city = id_of(mention.head, [](const Entry& p) { return p.kind == Kind::Place; }); city != kNone) mention.place_entity = city;
    }
    return attach(mention, depth);
  }

  // "the town of X", "the X countryside", "north of X": the cue gives class and precision, the name behind it the place.
  std::uint32_t parse_cued_place(Mention mention, const Entry& cue, int depth) {
    const auto head = mention.head;
    std::size_t at = head + 1;
    const auto skip_quotes = [&] {
      while (at < end_ && unit(at).kind == TokenKind::Quote) ++at;
    };
    skip_quotes();
    if (at >= end_) return kNoMention;
    mention.type = MentionType::Place;
    mention.noun = id_of(head, [](const Entry& e) { return e.cue != EntityClass::None; });
    mention.precision = cue.precision;
    const bool direction = cue.does(Function::Direction) || cue.precision == Precision::Near || cue.precision == Precision::RuralArea;
    if (entry_if(at, [](const Entry& e) { return e.preposition == Preposition::From; }) && direction && at + 1 < end_) ++at;  // near to X
    if (!unit(at).is_word() || unit(at).has(kAnd) || unit(at).has(kWith)) return kNoMention;
    if (unit(at).has(kFor) && !direction) return kNoMention;
    // a cue behind the cue: the northern countryside of the city of X
    if (depth < kDeepest && entry_if(at, [](const Entry& e) { return e.cue != EntityClass::None; }) != nullptr) {
      const auto inner = parse(at, depth + 1);
      if (inner != kNoMention && out_.items[inner].type == MentionType::Place && out_.items[inner].place_entity != kNone) {
        auto& nested = out_.items[inner];
        nested.nested = true;
        mention.entity = nested.entity;
        mention.place_entity = nested.place_entity;
        mention.name_first = nested.name_first, mention.name_last = nested.name_last;
        mention.last = nested.last;
        mention.end = nested.end;
        return add(mention);
      }
      if (inner != kNoMention) return drop_from(inner), kNoMention;
    }
    const auto place = id_of(at, [](const Entry& e) { return e.kind == Kind::Place; });
    const auto state = id_of(at, [](const Entry& e) { return e.kind == Kind::Actor && e.entity_class == EntityClass::State; });
    if (place != kNone || (state != kNone && direction)) {
      mention.entity = mention.place_entity = place != kNone ? place : units_.lexicon->entry(state).country;
      if (mention.entity == kNone) return kNoMention;
      choice_.cue(static_cast<std::uint32_t>(out_.items.size()), static_cast<std::uint32_t>(at), cue.cue);
      mention.last = static_cast<std::uint32_t>(at + 1);
      mention.end = unit(at).end;
      if (mention.last < end_ && unit(mention.last).kind == TokenKind::Quote && at > head + 1) ++mention.last;
      take_place_adjectives(mention);
      return add(mention);
    }
    if (direction || cue.cue == EntityClass::Country) return kNoMention;
    // an unknown name behind a cue
    std::size_t last = at;
    while (last < end_ && last < at + 2 && is_name_word(last, last == at)) ++last;
    if (last == at) return kNoMention;
    if (entry_if(head, [](const Entry& e) { return e.kind == Kind::Object; }) != nullptr && !unit(at).definite && at == head + 1) return kNoMention;
    mention.name_first = static_cast<std::uint32_t>(at);
    mention.name_last = static_cast<std::uint32_t>(last);
    mention.last = static_cast<std::uint32_t>(last);
    mention.end = unit(last - 1).end;
    return add(mention);
  }

  // Adjectives of direction and nationality behind a place name: the northern countryside of X.
  void take_place_adjectives(Mention& mention) {
    while (mention.last < end_ && unit(mention.last).is_word() && unit(mention.last).definite && !unit(mention.last).has(kAnd) &&
           !unit(mention.last).has(kWith) && !unit(mention.last).has(kFor) &&
           entry_if(mention.last, [](const Entry& e) { return e.does(Function::Direction) || e.demonym_of != kNone; }) != nullptr) {
      mention.end = unit(mention.last).end;
      ++mention.last;
    }
  }

  // A word that can be part of an unknown name: not in the lexicon, or known as a given name.
  bool is_name_word(std::size_t at, bool first) const {
    const Unit& u = unit(at);
    if (!u.is_word() || u.furniture) return false;
    if (!first && (u.has(kAnd) || u.has(kWith) || u.has(kFor) || u.has(kThen))) return false;
    if (u.reading_count == 0) return u.end - u.stem > 1;
    return u.does(Function::GivenName);
  }

  std::uint32_t parse_given_name(Mention mention) {
    const auto head = mention.head;
    if (!unit(head).does(Function::GivenName) || unit(head).definite) return kNoMention;
    std::size_t last = head + 1;
    while (last < end_ && last < head + kLongestName && is_name_word(last, false)) ++last;
    if (last < head + 2) return kNoMention;
    mention.type = MentionType::Person;
    return name_person(mention, head, last);
  }

  std::uint32_t name_person(Mention mention, std::size_t first, std::size_t last) {
    mention.name_first = static_cast<std::uint32_t>(first);
    mention.name_last = mention.last = static_cast<std::uint32_t>(last);
    mention.end = unit(last - 1).end;
    mention.count = {};
    return add(mention);
  }

  // "the commander of X", "spokesman Y Z", "General Y": a person when a name follows, else people of a post.
  std::uint32_t parse_post(Mention mention, int depth) {
    std::size_t at = mention.head + 1;
    while (at < end_ && unit(at).is_word() && !unit(at).has(kAnd) && !unit(at).has(kWith) && !unit(at).has(kFor) &&
           (entry_if(at, [](const Entry& e) { return e.head == Head::Post || e.demonym_of != kNone; }) != nullptr)) {
      if (sure_name(at) != nullptr) break;
      ++at;
    }
    std::size_t open = at;
    if (open < end_ && unit(open).kind == TokenKind::Quote) ++open;
    if (open < end_) {
      if (const auto* known = units_.find(unit(open), [](const Entry& e) { return e.kind == Kind::Person; }); known != nullptr && !unit(open).has(kAnd)) {
        mention.type = MentionType::Person;
        mention.entity = known->sense.entry;
        mention.head = static_cast<std::uint32_t>(open);
        mention.begin = unit(open).stem;
        mention.last = static_cast<std::uint32_t>(open + 1);
        mention.end = unit(open).end;
        return add(mention);
      }
      std::size_t last = open;
      while (last < end_ && last < open + kLongestName && is_name_word(last, last == open) && !(last == open && unit(last).has(kAnd))) ++last;
      const bool plausible = last >= open + 2 || (last == open + 1 && (open > at || unit(open).does(Function::GivenName)));
      if (plausible && !unit(open).definite) {
        mention.type = MentionType::Person;
        mention.begin = unit(open).stem;
        return name_person(mention, open, last);
      }
    }
    mention.type = MentionType::People;
    return attach(mention, depth);
  }

  // Adjectives, construct state and attachments behind the head.
  std::uint32_t attach(Mention mention, int depth) {
    const auto self = add(mention);
    std::size_t at = mention.last;
    std::uint32_t adjectives = 0;
    bool construct = mention.type != MentionType::Place && mention.type != MentionType::Person && !unit(mention.head).enclitic &&
                     (mention.entity == kNone);
    const bool named = mention.entity != kNone;
    while (at < end_) {
      const Unit& u = unit(at);
      if (u.furniture) break;
      if (u.kind == TokenKind::Quote || u.kind == TokenKind::Open) {  // a quoted name right behind the head
        if (named || at + 2 >= end_ || depth >= kDeepest) break;
        const auto inner = parse(at + 1, depth + 1);
        if (inner != kNoMention && names_something(out_.items[inner]) && construct) {
          at = out_.items[inner].last;
          if (at < end_ && (unit(at).kind == TokenKind::Quote || unit(at).kind == TokenKind::Close)) ++at;
          take_name(self, inner);
          construct = false;
          continue;
        }
        if (inner != kNoMention) drop_from(inner);
        if (construct && u.kind == TokenKind::Quote && take_quoted_name(self, at)) {
          construct = false;
          continue;
        }
        break;
      }
      if (!u.is_word()) break;
      if (const auto* adjective = units_.find(u, [](const Entry& e) { return e.demonym_of != kNone; });
          adjective != nullptr && !u.has(kAnd) && !u.has(kWith) && !u.has(kFor)) {
        out_.items[self].demonym = units_.entry(*adjective).demonym_of;
        extend(self, ++at);
        construct = false;
        continue;
      }
      if (const auto* relation = units_.find(u, [](const Entry& e) { return e.relation != Relation::None; }); relation != nullptr && depth < kDeepest) {
        const auto inner = parse(next_word(at + 1), depth + 1);
        if (inner == kNoMention || out_.items[inner].type == MentionType::Weapon) {
          if (inner != kNoMention) drop_from(inner);
          break;
        }
        relate(self, units_.entry(*relation).relation, inner);
        at = out_.items[inner].last;
        if (out_.items[self].type != MentionType::Object) extend(self, at), construct = false;
        else construct = false;
        continue;
      }
      if (construct && depth < kDeepest && !u.has(kAnd) && !u.has(kThen) && !u.has(kWith) && !u.has(kFor) && !unit(mention.head).has(kArticle)) {
        const auto inner = parse(at, depth + 1);
        if (inner != kNoMention && out_.items[inner].type != MentionType::Weapon && out_.items[inner].preposition == Preposition::None &&
            !(out_.items[inner].count.given())) {
          take_construct(self, inner);
          at = out_.items[inner].last;
          construct = false;
          continue;
        }
        if (inner != kNoMention) drop_from(inner);
      }
      if (adjectives < kMostAdjectives && is_adjective(at, mention)) {
        extend(self, ++at);
        ++adjectives;
        continue;
      }
      if (belongs(at, out_.items[self]) && depth < kDeepest) {
        const auto from = entry_if(at, [](const Entry& e) { return e.preposition != Preposition::None; }) != nullptr ? at + 1 : at;
        const auto inner = parse(next_word(from), depth + 1);
        if (inner != kNoMention && is_owner(out_.items[inner])) {
          out_.items[inner].nested = true;
          out_.items[self].owner = inner;
          at = out_.items[inner].last;
          if (out_.items[self].type == MentionType::People || out_.items[self].type == MentionType::Source) extend(self, at);
          else out_.items[self].last = static_cast<std::uint32_t>(at);
          construct = false;
          continue;
        }
        if (inner != kNoMention) drop_from(inner);
      }
      break;
    }
    auto& done = out_.items[self];
    done.last = std::max(done.last, static_cast<std::uint32_t>(at > done.last && owner_ends_at(done, at) ? at : done.last));
    return self;
  }

  bool owner_ends_at(const Mention& mention, std::size_t at) const {
    return (mention.owner != kNoMention && out_.items[mention.owner].last == at) ||
           (mention.relation_to != kNoMention && out_.items[mention.relation_to].last == at);
  }

  // Skips an opening quote.
  std::size_t next_word(std::size_t at) const { return at < end_ && unit(at).kind == TokenKind::Quote ? at + 1 : at; }

  void extend(std::uint32_t self, std::size_t last) {
    auto& mention = out_.items[self];
    mention.last = static_cast<std::uint32_t>(last);
    mention.end = unit(last - 1).end;
  }

  void drop_from(std::uint32_t first) { out_.items.resize(first); }

  static bool names_something(const Mention& m) { return m.entity != kNone || m.name_last > m.name_first; }

  static bool is_owner(const Mention& m) {
    return m.type == MentionType::Actor || m.type == MentionType::Person || (m.type == MentionType::People && m.preposition != Preposition::With);
  }

  void relate(std::uint32_t self, Relation relation, std::uint32_t inner) {
    out_.items[inner].nested = true;
    auto& mention = out_.items[self];
    if (relation == Relation::SubordinateTo || relation == Relation::UsedBy) {
      mention.owner = inner;
      if (relation == Relation::UsedBy) mention.relation = relation, mention.relation_to = inner;
    } else {
      mention.relation = relation;
      mention.relation_to = inner;
    }
  }

  // A name in apposition or construct names the group; after an object or people it is the owner.
  void take_name(std::uint32_t self, std::uint32_t inner) {
    auto& nested = out_.items[inner];
    nested.nested = true;
    extend(self, nested.last);
    auto& mention = out_.items[self];
    if (mention.type == MentionType::Actor && (nested.type == MentionType::Actor || nested.type == MentionType::Place)) {
      mention.entity = nested.type == MentionType::Actor ? nested.entity : mention.entity;
      if (nested.type == MentionType::Place) mention.place_entity = nested.place_entity;
      mention.name_first = nested.name_first, mention.name_last = nested.name_last;
    } else {
      mention.owner = inner;
    }
  }

  void take_construct(std::uint32_t self, std::uint32_t inner) {
    const auto type = out_.items[self].type;
    auto& nested = out_.items[inner];
    const bool facility = type == MentionType::Object && nested.type == MentionType::Place;
    if (facility) out_.items[self].place_entity = nested.place_entity;
    take_name(self, inner);
    if (facility) out_.items[self].owner = kNoMention;
  }

  // An unknown name in quotes behind a group, place or organisation noun.
  bool take_quoted_name(std::uint32_t self, std::size_t& at) {
    std::size_t last = at + 1;
    while (last < end_ && last < at + 6 && unit(last).kind != TokenKind::Quote && unit(last).is_word()) ++last;
    if (last >= end_ || unit(last).kind != TokenKind::Quote || last == at + 1) return false;
    auto& mention = out_.items[self];
    if (mention.type != MentionType::Actor && mention.type != MentionType::People) return false;
    mention.name_first = static_cast<std::uint32_t>(at + 1);
    mention.name_last = static_cast<std::uint32_t>(last);
    if (mention.type == MentionType::People) mention.type = MentionType::Person;
    at = last + 1;
    mention.last = static_cast<std::uint32_t>(at);
    mention.end = unit(last - 1).end;
    return true;
  }

  // A word that agrees with the head as an adjective does: both with the article, or a known adjective.
  bool is_adjective(std::size_t at, const Mention& mention) const {
    const Unit& u = unit(at);
    if (u.has(kAnd) || u.has(kThen) || u.has(kWith) || u.has(kFor) || u.has(kAs) || u.enclitic) return false;
    if (sure_name(at) != nullptr) return false;
    const bool head_definite = unit(mention.head).definite || mention.entity != kNone;
    if (u.reading_count == 0) return u.definite && head_definite && mention.type != MentionType::Person && mention.type != MentionType::Place;
    const auto* adjective = units_.find(u, [](const Entry& e) {
      return (e.pos == lexicon::Pos::Adjective || e.means != lexicon::EventType::None || e.does(Function::Other) || e.head == Head::Member) &&
             e.kind == Kind::Word && e.event == lexicon::EventType::None && !e.does(Function::Direction);
    });
    if (adjective == nullptr) return false;
    return u.definite == unit(mention.head).definite || mention.definite;
  }

  // Whether a possessive begins at `at`: li-X for things; "of X", "in X" for people.
  bool belongs(std::size_t at, const Mention& mention) const {
    const Unit& u = unit(at);
    if (mention.owner != kNoMention) return false;
    const bool people = mention.type == MentionType::People || mention.type == MentionType::Source;
    if (u.has(kFor) && !u.has(kAnd)) return mention.type == MentionType::Object || mention.type == MentionType::Weapon || mention.type == MentionType::Actor || people;
    if (!people || u.has(kAnd)) return false;
    return entry_if(at, [](const Entry& e) { return e.preposition == Preposition::From || e.preposition == Preposition::In; }) != nullptr ||
           u.has(kWith);
  }

  const document::Document& document_;
  const Units& units_;
  Mentions& out_;
  PlaceChoice choice_;
  std::size_t end_ = 0;
};

}  // namespace

void find_mentions(const document::Document& document, const Units& units, Mentions& out) { Parser(document, units, out).run(); }

}  // namespace khabar::entity
