// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Events are linked as the memory of the last run allows (link/web.hpp). Of the groups that come out only those are named and described
// whose members are not exactly those of an incident of the release before; without a memory, all.
#include "job/incidents.hpp"

#include "error.hpp"
#include "job/article_records.hpp"
#include "job/incident_text.hpp"
#include "job/link_memory.hpp"
#include "job/tsv.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace khabar::job {
namespace {

using link::kNoNumber;

class Incidents {
 public:
  Incidents(const Edition& edition, const Releases& releases, const std::filesystem::path& directory, Difference& difference)
      : edition_(edition),
        memory_(releases.memory()),
        new_memory_(releases.new_memory()),
        records_(edition, [this](std::uint32_t article) -> const Published& { return gone_.at(key_text(then_.keys[article])); }),
        text_(*edition.extractor, edition.extract.base),
        old_(open(edition, releases)),
        files_(directory, old_, difference) {
    recall(releases);
  }

  IncidentNumbers write(std::vector<ReleaseFile>& files) {
    const auto& past = old_.past();
    pair_articles();
    auto relinked = link::relink(then_.web, now_of_, records_.size(), orphaned(), records_);
    now_.web = std::move(relinked.web);
    find_changed(relinked);
    const auto next = name(relinked.groups);

    std::vector<bool> stays(past.lines.size(), false);
    for (std::uint32_t line = 0; line < past.lines.size(); ++line) stays[line] = !past.lines[line].replaced && !changed_[line];
    const auto replaced = keep_replaced(next.replaced, stays);
    std::vector<std::pair<std::string_view, std::uint32_t>> fresh;  // names, and numbers: first the incidents, then the replaced ones
    for (const auto& incident : next.incidents) fresh.emplace_back(incident.name, fresh.size());
    const auto incidents = static_cast<std::uint32_t>(fresh.size());
    for (const auto* gone : replaced) fresh.emplace_back(gone->name, fresh.size());
    std::sort(fresh.begin(), fresh.end());
    std::vector<std::string_view> names;
    for (const auto& [name, _] : fresh) names.push_back(name);
    const auto groups = groups_of(next, relinked.groups);
    const auto numbers = files_.write(stays, names, [&](std::uint32_t at) {
      const auto number = fresh[at].second;
      if (number >= incidents) return text_.describe(*replaced[number - incidents]);
      return text_.describe(next.incidents[number], reported(relinked.groups[groups[number]]));
    });

    IncidentNumbers sums;
    sums.not_linked = now_.not_linked.size();
    files_.close(next.runs, sums, files);
    remember(relinked, numbers, next, groups, fresh);
    return sums;
  }

  // `files`: those of the articles too.
  void save(const std::vector<ReleaseFile>& files) const {
    save_memory(now_, stamp(files), new_memory_);
    std::error_code error;
    std::filesystem::rename(new_memory_, memory_, error);
    if (error) rdf::fail_output("cannot make " + memory_.string(), error.value());
  }

 private:
  static OldIncidents open(const Edition& edition, const Releases& releases) {
    if (edition.previous.empty()) return {};
    return OldIncidents(releases.path(edition.previous));
  }

  // What linking and describing depend on besides the articles.
  template <typename Files>
  std::string stamp(const Files& files) const {
    auto text = edition_.version + '\n' + KHABAR_LINK_SOURCES + '\n' + edition_.extract.base + '\n';
    for (const auto name : {row_of(Part::Records).file, kIncidentsFile, kIncidentState})
      for (const auto& file : files)
        if (file.name == name) text += file.sha256 + '\n';
    return text;
  }

  void recall(const Releases& releases) {
    if (edition_.previous.empty()) return;
    auto found = load_memory(stamp(read_sums(releases.path(edition_.previous))), memory_);
    if (found) then_ = std::move(*found), remembered_ = true;
  }

  static std::string key_text(const ArticleKey& key) { return std::to_string(key.high) + ' ' + std::to_string(key.low); }

  // Most articles are where they were.
  void pair_articles() {
    for (std::uint32_t a = 0; a < records_.size(); ++a) now_.keys.push_back(key_of(records_.article(a)));
    std::uint32_t same = 0;
    while (same < now_.keys.size() && same < then_.keys.size() && now_.keys[same] == then_.keys[same]) ++same;
    std::unordered_map<std::string, std::uint32_t> rest;
    for (auto a = same; a < now_.keys.size(); ++a) rest.emplace(key_text(now_.keys[a]), a);
    for (std::uint32_t a = 0; a < then_.keys.size(); ++a) {
      const auto found = a < same ? rest.end() : rest.find(key_text(then_.keys[a]));
      now_of_.push_back(a < same ? a : found == rest.end() ? kNoNumber : found->second);
    }
    for (const auto& published : edition_.replaced_or_gone)
      gone_.emplace(key_text(key_of(published.block->articles[published.index])), published);
    std::vector<bool> has_past(now_.keys.size(), false);
    for (const auto a : now_of_)
      if (a != kNoNumber) has_past[a] = true;
    for (std::uint32_t a = 0; a < has_past.size(); ++a)
      if (!has_past[a]) new_articles_.push_back(a);
    records_.load(new_articles_);
    for (const auto a : new_articles_)
      if (!records_.notes(a).readable) now_.not_linked.push_back(a);
    for (const auto a : then_.not_linked)
      if (now_of_[a] != kNoNumber) now_.not_linked.push_back(now_of_[a]);
    std::sort(now_.not_linked.begin(), now_.not_linked.end());
  }

  // The events of incidents whose founder comes back: they may go on elsewhere.
  std::vector<std::uint32_t> orphaned() const {
    if (then_.orphans.empty()) return {};
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_founder;
    for (const auto& orphan : then_.orphans) by_founder[orphan.founder].push_back(orphan.incident);
    std::vector<bool> wanted(old_.past().lines.size(), false);
    bool any = false;
    for (const auto a : new_articles_)
      for (const auto& event : records_.notes(a).record.events)
        if (const auto found = by_founder.find(hash_of(records_.notes(a).record.id, event.name)); found != by_founder.end())
          for (const auto incident : found->second) any = wanted[incident] = true;
    std::vector<std::uint32_t> events;
    if (!any) return events;
    for (std::uint32_t e = 0; e < then_.incident_of.size(); ++e)
      if (wanted[then_.incident_of[e]]) events.push_back(e);
    return events;
  }

  // Groups that are an incident as it was fall away; the lines of all other incidents of their events are changed.
  void find_changed(link::Relinked& relinked) {
    changed_.assign(old_.past().lines.size(), !remembered_);
    incident_of_.assign(now_.web.events(), kNoNumber);
    std::vector<std::uint32_t> sizes(changed_.size(), 0);
    for (std::uint32_t e = 0; e < then_.incident_of.size(); ++e) {
      const auto incident = then_.incident_of[e];
      ++sizes[incident];
      if (relinked.event_now[e] == kNoNumber)
        changed_[incident] = true;
      else
        incident_of_[relinked.event_now[e]] = incident;
    }
    for (const auto& orphan : then_.orphans) sizes[orphan.incident] = kNoNumber;  // its name may go elsewhere
    const auto is_same = [&](const std::vector<std::uint32_t>& group) {
      const auto incident = incident_of_[group.front()];
      return incident != kNoNumber && sizes[incident] == group.size() &&
             std::all_of(group.begin(), group.end(), [&](std::uint32_t e) { return incident_of_[e] == incident; });
    };
    auto& groups = relinked.groups;
    groups.erase(std::remove_if(groups.begin(), groups.end(), is_same), groups.end());
    for (const auto& group : groups)
      for (const auto e : group)
        if (incident_of_[e] != kNoNumber) changed_[incident_of_[e]] = true;
  }

  link::IncidentState name(const std::vector<std::vector<std::uint32_t>>& groups) {
    const auto& lines = old_.past().lines;
    link::IncidentState before{old_.past().runs, {}, {}};
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
      if (lines[line].replaced)
        before.replaced.push_back(replaced_of(lines[line]));
      else if (changed_[line])
        before.incidents.push_back(incident_of(lines[line]));
    }
    std::vector<link::Group> explained;
    explained.reserve(groups.size());
    for (const auto& group : groups) {
      std::vector<link::Told> told;
      for (const auto& [notes, event] : reported(group)) told.push_back({&notes->record, event});
      explained.push_back(link::explain_group(told));
    }
    return link::name_incidents(before, std::move(explained), [&](std::string_view name) {
      const auto found = std::lower_bound(lines.begin(), lines.end(), name, [](const Line& a, std::string_view b) { return a.name < b; });
      return found != lines.end() && found->name == name && !found->replaced && !changed_[static_cast<std::size_t>(found - lines.begin())];
    });
  }

  // The lines of those that are replaced by the same as before stay; gives the others.
  std::vector<const link::Replaced*> keep_replaced(const std::vector<link::Replaced>& now, std::vector<bool>& stays) const {
    const auto& lines = old_.past().lines;
    std::vector<const link::Replaced*> fresh;
    std::uint32_t line = 0;
    for (const auto& gone : now) {
      while (line < lines.size() && lines[line].name < gone.name) ++line;
      const bool same =
          remembered_ && line < lines.size() && lines[line].replaced && lines[line].name == gone.name && replaced_of(lines[line]) == gone;
      if (same)
        stays[line] = true;
      else
        fresh.push_back(&gone);
    }
    return fresh;
  }

  std::vector<Reported> reported(const std::vector<std::uint32_t>& group) const {
    std::vector<Reported> members;
    for (const auto event : group) {
      const auto& begins = now_.web.begins;
      const auto article = static_cast<std::uint32_t>(std::upper_bound(begins.begin(), begins.end(), event) - begins.begin() - 1);
      const auto& notes = records_.notes(article);
      members.push_back({&notes, &notes.record.events[event - begins[article]]});
    }
    return members;
  }

  // By named incident: its group.
  std::vector<std::uint32_t> groups_of(const link::IncidentState& next, const std::vector<std::vector<std::uint32_t>>& groups) const {
    std::map<std::pair<std::string_view, link::EventName>, std::uint32_t> by_first;
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
      const auto first = reported({groups[g].front()}).front();
      by_first.emplace(std::pair(std::string_view(first.notes->record.id), first.event->name), g);
    }
    std::vector<std::uint32_t> found;
    for (const auto& incident : next.incidents) {
      const auto& first = incident.members.front().member;
      found.push_back(by_first.at({first.article, first.event}));
    }
    return found;
  }

  // What the next run finds.
  void remember(const link::Relinked& relinked, const IncidentFiles::Numbers& numbers, const link::IncidentState& next,
                const std::vector<std::uint32_t>& groups, const std::vector<std::pair<std::string_view, std::uint32_t>>& fresh) {
    for (auto& incident : incident_of_)
      if (incident != kNoNumber) incident = numbers.of_old[incident];
    for (const auto& orphan : then_.orphans)
      if (numbers.of_old[orphan.incident] != kNoNumber) now_.orphans.push_back({orphan.founder, numbers.of_old[orphan.incident], 0});
    for (std::uint32_t at = 0; at < fresh.size(); ++at) {
      if (fresh[at].second >= next.incidents.size()) continue;
      const auto& incident = next.incidents[fresh[at].second];
      for (const auto event : relinked.groups[groups[fresh[at].second]]) incident_of_[event] = numbers.of_new[at];
      const bool has_founder = std::any_of(incident.members.begin(), incident.members.end(), [&](const link::Membership& membership) {
        return membership.member.article == incident.founder.article && membership.member.event == incident.founder.event;
      });
      if (!has_founder) now_.orphans.push_back({hash_of(incident.founder.article, incident.founder.event), numbers.of_new[at], 0});
    }
    now_.incident_of = std::move(incident_of_);
  }

  const Edition& edition_;
  std::filesystem::path memory_, new_memory_;
  LinkMemory then_, now_;
  bool remembered_ = false;
  std::unordered_map<std::string, Published> gone_;  // by key
  ArticleRecords records_;
  IncidentText text_;
  OldIncidents old_;
  IncidentFiles files_;
  std::vector<std::uint32_t> now_of_;        // by article then
  std::vector<std::uint32_t> new_articles_;  // or all, without a memory
  std::vector<bool> changed_;                // by old line: an incident that is named and described anew, or no more
  std::vector<std::uint32_t> incident_of_;   // by event: its old line
};

}  // namespace

WrittenIncidents write_incidents(const Edition& edition, const Releases& releases, const std::filesystem::path& directory,
                                 Difference& difference) {
  const auto incidents = std::make_shared<Incidents>(edition, releases, directory, difference);
  WrittenIncidents written;
  written.numbers = incidents->write(written.files);
  written.remember = [incidents](const std::vector<ReleaseFile>& files) { incidents->save(files); };
  return written;
}

}  // namespace khabar::job
