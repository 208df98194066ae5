// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "link/incidents.hpp"
#include "rdf/term.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace khabar::link {
namespace {

constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

std::string name_for(const Member& founder) { return rdf::percent_encode_segment(founder.article) + "/" + text_of(founder.event); }

using Key = std::pair<std::string, EventName>;  // what a member is found by: its article may have got another date
Key key_of(const Member& m) { return {m.article, m.event}; }

// Minted in an earlier run, or founded by an earlier member. Incident or Replaced.
template <typename Named>
bool older(const Named& a, const Named& b) {
  if (a.since != b.since) return a.since < b.since;
  if (a.founder < b.founder || b.founder < a.founder) return a.founder < b.founder;
  return a.name < b.name;
}

class Namer {
 public:
  Namer(const IncidentState& previous, std::vector<Group> groups, const IsStanding& standing)
      : previous_(previous), groups_(std::move(groups)), standing_(standing) {
    for (std::uint32_t g = 0; g < groups_.size(); ++g)
      for (const auto& membership : groups_[g]) group_of_.emplace(key_of(membership.member), g);
    names_.resize(groups_.size());
  }

  IncidentState run() {
    follow();
    keep_names();
    mint_names();
    IncidentState next{minted_ ? previous_.runs + 1 : previous_.runs, {}, {}};
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      auto& named = names_[g];
      next.incidents.push_back({std::move(named.name), named.since, std::move(named.founder), std::move(groups_[g])});
    }
    for (auto& [name, gone] : replaced_) next.replaced.push_back(std::move(gone));
    const auto by_name = [](const Incident& a, const Incident& b) { return a.name < b.name; };
    std::sort(next.incidents.begin(), next.incidents.end(), by_name);
    return next;
  }

 private:
  struct Named {
    std::string name;
    std::uint64_t since = 0;
    Member founder;
  };

  std::uint32_t group_of(const Member& member) const {
    const auto at = group_of_.find(key_of(member));
    return at == group_of_.end() ? kNowhere : at->second;
  }

  // The group in which an incident goes on: the founder's, else that of most members, of several the first; kNowhere when all are gone.
  std::uint32_t goes_on_in(const Incident& incident) const {
    if (const auto founders = group_of(incident.founder); founders != kNowhere) return founders;
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const auto& membership : incident.members)
      if (const auto g = group_of(membership.member); g != kNowhere) ++counts[g];
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? kNowhere : most->first;
  }

  bool stands(std::string_view name) const { return standing_ && standing_(name); }

  void follow() {
    going_.resize(groups_.size());
    for (const auto& incident : previous_.incidents)
      if (const auto g = goes_on_in(incident); g != kNowhere) going_[g].push_back(&incident);
  }

  // The oldest incident of each group keeps its name; the others, and what they had replaced, are replaced by it.
  void keep_names() {
    std::unordered_map<std::string_view, std::string_view> now;  // earlier names -> where they went
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (going_[g].empty()) continue;
      const auto* oldest =
          *std::min_element(going_[g].begin(), going_[g].end(), [](const Incident* a, const Incident* b) { return older(*a, *b); });
      names_[g] = {oldest->name, oldest->since, oldest->founder};
      for (const auto* incident : going_[g]) {
        now.emplace(incident->name, oldest->name);
        taken_.insert(incident->name);
        if (incident != oldest) replaced_[incident->name] = {incident->name, incident->since, incident->founder, oldest->name};
      }
    }
    for (const auto& old : previous_.replaced)
      if (const auto at = now.find(old.by); at != now.end() || stands(old.by)) {
        replaced_[old.name] = {old.name, old.since, old.founder, at != now.end() ? std::string(at->second) : old.by};
        taken_.insert(old.name);
      }
  }

  // Where the founder of a replaced incident stands in a group without a name, the oldest such name comes back; else a new one is made.
  void mint_names() {
    std::unordered_map<std::uint32_t, const Replaced*> back;
    for (const auto& [name, gone] : replaced_) {
      const auto g = group_of(gone.founder);
      if (g == kNowhere || !names_[g].name.empty()) continue;
      auto& best = back[g];
      if (best == nullptr || older(gone, *best)) best = &gone;
    }
    for (const auto& [g, gone] : back) names_[g] = {gone->name, gone->since, gone->founder};
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      replaced_.erase(names_[g].name);
      if (!names_[g].name.empty()) continue;
      const auto& first = groups_[g].front().member;
      const auto base = name_for(first);
      auto name = base;
      for (int number = 2; stands(name) || !taken_.insert(name).second; ++number) name = base + "." + std::to_string(number);
      names_[g] = {std::move(name), previous_.runs + 1, first};
      minted_ = true;
    }
  }

  const IncidentState& previous_;
  std::vector<Group> groups_;
  const IsStanding& standing_;
  std::map<Key, std::uint32_t> group_of_;
  std::vector<std::vector<const Incident*>> going_;  // by group: the incidents that go on in it
  std::vector<Named> names_;                         // by group
  std::map<std::string, Replaced> replaced_;
  std::unordered_set<std::string> taken_;
  bool minted_ = false;
};

}  // namespace

bool operator<(const Member& a, const Member& b) {
  if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
  return std::tie(a.published, a.article, a.event) < std::tie(b.published, b.article, b.event);
}

std::string text_of(const EventName& event) {
  auto text = std::to_string(event.begin) + "-" + std::to_string(event.end);
  if (event.ordinal > 1) text += "-" + std::to_string(event.ordinal);
  return text;
}

IncidentState name_incidents(const IncidentState& previous, std::vector<Group> groups, const IsStanding& standing) {
  return Namer(previous, std::move(groups), standing).run();
}

}  // namespace khabar::link
