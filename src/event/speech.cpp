// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A verb of saying has its speaker right behind it, behind times and "in a statement", or, without a conjunction, right before it.
// What it says begins at "that", a colon, a quotation or the verb's own preposition. A word of saying that has other senses ("moved",
// "recorded") counts only with such a beginning or a speaker whose trade is to report.
#include "event/speech_reader.hpp"

#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::Function;
using lexicon::kNone;
using lexicon::Preposition;

constexpr std::uint32_t kWidestMention = 24;
constexpr std::uint32_t kLongestQuotedName = 6;

class ActFinder : SpeechReader {
 public:
  ActFinder(const Context& context, const Report& report, const Sentence& sentence, std::vector<Act>& out)
      : SpeechReader(context, report, sentence), out_(out) {}

  void run() {
    out_.clear();
    heading();
    for (auto at = sentence_.first; at < sentence_.last; ++at) {
      const auto& u = unit(at);
      if (u.kind == TokenKind::Quote) inside_quotation_ = !inside_quotation_;
      if (!u.is_word() || u.furniture || at < taken_) continue;
      if (u.does(Function::AccordingTo))
        according_to(at);
      else if (u.does(Function::SpeechVerb) || u.does(Function::CommentVerb))
        verb(at);
    }
    bound();
  }

 private:
  // ---- acts ----

  // "X: ..." at the head of a sentence.
  void heading() {
    for (auto at = sentence_.first; at < std::min(sentence_.last, sentence_.first + 4); ++at) {
      const auto here = quoted_mention_at(at);
      if (here == kNoMention) continue;
      const auto& m = mention(here);
      auto behind = m.last;
      if (behind < sentence_.last && unit(behind).kind == TokenKind::Quote) ++behind;
      if (behind + 2 >= sentence_.last || unit(behind).kind != TokenKind::Colon) return;
      const bool speaks = m.type == MentionType::Source || m.type == MentionType::Person ||
                          (m.type == MentionType::Actor && m.entity != kNone && !is_state(m)) || reports(m) || is_post(m);
      if (!speaks || m.preposition != Preposition::None || unit(sentence_.first).furniture) return;
      Act act;
      act.kind = ActKind::Heading;
      act.unit = m.first;
      act.from = behind;
      act.to = sentence_.last;
      act.speaker = here;
      act.evidence = {m.begin, m.end};
      out_.push_back(act);
      return;
    }
  }

  struct Saying {
    const entity::Reading* reading = nullptr;
    bool participle = false, masdar = false, imperfect = false;
    arabic::Number number = arabic::Number::None;
  };

  // The reading of a unit as a verb of saying, as a participle that goes on ("adding that") or as a noun ("the announcement of X").
  Saying saying_at(std::uint32_t at) const {
    const auto& u = unit(at);
    if (u.has(entity::kArticle) || u.does(Function::Complementizer)) return {};
    for (const auto& reading : units_.of(u)) {
      const auto& e = units_.entry(reading);
      if (!e.does(Function::SpeechVerb) && !e.does(Function::CommentVerb)) continue;
      const auto features = lexicon::unpack(reading.sense.features);
      const Saying found{&reading, features.kind == arabic::FormKind::ActiveParticiple, features.kind == arabic::FormKind::Masdar,
                         features.tense == arabic::Tense::Imperfect, features.number};
      const bool finite = features.tense != arabic::Tense::None || e.pos != lexicon::Pos::Verb;
      if (!finite && (u.enclitic || !(found.participle || found.masdar))) continue;
      if (found.participle && at > sentence_.first && preposition_at(at - 1) != Preposition::None) continue;
      if (!found.masdar && (u.has(entity::kWith) || u.has(entity::kFor))) continue;
      return found;
    }
    return {};
  }

  // "did not say", "rarely confirms", "X says" of a state: not a report of this happening.
  bool is_habit(std::uint32_t verb, const Saying& saying, const Act& act) const {
    for (auto at = verb; at > sentence_.first && verb - at < 3;) {
      const auto& u = unit(--at);
      if (u.does(Function::Negation) || (saying.imperfect && u.does(Function::Background))) return true;
      if (!stresses(at)) break;
    }
    return saying.imperfect && act.speaker != kNoMention && mention(act.speaker).first > verb && is_state(mention(act.speaker));
  }

  bool opens_clause(std::uint32_t at) const {
    const auto& u = unit(at);
    if (u.has(entity::kAnd) || u.has(entity::kThen) || at <= sentence_.first + 1) return true;
    const auto& before = unit(at - 1);
    return before.does(Function::ClauseBreak) || before.does(Function::NewSpeaker) || before.kind == TokenKind::Open;
  }

  void verb(std::uint32_t at) {
    const auto saying = saying_at(at);
    if (saying.reading == nullptr || named_alike(at, saying) || covered(at) || leads_through(at)) return;
    const auto& e = units_.entry(*saying.reading);
    Act act;
    act.kind = saying.participle ? ActKind::Participle : ActKind::Verb;
    act.unit = act.from = at;
    act.comment = e.does(Function::CommentVerb);
    act.mode = e.mode == lexicon::Mode::None ? lexicon::Mode::Reported : e.mode;
    act.passing = saying.masdar;
    act.evidence = {unit(at).begin, unit(at).end};
    if (saying.masdar && !announces(at, act)) return;
    if (act.kind == ActKind::Verb && !saying.masdar) find_speaker(at, e, act);
    if (!is_sure(act, e, at) || !agrees(act, saying)) return;
    act.habit = is_habit(at, saying, act);
    if (act.speaker != kNoMention) {
      const auto& m = mention(act.speaker);
      act.evidence = {std::min(act.evidence.begin, m.begin), std::max(act.evidence.end, m.end)};
      if (m.first > at) claim_of_own(m.last, act);
      if (act.medium == kNoMention && m.owner != kNoMention && addressed(mention(m.owner)) && is_medium(mention(m.owner)))
        act.medium = m.owner;
      if (closes_clause(at, m)) act.kind = ActKind::According;
    }
    if (saying.imperfect && act.kind == ActKind::Verb && act.speaker != kNoMention && mention(act.speaker).first > at &&
        !reports(mention(act.speaker)) && !has_content(act))
      return;
    out_.push_back(act);
  }

  // "..., as X said": the verb closes what it tells.
  bool closes_clause(std::uint32_t at, const Mention& speaker) const {
    if (speaker.first < at || at <= sentence_.first + 3 || unit(at).has(entity::kAnd)) return false;
    const auto& before = unit(at - 1);
    if (before.kind != TokenKind::Comma && !before.does(Function::ClauseBreak)) return false;
    if (speaker.last >= sentence_.last) return true;
    const auto& behind = unit(speaker.last);
    return behind.kind == TokenKind::Comma || behind.kind == TokenKind::Stop || behind.does(Function::ClauseBreak);
  }

  // A verb without a speaker that is no third person singular is rather an imperative of the page ("follow us").
  bool agrees(const Act& act, const Saying& saying) const {
    if (act.speaker != kNoMention || saying.participle) return true;
    return saying.number != arabic::Number::Dual && (saying.number != arabic::Number::Plural || unit(act.unit).has(entity::kAnd));
  }

  // The announcement of X: the announcer stands right behind the noun.
  bool announces(std::uint32_t at, Act& act) const {
    const auto here = at + 1 < sentence_.last ? quoted_mention_at(at + 1) : kNoMention;
    if (here == kNoMention || mention(here).preposition != Preposition::None || !can_speak(mention(here))) return false;
    act.speaker = here;
    return mention(here).type == MentionType::Actor || mention(here).type == MentionType::Person;
  }

  void find_speaker(std::uint32_t at, const Entry& e, Act& act) const {
    const auto found = speaker_right(at);
    act.speaker = found.speaker;
    act.medium = found.medium;
    if (act.speaker == kNoMention) act.speaker = speaker_left(at);
    if (act.speaker == kNoMention && (found.unknown || unknown_in_quotes(at + 1)) && !e.does(Function::Continues)) {
      act.unknown = true;
      act.surname = found.lone;
    }
    if (found.speaker != kNoMention) {
      const auto behind = mention(found.speaker).last;
      const auto next = behind < sentence_.last ? mention_at(behind) : kNoMention;
      if (next != kNoMention && mention(next).coordinated && can_speak(mention(next))) act.partner = next;
    }
    take_chain(act, std::max(found.behind, at + 1), e.does(Function::Relay));
  }

  // A few words in quotation marks right behind the verb that begin with a definite noun or a name: who, not what.
  bool unknown_in_quotes(std::uint32_t at) const {
    if (at + 2 >= sentence_.last || unit(at).kind != TokenKind::Quote || begins_content(at + 1) || is_verb(at + 1)) return false;
    for (auto end = at + 2; end < std::min(sentence_.last, at + kLongestQuotedName); ++end)
      if (unit(end).kind == TokenKind::Quote)
        return end + 2 < sentence_.last && unit(end + 1).kind != TokenKind::Comma && unit(end + 1).kind != TokenKind::Stop;
    return false;
  }

  // "X announced its responsibility for": the claim of having done it.
  void claim_of_own(std::uint32_t behind, Act& act) const {
    for (auto at = behind; at < std::min(sentence_.last, behind + 3); ++at)
      if (units_.find(unit(at), [](const Entry& e) { return e.mode == lexicon::Mode::SelfClaim && e.pos == lexicon::Pos::Noun; }) !=
          nullptr)
        act.mode = lexicon::Mode::SelfClaim;
  }

  // A unit that begins a mention is none of saying, but for a name spelt like the verb where a speaker or what he says follows.
  bool named_alike(std::uint32_t at, const Saying& saying) const {
    const auto here = mention_at(at);
    if (here == kNoMention) return false;
    if (mention(here).last != at + 1 || saying.masdar || saying.participle || at + 1 >= sentence_.last) return true;
    return mention_at(at + 1) == kNoMention && !begins_content(at + 1) && !unit(at + 1).has(entity::kWith);
  }

  // "through the channel X": spelt like "expressed".
  bool leads_through(std::uint32_t at) const {
    const auto here = at + 1 < sentence_.last ? mention_at(at + 1) : kNoMention;
    return here != kNoMention && mention(here).preposition == Preposition::Through && preposition_at(at) == Preposition::Through;
  }

  bool covered(std::uint32_t at) const {
    for (auto first = at; first > sentence_.first && at - first < kWidestMention;) {
      const auto here = mention_at(--first);
      if (here != kNoMention) return mention(here).last > at;
    }
    return false;
  }

  bool is_sure(const Act& act, const Entry& e, std::uint32_t at) const {
    const bool content = has_content(act);
    const bool weak = e.strength == lexicon::Strength::Weak;
    if (act.kind == ActKind::Participle) return content || (!weak && !unit(at).has(entity::kAnd));
    if (act.passing) return !weak && act.mode == lexicon::Mode::Reported;
    if (act.speaker == kNoMention) return opens_clause(at) && (content || act.origin != kNoMention || !weak);
    if (weak && e.does(Function::Relay) && mention(act.speaker).count.given())
      return act.origin != kNoMention;  // "18 people were carried to"
    if (weak) return content || act.origin != kNoMention || reports(mention(act.speaker));
    return true;
  }

  void according_to(std::uint32_t at) {
    const auto* reading = units_.find(unit(at), [](const Entry& e) { return e.does(Function::AccordingTo); });
    const auto& e = units_.entry(*reading);
    Act act;
    act.kind = ActKind::According;
    act.unit = at;
    act.mode = e.mode == lexicon::Mode::None ? lexicon::Mode::Reported : e.mode;
    act.relays = e.does(Function::Relay);
    for (auto next = at + 1; next < std::min(sentence_.last, at + 5); ++next) {
      const auto& u = unit(next);
      if (const auto here = quoted_mention_at(next); here != kNoMention) {
        if (can_speak(mention(here))) act.speaker = here;
        break;
      }
      const bool passed = u.does(Function::SpeechVerb) || u.does(Function::Relative) || u.does(Function::Demonstrative) ||
                          preposition_at(next) == Preposition::With || u.enclitic || u.kind == TokenKind::Quote ||
                          (u.is_word() && next == at + 1 && (word(next).size() <= 3 || (u.functions == 0 && u.reading_count > 0)));
      if (begins_content(next) || !passed) break;
    }
    if (act.speaker == kNoMention) return;
    const auto& m = mention(act.speaker);
    if (e.strength == lexicon::Strength::Weak && !reports(m)) return;
    if (act.relays && !is_medium(m) && !reports(m) && e.strength != lexicon::Strength::Strong) return;
    take_chain(act, m.last, true);
    act.partner = second_source(m);
    act.evidence = {unit(at).begin, m.end};
    taken_ = m.first;
    out_.push_back(act);
  }

  // "according to X and Y", "according to X, and Y." at the end of the sentence.
  std::uint32_t second_source(const Mention& first) const {
    const bool comma = first.last < sentence_.last && unit(first.last).kind == TokenKind::Comma;
    const auto next = comma ? first.last + 1 : first.last;
    const auto here = next < sentence_.last && unit(next).has(entity::kAnd) ? mention_at(next) : kNoMention;
    if (here == kNoMention || !can_speak(mention(here)) || mention(here).preposition != Preposition::None) return kNoMention;
    const auto behind = mention(here).last;
    const bool ends = behind >= sentence_.last || unit(behind).kind == TokenKind::Stop || unit(behind).kind == TokenKind::Comma;
    return ends || (!comma && reports(mention(here))) ? here : kNoMention;
  }

  // ---- scope ----

  // A verb governs up to the next verb of saying; a phrase what stands before it up to the speech before, and what follows up to the
  // next speech or the next clause of its rank.
  void bound() {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      auto& act = out_[i];
      act.to = next_speech(i);
      const bool narrow = act.mode == lexicon::Mode::Denial || act.mode == lexicon::Mode::SelfClaim;
      if (narrow && unit(act.unit).enclitic) act.to = act.unit + 1;  // what it means was told before
      if (narrow && act.kind == ActKind::Verb) act.to = std::min(act.to, denied_until(act));
      if (act.kind != ActKind::According) continue;
      act.from = sentence_.first;
      for (std::size_t before = 0; before < i; ++before)
        if (out_[before].kind != ActKind::According || closed(out_[before])) act.from = std::max(act.from, out_[before].unit);
      act.opens = !closed(act);
      if (!act.opens) act.to = clause_end(act);
    }
  }

  std::uint32_t next_speech(std::size_t i) const {
    for (auto next = i + 1; next < out_.size(); ++next)
      if (out_[next].kind == ActKind::Verb && out_[next].unit > out_[i].unit) return clause_start(out_[next].unit);
    return sentence_.last;
  }

  // A verb of saying opens its clause at the break or the subject before it.
  std::uint32_t clause_start(std::uint32_t verb) const {
    for (auto at = verb; at > sentence_.first && verb - at < 8; --at)
      if (unit(at - 1).does(Function::ClauseBreak) || unit(at - 1).kind == TokenKind::Comma) return at;
    return verb;
  }

  // Whether an according-to phrase stands at the end of its clause, so that what follows is another's.
  bool closed(const Act& act) const { return act.unit > sentence_.first + 3; }

  // A denial or claim of responsibility covers its clause only.
  std::uint32_t denied_until(const Act& act) const {
    const bool right = act.speaker != kNoMention && mention(act.speaker).first > act.unit;
    for (auto at = (right ? mention(act.speaker).last : act.unit) + 2; at < act.to; ++at)
      if (unit(at).kind == TokenKind::Comma || unit(at).kind == TokenKind::Semicolon || unit(at).does(Function::ClauseBreak)) return at;
    return act.to;
  }

  std::uint32_t clause_end(const Act& act) const {
    for (auto at = act.unit + 1; at < act.to; ++at)
      if (unit(at).does(Function::ClauseBreak) || unit(at).kind == TokenKind::Semicolon) return at;
    return act.to;
  }

  std::vector<Act>& out_;
  std::uint32_t taken_ = 0;  // verbs before this unit belong to an according-to phrase
};

}  // namespace

void find_acts(const Context& context, const Report& report, const Sentence& sentence, std::vector<Act>& out) {
  ActFinder(context, report, sentence, out).run();
}

}  // namespace khabar::event
