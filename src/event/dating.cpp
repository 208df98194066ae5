// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/dating.hpp"

#include <algorithm>
#include <span>

namespace khabar::event {
namespace {

using arabic::TokenKind;
using entity::Time;
using entity::TimeAnchor;
using entity::TimePrecision;
using lexicon::Factuality;
using lexicon::Function;
using std::chrono::days;

constexpr int kBlocked = 100;             // rank of a time that does not govern the mention
constexpr std::uint32_t kOwnerReach = 8;  // units behind "two days after" in which the happening is named
constexpr std::uint32_t kOpening = 3;     // units before a time that opens a sentence
constexpr std::uint32_t kFarBehind = 14;  // units behind a happening and another clause in which its time may still stand
constexpr std::uint32_t kLeadSentences = 6;
constexpr days kPastSpeech{3};  // a speech so long before publication dates what it tells

// The times of units [first, last), which are sorted.
std::pair<std::uint32_t, std::uint32_t> times_within(const std::vector<Time>& times, std::uint32_t first, std::uint32_t last) {
  const auto begin = std::lower_bound(times.begin(), times.end(), first, [](const Time& t, std::uint32_t unit) { return t.first < unit; });
  const auto end = std::lower_bound(begin, times.end(), last, [](const Time& t, std::uint32_t unit) { return t.first < unit; });
  return {static_cast<std::uint32_t>(begin - times.begin()), static_cast<std::uint32_t>(end - times.begin())};
}

bool opens_sentence(const Sentence& sentence, const Time& time) { return time.first == sentence.first; }

// Whether a unit of the sentence is a trigger; predicates are sorted.
bool is_trigger(const Sentence& sentence, std::uint32_t unit) {
  const auto& all = sentence.predicates;
  const auto at = std::lower_bound(all.begin(), all.end(), unit, [](const Predicate& p, std::uint32_t u) { return p.unit < u; });
  return at != all.end() && at->unit == unit && at->trigger;
}

// A unit that speaks with no comma before the time, or a time set off by commas before "that": "the agency said, Tuesday, that".
bool is_speech_time(const entity::Units& units, const Sentence& sentence, const Time& time) {
  bool comma = false;
  for (auto at = time.first; at-- > sentence.first;) {
    const auto& u = units.units[at];
    if (u.kind == TokenKind::Comma) comma = true;
    if (u.kind == TokenKind::Semicolon || u.does(Function::Complementizer) || u.does(Function::ClauseBreak)) return false;
    if (!u.does(Function::SpeechVerb) && is_trigger(sentence, at)) return false;
    if (!u.does(Function::SpeechVerb) && !u.does(Function::AccordingTo)) continue;
    if (!comma) return true;
    auto behind = time.last;
    if (behind < sentence.last && units.units[behind].kind == TokenKind::Comma) ++behind;
    return behind < sentence.last && units.units[behind].does(Function::Complementizer);
  }
  return false;
}

class Governor {
 public:
  Governor(const Context& context, const Report& report, const Sentence& sentence, const EventMention& told)
      : units_(context.units), report_(report), sentence_(sentence), told_(told) {}

  std::uint32_t run() const {
    std::uint32_t best = kNobody;
    std::pair<int, std::uint32_t> least{kBlocked, 0};
    const auto [first, last] = times_within(report_.times, sentence_.first, sentence_.last);
    for (auto i = first; i < last; ++i) {
      const auto& time = report_.times[i];
      if (time.until || unit(time.first).furniture) continue;
      const auto distance = time.first > told_.unit ? time.first - told_.unit : told_.unit - time.first;
      const std::pair<int, std::uint32_t> here{rank(time), distance};
      if (here < least) least = here, best = i;
    }
    return best;
  }

 private:
  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }

  bool own(const Predicate& p) const {
    return std::any_of(told_.triggers.begin(), told_.triggers.end(), [&](const Span& s) { return s.begin == unit(p.unit).stem; });
  }

  // The lower, the closer the tie; kBlocked when there is none.
  int rank(const Time& time) const {
    int tie = time.of_next                              ? of_next(time)
              : is_speech_time(units_, sentence_, time) ? kBlocked
              : time.first > told_.unit                 ? behind(time)
                                                        : before(time);
    if (tie == kBlocked) return kBlocked;
    if (!time.earliest && time.anchor != TimeAnchor::OtherEvent) tie += 6;
    if (time.past_period) tie += 2;
    return tie;
  }

  // "a day after X": the day of X. Where that opens the sentence, X was told before, and the day is that of what follows.
  int of_next(const Time& time) const {
    const bool opens = opens_sentence(sentence_, time);
    for (const auto& p : sentence_.predicates)
      if (p.trigger && p.unit >= time.last && p.unit < time.last + kOwnerReach) return own(p) == opens ? kBlocked : opens ? 1 : 0;
    return kBlocked;
  }

  // A happening of another clause in units [from, to): its last predicate, or null. Who is killed in it has a clause too.
  const Predicate* rival(std::uint32_t from, std::uint32_t to) const {
    const Predicate* found = nullptr;
    for (const auto& p : sentence_.predicates)
      if ((p.trigger || (p.casualty && p.verb)) && p.unit >= from && p.unit < to && !own(p)) found = &p;
    return found;
  }

  // "... and on 21 March they took the palace": the time opens a clause of its own.
  bool opens_clause(const Time& time) const {
    return unit(time.first).has(entity::kAnd) || (time.first > sentence_.first && unit(time.first - 1).has(entity::kAnd));
  }

  bool verb_follows(const Time& time) const {
    return std::any_of(sentence_.predicates.begin(), sentence_.predicates.end(), [&](const Predicate& p) {
      return (p.verb || p.light) && p.unit >= time.last && p.unit < time.last + kOwnerReach && !own(p);
    });
  }

  bool opens_other(std::uint32_t at) const {
    const auto& u = unit(at);
    return u.does(Function::After) || u.does(Function::Before) || u.does(Function::ResponseTo) || u.does(Function::Since);
  }

  // The time stands behind the happening.
  int behind(const Time& time) const {
    if (opens_clause(time) && verb_follows(time)) return kBlocked;
    if (time.past_period && told_.noun) return kBlocked;  // "the worst attack for a month"
    const auto* other = rival(told_.unit + 1, time.first);
    bool broken = false, relative = false;
    for (auto at = told_.unit + 1; at < time.first; ++at) {
      const auto& u = unit(at);
      if (u.kind == TokenKind::Semicolon || u.does(Function::TopicBreak)) return kBlocked;
      if (other != nullptr && other->unit > at && (opens_other(at) || (u.does(Function::Relative) && at > told_.unit + 2))) return kBlocked;
      broken |= u.does(Function::ClauseBreak) || u.does(Function::SpeechVerb);
      relative |= u.does(Function::Relative);
    }
    if (broken) return other == nullptr && time.first - told_.unit < kFarBehind ? 3 : kBlocked;
    if (other == nullptr) return relative ? 1 : 0;
    return other->verb ? (unit(other->unit).has(entity::kAnd) ? kBlocked : 4) : 2;
  }

  // The time stands before the happening: it opens the sentence, or belongs to what was told before it.
  int before(const Time& time) const {
    const auto* inner = rival(time.last, told_.unit);
    bool broken = false, comma = false, other = false;
    for (auto at = time.last; at < told_.unit; ++at) {
      const auto& u = unit(at);
      if (u.kind == TokenKind::Semicolon || u.does(Function::TopicBreak)) return kBlocked;
      comma |= u.kind == TokenKind::Comma;
      other |= opens_other(at) && (inner == nullptr || inner->unit < at);
      broken |= u.does(Function::ClauseBreak);
    }
    const auto* owner = rival(sentence_.first, time.first);
    if (owner != nullptr && !owner->trigger) owner = nullptr;  // the dead of this happening
    if (opens_clause(time) && inner == nullptr && !other) return 0;
    if (time.first <= sentence_.first + kOpening || owner == nullptr) return other ? 5 : broken ? 2 : 1;
    if (other || (after_clause(*owner, time) && (!broken || comma))) return kBlocked;
    return broken ? 5 : 3;
  }

  // "after the fighting on Monday": the time of such a clause stays in it.
  bool after_clause(const Predicate& owner, const Time& time) const {
    for (auto at = time.first; at-- > sentence_.first && at + 4 > owner.unit;)
      if (opens_other(at)) return true;
    return false;
  }

  const entity::Units& units_;
  const Report& report_;
  const Sentence& sentence_;
  const EventMention& told_;
};

bool actual(Factuality f) { return f == Factuality::Asserted || f == Factuality::Possible || f == Factuality::None; }

// How far back a day is looked for, and how many mentions of an event are asked: more would make time grow faster than the text.
constexpr std::uint32_t kFarthestMention = 200;
constexpr std::size_t kMostMentions = 40;

class Dater {
 public:
  Dater(const Context& context, Report& report) : context_(context), report_(report) {}

  void run() {
    for (auto& event : report_.events) drop_foreign_period(event);
    find_lead();
    for (int pass = 0; pass < 2; ++pass)  // a day may be counted from one that is only taken over later
      for (std::uint32_t e = 0; e < report_.events.size(); ++e)
        if (!report_.events[e].earliest) date(report_.events[e], e);
  }

 private:
  struct Days {
    std::optional<entity::Day> earliest, latest;
    TimePrecision precision = TimePrecision::Unresolved;
    TimeAnchor anchor = TimeAnchor::Unresolved;
    std::uint32_t time = kNobody;
  };

  const EventMention& told(std::uint32_t id) const { return report_.event_mentions[id]; }
  std::uint32_t line_of(const EventMention& m) const { return context_.document.sentences[m.sentence].line; }
  static bool day_level(TimePrecision precision) { return precision == TimePrecision::PartOfDay || precision == TimePrecision::Day; }

  static bool gives_day(const Time& time) {
    return time.earliest && day_level(time.precision) && !time.past_period && !time.until && !time.of_next;
  }

  bool lends(const Event& event) const {
    return event.earliest && actual(event.factuality) && day_level(event.time_precision) && !told(event.mentions.front()).background;
  }

  // The day of the lead: that of the first sentence which tells of an event and names a day, the event's own before the speech's; else
  // the first day of any opening sentence, else the hour of the first event.
  void find_lead() {
    const auto limit = context_.sentences.size() > kLeadSentences ? context_.sentences[kLeadSentences].number : 0xFFFFFFFF;
    const auto& mentions = report_.event_mentions;
    for (std::size_t i = 0; i < mentions.size() && mentions[i].sentence < limit; ++i) {
      const auto& m = mentions[i];
      if (m.event == kNobody || m.background) continue;
      if (lends(report_.events[m.event])) lead_ = days_of(report_.events[m.event]);
      const bool last = i + 1 == mentions.size() || mentions[i + 1].sentence != m.sentence;
      if (!lead_.earliest && last) lead_ = sentence_day(m.sentence);
      if (lead_.earliest) return;
    }
    for (const auto& sentence : context_.sentences) {
      if (sentence.number >= limit) break;
      if (lead_ = sentence_day(sentence.number); lead_.earliest) return;
    }
    if (!report_.published) return;
    for (const auto& m : report_.event_mentions)
      if (m.time != kNobody && report_.times[m.time].hour_only && !m.background) {
        lead_ = by_hour(m.time);
        return;
      }
  }

  static Days days_of(const Event& event) { return {event.earliest, event.latest, event.time_precision, event.time_anchor, event.time}; }

  const Sentence* sentence_of(std::uint32_t number) const {
    const auto at = std::lower_bound(context_.sentences.begin(), context_.sentences.end(), number,
                                     [](const Sentence& s, std::uint32_t n) { return s.number < n; });
    return at == context_.sentences.end() || at->number != number ? nullptr : &*at;
  }

  // The first day that a sentence names, whosever it is.
  Days sentence_day(std::uint32_t number) const {
    const auto* at = sentence_of(number);
    if (at == nullptr) return {};
    const auto [first, last] = times_within(report_.times, at->first, at->last);
    for (auto i = first; i < last; ++i)
      if (const auto& time = report_.times[i]; gives_day(time)) return {time.earliest, time.latest, time.precision, time.anchor, i};
    return {};
  }

  // The day told last before a mention: of an event, in the same line; or of any line when `anywhere`.
  Days before(std::uint32_t mention, std::uint32_t event, bool anywhere) const {
    const auto line = line_of(told(mention));
    for (auto id = mention; id-- > 0 && mention - id <= kFarthestMention;) {
      const auto& m = told(id);
      if (!anywhere && line_of(m) != line) break;
      if (m.event == kNobody || m.event == event || !lends(report_.events[m.event])) continue;
      return days_of(report_.events[m.event]);
    }
    return {};
  }

  // A period that only a later mention names ("attacks for months") is not the event's.
  void drop_foreign_period(Event& event) const {
    if (event.time == kNobody || !report_.times[event.time].past_period || told(event.mentions.front()).time == event.time) return;
    event.earliest.reset(), event.latest.reset();
    event.time_precision = TimePrecision::Unresolved;
    event.time_anchor = TimeAnchor::Unresolved;
    event.time = kNobody;
  }

  void date(Event& event, std::uint32_t number) {
    if (!actual(event.factuality)) return;
    std::uint32_t hour = kNobody;
    const std::span<const std::uint32_t> mentions(event.mentions.data(), std::min<std::size_t>(event.mentions.size(), kMostMentions));
    for (const auto id : mentions) {
      const auto time = told(id).time;
      if (time == kNobody) continue;
      if (report_.times[time].anchor == TimeAnchor::OtherEvent && shift(event, number, id)) return;
      if (report_.times[time].hour_only) hour = time;
    }
    for (const auto id : mentions)
      if (const auto past = past_speech(told(id)); past.earliest) return take_over(event, past, hour);
    if (told(event.mentions.front()).background) return;
    for (const auto id : mentions)
      if (const auto source = before(id, number, false); source.earliest) return take_over(event, source, hour);
    if (lead_.earliest) return take_over(event, lead_, hour);
    for (const auto id : mentions)
      if (const auto day = sentence_day(told(id).sentence); day.earliest) return take_over(event, day, hour);
  }

  // "the ministry had announced in January ...": what was said well before the article happened then.
  Days past_speech(const EventMention& m) const {
    const auto* sentence = sentence_of(m.sentence);
    if (sentence == nullptr || !report_.published) return {};
    const auto [first, last] = times_within(report_.times, sentence->first, sentence->last);
    for (auto i = first; i < last; ++i) {
      const auto& time = report_.times[i];
      if (time.last > m.unit || !time.earliest || time.past_period || time.until || *time.latest + kPastSpeech > *report_.published)
        continue;
      if (is_speech_time(context_.units, *sentence, time)) return {time.earliest, time.latest, time.precision, time.anchor, i};
    }
    return {};
  }

  // "two days later", "a day after X": counted from the event told before, or from the one that X is told with.
  bool shift(Event& event, std::uint32_t number, std::uint32_t id) {
    const auto& time = report_.times[told(id).time];
    const auto oldest = number > kFarthestMention ? number - kFarthestMention : 0;
    for (const auto& other :
         std::span(report_.events)
             .subspan(oldest, std::min<std::size_t>(report_.events.size() - oldest, 2 * kFarthestMention)))  // told in one breath
      if (other.time == told(id).time && other.earliest && other.time_anchor == TimeAnchor::OtherEvent && &other != &event) {
        take_over(event, days_of(other), kNobody);
        return true;
      }
    auto source = before(id, number, false);
    if (!source.earliest && !(time.of_next && lead_.earliest)) source = before(id, number, true);
    if (!source.earliest) source = lead_;
    if (!source.earliest) return false;
    const auto* sentence = sentence_of(told(id).sentence);
    const bool turned = time.of_next && sentence != nullptr && opens_sentence(*sentence, time);
    event.earliest = *source.earliest + days(turned ? -time.shift_last : time.shift_first);
    event.latest = *source.latest + days(turned ? -time.shift_first : time.shift_last);
    if (report_.published && *event.earliest <= *report_.published) event.latest = std::min(*event.latest, *report_.published);
    const bool short_span = *event.latest - *event.earliest <= days(1);
    event.time_precision = short_span ? TimePrecision::Day : TimePrecision::Week;
    event.time_anchor = TimeAnchor::OtherEvent;
    event.time = told(id).time;
    return true;
  }

  void take_over(Event& event, const Days& source, std::uint32_t hour) {
    event.earliest = source.earliest, event.latest = source.latest;
    event.time_precision = source.precision;
    event.time_anchor = TimeAnchor::OtherEvent;
    event.time = source.time;
    if (hour == kNobody) return;
    event.time = hour;
    event.time_precision = TimePrecision::PartOfDay;
    if (report_.times[hour].night && event.earliest == event.latest && (!report_.published || *event.latest < *report_.published))
      event.latest = *event.latest + days(1);
  }

  // Agencies give only the hour of what happened on the day or in the night before it.
  Days by_hour(std::uint32_t time) const {
    return {*report_.published - days(1), *report_.published, TimePrecision::Day, TimeAnchor::PublicationDate, time};
  }

  const Context& context_;
  Report& report_;
  Days lead_;
};

}  // namespace

std::uint32_t time_of(const Context& context, const Report& report, const Sentence& sentence, const EventMention& told) {
  return Governor(context, report, sentence, told).run();
}

void date_events(const Context& context, Report& report) { Dater(context, report).run(); }

}  // namespace khabar::event
