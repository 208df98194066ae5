// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Every casualty goes to the event that led to it: the subject of a consequence verb, the cause named behind it, the attack told
// before it in the sentence, the word itself when it says who did it or with what, else the attack told last.
#include "event/casualty_cause.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using lexicon::Outcome;

class Assigner : private CauseFinder {
 public:
  Assigner(const Context& context, const Membership& membership, Report& report)
      : CauseFinder(context, membership, report), context_(context), membership_(membership), report_(report) {}

  void run() {
    mark_own();
    for (std::size_t s = 0; s < context_.sentences.size(); ++s) {
      absorb_blasts(s);
      read_casualties(context_, report_, context_.sentences[s], read_);
      for (const auto& casualty : read_.told) assign(s, casualty);
      for (const auto& casualty : read_.parts) assign_part(s, casualty);
      for (const auto& casualty : read_.summary) drop_summary(s, casualty);
    }
  }

 private:
  // Event mentions that only casualty words tell: they may turn out to be the consequence of another.
  void mark_own() {
    only_casualty_.assign(report_.event_mentions.size(), true);
    for (std::size_t s = 0; s < context_.sentences.size(); ++s)
      for (std::size_t i = 0; i < context_.sentences[s].predicates.size(); ++i) {
        const auto& p = context_.sentences[s].predicates[i];
        const bool of_victims =
            p.subject_predicate != kNoPredicate && context_.sentences[s].predicates[p.subject_predicate].casualty;  // "3 dead fell"
        if (membership_[s][i] != kNobody && p.trigger && !p.casualty && !of_victims) only_casualty_[membership_[s][i]] = false;
      }
  }

  void assign(std::size_t s, const Casualty& casualty) {
    const auto own = own_of(s, casualty.unit);
    // a word of hitting that has people is a casualty of the hit
    if (own != kNobody && casualty.figure.count.given() && report_.event_mentions[own].triggers.size() == 1) only_casualty_[own] = true;
    if (own != kNobody && unit(casualty.first).has(entity::kAnd) && left_in_sentence(s, casualty) != kNobody)
      victims_do_not_act(report_.event_mentions[own], casualty);
    const auto told = event_of(s, casualty, own);
    if (told == kNobody) return;
    if (own != kNobody && own != told && only_casualty_[own]) absorb(own, told);
    auto& event = report_.event_mentions[told];
    event.victims_told.push_back(unit(casualty.unit).begin);
    if (!casualty.figure.count.given()) return;
    for (const auto victim : casualty.victims) add_target(event, victim);
    put(event, casualty.figure, casualty.figure.outcome);
    if (casualty.both) put(event, casualty.figure, Outcome::Injured);
  }

  // "two of them died in ...": the same happening again, without a figure of its own.
  void assign_part(std::size_t s, const Casualty& casualty) {
    const auto own = own_of(s, casualty.unit);
    const auto told = event_of(s, casualty, own);
    if (told == kNobody) return;
    report_.event_mentions[told].victims_told.push_back(unit(casualty.unit).begin);
    if (own != kNobody && only_casualty_[own] && told != own) absorb(own, told);
  }

  // The dead of a war are no happening that the article tells.
  void drop_summary(std::size_t s, const Casualty& casualty) {
    const auto own = own_of(s, casualty.unit);
    if (own != kNobody && only_casualty_[own]) report_.event_mentions[own].summary = true;
    const auto cause = cause_behind(s, casualty);  // "by the fire of the army since the war began"
    if (cause == kNobody) return;
    auto& told = report_.event_mentions[cause];
    if (told.sentence == context_.sentences[s].number && told.time == kNobody && told.figures.empty() &&
        !has_role(told.fillers, Role::Place))
      told.summary = true;
  }

  // "the strikes caused explosions": the blasts are those of the strikes.
  void absorb_blasts(std::size_t s) {
    const auto& predicates = context_.sentences[s].predicates;
    for (std::uint32_t j = 0; j < predicates.size(); ++j) {
      const auto& p = predicates[j];
      if (!p.leads_to) continue;
      const auto cause = p.subject_predicate != kNoPredicate ? alive(membership_[s][p.subject_predicate]) : attack_in_sentence(s, j);
      if (cause == kNobody || !violent(cause)) continue;
      for (const auto& argument : p.arguments) {
        if (argument.predicate == kNoPredicate || argument.predicate == p.subject_predicate) continue;
        const auto blast = alive(membership_[s][argument.predicate]);
        if (blast != kNobody && blast != cause && report_.event_mentions[blast].type == EventType::Explosion) absorb(blast, cause);
      }
    }
  }

  // "and killed two soldiers": whom the figure counts did not kill.
  static void victims_do_not_act(EventMention& own, const Casualty& casualty) {
    const auto counted = [&](const Filler& f) {
      return (f.role == Role::Actor || f.role == Role::LikelyActor) &&
             std::find(casualty.victims.begin(), casualty.victims.end(), f.mention) != casualty.victims.end();
    };
    own.fillers.erase(std::remove_if(own.fillers.begin(), own.fillers.end(), counted), own.fillers.end());
  }

  static void put(EventMention& event, Figure figure, Outcome outcome) {
    figure.outcome = outcome;
    const auto same = [&](const Figure& f) { return f.outcome == outcome && f.evidence == figure.evidence; };
    if (std::none_of(event.figures.begin(), event.figures.end(), same)) event.figures.push_back(figure);
  }

  void add_target(EventMention& event, std::uint32_t victim) const {
    const auto same = [&](const Filler& f) { return f.mention == victim; };
    if (std::none_of(event.fillers.begin(), event.fillers.end(), same))
      event.fillers.push_back({.role = Role::Target, .mention = victim, .inherited = true, .victim = true, .confidence = 0.7F});
  }

  // A casualty word that was told as an event of its own but belongs to another.
  void absorb(std::uint32_t own, std::uint32_t into) {
    auto& from = report_.event_mentions[own];
    if (from.absorbed_into != kNobody) return;
    from.absorbed_into = into;
    auto& to = report_.event_mentions[into];
    if (from.sentence == to.sentence) to.triggers.insert(to.triggers.end(), from.triggers.begin(), from.triggers.end());
    for (const auto& figure : from.figures) put(to, figure, figure.outcome);
    for (const auto& filler : from.fillers) {
      if (filler.role != Role::Place && filler.role != Role::Target && filler.role != Role::Weapon) continue;
      const auto same = [&](const Filler& f) { return f.role == filler.role && f.mention == filler.mention; };
      if (std::none_of(to.fillers.begin(), to.fillers.end(), same)) to.fillers.push_back(filler);
    }
    if (to.time == kNobody) to.time = from.time;
  }

  const Context& context_;
  const Membership& membership_;
  Report& report_;
};

}  // namespace

void count_casualties(const Context& context, const Membership& membership, Report& report) { Assigner(context, membership, report).run(); }

}  // namespace khabar::event
