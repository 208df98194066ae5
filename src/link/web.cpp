// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "link/web.hpp"

#include "error.hpp"
#include "link/clusters.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace khabar::link {
namespace {

bool before(const ArticleRecord& a, const ArticleRecord& b) {
  if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
  return a.published != b.published ? a.published < b.published : a.id < b.id;
}

bool by_events(const Tie& a, const Tie& b) { return std::tie(a.first, a.second) < std::tie(b.first, b.second); }

Span span_of(const Candidate& candidate) {
  if (candidate.record == nullptr) return {};
  return {static_cast<std::int32_t>(candidate.earliest.time_since_epoch().count()),
          static_cast<std::uint32_t>((candidate.latest - candidate.earliest).count()) + 1};
}

// A set of days.
class DaySet {
 public:
  // The days of an event, and `margin` more on both sides.
  void add(const Span& span, std::int32_t margin) {
    for (auto day = span.first - margin; day < span.first + static_cast<std::int32_t>(span.days) + margin; ++day) days_.push_back(day);
  }
  void close() {
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
  }
  bool meets(const Span& span, std::int32_t margin) const {
    if (span.days == 0) return false;
    const auto at = std::lower_bound(days_.begin(), days_.end(), span.first - margin);
    return at != days_.end() && *at < span.first + static_cast<std::int32_t>(span.days) + margin;
  }

 private:
  std::vector<std::int32_t> days_;
};

// Events in the order of members.
struct Ordered {
  std::vector<std::uint32_t> numbers;  // today's, kNoNumber: gone
  std::vector<Fate> fates;
  std::vector<const ArticleRecord*> articles;
  std::vector<Linkable> linkables;  // with null records where they are not linked
};

class Relinker {
 public:
  Relinker(const Web& past, const std::vector<std::uint32_t>& now_of, std::uint32_t articles, RecordSource& records)
      : past_(past), now_of_(now_of), articles_(articles), records_(records) {}

  Relinked run(const std::vector<std::uint32_t>& again) {
    number_events();
    carry_ties();
    for (const auto event : again)
      if (out_.event_now[event] != kNoNumber) touched_[out_.event_now[event]] = true;
    ask_again(disturbed());
    group();
    return std::move(out_);
  }

 private:
  void number_events() {
    auto& web = out_.web;
    std::vector<std::uint32_t> past_of(articles_, kNoNumber), fresh;
    for (std::uint32_t a = 0; a < past_.articles(); ++a)
      if (now_of_[a] != kNoNumber) past_of[now_of_[a]] = a;
    for (std::uint32_t a = 0; a < articles_; ++a)
      if (past_of[a] == kNoNumber) fresh.push_back(a);
    records_.load(fresh);
    out_.event_now.assign(past_.events(), kNoNumber);
    for (std::uint32_t a = 0; a < articles_; ++a) {
      const auto from = past_of[a];
      if (from == kNoNumber) {
        const auto& record = records_.now(a);
        for (const auto& event : record.events) {
          touched_.push_back(true);
          news_.push_back(web.events());
          web.spans.push_back(span_of(candidate_of(record, event)));
        }
      } else {
        for (auto e = past_.begins[from]; e < past_.begins[from + 1]; ++e) {
          touched_.push_back(false);
          out_.event_now[e] = web.events();
          web.spans.push_back(past_.spans[e]);
        }
      }
      article_of_.resize(web.events(), a);
      web.begins.push_back(web.events());
    }
  }

  // What a tie that is no more leaves is touched.
  void carry_ties() {
    auto& ties = out_.web.ties;
    ties.reserve(past_.ties.size());
    for (auto tie : past_.ties) {
      tie.first = out_.event_now[tie.first], tie.second = out_.event_now[tie.second];
      if (tie.first == kNoNumber || tie.second == kNoNumber) {
        for (const auto end : {tie.first, tie.second})
          if (end != kNoNumber) touched_[end] = true;
        continue;
      }
      if (tie.second < tie.first) {
        std::swap(tie.first, tie.second);
        constexpr std::array<std::uint8_t, 4> kSwapped = {0, Tie::kFromSecond, Tie::kFromFirst, Tie::kFromFirst | Tie::kFromSecond};
        tie.found_from = kSwapped[tie.found_from];
      }
      ties.push_back(tie);
    }
    if (!std::is_sorted(ties.begin(), ties.end(), by_events)) std::sort(ties.begin(), ties.end(), by_events);
  }

  // The kept events that meet others than before.
  std::vector<std::uint32_t> disturbed() {
    if (news_.size() == out_.web.events()) return {};
    DaySet changed;
    for (const auto event : news_) changed.add(out_.web.spans[event], 0);
    for (std::uint32_t e = 0; e < past_.events(); ++e)
      if (out_.event_now[e] == kNoNumber) changed.add(past_.spans[e], 0);
    changed.close();
    std::vector<std::uint32_t> near;
    for (std::uint32_t e = 0; e < out_.web.events(); ++e)
      if (changed.meets(out_.web.spans[e], 1)) near.push_back(e);
    auto ordered = order(near);
    add_gone(ordered);
    std::vector<std::uint32_t> events;
    for (const auto at : find_disturbed(ordered.linkables, ordered.fates)) events.push_back(ordered.numbers[at]);
    std::sort(events.begin(), events.end());
    return events;
  }

  // New events and those that are disturbed look for others; what they found before is no more.
  void ask_again(std::vector<std::uint32_t> asking) {
    asking.insert(asking.end(), news_.begin(), news_.end());
    std::vector<bool> asks(out_.web.events(), false);
    DaySet asked;
    for (const auto event : asking) {
      asks[event] = true;
      if (out_.web.spans[event].days > 0) asked.add(out_.web.spans[event], 1);  // an event of no day asks nowhere
    }
    asked.close();
    std::vector<std::uint32_t> near;
    for (std::uint32_t e = 0; e < out_.web.events(); ++e)
      if (asked.meets(out_.web.spans[e], 0)) near.push_back(e);
    const auto ordered = order(near);
    std::vector<std::uint32_t> askers;
    for (std::uint32_t at = 0; at < ordered.numbers.size(); ++at)
      if (asks[ordered.numbers[at]]) askers.push_back(at);
    std::vector<Tie> found;
    for (const auto& [asker, other, score] : find_links(ordered.linkables, askers)) {
      const auto from = ordered.numbers[asker], to = ordered.numbers[other];
      found.push_back(
          {std::min(from, to), std::max(from, to), static_cast<std::int16_t>(score), from < to ? Tie::kFromFirst : Tie::kFromSecond});
    }
    std::sort(found.begin(), found.end(), by_events);
    merge_ties(asks, found);
  }

  void merge_ties(const std::vector<bool>& asks, const std::vector<Tie>& found) {
    auto& ties = out_.web.ties;
    std::vector<Tie> merged;
    merged.reserve(ties.size() + found.size() / 2);
    auto next = found.begin();
    const auto take = [&](const Tie& pair) {
      std::uint8_t from = 0;
      for (; next != found.end() && next->first == pair.first && next->second == pair.second; ++next) from |= next->found_from;
      return from;
    };
    const auto touch = [&](const Tie& tie) { touched_[tie.first] = touched_[tie.second] = true; };
    const auto add_until = [&](auto is_before) {
      while (next != found.end() && is_before(*next)) {
        auto tie = *next;
        tie.found_from = take(tie);
        touch(tie);
        merged.push_back(tie);
      }
    };
    for (auto tie : ties) {
      add_until([&](const Tie& other) { return by_events(other, tie); });
      if (asks[tie.first]) tie.found_from &= static_cast<std::uint8_t>(~Tie::kFromFirst);
      if (asks[tie.second]) tie.found_from &= static_cast<std::uint8_t>(~Tie::kFromSecond);
      tie.found_from |= take(tie);
      if (tie.found_from == 0)
        touch(tie);
      else
        merged.push_back(tie);
    }
    add_until([](const Tie&) { return true; });
    ties = std::move(merged);
  }

  // All that ties lead to from what was touched is grouped anew.
  void group() {
    const auto& web = out_.web;
    std::vector<std::uint32_t> root(web.events());
    std::iota(root.begin(), root.end(), 0U);
    const auto root_of = [&](std::uint32_t e) {
      while (root[e] != e) e = root[e] = root[root[e]];
      return e;
    };
    for (const auto& tie : web.ties) root[root_of(tie.second)] = root_of(tie.first);
    std::vector<bool> open(web.events(), false);  // by root
    for (std::uint32_t e = 0; e < web.events(); ++e)
      if (touched_[e]) open[root_of(e)] = true;
    std::vector<std::uint32_t> events;
    for (std::uint32_t e = 0; e < web.events(); ++e)
      if (open[root_of(e)]) events.push_back(e);

    const auto all = order(events);
    std::vector<std::uint32_t> rank(web.events(), kNoNumber), linked;  // among those that are linked, and back
    std::vector<Linkable> linkables;
    for (std::uint32_t at = 0; at < all.numbers.size(); ++at) {
      if (all.linkables[at].candidate.record == nullptr) continue;
      rank[all.numbers[at]] = static_cast<std::uint32_t>(linkables.size());
      linkables.push_back(all.linkables[at]);
      linked.push_back(all.numbers[at]);
    }
    std::vector<Edge> edges;
    for (const auto& tie : web.ties) {
      const auto a = rank[tie.first], b = rank[tie.second];
      if (a != kNoNumber) edges.push_back({std::min(a, b), std::max(a, b), tie.score});
    }
    const auto together = cluster(linkables, std::move(edges));
    auto next = together.begin();
    for (std::uint32_t at = 0; at < all.numbers.size(); ++at) {
      const auto number = all.numbers[at];
      if (all.linkables[at].candidate.record == nullptr) {
        out_.groups.push_back({number});
      } else if (next != together.end() && next->front() == rank[number]) {
        auto& group = out_.groups.emplace_back();
        for (const auto e : *next) group.push_back(linked[e]);
        ++next;
      }
    }
  }

  // Events of today, whose numbers are sorted, in the order of members.
  Ordered order(const std::vector<std::uint32_t>& events) {
    struct Run {
      const ArticleRecord* record;
      std::uint32_t article, begin, end;
    };
    std::vector<Run> runs;
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t i = 0; i < events.size();) {
      const auto article = article_of_[events[i]];
      auto end = i + 1;
      while (end < events.size() && article_of_[events[end]] == article) ++end;
      runs.push_back({nullptr, article, i, end});
      wanted.push_back(article);
      i = end;
    }
    records_.load(wanted);
    for (auto& run : runs) run.record = &record_of(run.article);
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return before(*a.record, *b.record); });
    Ordered ordered;
    std::vector<std::pair<const EventRecord*, std::uint32_t>> inside;
    for (const auto& run : runs) {
      inside.clear();
      for (auto i = run.begin; i < run.end; ++i)
        inside.emplace_back(&run.record->events[events[i] - out_.web.begins[run.article]], events[i]);
      std::sort(inside.begin(), inside.end(), [](const auto& a, const auto& b) { return a.first->name < b.first->name; });
      for (const auto& [event, number] : inside) {
        ordered.numbers.push_back(number);
        ordered.fates.push_back(Fate::Kept);
        ordered.articles.push_back(run.record);
        ordered.linkables.push_back({candidate_of(*run.record, *event), run.article});
      }
    }
    for (std::size_t at = 0; at < ordered.numbers.size(); ++at)
      if (std::binary_search(news_.begin(), news_.end(), ordered.numbers[at])) ordered.fates[at] = Fate::New;
    return ordered;
  }

  const ArticleRecord& record_of(std::uint32_t article) {
    const auto& record = records_.now(article);
    if (record.events.size() == out_.web.begins[article + 1] - out_.web.begins[article]) return record;
    throw Error("what is kept of linking does not fit the article '" + record.id + "'");
  }

  // Those of the articles that are gone, each at its place.
  void add_gone(Ordered& ordered) {
    struct Entry {
      const ArticleRecord* article;
      const EventRecord* event;
      std::uint32_t number;
    };
    std::vector<Entry> entries;
    for (std::uint32_t a = 0; a < past_.articles(); ++a) {
      if (now_of_[a] != kNoNumber || past_.begins[a] == past_.begins[a + 1]) continue;
      const auto& record = records_.gone(a);
      for (const auto& event : record.events) entries.push_back({&record, &event, articles_ + a});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      if (before(*a.article, *b.article) || before(*b.article, *a.article)) return before(*a.article, *b.article);
      return a.event->name < b.event->name;
    });
    Ordered both;
    std::size_t at = 0;
    const auto put_today = [&] {
      both.numbers.push_back(ordered.numbers[at]), both.fates.push_back(ordered.fates[at]);
      both.linkables.push_back(ordered.linkables[at]);
      ++at;
    };
    for (const auto& entry : entries) {
      const auto candidate = candidate_of(*entry.article, *entry.event);
      if (candidate.record == nullptr) continue;
      while (at < ordered.numbers.size() && !before(*entry.article, *ordered.articles[at])) put_today();
      both.numbers.push_back(kNoNumber), both.fates.push_back(Fate::Gone);
      both.linkables.push_back({candidate, entry.number});
    }
    while (at < ordered.numbers.size()) put_today();
    ordered = std::move(both);
  }

  const Web& past_;
  const std::vector<std::uint32_t>& now_of_;
  std::uint32_t articles_;
  RecordSource& records_;
  Relinked out_;
  std::vector<std::uint32_t> news_;        // events; sorted
  std::vector<bool> touched_;              // by event
  std::vector<std::uint32_t> article_of_;  // by event
};

}  // namespace

Relinked relink(const Web& past, const std::vector<std::uint32_t>& now_of, std::uint32_t articles, const std::vector<std::uint32_t>& again,
                RecordSource& records) {
  return Relinker(past, now_of, articles, records).run(again);
}

}  // namespace khabar::link
