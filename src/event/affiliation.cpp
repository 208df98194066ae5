// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A tie stands in a description ("groups backed by X"), or is what a sentence denies ("X denied any link to the group"). A definite
// noun of a group means the armed group that was named last.
#include "event/stages.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Head;
using lexicon::kNone;
using lexicon::Relation;

constexpr std::uint32_t kFarthestTie = 12;    // units between the word of connection and who is connected
constexpr std::uint32_t kFarthestName = 400;  // mentions back that "the group" may refer to

class TieFinder {
 public:
  TieFinder(const Context& context, Report& report)
      : units_(context.units), lexicon_(context.lexicon), sentences_(context.sentences), report_(report) {}

  void run() {
    for (std::uint32_t id = 0; id < report_.mentions.items.size(); ++id) described(id);
    for (std::uint32_t claim = 0; claim < report_.claims.size(); ++claim)
      if (report_.claims[claim].mode == lexicon::Mode::Denial) denied(claim);
  }

 private:
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }

  static bool names(const Mention& m) { return m.entity != kNone || m.name_last > m.name_first; }

  EntityClass class_of(const Mention& m) const { return m.entity == kNone ? EntityClass::None : lexicon_.entry(m.entity).entity_class; }

  Head head_of(const Mention& m) const { return m.noun == kNone ? Head::None : lexicon_.entry(m.noun).head; }

  bool is_group(const Mention& m) const {
    if (m.type != MentionType::Actor) return false;
    const auto c = class_of(m);
    return c == EntityClass::ArmedGroup || c == EntityClass::Unit ||
           (c == EntityClass::None && (head_of(m) == Head::ArmedGroup || head_of(m) == Head::Unit));
  }

  // A named group, or the one that "the group" means before `id`.
  std::uint32_t meant(std::uint32_t id, std::uint32_t but) const {
    const auto& m = mention(id);
    if (names(m)) return id;
    if (!m.definite || !is_group(m)) return kNoMention;
    for (auto before = id; before-- > 0 && id - before <= kFarthestName;) {
      const auto& other = mention(before);
      const bool same = but != kNoMention && other.entity != kNone && other.entity == mention(but).entity;
      if (names(other) && is_group(other) && !same) return before;
    }
    return kNoMention;
  }

  const entity::Reading* relation_at(std::uint32_t at) const {
    return units_.find(unit(at), [](const Entry& e) { return e.relation != Relation::None; });
  }

  // The word that ties a mention to the one inside it; none where it was joined on ("and its ally").
  Relation word_between(std::uint32_t from, std::uint32_t to) const {
    for (auto at = from; at < to; ++at)
      if (const auto* word = relation_at(at)) return unit(at).has(entity::kAnd) ? Relation::None : units_.entry(*word).relation;
    return Relation::None;
  }

  // "the group backed by X", "the brigade that belongs to X".
  void described(std::uint32_t id) {
    const auto& m = mention(id);
    if (m.type != MentionType::Actor || class_of(m) == EntityClass::State) return;
    const auto inner = m.relation_to != kNoMention ? m.relation_to : m.owner;
    if (inner == kNoMention || !names(mention(inner)) || mention(inner).first <= m.head) return;
    const auto word = word_between(m.head + 1, mention(inner).first);
    if (word == Relation::None || !names(m) || mention(inner).entity == m.entity) return;
    add(id, inner, word, {m.begin, mention(inner).end}, true, kNobody);
  }

  // The sentence that holds a code point.
  const Sentence* sentence_of(std::uint32_t code_point) const {
    auto behind = std::upper_bound(sentences_.begin(), sentences_.end(), code_point,
                                   [this](std::uint32_t at, const Sentence& s) { return at < unit(s.first).begin; });
    return behind == sentences_.begin() ? nullptr : &*(behind - 1);
  }

  // "X denied any link to the group": the denier is the object, the group the subject.
  void denied(std::uint32_t number) {
    const auto claim = report_.claims[number];
    const auto* sentence = sentence_of(claim.evidence.begin);
    if (sentence == nullptr || !names(mention(claim.source))) return;
    for (auto at = sentence->first; at < sentence->last; ++at) {
      if (unit(at).begin < claim.evidence.begin) continue;
      const auto* word = relation_at(at);
      if (word == nullptr) continue;
      const auto other = connected(at + 1, sentence->last);
      const auto subject = other == kNoMention ? kNoMention : meant(other, claim.source);
      if (subject == kNoMention || mention(subject).entity == mention(claim.source).entity) return;
      add(subject, claim.source, units_.entry(*word).relation, {claim.evidence.begin, mention(other).end}, false, number);
      return;
    }
  }

  // The actor behind a word of connection.
  std::uint32_t connected(std::uint32_t from, std::uint32_t end) const {
    for (auto at = from; at < std::min(end, from + kFarthestTie); ++at) {
      if (unit(at).does(lexicon::Function::ClauseBreak) || unit(at).does(lexicon::Function::Relative)) break;
      const auto here = report_.mentions.at_unit[at];
      if (here != kNoMention && mention(here).type == MentionType::Actor) return here;
    }
    return kNoMention;
  }

  void add(std::uint32_t subject, std::uint32_t object, Relation relation, Span evidence, bool positive, std::uint32_t claim) {
    Affiliation tie;
    tie.evidence = evidence;
    tie.subject = subject;
    tie.object = object;
    tie.relation = relation;
    tie.positive = positive;
    tie.claim = claim;
    report_.affiliations.push_back(tie);
  }

  const entity::Units& units_;
  const lexicon::Lexicon& lexicon_;
  const std::vector<Sentence>& sentences_;
  Report& report_;
};

}  // namespace

void find_affiliations(const Context& context, Report& report) { TieFinder(context, report).run(); }

}  // namespace khabar::event
