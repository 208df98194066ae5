// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "link/record.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Events of different articles that report one happening, grouped; and the names of the groups kept from run to run.
//
//   std::vector<ArticleRecord> articles = ...;        // all that are to be in the release, in any order
//   auto groups = link_events(articles);              // depends on the articles alone
//   auto next = name_incidents(previous, groups);     // depends on the groups and on what was published before
//
// `next` is what a release publishes and what the job stores for the next run. A run without a past passes IncidentState{}.
namespace khabar::link {

// An event of an article. The order is the one in which members are listed and founders are chosen: earliest published, articles
// without a date last, then by article id and place in the text.
struct Member {
  std::optional<Day> published;
  std::string article;
  EventName event;
  bool operator==(const Member&) const = default;
};
bool operator<(const Member& a, const Member& b);

// "begin-end", and "-ordinal" behind it when that is not 1: the last part of an event's IRI.
std::string text_of(const EventName& event);

// Why an event belongs to its group: the code is a row of the table of reasons (score.hpp), `points` what it added to the score, in
// hundredths.
struct Reason {
  std::uint8_t code = 0;
  std::int8_t points = 0;
  bool operator==(const Reason&) const = default;
};

struct Membership {
  Member member;
  std::uint8_t score = 100;         // hundredths, 0 to 100
  std::uint32_t compared_with = 0;  // the member of the group it fits best: score and reasons are of that pair; itself when alone
  std::vector<Reason> reasons;      // empty for the first report
  bool operator==(const Membership&) const = default;
};

// Members in their order; the first is the first report. Never empty.
using Group = std::vector<Membership>;

// Every event of every article is in exactly one group, most of them alone. Article ids must be unique. The groups, in the order of
// their first members, depend on the set of articles only: not on their order. Near-linear in the number of events.
std::vector<Group> link_events(const std::vector<ArticleRecord>& articles);

// One group, of events that were found to be one happening (web.hpp), in their order: each with the pair that speaks most for it.
struct Told {
  const ArticleRecord* article = nullptr;
  const EventRecord* event = nullptr;
};
Group explain_group(const std::vector<Told>& members);

struct Incident {
  std::string name;         // {base}incident/{name}; needs no escaping
  std::uint64_t since = 0;  // the run that minted it, counted from 1
  Member founder;           // the member it is named for; may have left since
  Group members;
  bool operator==(const Incident&) const = default;
};

// An incident that was merged into another.
struct Replaced {
  std::string name;
  std::uint64_t since = 0;
  Member founder;
  std::string by;  // name of an incident of the same state
  bool operator==(const Replaced&) const = default;
};

// What is published, and all that the next run needs. Of `incidents` the next run reads name, since, founder and the members' article
// and event; scores and reasons need not be stored.
struct IncidentState {
  std::uint64_t runs = 0;
  std::vector<Incident> incidents;  // by name
  std::vector<Replaced> replaced;   // by name
  bool operator==(const IncidentState&) const = default;
};

// Gives the groups the names of the incidents that they continue:
// - An incident goes on in the group that holds its founder; when the founder is gone, in the group with most of its members.
// - Merge: of several incidents that go on in one group the oldest (minted in the earliest run, then founded by the first member in
//   order) keeps its name; the others are replaced by it.
// - Split: the group with the founder keeps the name, the others are named anew for their own first members.
// - A group that continues nothing is named for its first member. When the founder of a replaced incident is in it, that name comes
//   back instead; when the name is borne by an incident that went elsewhere, a number is appended.
// - An incident without any member left vanishes, with what was replaced by it.
// Two histories over the same articles give the same groups; only names and replacements differ.
//
// Incidents whose groups are as they were need not be given, if their founders are among their members or nowhere: `standing` says whether
// one of them bears a name. All of `replaced` is to be given.
using IsStanding = std::function<bool(std::string_view name)>;
IncidentState name_incidents(const IncidentState& previous, std::vector<Group> groups, const IsStanding& standing = {});

}  // namespace khabar::link
