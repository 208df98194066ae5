// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "link/clusters.hpp"

#include "event/likeness.hpp"

#include <algorithm>
#include <unordered_set>

namespace khabar::link {
namespace {

using std::chrono::days;

constexpr days kLongest{8};                  // a longer time says too little to link by
constexpr days kGuess{2};                    // before publication, where a report names no day
constexpr int kEnoughInGroup = kEnough - 8;  // on average, when groups join
constexpr int kLeastInGroup = 48;            // of each pair

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
      if (members.empty()) continue;  // taken
      std::sort(members.begin(), members.end());
      groups.push_back(std::move(members));
      members.clear();
    }
    return groups;
  }

 private:
  struct Cluster {
    std::vector<std::uint32_t> members;          // in no order
    Day last_begin, first_end;                   // of all members
    std::vector<std::uint32_t> first_members;    // in order, kMostCompared at most; empty for a single one
    std::unordered_set<std::uint32_t> articles;  // empty for a single one
  };

  // Two groups as they are now: a refusal holds until one of them grows.
  struct Attempt {
    std::uint32_t a = 0, b = 0, size_a = 0, size_b = 0;
    bool operator==(const Attempt&) const = default;
  };
  struct HashAttempt {
    std::size_t operator()(const Attempt& t) const {
      const auto x = (std::uint64_t{t.a} << 32U | t.size_a) * 0x9E3779B97F4A7C15ULL,
                 y = (std::uint64_t{t.b} << 32U | t.size_b) * 0xD6E8FEB86659FD93ULL;
      return x ^ (y << 1U | y >> 63U);
    }
  };
  Attempt attempt(std::uint32_t a, std::uint32_t b) const {
    if (b < a) std::swap(a, b);
    const auto size = [&](std::uint32_t c) { return static_cast<std::uint32_t>(clusters_[c].members.size()); };
    return {a, b, size(a), size(b)};
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
  std::unordered_set<Attempt, HashAttempt> refused_;
};

}  // namespace

Candidate candidate_of(const ArticleRecord& article, const EventRecord& event) {
  if (!event::is_actual(event.factuality)) return {};
  if (event.earliest && event.latest) {
    if (*event.latest < *event.earliest || *event.latest - *event.earliest > kLongest) return {};
    return {&event, *event.earliest, *event.latest, true};
  }
  if (!article.published || event.background) return {};
  return {&event, *article.published - kGuess, *article.published, false};
}

std::vector<std::vector<std::uint32_t>> cluster(const std::vector<Linkable>& events, std::vector<Edge> edges) {
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  Clusters clusters(events);
  for (const auto& edge : edges) clusters.join(edge);
  return clusters.take();
}

}  // namespace khabar::link
