// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Mentions are read in order; each joins the event it fits best or founds one. What speaks for one happening: same place, day, actor,
// target, a definite noun close by. What forbids it: different specific places, days, actors or means, "another", another factuality.
#include "event/stages.hpp"

#include "event/casualty.hpp"
#include "event/dating.hpp"
#include "event/same_actor.hpp"

#include <algorithm>
#include <map>

namespace khabar::event {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::EntityClass;
using lexicon::Factuality;
using lexicon::kNone;

constexpr int kImpossible = -1000;
constexpr int kDefiniteThreshold = -1;
constexpr int kIndefiniteThreshold = 2;
constexpr int kMostAncestors = 8;
constexpr std::size_t kRecentEvents = 80;   // events that a mention may belong to
constexpr std::uint32_t kOthersReach = 60;  // code points between a figure and "others"
constexpr float kCuedPlace = 0.95F, kOnlyPlace = 0.9F, kChosenPlace = 0.75F;
constexpr std::size_t kMostFillers = 120;  // of an event; more say nothing new

// A place of a filler: a known one, or the folded code points of an unknown name.
struct Site {
  std::uint32_t entity = kNone;
  std::string_view name;
  bool coarse = false;  // a country or governorate
};

class Merger {
 public:
  Merger(const Context& context, Report& report) : context_(context), lexicon_(context.lexicon), report_(report) {}

  void run() {
    for (std::uint32_t id = 0; id < report_.event_mentions.size(); ++id) {
      auto& told = report_.event_mentions[id];
      if (told.absorbed_into != kNobody) continue;
      place(id);
    }
    link_responses();
    date_events(context_, report_);
    inherit_actors();
    for (auto& event : report_.events) settle(event);
  }

 private:
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }

  void place(std::uint32_t id) {
    const auto& told = report_.event_mentions[id];
    int best_score = kImpossible;
    std::size_t best = report_.events.size();
    // the latest events, and the first, which headline and lead tell
    const auto oldest = report_.events.size() > kRecentEvents ? report_.events.size() - kRecentEvents : 0;
    for (std::size_t e = report_.events.size(); e-- > 0;) {
      if (e < oldest && e > kRecentEvents / 8) e = kRecentEvents / 8;
      const int score = fit(report_.events[e], told);
      if (score > best_score) best_score = score, best = e;
    }
    const bool anaphoric = told.definite || told.strength == lexicon::Strength::Anaphoric;
    const int threshold = told.another ? kIndefiniteThreshold + 4
                          : anaphoric  ? kDefiniteThreshold
                                       : std::min(kIndefiniteThreshold, 1 + novelty(told));
    if (best_score >= threshold && best < report_.events.size()) {
      take(report_.events[best], id);
      return;
    }
    if (told.strength == lexicon::Strength::Anaphoric && told.fillers.empty()) return;  // refers to nothing that was told
    Event event;
    event.factuality = told.factuality;
    report_.events.push_back(event);
    take(report_.events.back(), id);
  }

  // How much a mention says of itself: the more it does, the more it must share with an event to be the same.
  int novelty(const EventMention& told) const {
    int details = 0;
    const auto places = sites(told.fillers);
    if (std::any_of(places.begin(), places.end(), [](const Site& s) { return !s.coarse; })) details += 2;
    if (told.time != kNobody && report_.times[told.time].earliest) ++details;
    if (std::any_of(told.fillers.begin(), told.fillers.end(),
                    [](const Filler& f) { return (f.role == Role::Target || f.role == Role::TargetObject) && !f.inherited; }))
      ++details;
    return details;
  }

  void take(Event& event, std::uint32_t id) {
    auto& told = report_.event_mentions[id];
    event.mentions.push_back(id);
    told.event = static_cast<std::uint32_t>(&event - report_.events.data());
    const bool finer = is_generic(event.type) && !is_generic(told.type) && !told.killing;
    if (event.type == EventType::None || finer || (event.type == EventType::AirStrike && told.type == EventType::DroneStrike)) {
      event.type = told.type;
      event.frame = told.frame;
    }
    if (event.frame == 0xFF) event.frame = told.frame;
    if (told.by_adjective != kNone && !has_actor(told) && event.adjective_actors.size() < kMostFillers)
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
  }

  static bool has_actor(const EventMention& told) {
    return std::any_of(told.fillers.begin(), told.fillers.end(), [](const Filler& f) { return f.role == Role::Actor; });
  }

  // ---- comparing ----

  static bool actual(Factuality f) { return f == Factuality::Asserted || f == Factuality::Possible || f == Factuality::None; }

  int fit(const Event& event, const EventMention& told) const {
    if (actual(event.factuality) != actual(told.factuality)) return kImpossible;
    const auto& last = report_.event_mentions[event.mentions.back()];
    const auto& first = report_.event_mentions[event.mentions.front()];
    if (last.sentence == told.sentence && told_after(last.unit, told.unit)) return kImpossible;
    int score = type_fit(event, told);
    if (score <= kImpossible) return kImpossible;
    const int place = place_fit(event, told), time = time_fit(event, told), actor = actor_fit(event, told);
    if (place <= kImpossible || time <= kImpossible || actor <= kImpossible) return kImpossible;
    score += place + time + actor + target_fit(event, told) + figure_fit(event, told);
    if (told.background != last.background && told.background) score -= 3;
    const auto distance = told.sentence - last.sentence;
    if (distance == 0)
      score += told.definite ? 2 : 0;
    else if (distance == 1 && told.definite)
      score += 1;
    else if (distance > 6)
      score -= 1;
    if (told.definite && told.noun) score += 2;
    const bool of_headline = first.headline && report_.events.front().mentions.front() == event.mentions.front();
    if (of_headline && told.sentence <= 4) score += 2;  // the lead tells what the headline says
    return score;
  }

  // "raids after an attack", "in response to": what stands on either side are two happenings.
  bool told_after(std::uint32_t first, std::uint32_t second) const {
    for (auto at = first + 1; at < second; ++at) {
      const auto& u = context_.units.units[at];
      if (u.does(lexicon::Function::After) || u.does(lexicon::Function::Before) || u.does(lexicon::Function::ResponseTo))
        return !u.does(lexicon::Function::CausedBy);
    }
    return false;
  }

  int type_fit(const Event& event, const EventMention& told) const {
    const auto a = event.type, b = told.type;
    if (a == b) return 1;
    const int ga = type_group(a), gb = type_group(b);
    const bool anaphora = told.definite && told.noun && is_generic(b);
    if (ga == gb) {
      if (is_generic(a) || is_generic(b)) return 1;
      const auto pair = [&](EventType x, EventType y) { return (a == x && b == y) || (a == y && b == x); };
      if (pair(EventType::AirStrike, EventType::DroneStrike)) return 0;
      if (pair(EventType::AirStrike, EventType::RocketAttack)) return -1;
      if (pair(EventType::Shelling, EventType::RocketAttack)) return -1;
      if (ga == 3) return -1;
      return kImpossible;
    }
    if (anaphora && ga <= 3 && gb <= 3) return 0;
    if ((a == EventType::Explosion && gb == 1) || (b == EventType::Explosion && ga == 1)) return 0;
    if ((a == EventType::Strike && gb <= 3) || (b == EventType::Strike && ga <= 3)) return -1;
    return kImpossible;
  }

  std::vector<Site> sites(const std::vector<Filler>& fillers) const {
    std::vector<Site> result;
    for (const auto& filler : fillers) {
      if (filler.role != Role::Place) continue;
      const auto& m = mention(filler.mention);
      if (m.name_last > m.name_first) {
        result.push_back({kNone, name_of(m), false});
      } else if (m.place_entity != kNone) {
        // The seat of a governorate that shares its name says no more than the governorate.
        const auto parent = entry(m.place_entity).parent;
        const bool seat = entry(m.place_entity).entity_class == EntityClass::Settlement && m.noun == kNone && parent != kNone &&
                          entry(parent).entity_class == EntityClass::Governorate && named_after(parent, m.place_entity);
        const auto place = seat ? parent : m.place_entity;
        const auto c = entry(place).entity_class;
        result.push_back({place, {}, c == EntityClass::Country || c == EntityClass::Governorate});
      }
    }
    return result;
  }

  std::string_view name_of(const Mention& m) const {
    const auto& token = context_.document.scan.tokens[context_.units.units[m.name_first].first];
    return context_.document.scan.word(token);
  }

  bool within(std::uint32_t inner, std::uint32_t outer) const {
    for (int depth = 0; inner != kNone && depth < kMostAncestors; ++depth, inner = entry(inner).parent)
      if (inner == outer) return true;
    return false;
  }

  // Same names of a governorate and its seat count as one.
  bool same_site(const Site& a, const Site& b) const {
    if (a.entity == kNone || b.entity == kNone) return a.entity == b.entity && a.name == b.name;
    return within(a.entity, b.entity) || within(b.entity, a.entity) || named_after(a.entity, b.entity) || named_after(b.entity, a.entity);
  }

  // A facility or countryside that carries a town's name lies by it.
  bool named_after(std::uint32_t thing, std::uint32_t town) const {
    const auto c = entry(thing).entity_class;
    if (c != EntityClass::Facility && c != EntityClass::Region && c != EntityClass::Governorate) return false;
    const auto label = lexicon_.text(entry(town).label);
    return label.size() > 4 && lexicon_.text(entry(thing).label).find(label) != std::string_view::npos;
  }

  // Countries and governorates say nothing once a town is named.
  static std::vector<Site> finest(std::vector<Site> all) {
    const bool fine = std::any_of(all.begin(), all.end(), [](const Site& s) { return !s.coarse; });
    if (fine) all.erase(std::remove_if(all.begin(), all.end(), [](const Site& s) { return s.coarse; }), all.end());
    return all;
  }

  int place_fit(const Event& event, const EventMention& told) const {
    const auto ours = finest(sites(event.fillers)), theirs = finest(sites(told.fillers));
    if (ours.empty() || theirs.empty()) return 0;
    bool shared = false, near = false;
    for (const auto& a : ours)
      for (const auto& b : theirs) {
        if (a.entity == b.entity && a.name == b.name)
          shared = true;
        else if (same_site(a, b))
          near = true;
      }
    if (shared) return ours.front().coarse ? 1 : 3;
    return near ? 1 : kImpossible;
  }

  int time_fit(const Event& event, const EventMention& told) const {
    const auto old = [&](entity::Day last) { return report_.published && last < *report_.published - std::chrono::days(6); };
    const bool told_dated = told.time != kNobody && report_.times[told.time].earliest;
    if (!told_dated && !event.earliest) return 0;
    if (!told_dated) return old(*event.latest) && told.sentence - report_.event_mentions[event.mentions.back()].sentence > 1 ? -3 : 0;
    const auto& time = report_.times[told.time];
    if (!event.earliest) return old(*time.latest) ? kImpossible : 0;
    if (*time.earliest > *event.latest || *time.latest < *event.earliest) {
      const auto gap = *time.earliest > *event.latest ? *time.earliest - *event.latest : *event.earliest - *time.latest;
      const bool exact = time.precision <= entity::TimePrecision::Day && event.time_precision <= entity::TimePrecision::Day;
      return gap <= std::chrono::days(1) && exact && told.definite ? -2 : kImpossible;
    }
    const bool vague = time.precision > entity::TimePrecision::Day || event.time_precision > entity::TimePrecision::Day;
    if (vague && (*time.latest - *time.earliest > std::chrono::days(40)) != (*event.latest - *event.earliest > std::chrono::days(40)))
      return kImpossible;
    return vague ? 0 : 2;
  }

  std::vector<std::uint32_t> actors(const std::vector<Filler>& fillers) const {
    std::vector<std::uint32_t> result;
    for (const auto& filler : fillers)
      if (filler.role == Role::Actor || filler.role == Role::LikelyActor)
        if (const auto id = actor_entity(mention(filler.mention), filler.by_demonym); id != kNone) result.push_back(id);
    return result;
  }

  std::uint32_t actor_entity(const Mention& m, bool by_demonym) const {
    if (by_demonym) return m.demonym;
    if (m.type == MentionType::Place && m.entity != kNone) return m.entity;
    if (m.entity != kNone) return m.entity;
    if (m.demonym != kNone) return m.demonym;
    if (m.owner != kNoMention) return actor_entity(mention(m.owner), false);
    return kNone;
  }

  int actor_fit(const Event& event, const EventMention& told) const {
    auto ours = actors(event.fillers), theirs = actors(told.fillers);
    for (const auto& [state, unit] : event.adjective_actors) ours.push_back(state);
    if (told.by_adjective != kNone) theirs.push_back(told.by_adjective);
    if (ours.empty() || theirs.empty()) return 0;
    for (const auto a : ours)
      for (const auto b : theirs)
        if (same_actor(lexicon_, a, b)) return 1;
    return kImpossible;
  }

  // What both hit speaks for one happening; that they name different things does not speak against it: articles tell more and more.
  int target_fit(const Event& event, const EventMention& told) const {
    int score = 0;
    for (const auto& a : event.fillers)
      for (const auto& b : told.fillers) {
        if (a.role != b.role || (a.role != Role::Target && a.role != Role::TargetObject)) continue;
        const auto left = what(a), right = what(b);
        if (left != kNone && left == right) ++score;
      }
    return std::min(score, 2);
  }

  std::uint32_t what(const Filler& filler) const {
    const auto& m = mention(filler.mention);
    return m.entity != kNone ? m.entity : m.noun;
  }

  // The same number of dead or injured, one alone aside, hardly belongs to two happenings.
  static int figure_fit(const Event& event, const EventMention& told) {
    for (const auto& a : event.figures)
      for (const auto& b : told.figures)
        if (a.outcome == b.outcome && a.count.minimum == b.count.minimum && a.count.maximum == b.count.maximum && a.count.minimum > 1)
          return 3;
    return 0;
  }

  // ---- after the merge ----

  void link_responses() {
    for (const auto& sentence : context_.sentences) {
      for (auto at = sentence.first; at < sentence.last; ++at) {
        if (!context_.units.units[at].does(lexicon::Function::ResponseTo)) continue;
        const auto answer = nearest(sentence, at, false), cause = nearest(sentence, at, true);
        if (answer == kNobody || cause == kNobody || answer == cause) continue;
        auto& responds = report_.events[answer].responds_to;
        if (std::find(responds.begin(), responds.end(), cause) == responds.end()) responds.push_back(cause);
      }
    }
  }

  // The event of the last mention before, or the first behind, a unit of the sentence.
  std::uint32_t nearest(const Sentence& sentence, std::uint32_t at, bool behind) const {
    std::uint32_t found = kNobody;
    const auto& mentions = report_.event_mentions;
    auto first = std::lower_bound(mentions.begin(), mentions.end(), sentence.number,
                                  [](const EventMention& m, std::uint32_t number) { return m.sentence < number; });
    for (; first != mentions.end() && first->sentence == sentence.number; ++first) {
      const auto& told = *first;
      if (told.event == kNobody) continue;
      if (behind && told.unit > at) return told.event;
      if (!behind && told.unit < at) found = told.event;
    }
    return found;
  }

  static bool has_actor(const Event& event) {
    return !event.adjective_actors.empty() || std::any_of(event.fillers.begin(), event.fillers.end(), [](const Filler& f) {
      return f.role == Role::Actor || f.role == Role::LikelyActor;
    });
  }

  // Items of a series of strikes are by the one who strikes: the actor of the event told before, unless days or kinds differ.
  void inherit_actors() {
    for (std::size_t e = 1; e < report_.events.size(); ++e) {
      auto& event = report_.events[e];
      if (has_actor(event) || type_group(event.type) != 1 || !actual(event.factuality)) continue;
      for (std::size_t other = e; other-- > 0 && e - other <= kRecentEvents;) {
        const auto& candidate = report_.events[other];
        if (!has_actor(candidate) || type_group(candidate.type) != 1 || !actual(candidate.factuality)) continue;
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
          if (filler.role == Role::Actor || filler.role == Role::LikelyActor) {
            filler.inherited = true;
            filler.confidence = 0.6F;
            event.fillers.push_back(filler);
          }
        break;
      }
    }
  }

  // Those who were killed or hurt are the target where the article names no other.
  void drop_victims_beside_targets(Event& event) const {
    const auto nobody = [&](const Filler& f) {  // "persons" say nothing of who they were
      const auto& m = mention(f.mention);
      return f.role == Role::Target && f.inherited && m.type == MentionType::People && m.owner == kNoMention && m.demonym == kNone &&
             m.noun != kNone && entry(m.noun).strength == lexicon::Strength::Weak;
    };
    event.fillers.erase(std::remove_if(event.fillers.begin(), event.fillers.end(), nobody), event.fillers.end());
    const auto stated = [](const Filler& f) { return f.role == Role::Target && !f.inherited; };
    if (std::none_of(event.fillers.begin(), event.fillers.end(), stated)) return;
    event.fillers.erase(
        std::remove_if(event.fillers.begin(), event.fillers.end(), [](const Filler& f) { return f.role == Role::Target && f.inherited; }),
        event.fillers.end());
  }

  // "... killing 4 of its members and wounding others": the others are of the same people.
  void share_victims(Event& event) const {
    for (std::size_t i = 1; i < event.figures.size(); ++i) {
      auto& figure = event.figures[i];
      const auto& before = event.figures[i - 1];
      if (figure.victims != kNobody || before.victims == kNobody || figure.count.maximum == 0 ||
          figure.evidence.begin < before.evidence.end)
        continue;
      if (figure.evidence.begin - before.evidence.end < kOthersReach && ends_in_others(figure.evidence)) figure.victims = before.victims;
    }
  }

  bool ends_in_others(Span span) const {
    const auto& units = context_.units.units;
    auto unit =
        std::lower_bound(units.begin(), units.end(), span.end, [](const entity::Unit& u, std::uint32_t end) { return u.end < end; });
    return unit != units.end() && unit->begin < span.end && unit->does(lexicon::Function::Other);
  }

  // A cue word or a single bearer of the name makes a place surer than a choice among several of one name.
  void weigh_places(Event& event) const {
    for (auto& filler : event.fillers) {
      if (filler.role != Role::Place || filler.inherited) continue;
      const auto& m = mention(filler.mention);
      std::uint32_t bearers = 0;
      for (const auto& reading : context_.units.of(context_.units.units[m.head]))
        bearers += context_.units.entry(reading).kind == lexicon::Kind::Place ? 1U : 0U;
      filler.confidence = m.noun != kNone ? kCuedPlace : bearers > 1 ? kChosenPlace : kOnlyPlace;
    }
  }

  void settle(Event& event) {
    weigh_places(event);
    share_victims(event);
    drop_victims_beside_targets(event);
    keep_finest_places(event);
    keep_finest_objects(event);
    settle_figures(report_, event);
    if (event.type == EventType::None) event.type = EventType::Strike;
    if (event.type == EventType::Strike && by_gunmen(event)) event.type = EventType::GroundAttack;
  }

  // An attack of unsaid means by armed men or a group is an assault.
  bool by_gunmen(const Event& event) const {
    const bool assault =
        std::any_of(event.mentions.begin(), event.mentions.end(), [&](std::uint32_t id) { return report_.event_mentions[id].assault; });
    const bool weapon = std::any_of(event.fillers.begin(), event.fillers.end(), [](const Filler& f) { return f.role == Role::Weapon; });
    return assault && !weapon && std::any_of(event.fillers.begin(), event.fillers.end(), [&](const Filler& f) {
             const auto& m = mention(f.mention);
             if (f.role != Role::Actor) return false;
             if (m.type == MentionType::People) return true;
             if (m.type != MentionType::Actor) return false;
             if (m.entity != kNone)
               return entry(m.entity).entity_class == EntityClass::ArmedGroup || entry(m.entity).entity_class == EntityClass::Unit;
             return m.noun != kNone && entry(m.noun).head == lexicon::Head::ArmedGroup;
           });
  }

  bool is_near(std::uint32_t id) const {
    const auto& m = mention(id);
    return m.precision == lexicon::Precision::Near || m.preposition == lexicon::Preposition::Near ||
           m.preposition == lexicon::Preposition::Around;
  }

  // "depots" of the headline are the "two ammunition depots" of the lead: a bare kind gives way to the same or a finer kind.
  void keep_finest_objects(Event& event) const {
    const auto bare = [&](const Filler& f) {
      const auto& m = mention(f.mention);
      return f.role == Role::TargetObject && m.type == MentionType::Object && m.owner == kNoMention && !m.count.given() &&
             m.place_entity == kNone && m.noun != kNone;
    };
    const auto said_better = [&](const Filler& f) {
      return std::any_of(event.fillers.begin(), event.fillers.end(), [&](const Filler& other) {
        if (other.role != Role::TargetObject || other.mention == f.mention || mention(other.mention).type != MentionType::Object)
          return false;
        if (bare(other) && other.mention > f.mention && mention(other.mention).noun == mention(f.mention).noun)
          return false;  // keep the first of equals
        return within(mention(other.mention).noun, mention(f.mention).noun);
      });
    };
    std::vector<Filler> kept;
    for (const auto& filler : event.fillers)
      if (!bare(filler) || !said_better(filler)) kept.push_back(filler);
    event.fillers = std::move(kept);
  }

  void keep_finest_places(Event& event) const {
    std::vector<Filler> kept;
    for (const auto& filler : event.fillers) {
      if (filler.role != Role::Place) {
        kept.push_back(filler);
        continue;
      }
      const auto place = mention(filler.mention).place_entity;
      const bool named = mention(filler.mention).name_last > mention(filler.mention).name_first;
      bool contains = false;
      for (const auto& other : event.fillers) {
        if (other.role != Role::Place) continue;
        const auto& m = mention(other.mention);
        if (named || place == kNone) continue;
        if (m.name_last > m.name_first)
          contains |= entry(place).entity_class == EntityClass::Country || entry(place).entity_class == EntityClass::Governorate;
        else if (m.place_entity != kNone && m.place_entity != place && within(m.place_entity, place))
          contains = true;
        else if (m.place_entity != kNone && m.place_entity != place && is_near(filler.mention) && named_after(m.place_entity, place))
          contains = true;  // near X, in the X desert
        else if (m.place_entity != kNone && entry(place).entity_class == EntityClass::Country &&
                 entry(m.place_entity).entity_class != EntityClass::Country)
          contains = true;
      }
      if (!contains) kept.push_back(filler);
    }
    event.fillers = std::move(kept);
  }

  const Context& context_;
  const lexicon::Lexicon& lexicon_;
  Report& report_;
};

}  // namespace

void merge_mentions(const Context& context, Report& report) { Merger(context, report).run(); }

}  // namespace khabar::event
