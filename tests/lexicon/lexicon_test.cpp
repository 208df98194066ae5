// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/lexicon.hpp"

#include "error.hpp"
#include "lexicon/tiny.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace khabar::lexicon {
namespace {

struct Row {
  std::string_view what, phrase, entries;
};

constexpr Row kRows[] = {
    {"a name shared by state and country", "واديستان", "actor:Wadistan place:Wadistan"},
    {"a variant spelling", "وادستان", "actor:Wadistan place:Wadistan"},
    {"the same in an adjective with article", "الوادستاني", "-"},  // the article is the matcher's business
    {"an adjective", "واديستانية", "lex:Wadistani"},
    {"a name of two words", "الجيش الواديستاني", "actor:ValleyArmy"},
    {"the same, spelt otherwise", "الجيش الوادستاني", "actor:ValleyArmy"},
    {"the same without articles", "جيش واديستاني", "actor:ValleyArmy~"},
    {"an English name", "Valley Army", "actor:ValleyArmy"},
    {"a short form that needs a cue", "الصقر", "actor:Falcons?"},
    {"the full form needs none", "كتيبة الصقريون", "actor:Falcons"},
    {"its oblique case", "كتيبة الصقريين", "actor:Falcons"},
    {"a misspelling from the data", "كتيبة السقريون", "actor:Falcons"},
    {"a place that is an ordinary word", "الأمل", "place:Amal?"},
    {"a capital for its state", "مدينة الملك", "actor:Wadistan^"},
    {"a person", "سليم القاضي", "person:SalimQadi"},
    {"half a name is none", "سليم", "-"},
    {"a weapon", "راجمة حجرية", "weapon:Catapult"},
    {"two of them", "راجمتين حجريتين", "weapon:Catapult"},
    {"many of them", "راجمات حجرية", "weapon:Catapult"},
    {"a concept's English label is no name", "catapult", "-"},
    {"a kind", "طواحين القمح", "kind:Mill"},
    {"a verb", "قصفوا", "lex:Qasafa"},
    {"verb and masdar are one entry", "قصف", "lex:Qasafa"},
    {"a doubled verb", "تشن", "lex:Shanna"},
    {"a verb of two words with any pronoun", "لقوا حتفهم", "lex:Laqiya"},
    {"a noun", "غارات", "lex:Ghara"},
    {"a word nobody knows", "كلمة", "-"},
    {"nothing", "", "-"},
};

TEST(Lexicon, LookUps) {
  for (const auto& row : kRows) EXPECT_EQ(test::look_up(test::tiny(), row.phrase), row.entries) << row.what;
}

const Entry& entry(std::string_view name) {
  const auto id = test::tiny().find_iri("https://w3id.org/khabar/kb/" + std::string(name));
  EXPECT_NE(id, kNone) << name;
  return test::tiny().entry(id);
}

std::string name_of_entry(std::uint32_t id) { return id == kNone ? "-" : test::short_name(test::tiny().text(test::tiny().entry(id).iri)); }

TEST(Lexicon, Entries) {
  EXPECT_EQ(entry("actor/ValleyArmy").kind, Kind::Actor);
  EXPECT_EQ(entry("actor/ValleyArmy").entity_class, EntityClass::ArmedForce);
  EXPECT_EQ(name_of_entry(entry("actor/ValleyArmy").parent), "actor:Wadistan");
  EXPECT_EQ(name_of_entry(entry("actor/ValleyArmy").country), "place:Wadistan");
  EXPECT_EQ(name_of_entry(entry("person/SalimQadi").country), "actor:ValleyArmy");
  EXPECT_EQ(name_of_entry(entry("place/Amal").parent), "place:Janub");
  EXPECT_EQ(entry("place/Janub").population, 120000U);
  EXPECT_EQ(entry("weapon/Catapult").means, EventType::Shelling);
  EXPECT_EQ(entry("lex/Qasafa").event, EventType::Strike);
  EXPECT_EQ(entry("lex/Qasafa").strength, Strength::Strong);  // unless the data says otherwise
  EXPECT_EQ(entry("lex/Ghara").strength, Strength::Weak);
  EXPECT_TRUE(entry("lex/Ghara").counts_strikes);
  EXPECT_TRUE(entry("lex/Shanna").does(Function::LightVerb));
  EXPECT_EQ(entry("lex/Laqiya").outcome, Outcome::Killed);
  EXPECT_EQ(entry("lex/Ams").day_offset, -1);
  EXPECT_EQ(name_of_entry(entry("lex/Wadistani").demonym_of), "actor:Wadistan");
  EXPECT_EQ(test::tiny().text(entry("lex/Shanna").label), "شنّ");
  EXPECT_EQ(test::tiny().find_iri("https://w3id.org/khabar/kb/actor/Nobody"), kNone);
}

TEST(Lexicon, Frames) {
  const auto& frame = test::tiny().frames()[entry("lex/Qasafa").frame];
  EXPECT_EQ(test::short_name(test::tiny().text(frame.iri)), "frame:Attack");
  EXPECT_EQ(frame.role(Slot::Subject), RoleName::Actor);
  EXPECT_EQ(frame.role(Slot::With), RoleName::Weapon);
  EXPECT_EQ(frame.role(Slot::On), RoleName::None);
}

TEST(Lexicon, FactsOfEntitiesOnly) {
  std::string facts;
  const auto& lexicon = test::tiny();
  for (const auto& fact : lexicon.facts(entry("actor/Falcons"))) {
    facts += std::string(lexicon.text(fact.predicate)).substr(std::string(lexicon.text(fact.predicate)).find_last_of("#/") + 1) + ' ';
    facts += fact.object_entry != kNone ? name_of_entry(fact.object_entry)
                                        : std::string(lexicon.text(fact.object)) + std::string(lexicon.text(fact.language_or_datatype));
    facts += '\n';
  }
  EXPECT_EQ(facts, "prefLabel كتيبة الصقريون@ar\naltLabel الصقر@ar\nsubOrganizationOf actor:ValleyArmy\n");  // no misspellings
  EXPECT_TRUE(lexicon.facts(entry("lex/Ghara")).empty());
}

TEST(Lexicon, Clitics) {
  std::size_t proclitics = 0, enclitics = 0;
  for (const auto& clitic : test::tiny().clitics()) (clitic.enclitic ? enclitics : proclitics) += 1;
  EXPECT_EQ(proclitics, 2U);
  EXPECT_EQ(enclitics, 3U);
}

TEST(Lexicon, TheTinyKnowledgeIsFlawless) {
  std::vector<Problem> problems;
  test::build_tiny(problems);
  for (const auto& problem : problems) ADD_FAILURE() << problem.file << ':' << problem.line << ": " << problem.message;
}

TEST(Lexicon, FaultsAreNamedByFileAndLine) {
  std::vector<Problem> problems;
  test::build_tiny(problems, {"faulty.ttl"});
  std::string report;
  for (const auto& problem : problems)
    report += problem.file.substr(test::kTinyFolder.size()) + ':' + std::to_string(problem.line) + ": " + problem.message + '\n';
  EXPECT_EQ(report,
            "faulty.ttl:13: https://w3id.org/khabar/kb/frame/Odd: unknown role https://w3id.org/khabar/ns#chef\n"
            "faulty.ttl:17: https://w3id.org/khabar/kb/lex/Wrong: khb:evokes: unknown value Picnic\n"
            "faulty.ttl:18: https://w3id.org/khabar/kb/lex/Wrong: no such frame: https://w3id.org/khabar/kb/frame/Missing\n"
            "faulty.ttl:19: https://w3id.org/khabar/kb/lex/Wrong: no such actor: https://w3id.org/khabar/kb/actor/Missing\n"
            "faulty.ttl:22: https://w3id.org/khabar/kb/actor/Nameless: this name has no letter that can be matched\n");
}

TEST(Knowledge, FilesOfAFolderInOrder) {
  const auto files = turtle_files(test::kTinyFolder);
  ASSERT_EQ(files.size(), 3U);
  EXPECT_TRUE(files[0].ends_with("faulty.ttl") && files[1].ends_with("grammar.ttl") && files[2].ends_with("tiny.ttl"));
  EXPECT_EQ(turtle_files(test::kTinyFolder + "tiny.ttl").size(), 1U);
}

TEST(Knowledge, WhatIsNoTurtleIsRefusedByLine) {
  Knowledge knowledge;
  try {
    knowledge.add_file(test::kTinyFolder + "tiny.hpp");
    FAIL() << "accepted";
  } catch (const InputError& error) {
    EXPECT_EQ(error.line, 1U) << error.what();
  }
  EXPECT_THROW(knowledge.add_file("/nowhere/at/all.ttl"), InputError);
}

TEST(Knowledge, ASubjectMayBeToldInTwoPlaces) {
  Knowledge knowledge;
  knowledge.add_file(test::kTinyFolder + "tiny.ttl");
  const auto before = knowledge.subjects().size();
  knowledge.add_file(test::kTinyFolder + "tiny.ttl");
  EXPECT_EQ(knowledge.subjects().size(), before);
  const auto* subject = knowledge.find(knowledge.intern("https://w3id.org/khabar/kb/place/Amal"));
  ASSERT_NE(subject, nullptr);
  EXPECT_EQ(subject->properties.size(), 8U);
  EXPECT_EQ(knowledge.find(knowledge.intern("https://example.org/nobody")), nullptr);
}

}  // namespace
}  // namespace khabar::lexicon
