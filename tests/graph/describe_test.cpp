// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "telling.hpp"

#include "rdf/check.hpp"

#include <gtest/gtest.h>

#include <set>

namespace khabar::test {
namespace {

using entity::Count;
using entity::kUnbounded;
using entity::MentionType;
using event::Role;
using lexicon::EventType;
using lexicon::Quantifier;

constexpr std::string_view kAttack = "قصف جيش الساحل مستودعين لكتائب الفجر في وادي الورد.";

Telling attack() {
  Telling t(kAttack);
  auto& e = t.event(EventType::Shelling, "قصف");
  e.fillers.push_back({.role = Role::Actor, .mention = t.named("جيش الساحل", "actor/SahilArmy")});
  auto owner = t.words(MentionType::Actor, "كتائب الفجر");
  owner.noun = known("lex/Kataib");
  owner.name_first = owner.first, owner.name_last = owner.last;
  auto depots = t.words(MentionType::Object, "مستودعين");
  depots.noun = known("kind/Depot");
  depots.count = {2, 2, Quantifier::Exactly};
  depots.owner = t.mention(owner);
  e.fillers.push_back({.role = Role::TargetObject, .mention = t.mention(depots)});
  e.fillers.push_back({.role = Role::Place, .mention = t.named("وادي الورد", "place/Wadi", MentionType::Place)});
  return t;
}

TEST(Describe, EventWithItsRoles) {
  auto t = attack();
  EXPECT_EQ(t.lines({"A/"}), R"(A/entity/ab0c11af175ca5e0 a sem:Actor
A/entity/ab0c11af175ca5e0 a khb:Actor
A/entity/ab0c11af175ca5e0 a khb:Unit
A/entity/ab0c11af175ca5e0 rdfs:label "كتائب الفجر"@ar
A/event/0-3 a sem:Event
A/event/0-3 a khb:Attack
A/event/0-3 a khb:Event
A/event/0-3 a khb:Shelling
A/event/0-3 a khb:Strike
A/event/0-3 khb:actor actor:SahilArmy
A/event/0-3 khb:confidence 0.9
A/event/0-3 khb:evidence A#0,3
A/event/0-3 khb:factuality khb:Asserted
A/event/0-3 khb:place place:Wadi
A/event/0-3 khb:reportedIn A
A/event/0-3 khb:targetObject A/object/15-23
A/event/0-3 khb:timeAnchor khb:Unresolved
A/event/0-3 khb:timePrecision khb:Unresolved
A/object/15-23 a khb:TargetObject
A/object/15-23 rdfs:label "مستودعين"@ar
A/object/15-23 skos:altLabel "مستودع"@ar
A/object/15-23 khb:count 2
A/object/15-23 khb:kind kind:Depot
A/object/15-23 khb:owner A/entity/ab0c11af175ca5e0
)");
}

TEST(Describe, FullDetail) {
  auto t = attack();
  t.options.full = true;
  EXPECT_EQ(t.lines({"A/event/0-3/role/place", "A#40"}), R"(A#40,50 a nif:RFC5147String
A#40,50 nif:anchorOf "وادي الورد"@ar
A#40,50 nif:beginIndex 40
A#40,50 nif:endIndex 50
A#40,50 nif:referenceContext A#0,51
A/event/0-3/role/place/40-50 a sem:Role
A/event/0-3/role/place/40-50 a khb:Participation
A/event/0-3/role/place/40-50 khb:certainty khb:Certain
A/event/0-3/role/place/40-50 khb:confidence 0.9
A/event/0-3/role/place/40-50 khb:evidence A#40,50
A/event/0-3/role/place/40-50 khb:filler place:Wadi
A/event/0-3/role/place/40-50 khb:placePrecision khb:Settlement
A/event/0-3/role/place/40-50 khb:role khb:place
)");
}

// The bounds and the quantifier of a figure, whatever the words gave.
TEST(Describe, FiguresFitTheirQuantifier) {
  struct Case {
    Count count;
    const char* lines;
  };
  const Case cases[] = {
      {{4, 4, Quantifier::Exactly}, "4/4 Exactly"},
      {{4, kUnbounded, Quantifier::Exactly}, "4/ AtLeast"},
      {{3, 5, Quantifier::Exactly}, "3/5 About"},
      {{3, kUnbounded, Quantifier::AtLeast}, "3/ AtLeast"},
      {{3, 9, Quantifier::AtLeast}, "3/ AtLeast"},
      {{4, kUnbounded, Quantifier::MoreThan}, "4/ AtLeast"},
      {{0, 5, Quantifier::AtMost}, "/5 AtMost"},
      {{0, kUnbounded, Quantifier::AtMost}, "1/ Some"},
      {{0, 4, Quantifier::LessThan}, "/4 AtMost"},
      {{30, 30, Quantifier::About}, "30/30 About"},
      {{30, kUnbounded, Quantifier::About}, "30/ AtLeast"},
      {{3, 5, Quantifier::Between}, "3/5 About"},
      {{1, kUnbounded, Quantifier::Some}, "1/ Some"},
      {{0, 2, Quantifier::Some}, "1/ Some"},
      {{0, 0, Quantifier::Zero}, "0/0 None"},
      {{0, 0, Quantifier::None}, "1/ Some"},
      {{7, 7, Quantifier::Total}, "7/7 Exactly"},
  };
  for (const auto& [count, expected] : cases) {
    Telling t(kAttack);
    t.event(EventType::Shelling, "قصف").figures.push_back({.count = count, .evidence = t.span("مستودعين")});
    const auto lines = t.lines({"A/event/0-3/figure"});
    const auto value = [&](const std::string& name) {
      const auto at = lines.find(name + " ");
      return at == std::string::npos ? std::string() : lines.substr(at + name.size() + 1, lines.find('\n', at) - at - name.size() - 1);
    };
    EXPECT_EQ(value("khb:minimum") + "/" + value("khb:maximum") + " " + value("khb:quantifier").substr(4), expected);
  }
}

// Names without quotation marks, tatweel and case endings; the article that a preposition swallowed comes back.
TEST(Describe, Labels) {
  struct Case {
    const char *text, *words, *label;
  };
  const Case cases[] = {
      {"قصف كتائبُ الفجرِ", "كتائبُ الفجرِ", "كتائب الفجر"},
      {"قصف «كتائب  الفجر»", "كتائب  الفجر", "كتائب الفجر"},
      {"قصف كتائباً", "كتائباً", "كتائب"},
      {"قصف المسيَّرةَ", "المسيَّرةَ", "المسيَّرة"},
      {"قصف السوريُّ", "السوريُّ", "السوريّ"},
      {"قصف كتـــائب", "كتـــائب", "كتائب"},
      {"قصف للفجر", "لفجر", "الفجر"},
      {"قصف كتائب #فجر_الصباح", "كتائب #فجر_الصباح", "كتائب فجر الصباح"},
  };
  for (const auto& [text, words, label] : cases) {
    Telling t(text);
    t.event(EventType::Shelling, "قصف").fillers.push_back({.role = Role::Target, .mention = t.mention(t.words(MentionType::Actor, words))});
    EXPECT_NE(t.lines({"A/entity"}).find("rdfs:label \"" + std::string(label) + "\"@ar"), std::string::npos) << t.lines({"A/entity"});
  }
}

// Unknown names are one node an article, whatever their case and clitics; another article has another.
TEST(Describe, UnknownEntities) {
  Telling t("قصف كتائب الفجر ثم انسحبت كتائب الفجرِ");
  auto& e = t.event(EventType::Shelling, "قصف");
  for (const auto* words : {"كتائب الفجر", "كتائب الفجرِ"}) {
    auto m = t.words(MentionType::Actor, words);
    m.name_last = m.last;
    e.fillers.push_back({.role = Role::Target, .mention = t.mention(m)});
  }
  const auto one = t.lines({"A/entity"});
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 3) << one;
  t.document.article.id = "b";
  EXPECT_EQ(t.lines({"A/entity"}), one);  // A is now another article
  EXPECT_EQ(t.description.entity_count, 1U);
}

TEST(Describe, SuspectedActors) {
  Telling t(kAttack);
  auto& e = t.event(EventType::Shelling, "قصف");
  const auto army = t.named("جيش الساحل", "actor/SahilArmy");
  e.fillers.push_back({.role = Role::LikelyActor, .mention = army});
  t.options.full = true;
  EXPECT_NE(t.lines({"A/event"}).find("khb:certainty khb:Probable"), std::string::npos);  // a suspicion is never certain
  e.fillers.push_back({.role = Role::Actor, .mention = army});
  const auto both = t.lines({"A/event/0-3 "});
  EXPECT_EQ(both.find("khb:likelyActor"), std::string::npos) << both;
  EXPECT_NE(both.find("khb:actor actor:SahilArmy"), std::string::npos) << both;
}

// Evidence of a role is the words with their preposition, without a conjunction.
TEST(Describe, EvidenceOfRoles) {
  struct Case {
    const char *text, *words, *evidence;
  };
  const Case cases[] = {
      {"قصف بطائرة مسيّرة", "طائرة مسيّرة", "بطائرة مسيّرة"}, {"قصف وبطائرة مسيّرة", "طائرة مسيّرة", "بطائرة مسيّرة"},
      {"قصف طائرة مسيّرة", "طائرة مسيّرة", "طائرة مسيّرة"},   {"قصف وَبِطائرة مسيّرة", "طائرة مسيّرة", "بِطائرة مسيّرة"},
      {"قصف وطائرة مسيّرة", "طائرة مسيّرة", "طائرة مسيّرة"},
  };
  for (const auto& [text, words, evidence] : cases) {
    Telling t(text);
    auto m = t.words(MentionType::Weapon, words);
    m.noun = known("weapon/Drone");
    t.event(EventType::Shelling, "قصف").fillers.push_back({.role = Role::Weapon, .mention = t.mention(m)});
    t.options.full = true;
    EXPECT_NE(t.lines({"A#"}).find("nif:anchorOf \"" + std::string(evidence) + "\"@ar"), std::string::npos) << t.lines({"A#"});
  }
}

TEST(Describe, EffectsOfDestruction) {
  Telling t("دمّر جيش الساحل مستودعين");
  auto depots = t.words(MentionType::Object, "مستودعين");
  depots.noun = known("kind/Depot");
  auto& e = t.event(EventType::Strike, "دمّر");
  e.fillers.push_back({.role = Role::TargetObject, .mention = t.mention(depots)});
  EXPECT_EQ(t.lines({"A/object"}).find("khb:effect"), std::string::npos);
  t.report.event_mentions[0].fillers = e.fillers;
  EXPECT_NE(t.lines({"A/object"}).find("khb:effect khb:Destroyed"), std::string::npos);
  t.report.event_mentions[0].factuality = lexicon::Factuality::Planned;
  EXPECT_EQ(t.lines({"A/object"}).find("khb:effect"), std::string::npos);
}

TEST(Describe, EqualTriggersAreNumbered) {
  Telling t(kAttack);
  for (int i = 0; i < 3; ++i) t.event(EventType::Shelling, "قصف");
  t.report.events[0].sub_events = {1, 2};
  t.report.events[1].responds_to = {2};
  const auto lines = t.lines({"A/event"});
  EXPECT_NE(lines.find("A/event/0-3 sem:hasSubEvent A/event/0-3-2\nA/event/0-3 sem:hasSubEvent A/event/0-3-3\n"), std::string::npos)
      << lines;
  EXPECT_NE(lines.find("A/event/0-3-2 khb:inResponseTo A/event/0-3-3\n"), std::string::npos) << lines;
}

TEST(Describe, TimesAndWhatDidNotHappen) {
  Telling t(kAttack);
  auto& e = t.event(EventType::AirStrike, "قصف");
  e.factuality = lexicon::Factuality::Planned;
  e.earliest = e.latest = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29);
  EXPECT_NE(t.lines({"A/event"}).find("khb:timePrecision khb:Unresolved"), std::string::npos);  // days without precision
  e.time_precision = entity::TimePrecision::Day;
  e.time_anchor = entity::TimeAnchor::ExplicitDate;
  EXPECT_EQ(t.lines({"A/event"}), R"(A/event/0-3 a sem:Event
A/event/0-3 a khb:AirStrike
A/event/0-3 a khb:Attack
A/event/0-3 a khb:Event
A/event/0-3 a khb:NonActualEvent
A/event/0-3 a khb:Strike
A/event/0-3 sem:hasEarliestBeginTimeStamp 2024-02-29
A/event/0-3 sem:hasLatestEndTimeStamp 2024-02-29
A/event/0-3 khb:confidence 0.9
A/event/0-3 khb:evidence A#0,3
A/event/0-3 khb:factuality khb:Planned
A/event/0-3 khb:reportedIn A
A/event/0-3 khb:timeAnchor khb:ExplicitDate
A/event/0-3 khb:timePrecision khb:Day
)");
}

// Whatever ids, titles and addresses are, every statement can be written.
TEST(Describe, StrangeArticles) {
  for (const std::string id : {"a b", "..", ".", "<>\"{}|\\^`", "مقال ١", "a/b?c#d%zz", "\n\t"}) {
    Telling t("قصف", id);  // the whole text is one trigger
    t.document.article.title = "\"عنوان\"\\\n<b>";
    t.document.article.publisher = "ناشر \"x\"";
    for (const auto* url : {"https://example.org/a", "no iri", "http://x/<>", "https://example.org/مقال"}) {
      t.document.article.url = url;
      t.event(EventType::Shelling, "قصف");
      t.options.full = t.options.with_text = true;
      t.lines();
      const auto written = rdf::serialize(t.description.quads, rdf::Format::NQuads, graph::kPrefixes);  // checks every term
      EXPECT_FALSE(written.empty());
      EXPECT_EQ(t.description.warnings.size(), rdf::is_iri(url) ? 0U : 1U);
    }
  }
}

TEST(Describe, KnowledgeIsClosed) {
  graph::Arena arena;
  const auto quads = graph::describe_knowledge(small_lexicon(), {known("actor/HillBrigade"), known("place/Wadi"), known("person/Rami")},
                                               "https://example.org/g", arena);
  std::set<std::string_view> subjects;
  for (const auto& quad : quads) subjects.insert(quad.s.value);
  EXPECT_EQ(subjects.size(), 8U);  // with the army, the state, the governorate, the country and the town's geometry
  for (const auto& quad : quads)
    if (quad.o.kind == rdf::TermKind::Iri && quad.o.value.starts_with("https://w3id.org/khabar/kb/"))
      EXPECT_TRUE(subjects.contains(quad.o.value)) << quad.o.value;
}

}  // namespace
}  // namespace khabar::test
