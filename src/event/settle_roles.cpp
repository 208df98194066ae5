// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "event/settle_roles.hpp"

#include <algorithm>

namespace khabar::event {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using lexicon::EntityClass;
using lexicon::kNone;

class RoleSettler {
 public:
  RoleSettler(const Context& context, const Report& report) : context_(context), lexicon_(context.lexicon), report_(report) {}

  void settle(Event& event) const {
    const bool of_people = aims_at_people(event.type);
    erase(event, [&](const Filler& f) { return is_nobody(f, of_people); });
    drop_victims_beside_targets(event);
    erase(event, [&](const Filler& f) { return only_place(f) || says_nothing(f) || is_side(f); });
    keep_finest_objects(event);
  }

 private:
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }

  template <typename Condition>
  static void erase(Event& event, Condition condition) {
    event.fillers.erase(std::remove_if(event.fillers.begin(), event.fillers.end(), condition), event.fillers.end());
  }

  // Whoever a gunman shoots or takes was meant; bombs and battles hit others too.
  static bool aims_at_people(EventType type) {
    return type == EventType::GroundAttack || type == EventType::TargetedKilling || type == EventType::Arrest ||
           type == EventType::Abduction;
  }

  // "persons", "two women", "11 civilians" among the dead and hurt: nothing is said of who was to be hit.
  bool is_nobody(const Filler& f, bool of_people) const {
    const auto& m = mention(f.mention);
    if (f.role != Role::Target || !f.victim || m.type != MentionType::People || m.owner != kNoMention || m.noun == kNone) return false;
    if (!of_people && m.demonym == kNone && entry(m.noun).strength == lexicon::Strength::Weak) return true;
    return f.inherited && entry(m.noun).head == lexicon::Head::PopulationGroup && m.number != arabic::Number::Plural && m.count.minimum > 2;
  }

  // Those who were killed or hurt are the target where the article names no other.
  void drop_victims_beside_targets(Event& event) const {
    const auto stated = [](const Filler& f) { return f.role == Role::Target && !f.victim; };
    if (std::none_of(event.fillers.begin(), event.fillers.end(), stated)) return;
    const auto of_somebody = [&](const Mention& m) { return m.type != MentionType::People || m.owner != kNoMention; };
    erase(event, [&](const Filler& f) { return f.role == Role::Target && f.victim && (f.inherited || !of_somebody(mention(f.mention))); });
  }

  // "the area", "another town": what is only a place is no object.
  bool only_place(const Filler& f) const {
    const auto& m = mention(f.mention);
    if (f.role != Role::TargetObject || m.type != MentionType::Object || m.owner != kNoMention || m.place_entity != kNone) return false;
    const auto& head = context_.units.units[m.head];
    const bool quarters = m.number == arabic::Number::Plural || m.count.given();
    return context_.units.find(head, [&](const lexicon::Entry& e) {
      return e.cue == EntityClass::Settlement || e.cue == EntityClass::Region || e.cue == EntityClass::District ||
             e.cue == EntityClass::Governorate || (e.cue == EntityClass::Neighbourhood && !quarters);
    }) != nullptr;
  }

  // "targets" of which nothing else is said.
  bool says_nothing(const Filler& f) const {
    const auto& m = mention(f.mention);
    return f.role == Role::TargetObject && m.type == MentionType::Object && m.noun != kNone && m.owner == kNoMention &&
           m.demonym == kNone && m.place_entity == kNone && !m.count.given() && m.last == m.head + 1 &&
           entry(m.noun).strength == lexicon::Strength::Weak;
  }

  // "the two sides" name nobody.
  bool is_side(const Filler& f) const {
    const auto& m = mention(f.mention);
    return f.role != Role::Place && m.type == MentionType::Actor && m.entity == kNone && m.owner == kNoMention && m.demonym == kNone &&
           m.noun != kNone && m.last == m.head + 1 && entry(m.noun).strength == lexicon::Strength::Weak &&
           m.number == arabic::Number::Dual && entry(m.noun).head == lexicon::Head::ArmedGroup;
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
        return lexicon_.within(mention(other.mention).noun, mention(f.mention).noun);
      });
    };
    std::vector<Filler> kept;
    for (const auto& filler : event.fillers)
      if (!bare(filler) || !said_better(filler)) kept.push_back(filler);
    event.fillers = std::move(kept);
  }

  const Context& context_;
  const lexicon::Lexicon& lexicon_;
  const Report& report_;
};

}  // namespace

void settle_roles(const Context& context, const Report& report, Event& event) { RoleSettler(context, report).settle(event); }

}  // namespace khabar::event
