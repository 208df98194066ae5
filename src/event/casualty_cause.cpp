// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/casualty_cause.hpp"

#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {

using arabic::TokenKind;
using lexicon::Factuality;
using lexicon::Function;
using lexicon::Preposition;

namespace {

constexpr std::uint32_t kSentencesBack = 4;
constexpr std::uint32_t kSentencesAhead = 2;
constexpr std::uint32_t kCauseReach = 40;
constexpr std::uint32_t kPlaceReach = 5;  // units behind a casualty in which its place is named
constexpr std::uint32_t kTimeReach = 6;   // units around a casualty in which its day is named
constexpr std::uint32_t kHeadingUnits = 12;
constexpr std::uint32_t kMentionsBack = 40;  // in which an attack that a noun means was told

}  // namespace

bool CauseFinder::casualty_at(const Predicate& p) const {
  return p.casualty ||
         std::any_of(read_.told.begin(), read_.told.end(), [&](const Casualty& c) { return c.unit == p.unit && c.figure.count.given(); });
}

std::uint32_t CauseFinder::alive(std::uint32_t id) const {
  while (id != kNobody && report_.event_mentions[id].absorbed_into != kNobody) id = report_.event_mentions[id].absorbed_into;
  return id;
}

std::uint32_t CauseFinder::own_of(std::size_t s, std::uint32_t at) const {
  const auto& predicates = context_.sentences[s].predicates;
  for (std::size_t i = 0; i < predicates.size(); ++i)
    if (predicates[i].unit == at) return alive(membership_[s][i]);
  return kNobody;
}

bool CauseFinder::violent(std::uint32_t id) const {
  const int group = type_group(report_.event_mentions[id].type);
  return group >= 1 && group <= 3;
}

bool CauseFinder::happened(std::uint32_t id) const {
  const auto factuality = report_.event_mentions[id].factuality;
  return factuality != Factuality::Planned && factuality != Factuality::Threatened;
}

bool CauseFinder::says_how(std::uint32_t id) const {
  const auto& told = report_.event_mentions[id];
  if (!only_casualty_[id] || told.by_adjective != lexicon::kNone) return true;
  return std::any_of(told.fillers.begin(), told.fillers.end(), [](const Filler& f) {
    return !f.inherited && (f.role == Role::Actor || f.role == Role::LikelyActor || f.role == Role::Weapon);
  });
}

std::uint32_t CauseFinder::event_of(std::size_t s, const Casualty& casualty, std::uint32_t own) const {
  if (const auto led = consequence(s, casualty); led != kNobody) return led;
  if (const auto cause = cause_behind(s, casualty); cause != kNobody) return cause;
  if (own != kNobody && !only_casualty_[own]) return own;
  if (own != kNobody && says_how(own) && own_stands(s, casualty, own)) return own;
  if (const auto left = left_in_sentence(s, casualty); left != kNobody) return left;
  if (is_heading(s))
    if (const auto after = told_after(s, casualty); after != kNobody) return after;
  if (const auto there = told_at_place(s, casualty); there != kNobody) return there;
  if (const auto before = told_before(s); before != kNobody) {
    const bool other = own != kNobody ? apart_in_time(own, before) : on_other_day(s, casualty, before);
    return other ? own : before;
  }
  if (const auto after = told_after(s, casualty); after != kNobody) return after;
  return own;
}

namespace {

bool disjoint(const entity::Time& a, const entity::Time& b) {
  return a.earliest && b.earliest && (*a.earliest > *b.latest || *b.earliest > *a.latest);
}

}  // namespace

bool CauseFinder::apart_in_time(std::uint32_t a, std::uint32_t b) const {
  const auto x = report_.event_mentions[a].time, y = report_.event_mentions[b].time;
  return x != kNobody && y != kNobody && x != y && disjoint(report_.times[x], report_.times[y]);
}

bool CauseFinder::on_other_day(std::size_t s, const Casualty& casualty, std::uint32_t event) const {
  const auto of_event = report_.event_mentions[event].time;
  if (of_event == kNobody) return false;
  const auto from = casualty.first - std::min(kTimeReach, casualty.first - context_.sentences[s].first);
  const auto near = std::upper_bound(report_.times.begin(), report_.times.end(), from,
                                     [](std::uint32_t at, const entity::Time& t) { return at < t.last; });
  return near != report_.times.end() && near->first < std::min(context_.sentences[s].last, casualty.last + kTimeReach) &&
         !near->past_period && disjoint(*near, report_.times[of_event]);
}

bool CauseFinder::is_heading(std::size_t s) const {
  const auto& sentence = context_.sentences[s];
  const auto& all = context_.document.sentences;
  const auto line = all[sentence.number].line;
  if (s == 0 || sentence.last - sentence.first > kHeadingUnits || unit(sentence.last - 1).kind == TokenKind::Stop) return false;
  const bool shared = all[sentence.number - 1].line == line;
  return !shared && sentence.number + 1 < all.size() && all[sentence.number + 1].line != line;
}

std::uint32_t CauseFinder::told_at_place(std::size_t s, const Casualty& casualty) const {
  const auto& sentence = context_.sentences[s];
  const entity::Mention* place = nullptr;
  for (auto at = casualty.last; at < std::min(sentence.last, casualty.last + kPlaceReach) && place == nullptr; ++at) {
    const auto here = report_.mentions.at_unit[at];
    if (here == entity::kNoMention) continue;
    const auto& m = report_.mentions.items[here];
    if (m.type == entity::MentionType::Place && m.preposition == Preposition::In && m.entity != lexicon::kNone) place = &m;
  }
  if (place == nullptr) return kNobody;
  const auto first = first_of(sentence.number);
  for (auto id = first; id-- > 0 && first - id <= kMentionsBack;) {
    const auto& told = report_.event_mentions[id];
    if (told.absorbed_into != kNobody || !violent(id) || !happened(id)) continue;
    const auto there = [&](const Filler& f) {
      return f.role == Role::Place && f.mention != kNobody && report_.mentions.items[f.mention].entity == place->entity;
    };
    if (std::any_of(told.fillers.begin(), told.fillers.end(), there)) return id;
  }
  return kNobody;
}

bool CauseFinder::own_stands(std::size_t s, const Casualty& casualty, std::uint32_t own) const {
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

bool CauseFinder::says_more(const EventMention& told, std::uint32_t word) const {
  return std::any_of(told.fillers.begin(), told.fillers.end(), [&](const Filler& f) {
    return f.role != Role::Target && f.role != Role::TargetObject && f.mention != kNobody && report_.mentions.items[f.mention].first > word;
  });
}

std::uint32_t CauseFinder::consequence(std::size_t s, const Casualty& casualty) const {
  const auto& predicates = context_.sentences[s].predicates;
  std::uint32_t subject = kNobody;
  for (auto j = static_cast<std::uint32_t>(predicates.size()); j-- > 0;) {
    const auto& q = predicates[j];
    if (q.unit >= casualty.unit && !(q.unit == casualty.unit && q.leads_to)) continue;
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

std::uint32_t CauseFinder::attack_in_sentence(std::size_t s, std::uint32_t predicate) const {
  const auto& predicates = context_.sentences[s].predicates;
  for (auto k = predicate; k-- > 0;)
    if (predicates[k].trigger && !casualty_at(predicates[k]) && membership_[s][k] != kNobody)
      if (const auto id = alive(membership_[s][k]); violent(id)) return id;
  return kNobody;
}

std::uint32_t CauseFinder::attack_before(std::size_t s, std::uint32_t predicate) const {
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
  if (other != kNobody && report_.event_mentions[other].type == EventType::Interception) return other;  // its debris fell
  const auto before = told_before(s);
  return before != kNobody && violent(before) ? before : other != kNobody ? other : before;
}

std::uint32_t CauseFinder::kept_off(std::size_t s, std::uint32_t launch) const {
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

std::uint32_t CauseFinder::cause_behind(std::size_t s, const Casualty& casualty) const {
  const auto& sentence = context_.sentences[s];
  const auto& predicates = sentence.predicates;
  bool cause = false, when_clause = false;  // "when a gunman opened fire"
  std::size_t k = 0;
  for (auto at = casualty.unit + 1; at < std::min(sentence.last, casualty.unit + kCauseReach); ++at) {
    const auto& u = unit(at);
    if (u.does(Function::CausedBy) || u.does(Function::After)) cause = true;
    const bool when = u.does(Function::ClauseBreak) && (u.does(Function::CausedBy) || u.does(Function::After));
    when_clause |= when;
    const bool goes_on = u.does(Function::ClauseBreak) && tells_casualty(at + 1);  // "while others were hurt in ..."
    if ((u.does(Function::ClauseBreak) && !when && !goes_on) || u.does(Function::Complementizer) || u.kind == TokenKind::Semicolon) break;
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

std::uint32_t CauseFinder::told_by_noun(std::size_t s, const Predicate& noun) const {
  for (auto id = first_of(context_.sentences[s].number); id-- > 0 && first_of(context_.sentences[s].number) - id <= kMentionsBack;) {
    const auto& told = report_.event_mentions[id];
    if (told.absorbed_into != kNobody || !told.noun || !happened(id) || !violent(id)) continue;
    if (units_.find(unit(told.unit), [&](const lexicon::Entry& e) { return &e == &context_.lexicon.entry(noun.entry); }) != nullptr)
      return id;
  }
  return kNobody;
}

std::uint32_t CauseFinder::left_in_sentence(std::size_t s, const Casualty& casualty) const {
  const auto& predicates = context_.sentences[s].predicates;
  std::uint32_t other = kNobody;
  for (auto j = predicates.size(); j-- > 0;) {
    if (predicates[j].unit >= std::max(casualty.unit, casualty.last - 1) || predicates[j].unit == casualty.unit ||
        membership_[s][j] == kNobody)
      continue;
    const auto id = alive(membership_[s][j]);
    if (id == kNobody || !happened(id)) continue;
    if (!predicates[j].trigger) continue;
    if (violent(id)) {
      const bool launch = report_.event_mentions[id].type == EventType::RocketAttack;
      const auto interception = launch ? kept_off(s, static_cast<std::uint32_t>(j)) : kNobody;
      return interception != kNobody ? interception : id;
    }
    if (other == kNobody && report_.event_mentions[id].type == EventType::Interception) other = id;
  }
  return other;
}

std::uint32_t CauseFinder::first_of(std::uint32_t number) const {
  const auto& mentions = report_.event_mentions;
  const auto at = std::lower_bound(mentions.begin(), mentions.end(), number,
                                   [](const EventMention& told, std::uint32_t n) { return told.sentence < n; });
  return static_cast<std::uint32_t>(at - mentions.begin());
}

std::uint32_t CauseFinder::told_before(std::size_t s) const {
  const auto number = context_.sentences[s].number;
  std::uint32_t found = kNobody, other = kNobody;
  for (auto id = first_of(number - std::min(number, kSentencesBack)); id < report_.event_mentions.size(); ++id) {
    const auto& told = report_.event_mentions[id];
    if (told.sentence >= number) break;
    if (!happened(id) || told.absorbed_into != kNobody || is_answered(id)) continue;
    if (violent(id))
      found = id;
    else if (told.type != EventType::Movement && told.type != EventType::TerritorialChange)  // nobody dies of a deployment
      other = id;
  }
  return found != kNobody ? found : other;
}

bool CauseFinder::is_answered(std::uint32_t id) const {
  const auto at = report_.event_mentions[id].clause_first;
  for (auto back = at; back > 0 && at - back < 3;)
    if (unit(--back).does(Function::ResponseTo)) return true;
  return false;
}

std::uint32_t CauseFinder::told_after(std::size_t s, const Casualty& casualty) const {
  const auto& sentence = context_.sentences[s];
  for (auto id = first_of(sentence.number); id < report_.event_mentions.size(); ++id) {
    const auto& told = report_.event_mentions[id];
    if (told.unit <= casualty.unit || told.absorbed_into != kNobody) continue;
    if (told.sentence > sentence.number + kSentencesAhead) break;
    if (violent(id) && happened(id) && (!only_casualty_[id] || says_how(id))) return id;
  }
  return kNobody;
}

}  // namespace khabar::event
