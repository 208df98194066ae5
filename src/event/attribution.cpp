// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A speech verb with its speaker governs what follows it in the sentence; an according-to phrase governs the clause it closes or
// opens. "He added" goes on with the last speaker.
#include "event/stages.hpp"
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
using lexicon::Mode;

constexpr std::uint32_t kSpeakerReach = 12;

struct Speech {
  std::uint32_t unit = 0, from = 0, to = 0;  // units it governs
  std::uint32_t claim = kNobody;
};

class Attributor {
 public:
  Attributor(const Context& context, Report& report) : context_(context), units_(context.units), report_(report) {}

  void run() {
    for (const auto& sentence : context_.sentences) {
      speeches_.clear();
      find(sentence);
      cover(sentence);
    }
  }

 private:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const Entry& entry(std::uint32_t id) const { return context_.lexicon.entry(id); }

  void find(const Sentence& sentence) {
    for (auto at = sentence.first; at < sentence.last; ++at) {
      const auto& u = unit(at);
      if (!u.is_word() || u.furniture) continue;
      if (u.does(Function::AccordingTo)) according_to(sentence, at);
      else if (u.does(Function::SpeechVerb)) speech_verb(sentence, at);
    }
  }

  bool can_speak(const Mention& m) const {
    if (m.nested) return false;
    if (m.type == MentionType::Source || m.type == MentionType::Person) return true;
    if (m.type == MentionType::Actor) return true;
    if (m.type == MentionType::People) return m.noun != kNone && (entry(m.noun).head == Head::Post || entry(m.noun).head == Head::SourceHead || entry(m.noun).head == Head::Member || entry(m.noun).head == Head::PopulationGroup);
    return m.type == MentionType::Place && m.entity != kNone && entry(m.entity).entity_class == EntityClass::Country;
  }

  std::uint32_t speaker_right(const Sentence& sentence, std::uint32_t from, std::uint32_t reach) const {
    for (auto at = from; at < std::min(sentence.last, from + reach); ++at) {
      const auto here = report_.mentions.at_unit[at];
      if (here != kNoMention) {
        const auto& m = mention(here);
        if (can_speak(m) && m.preposition == lexicon::Preposition::None) return here;
        if (m.type == MentionType::Place || m.preposition != lexicon::Preposition::None) {
          at = m.last - 1;
          continue;
        }
        return kNoMention;
      }
      const auto& u = unit(at);
      if (u.does(Function::Complementizer) || u.kind == TokenKind::Colon || u.does(Function::ClauseBreak) || u.kind == TokenKind::Semicolon) return kNoMention;
    }
    return kNoMention;
  }

  std::uint32_t speaker_left(const Sentence& sentence, std::uint32_t verb) const {
    for (auto at = verb; at > sentence.first && verb - at < 8;) {
      --at;
      const auto& u = unit(at);
      if (u.does(Function::Complementizer) || u.does(Function::ClauseBreak) || u.kind == TokenKind::Semicolon) return kNoMention;
      for (auto first = at + 1; first-- > sentence.first && at - first < 16;) {
        const auto here = report_.mentions.at_unit[first];
        if (here == kNoMention) continue;
        if (mention(here).last <= at) break;
        if (can_speak(mention(here)) && mention(here).preposition == lexicon::Preposition::None) return here;
        at = first;
        break;
      }
    }
    return kNoMention;
  }

  std::uint32_t add_claim(std::uint32_t speaker, Span evidence, Mode mode) {
    Claim claim;
    claim.evidence = evidence;
    claim.mode = mode == Mode::None ? Mode::Reported : mode;
    claim.certainty = claim.mode == Mode::Distanced ? lexicon::Certainty::Possible : lexicon::Certainty::Certain;
    const auto& m = mention(speaker);
    claim.source = speaker;
    if (m.type == MentionType::Person || (m.type == MentionType::People && m.noun != kNone && entry(m.noun).head == Head::Post)) {
      claim.speaker = speaker;
      if (m.owner != kNoMention && (mention(m.owner).entity != kNone || mention(m.owner).name_last > mention(m.owner).name_first)) claim.source = m.owner;
      else if (const auto post = post_before(speaker); post != kNoMention) claim.source = post;
    }
    report_.claims.push_back(claim);
    return static_cast<std::uint32_t>(report_.claims.size() - 1);
  }

  // "the spokesman of X, Y Z": the organisation stands in the mention before the name, or in the one behind it.
  std::uint32_t post_before(std::uint32_t speaker) const {
    const auto& m = mention(speaker);
    for (std::uint32_t id = 0; id < report_.mentions.items.size(); ++id) {
      const auto& other = report_.mentions.items[id];
      const bool before = other.last <= m.first && m.first - other.last <= 3;
      const bool behind = other.first >= m.last && other.first - m.last <= 2;
      if (!(before || behind) || other.noun == kNone || other.owner == kNoMention) continue;
      if (entry(other.noun).head == Head::Post && mention(other.owner).type == MentionType::Actor) return other.owner;
    }
    return kNoMention;
  }

  void speech_verb(const Sentence& sentence, std::uint32_t at) {
    const auto& u = unit(at);
    const auto* reading = units_.find(u, [](const Entry& e) { return e.does(Function::SpeechVerb); });
    const auto features = lexicon::unpack(reading->sense.features);
    const auto& e = units_.entry(*reading);
    const bool verb = features.tense != arabic::Tense::None;
    if (!verb && features.kind != arabic::FormKind::ActiveParticiple && e.pos == lexicon::Pos::Verb) return;
    Speech speech;
    speech.unit = speech.from = at;
    speech.to = sentence.last;
    std::uint32_t speaker = kNoMention;
    if (verb) speaker = speaker_right(sentence, at + 1, kSpeakerReach);
    if (speaker == kNoMention) speaker = speaker_left(sentence, at);
    if (speaker != kNoMention) {
      const auto& m = mention(speaker);
      const Span evidence{std::min(u.begin + (u.stem - u.begin > 1 ? 0U : 0U), m.begin), std::max(u.end, m.end)};
      speech.claim = add_claim(speaker, evidence, e.mode);
      last_speaker_ = speaker;
    } else if (last_speaker_ != kNoMention && verb) {
      speech.claim = add_claim(last_speaker_, {u.begin, u.end}, e.mode);
    } else {
      return;
    }
    if (!speeches_.empty() && speeches_.back().to > at) speeches_.back().to = at;
    speeches_.push_back(speech);
  }

  void according_to(const Sentence& sentence, std::uint32_t at) {
    std::uint32_t speaker = kNoMention;
    std::uint32_t from = at + 1;
    for (; from < std::min(sentence.last, at + 8); ++from) {
      const auto here = report_.mentions.at_unit[from];
      if (here != kNoMention) {
        if (can_speak(mention(here))) speaker = here;
        break;
      }
      if (unit(from).does(Function::Complementizer) || unit(from).kind == TokenKind::Comma) break;
    }
    if (speaker == kNoMention) return;
    const auto& m = mention(speaker);
    Speech speech;
    speech.unit = at;
    speech.claim = add_claim(speaker, {unit(at).begin, m.end}, Mode::Reported);
    const bool opens = at <= sentence.first + 3;
    // it governs the clause it opens, or what stands before it since the last speech
    speech.from = opens ? at : sentence.first;
    speech.to = opens ? sentence.last : at;
    for (const auto& other : speeches_)
      if (!opens && other.unit < at && other.to > other.from) speech.from = std::max(speech.from, other.unit);
    last_speaker_ = opens ? speaker : last_speaker_;
    speeches_.push_back(speech);
  }

  void cover(const Sentence& sentence) {
    for (auto& told : report_.event_mentions) {
      if (told.sentence != sentence.number) continue;
      for (const auto& speech : speeches_) {
        if (told.unit < speech.from || told.unit >= speech.to) continue;
        if (std::find(told.claims.begin(), told.claims.end(), speech.claim) == told.claims.end()) told.claims.push_back(speech.claim);
      }
    }
    // figures: by where their words stand
    for (auto& told : report_.event_mentions)
      for (auto& figure : told.figures) {
        const auto begin = unit(sentence.first).begin, end = unit(sentence.last - 1).end;
        if (figure.evidence.begin < begin || figure.evidence.end > end) continue;
        for (const auto& speech : speeches_) {
          const auto from = unit(speech.from).begin;
          const auto to = speech.to > 0 ? unit(speech.to - 1).end : 0;
          if (figure.evidence.begin >= from && figure.evidence.begin < to) figure.claim = speech.claim;
        }
      }
  }

  const Context& context_;
  const entity::Units& units_;
  Report& report_;
  std::vector<Speech> speeches_;
  std::uint32_t last_speaker_ = kNoMention;
};

}  // namespace

void attribute(const Context& context, Report& report) { Attributor(context, report).run(); }

}  // namespace khabar::event
