// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Each act of speech becomes a claim of who is behind its speaker, and covers the event mentions and figures in the units it governs.
// "He added" goes on with the last speaker, a quotation that is still open goes on in the next sentence. What is only condemned,
// demanded or judged has no source from it.
#include "event/speaker.hpp"
#include "event/speech.hpp"

#include <algorithm>
#include <map>

namespace khabar::event {
namespace {

using arabic::TokenKind;
using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::Mode;

constexpr std::size_t kMostClaims = 120;  // of an event mention; more say nothing new

// Units that a claim speaks for; `claim` is kNobody where somebody only comments.
struct Cover {
  std::uint32_t from = 0, to = 0;
  std::uint32_t claim = kNobody;
  Mode mode = Mode::Reported;
  bool comment = false;
  bool figures_only = false;  // goes on from the sentence before: enough for a number, not for another event
  bool medium = false;        // to whom it was said: a number is the speaker's
};

class Attributor {
 public:
  Attributor(const Context& context, Report& report)
      : context_(context), units_(context.units), report_(report), speakers_(context, report) {}

  void run() {
    std::size_t told = 0;
    for (const auto& sentence : context_.sentences) {
      find_acts(context_, report_, sentence, acts_);
      covers_.clear();
      here_ = {};
      spoken_ = false;
      open_quotation(sentence);
      go_on(sentence);
      for (const auto& act : acts_) take(act);
      carry_quotation(sentence);
      if (spoken_) paragraph_claim_ = last_claim();
      while (told < report_.event_mentions.size() && report_.event_mentions[told].sentence < sentence.number) ++told;
      auto id = told;
      while (id < report_.event_mentions.size() && report_.event_mentions[id].sentence == sentence.number)
        cover(report_.event_mentions[id++]);
      claim_earlier(told, id);
      std::stable_sort(covers_.begin(), covers_.end(), [](const Cover& a, const Cover& b) { return a.from < b.from; });
      all_covers_.insert(all_covers_.end(), covers_.begin(), covers_.end());
    }
    for (auto& mention : report_.event_mentions) cover_figures(mention);
  }

 private:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }

  // ---- claims ----

  std::uint32_t add_claim(const Speaker& speaker, Span evidence, Mode mode, std::uint32_t relayed_by) {
    Claim claim;
    claim.evidence = evidence;
    claim.source = body_of(speaker.source);
    claim.speaker = claim.source != speaker.source ? speaker.source : speaker.speaker;
    claim.source = without_medium(claim.source);
    claim.relayed_by = relayed_by == speaker.source ? kNobody : relayed_by;
    claim.mode = mode;
    claim.certainty = mode == Mode::Distanced ? lexicon::Certainty::Possible : lexicon::Certainty::Certain;
    report_.claims.push_back(claim);
    return static_cast<std::uint32_t>(report_.claims.size() - 1);
  }

  // The organisation that a known person is known to speak for, as a mention of its own in the person's place.
  std::uint32_t body_of(std::uint32_t source) {
    const auto& m = mention(source);
    if (m.type != MentionType::Person || m.entity == lexicon::kNone) return source;
    const auto body = context_.lexicon.entry(m.entity).country;
    if (body == lexicon::kNone) return source;
    const auto kind = context_.lexicon.entry(body).entity_class;
    if (kind == lexicon::EntityClass::State || !lexicon::is_actor(kind)) return source;
    if (const auto known = bodies_.find(body); known != bodies_.end()) return known->second;
    Mention stand_in;
    stand_in.first = m.first, stand_in.last = m.last, stand_in.head = m.head;
    stand_in.begin = m.begin, stand_in.end = m.end;
    stand_in.entity = body;
    stand_in.nested = true;
    report_.mentions.items.push_back(stand_in);
    return bodies_[body] = static_cast<std::uint32_t>(report_.mentions.items.size() - 1);
  }

  // "local sources to agency X": the source is named without the medium it spoke to.
  std::uint32_t without_medium(std::uint32_t source) {
    const auto& m = mention(source);
    if ((m.type != MentionType::Source && m.type != MentionType::People) || m.owner == kNoMention) return source;
    const auto& owner = mention(m.owner);
    if (owner.preposition != lexicon::Preposition::For || owner.first <= m.head || owner.last != m.last) return source;
    Mention shorter = m;
    shorter.owner = kNoMention;
    shorter.last = owner.first;
    shorter.end = unit(owner.first - 1).end;
    shorter.nested = true;
    report_.mentions.items.push_back(shorter);
    return static_cast<std::uint32_t>(report_.mentions.items.size() - 1);
  }

  void add_cover(const Act& act, std::uint32_t claim) { covers_.push_back({act.from, act.to, claim, act.mode, act.comment, false}); }

  // Whom an act means: the one it names, or the last speaker of the sentence or before.
  Speaker speaker_of(const Act& act) const {
    if (act.speaker != kNoMention) return speakers_.resolve(act.speaker);
    if (act.unknown) return speakers_.by_name(act.surname);
    if (act.kind == ActKind::Participle && here_.found()) return here_;
    return act.kind == ActKind::According || act.kind == ActKind::Heading ? Speaker{} : speakers_.last();
  }

  void take(const Act& act) {
    const auto speaker = speaker_of(act);
    const bool goes_on = act.speaker == kNoMention && !act.unknown;
    const bool silent = act.comment || act.habit || (goes_on && commenting_) || !speaker.found();
    if (act.kind != ActKind::According) commenting_ = act.comment || (goes_on && commenting_);
    lead(act, speaker);
    if (silent) {
      if (act.kind != ActKind::According && (speaker.found() || act.unknown || act.comment))
        covers_.push_back({act.from, act.to, kNobody, act.mode, true, false});
      if (!act.comment && !act.habit) pass_on(act, speaker);
      return;
    }
    const auto claim = add_claim(speaker, act.evidence, act.mode, relayer(act, speaker));
    add_cover(act, claim);
    if (act.partner != kNoMention)
      if (const auto partner = speakers_.resolve(act.partner); partner.found())
        add_cover(act, add_claim(partner, {mention(act.partner).begin, mention(act.partner).end}, act.mode, kNobody));
    pass_on(act, speaker);
  }

  // Remembers who spoke, for "he added" and "the source".
  void lead(const Act& act, const Speaker& speaker) {
    if (act.habit || (!speaker.found() && !act.unknown)) return;
    if (act.speaker != kNoMention && speaker.found()) speakers_.note(act.speaker, speaker);
    here_ = speaker;
    if (act.passing || (act.kind == ActKind::According && spoken_)) return;
    if (act.speaker != kNoMention || act.unknown) speakers_.lead(speaker);
    spoken_ |= act.kind != ActKind::According;
  }

  // Who passes on what the speaker says: the medium he spoke to; the speaker of the clause, for "quoting X".
  std::uint32_t relayer(const Act& act, const Speaker& speaker) {
    if (act.medium != kNoMention && act.medium != act.speaker) return act.medium;
    if (act.kind != ActKind::According || act.relays || covers_.empty()) return kNobody;
    const auto& host = covers_.back();
    if (host.claim == kNobody || act.unit >= host.to || report_.claims[host.claim].source == speaker.source) return kNobody;
    return report_.claims[host.claim].source;
  }

  // The claims of the one whom the speaker quotes, and of the medium that he told.
  void pass_on(const Act& act, const Speaker& speaker) {
    if (act.origin != kNoMention) {
      const auto origin = speakers_.resolve(act.origin);
      if (origin.found()) {
        add_cover(act, add_claim(origin, {mention(act.origin).begin, mention(act.origin).end}, act.mode,
                                 speaker.found() ? speaker.source : kNobody));
        speakers_.note(act.origin, origin);
      }
    }
    if (act.medium != kNoMention) {
      const auto medium = speakers_.resolve(act.medium);
      if (medium.found()) {
        add_cover(act, add_claim(medium, {mention(act.medium).begin, mention(act.medium).end}, Mode::Reported, kNobody));
        covers_.back().medium = act.speaker != kNoMention;
      }
    }
    if (act.relays && covers_.size() > 1)
      for (auto& host : covers_)
        if (host.claim != kNobody && act.unit < host.to && report_.claims[host.claim].source != speaker.source &&
            report_.claims[host.claim].relayed_by == kNobody)
          report_.claims[host.claim].relayed_by = speaker.source;
  }

  // ---- beyond the sentence ----

  // Of the one who spoke last in the sentence, whoever he spoke to.
  std::uint32_t last_claim() const {
    const auto spoken = std::find_if(covers_.rbegin(), covers_.rend(), [](const Cover& c) { return !c.medium; });
    return spoken == covers_.rend() ? kNobody : spoken->claim;
  }

  // A sentence without a speaker of its own tells on behalf of the one who spoke right before in its paragraph.
  void go_on(const Sentence& sentence) {
    const auto line = context_.document.sentences[sentence.number].line;
    const bool same = line == line_;
    line_ = line;
    if (!same) paragraph_claim_ = kNobody;
    if (paragraph_claim_ == kNobody || quoting_ || !acts_.empty() || unit(sentence.first).does(lexicon::Function::Background)) return;
    covers_.push_back({sentence.first, sentence.last, paragraph_claim_, Mode::Reported, false, true});
  }

  void open_quotation(const Sentence& sentence) {
    if (!quoting_) return;
    std::uint32_t to = sentence.last;
    for (auto at = sentence.first; at < sentence.last; ++at)
      if (unit(at).kind == TokenKind::Quote) {
        to = at;
        break;
      }
    covers_.push_back({sentence.first, to, quoted_claim_, Mode::Quoted, quoted_claim_ == kNobody, false});
  }

  // Whether a quotation that the last act began is still open at the end of the sentence. It never goes on into another line.
  void carry_quotation(const Sentence& sentence) {
    const bool was_open = quoting_;
    const auto line = context_.document.sentences[sentence.number].line;
    std::uint32_t quotes = 0;
    const auto from = acts_.empty() ? sentence.first : acts_.back().unit;
    for (auto at = from; at < sentence.last; ++at) quotes += unit(at).kind == TokenKind::Quote ? 1U : 0U;
    quoting_ = acts_.empty() ? was_open && quotes % 2 == 0 : quotes % 2 == 1;
    const auto next = sentence.number + 1;
    if (next >= context_.document.sentences.size() || context_.document.sentences[next].line != line) quoting_ = false;
    if (!acts_.empty() && !covers_.empty()) quoted_claim_ = last_claim();
  }

  // ---- covering ----

  void cover(EventMention& told) {
    // the innermost act decides whether it is told or only commented on
    const Cover* inner = nullptr;
    for (const auto& one : covers_)
      if (told.unit >= one.from && told.unit < one.to && (inner == nullptr || one.from >= inner->from)) inner = &one;
    if (inner != nullptr && inner->comment) return;
    for (const auto& one : covers_) {
      if (one.claim == kNobody || one.figures_only || told.unit < one.from || told.unit >= one.to) continue;
      attach(told, one);
    }
  }

  // "X claimed it": who claims no event of the sentence claims the one that was told last.
  void claim_earlier(std::size_t first, std::size_t last) {
    for (const auto& one : covers_) {
      if (one.mode != Mode::SelfClaim || one.claim == kNobody) continue;
      std::size_t before = kNobody;
      bool own = false;
      for (auto id = first; id < last; ++id) {
        const auto at = report_.event_mentions[id].unit;
        own |= at >= one.from && at < one.to;
        if (at < one.from) before = id;
      }
      if (before == kNobody && first > 0) before = first - 1;
      if (!own && before != kNobody) attach(report_.event_mentions[before], one);
    }
  }

  void attach(EventMention& told, const Cover& one) {
    ascribe(told, one.claim);
    if (told.absorbed_into != kNobody) ascribe(report_.event_mentions[told.absorbed_into], one.claim);
    if (one.mode == Mode::SelfClaim) claimant_acts(told, report_.claims[one.claim].source);
  }

  static void ascribe(EventMention& told, std::uint32_t claim) {
    if (told.claims.size() < kMostClaims && std::find(told.claims.begin(), told.claims.end(), claim) == told.claims.end())
      told.claims.push_back(claim);
  }

  // Who claims an attack did it.
  void claimant_acts(EventMention& told, std::uint32_t claimant) {
    const bool has_actor = std::any_of(told.fillers.begin(), told.fillers.end(), [](const Filler& f) { return f.role == Role::Actor; });
    if (has_actor || told.by_adjective != lexicon::kNone || mention(claimant).type == MentionType::Source) return;
    Filler filler;
    filler.role = Role::Actor;
    filler.mention = claimant;
    filler.frame = told.frame;
    filler.confidence = 0.8F;
    told.fillers.push_back(filler);
  }

  // A figure is ascribed by where its words stand. Who speaks of the dead and injured, with a number or without, reports the event.
  void cover_figures(EventMention& told) {
    for (auto& figure : told.figures)
      if (const auto claim = claim_around(figure.evidence.begin); claim != kNobody) figure.claim = claim;
    for (const auto at : told.victims_told)
      for (const bool medium : {false, true})
        if (const auto claim = claim_around(at, medium); claim != kNobody) ascribe(told, claim);
  }

  // The claim of the nearest act around a code point: of its speaker, or of the medium he told.
  std::uint32_t claim_around(std::uint32_t begin, bool medium = false) const {
    auto first = std::upper_bound(all_covers_.begin(), all_covers_.end(), begin,
                                  [this](std::uint32_t at, const Cover& c) { return at < unit(c.from).begin; });
    std::uint32_t nearest = 0, claim = kNobody;
    for (std::uint32_t steps = 0; first != all_covers_.begin() && steps < 8; ++steps) {
      --first;
      if (first->claim == kNobody || first->medium != medium || unit(first->to - 1).end <= begin) continue;
      if (claim != kNobody && first->from <= nearest) continue;
      claim = first->claim;
      nearest = first->from;
    }
    return claim;
  }

  const Context& context_;
  const entity::Units& units_;
  Report& report_;
  Speakers speakers_;
  std::map<std::uint32_t, std::uint32_t> bodies_;  // known organisation to its mention
  std::vector<Act> acts_;
  std::vector<Cover> covers_;      // of the sentence
  std::vector<Cover> all_covers_;  // of the article
  std::uint32_t quoted_claim_ = kNobody;
  std::uint32_t paragraph_claim_ = kNobody;
  std::uint32_t line_ = kNobody;
  bool quoting_ = false;
  bool commenting_ = false;
  Speaker here_;         // the last of the sentence
  bool spoken_ = false;  // a verb of saying stood in the sentence
};

}  // namespace

void attribute(const Context& context, Report& report) { Attributor(context, report).run(); }

}  // namespace khabar::event
