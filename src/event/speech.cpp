// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A verb of saying has its speaker right behind it, behind times and "in a statement", or, without a conjunction, right before it.
// What it says begins at "that", a colon, a quotation or the verb's own preposition. A word of saying that has other senses ("moved",
// "recorded") counts only with such a beginning or a speaker whose trade is to report.
#include "event/speech.hpp"

#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::Entry;
using lexicon::EntityClass;
using lexicon::Function;
using lexicon::Head;
using lexicon::kNone;
using lexicon::Preposition;

constexpr std::uint32_t kSpeakerReach = 12;  // units between a verb and its speaker
constexpr std::uint32_t kContentReach = 16;  // units from the verb to the beginning of what it says
constexpr std::uint32_t kWidestMention = 24;

class ActFinder {
 public:
  ActFinder(const Context& context, const Report& report, const Sentence& sentence, std::vector<Act>& out)
      : units_(context.units), lexicon_(context.lexicon), report_(report), sentence_(sentence), out_(out) {}

  void run() {
    out_.clear();
    heading();
    for (auto at = sentence_.first; at < sentence_.last; ++at) {
      const auto& u = unit(at);
      if (!u.is_word() || u.furniture) continue;
      if (u.does(Function::AccordingTo)) according_to(at);
      else if (u.does(Function::SpeechVerb) || u.does(Function::CommentVerb)) verb(at);
    }
    bound();
  }

 private:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }
  std::uint32_t mention_at(std::uint32_t at) const { return report_.mentions.at_unit[at]; }

  // ---- who can speak ----

  bool can_speak(const Mention& m) const {
    if (m.nested) return false;
    switch (m.type) {
      case MentionType::Source:
      case MentionType::Person:
      case MentionType::Actor: return true;
      case MentionType::People: return m.noun != kNone && entry(m.noun).head != Head::None;
      case MentionType::Place: return m.entity != kNone && entry(m.entity).entity_class == EntityClass::Country;
      default: return false;
    }
  }

  // A speaker whose trade is to report: a source, medium, monitor or official.
  bool reports(const Mention& m) const {
    if (m.type == MentionType::Source) return true;
    if (m.entity != kNone && (entry(m.entity).entity_class == EntityClass::Media || entry(m.entity).entity_class == EntityClass::Monitor)) return true;
    return m.noun != kNone && entry(m.noun).head == Head::Media;
  }

  bool is_medium(const Mention& m) const {
    if (m.type != MentionType::Actor) return false;
    if (m.entity != kNone) return entry(m.entity).entity_class == EntityClass::Media;
    return m.noun != kNone && entry(m.noun).head == Head::Media;
  }

  // ---- small questions about units ----

  bool begins_content(std::uint32_t at) const {
    const auto& u = unit(at);
    return u.kind == TokenKind::Colon || u.does(Function::Complementizer);
  }

  bool is_finite_verb(std::uint32_t at) const {
    for (const auto& reading : units_.of(unit(at)))
      if (lexicon::unpack(reading.sense.features).tense != arabic::Tense::None) return true;
    return false;
  }

  Preposition preposition_at(std::uint32_t at) const {
    const auto* word = units_.find(unit(at), [](const Entry& e) { return e.preposition != Preposition::None; });
    return word == nullptr ? Preposition::None : units_.entry(*word).preposition;
  }

  // A mention that begins at `at`, or inside quotation marks that open there.
  std::uint32_t quoted_mention_at(std::uint32_t at) const {
    if (const auto here = mention_at(at); here != kNoMention) return here;
    if (unit(at).kind != TokenKind::Quote || at + 1 >= sentence_.last) return kNoMention;
    const auto inside = mention_at(at + 1);
    if (inside == kNoMention) return kNoMention;
    const auto behind = mention(inside).last;
    const bool closed = behind < sentence_.last && unit(behind).kind == TokenKind::Quote;
    return closed || unit(behind - 1).kind == TokenKind::Quote ? inside : kNoMention;
  }

  // The mention that ends right before `at`.
  std::uint32_t mention_before(std::uint32_t at) const {
    for (auto first = at; first-- > sentence_.first && at - first < kWidestMention;) {
      const auto here = mention_at(first);
      if (here != kNoMention) return mention(here).last >= at ? here : kNoMention;
    }
    return kNoMention;
  }

  // ---- speakers ----

  struct Found {
    std::uint32_t speaker = kNoMention, medium = kNoMention;
    std::uint32_t behind = 0;  // unit behind what was passed
    bool unknown_name = false; // a word that nobody knows stands where the speaker should
  };

  Found speaker_right(std::uint32_t verb) const {
    Found found;
    found.behind = verb + 1;
    for (auto at = verb + 1; at < std::min(sentence_.last, verb + kSpeakerReach);) {
      if (const auto here = quoted_mention_at(at); here != kNoMention) {
        const auto& m = mention(here);
        const bool told_to = m.preposition == Preposition::For && is_medium(m);
        if (told_to) found.medium = here;
        else if (m.preposition == Preposition::None && can_speak(m)) {
          found.speaker = here;
          found.behind = m.last;
          return found;
        } else if (m.preposition == Preposition::None && m.type != MentionType::Place) {
          return found;
        }
        at = m.last;
        continue;
      }
      if (stops_speaker(at)) return found;
      const auto& u = unit(at);
      found.unknown_name |= at == verb + 1 && u.is_word() && u.reading_count == 0 && !u.has(entity::kWith) && !u.has(entity::kFor);
      ++at;
    }
    return found;
  }

  // Whether the search for a speaker behind a verb ends at this unit.
  bool stops_speaker(std::uint32_t at) const {
    const auto& u = unit(at);
    if (begins_content(at) || u.does(Function::ClauseBreak) || u.kind == TokenKind::Semicolon || u.kind == TokenKind::Stop || u.kind == TokenKind::Quote) return true;
    if (u.does(Function::AccordingTo)) return false;
    switch (preposition_at(at)) {
      case Preposition::To:
      case Preposition::About:
      case Preposition::On: return true;
      default: break;
    }
    return units_.find(u, [](const Entry& e) { return e.event != lexicon::EventType::None || e.outcome != lexicon::Outcome::None; }) != nullptr;
  }

  // The subject before a verb that carries no conjunction; a particle, a relative pronoun or a closing mark may stand between.
  std::uint32_t speaker_left(std::uint32_t verb) const {
    if (unit(verb).has(entity::kAnd) || unit(verb).has(entity::kThen)) return kNoMention;
    auto at = verb;
    for (std::uint32_t steps = 0; steps < 4 && at > sentence_.first; ++steps, --at) {
      if (const auto here = mention_before(at); here != kNoMention) {
        const auto& m = mention(here);
        return can_speak(m) && (m.preposition == Preposition::None || at + 1 == verb) ? here : kNoMention;
      }
      const auto& u = unit(at - 1);
      const bool passed = u.kind == TokenKind::Quote || u.kind == TokenKind::Close || u.does(Function::Relative) || u.does(Function::Auxiliary) ||
                          (u.kind == TokenKind::Comma && at == verb) || (u.is_word() && u.functions == 0 && at == verb);
      if (!passed) return kNoMention;
    }
    return kNoMention;
  }

  // Behind the speaker: "quoting Y", "to X".
  void take_chain(Act& act, std::uint32_t from, bool relay) const {
    for (auto at = from; at < std::min(sentence_.last, from + 6); ++at) {
      if (begins_content(at) || unit(at).kind == TokenKind::Quote || unit(at).does(Function::ClauseBreak)) return;
      const auto here = mention_at(at);
      if (here != kNoMention) {
        const auto& m = mention(here);
        if (m.preposition == Preposition::For && is_medium(m)) act.medium = here;
        else if (relay && can_speak(m) && (m.preposition == Preposition::About || m.preposition == Preposition::From)) act.origin = here;
        at = m.last - 1;
        continue;
      }
      if (at > from + 1 && is_finite_verb(at)) return;
    }
  }

  // Whether what is said begins soon behind the verb.
  bool has_content(std::uint32_t verb) const {
    for (auto at = verb + 1; at < std::min(sentence_.last, verb + kContentReach); ++at) {
      if (begins_content(at)) return true;
      if (unit(at).kind == TokenKind::Quote && mention_at(at) == kNoMention && quoted_mention_at(at) == kNoMention && mention_before(at + 1) == kNoMention) return true;
      if (unit(at).does(Function::ClauseBreak) || unit(at).kind == TokenKind::Semicolon) return false;
      if (unit(at).does(Function::SpeechVerb) && is_finite_verb(at) && mention_before(at + 1) == kNoMention) return false;
    }
    return false;
  }

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
      const bool speaks = m.type == MentionType::Source || m.type == MentionType::Person || (m.type == MentionType::Actor && m.entity != kNone) || reports(m);
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

  // The reading of a unit as a verb of saying, or as a participle that goes on ("adding that").
  const entity::Reading* speech_reading(std::uint32_t at, bool& participle) const {
    const auto& u = unit(at);
    if (u.has(entity::kArticle) || u.has(entity::kWith) || u.has(entity::kFor)) return nullptr;
    for (const auto& reading : units_.of(u)) {
      const auto& e = units_.entry(reading);
      if (!e.does(Function::SpeechVerb) && !e.does(Function::CommentVerb)) continue;
      const auto features = lexicon::unpack(reading.sense.features);
      participle = features.kind == arabic::FormKind::ActiveParticiple;
      if (features.tense != arabic::Tense::None || participle || e.pos != lexicon::Pos::Verb) return &reading;
    }
    return nullptr;
  }

  // Unit before a verb, over "had" and the like.
  bool is_denied_or_habit(std::uint32_t verb) const {
    for (auto at = verb; at > sentence_.first && verb - at < 3;) {
      const auto& u = unit(--at);
      if (u.does(Function::Negation)) return true;
      if (units_.find(u, [](const Entry& e) { return e.does(Function::Background) && e.pos == lexicon::Pos::Particle && e.does(Function::Auxiliary); })) return true;
      if (!u.does(Function::Auxiliary)) return false;
    }
    return false;
  }

  bool opens_clause(std::uint32_t at) const {
    const auto& u = unit(at);
    if (u.has(entity::kAnd) || u.has(entity::kThen) || at <= sentence_.first + 1) return true;
    const auto& before = unit(at - 1);
    return before.does(Function::ClauseBreak) || before.does(Function::NewSpeaker) || before.kind == TokenKind::Comma || before.kind == TokenKind::Quote || before.kind == TokenKind::Colon;
  }

  void verb(std::uint32_t at) {
    bool participle = false;
    const auto* reading = speech_reading(at, participle);
    if (reading == nullptr) return;
    const auto& e = units_.entry(*reading);
    const auto inside = mention_at(at);
    if (inside != kNoMention || covered(at)) return;
    Act act;
    act.kind = participle ? ActKind::Participle : ActKind::Verb;
    act.unit = act.from = at;
    act.comment = e.does(Function::CommentVerb);
    act.mode = e.mode == lexicon::Mode::None ? lexicon::Mode::Reported : e.mode;
    act.habit = is_denied_or_habit(at);
    act.evidence = {unit(at).begin, unit(at).end};
    const bool relay = e.does(Function::Relay);
    Found found;
    if (!participle) found = speaker_right(at);
    if (found.speaker == kNoMention && !participle && found.unknown_name) return;
    act.speaker = found.speaker;
    act.medium = found.medium;
    if (act.speaker == kNoMention && !participle) act.speaker = speaker_left(at);
    take_chain(act, std::max(found.behind, at + 1), relay);
    if (!is_sure(act, e, at)) return;
    if (act.speaker != kNoMention) {
      const auto& m = mention(act.speaker);
      act.evidence = {std::min(act.evidence.begin, m.begin), std::max(act.evidence.end, m.end)};
    }
    out_.push_back(act);
  }

  bool covered(std::uint32_t at) const {
    for (auto first = at; first > sentence_.first && at - first < kWidestMention;) {
      const auto here = mention_at(--first);
      if (here != kNoMention) return mention(here).last > at;
    }
    return false;
  }

  bool is_sure(const Act& act, const Entry& e, std::uint32_t at) const {
    const bool content = has_content(at);
    const bool weak = e.strength == lexicon::Strength::Weak;
    if (act.kind == ActKind::Participle) return content || (!weak && unit(at).has(entity::kAnd) == false);
    if (act.speaker == kNoMention) return opens_clause(at) && (content || act.origin != kNoMention || !weak);
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
      const bool passed = u.does(Function::SpeechVerb) || u.does(Function::Relative) || u.does(Function::Demonstrative) || preposition_at(next) == Preposition::With || u.enclitic ||
                          u.kind == TokenKind::Quote || (u.is_word() && u.functions == 0 && u.reading_count > 0 && next == at + 1);
      if (begins_content(next) || !passed) break;
    }
    if (act.speaker == kNoMention) return;
    const auto& m = mention(act.speaker);
    if (e.strength == lexicon::Strength::Weak && !reports(m)) return;
    if (act.relays && !is_medium(m) && !reports(m) && e.strength != lexicon::Strength::Strong) return;
    take_chain(act, m.last, true);
    act.evidence = {unit(at).begin, m.end};
    out_.push_back(act);
  }

  // ---- scope ----

  // A verb governs up to the next verb of saying; a phrase what stands before it up to the speech before, and what follows up to the
  // next speech or the next clause of its rank.
  void bound() {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      auto& act = out_[i];
      act.to = next_speech(i);
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

  std::uint32_t clause_end(const Act& act) const {
    for (auto at = act.unit + 1; at < act.to; ++at)
      if (unit(at).does(Function::ClauseBreak) || unit(at).kind == TokenKind::Semicolon) return at;
    return act.to;
  }

  const entity::Units& units_;
  const lexicon::Lexicon& lexicon_;
  const Report& report_;
  const Sentence& sentence_;
  std::vector<Act>& out_;
};

}  // namespace

void find_acts(const Context& context, const Report& report, const Sentence& sentence, std::vector<Act>& out) {
  ActFinder(context, report, sentence, out).run();
}

}  // namespace khabar::event
