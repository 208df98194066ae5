// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/block.hpp"
#include "job/gazetteer.hpp"
#include "khabar.hpp"

#include <string_view>

// An article's graph as rows of the tables that are published beside it: for those who do not ask SPARQL. What did not happen (planned,
// threatened, denied) has no rows. Names are English where the knowledge has them, else as the article writes them.
namespace khabar::job {

// The columns are explained in khabar-export(1). Those that ACLED has too bear its names, and its words for the kinds of events where
// ontology/khabar.ttl notes them.
inline constexpr std::string_view kEventsHead =
    "event_id,event_date,end_date,year,time_precision,disorder_type,event_type,sub_event_type,khabar_type,factuality,actor1,"
    "actor1_suspected,actor2,country,admin1,admin2,location,latitude,longitude,geo_precision,source,according_to,fatalities,"
    "fatalities_max,injured,injured_max,confidence,article_id,published,url\n";
inline constexpr std::string_view kCasualtiesHead =
    "event_id,event_date,khabar_type,outcome,minimum,maximum,quantifier,scope,victims,according_to,article_id,source\n";
inline constexpr std::string_view kFeaturesHead = "{\"type\":\"FeatureCollection\",\"features\":[\n";
inline constexpr std::string_view kFeatureBetween = ",\n";
inline constexpr std::string_view kFeaturesTail = "\n]}\n";

// Fills graph, published, counts, known, the texts of Events, Casualties and Features, and the tolls that begin that of Records, from the
// statements.
void describe(const ArticleResult& result, const Gazetteer& gazetteer, Piece& piece);

}  // namespace khabar::job
