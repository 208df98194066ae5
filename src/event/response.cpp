// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/response.hpp"

#include "event/likeness.hpp"
#include "event/same_actor.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using lexicon::Function;
using lexicon::kNone;

constexpr std::uint32_t kAfterReach = 9;    // units behind "after" in which the happening is named
constexpr std::uint32_t kAnswerReach = 40;  // units before "after" in which the answer is
constexpr std::uint32_t kCarriedReach = 8;  // units behind "answered" in which its noun is
constexpr std::uint32_t kNounReach = 3;     // units of "with a heavy rocket" before its event
constexpr std::uint32_t kThisReach = 5;     // units between "this attack" and "after"
constexpr std::uint32_t kSentencesBack = 2;
constexpr int kMostMentions = 64;  // of a sentence that are looked at; more would make time grow faster than the text

class Linker {
 public:
  Linker(const Context& context, Report& report) : context_(context), likeness_(context, report), report_(report) {}

  void run() {
    for (const auto& sentence : context_.sentences)
      for (auto at = sentence.first; at < sentence.last; ++at) {
        const auto& u = context_.units.units[at];
        if (u.does(Function::ResponseTo))
          answer_to(sentence, at);
        else if (answers(at))
          answered(sentence, at);
        else if (u.does(Function::After) && !u.does(Function::CausedBy) && !u.enclitic)
          after(sentence, at);
      }
  }

 private:
  const entity::Unit& unit(std::uint32_t at) const { return context_.units.units[at]; }

  // "in response to X"; "and in response to that, they struck".
  void answer_to(const Sentence& sentence, std::uint32_t at) {
    const bool back = at + 1 < sentence.last && unit(at + 1).does(Function::Demonstrative) && behind(sentence, at + 1, 2) == kNobody;
    const auto cause = back ? before(sentence, at, kSentencesBack) : behind(sentence, at, sentence.last - at);
    const auto answer = back ? behind(sentence, at, sentence.last - at) : before(sentence, at, kSentencesBack);
    link(answer, cause);
  }

  // "X answered with": a light verb that points back.
  bool answers(std::uint32_t at) const {
    return context_.units.find(unit(at), [](const lexicon::Entry& e) {
      return e.does(Function::LightVerb) && e.strength == lexicon::Strength::Anaphoric;
    }) != nullptr;
  }

  // "X answered [on Y] with the shelling of Z [after Y]": what it answers is named with the verb, or was told before.
  void answered(const Sentence& sentence, std::uint32_t at) {
    const auto answer = carried(sentence, at);
    if (answer == kNobody) return;
    const bool on = at + 1 < sentence.last && !unit(at + 1).enclitic && is_on(at + 1);
    auto cause = on ? behind(sentence, at, kCarriedReach, answer) : kNobody;
    for (auto next = at + 1; cause == kNobody && next < std::min(sentence.last, at + kAnswerReach); ++next)
      if (unit(next).does(Function::After) && !unit(next).does(Function::CausedBy)) cause = behind(sentence, next, kAfterReach);
    if (cause == kNobody) cause = before(sentence, at, kSentencesBack);
    if (cause != kNobody && both_violent(answer, cause) && !same_side(answer, cause)) link(answer, cause);
  }

  // The event whose noun the verb carries: "with a strike".
  std::uint32_t carried(const Sentence& sentence, std::uint32_t verb) const {
    auto left = kMostMentions;
    for (auto m = first_of(sentence.number); m != report_.event_mentions.end() && m->sentence == sentence.number && left-- > 0; ++m) {
      if (m->event == kNobody || m->unit <= verb || m->unit - verb > kAnswerReach) continue;
      for (auto at = std::max(verb + 1, m->unit - std::min(kNounReach, m->unit)); at <= m->unit; ++at)
        if (unit(at).has(entity::kWith)) return m->event;
    }
    return kNobody;
  }

  bool is_on(std::uint32_t at) const {
    return context_.units.find(unit(at), [](const lexicon::Entry& e) { return e.preposition == lexicon::Preposition::On; }) != nullptr;
  }

  bool both_violent(std::uint32_t answer, std::uint32_t cause) const {
    const auto violent = [&](std::uint32_t event) {
      const auto group = type_group(report_.events[event].type);
      return is_actual(report_.events[event].factuality) && group >= 1 && group <= 3;
    };
    return violent(answer) && violent(cause);
  }

  bool same_side(std::uint32_t a, std::uint32_t b) const {
    return any_same(likeness_.outline(report_.events[a]).actors, likeness_.outline(report_.events[b]).actors);
  }

  // "they struck after X": an answer where the other side did X.
  void after(const Sentence& sentence, std::uint32_t at) {
    const auto cause = behind(sentence, at, kAfterReach);
    if (cause == kNobody) return;
    auto answer = before(sentence, at, 0, kAnswerReach);
    if (answer == kNobody || answer == cause) answer = behind(sentence, at, sentence.last - at, cause);
    const bool as_this = comes_as_this(sentence, at);
    if (answer == kNobody && as_this) answer = before(sentence, at, 1);
    if (answer == kNobody) return;
    const bool nobody_known = as_this && both_violent(answer, cause) && report_.events[answer].type != report_.events[cause].type &&
                              likeness_.outline(report_.events[cause]).actors.empty();
    if (nobody_known || strikes_back(answer, cause)) link(answer, cause);
  }

  // "this attack comes after": it was told before.
  bool comes_as_this(const Sentence& sentence, std::uint32_t at) const {
    for (auto back = at; back-- > sentence.first && at - back <= kThisReach;)
      if (unit(back).does(Function::Demonstrative)) return back <= sentence.first + 1;
    return false;
  }

  void link(std::uint32_t answer, std::uint32_t cause) {
    if (answer == kNobody || cause == kNobody || answer == cause) return;
    auto& responds = report_.events[answer].responds_to;
    const auto& other = report_.events[cause].responds_to;
    if (std::find(other.begin(), other.end(), answer) != other.end()) return;
    if (std::find(responds.begin(), responds.end(), cause) == responds.end()) responds.push_back(cause);
  }

  std::vector<EventMention>::const_iterator first_of(std::uint32_t sentence) const {
    const auto& mentions = report_.event_mentions;
    return std::lower_bound(mentions.begin(), mentions.end(), sentence,
                            [](const EventMention& m, std::uint32_t number) { return m.sentence < number; });
  }

  // The event of the last mention before a unit, in the sentence or one of the `sentences` before it.
  std::uint32_t before(const Sentence& sentence, std::uint32_t at, std::uint32_t sentences, std::uint32_t reach = kNobody) const {
    const auto& mentions = report_.event_mentions;
    std::uint32_t found = kNobody;
    auto here = first_of(sentence.number);
    auto left = kMostMentions;
    for (auto m = here; m != mentions.end() && m->sentence == sentence.number && left-- > 0; ++m)
      if (m->event != kNobody && m->unit < at && at - m->unit <= reach) found = m->event;
    if (found != kNobody) return found;
    while (here != mentions.begin()) {
      --here;
      if (sentence.number - here->sentence > sentences) return kNobody;
      if (here->event != kNobody) return here->event;
    }
    return kNobody;
  }

  // The event of the first mention behind a unit of the sentence that is not one of `but`.
  std::uint32_t behind(const Sentence& sentence, std::uint32_t at, std::uint32_t reach, std::uint32_t but = kNobody) const {
    auto left = kMostMentions;
    for (auto m = first_of(sentence.number); m != report_.event_mentions.end() && m->sentence == sentence.number && left-- > 0; ++m)
      if (m->event != kNobody && m->event != but && m->unit > at && m->unit - at <= reach) return m->event;
    return kNobody;
  }

  bool strikes_back(std::uint32_t answer, std::uint32_t cause) const {
    const auto &a = report_.events[answer], &c = report_.events[cause];
    const auto group = type_group(a.type);
    if (!is_actual(a.factuality) || !is_actual(c.factuality) || type_group(c.type) < 1 || type_group(c.type) > 3) return false;
    if (group < 1 || (group > 3 && group != type_group(EventType::Movement))) return false;
    const auto ours = likeness_.outline(a).actors, theirs = likeness_.outline(c).actors;
    if (ours.empty()) return false;
    if (!theirs.empty()) return !any_same(ours, theirs);
    return any_same(ours, targets(c));
  }

  std::vector<std::uint32_t> targets(const Event& event) const {
    std::vector<std::uint32_t> result;
    for (const auto& filler : event.fillers) {
      if (filler.role != Role::Target && filler.role != Role::TargetObject) continue;
      const auto& m = report_.mentions.items[filler.mention];
      if (m.demonym != kNone) result.push_back(m.demonym);
      if (m.entity != kNone && lexicon::is_actor(context_.lexicon.entry(m.entity).entity_class)) result.push_back(m.entity);
    }
    return result;
  }

  bool any_same(const std::vector<std::uint32_t>& ours, const std::vector<std::uint32_t>& theirs) const {
    for (const auto a : ours)
      for (const auto b : theirs)
        if (same_actor(context_.lexicon, a, b)) return true;
    return false;
  }

  const Context& context_;
  const Likeness likeness_;
  Report& report_;
};

}  // namespace

void link_responses(const Context& context, Report& report) { Linker(context, report).run(); }

}  // namespace khabar::event
