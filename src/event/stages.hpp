// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/clause.hpp"
#include "event/report.hpp"

#include <vector>

// The steps of find_events(), each a function over the records. `Context` is what all of them read.
namespace khabar::event {

struct Context {
  const document::Document& document;
  const entity::Units& units;
  const lexicon::Lexicon& lexicon;
  std::vector<Sentence> sentences;
};

// For each predicate of each sentence the event mention it belongs to, or kNobody.
using Membership = std::vector<std::vector<std::uint32_t>>;

// Short forms ("the brigade") and pronouns ("its forces") take the name they stand for.
void resolve_anaphora(const Context& context, entity::Mentions& mentions);

// Triggers to event mentions with roles, type, factuality, time. Predicates that tell one happening (light verb and noun, noun and
// the verb it is the subject of) become one mention.
Membership tell_events(const Context& context, Report& report);

// Figures of dead, injured, missing and captured: each goes to an event mention of the article.
void count_casualties(const Context& context, const Membership& membership, Report& report);

// Who says what: claims, and which mentions and figures they cover.
void attribute(const Context& context, Report& report);

// Mentions of one happening to one event each; roles, times and figures come together.
void merge_mentions(const Context& context, Report& report);

// Ties between actors.
void find_affiliations(const Context& context, Report& report);

// How well `type` says what happened: Strike and Explosion are the least that can be said.
bool is_generic(EventType type);

// Types that can be one happening: remote violence, blasts, ground fighting, detention, each of the others.
int type_group(EventType type);

}  // namespace khabar::event
