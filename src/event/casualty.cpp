// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Every casualty goes to the event that led to it: the subject of a consequence verb, the cause named behind it, the attack told
// before it in the sentence, the word itself when it says who did it or with what, else the attack told last.
#include "event/casualty.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using arabic::TokenKind;
using lexicon::Factuality;
using lexicon::Function;
using lexicon::Outcome;
using lexicon::Preposition;

constexpr std::uint32_t kSentencesBack = 4;
constexpr std::uint32_t kSentencesAhead = 2;
constexpr std::uint32_t kCauseReach = 40;
constexpr std::uint32_t kMentionsBack = 40;  // in which an attack that a noun means was told

class Assigner {
 public:
  Assigner(const Context& context, const Membership& membership, Report& report)
      : context_(context), units_(context.units), membership_(membership), report_(report) {}

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
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }

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
  }

  // "the strikes caused explosions": the blasts are those of the strikes.
  void absorb_blasts(std::size_t s) {
    const auto& predicates = context_.sentences[s].predicates;
    for (const auto& p : predicates) {
      if (!p.leads_to || p.subject_predicate == kNoPredicate) continue;
      const auto cause = alive(membership_[s][p.subject_predicate]);
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
      event.fillers.push_back({.role = Role::Target, .mention = victim, .inherited = true, .confidence = 0.7F});
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

  // ---- candidates ----

  // A predicate that tells one of the casualties at hand, whatever else its word may mean.
  bool casualty_at(const Predicate& p) const {
    return p.casualty ||
           std::any_of(read_.told.begin(), read_.told.end(), [&](const Casualty& c) { return c.unit == p.unit && c.figure.count.given(); });
  }

  std::uint32_t alive(std::uint32_t id) const {
    while (id != kNobody && report_.event_mentions[id].absorbed_into != kNobody) id = report_.event_mentions[id].absorbed_into;
    return id;
  }

  // The event mention of the predicate at a unit.
  std::uint32_t own_of(std::size_t s, std::uint32_t at) const {
    const auto& predicates = context_.sentences[s].predicates;
    for (std::size_t i = 0; i < predicates.size(); ++i)
      if (predicates[i].unit == at) return alive(membership_[s][i]);
    return kNobody;
  }

  // Events that kill by themselves. Deployments, arrests and gains of ground only do so when the sentence says it.
  bool violent(std::uint32_t id) const {
    const int group = type_group(report_.event_mentions[id].type);
    return group >= 1 && group <= 3;
  }

  bool happened(std::uint32_t id) const {
    const auto factuality = report_.event_mentions[id].factuality;
    return factuality != Factuality::Planned && factuality != Factuality::Threatened;
  }

  bool says_how(std::uint32_t id) const {
    const auto& told = report_.event_mentions[id];
    if (!only_casualty_[id] || told.by_adjective != lexicon::kNone) return true;
    return std::any_of(told.fillers.begin(), told.fillers.end(), [](const Filler& f) {
      return !f.inherited && (f.role == Role::Actor || f.role == Role::LikelyActor || f.role == Role::Weapon);
    });
  }

  // ---- the choice ----

  std::uint32_t event_of(std::size_t s, const Casualty& casualty, std::uint32_t own) const {
    if (const auto led = consequence(s, casualty); led != kNobody) return led;
    if (const auto cause = cause_behind(s, casualty); cause != kNobody) return cause;
    if (own != kNobody && !only_casualty_[own]) return own;
    if (own != kNobody && says_how(own) && own_stands(s, casualty, own)) return own;
    if (const auto left = left_in_sentence(s, casualty); left != kNobody) return left;
    if (const auto before = told_before(s); before != kNobody) return before;
    if (const auto after = told_after(s, casualty); after != kNobody) return after;
    return own;
  }

  // A killing that says who did it or how, unless the attack is told before it: then it must say how, or another place.
  bool own_stands(std::size_t s, const Casualty& casualty, std::uint32_t own) const {
    const auto& told = report_.event_mentions[own];
    const auto left = left_in_sentence(s, casualty);
    if (unit(casualty.first).has(entity::kAnd) && left != kNobody && left != own && violent(left) && !says_more(told, casualty.unit))
      return false;
    const bool only_killing = told.killing && told.type == EventType::TargetedKilling;
    if (told.type != EventType::Strike && !only_killing) return true;
    if (left != kNobody && left != own) return says_more(told, casualty.unit) && told.time != kNobody;
    const auto before = told_before(s);
    return before == kNobody || std::any_of(told.fillers.begin(), told.fillers.end(),
                                            [](const Filler& f) { return f.role == Role::Place || f.role == Role::Weapon; });
  }

  // "... and killed": who, how or where is said again behind the word.
  bool says_more(const EventMention& told, std::uint32_t word) const {
    return std::any_of(told.fillers.begin(), told.fillers.end(), [&](const Filler& f) {
      return f.role != Role::Target && f.role != Role::TargetObject && f.mention != kNobody &&
             report_.mentions.items[f.mention].first > word;
    });
  }

  // "the strike led to the death of ...": also through a list of consequences.
  std::uint32_t consequence(std::size_t s, const Casualty& casualty) const {
    const auto& predicates = context_.sentences[s].predicates;
    std::uint32_t subject = kNobody;
    for (auto j = static_cast<std::uint32_t>(predicates.size()); j-- > 0;) {
      const auto& q = predicates[j];
      if (q.unit >= casualty.first && !(q.unit == casualty.unit && q.leads_to)) continue;
      if (q.leads_to) {
        if (q.subject_predicate != kNoPredicate && membership_[s][q.subject_predicate] != kNobody)
          return alive(membership_[s][q.subject_predicate]);
        if (subject != kNobody) return subject;
        return attack_before(s, j);
      }
      if (!q.trigger || casualty_at(q)) continue;
      if (q.verb || unit(q.unit).has(entity::kAnd)) return kNobody;
      if (q.preposition == Preposition::None && membership_[s][j] != kNobody) subject = alive(membership_[s][j]);  // behind its verb
    }
    return kNobody;
  }

  // The attack that a consequence verb goes on from; a movement only when no attack is near.
  std::uint32_t attack_before(std::size_t s, std::uint32_t predicate) const {
    const auto& predicates = context_.sentences[s].predicates;
    std::uint32_t other = kNobody;
    for (auto k = predicate; k-- > 0;) {
      if (!predicates[k].trigger || casualty_at(predicates[k]) || membership_[s][k] == kNobody) continue;
      const auto id = alive(membership_[s][k]);
      if (violent(id)) {
        const auto interception = report_.event_mentions[id].type == EventType::RocketAttack ? kept_off(s, k) : kNobody;
        return interception != kNobody ? interception : id;
      }
      if (other == kNobody) other = id;
    }
    const auto before = told_before(s);
    return before != kNobody && violent(before) ? before : other != kNobody ? other : before;
  }

  // "shot down a missile that was fired at ...": the launch stands in the clause of the interception, whose debris fell.
  std::uint32_t kept_off(std::size_t s, std::uint32_t launch) const {
    const auto& predicates = context_.sentences[s].predicates;
    for (auto k = launch; k-- > 0;) {
      if (membership_[s][k] == kNobody) continue;
      const auto id = alive(membership_[s][k]);
      if (report_.event_mentions[id].type != EventType::Interception) continue;
      for (auto at = predicates[k].unit; at < predicates[launch].unit; ++at)
        if (!unit(at).is_word() || unit(at).has(entity::kAnd) || unit(at).does(Function::ClauseBreak)) return kNobody;
      return id;
    }
    return kNobody;
  }

  // "killed in a strike", "by the shelling", "as a result of the explosion", "the dead of the attack"
  std::uint32_t cause_behind(std::size_t s, const Casualty& casualty) const {
    const auto& sentence = context_.sentences[s];
    const auto& predicates = sentence.predicates;
    bool cause = false, when_clause = false;  // "when a gunman opened fire"
    std::size_t k = 0;
    for (auto at = casualty.unit + 1; at < std::min(sentence.last, casualty.unit + kCauseReach); ++at) {
      const auto& u = unit(at);
      if (u.does(Function::CausedBy) || u.does(Function::After)) cause = true;
      const bool when = u.does(Function::ClauseBreak) && (u.does(Function::CausedBy) || u.does(Function::After));
      when_clause |= when;
      if ((u.does(Function::ClauseBreak) && !when) || u.does(Function::Complementizer) || u.kind == TokenKind::Semicolon) break;
      while (k < predicates.size() && predicates[k].unit < at) ++k;
      if (k >= predicates.size() || predicates[k].unit != at) continue;
      const auto& q = predicates[k];
      if (casualty_at(q)) {
        if (q.verb && !u.has(entity::kAnd)) break;
        continue;
      }
      if (q.leads_to) break;
      if (!q.trigger) continue;
      const bool in = q.preposition == Preposition::In || q.preposition == Preposition::With || q.preposition == Preposition::Through ||
                      q.preposition == Preposition::From;
      const bool of = q.preposition == Preposition::None && at <= casualty.unit + 2 && casualty.last <= at + 1;
      if ((!q.verb && (cause || in || of)) || (q.verb && when_clause)) {
        if (membership_[s][k] == kNobody && q.definite) {
          if (const auto earlier = told_by_noun(s, q); earlier != kNobody) return earlier;
        } else if (membership_[s][k] != kNobody && happened(membership_[s][k])) {
          return alive(membership_[s][k]);
        }
      }
      if (q.verb && !cause) break;
    }
    return kNobody;
  }

  // "in the attack": the attack that the same noun told before.
  std::uint32_t told_by_noun(std::size_t s, const Predicate& noun) const {
    for (auto id = first_of(context_.sentences[s].number); id-- > 0 && first_of(context_.sentences[s].number) - id <= kMentionsBack;) {
      const auto& told = report_.event_mentions[id];
      if (told.absorbed_into != kNobody || !told.noun || !happened(id) || !violent(id)) continue;
      if (units_.find(unit(told.unit), [&](const lexicon::Entry& e) { return &e == &context_.lexicon.entry(noun.entry); }) != nullptr)
        return id;
    }
    return kNobody;
  }

  // The last attack told before it in the sentence.
  std::uint32_t left_in_sentence(std::size_t s, const Casualty& casualty) const {
    const auto& predicates = context_.sentences[s].predicates;
    std::uint32_t other = kNobody;
    for (auto j = predicates.size(); j-- > 0;) {
      if (predicates[j].unit >= std::max(casualty.unit, casualty.last - 1) || predicates[j].unit == casualty.unit ||
          membership_[s][j] == kNobody)
        continue;
      const auto id = alive(membership_[s][j]);
      if (id == kNobody || !happened(id)) continue;
      if (!predicates[j].trigger) continue;
      if (violent(id)) return id;
      if (other == kNobody && report_.event_mentions[id].type == EventType::Interception) other = id;
    }
    return other;
  }

  // The first event mention of the sentences from `number` on.
  std::uint32_t first_of(std::uint32_t number) const {
    const auto& mentions = report_.event_mentions;
    const auto at = std::lower_bound(mentions.begin(), mentions.end(), number,
                                     [](const EventMention& told, std::uint32_t n) { return told.sentence < n; });
    return static_cast<std::uint32_t>(at - mentions.begin());
  }

  // The last attack of the sentences before.
  std::uint32_t told_before(std::size_t s) const {
    const auto number = context_.sentences[s].number;
    std::uint32_t found = kNobody, other = kNobody;
    for (auto id = first_of(number - std::min(number, kSentencesBack)); id < report_.event_mentions.size(); ++id) {
      const auto& told = report_.event_mentions[id];
      if (told.sentence >= number) break;
      if (!happened(id) || told.absorbed_into != kNobody || is_answered(id)) continue;
      (violent(id) ? found : other) = id;
    }
    return found != kNobody ? found : other;
  }

  // "in response to a rocket": told as the reason of another.
  bool is_answered(std::uint32_t id) const {
    const auto at = report_.event_mentions[id].clause_first;
    for (auto back = at; back > 0 && at - back < 3;)
      if (unit(--back).does(Function::ResponseTo)) return true;
    return false;
  }

  // A headline or lead may give the toll before the attack.
  std::uint32_t told_after(std::size_t s, const Casualty& casualty) const {
    const auto& sentence = context_.sentences[s];
    for (auto id = first_of(sentence.number); id < report_.event_mentions.size(); ++id) {
      const auto& told = report_.event_mentions[id];
      if (told.unit <= casualty.unit || told.absorbed_into != kNobody) continue;
      if (told.sentence > sentence.number + kSentencesAhead) break;
      if (violent(id) && happened(id) && (!only_casualty_[id] || says_how(id))) return id;
    }
    return kNobody;
  }

  const Context& context_;
  const entity::Units& units_;
  const Membership& membership_;
  Report& report_;
  Casualties read_;                  // of the sentence at hand
  std::vector<bool> only_casualty_;  // by event mention
};

}  // namespace

void count_casualties(const Context& context, const Membership& membership, Report& report) { Assigner(context, membership, report).run(); }

}  // namespace khabar::event
