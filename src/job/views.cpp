// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Rows come from the statements themselves, so that the tables cannot say anything else than the graph.
#include "job/views.hpp"

#include "document/reader.hpp"
#include "event/report.hpp"
#include "graph/vocabulary.hpp"
#include "job/article_graph.hpp"
#include "job/toll.hpp"
#include "job/tsv.hpp"

#include <algorithm>

namespace khabar::job {
namespace {

using lexicon::EventType;
namespace khb = graph::khb;
namespace sem = graph::sem;
namespace schema = graph::schema;

constexpr auto kActor = graph::iri_of<event::kRoleProperties>(event::Role::Actor);
constexpr auto kLikelyActor = graph::iri_of<event::kRoleProperties>(event::Role::LikelyActor);
constexpr auto kTarget = graph::iri_of<event::kRoleProperties>(event::Role::Target);
constexpr auto kPlace = graph::iri_of<event::kRoleProperties>(event::Role::Place);

struct AcledRow {
  std::string_view disorder, type, sub_type;
};
constexpr std::string_view kViolence = "Political violence", kStrategic = "Strategic developments";
constexpr std::string_view kRemote = "Explosions/Remote violence", kCivilians = "Violence against civilians";

// In the order of EventType. Where ACLED's codes depend on what a report does not say (who was hit, who holds a town), none stands.
constexpr std::array<AcledRow, lexicon::kEventTypeNames.size()> kAcled = {{
    {},
    {kViolence, kRemote, "Air/drone strike"},
    {kViolence, kRemote, "Air/drone strike"},
    {kViolence, kRemote, "Shelling/artillery/missile attack"},
    {kViolence, kRemote, "Shelling/artillery/missile attack"},
    {kViolence, kRemote, {}},
    {kViolence, kRemote, "Remote explosive/landmine/IED"},
    {kViolence, kRemote, {}},
    {kViolence, {}, {}},
    {kViolence, "Battles", "Armed clash"},
    {kViolence, {}, {}},
    {},
    {kStrategic, kStrategic, "Arrests"},
    {kViolence, kCivilians, "Abduction/forced disappearance"},
    {kStrategic, kStrategic, {}},
    {},
}};

// ACLED's codes of precision: 1 a day, 2 a week, 3 a month.
std::string_view time_code(std::string_view precision) {
  if (precision == "PartOfDay" || precision == "Day") return "1";
  if (precision == "Week") return "2";
  return precision == "Month" ? "3" : "";
}
std::string_view local_name(std::string_view iri) { return iri.starts_with(khb::kBase) ? iri.substr(khb::kBase.size()) : iri; }

// A CSV row, cell by cell.
class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  void text(std::string_view value) { put(csv_cell(value)); }
  void plain(std::string_view value) { put(value); }
  void end() { out_ += '\n'; }

 private:
  void put(std::string_view cell) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += cell;
  }
  std::string& out_;
  bool first_ = true;
};

EventType type_of(const ArticleGraph& article, std::string_view event) {
  // The most specific type is that with the longest list of superclasses which are all there.
  EventType best = EventType::None;
  std::size_t most = 0;
  for (std::size_t i = 1; i < lexicon::kEventTypeNames.size(); ++i) {
    const auto type = static_cast<EventType>(i);
    const auto classes = graph::event_classes(type);
    if (classes.size() > most && article.is_a(event, classes.front())) best = type, most = classes.size();
  }
  return best;
}

Toll toll_of(const ArticleGraph& article, std::string_view event, std::string_view outcome) {
  Toll toll;
  article.each(event, khb::casualties, [&](const rdf::TermRef& figure) {
    if (local_name(article.one(figure.value, khb::outcome)) != outcome || local_name(article.one(figure.value, khb::scope)) != "ThisEvent")
      return;
    const auto minimum = article.one(figure.value, khb::minimum), maximum = article.one(figure.value, khb::maximum);
    const auto low = minimum.empty() ? 0 : number_of(minimum);
    toll.add({true, low, maximum.empty() ? low : number_of(maximum)});
  });
  return toll;
}

void put_toll(Row& row, const Toll& toll) { row.plain(toll.lowest_text()), row.plain(toll.highest_text()); }

// One article's rows while they are made.
struct Writer {
  const Gazetteer& names;
  const ArticleGraph& article;
  Piece& piece;
  std::string_view source, published, url;

  std::string& text(Part part) { return piece.texts[static_cast<std::size_t>(part)]; }

  void event(std::string_view iri, EventType type) {
    const auto& acled = kAcled[static_cast<std::size_t>(type)];
    const auto begin = article.one(iri, sem::hasEarliestBeginTimeStamp);
    std::vector<Location> places;
    article.each(iri, kPlace, [&](const rdf::TermRef& place) { places.push_back(names.location(article, place.value)); });
    // Of several places the finest that is on the map.
    const auto best = std::min_element(places.begin(), places.end(), [](const Location& a, const Location& b) {
      if (a.latitude.empty() != b.latitude.empty()) return b.latitude.empty();
      return a.precision < b.precision;
    });
    const Location place = best == places.end() ? Location{} : *best;
    const auto actors = names.of(article, iri, kActor), suspects = names.of(article, iri, kLikelyActor);
    const auto targets = names.of(article, iri, kTarget);

    Row row(text(Part::Events));
    row.text(iri);
    row.plain(begin), row.plain(article.one(iri, sem::hasLatestEndTimeStamp)), row.plain(begin.substr(0, 4));
    row.plain(time_code(local_name(article.one(iri, khb::timePrecision))));
    row.text(acled.disorder), row.text(acled.type), row.text(acled.sub_type);
    row.plain(lexicon::kEventTypeNames[static_cast<std::size_t>(type)]);
    row.plain(local_name(article.one(iri, khb::factuality)));
    row.text(actors), row.text(suspects), row.text(targets);
    row.text(place.country), row.text(place.admin1), row.text(place.admin2), row.text(place.name);
    row.plain(place.latitude), row.plain(place.longitude), row.plain(place.precision);
    row.text(source), row.text(names.of(article, iri, khb::accordingTo));
    const Tolls tolls{toll_of(article, iri, "Killed"), toll_of(article, iri, "Injured")};
    put_toll(row, tolls.killed), put_toll(row, tolls.injured);
    text(Part::Records) += toll_line(iri.substr(iri.rfind('/') + 1), tolls);
    row.plain(article.one(iri, khb::confidence));
    row.text(piece.article.id), row.plain(published), row.text(url);
    row.end();

    article.each(iri, khb::casualties, [&](const rdf::TermRef& figure) { casualty(figure.value, iri, begin, type); });
    for (const auto& at : places)
      if (!at.latitude.empty()) feature(iri, type, begin, at, actors.empty() ? suspects : actors, targets);
  }

  void casualty(std::string_view figure, std::string_view event, std::string_view begin, EventType type) {
    Row row(text(Part::Casualties));
    row.text(event), row.plain(begin);
    row.plain(lexicon::kEventTypeNames[static_cast<std::size_t>(type)]);
    row.plain(local_name(article.one(figure, khb::outcome)));
    row.plain(article.one(figure, khb::minimum)), row.plain(article.one(figure, khb::maximum));
    row.plain(local_name(article.one(figure, khb::quantifier))), row.plain(local_name(article.one(figure, khb::scope)));
    row.text(names.of(article, figure, khb::victims)), row.text(names.of(article, figure, khb::accordingTo));
    row.text(piece.article.id), row.text(source);
    row.end();
  }

  void feature(std::string_view event, EventType type, std::string_view begin, const Location& at, std::string_view actors,
               std::string_view targets) {
    auto& out = text(Part::Features);
    if (!out.empty()) out += kFeatureBetween;
    out.append("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
    out.append(at.longitude).append(",").append(at.latitude).append("]},\"properties\":{\"event\":").append(json_string(event));
    const auto property = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) out.append(",\"").append(name).append("\":").append(json_string(value));
    };
    property("type", lexicon::kEventTypeNames[static_cast<std::size_t>(type)]);
    property("date", begin);
    property("actor", actors);
    property("target", targets);
    property("place", at.name);
    property("article", piece.article.id);
    property("source", source);
    out.append("}}");
  }
};

}  // namespace

void describe(const ArticleResult& result, const Gazetteer& gazetteer, Piece& piece) {
  const ArticleGraph article(result.quads);
  piece.article.graph = result.quads.empty() ? std::string_view() : result.quads.front().graph;
  piece.article.counts = {};
  piece.article.counts.statements = static_cast<std::uint32_t>(result.quads.size());
  piece.known.clear();
  for (const auto id : result.known_entities) piece.known.emplace_back(gazetteer.iri(id));
  std::sort(piece.known.begin(), piece.known.end());
  for (const auto part : {Part::Records, Part::Events, Part::Casualties, Part::Features})
    piece.texts[static_cast<std::size_t>(part)].clear();

  Writer writer{gazetteer, article, piece, {}, {}, {}};
  for (const auto subject : article.subjects()) {
    if (!article.is_a(subject, khb::kArticle)) continue;
    writer.source = article.one(subject, schema::publisher);
    writer.published = article.one(subject, schema::datePublished);
    writer.url = article.one(subject, schema::url);
  }
  piece.article.published = document::parse_day(writer.published);
  for (const auto subject : article.subjects()) {
    if (article.is_a(subject, khb::kCasualtyFigure)) ++piece.article.counts.figures;
    if (!article.is_a(subject, khb::kEvent)) continue;
    const auto type = type_of(article, subject);
    ++piece.article.counts.events;
    ++piece.article.counts.types[static_cast<std::size_t>(type)];
    if (!article.is_a(subject, khb::kNonActualEvent)) writer.event(subject, type);
  }
}

}  // namespace khabar::job
