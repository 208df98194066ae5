// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/casualty.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using entity::kUnbounded;
using lexicon::Quantifier;

constexpr std::uint32_t kSameBreath = 400;  // code points between a total and what it is made of
constexpr std::uint32_t kSamePhrase = 60;   // code points between two numbers of one phrase

// Decides between the figures of one event.
class Settler {
 public:
  Settler(const Report& report, Event& event) : report_(report), event_(event) {
    for (const auto id : event.mentions)
      if (const auto& told = report.event_mentions[id]; told.headline)
        for (const auto& figure : told.figures) in_headline_.push_back(figure.evidence);
  }

  void run() {
    const auto total = totals();
    for (std::size_t i = 0; i < event_.figures.size(); ++i)
      if (const auto& figure = event_.figures[i];
          !is_one_of_them(figure) && !is_summand(i, total) && !outdated(figure) && !told_as_both(figure))
        add(figure);
    event_.figures = std::move(kept_);
    const auto claim = only_claim();
    for (auto& figure : event_.figures)
      if (figure.claim == kNobody) figure.claim = claim;
  }

 private:
  static bool vague(const Figure& f) {
    return f.count.quantifier == Quantifier::Some || (f.count.minimum == 1 && f.count.maximum == kUnbounded);
  }
  static bool none(const Figure& f) { return f.count.quantifier == Quantifier::Zero; }
  static bool rough(const Figure& f) { return f.count.maximum == kUnbounded; }

  static bool dozens(const Figure& f) { return rough(f) && (f.count.minimum == 10 || f.count.minimum == 100 || f.count.minimum == 1000); }

  bool in_headline(const Figure& f) const { return std::find(in_headline_.begin(), in_headline_.end(), f.evidence) != in_headline_.end(); }

  // A person who is told by name is one of those whom the total counts.
  bool is_one_of_them(const Figure& f) const {
    if (f.victims == kNobody || f.count.minimum != 1 || f.count.maximum != 1) return false;
    const auto& victim = report_.mentions.items[f.victims];
    const bool one_of = victim.each && victim.type == entity::MentionType::People;  // "the wound of one of the children is grave"
    if (!one_of && victim.type != entity::MentionType::Person && victim.name_last <= victim.name_first) return false;
    return std::any_of(event_.figures.begin(), event_.figures.end(),
                       [&](const Figure& total) { return total.outcome == f.outcome && total.count.minimum > 1; });
  }

  // For each figure the number that the exact figures told with it add up to, when it is a total of theirs; else 0.
  std::vector<std::uint32_t> totals() const {
    std::vector<std::uint32_t> found(event_.figures.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto& total = event_.figures[i];
      std::uint32_t sum = 0, parts = 0;
      for (const auto& f : event_.figures)
        if (summand(f, total)) sum += f.count.minimum, ++parts;
      if (parts > 1 && sum == total.count.minimum) found[i] = sum;
    }
    return found;
  }

  // "5 dead, 2 of the guards and 3 drivers": told near the total and smaller.
  static bool summand(const Figure& f, const Figure& total) {
    return f.outcome == total.outcome && f.count.quantifier == Quantifier::Exactly && f.count.minimum > 0 &&
           f.count.minimum < total.count.minimum && gap(f, total) < kSameBreath;
  }

  static std::uint32_t gap(const Figure& a, const Figure& b) {
    return a.evidence.begin > b.evidence.begin ? a.evidence.begin - b.evidence.begin : b.evidence.begin - a.evidence.begin;
  }

  // "26 soldiers and 9 others", where 35 are told anywhere.
  bool is_half(const Figure& f) const {
    const auto exact = [&](const Figure& other) { return other.outcome == f.outcome && other.count.quantifier == Quantifier::Exactly; };
    if (!exact(f) || f.count.minimum == 0) return false;
    for (const auto& other : event_.figures) {
      if (!exact(other) || other.count.minimum == 0 || other.evidence == f.evidence || gap(f, other) > kSamePhrase) continue;
      const auto sum = f.count.minimum + other.count.minimum;
      if (std::any_of(event_.figures.begin(), event_.figures.end(),
                      [&](const Figure& total) { return total.outcome == f.outcome && total.count.minimum == sum; }))
        return true;
    }
    return false;
  }

  bool is_summand(std::size_t i, const std::vector<std::uint32_t>& total) const {
    if (is_half(event_.figures[i])) return true;
    for (std::size_t t = 0; t < total.size(); ++t)
      if (total[t] != 0 && summand(event_.figures[i], event_.figures[t])) return true;
    return false;
  }

  // "no victims" says nothing of the injured where some are told.
  bool told_as_both(const Figure& f) const {
    if (f.outcome != lexicon::Outcome::Injured || !none(f)) return false;
    bool both = false, injured = false;
    for (const auto& other : event_.figures) {
      both |= other.outcome == lexicon::Outcome::Killed && none(other) && other.evidence == f.evidence;
      injured |= other.outcome == f.outcome && !none(other);
    }
    return both && injured;
  }

  // Lower than a toll that the same source, or the article itself, says has risen.
  bool outdated(const Figure& f) const {
    return !none(f) && std::any_of(event_.figures.begin(), event_.figures.end(), [&](const Figure& newer) {
      return newer.risen && newer.outcome == f.outcome && newer.count.minimum > f.count.minimum && same_source(newer.claim, f.claim);
    });
  }

  // Whether two claims are of one source; a figure without a claim may be anyone's.
  bool same_source(std::uint32_t a, std::uint32_t b) const {
    if (a == b || a == kNobody || b == kNobody) return true;
    const auto x = report_.claims[a].source, y = report_.claims[b].source;
    if (x == y) return true;
    if (x == kNobody || y == kNobody) return false;
    const auto& items = report_.mentions.items;
    return items[x].entity != lexicon::kNone && items[x].entity == items[y].entity;
  }

  // The first claim when one source tells all of the event: a headline's figure is its.
  std::uint32_t only_claim() const {
    if (event_.claims.empty()) return kNobody;
    const auto first = event_.claims.front();
    const bool one = std::all_of(event_.claims.begin(), event_.claims.end(), [&](std::uint32_t id) { return same_source(first, id); });
    return one ? first : kNobody;
  }

  // Which of two figures of one group says more; 0: they stand side by side.
  int compare(const Figure& a, const Figure& b) const {
    if (a.outcome != b.outcome) return 0;
    if (a.count.minimum == b.count.minimum && a.count.maximum == b.count.maximum) return 1;
    if (none(a) || none(b)) return 0;
    if (vague(a)) return -1;
    if (vague(b)) return 1;
    if (a.count.minimum == b.count.minimum && rough(a) != rough(b)) {  // "7" and "at least 7": headlines drop the bound
      if (in_headline(a)) return -1;
      if (in_headline(b)) return 1;
      return rough(a) ? -1 : 1;
    }
    if (dozens(a) && b.count.minimum >= a.count.minimum) return -1;
    if (dozens(b) && a.count.minimum >= b.count.minimum) return 1;
    return 0;
  }

  // What has no source of its own takes that of its repeat.
  void add(const Figure& figure) {
    for (auto& other : kept_) {
      const int order = compare(other, figure);
      if (order == 0) continue;
      const auto claim = other.claim != kNobody ? other.claim : figure.claim;
      if (order < 0) other = figure;
      if (other.claim == kNobody) other.claim = claim;
      return;
    }
    kept_.push_back(figure);
  }

  const Report& report_;
  Event& event_;
  std::vector<Span> in_headline_;  // figures
  std::vector<Figure> kept_;
};

}  // namespace

void settle_figures(const Report& report, Event& event) { Settler(report, event).run(); }

}  // namespace khabar::event
