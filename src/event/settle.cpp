// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/settle.hpp"

#include "event/casualty.hpp"
#include "event/likeness.hpp"
#include "event/settle_roles.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::EntityClass;
using lexicon::kNone;

constexpr std::uint32_t kOthersReach = 60;  // code points between a figure and "others"
constexpr float kCuedPlace = 0.95F, kOnlyPlace = 0.9F, kChosenPlace = 0.75F;

class Settler {
 public:
  Settler(const Context& context, const Report& report) : context_(context), lexicon_(context.lexicon), report_(report) {}

  void settle(Event& event) const {
    weigh_places(event);
    share_victims(event);
    settle_roles(context_, report_, event);
    keep_finest_places(event);
    settle_figures(report_, event);
    if (event.type == EventType::None) event.type = EventType::Strike;
    if (event.type == EventType::Strike && by_gunmen(event)) event.type = EventType::GroundAttack;
  }

 private:
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }

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

  // An attack of unsaid means by armed men or a group is an assault.
  bool by_gunmen(const Event& event) const {
    const bool assault =
        std::any_of(event.mentions.begin(), event.mentions.end(), [&](std::uint32_t id) { return report_.event_mentions[id].assault; });
    return assault && !has_role(event.fillers, Role::Weapon) &&
           std::any_of(event.fillers.begin(), event.fillers.end(), [&](const Filler& f) {
             const auto& m = mention(f.mention);
             if (f.role != Role::Actor) return false;
             if (m.type == MentionType::People) return true;
             if (m.type != MentionType::Actor) return false;
             if (m.entity != kNone)
               return entry(m.entity).entity_class == EntityClass::ArmedGroup || entry(m.entity).entity_class == EntityClass::Unit;
             return m.noun != kNone && entry(m.noun).head == lexicon::Head::ArmedGroup;
           });
  }

  bool tells_direction(const Mention& m) const { return m.noun != kNone && entry(m.noun).does(lexicon::Function::Direction); }

  bool is_near(std::uint32_t id) const {
    const auto& m = mention(id);
    return m.precision == lexicon::Precision::Near || m.preposition == lexicon::Preposition::Near ||
           m.preposition == lexicon::Preposition::Around;
  }

  void keep_finest_places(Event& event) const {
    std::vector<Filler> kept;
    for (const auto& filler : event.fillers) {
      if (filler.role != Role::Place) {
        kept.push_back(filler);
        continue;
      }
      const auto own = mention(filler.mention).place_entity;
      const bool named = mention(filler.mention).name_last > mention(filler.mention).name_first;
      bool contains = false;
      for (const auto& other : event.fillers) {
        if (other.role != Role::Place) continue;
        const auto& m = mention(other.mention);
        if (named || own == kNone) continue;
        // a town is told with its facilities; as the seat of a governorate it widens other towns
        const bool inside = m.place_entity != kNone && entry(m.place_entity).entity_class == EntityClass::Facility;
        const auto area = area_of(lexicon_, mention(filler.mention));
        const auto place = inside && !tells_direction(mention(filler.mention)) ? own : area;
        if (inside && entry(place).entity_class == EntityClass::Settlement && !is_near(filler.mention)) continue;
        if (m.name_last > m.name_first)
          contains |= entry(place).entity_class == EntityClass::Country || entry(place).entity_class == EntityClass::Governorate;
        else if (m.place_entity != kNone && m.place_entity != place && m.place_entity != own && lexicon_.within(m.place_entity, place))
          contains = true;
        else if (m.place_entity != kNone && m.place_entity != place && is_near(filler.mention) &&
                 named_after(lexicon_, m.place_entity, place))
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
  const Report& report_;
};

}  // namespace

void settle_event(const Context& context, const Report& report, Event& event) { Settler(context, report).settle(event); }

}  // namespace khabar::event
