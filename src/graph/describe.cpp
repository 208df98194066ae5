// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The report of an article as statements (DESIGN.md section 3). Known entities keep their IRI; everything else is minted under the
// article's IRI from code points, so that equal input gives equal IRIs.
#include "graph/describe.hpp"

#include "arabic/fold.hpp"
#include "graph/digest.hpp"
#include "graph/vocabulary.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace khabar::graph {
namespace {

using entity::kNoMention;
using entity::Mention;
using entity::MentionType;
using event::Event;
using event::Role;
using lexicon::EntityClass;
using lexicon::Head;
using lexicon::kNone;
using lexicon::Preposition;
using lexicon::Quantifier;

struct Node {
  std::string_view iri;
  bool named = false;  // a name, not a description
  bool empty() const { return iri.empty(); }
};

class Describer {
 public:
  Describer(const document::Document& document, const entity::Units& units, const event::Report& report, const DescribeOptions& options, Arena& arena,
            Description& out)
      : document_(document), units_(units), lexicon_(*units.lexicon), report_(report), options_(options), arena_(arena), out_(out) {}

  void run() {
    out_ = {};
    article_ = arena_.put(options_.base + "article/" + rdf::percent_encode_segment(document_.article.id));
    graph_ = arena_.put(std::string(article_) + "/graph");
    context_ = span_iri({0, document_.scan.code_points});
    describe_article();
    mention_names();
    std::vector<std::string_view> events;
    for (const auto& event : report_.events) events.push_back(event_iri(event));
    for (std::size_t i = 0; i < report_.events.size(); ++i) describe_event(report_.events[i], events[i], events);
    for (const auto& tie : report_.affiliations) describe_affiliation(tie);
    describe_context();
    sort_statements(out_.quads);
    out_.known_entities.assign(known_.begin(), known_.end());
    out_.entity_count = static_cast<std::uint32_t>(mentioned_.size());
  }

 private:
  // ---- statements ----

  void add(std::string_view s, std::string_view p, rdf::TermRef o) { out_.quads.push_back({rdf::iri(s), rdf::iri(p), o, graph_}); }
  void link(std::string_view s, std::string_view p, std::string_view o) { add(s, p, rdf::iri(o)); }
  void type(std::string_view s, std::string_view c) { link(s, rdf::kRdfType, c); }
  void number(std::string_view s, std::string_view p, std::uint32_t value) { add(s, p, rdf::typed(arena_.put(std::to_string(value)), rdf::kXsdNonNegativeInteger)); }
  void code(std::string_view s, std::string_view p, std::string_view local) { link(s, p, arena_.put(std::string(khb::kBase) + std::string(local))); }

  void decimal(std::string_view s, std::string_view p, float value) {
    const int hundredths = static_cast<int>(std::clamp(value, 0.0F, 1.0F) * 100 + 0.5F);
    std::string text = std::to_string(hundredths / 100) + "." + (hundredths % 100 < 10 ? "0" : "") + std::to_string(hundredths % 100);
    if (text.back() == '0') text.pop_back();
    add(s, p, rdf::typed(arena_.put(text), rdf::kXsdDecimal));
  }

  void date(std::string_view s, std::string_view p, entity::Day day) {
    const std::chrono::year_month_day ymd(day);
    char text[16];
    const int size = std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
    add(s, p, rdf::typed(arena_.put({text, static_cast<std::size_t>(size)}), rdf::kXsdDate));
  }

  // ---- spans ----

  std::string_view span_iri(event::Span span) {
    return arena_.put(std::string(article_) + "#char=" + std::to_string(span.begin) + "," + std::to_string(span.end));
  }

  // Points to a span and, in full detail, describes it.
  void evidence(std::string_view s, std::string_view p, event::Span span) {
    const auto iri = span_iri(span);
    link(s, p, iri);
    if (!options_.full || !described_spans_.insert(span).second) return;
    type(iri, nif::kString);
    number(iri, nif::beginIndex, span.begin);
    number(iri, nif::endIndex, span.end);
    add(iri, nif::anchorOf, rdf::tagged(text_of(span), "ar"));
    link(iri, nif::referenceContext, context_);
  }

  // The text between two code points: from the token border before, counted on.
  std::string_view text_of(event::Span span) const {
    const std::string_view text = document_.article.text;
    const auto from = byte_of(span.begin), to = byte_of(span.end);
    return text.substr(from, to - from);
  }

  std::size_t byte_of(std::uint32_t code_point) const {
    const auto& tokens = document_.scan.tokens;
    auto token = std::upper_bound(tokens.begin(), tokens.end(), code_point, [](std::uint32_t c, const arabic::Token& t) { return c < t.begin; });
    std::size_t byte = 0;
    std::uint32_t at = 0;
    if (token != tokens.begin()) {
      --token;
      byte = token->byte_begin;
      at = token->begin;
    }
    const std::string_view text = document_.article.text;
    for (; at < code_point && byte < text.size(); ++at) arabic::next_code_point(text, byte);
    return byte;
  }

  // A phrase as a label: spaces folded, quotation marks and the signs of case endings left out.
  std::string_view label_of(event::Span span) {
    std::string label;
    bool gap = false;
    const auto text = text_of(span);
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) points += arabic::next_code_point(text, at);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const char32_t c = points[i];
      const auto char_class = arabic::fold_code_point(c).char_class;
      if (char_class == arabic::CharClass::Space || char_class == arabic::CharClass::Newline) {
        gap = true;
        continue;
      }
      if (c == '"' || c == 0xAB || c == 0xBB || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x640) continue;
      if (c == 0x64B) {  // tanwin, and the alef that carries it
        continue;
      }
      if (c == 0x627 && ((i + 1 < points.size() && points[i + 1] == 0x64B) || (i > 0 && points[i - 1] == 0x64B))) continue;
      if (char_class == arabic::CharClass::Ignored && c != arabic::kShadda) {
        if (c >= 0x64B && c <= 0x652) label_point(label, gap, c);
        continue;
      }
      label_point(label, gap, c);
    }
    return arena_.put(label);
  }

  static void label_point(std::string& label, bool& gap, char32_t c) {
    if (gap && !label.empty()) label += ' ';
    gap = false;
    if (c < 0x80) {
      label += static_cast<char>(c);
    } else if (c < 0x800) {
      label += static_cast<char>(0xC0 | (c >> 6U));
      label += static_cast<char>(0x80 | (c & 0x3FU));
    } else if (c < 0x10000) {
      label += static_cast<char>(0xE0 | (c >> 12U));
      label += static_cast<char>(0x80 | ((c >> 6U) & 0x3FU));
      label += static_cast<char>(0x80 | (c & 0x3FU));
    } else {
      label += static_cast<char>(0xF0 | (c >> 18U));
      label += static_cast<char>(0x80 | ((c >> 12U) & 0x3FU));
      label += static_cast<char>(0x80 | ((c >> 6U) & 0x3FU));
      label += static_cast<char>(0x80 | (c & 0x3FU));
    }
  }

  // ---- the article ----

  void describe_article() {
    const auto& article = document_.article;
    type(article_, khb::kArticle);
    type(article_, schema::kNewsArticle);
    add(article_, kIdentifier, rdf::literal(article.id));
    if (const auto title = document::title_of(document_); !title.empty()) add(article_, kTitle, rdf::tagged(arena_.put(title), "ar"));
    if (report_.published) date(article_, schema::datePublished, *report_.published);
    code(article_, khb::dateSource, event::kDateSourceNames[static_cast<std::size_t>(report_.date_source)]);
    if (!article.publisher.empty()) add(article_, schema::publisher, rdf::literal(article.publisher));
    if (!article.url.empty()) {
      if (rdf::is_iri(article.url)) link(article_, schema::url, article.url);
      else out_.warnings.push_back("the url is not an IRI and is left out");
    }
    link(article_, khb::context, context_);
  }

  void describe_context() {
    type(context_, nif::kContext);
    type(context_, nif::kString);
    number(context_, nif::beginIndex, 0);
    number(context_, nif::endIndex, document_.scan.code_points);
    add(context_, khb::sha256, rdf::literal(arena_.put(sha256_hex(document_.article.text))));
    if (options_.with_text && !document_.article.text.empty()) add(context_, nif::isString, rdf::tagged(document_.article.text, "ar"));
  }

  // ---- entities ----

  const Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }

  std::string_view known(std::uint32_t id) {
    known_.insert(id);
    return lexicon_.text(entry(id).iri);
  }

  // The place a mention stands for when it is one.
  Node place_node(const Mention& m) {
    if (m.type == MentionType::Place && m.name_last > m.name_first) return unknown(m, true);
    if (m.place_entity != kNone) return {known(m.place_entity), true};
    return {};
  }

  static bool locates(Preposition p) {
    return p == Preposition::In || p == Preposition::Near || p == Preposition::Inside || p == Preposition::Around || p == Preposition::Over ||
           p == Preposition::Through || p == Preposition::Toward || p == Preposition::Between || p == Preposition::From || p == Preposition::To;
  }

  // The actor, person or group a mention stands for.
  Node actor_node(const Mention& m, bool by_demonym, int depth = 0) {
    if (by_demonym) return m.demonym == kNone ? Node{} : Node{known(m.demonym), false};
    switch (m.type) {
      case MentionType::Actor:
        if (m.entity != kNone) return {known(m.entity), true};
        return unknown(m, m.name_last > m.name_first);
      case MentionType::Person:
        if (m.entity != kNone) return {known(m.entity), true};
        return unknown(m, true);
      case MentionType::Place:
        return m.entity != kNone && entry(m.entity).entity_class == EntityClass::Country ? Node{known(m.entity), true} : Node{};
      case MentionType::People:
        if (m.owner != kNoMention && depth < 4) {
          const auto& owner = mention(m.owner);
          if (owner.entity != kNone && owner.type == MentionType::Actor) return actor_node(owner, false, depth + 1);
        }
        return unknown(m, false);
      case MentionType::Source: return unknown(m, false);
      case MentionType::Weapon:
      case MentionType::Object: break;
    }
    if (m.demonym != kNone) return {known(m.demonym), false};
    if (m.owner != kNoMention && depth < 4) return actor_node(mention(m.owner), false, depth + 1);
    return {};
  }

  // Mints the node of an unknown name or a description, once an article.
  Node unknown(const Mention& m, bool named) {
    event::Span span{m.begin, m.end};
    if (named && m.name_last > m.name_first) span = {units_.units[m.name_first].stem, units_.units[m.name_last - 1].end};
    auto label = label_of(span);
    // "to the X" has lost the alef of the article
    const auto& head = units_.units[named && m.name_last > m.name_first ? m.name_first : m.head];
    if (head.has(entity::kFor) && head.has(entity::kArticle) && span.begin == head.stem) label = arena_.put("\u0627" + std::string(label));
    const auto folded = arabic::fold(label);
    if (folded.empty()) return {};
    const char* kind = m.type == MentionType::Person ? "person" : m.type == MentionType::Place ? "place" : "actor";
    const auto key = std::string(kind) + (named ? "!" : "?") + folded;
    if (const auto found = unknown_.find(key); found != unknown_.end()) return {found->second, named};
    const auto iri = arena_.put(std::string(article_) + "/entity/" + hash_hex(key));
    unknown_.emplace(key, iri);
    describe_unknown(m, named, label, iri);
    return {iri, named};
  }

  void finer(std::string_view iri, std::string_view local) { type(iri, arena_.put(std::string(khb::kBase) + std::string(local))); }

  void describe_unknown(const Mention& m, bool named, std::string_view label, std::string_view iri) {
    add(iri, kLabel, rdf::tagged(label, "ar"));
    if (m.type == MentionType::Place) {
      type(iri, khb::kPlace), type(iri, sem::kPlace), type(iri, kFeature);
      if (m.noun != kNone && entry(m.noun).cue != EntityClass::None) finer(iri, name_of(lexicon::kEntityClassNames, entry(m.noun).cue));
      const auto full = label_of({m.begin, m.end});
      if (full != label) add(iri, kAltLabel, rdf::tagged(full, "ar"));
      return;
    }
    if (m.type == MentionType::Person) {
      type(iri, khb::kPerson), type(iri, sem::kActor);
      return;
    }
    type(iri, khb::kActor), type(iri, sem::kActor);
    const auto head = m.noun == kNone ? Head::None : entry(m.noun).head;
    if (named) {
      const auto full = label_of({m.begin, m.end});
      if (full != label) add(iri, kAltLabel, rdf::tagged(full, "ar"));
      constexpr std::string_view kByHead[] = {"", "", "", "ArmedGroup", "ArmedForce", "Unit", "", "Organization", "Media", ""};
      if (!kByHead[static_cast<std::size_t>(head)].empty()) finer(iri, kByHead[static_cast<std::size_t>(head)]);
    } else {
      finer(iri, head == Head::PopulationGroup ? "PopulationGroup" : "ActorDescription");
      if (m.noun != kNone) {
        const std::string_view lemma = lexicon_.text(entry(m.noun).label);
        if (!lemma.empty() && lemma != label) add(iri, kAltLabel, rdf::tagged(lemma, "ar"));
      }
      if (m.relation == lexicon::Relation::BackedBy && m.relation_to != kNoMention && mention(m.relation_to).entity != kNone)
        link(iri, khb::backedBy, known(mention(m.relation_to).entity));
    }
  }

  // schema:mentions: every named entity that is not only an adjective or page furniture.
  void mention_names() {
    for (const auto& m : report_.mentions.items) {
      if (units_.units[m.first].furniture) continue;
      if (m.type == MentionType::Source || m.type == MentionType::Weapon || m.type == MentionType::People) continue;
      if (m.type == MentionType::Object) continue;  // the place inside it is a mention of its own
      Node node;
      const bool state = m.entity != kNone && entry(m.entity).entity_class == EntityClass::State;
      if (m.type == MentionType::Place) node = place_node(m);
      else if (state && locates(m.preposition) && m.place_entity != kNone) node = {known(m.place_entity), true};
      else node = actor_node(m, false);
      if (node.empty() || !node.named) continue;
      if (mentioned_.insert(node.iri).second) link(article_, schema::mentions, node.iri);
    }
  }

  // ---- events ----

  event::Span trigger_span(const Event& event) const {
    event::Span first{0xFFFFFFFF, 0};
    for (const auto id : event.mentions)
      for (const auto& span : report_.event_mentions[id].triggers) first = std::min(first, span);
    return first;
  }

  std::string_view event_iri(const Event& event) {
    const auto span = trigger_span(event);
    auto iri = std::string(article_) + "/event/" + std::to_string(span.begin) + "-" + std::to_string(span.end);
    const auto count = ++event_names_[iri];
    if (count > 1) iri += "-" + std::to_string(count);
    return arena_.put(iri);
  }

  std::string_view frame_iri(std::uint8_t frame) const {
    return frame < lexicon_.frames().size() ? lexicon_.text(lexicon_.frames()[frame].iri) : std::string_view();
  }

  void describe_event(const Event& event, std::string_view iri, const std::vector<std::string_view>& events) {
    ++out_.events_by_type[static_cast<std::size_t>(event.type)];
    type(iri, khb::kEvent), type(iri, sem::kEvent);
    for (const auto c : event_classes(event.type)) type(iri, c);
    const bool actual = event.factuality == lexicon::Factuality::Asserted || event.factuality == lexicon::Factuality::Possible;
    if (!actual) type(iri, khb::kNonActualEvent);
    link(iri, khb::reportedIn, article_);
    code(iri, khb::factuality, name_of(lexicon::kFactualityNames, event.factuality));
    decimal(iri, khb::confidence, event.confidence);
    if (options_.full && !frame_iri(event.frame).empty()) link(iri, khb::rule, frame_iri(event.frame));
    for (const auto id : event.mentions)
      for (const auto& span : report_.event_mentions[id].triggers) evidence(iri, khb::evidence, span);
    describe_time(event, iri);
    if (event.strikes.given()) {
      number(iri, khb::strikesMinimum, event.strikes.minimum);
      if (event.strikes.maximum != entity::kUnbounded) number(iri, khb::strikesMaximum, event.strikes.maximum);
    }
    describe_roles(event, iri);
    std::map<std::uint32_t, std::string_view> claims;
    for (const auto id : event.claims) describe_claim(id, iri, claims);
    for (const auto& figure : event.figures) describe_figure(figure, iri, claims);
    for (const auto other : event.responds_to) link(iri, khb::inResponseTo, events[other]);
    for (const auto other : event.sub_events) link(iri, sem::hasSubEvent, events[other]);
  }

  void describe_time(const Event& event, std::string_view iri) {
    constexpr std::string_view kPrecisions[] = {"Unresolved", "PartOfDay", "Day", "Week", "Month", "Year"};
    constexpr std::string_view kAnchors[] = {"Unresolved", "PublicationDate", "ExplicitDate", "OtherEvent"};
    const bool resolved = event.earliest && event.latest;
    code(iri, khb::timePrecision, resolved ? kPrecisions[static_cast<std::size_t>(event.time_precision)] : kPrecisions[0]);
    code(iri, khb::timeAnchor, resolved ? kAnchors[static_cast<std::size_t>(event.time_anchor)] : kAnchors[0]);
    if (!resolved) return;
    date(iri, sem::hasEarliestBeginTimeStamp, *event.earliest);
    date(iri, sem::hasLatestEndTimeStamp, *event.latest);
    if (options_.full && event.time != event::kNobody) evidence(iri, khb::timeEvidence, {report_.times[event.time].begin, report_.times[event.time].end});
  }

  std::string_view object_node(const Mention& m) {
    const event::Span span{m.begin, m.end};
    const auto iri = arena_.put(std::string(article_) + "/object/" + std::to_string(span.begin) + "-" + std::to_string(span.end));
    if (!objects_.insert(iri).second) return iri;
    type(iri, khb::kTargetObject);
    const auto label = label_of(span);
    add(iri, kLabel, rdf::tagged(label, "ar"));
    if (m.noun != kNone) {
      std::string_view head = lexicon_.text(entry(m.noun).label);
      head = head.substr(0, head.find(' '));
      if (!head.empty() && head != label) add(iri, kAltLabel, rdf::tagged(head, "ar"));
      if (const auto* kind = units_.find(units_.units[m.head], [](const lexicon::Entry& e) { return e.kind == lexicon::Kind::Object; }))
        link(iri, khb::kind, known(m.type == MentionType::Object ? m.noun : kind->sense.entry));
    }
    if (m.count.given() && m.count.quantifier == Quantifier::Exactly && m.count.minimum == m.count.maximum) number(iri, khb::count, m.count.minimum);
    if (m.owner != kNoMention) {
      if (const auto owner = actor_node(mention(m.owner), false); !owner.empty()) link(iri, khb::owner, owner.iri);
    } else if (m.demonym != kNone) {
      link(iri, khb::owner, known(m.demonym));
    }
    return iri;
  }

  Node filler_node(const event::Filler& filler) {
    const auto& m = mention(filler.mention);
    switch (filler.role) {
      case Role::Weapon: return m.noun == kNone ? Node{} : Node{known(m.noun), false};
      case Role::TargetObject: return {object_node(m), false};
      case Role::Place: return place_node(m);
      default: return actor_node(m, filler.by_demonym);
    }
  }

  lexicon::Precision precision_of(const Mention& m) const {
    if (m.precision != lexicon::Precision::None) return m.precision;
    if (m.preposition == Preposition::Near || m.preposition == Preposition::Around) return lexicon::Precision::Near;
    if (m.place_entity == kNone) return lexicon::Precision::Unknown;
    switch (entry(m.place_entity).entity_class) {
      case EntityClass::Facility: return lexicon::Precision::Facility;
      case EntityClass::Neighbourhood: return lexicon::Precision::Neighbourhood;
      case EntityClass::Settlement: return lexicon::Precision::Settlement;
      case EntityClass::District: return lexicon::Precision::District;
      case EntityClass::Governorate: return lexicon::Precision::Governorate;
      case EntityClass::Country: return lexicon::Precision::Country;
      case EntityClass::Region:
      case EntityClass::NaturalFeature: return lexicon::Precision::RuralArea;
      default: return lexicon::Precision::Unknown;
    }
  }

  void describe_roles(const Event& event, std::string_view iri) {
    std::set<std::pair<Role, std::string_view>> said;
    for (const auto& filler : event.fillers) {
      const auto node = filler_node(filler);
      if (node.empty()) continue;
      if (filler.role == Role::LikelyActor && said.count({Role::Actor, node.iri}) != 0) continue;
      if (!said.insert({filler.role, node.iri}).second) continue;
      const auto property = arena_.put(std::string(khb::kBase) + std::string(event::kRoleProperties[static_cast<std::size_t>(filler.role)]));
      link(iri, property, node.iri);
      if (options_.full) describe_participation(filler, iri, property, node.iri);
    }
    for (const auto& adjective : event.adjective_actors) {
      const auto state = known(adjective.state);
      const bool same = std::any_of(event.fillers.begin(), event.fillers.end(), [&](const event::Filler& f) { return f.role == Role::Actor || f.role == Role::LikelyActor; });
      if (same || !said.insert({Role::Actor, state}).second) continue;
      const auto property = arena_.put(std::string(khb::kBase) + "actor");
      link(iri, property, state);
      if (!options_.full) continue;
      const auto& unit = units_.units[adjective.unit];
      participation(iri, property, state, {unit.stem, unit.end}, lexicon::Certainty::Certain, 0.8F, event.frame);
    }
  }

  std::string_view participation(std::string_view iri, std::string_view property, std::string_view node, event::Span span, lexicon::Certainty certainty, float confidence,
                                 std::uint8_t frame) {
    const auto local = property.substr(khb::kBase.size());
    auto text = std::string(iri) + "/role/" + std::string(local) + "/" + std::to_string(span.begin) + "-" + std::to_string(span.end);
    const auto count = ++event_names_[text];
    if (count > 1) text += "-" + std::to_string(count);
    const auto role = arena_.put(text);
    link(iri, khb::participation, role);
    type(role, khb::kParticipation), type(role, sem::kRole);
    link(role, khb::role, property);
    link(role, khb::filler, node);
    evidence(role, khb::evidence, span);
    code(role, khb::certainty, name_of(lexicon::kCertaintyNames, certainty));
    decimal(role, khb::confidence, confidence);
    if (!frame_iri(frame).empty()) link(role, khb::rule, frame_iri(frame));
    return role;
  }

  void describe_participation(const event::Filler& filler, std::string_view iri, std::string_view property, std::string_view node) {
    const auto& m = mention(filler.mention);
    const auto role = participation(iri, property, node, {m.begin, m.end}, filler.certainty, filler.confidence, filler.frame);
    if (filler.role == Role::Place) code(role, khb::placePrecision, name_of(lexicon::kPrecisionNames, precision_of(m)));
  }

  Node source_node(const event::Claim& claim) { return claim.source == event::kNobody ? Node{} : actor_node(mention(claim.source), false); }

  void describe_claim(std::uint32_t id, std::string_view event, std::map<std::uint32_t, std::string_view>& claims) {
    const auto& claim = report_.claims[id];
    const auto source = source_node(claim);
    if (source.empty()) return;
    link(event, khb::accordingTo, source.iri);
    if (!options_.full) return;
    const auto iri = arena_.put(std::string(event) + "/claim/" + std::to_string(claim.evidence.begin) + "-" + std::to_string(claim.evidence.end));
    claims.emplace(id, iri);
    link(event, khb::claim, iri);
    type(iri, khb::kClaim), type(iri, kProvEntity);
    link(iri, khb::source, source.iri);
    link(iri, kProvAttributed, source.iri);
    if (claim.speaker != event::kNobody && claim.speaker != claim.source)
      if (const auto speaker = actor_node(mention(claim.speaker), false); !speaker.empty() && mention(claim.speaker).type == MentionType::Person) link(iri, khb::speaker, speaker.iri);
    code(iri, khb::mode, name_of(lexicon::kModeNames, claim.mode));
    code(iri, khb::certainty, name_of(lexicon::kCertaintyNames, claim.certainty));
    evidence(iri, khb::evidence, claim.evidence);
  }

  void describe_figure(const event::Figure& figure, std::string_view event, std::map<std::uint32_t, std::string_view>& claims) {
    std::string outcome(name_of(lexicon::kOutcomeNames, figure.outcome));
    auto name = outcome;
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
    const auto iri = arena_.put(std::string(event) + "/figure/" + name + "/" + std::to_string(figure.evidence.begin) + "-" + std::to_string(figure.evidence.end));
    if (!objects_.insert(iri).second) return;
    link(event, khb::casualties, iri);
    type(iri, khb::kCasualtyFigure);
    code(iri, khb::outcome, outcome);
    auto quantifier = figure.count.quantifier;
    const auto& count = figure.count;
    const bool open = count.maximum == entity::kUnbounded;
    if (quantifier == Quantifier::Exactly && open) quantifier = Quantifier::AtLeast;
    if (quantifier == Quantifier::Exactly && count.minimum != count.maximum) quantifier = Quantifier::About;
    if (quantifier != Quantifier::AtMost) number(iri, khb::minimum, count.minimum);
    if (!open) number(iri, khb::maximum, count.maximum);
    if (quantifier == Quantifier::About && open) quantifier = Quantifier::AtLeast;
    code(iri, khb::quantifier, name_of(lexicon::kQuantifierNames, quantifier));
    constexpr std::string_view kScopes[] = {"ThisEvent", "Series", "Cumulative"};
    code(iri, khb::scope, kScopes[static_cast<std::size_t>(figure.scope)]);
    if (figure.victims != event::kNobody)
      if (const auto victims = actor_node(mention(figure.victims), false); !victims.empty()) link(iri, khb::victims, victims.iri);
    if (figure.claim != event::kNobody) {
      if (const auto source = source_node(report_.claims[figure.claim]); !source.empty()) {
        link(iri, khb::accordingTo, source.iri);
        link(event, khb::accordingTo, source.iri);
        if (options_.full) {
          if (claims.find(figure.claim) == claims.end()) describe_claim(figure.claim, event, claims);
          if (const auto claim = claims.find(figure.claim); claim != claims.end()) link(iri, khb::claim, claim->second);
        }
      }
    }
    evidence(iri, khb::evidence, figure.evidence);
  }

  void describe_affiliation(const event::Affiliation& tie) {
    const auto subject = actor_node(mention(tie.subject), false), object = actor_node(mention(tie.object), false);
    if (subject.empty() || object.empty() || subject.iri == object.iri) return;
    const auto iri = arena_.put(std::string(article_) + "/affiliation/" + std::to_string(tie.evidence.begin) + "-" + std::to_string(tie.evidence.end));
    if (!objects_.insert(iri).second) return;
    type(iri, khb::kAffiliationClaim), type(iri, kProvEntity);
    link(iri, khb::subject, subject.iri);
    link(iri, khb::object, object.iri);
    code(iri, khb::relation, name_of(lexicon::kRelationNames, tie.relation));
    code(iri, khb::polarity, tie.positive ? "Positive" : "Negative");
    if (tie.claim != event::kNobody)
      if (const auto source = source_node(report_.claims[tie.claim]); !source.empty()) link(iri, khb::accordingTo, source.iri);
    evidence(iri, khb::evidence, tie.evidence);
  }

  const document::Document& document_;
  const entity::Units& units_;
  const lexicon::Lexicon& lexicon_;
  const event::Report& report_;
  const DescribeOptions& options_;
  Arena& arena_;
  Description& out_;
  std::string_view article_, graph_, context_;
  std::set<std::uint32_t> known_;
  std::set<std::string_view> mentioned_, objects_;
  std::set<event::Span> described_spans_;
  std::map<std::string, std::string_view> unknown_;
  std::map<std::string, int> event_names_;
};

}  // namespace

void describe(const document::Document& document, const entity::Units& units, const event::Report& report, const DescribeOptions& options, Arena& arena,
              Description& out) {
  Describer(document, units, report, options, arena, out).run();
}

}  // namespace khabar::graph
