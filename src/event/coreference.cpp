// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Mentions are read in order; each joins the event it fits best (likeness.hpp) or founds one, "another" one the sooner.
#include "event/stages.hpp"

#include "event/dating.hpp"
#include "event/likeness.hpp"
#include "event/response.hpp"
#include "event/settle.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using lexicon::kNone;

constexpr std::size_t kRecentEvents = 80;  // events that a mention may belong to
constexpr std::size_t kMostFillers = 120;  // of an event; more say nothing new

class Merger {
 public:
  Merger(const Context& context, Report& report) : context_(context), likeness_(context, report), report_(report) {}

  void run() {
    for (std::uint32_t id = 0; id < report_.event_mentions.size(); ++id) {
      auto& told = report_.event_mentions[id];
      if (told.absorbed_into != kNobody || told.summary) continue;
      place(id);
    }
    link_responses(context_, report_);
    date_events(context_, report_);
    inherit_actors();
    for (auto& event : report_.events) settle_event(context_, report_, event);
  }

 private:
  void place(std::uint32_t id) {
    const auto& told = report_.event_mentions[id];
    const auto outline = likeness_.outline(told);
    int best_score = kImpossible;
    std::size_t best = report_.events.size();
    // the latest events, and the first, which headline and lead tell
    const auto oldest = report_.events.size() > kRecentEvents ? report_.events.size() - kRecentEvents : 0;
    for (std::size_t e = report_.events.size(); e-- > 0;) {
      if (e < oldest && e > kRecentEvents / 8) e = kRecentEvents / 8;
      const int score = likeness_.fit(report_.events[e], outlines_[e], told, outline, e == latest_);
      if (score > best_score) best_score = score, best = e;
    }
    if (best_score >= likeness_.newness(told, outline) && best < report_.events.size()) {
      take(best, id);
      return;
    }
    if (told.strength == lexicon::Strength::Anaphoric && told.fillers.empty()) return;  // refers to nothing that was told
    Event event;
    event.factuality = told.factuality;
    event.many = told.many;
    report_.events.push_back(event);
    outlines_.emplace_back();
    take(report_.events.size() - 1, id);
  }

  void take(std::size_t number, std::uint32_t id) {
    auto& event = report_.events[number];
    auto& told = report_.event_mentions[id];
    event.mentions.push_back(id);
    told.event = static_cast<std::uint32_t>(number);
    const bool finer = is_generic(event.type) && !is_generic(told.type) && !told.killing;
    if (event.type == EventType::None || finer || (event.type == EventType::AirStrike && told.type == EventType::DroneStrike)) {
      event.type = told.type;
      event.frame = told.frame;
    }
    if (event.frame == 0xFF) event.frame = told.frame;
    if (told.by_adjective != kNone && !has_role(told.fillers, Role::Actor) && event.adjective_actors.size() < kMostFillers)
      event.adjective_actors.push_back({told.by_adjective, told.by_adjective_unit});
    for (const auto& filler : told.fillers)
      if (event.fillers.size() < kMostFillers) event.fillers.push_back(filler);
    for (const auto& figure : told.figures)
      if (event.figures.size() < kMostFillers) event.figures.push_back(figure);
    for (const auto claim : told.claims)
      if (event.claims.size() < kMostFillers && std::find(event.claims.begin(), event.claims.end(), claim) == event.claims.end())
        event.claims.push_back(claim);
    if (told.strikes.given() && !event.strikes.given()) event.strikes = told.strikes;
    if (told.time != kNobody) {
      const auto& time = report_.times[told.time];
      const bool closer = !event.earliest || (time.earliest && *time.latest - *time.earliest < *event.latest - *event.earliest);
      if (time.earliest && closer && time.precision != entity::TimePrecision::Unresolved) {
        event.earliest = time.earliest, event.latest = time.latest;
        event.time_precision = time.precision, event.time_anchor = time.anchor;
        event.time = told.time;
      }
    }
    outlines_[number] = likeness_.outline(event);
    latest_ = number;
  }

  // ---- after the merge ----

  static bool has_actor(const Event& event) {
    return !event.adjective_actors.empty() || std::any_of(event.fillers.begin(), event.fillers.end(), is_agent);
  }

  // Items of a series of strikes are by the one who strikes: the actor of the event told before, unless days or kinds differ.
  void inherit_actors() {
    for (std::size_t e = 1; e < report_.events.size(); ++e) {
      auto& event = report_.events[e];
      if (has_actor(event) || type_group(event.type) != 1 || !is_actual(event.factuality)) continue;
      for (std::size_t other = e; other-- > 0 && e - other <= kRecentEvents;) {
        const auto& candidate = report_.events[other];
        if (!has_actor(candidate) || type_group(candidate.type) != 1 || !is_actual(candidate.factuality)) continue;
        const bool apart =
            event.earliest && candidate.earliest &&
            (*event.earliest > *candidate.latest + std::chrono::days(1) || *candidate.earliest > *event.latest + std::chrono::days(1));
        const auto answers = [](const Event& a, std::size_t b) {
          return std::find(a.responds_to.begin(), a.responds_to.end(), b) != a.responds_to.end();
        };
        if (answers(event, other) || answers(candidate, e)) continue;  // the other side struck
        const bool by_other_means = !is_generic(event.type) && !is_generic(candidate.type) && event.type != candidate.type;
        if (apart || by_other_means) continue;
        event.adjective_actors = candidate.adjective_actors;
        for (auto filler : candidate.fillers)
          if (is_agent(filler)) {
            filler.inherited = true;
            filler.confidence = 0.6F;
            event.fillers.push_back(filler);
          }
        break;
      }
    }
  }

  const Context& context_;
  const Likeness likeness_;
  Report& report_;
  std::vector<Outline> outlines_;  // of the events
  std::size_t latest_ = 0;         // the event told of last
};

}  // namespace

void merge_mentions(const Context& context, Report& report) { Merger(context, report).run(); }

}  // namespace khabar::event
