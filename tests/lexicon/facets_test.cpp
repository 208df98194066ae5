// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/facets.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace khabar::lexicon {
namespace {

Entry with(std::string_view property, std::string_view value) {
  Entry entry;
  EXPECT_TRUE(set_facet(entry, property, value)) << property;
  return entry;
}

TEST(Facets, Named) {
  EXPECT_EQ(with("evokes", "DroneStrike").event, EventType::DroneStrike);
  EXPECT_EQ(with("evokes", "Attack").event, EventType::Strike);  // means unsaid
  EXPECT_EQ(with("means", "Shelling").means, EventType::Shelling);
  EXPECT_EQ(with("strength", "Anaphoric").strength, Strength::Anaphoric);
  EXPECT_EQ(with("outcome", "Captured").outcome, Outcome::Captured);
  EXPECT_EQ(with("effect", "Burnt").effect, Effect::Burnt);
  EXPECT_EQ(with("head", "SourceHead").head, Head::SourceHead);
  EXPECT_EQ(with("cue", "Neighbourhood").cue, EntityClass::Neighbourhood);
  EXPECT_EQ(with("precision", "RuralArea").precision, Precision::RuralArea);
  EXPECT_EQ(with("mode", "Distanced").mode, Mode::Distanced);
  EXPECT_EQ(with("certainty", "Probable").certainty, Certainty::Probable);
  EXPECT_EQ(with("factuality", "Threatened").factuality, Factuality::Threatened);
  EXPECT_EQ(with("relation", "UsedBy").relation, Relation::UsedBy);
  EXPECT_EQ(with("quantifier", "None").quantifier, Quantifier::Zero);
  EXPECT_EQ(with("preposition", "Toward").preposition, Preposition::Toward);
  EXPECT_EQ(with("dayPart", "AfterMidnight").day_part, DayPart::AfterMidnight);
  EXPECT_EQ(with("timeUnit", "Week").time_unit, TimeUnit::Week);
}

TEST(Facets, Numbers) {
  EXPECT_EQ(with("weekday", "7").weekday, 7);
  EXPECT_EQ(with("month", "12").month, 12);
  EXPECT_EQ(with("hijriMonth", "9").hijri_month, 9);
  EXPECT_EQ(with("number", "300").number, 300);
  EXPECT_EQ(with("roughNumber", "10").rough_number, 10);
  EXPECT_EQ(with("ordinal", "2").ordinal, 2);
  EXPECT_EQ(with("population", "120000").population, 120000U);
  const auto yesterday = with("dayOffset", "-1");
  EXPECT_EQ(yesterday.day_offset, -1);
  EXPECT_TRUE(yesterday.has_day_offset);
  EXPECT_TRUE(with("dayOffset", "0").has_day_offset);
}

TEST(Facets, FlagsAndFunctions) {
  EXPECT_TRUE(with("countsStrikes", "true").counts_strikes);
  EXPECT_FALSE(with("countsStrikes", "false").counts_strikes);
  EXPECT_TRUE(with("needsCue", "true").needs_cue);
  Entry entry;
  set_facet(entry, "function", "LightVerb");
  set_facet(entry, "function", "LastModifier");
  EXPECT_TRUE(entry.does(Function::LightVerb) && entry.does(Function::LastModifier));
  EXPECT_FALSE(entry.does(Function::SpeechVerb));
  EXPECT_TRUE(with("function", "Distance").does(Function::Distance));  // the last of the list
}

TEST(Facets, EveryNameIsRead) {
  for (const auto name : kFunctionNames) EXPECT_NO_THROW(with("function", name));
  for (std::size_t i = 1; i < kEventTypeNames.size(); ++i) EXPECT_EQ(with("evokes", kEventTypeNames[i]).event, static_cast<EventType>(i));
}

TEST(Facets, WhatIsNoFacet) {
  Entry entry;
  EXPECT_FALSE(set_facet(entry, "lemma", "x"));
  EXPECT_FALSE(set_facet(entry, "", "x"));
}

TEST(Facets, WrongValuesAreRefused) {
  struct Row {
    std::string_view property, value;
  };
  constexpr Row kRows[] = {{"evokes", "Picnic"}, {"evokes", ""},     {"evokes", "airstrike"}, {"weekday", "Monday"}, {"weekday", "1x"},
                           {"weekday", "-1"},    {"weekday", "300"}, {"number", ""},          {"number", "1.5"},     {"dayOffset", "99999"},
                           {"needsCue", "1"},    {"needsCue", ""},   {"function", "Jump"},    {"certainty", "Sure"}};
  for (const auto& row : kRows) {
    Entry entry;
    EXPECT_THROW(set_facet(entry, row.property, row.value), std::invalid_argument) << row.property << ' ' << row.value;
  }
}

}  // namespace
}  // namespace khabar::lexicon
