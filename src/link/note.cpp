// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "link/note.hpp"

#include "event/event_name.hpp"
#include "event/likeness.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace khabar::link {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using event::Role;
using lexicon::DayPart;
using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Kind;
using lexicon::kNone;

constexpr std::string_view kLatitude = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
constexpr std::string_view kLongitude = "http://www.w3.org/2003/01/geo/wgs84_pos#long";
constexpr int kDeepestOwner = 4;           // "the house of the commander of the brigade of X"
constexpr std::size_t kMostSentences = 6;  // of an event, whose words are sampled
constexpr std::size_t kMostSentencesForPlaces = 12;
constexpr std::uint32_t kSeveralSentences = 2;
constexpr std::size_t kMostOf = 8;  // places, parties or figures of an event; more are a list of many happenings
// By DayPart, each bit three hours from midnight on: None, Dawn, Morning, Noon, Afternoon, Evening, Night, AfterMidnight. They overlap
// as words do: five in the morning is dawn.
constexpr std::array<std::uint8_t, 8> kHoursOf = {0, 0x02, 0x0E, 0x18, 0x30, 0xE0, 0xC3, 0x03};

std::int32_t ten_thousandths(std::string_view degrees) {
  double value = 0;
  const auto result = std::from_chars(degrees.data(), degrees.data() + degrees.size(), value);
  return result.ec == std::errc() ? static_cast<std::int32_t>(std::lround(value * 10'000)) : kNoDegree;
}

std::uint32_t short_id(std::string_view text) { return static_cast<std::uint32_t>(id_of(text)); }

bool has_name(const Mention& m) { return m.name_last > m.name_first; }

class Notes {
 public:
  Notes(const document::Document& document, const entity::Units& units, const event::Report& report)
      : document_(document), units_(units), lexicon_(*units.lexicon), report_(report) {}

  EventRecord note(const event::Event& event, const event::EventName& name) const {
    EventRecord record;
    record.name = {name.span.begin, name.span.end, name.ordinal};
    record.type = event.type, record.factuality = event.factuality;
    note_time(event, record);
    for (const auto& filler : event.fillers) note_filler(filler, record);
    note_adjectives(event, record);
    keep_finest(record.places);
    note_seats(event, record.places);
    for (const auto& figure : event.figures)
      if (record.figures.size() < kMostOf)
        record.figures.push_back({figure.count.minimum, figure.count.maximum, figure.outcome, figure.scope == event::Scope::ThisEvent});
    sort_once(record.weapons), sort_once(record.objects);
    note_words(event, record.words);
    return record;
  }

 private:
  const Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }
  std::string_view iri(std::uint32_t id) const { return lexicon_.text(entry(id).iri); }
  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  bool is(std::uint32_t id, Kind kind) const { return id != kNone && entry(id).kind == kind; }

  static void sort_once(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  }

  void note_time(const event::Event& event, EventRecord& record) const {
    record.background = true;
    for (const auto id : event.mentions) {
      const auto& told = report_.event_mentions[id];
      record.background = record.background && told.background;
      if (told.time != event::kNobody) record.hours |= hours_of(report_.times[told.time]);
    }
    if (!event.earliest || !event.latest || *event.earliest > *event.latest) return;
    record.precision = event.time_precision;
    record.earliest = event.earliest, record.latest = event.latest;
    if (event.time != event::kNobody) record.hours |= hours_of(report_.times[event.time]);
  }

  std::uint8_t hours_of(const entity::Time& time) const {
    std::uint8_t hours = 0;
    for (auto at = time.first; at < time.last; ++at)
      if (const auto* part = units_.find(units_.units[at], [](const Entry& e) { return e.day_part != DayPart::None; }))
        hours |= kHoursOf[static_cast<std::size_t>(units_.entry(*part).day_part)];
    return hours;
  }

  void note_filler(const event::Filler& filler, EventRecord& record) const {
    const auto& m = mention(filler.mention);
    switch (filler.role) {
      case Role::Place:
        return note_place(m, record.places);
      case Role::Weapon:
        if (is(m.noun, Kind::Weapon)) record.weapons.push_back(short_id(iri(m.noun)));
        return;
      case Role::TargetObject:
        if (is(m.noun, Kind::Object)) record.objects.push_back(short_id(iri(m.noun)));
        return note_party(filler, m.owner == kNoMention ? m : mention(m.owner), record.parties);
      default:
        return note_party(filler, m, record.parties);
    }
  }

  // The folded letters of an unknown name, without what is written before its first word.
  std::string name_of(const Mention& m) const {
    std::string name;
    for (auto at = m.name_first; at < m.name_last; ++at) {
      const auto& unit = units_.units[at];
      for (auto token = unit.first; token < unit.last; ++token) {
        auto word = document_.scan.word(document_.scan.tokens[token]);
        if (name.empty()) word.remove_prefix(std::min<std::size_t>(unit.stem - unit.begin, word.size()));
        if (!name.empty()) name += ' ';
        name += word;
      }
    }
    return name;
  }

  void note_place(const Mention& m, std::vector<Place>& places) const {
    Place place;
    place.near = m.preposition == lexicon::Preposition::Near || m.preposition == lexicon::Preposition::Around ||
                 m.precision == lexicon::Precision::Near || m.precision == lexicon::Precision::RuralArea;
    if (m.type == MentionType::Place && has_name(m)) {
      place.id = id_of(name_of(m));
    } else if (is(m.place_entity, Kind::Place)) {
      describe(m.place_entity, place);
    }
    const bool said = std::any_of(places.begin(), places.end(), [&](const Place& other) { return other.id == place.id; });
    if (place.id != 0 && !said && places.size() < kMostOf) places.push_back(place);
  }

  void describe(std::uint32_t id, Place& place) const {
    const auto& e = entry(id);
    place.id = id_of(iri(id));
    place.kind = e.entity_class;
    place.seat = is_seat(id);
    for (auto people = e.population; people != 0; people >>= 1U) ++place.size;
    std::size_t used = 0;
    for (auto at = e.parent; at != kNone && used < place.containers.size(); at = entry(at).parent)
      place.containers[used++] = id_of(iri(at));
    for (const auto& fact : lexicon_.facts(e)) {
      const auto predicate = lexicon_.text(fact.predicate);
      if (predicate == kLatitude) place.latitude = ten_thousandths(lexicon_.text(fact.object));
      if (predicate == kLongitude) place.longitude = ten_thousandths(lexicon_.text(fact.object));
    }
    if (place.longitude == kNoDegree) place.latitude = kNoDegree;
    if (place.latitude == kNoDegree) place.longitude = kNoDegree;
  }

  // Where a place and what contains it are named, the inner one says all.
  static void keep_finest(std::vector<Place>& places) {
    const auto contains_other = [&](const Place& outer) {
      return std::any_of(places.begin(), places.end(), [&](const Place& inner) { return lies_in(inner, outer.id); });
    };
    std::vector<Place> finest;
    for (const auto& place : places)
      if (!contains_other(place)) finest.push_back(place);
    places = std::move(finest);
  }

  void note_party(const event::Filler& filler, const Mention& m, std::vector<Party>& parties) const {
    Party party;
    party.role = filler.role == Role::Actor         ? PartyRole::Actor
                 : filler.role == Role::LikelyActor ? PartyRole::LikelyActor
                                                    : PartyRole::Target;
    party.certainty = filler.certainty;
    describe(m, filler.by_demonym, 0, party);
    add(party, parties);
  }

  static void add(const Party& party, std::vector<Party>& parties) {
    const auto same = [&](const Party& other) { return other.id == party.id && other.role == party.role; };
    if (party.id != 0 && parties.size() < kMostOf && std::none_of(parties.begin(), parties.end(), same)) parties.push_back(party);
  }

  // Adjectives of nationality stand for an actor where no other is named.
  void note_adjectives(const event::Event& event, EventRecord& record) const {
    const bool acted = std::any_of(event.fillers.begin(), event.fillers.end(), event::is_agent);
    if (acted) return;
    for (const auto& adjective : event.adjective_actors) {
      Party party;
      describe(adjective.state, party);
      add(party, record.parties);
    }
  }

  void describe(const Mention& m, bool by_demonym, int depth, Party& party) const {
    if (by_demonym) {
      if (m.demonym != kNone) describe(m.demonym, party);
    } else if (is(m.entity, Kind::Actor) || is(m.entity, Kind::Person)) {
      describe(m.entity, party);
    } else if (has_name(m) && (m.type == MentionType::Actor || m.type == MentionType::Person)) {
      party.id = id_of(name_of(m));
      if (m.type == MentionType::Person) party.kind = EntityClass::Person;
    } else if (m.owner != kNoMention && depth < kDeepestOwner) {
      describe(mention(m.owner), false, depth + 1, party);
    } else if (m.demonym != kNone) {
      describe(m.demonym, party);
    } else if (m.noun != kNone && (m.type == MentionType::People || m.type == MentionType::Actor)) {
      party.id = id_of(iri(m.noun));
      const bool people = entry(m.noun).head == lexicon::Head::PopulationGroup;
      party.kind = people ? EntityClass::PopulationGroup : EntityClass::ActorDescription;
    }
  }

  void describe(std::uint32_t id, Party& party) const {
    party.id = id_of(iri(id));
    party.kind = entry(id).entity_class;
    std::size_t used = 0;
    for (auto at = entry(id).parent; is(at, Kind::Actor) && used < party.parents.size(); at = entry(at).parent)
      party.parents[used++] = id_of(iri(at));
    const auto with_country = lexicon_.find_container(id, [&](std::uint32_t at) { return is(entry(at).country, Kind::Place); });
    if (with_country != kNone) party.country = id_of(iri(entry(with_country).country));
  }

  // What tells happenings of one kind apart: nouns, verbs and unknown words; not the happening itself, its place, parties and numbers,
  // which are compared on their own.
  std::uint32_t word_id(const entity::Unit& unit) const {
    if (!unit.is_word() || unit.furniture || unit.functions != 0) return 0;
    const auto readings = units_.of(unit);
    if (readings.empty()) {
      auto word = document_.scan.word(document_.scan.tokens[unit.first]);
      word.remove_prefix(std::min<std::size_t>(unit.stem - unit.begin, word.size()));
      return word.size() < 3 ? 0 : short_id(word);
    }
    for (const auto& reading : readings) {
      const auto& e = units_.entry(reading);
      const bool elsewhere = e.kind == Kind::Place || e.kind == Kind::Actor || e.event != lexicon::EventType::None ||
                             e.outcome != lexicon::Outcome::None || e.number >= 0 || e.weekday != 0 || e.month != 0 || e.hijri_month != 0;
      if (elsewhere || e.pos == lexicon::Pos::Preposition || e.pos == lexicon::Pos::Particle) return 0;
    }
    return short_id(iri(readings.front().sense.entry));
  }

  // The first sentences that tell an event, each once.
  std::vector<std::uint32_t> sentences_of(const event::Event& event, std::size_t most) const {
    std::vector<std::uint32_t> sentences;
    for (const auto id : event.mentions) {
      const auto sentence = report_.event_mentions[id].sentence;
      if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) sentences.push_back(sentence);
      if (sentences.size() == most) break;
    }
    return sentences;
  }

  // Calls visit(number of the unit) for the units of a sentence.
  template <typename Visit>
  void each_unit(std::uint32_t number, Visit visit) const {
    const auto& sentence = document_.sentences[number];
    const auto& all = units_.units;
    const auto first = std::lower_bound(all.begin(), all.end(), sentence.first,
                                        [](const entity::Unit& unit, std::uint32_t token) { return unit.first < token; });
    for (auto at = static_cast<std::uint32_t>(first - all.begin()); at < all.size() && all[at].first < sentence.last; ++at) visit(at);
  }

  bool is_seat(std::uint32_t id) const {
    const auto& e = entry(id);
    return e.entity_class == EntityClass::Settlement && e.parent != kNone && event::named_after(lexicon_, e.parent, id);
  }

  // A governorate's seat that several of the sentences name is where the event was, whatever finer places one of them gives.
  void note_seats(const event::Event& event, std::vector<Place>& places) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> named;  // seat, sentences
    for (const auto sentence : sentences_of(event, kMostSentencesForPlaces)) {
      std::vector<std::uint32_t> here;
      each_unit(sentence, [&](std::uint32_t at) {
        const auto m = report_.mentions.at_unit[at];
        if (m == kNoMention || mention(m).type != MentionType::Place || has_name(mention(m))) return;
        const auto id = mention(m).place_entity;
        if (is(id, Kind::Place) && is_seat(id) && std::find(here.begin(), here.end(), id) == here.end()) here.push_back(id);
      });
      for (const auto id : here) {
        const auto known = std::find_if(named.begin(), named.end(), [&](const auto& n) { return n.first == id; });
        if (known == named.end())
          named.push_back({id, 1});
        else
          ++known->second;
      }
    }
    for (const auto& [id, sentences] : named) {
      Place place;
      if (sentences < kSeveralSentences || places.size() >= kMostOf) continue;
      describe(id, place);
      if (std::none_of(places.begin(), places.end(), [&](const Place& other) { return other.id == place.id; })) places.push_back(place);
    }
  }

  void note_words(const event::Event& event, std::vector<std::uint32_t>& words) const {
    for (const auto number : sentences_of(event, kMostSentences))
      each_unit(number, [&](std::uint32_t at) {
        if (const auto word = word_id(units_.units[at]); word != 0) words.push_back(word);
      });
    sort_once(words);  // the smallest hashes are a fair sample
    words.resize(std::min(words.size(), kMostWords));
  }

  const document::Document& document_;
  const entity::Units& units_;
  const lexicon::Lexicon& lexicon_;
  const event::Report& report_;
};

}  // namespace

void note_events(const document::Document& document, const entity::Units& units, const event::Report& report, ArticleRecord& out) {
  out = {document.article.id, report.published, {}};
  out.events.reserve(report.events.size());
  const Notes notes(document, units, report);
  const auto names = event::name_events(report);
  for (std::size_t i = 0; i < names.size(); ++i) out.events.push_back(notes.note(report.events[i], names[i]));
}

}  // namespace khabar::link
