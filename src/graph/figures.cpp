// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/figures.hpp"

#include "graph/vocabulary.hpp"

#include <algorithm>
#include <optional>

namespace khabar::graph {
namespace {

using entity::kUnbounded;
using event::kNobody;
using lexicon::Quantifier;

constexpr std::array<std::string_view, 3> kScopeNames = {"ThisEvent", "Series", "Cumulative"};
constexpr std::array<std::string_view, 2> kPolarityNames = {"Negative", "Positive"};

// A number as the graph knows it: quantifiers of words become those of figures, and bounds fit the quantifier.
struct Bounds {
  std::optional<std::uint32_t> minimum, maximum;
  Quantifier quantifier = Quantifier::Some;
};

Bounds bounds_of(const entity::Count& count) {
  const bool open = count.maximum == kUnbounded;
  const auto least = std::max(count.minimum, 1U);
  switch (count.quantifier) {
    case Quantifier::Zero:
      return {0, 0, Quantifier::Zero};
    case Quantifier::AtLeast:
    case Quantifier::MoreThan:
      return {count.minimum, {}, Quantifier::AtLeast};
    case Quantifier::AtMost:
    case Quantifier::LessThan:
      if (open) return {least, {}, Quantifier::Some};
      return {{}, count.maximum, Quantifier::AtMost};
    case Quantifier::None:
    case Quantifier::Some:
      return {least, {}, Quantifier::Some};
    default:
      break;
  }
  if (open) return {count.minimum, {}, Quantifier::AtLeast};
  const auto [low, high] = std::minmax(count.minimum, count.maximum);
  const bool exact = low == high && count.quantifier != Quantifier::About;
  return {low, high, exact ? Quantifier::Exactly : Quantifier::About};
}

constexpr std::array<std::string_view, 5> kFigurePaths = {"", "/figure/killed/", "/figure/injured/", "/figure/missing/",
                                                          "/figure/captured/"};

}  // namespace

void Sayings::describe(const event::Event& event, std::string_view iri) {
  claims_.clear();
  for (const auto id : event.claims) describe_claim(id, iri);
  for (const auto& figure : event.figures) describe_figure(figure, iri);
}

Node Sayings::source_of(std::uint32_t claim) {
  const auto source = source_.report.claims[claim].source;
  return source == kNobody ? Node{} : entities_.actor(source);
}

// The claim's node; none in core, which says the source alone.
std::string_view Sayings::describe_claim(std::uint32_t id, std::string_view event) {
  const auto& claim = source_.report.claims[id];
  const auto source = source_of(id);
  if (source.empty()) return {};
  draft_.link(event, khb::accordingTo, source.iri);
  if (!draft_.full()) return {};
  const auto [found, fresh] = claims_.try_emplace(id);
  if (!fresh) return found->second;
  const auto iri = found->second = draft_.mint(event, "/claim/", claim.evidence);
  draft_.link(event, khb::claim, iri);
  draft_.type(iri, khb::kClaim), draft_.type(iri, kProvEntity);
  draft_.link(iri, khb::source, source.iri);
  draft_.link(iri, kProvAttributed, source.iri);
  if (claim.speaker != kNobody && claim.speaker != claim.source && source_.mention(claim.speaker).type == entity::MentionType::Person)
    if (const auto speaker = entities_.actor(claim.speaker); !speaker.empty()) draft_.link(iri, khb::speaker, speaker.iri);
  if (claim.relayed_by != kNobody)
    if (const auto relay = entities_.actor(claim.relayed_by); !relay.empty()) draft_.link(iri, khb::relayedBy, relay.iri);
  const auto mode = claim.mode == lexicon::Mode::None ? lexicon::Mode::Reported : claim.mode;
  const auto certainty = claim.certainty == lexicon::Certainty::None ? lexicon::Certainty::Certain : claim.certainty;
  draft_.link(iri, khb::mode, iri_of<lexicon::kModeNames>(mode));
  draft_.link(iri, khb::certainty, iri_of<lexicon::kCertaintyNames>(certainty));
  draft_.evidence(iri, khb::evidence, claim.evidence);
  return iri;
}

void Sayings::describe_figure(const event::Figure& figure, std::string_view event) {
  const auto iri = draft_.mint(event, kFigurePaths[static_cast<std::size_t>(figure.outcome)], figure.evidence);
  if (!names_.insert(iri).second) return;
  draft_.link(event, khb::casualties, iri);
  draft_.type(iri, khb::kCasualtyFigure);
  draft_.link(iri, khb::outcome, iri_of<lexicon::kOutcomeNames>(figure.outcome));
  describe_number(figure.count, iri);
  draft_.link(iri, khb::scope, iri_of<kScopeNames>(figure.scope));
  if (figure.victims != kNobody)
    if (const auto victims = entities_.actor(figure.victims); !victims.empty()) draft_.link(iri, khb::victims, victims.iri);
  if (figure.claim != kNobody) {
    if (const auto source = source_of(figure.claim); !source.empty()) draft_.link(iri, khb::accordingTo, source.iri);
    if (const auto claim = describe_claim(figure.claim, event); !claim.empty()) draft_.link(iri, khb::claim, claim);
  }
  draft_.evidence(iri, khb::evidence, figure.evidence);
}

void Sayings::describe_number(const entity::Count& count, std::string_view figure) {
  const auto bounds = bounds_of(count);
  if (bounds.minimum) draft_.number(figure, khb::minimum, *bounds.minimum);
  if (bounds.maximum) draft_.number(figure, khb::maximum, *bounds.maximum);
  draft_.link(figure, khb::quantifier, iri_of<lexicon::kQuantifierNames>(bounds.quantifier));
}

void Sayings::describe(const event::Affiliation& tie) {
  const auto object = entities_.actor(tie.object);
  if (object.empty()) return;
  const auto subject = entities_.actor(tie.subject);
  if (subject.empty() || subject.iri == object.iri) return;
  const auto iri = draft_.mint(draft_.article(), "/affiliation/", tie.evidence);
  if (!names_.insert(iri).second) return;
  draft_.type(iri, khb::kAffiliationClaim), draft_.type(iri, kProvEntity);
  draft_.link(iri, khb::subject, subject.iri);
  draft_.link(iri, khb::object, object.iri);
  draft_.link(iri, khb::relation, iri_of<lexicon::kRelationNames>(tie.relation));
  draft_.link(iri, khb::polarity, iri_of<kPolarityNames>(tie.positive));
  if (tie.claim != kNobody)
    if (const auto source = source_of(tie.claim); !source.empty()) draft_.link(iri, khb::accordingTo, source.iri);
  draft_.evidence(iri, khb::evidence, tie.evidence);
}

}  // namespace khabar::graph
