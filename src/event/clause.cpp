// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Arabic news has verb-subject-object and subject-verb-object clauses. A verb takes what stands bare to its right, in order, until the
// next verb or a word that opens another clause; a bare phrase to its left within the clause is its subject. An event noun takes the
// phrase in construct behind it, its adjectives, and the prepositional phrases up to the next predicate.
#include "event/clause.hpp"

#include "lexicon/labels.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using entity::Unit;
using lexicon::Certainty;
using lexicon::Entry;
using lexicon::EventType;
using lexicon::Function;
using lexicon::Preposition;
using lexicon::Slot;

constexpr std::uint32_t kFarthest = 45;  // units a predicate's arguments may lie away
constexpr std::uint32_t kFarthestSubject = 16;

struct Bare {
  std::uint32_t mention = kNoMention, predicate = kNoPredicate;
  bool found() const { return mention != kNoMention || predicate != kNoPredicate; }
};

std::optional<Slot> slot_of(Preposition preposition) {
  switch (preposition) {
    case Preposition::On:
    case Preposition::Over: return Slot::On;
    case Preposition::In:
    case Preposition::Near:
    case Preposition::Around:
    case Preposition::About:
    case Preposition::Through: return Slot::In;
    case Preposition::Inside: return Slot::In;
    case Preposition::With: return Slot::With;
    case Preposition::To: return Slot::To;
    case Preposition::For: return Slot::For;
    case Preposition::From: return Slot::From;
    case Preposition::Against: return Slot::Against;
    case Preposition::Between: return Slot::Between;
    case Preposition::Toward: return Slot::Toward;
    case Preposition::By: return Slot::By;
    default: return std::nullopt;
  }
}

class Analyser {
 public:
  Analyser(const entity::Units& units, const entity::Mentions& mentions, const std::vector<entity::Time>& times, Sentence& sentence)
      : units_(units), mentions_(mentions), times_(times), sentence_(sentence) {}

  void run() {
    sentence_.predicates.clear();
    index_.assign(sentence_.last - sentence_.first, kNoPredicate);
    find_predicates();
    for (std::uint32_t i = 0; i < sentence_.predicates.size(); ++i) arguments_of(i);
  }

 private:
  const Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  std::uint32_t predicate_at(std::uint32_t at) const { return index_[at - sentence_.first]; }
  const entity::Mention& mention(std::uint32_t id) const { return mentions_.items[id]; }

  // ---- predicates ----

  void find_predicates() {
    Preposition preposition = Preposition::None;
    for (std::uint32_t at = sentence_.first; at < sentence_.last;) {
      const Unit& u = unit(at);
      if (u.furniture) {
        ++at;
        continue;
      }
      const auto here = mentions_.at_unit[at];
      if (inside_time(at)) {  // "fajr" is dawn there, not "he blew up"
        ++at;
        continue;
      }
      const bool governed = preposition != Preposition::None || u.has(entity::kWith) || u.has(entity::kFor) || (at > sentence_.first && predicate_at(at - 1) != kNoPredicate);
      if (const auto* reading = predicate_reading(at, here != kNoMention, governed)) {
        add_predicate(at, *reading, preposition);
        preposition = Preposition::None;
        ++at;
        continue;
      }
      if (here != kNoMention) {
        at = mention(here).last;
        preposition = Preposition::None;
        continue;
      }
      if (const auto* found = units_.find(u, [](const Entry& e) { return e.preposition != Preposition::None; }))
        preposition = units_.entry(*found).preposition;
      else if (u.kind != TokenKind::Quote && u.kind != TokenKind::Number && !u.does(Function::Demonstrative) && !is_quantity(u))
        preposition = Preposition::None;
      ++at;
    }
  }

  bool inside_time(std::uint32_t at) const {
    const auto after = std::upper_bound(times_.begin(), times_.end(), at, [](std::uint32_t unit, const entity::Time& t) { return unit < t.first; });
    return after != times_.begin() && at < (after - 1)->last;
  }

  bool is_quantity(const Unit& u) const {
    return units_.find(u, [](const Entry& e) { return e.number >= 0 || e.rough_number > 0 || e.quantifier != lexicon::Quantifier::None || e.does(Function::LightNoun); }) != nullptr;
  }

  // The reading that makes the unit a predicate; where it begins a mention, only a verb or a strong trigger does.
  const entity::Reading* predicate_reading(std::uint32_t at, bool begins_mention, bool governed) const {
    const Unit& u = unit(at);
    if (!u.is_word() || u.does(Function::Blocker)) return nullptr;
    const bool connective = u.does(Function::CausedBy) || u.does(Function::After) || u.does(Function::ResponseTo) || u.does(Function::AccordingTo);
    const entity::Reading* best = nullptr;
    int rank = 0;
    for (const auto& reading : units_.of(u)) {
      const auto& e = units_.entry(reading);
      if (e.kind != lexicon::Kind::Word) continue;
      const bool light = e.does(Function::LightVerb), leads = e.does(Function::LeadsTo);
      if (e.event == EventType::None && !light && !leads && e.outcome == lexicon::Outcome::None) continue;
      const auto features = lexicon::unpack(reading.sense.features);
      if (begins_mention && !(e.event != EventType::None && e.strength == lexicon::Strength::Strong)) continue;
      const bool verb = features.tense != arabic::Tense::None;
      if (connective && e.event == EventType::None) continue;
      if (verb && (u.has(entity::kArticle) || u.has(entity::kWith) || u.has(entity::kFor))) continue;
      int score = 1 + (e.event != EventType::None ? 4 : 0) + (e.outcome != lexicon::Outcome::None ? 2 : 0) + (light ? 1 : 0);
      // the letters of a light verb are its masdar's only where something governs it; of a trigger they are the noun's
      score += light && e.event == EventType::None ? (verb != governed ? 1 : 0) : (verb ? 0 : 1);
      if (features.kind == arabic::FormKind::ActiveParticiple || features.kind == arabic::FormKind::PassiveParticiple) score -= 2;
      if (e.outcome != lexicon::Outcome::None && people_follow(at)) score += 4;
      if (score > rank) rank = score, best = &reading;
    }
    return best;
  }

  // People or a number stand right behind: a word that can mean hitting or wounding means wounding.
  bool people_follow(std::uint32_t at) const {
    for (auto next = at + 1; next < std::min(sentence_.last, at + 4); ++next) {
      const auto here = mentions_.at_unit[next];
      if (here != kNoMention) return mention(here).type == MentionType::People || mention(here).type == MentionType::Person;
      const Unit& u = unit(next);
      if (u.kind == TokenKind::Number || u.does(Function::Other)) return true;
      if (units_.find(u, [](const Entry& e) { return e.number >= 0 || e.quantifier != lexicon::Quantifier::None || e.rough_number > 0; }) == nullptr) return false;
    }
    return false;
  }

  void add_predicate(std::uint32_t at, const entity::Reading& reading, Preposition preposition) {
    const Unit& u = unit(at);
    const auto& e = units_.entry(reading);
    const auto features = lexicon::unpack(reading.sense.features);
    Predicate predicate;
    predicate.unit = at;
    predicate.entry = reading.sense.entry;
    predicate.frame = e.frame;
    predicate.verb = features.tense != arabic::Tense::None;
    predicate.passive = predicate.verb && (features.voice == arabic::Voice::Passive || (features.tense == arabic::Tense::Past && (u.flags & arabic::kDammaFlag) != 0));
    predicate.participle = features.kind == arabic::FormKind::ActiveParticiple || features.kind == arabic::FormKind::PassiveParticiple;
    predicate.definite = u.definite;
    predicate.trigger = e.event != EventType::None;
    predicate.light = e.does(Function::LightVerb);
    predicate.leads_to = e.does(Function::LeadsTo);
    predicate.casualty = e.outcome != lexicon::Outcome::None;
    predicate.preposition = u.has(entity::kWith) ? Preposition::With : u.has(entity::kFor) ? Preposition::For : u.has(entity::kAs) ? Preposition::As : preposition;
    predicate.first = at;
    predicate.last = at + 1;
    index_[at - sentence_.first] = static_cast<std::uint32_t>(sentence_.predicates.size());
    sentence_.predicates.push_back(predicate);
  }

  // ---- arguments ----

  void arguments_of(std::uint32_t number) {
    if (sentence_.predicates[number].verb)
      verb_arguments(number);
    else
      noun_arguments(number);
  }

  // A unit behind which another clause begins.
  bool opens_clause(std::uint32_t at) const {
    const Unit& u = unit(at);
    if (u.kind == TokenKind::Semicolon || u.kind == TokenKind::Stop || u.furniture) return true;
    if (u.kind == TokenKind::Colon) return at == sentence_.first || unit(at - 1).kind != TokenKind::Number;
    if (!u.is_word()) return false;
    constexpr Function kOpeners[] = {Function::ClauseBreak, Function::Complementizer, Function::AccordingTo, Function::ResponseTo, Function::After,
                                     Function::CausedBy,    Function::TopicBreak,     Function::Background,  Function::Partitive};
    for (const auto function : kOpeners)
      if (u.does(function)) return true;
    return is_speech_verb(at);
  }

  bool is_speech_verb(std::uint32_t at) const {
    const Unit& u = unit(at);
    if (!u.does(Function::SpeechVerb) || u.has(entity::kArticle)) return false;
    for (const auto& reading : units_.of(u))
      if (units_.entry(reading).does(Function::SpeechVerb) && lexicon::unpack(reading.sense.features).tense != arabic::Tense::None) return true;
    return false;
  }

  // Walks to the right of a predicate and calls `bare` and `phrase` for what it meets; returns the unit where it stopped.
  template <typename OnBare, typename OnPhrase>
  std::uint32_t walk(std::uint32_t from, bool over_nouns, OnBare bare, OnPhrase phrase) const {
    Preposition pending = Preposition::None;
    Certainty hedge = Certainty::Certain;
    bool behind_noun = false;  // phrases behind an event noun are that noun's own
    std::uint32_t at = from;
    const auto end = std::min(sentence_.last, from + kFarthest);
    while (at < end) {
      const Unit& u = unit(at);
      const auto other = predicate_at(at);
      if (other != kNoPredicate) {
        const auto& p = sentence_.predicates[other];
        if (p.verb || !over_nouns || p.leads_to || (behind_noun && p.trigger && unit(at).has(entity::kAnd))) return at;
        behind_noun |= p.trigger;
        const auto slot = slot_of(p.preposition);
        if (p.preposition == Preposition::None)
          bare(Bare{kNoMention, other});
        else if (slot)
          phrase(Argument{*slot, kNoMention, other, Certainty::Certain});
        pending = Preposition::None;
        ++at;
        continue;
      }
      const auto here = mentions_.at_unit[at];
      if (here != kNoMention) {
        const auto& m = mention(here);
        const auto preposition = m.preposition != Preposition::None ? m.preposition : pending;
        if (preposition == Preposition::None) {
          bare(Bare{here, kNoPredicate});
        } else if (const auto slot = slot_of(preposition); slot && !behind_noun) {
          phrase(Argument{*slot, here, kNoPredicate, hedge});
        }
        pending = Preposition::None;
        hedge = Certainty::Certain;
        at = m.last;
        continue;
      }
      if (const auto* hedging = units_.find(u, [](const Entry& e) { return e.certainty == Certainty::Probable || e.certainty == Certainty::Possible; })) {
        const auto suspect = suspected(at + 1, units_.entry(*hedging).certainty);
        if (suspect.mention != kNoMention) {
          phrase(suspect);
          at = mention(suspect.mention).last;
          continue;
        }
      }
      if (opens_clause(at) || u.does(Function::Relative)) return at;
      if (u.does(Function::ByAgent)) {
        pending = Preposition::By;
      } else if (const auto* word = units_.find(u, [](const Entry& e) { return e.preposition != Preposition::None; })) {
        pending = units_.entry(*word).preposition;
      } else if (u.is_word()) {
        pending = Preposition::None;
      }
      ++at;
    }
    return at;
  }

  // "it is believed that they belong to X": the actor behind a hedge.
  Argument suspected(std::uint32_t from, Certainty certainty) const {
    for (std::uint32_t at = from; at < std::min(sentence_.last, from + 6); ++at) {
      if (unit(at).kind == TokenKind::Comma || predicate_at(at) != kNoPredicate) break;
      const auto here = mentions_.at_unit[at];
      if (here == kNoMention) continue;
      const auto& m = mention(here);
      if (m.type == MentionType::Actor && (m.entity != lexicon::kNone || m.demonym != lexicon::kNone)) return {Slot::By, here, kNoPredicate, certainty};
      if (m.demonym != lexicon::kNone) return {Slot::By, here, kNoPredicate, certainty};
      if (m.owner != kNoMention) return {Slot::By, m.owner, kNoPredicate, certainty};
      break;
    }
    return {};
  }

  void noun_arguments(std::uint32_t number) {
    auto& p = sentence_.predicates[number];
    std::uint32_t at = p.unit + 1;
    // adjectives
    while (at < sentence_.last && unit(at).is_word() && !unit(at).has(entity::kAnd) && !unit(at).has(entity::kWith) && !unit(at).has(entity::kFor) &&
           predicate_at(at) == kNoPredicate && qualifies(at, p)) {
      p.adjectives.push_back(at);
      ++at;
    }
    // "air and artillery bombardment"
    if (!p.adjectives.empty() && at < sentence_.last && unit(at).has(entity::kAnd) && units_.find(unit(at), [](const Entry& e) { return e.means != EventType::None && e.kind == lexicon::Kind::Word; }) != nullptr &&
        mentions_.at_unit[at] == kNoMention)
      p.adjectives.push_back(at++);
    bool construct = !p.definite && !unit(p.unit).enclitic;
    const auto from = at;
    std::vector<Argument> found;
    const bool light = p.light && !p.trigger;
    const auto stop = walk(
        at, light,
        [&](Bare b) {
          if (b.mention == kNoMention) {  // "the aircraft's carrying out of raids"
            if (light) found.push_back({Slot::Object, kNoMention, b.predicate, Certainty::Certain});
            return;
          }
          const auto& m = mention(b.mention);
          const bool adjacent = m.first == from || (m.first == from + 1 && unit(from).kind == TokenKind::Quote);
          if (construct && adjacent) found.push_back({Slot::Genitive, b.mention, kNoPredicate, Certainty::Certain});
          else if (agent_then_object(found, m, b.mention)) found.push_back({Slot::Object, b.mention, kNoPredicate, Certainty::Certain});
          else if (m.coordinated && !found.empty() && found.back().mention + 1 <= b.mention) found.push_back({found.back().slot, b.mention, kNoPredicate, Certainty::Certain});
          else if (m.type == MentionType::Place && m.noun != lexicon::kNone) found.push_back({Slot::In, b.mention, kNoPredicate, Certainty::Certain});
          construct = false;
        },
        [&](Argument argument) { found.push_back(argument); });
    auto& predicate = sentence_.predicates[number];
    predicate.arguments = std::move(found);
    predicate.last = std::max(stop, predicate.unit + 1);
  }

  // "the aircraft's targeting a motorcycle": behind the agent in construct the object stands bare.
  bool agent_then_object(const std::vector<Argument>& found, const Mention& m, std::uint32_t id) const {
    if (found.empty() || found[0].slot != Slot::Genitive || found.back().slot == Slot::Object || found[0].mention == kNoMention || m.coordinated) return false;
    const auto& agent = mention(found[0].mention);
    const bool acts = agent.type == MentionType::Weapon || agent.type == MentionType::Actor || agent.type == MentionType::People;
    const bool near = m.first <= agent.last + 2 || m.type == MentionType::Object;
    return acts && id != found[0].mention && near && m.type != MentionType::Source;
  }

  // Whether the unit can be an adjective of the event noun.
  bool qualifies(std::uint32_t at, const Predicate& p) const {
    const Unit& u = unit(at);
    if (units_.find(u, [](const Entry& e) { return e.demonym_of != lexicon::kNone || e.does(Function::Other) || e.ordinal > 0; }) != nullptr) return true;
    if (units_.find(u, [](const Entry& e) { return e.means != EventType::None && e.kind == lexicon::Kind::Word; }) != nullptr) return true;
    if (mentions_.at_unit[at] != kNoMention) return false;
    if (u.reading_count == 0) return u.definite == p.definite && u.definite;
    return units_.find(u, [](const Entry& e) { return e.pos == lexicon::Pos::Adjective && e.relation == lexicon::Relation::None; }) != nullptr;
  }

  void verb_arguments(std::uint32_t number) {
    std::vector<Bare> bare;
    std::vector<Argument> phrases;
    const auto at_unit = sentence_.predicates[number].unit;
    const auto stop = walk(at_unit + 1, true, [&](Bare b) { bare.push_back(b); }, [&](Argument argument) { phrases.push_back(argument); });
    bool relative = false;
    const Bare left = subject_on_the_left(number, relative);
    fronted_places(at_unit, phrases);
    auto& p = sentence_.predicates[number];
    p.last = std::max(stop, at_unit + 1);
    p.arguments = std::move(phrases);
    const auto put = [&](Bare b, Slot slot) {
      if (!b.found()) return;
      p.arguments.push_back({slot, b.mention, b.predicate, Certainty::Certain});
      if (b.predicate != kNoPredicate && slot == Slot::Subject) p.subject_predicate = b.predicate;
    };
    // Coordinated phrases share the slot of the one before.
    std::vector<std::pair<Bare, bool>> groups;
    for (const auto& b : bare) groups.emplace_back(b, b.mention != kNoMention && mention(b.mention).coordinated && !groups.empty());
    std::size_t next = 0;
    const auto put_group = [&](Slot slot) {
      if (next >= groups.size()) return;
      put(groups[next++].first, slot);
      while (next < groups.size() && groups[next].second) put(groups[next++].first, slot);
    };
    std::size_t group_count = 0;
    for (const auto& group : groups) group_count += group.second ? 0U : 1U;
    const bool has_object_pronoun = unit(at_unit).enclitic;
    if (p.passive || by_agent(p)) {
      if (left.found() && group_count == 0) put(left, Slot::PassiveSubject);
      put_group(Slot::PassiveSubject);
    } else if (has_object_pronoun) {
      // "raids that the aircraft carried out": the pronoun takes the noun up again
      const bool taken_up = relative || left.predicate != kNoPredicate;
      if (left.found()) put(left, taken_up ? Slot::Object : Slot::Subject);
      if (!left.found() || taken_up) put_group(Slot::Subject);
      put_group(Slot::Object);
    } else if (left.found()) {
      put(left, Slot::Subject);
      put_group(Slot::Object);
    } else if (group_count >= 2) {
      put_group(Slot::Subject);
      put_group(Slot::Object);
    } else if (group_count == 1) {
      put_group(reads_as_object(p, groups[0].first) ? Slot::Object : Slot::Subject);
    }
  }

  // Places that stand before the verb at the head of its clause: "and in X, ..., the aircraft struck".
  void fronted_places(std::uint32_t verb, std::vector<Argument>& phrases) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t at = verb, steps = 0; at > sentence_.first && steps < kFarthestSubject; ++steps) {
      --at;
      const auto inside = containing(at);
      if (inside != kNoMention) {
        const auto& m = mention(inside);
        at = m.first;
        if (m.preposition != Preposition::None && m.place_entity != lexicon::kNone && slot_of(m.preposition) == Slot::In) found.push_back(inside);
        else if (m.type == MentionType::Place && m.preposition == Preposition::None && m.noun != lexicon::kNone) found.push_back(inside);
        continue;
      }
      const auto other = predicate_at(at);
      if (other != kNoPredicate) return;  // the places behind another predicate are its own
      if (unit(at).does(Function::Relative) || opens_clause(at)) break;
    }
    for (const auto id : found) phrases.push_back({Slot::In, id, kNoPredicate, Certainty::Certain});
  }

  bool by_agent(const Predicate& p) const {
    return std::any_of(p.arguments.begin(), p.arguments.end(), [](const Argument& a) { return a.slot == Slot::By && a.certainty == Certainty::Certain; });
  }

  // A lone bare phrase behind a verb: the object of a dropped subject (or the subject of an unvocalised passive) when it is a thing,
  // a place or people that are hit; else the subject.
  bool reads_as_object(const Predicate& p, const Bare& b) const {
    const auto& frame = p.frame < units_.lexicon->frames().size() ? units_.lexicon->frames()[p.frame] : lexicon::Frame{};
    if (b.predicate != kNoPredicate) return frame.role(Slot::Object) == lexicon::RoleName::Event && frame.role(Slot::Subject) != lexicon::RoleName::Event;
    const auto& m = mention(b.mention);
    if (frame.role(Slot::Subject) != lexicon::RoleName::Actor) return false;
    if (frame.role(Slot::Object) == lexicon::RoleName::Weapon) return m.type == MentionType::Weapon;
    if (frame.role(Slot::Object) == lexicon::RoleName::None) return false;
    return m.type == MentionType::Object || m.type == MentionType::Place || (m.type == MentionType::People && m.noun != lexicon::kNone &&
           units_.lexicon->entry(m.noun).head == lexicon::Head::PopulationGroup);
  }

  // The bare phrase or event noun on the left that is the verb's subject.
  Bare subject_on_the_left(std::uint32_t number, bool& relative) const {
    const auto& p = sentence_.predicates[number];
    std::uint32_t steps = 0;
    for (std::uint32_t at = p.unit; at > sentence_.first && steps < kFarthestSubject; ++steps) {
      --at;
      const auto inside = containing(at);
      if (inside != kNoMention) {
        const auto& m = mention(inside);
        at = m.first;
        if (at > sentence_.first && unit(at - 1).does(Function::AccordingTo)) return {};
        const bool adjacent = m.last == p.unit;
        if (m.preposition == Preposition::None || relative) {
          if (unit(p.unit).has(entity::kAnd) && m.preposition != Preposition::None) return {};
          return {inside, kNoPredicate};
        }
        if (adjacent && !m.definite && m.entity == lexicon::kNone && !unit(p.unit).has(entity::kAnd) && m.type == MentionType::Weapon) return {inside, kNoPredicate};
        continue;
      }
      const auto other = predicate_at(at);
      if (other != kNoPredicate) {
        const auto& q = sentence_.predicates[other];
        if (q.verb) return {};
        if (q.trigger && (q.preposition == Preposition::None || relative || at + 1 + q.adjectives.size() == p.unit)) {
          if (unit(p.unit).has(entity::kAnd) && q.preposition != Preposition::None) return {};
          return {kNoMention, other};
        }
        if (q.preposition == Preposition::None && !q.trigger) return {};
        continue;
      }
      const Unit& u = unit(at);
      if (u.does(Function::Relative)) {
        relative = true;
        continue;
      }
      if (u.does(Function::Complementizer) && u.enclitic) return speaker_before(at);
      if (opens_clause(at)) return {};
      if (u.kind == TokenKind::Comma && unit(p.unit).has(entity::kAnd)) return {};
    }
    return {};
  }

  // "X said that it struck ...": the pronoun of the complementizer is the speaker.
  Bare speaker_before(std::uint32_t complementizer) const {
    for (std::uint32_t at = complementizer; at > sentence_.first && complementizer - at < 12;) {
      --at;
      const auto inside = containing(at);
      if (inside == kNoMention) {
        if (unit(at).kind == TokenKind::Semicolon || predicate_at(at) != kNoPredicate) return {};
        continue;
      }
      const auto& m = mention(inside);
      at = m.first;
      if (m.preposition == Preposition::None && (m.type == MentionType::Actor || m.type == MentionType::People || m.type == MentionType::Weapon)) return {inside, kNoPredicate};
    }
    return {};
  }

  // The outermost mention that covers a unit.
  std::uint32_t containing(std::uint32_t at) const {
    for (std::uint32_t first = at + 1; first-- > sentence_.first && at - first < 24;) {
      const auto here = mentions_.at_unit[first];
      if (here != kNoMention) return mention(here).last > at ? here : kNoMention;
    }
    return kNoMention;
  }

  const entity::Units& units_;
  const entity::Mentions& mentions_;
  const std::vector<entity::Time>& times_;
  Sentence& sentence_;
  std::vector<std::uint32_t> index_;
};

}  // namespace

void analyse_sentence(const entity::Units& units, const entity::Mentions& mentions, const std::vector<entity::Time>& times, Sentence& sentence) {
  Analyser(units, mentions, times, sentence).run();
}

}  // namespace khabar::event
