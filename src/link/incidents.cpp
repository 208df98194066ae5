// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Events to groups: the best pairs first, each joining two groups where all that stand in them can be one happening. So a vague report
// joins one group and never ties two.
#include "link/incidents.hpp"

#include "event/likeness.hpp"
#include "link/candidates.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace khabar::link {
namespace {

using std::chrono::days;

constexpr days kLongest{8};                  // a longer time says too little to link by
constexpr days kGuess{2};                    // before publication, where a report names no day
constexpr std::size_t kMostCompared = 6;     // members of a group that a newcomer is compared with: its first ones
constexpr int kEnoughInGroup = kEnough - 8;  // on average, when groups join
constexpr int kLeastInGroup = 48;            // of each pair

// Every event of all articles in the order of members.
struct Entry {
  const ArticleRecord* article = nullptr;
  const EventRecord* event = nullptr;
  std::uint32_t linkable = 0xFFFFFFFF;  // its number among those that are linked
};

// An event with the days to link it by; `record` is null when there are none.
Candidate candidate(const ArticleRecord& article, const EventRecord& event) {
  if (!event::is_actual(event.factuality)) return {};
  if (event.earliest && event.latest) {
    if (*event.latest < *event.earliest || *event.latest - *event.earliest > kLongest) return {};
    return {&event, *event.earliest, *event.latest, true};
  }
  if (!article.published || event.background) return {};
  return {&event, *article.published - kGuess, *article.published, false};
}

class Clusters {
 public:
  explicit Clusters(const std::vector<Linkable>& events) : events_(events), of_(events.size()), clusters_(events.size()) {
    for (std::uint32_t e = 0; e < events.size(); ++e) {
      of_[e] = e;
      clusters_[e] = {{e}, events[e].candidate.earliest, events[e].candidate.latest, {}, {}};
    }
  }

  void join(const Edge& edge) {
    auto a = of_[edge.first], b = of_[edge.second];
    if (a == b || refused_.contains(attempt(a, b))) return;
    if (clusters_[a].members.size() < clusters_[b].members.size() || (clusters_[a].members.size() == clusters_[b].members.size() && b < a))
      std::swap(a, b);
    if (!fit(a, b)) {
      refused_.insert(attempt(a, b));
      return;
    }
    merge(a, b);
  }

  // Members of each group in order, groups in the order of their first members.
  std::vector<std::vector<std::uint32_t>> take() {
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t e = 0; e < of_.size(); ++e) {
      auto& members = clusters_[of_[e]].members;
      if (members.empty()) continue;
      std::sort(members.begin(), members.end());
      if (members.front() == e) groups.push_back(members);
    }
    return groups;
  }

  const std::vector<std::uint32_t>& members_of(std::uint32_t e) const { return clusters_[of_[e]].members; }

 private:
  struct Cluster {
    std::vector<std::uint32_t> members;          // in no order
    Day last_begin, first_end;                   // of all members
    std::vector<std::uint32_t> first_members;    // in order, kMostCompared at most; empty for a single one
    std::unordered_set<std::uint32_t> articles;  // empty for a single one
  };

  // Two groups as they are now: a refusal holds until one of them grows.
  std::uint64_t attempt(std::uint32_t a, std::uint32_t b) const {
    const auto key = [&](std::uint32_t c) { return (std::uint64_t{c} << 32U | clusters_[c].members.size()) * 0x9E3779B97F4A7C15ULL; };
    const auto x = key(std::min(a, b)), y = key(std::max(a, b));
    return x ^ (y << 1U | y >> 63U);
  }

  std::vector<std::uint32_t> first_members(const Cluster& c) const { return c.members.size() == 1 ? c.members : c.first_members; }

  bool shares_article(const Cluster& large, const Cluster& small) const {
    if (large.members.size() == 1) return events_[large.members[0]].article == events_[small.members[0]].article;
    return std::any_of(small.members.begin(), small.members.end(),
                       [&](std::uint32_t e) { return large.articles.contains(events_[e].article); });
  }

  bool fit(std::uint32_t large, std::uint32_t small) const {
    const auto& a = clusters_[large];
    const auto& b = clusters_[small];
    if (std::max(a.last_begin, b.last_begin) - std::min(a.first_end, b.first_end) > days(1)) return false;
    if (shares_article(a, b)) return false;
    const auto ours = first_members(a), theirs = first_members(b);
    int sum = 0;
    for (const auto x : ours)
      for (const auto y : theirs) {
        const auto verdict = compare(events_[x].candidate, events_[y].candidate);
        if (!verdict.possible || verdict.score < kLeastInGroup) return false;
        sum += std::min(verdict.score, 100);
      }
    return sum >= kEnoughInGroup * static_cast<int>(ours.size() * theirs.size());
  }

  void merge(std::uint32_t large, std::uint32_t small) {
    auto& a = clusters_[large];
    auto& b = clusters_[small];
    auto first = first_members(a);
    const auto more = first_members(b);
    first.insert(first.end(), more.begin(), more.end());
    std::sort(first.begin(), first.end());
    first.resize(std::min(first.size(), kMostCompared));
    if (a.articles.empty()) a.articles.insert(events_[a.members[0]].article);
    for (const auto e : b.members) {
      of_[e] = large;
      a.members.push_back(e);
      a.articles.insert(events_[e].article);
    }
    a.first_members = std::move(first);
    a.last_begin = std::max(a.last_begin, b.last_begin), a.first_end = std::min(a.first_end, b.first_end);
    b = {};
  }

  const std::vector<Linkable>& events_;
  std::vector<std::uint32_t> of_;  // by event
  std::vector<Cluster> clusters_;
  std::unordered_set<std::uint64_t> refused_;
};

std::vector<Entry> in_order(const std::vector<ArticleRecord>& articles) {
  std::vector<const ArticleRecord*> sorted;
  sorted.reserve(articles.size());
  for (const auto& article : articles) sorted.push_back(&article);
  std::sort(sorted.begin(), sorted.end(), [](const ArticleRecord* a, const ArticleRecord* b) {
    if (a->published.has_value() != b->published.has_value()) return a->published.has_value();
    return a->published != b->published ? a->published < b->published : a->id < b->id;
  });
  std::vector<Entry> entries;
  for (const auto* article : sorted) {
    const auto begin = entries.size();
    for (const auto& event : article->events) entries.push_back({article, &event});
    std::sort(entries.begin() + static_cast<std::ptrdiff_t>(begin), entries.end(),
              [](const Entry& a, const Entry& b) { return a.event->name < b.event->name; });
  }
  return entries;
}

class Linker {
 public:
  explicit Linker(const std::vector<ArticleRecord>& articles) : entries_(in_order(articles)) {
    const ArticleRecord* before = nullptr;
    std::uint32_t article = 0;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].article != before) ++article, before = entries_[i].article;
      const auto found = candidate(*entries_[i].article, *entries_[i].event);
      if (found.record == nullptr) continue;
      entries_[i].linkable = static_cast<std::uint32_t>(linkables_.size());
      linkables_.push_back({found, article});
      entry_of_.push_back(i);
    }
  }

  std::vector<Group> run() {
    auto edges = find_edges(linkables_);
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
      if (a.score != b.score) return a.score > b.score;
      return a.first != b.first ? a.first < b.first : a.second < b.second;
    });
    Clusters clusters(linkables_);
    for (const auto& edge : edges) clusters.join(edge);
    const auto together = clusters.take();
    std::vector<std::uint32_t> group_of(linkables_.size());  // counted from 0, at the first member
    for (std::uint32_t g = 0; g < together.size(); ++g)
      for (const auto e : together[g]) group_of[e] = g;
    std::vector<Group> groups;
    for (const auto& entry : entries_) {
      if (entry.linkable == 0xFFFFFFFF)
        groups.push_back({alone(entry, ReasonCode::NotLinked)});
      else if (const auto& members = together[group_of[entry.linkable]]; members.front() == entry.linkable)
        groups.push_back(group(members));
    }
    return groups;
  }

 private:
  static Member member(const Entry& entry) { return {entry.article->published, entry.article->id, entry.event->name}; }

  static Membership alone(const Entry& entry, ReasonCode code) { return {member(entry), 100, 0, {{static_cast<std::uint8_t>(code), 0}}}; }

  // Each member with the pair that speaks most for it.
  Group group(const std::vector<std::uint32_t>& members) const {
    Group group;
    group.push_back(alone(entries_[entry_of_[members.front()]], ReasonCode::FirstReport));
    const auto compared = std::min(members.size(), kMostCompared);
    for (std::uint32_t i = 1; i < members.size(); ++i) {
      Verdict best;
      std::uint32_t with = 0;
      for (std::uint32_t j = 0; j < compared; ++j) {
        if (j == i) continue;
        const auto verdict = compare(linkables_[members[j]].candidate, linkables_[members[i]].candidate);
        if (verdict.possible && (!best.possible || verdict.score > best.score)) best = verdict, with = j;
      }
      Membership membership{member(entries_[entry_of_[members[i]]]), 0, with, {}};
      membership.score = static_cast<std::uint8_t>(std::clamp(best.score, 0, 100));
      for (const auto code : best.reasons())
        membership.reasons.push_back({static_cast<std::uint8_t>(code), kReasons[static_cast<std::size_t>(code)].points});
      group.push_back(std::move(membership));
    }
    return group;
  }

  std::vector<Entry> entries_;
  std::vector<Linkable> linkables_;
  std::vector<std::uint32_t> entry_of_;  // by number among the linked
};

}  // namespace

std::vector<Group> link_events(const std::vector<ArticleRecord>& articles) { return Linker(articles).run(); }

}  // namespace khabar::link
