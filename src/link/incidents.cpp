// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "link/incidents.hpp"

#include "link/clusters.hpp"
#include "link/web.hpp"

#include <algorithm>
#include <numeric>

namespace khabar::link {
namespace {

Member member(const Told& told) { return {told.article->published, told.article->id, told.event->name}; }

Membership alone(const Told& told, ReasonCode code) { return {member(told), 100, 0, {{static_cast<std::uint8_t>(code), 0}}}; }

// All at once, without a past.
class Given final : public RecordSource {
 public:
  explicit Given(const std::vector<ArticleRecord>& articles) : articles_(articles) {}
  void load(const std::vector<std::uint32_t>&) override {}
  const ArticleRecord& now(std::uint32_t article) override { return articles_[article]; }
  const ArticleRecord& gone(std::uint32_t article) override { return articles_[article]; }

 private:
  const std::vector<ArticleRecord>& articles_;
};

}  // namespace

Group explain_group(const std::vector<Told>& members) {
  std::vector<Candidate> candidates;
  for (const auto& told : members) candidates.push_back(candidate_of(*told.article, *told.event));
  Group group{alone(members.front(), candidates.front().record == nullptr ? ReasonCode::NotLinked : ReasonCode::FirstReport)};
  const auto compared = std::min(members.size(), kMostCompared);
  for (std::uint32_t i = 1; i < members.size(); ++i) {
    Verdict best;
    std::uint32_t with = 0;
    for (std::uint32_t j = 0; j < compared; ++j) {
      if (j == i) continue;
      const auto verdict = compare(candidates[j], candidates[i]);
      if (verdict.possible && (!best.possible || verdict.score > best.score)) best = verdict, with = j;
    }
    Membership membership{member(members[i]), 0, with, {}};
    membership.score = static_cast<std::uint8_t>(std::clamp(best.score, 0, 100));
    for (const auto code : best.reasons())
      membership.reasons.push_back({static_cast<std::uint8_t>(code), kReasons[static_cast<std::size_t>(code)].points});
    group.push_back(std::move(membership));
  }
  return group;
}

std::vector<Group> link_events(const std::vector<ArticleRecord>& articles) {
  Given records(articles);
  const auto relinked = relink({}, {}, static_cast<std::uint32_t>(articles.size()), {}, records);
  std::vector<Told> events;
  for (const auto& article : articles)
    for (const auto& event : article.events) events.push_back({&article, &event});
  std::vector<Group> groups;
  std::vector<Told> members;
  for (const auto& numbers : relinked.groups) {
    members.clear();
    for (const auto number : numbers) members.push_back(events[number]);
    groups.push_back(explain_group(members));
  }
  return groups;
}

}  // namespace khabar::link
