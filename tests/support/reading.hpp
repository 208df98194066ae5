// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "khabar.hpp"
#include "support/arabic_text.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// What khabar reads in a text, as compact lines made from the graph itself, one for each event in text order:
//
//   AirStrike actor=IsraeliAirForce object=مستودع ذخيرة*2!Destroyed<Hezbollah place=Nabatieh~Near when=2024-05-14 killed=3@Sohr said=Sohr
//
// Known entities stand by the local name of their IRI, all others by their label. Behind the type stands the factuality unless it is
// asserted. Objects: *count !effect <owner. Places: ~Near and ~RuralArea (towns only). Figures: 3, 3+ (at least), -5 (at most), ~30
// (about), 2-4,
// @source, ^scope. Sources: (Denial), (SelfClaim), (Distanced). "re=2" answers the second event, "parts=2,3" has them as items.
// Ties between actors follow: "tie: مجموعات BackedBy Iran", "no tie:" where it is denied.
namespace khabar::test {

inline const Extractor& extractor() {
  static const Extractor kExtractor(lexicon::Lexicon::from_file(KHABAR_IMAGE), {.base = "https://example.org/", .detail = Detail::Full});
  return kExtractor;
}

class ReadingDump {
 public:
  explicit ReadingDump(const ArticleResult& result) {
    for (const auto& quad : result.quads) graph_[std::string(quad.s.value)][local(quad.p.value)].emplace_back(quad.o.value);
  }

  std::string run() {
    collect_events();
    std::string out;
    for (const auto& event : events_) out += line(event) + '\n';
    for (const auto& [node, properties] : graph_)
      if (is_a(node, "AffiliationClaim")) out += tie(node) + '\n';
    return out;
  }

 private:
  using Values = std::vector<std::string>;

  static std::string local(std::string_view iri) { return std::string(iri.substr(iri.find_last_of("#/") + 1)); }

  const Values& values(const std::string& node, const std::string& property) const {
    static const Values kNone;
    const auto found = graph_.find(node);
    if (found == graph_.end()) return kNone;
    const auto value = found->second.find(property);
    return value == found->second.end() ? kNone : value->second;
  }
  std::string value(const std::string& node, const std::string& property) const {
    const auto& all = values(node, property);
    return all.empty() ? std::string() : all[0];
  }
  bool is_a(const std::string& node, std::string_view type) const {
    const auto& types = values(node, "type");
    return std::any_of(types.begin(), types.end(), [&](const auto& t) { return local(t) == type; });
  }

  // The first trigger's begin and end, which the event's IRI tells.
  static std::pair<long, long> position(const std::string& iri) {
    const auto name = local(iri);
    char* behind = nullptr;
    const long begin = std::strtol(name.c_str(), &behind, 10);
    return {begin, std::strtol(behind + 1, nullptr, 10)};
  }

  void collect_events() {
    for (const auto& [node, properties] : graph_)
      if (is_a(node, "Event") && node.find("/event/") != std::string::npos && properties.count("reportedIn") != 0) events_.push_back(node);
    std::stable_sort(events_.begin(), events_.end(), [](const auto& a, const auto& b) { return position(a) < position(b); });
  }

  std::string name(const std::string& node) const {
    if (node.starts_with("https://w3id.org/khabar/kb/")) return local(node);
    const auto label = value(node, "label");
    return label.empty() ? local(node) : label;
  }

  static std::string joined(Values parts, std::string_view between = ", ") {
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    std::string out;
    for (const auto& part : parts) out.append(out.empty() ? "" : between).append(part);
    return out;
  }

  static void add(std::string& line, std::string_view key, const std::string& value) {
    if (!value.empty()) line.append(" ").append(key).append("=").append(value);
  }

  Values names(const std::string& node, const std::string& property) const {
    Values all;
    for (const auto& item : values(node, property)) all.push_back(name(item));
    return all;
  }

  std::string object(const std::string& node) const {
    auto out = name(node);
    if (const auto count = value(node, "count"); !count.empty()) out += '*' + count;
    if (const auto effect = value(node, "effect"); !effect.empty()) out += '!' + local(effect);
    if (const auto owner = value(node, "owner"); !owner.empty()) out += '<' + name(owner);
    return out;
  }

  // Deserts, mountains and gulfs are rural by themselves.
  static bool is_natural(const std::string& place) {
    const auto& lexicon = extractor().lexicon();
    const auto id = lexicon.find_iri(place);
    if (id == lexicon::kNone) return false;
    const auto entity_class = lexicon.entry(id).entity_class;
    return entity_class == lexicon::EntityClass::NaturalFeature || entity_class == lexicon::EntityClass::Region;
  }

  std::string places(const std::string& event) const {
    Values all;
    for (const auto& place : values(event, "place")) {
      auto text = name(place);
      for (const auto& role : values(event, "participation")) {
        const auto precision = local(value(role, "placePrecision"));
        if (value(role, "filler") == place && (precision == "Near" || (precision == "RuralArea" && !is_natural(place))))
          text += '~' + precision;
      }
      all.push_back(std::move(text));
    }
    return joined(all);
  }

  static std::string range(const std::string& minimum, const std::string& maximum) {
    if (minimum == maximum) return minimum;
    if (maximum.empty()) return minimum + '+';
    return minimum.empty() || minimum == "0" ? '-' + maximum : minimum + '-' + maximum;
  }

  std::string figures(const std::string& event, std::string_view outcome) const {
    Values all;
    for (const auto& figure : values(event, "casualties")) {
      if (local(value(figure, "outcome")) != outcome) continue;
      auto text = range(value(figure, "minimum"), value(figure, "maximum"));
      if (local(value(figure, "quantifier")) == "About") text = '~' + value(figure, "minimum");
      if (const auto source = value(figure, "accordingTo"); !source.empty()) text += '@' + name(source);
      if (const auto scope = local(value(figure, "scope")); !scope.empty() && scope != "ThisEvent") text += '^' + scope;
      all.push_back(std::move(text));
    }
    return joined(all);
  }

  std::string sources(const std::string& event) const {
    Values all;
    for (const auto& source : values(event, "accordingTo")) {
      auto text = name(source);
      for (const auto& claim : values(event, "claim")) {
        const auto mode = local(value(claim, "mode"));
        if (value(claim, "source") == source && mode != "Reported" && mode != "Quoted") text += '(' + mode + ')';
      }
      all.push_back(std::move(text));
    }
    return joined(all);
  }

  std::string numbers(const std::string& event, const std::string& property) const {
    Values all;
    for (const auto& other : values(event, property))
      all.push_back(std::to_string(std::find(events_.begin(), events_.end(), other) - events_.begin() + 1));
    return joined(all, ",");
  }

  std::string when(const std::string& event) const {
    const auto from = value(event, "hasEarliestBeginTimeStamp"), to = value(event, "hasLatestEndTimeStamp");
    return from == to ? from : from + ".." + to;
  }

  std::string type(const std::string& event) const {
    for (const auto* name : {"AirStrike", "DroneStrike", "Shelling", "RocketAttack", "Bombing", "Explosion", "GroundAttack", "ArmedClash",
                             "TargetedKilling", "Interception", "Arrest", "Abduction", "Movement", "TerritorialChange", "Strike"})
      if (is_a(event, name)) return name;
    return "?";
  }

  std::string line(const std::string& event) const {
    auto out = type(event);
    if (const auto factuality = local(value(event, "factuality")); factuality != "Asserted") out += '(' + factuality + ')';
    for (const auto* role : {"actor", "likelyActor", "target"})
      add(out, role == std::string_view("likelyActor") ? "likely" : role, joined(names(event, role)));
    Values objects;
    for (const auto& node : values(event, "targetObject")) objects.push_back(object(node));
    add(out, "object", joined(objects));
    add(out, "weapon", joined(names(event, "weapon")));
    add(out, "place", places(event));
    add(out, "when", when(event));
    add(out, "strikes", range(value(event, "strikesMinimum"), value(event, "strikesMaximum")));
    add(out, "killed", figures(event, "Killed"));
    add(out, "injured", figures(event, "Injured"));
    add(out, "missing", figures(event, "Missing"));
    add(out, "captured", figures(event, "Captured"));
    add(out, "said", sources(event));
    add(out, "re", numbers(event, "inResponseTo"));
    add(out, "parts", numbers(event, "hasSubEvent"));
    return out;
  }

  std::string tie(const std::string& node) const {
    auto out = std::string(local(value(node, "polarity")) == "Negative" ? "no tie: " : "tie: ");
    out += name(value(node, "subject")) + ' ' + local(value(node, "relation")) + ' ' + name(value(node, "object"));
    if (const auto source = value(node, "accordingTo"); !source.empty()) out += " said=" + name(source);
    return out;
  }

  std::map<std::string, std::map<std::string, Values>> graph_;
  Values events_;
};

inline std::string read(std::string_view text, std::string_view published = {}) {
  document::Article article;
  article.id = "a";
  article.text = std::string(text);
  if (!published.empty()) article.published = day(published);
  ArticleResult result;
  extractor().extract(std::move(article), result);
  return ReadingDump(result).run();
}

}  // namespace khabar::test
