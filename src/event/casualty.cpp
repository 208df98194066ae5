// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A word of killing or wounding with the people it takes makes a figure. The figure goes to the event that led to it: the subject of
// a consequence verb, the cause named behind it, the word itself when it names an event, else the event told just before.
#include "event/stages.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using arabic::TokenKind;
using entity::Count;
using entity::kNoMention;
using entity::kUnbounded;
using entity::Mention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::Function;
using lexicon::Outcome;
using lexicon::Quantifier;
using lexicon::Slot;

constexpr std::uint32_t kSentencesBack = 3;

class Counter {
 public:
  Counter(const Context& context, const Membership& membership, Report& report)
      : context_(context), units_(context.units), membership_(membership), report_(report) {}

  void run() {
    for (std::size_t s = 0; s < context_.sentences.size(); ++s) {
      const auto& sentence = context_.sentences[s];
      for (std::uint32_t i = 0; i < sentence.predicates.size(); ++i)
        if (sentence.predicates[i].casualty) count(s, i);
    }
  }

 private:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const Entry& entry(std::uint32_t id) const { return context_.lexicon.entry(id); }

  struct Found {
    Figure figure;
    std::vector<std::uint32_t> victims;
    bool named_target = false;
  };

  void count(std::size_t s, std::uint32_t i) {
    const auto& sentence = context_.sentences[s];
    const auto& p = sentence.predicates[i];
    auto found = read(sentence, p);
    const auto told = event_of(s, i);
    if (told == kNobody) return;
    const auto own = membership_[s][i];
    auto& event = report_.event_mentions[told];
    if (own != kNobody && own != told) absorb(own, told);
    for (const auto victim : found.victims) add_target(event, victim);
    if (!found.figure.count.given()) return;
    const auto put = [&](Outcome outcome) {
      auto figure = found.figure;
      figure.outcome = outcome;
      const auto same = [&](const Figure& f) { return f.outcome == outcome && f.evidence == figure.evidence; };
      if (std::none_of(event.figures.begin(), event.figures.end(), same)) event.figures.push_back(figure);
    };
    put(found.figure.outcome);
    // "no victims" speaks of the dead and the injured alike
    if (found.figure.count.quantifier == Quantifier::Zero && entry(p.entry).does(Function::Toll) && found.figure.outcome == Outcome::Killed) put(Outcome::Injured);
  }

  void add_target(EventMention& event, std::uint32_t victim) {
    const auto same = [&](const Filler& f) { return f.mention == victim; };
    if (std::none_of(event.fillers.begin(), event.fillers.end(), same))
      event.fillers.push_back({.role = Role::Target, .mention = victim, .inherited = true, .confidence = 0.7F});
  }

  // A casualty word that was told as an event of its own but belongs to another.
  void absorb(std::uint32_t own, std::uint32_t into) {
    auto& from = report_.event_mentions[own];
    if (from.absorbed_into != kNobody) return;
    from.absorbed_into = into;
    auto& to = report_.event_mentions[into];
    to.triggers.insert(to.triggers.end(), from.triggers.begin(), from.triggers.end());
    for (const auto& filler : from.fillers)
      if (filler.role == Role::Place || filler.role == Role::Target || filler.role == Role::Weapon) {
        const auto same = [&](const Filler& f) { return f.role == filler.role && f.mention == filler.mention; };
        if (std::none_of(to.fillers.begin(), to.fillers.end(), same)) to.fillers.push_back(filler);
      }
    if (to.time == kNobody) to.time = from.time;
  }

  // ---- the number and the people ----

  Found read(const Sentence& sentence, const Predicate& p) {
    Found found;
    auto& figure = found.figure;
    figure.outcome = entry(p.entry).outcome;
    const auto& u = unit(p.unit);
    figure.evidence = {u.stem, u.end};
    const auto* reading = units_.find(u, [&](const Entry& e) { return e.outcome == figure.outcome; });
    const auto number = reading == nullptr ? arabic::Number::None : lexicon::unpack(reading->sense.features).number;
    read_people(sentence, p, found);
    if (!figure.count.given()) read_number_before(sentence, p, figure);
    if (!figure.count.given()) read_others(sentence, p, figure);
    if (!figure.count.given() && !p.verb && !entry(p.entry).does(Function::Toll)) {
      const bool masdar = reading != nullptr && lexicon::unpack(reading->sense.features).kind == arabic::FormKind::Masdar;
      if (number == arabic::Number::Dual) figure.count = {2, 2, Quantifier::Exactly};
      else if (number == arabic::Number::Plural) figure.count = {1, kUnbounded, Quantifier::Some};
      else if (number == arabic::Number::Singular && !masdar && !p.definite && entry(p.entry).head != lexicon::Head::None) figure.count = {1, 1, Quantifier::Exactly};
    }
    if (negated(sentence, p)) {
      figure.count = {0, 0, Quantifier::Zero};
      figure.victims = kNobody;
      found.victims.clear();
    }
    return found;
  }

  void read_people(const Sentence& sentence, const Predicate& p, Found& found) {
    const auto& frame = p.frame < context_.lexicon.frames().size() ? context_.lexicon.frames()[p.frame] : lexicon::Frame{};
    std::uint64_t minimum = 0, maximum = 0;
    bool exact = true, any = false;
    Quantifier quantifier = Quantifier::Exactly;
    for (const auto& argument : p.arguments) {
      if (argument.mention == kNoMention) continue;
      const auto role = frame.role(argument.slot);
      const bool victim = role == lexicon::RoleName::Victim || role == lexicon::RoleName::Target || argument.slot == Slot::Genitive || argument.slot == Slot::PassiveSubject ||
                          (argument.slot == Slot::Subject && role == lexicon::RoleName::None);
      const auto& m = mention(argument.mention);
      if (!victim || (m.type != MentionType::People && m.type != MentionType::Person && m.type != MentionType::Actor)) continue;
      if (any && !m.coordinated) continue;
      if (m.first > sentence.first && behind_partitive(sentence, p.unit, m.first)) continue;
      const auto count = count_of(m);
      any = true;
      minimum += count.minimum;
      if (count.maximum == kUnbounded) exact = false;
      else maximum += count.maximum;
      if (count.quantifier != Quantifier::Exactly) quantifier = count.quantifier;
      if (found.figure.victims == kNobody) found.figure.victims = argument.mention;
      found.victims.push_back(argument.mention);
      found.figure.evidence.begin = std::min(found.figure.evidence.begin, m.begin);
      found.figure.evidence.end = std::max(found.figure.evidence.end, noun_end(m));
    }
    if (!any) return;
    found.figure.count = {static_cast<std::uint32_t>(std::min<std::uint64_t>(minimum, kUnbounded - 1)),
                          exact ? static_cast<std::uint32_t>(std::min<std::uint64_t>(maximum, kUnbounded - 1)) : kUnbounded, quantifier};
  }

  // The end of the counted noun: what follows it ("of the brigade") is no part of the figure's words.
  std::uint32_t noun_end(const Mention& m) const { return m.type == MentionType::People ? unit(m.head).end : m.end; }

  Count count_of(const Mention& m) const {
    if (m.count.given()) return m.count;
    if (m.type == MentionType::Person) return {1, 1, Quantifier::Exactly};
    if (m.type == MentionType::Actor) return {1, kUnbounded, Quantifier::Some};
    switch (m.number) {
      case arabic::Number::Singular: return {1, 1, Quantifier::Exactly};
      case arabic::Number::Dual: return {2, 2, Quantifier::Exactly};
      default: return {1, kUnbounded, Quantifier::Some};
    }
  }

  bool behind_partitive(const Sentence& sentence, std::uint32_t from, std::uint32_t to) const {
    for (auto at = std::max(from, sentence.first); at < to; ++at)
      if (unit(at).does(Function::Partitive)) return true;
    return false;
  }

  // "6 dead", "a number of injured", "the toll rose to 7": a number before the noun, or behind it for tolls.
  void read_number_before(const Sentence& sentence, const Predicate& p, Figure& figure) {
    if (p.verb) return;
    for (std::uint32_t back = 4; back >= 1; --back) {
      if (p.unit < sentence.first + back) continue;
      std::size_t next = 0;
      const auto count = entity::read_count(units_, p.unit - back, p.unit, next);
      const bool of = next + 1 == p.unit && units_.find(unit(p.unit - 1), [](const Entry& e) { return e.preposition == lexicon::Preposition::From; }) != nullptr;
      if (!count.given() || (next != p.unit && !of)) continue;
      figure.count = count;
      figure.evidence.begin = unit(p.unit - back).stem;
      return;
    }
    const bool toll = p.unit > sentence.first && std::any_of(units_.units.begin() + std::max<std::int64_t>(sentence.first, static_cast<std::int64_t>(p.unit) - 4),
                                                             units_.units.begin() + p.unit + 1, [](const entity::Unit& u) { return u.does(Function::Toll); });
    if (!toll) return;
    for (auto at = p.unit + 1; at < std::min(sentence.last, p.unit + 14); ++at) {
      if (units_.find(unit(at), [](const Entry& e) { return e.preposition == lexicon::Preposition::To; }) == nullptr) continue;
      std::size_t next = 0;
      const auto count = entity::read_count(units_, at + 1, sentence.last, next);
      if (!count.given()) continue;
      figure.count = count;
      figure.evidence.end = unit(static_cast<std::uint32_t>(next) - 1).end;
      return;
    }
  }

  // "and wounding others", "and 5 others were wounded"
  void read_others(const Sentence& sentence, const Predicate& p, Figure& figure) {
    std::size_t next = p.unit + 1;
    if (next >= sentence.last) return;
    const auto count = entity::read_count(units_, p.unit + 1, sentence.last, next);
    const bool others = next < sentence.last && unit(static_cast<std::uint32_t>(next)).does(Function::Other) && !unit(static_cast<std::uint32_t>(next)).has(entity::kAnd);
    if (!others && !count.given()) return;
    figure.count = count.given() ? count : Count{1, kUnbounded, Quantifier::Some};
    figure.evidence.end = unit(static_cast<std::uint32_t>(others ? next : next - 1)).end;
  }

  // "did not leave dead", "without casualties", "no one was killed"
  bool negated(const Sentence& sentence, const Predicate& p) const {
    const auto first = p.unit > sentence.first + 4 ? p.unit - 4 : sentence.first;
    for (auto at = p.unit; at-- > first;) {
      const auto& u = unit(at);
      if (u.kind == TokenKind::Stop || u.kind == TokenKind::Comma || u.kind == TokenKind::Semicolon || u.does(Function::ClauseBreak) || u.does(Function::Complementizer)) return false;
      if (u.does(Function::Negation) || u.does(Function::Without)) return true;
      if (units_.find(u, [](const Entry& e) { return e.factuality == lexicon::Factuality::Denied; }) != nullptr) return true;
    }
    return false;
  }

  // ---- the event ----

  std::uint32_t alive(std::uint32_t id) const {
    while (id != kNobody && report_.event_mentions[id].absorbed_into != kNobody) id = report_.event_mentions[id].absorbed_into;
    return id;
  }

  std::uint32_t event_of(std::size_t s, std::uint32_t i) const {
    const auto& sentence = context_.sentences[s];
    const auto& predicates = sentence.predicates;
    const auto& p = predicates[i];
    // a consequence verb before it
    for (std::uint32_t j = i; j-- > 0;) {
      const auto& q = predicates[j];
      if (q.leads_to) {
        if (q.subject_predicate != kNoPredicate && membership_[s][q.subject_predicate] != kNobody) return alive(membership_[s][q.subject_predicate]);
        for (std::uint32_t k = j; k-- > 0;)
          if (predicates[k].trigger && !predicates[k].casualty && membership_[s][k] != kNobody) return alive(membership_[s][k]);
        return before(s, q.unit);
      }
      if (q.trigger && !q.casualty) break;
    }
    // a cause behind it
    bool cause = false;
    for (std::uint32_t at = p.unit + 1, k = i + 1; at < sentence.last && at < p.unit + 40; ++at) {
      const auto& u = unit(at);
      if (u.does(Function::CausedBy) || u.does(Function::After)) cause = true;
      if (u.does(Function::ClauseBreak) || u.does(Function::Complementizer) || u.kind == TokenKind::Semicolon) break;
      while (k < predicates.size() && predicates[k].unit < at) ++k;
      if (k >= predicates.size() || predicates[k].unit != at) continue;
      const auto& q = predicates[k];
      if (q.casualty) continue;
      if (q.leads_to) break;
      if (!q.trigger) continue;
      const bool in = q.preposition == lexicon::Preposition::In || q.preposition == lexicon::Preposition::With || q.preposition == lexicon::Preposition::Through;
      if (!q.verb && (cause || in) && membership_[s][k] != kNobody) return alive(membership_[s][k]);
      if (q.verb && !cause) break;
    }
    for (std::uint32_t j = i; j-- > 0;)
      if (predicates[j].trigger && !predicates[j].casualty && membership_[s][j] != kNobody) return alive(membership_[s][j]);
    if (membership_[s][i] != kNobody) return alive(membership_[s][i]);
    // an event word of the same sentence that governs another casualty word
    for (std::uint32_t j = i; j-- > 0;)
      if (membership_[s][j] != kNobody) return alive(membership_[s][j]);
    if (const auto earlier = before(s, sentence.first); earlier != kNobody) return earlier;
    for (std::uint32_t k = i + 1; k < predicates.size(); ++k)
      if (membership_[s][k] != kNobody) return alive(membership_[s][k]);
    return kNobody;
  }

  // The last event mention of the sentences before.
  std::uint32_t before(std::size_t s, std::uint32_t unit_before) const {
    std::uint32_t found = kNobody;
    for (std::uint32_t id = 0; id < report_.event_mentions.size(); ++id) {
      const auto& told = report_.event_mentions[id];
      if (told.unit >= unit_before) break;
      if (told.sentence + kSentencesBack < context_.sentences[s].number || told.factuality == lexicon::Factuality::Planned || told.factuality == lexicon::Factuality::Threatened) continue;
      found = id;
    }
    return alive(found);
  }

  const Context& context_;
  const entity::Units& units_;
  const Membership& membership_;
  Report& report_;
};

}  // namespace

void count_casualties(const Context& context, const Membership& membership, Report& report) { Counter(context, membership, report).run(); }

}  // namespace khabar::event
