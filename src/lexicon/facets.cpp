// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/facets.hpp"

#include <charconv>
#include <stdexcept>
#include <string>

namespace khabar::lexicon {
namespace {

[[noreturn]] void refuse(std::string_view value) { throw std::invalid_argument("unknown value " + std::string(value)); }

template <typename T>
T number(std::string_view value) {
  T result{};
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  if (error != std::errc{} || end != value.data() + value.size()) refuse(value);
  return result;
}

template <auto Member, const auto& Names>
void named(Entry& entry, std::string_view value) {
  using Enum = std::remove_reference_t<decltype(entry.*Member)>;
  const auto found = find_name<Enum>(Names, value);
  if (!found) refuse(value);
  entry.*Member = *found;
}

template <auto Member>
void numeric(Entry& entry, std::string_view value) {
  entry.*Member = number<std::remove_reference_t<decltype(entry.*Member)>>(value);
}

template <auto Member>
void flag(Entry& entry, std::string_view value) {
  if (value != "true" && value != "false") refuse(value);
  entry.*Member = value == "true";
}

struct Facet {
  std::string_view property;
  void (*set)(Entry&, std::string_view);
};

constexpr Facet kFacets[] = {
    {"evokes",
     [](Entry& entry, std::string_view value) {
       // An attack of unsaid means is a Strike until the article says more.
       if (value == "Attack") value = "Strike";
       named<&Entry::event, kEventTypeNames>(entry, value);
     }},
    {"means", named<&Entry::means, kEventTypeNames>},
    {"strength", named<&Entry::strength, kStrengthNames>},
    {"outcome", named<&Entry::outcome, kOutcomeNames>},
    {"effect", named<&Entry::effect, kEffectNames>},
    {"head", named<&Entry::head, kHeadNames>},
    {"cue", named<&Entry::cue, kEntityClassNames>},
    {"precision", named<&Entry::precision, kPrecisionNames>},
    {"mode", named<&Entry::mode, kModeNames>},
    {"certainty", named<&Entry::certainty, kCertaintyNames>},
    {"factuality", named<&Entry::factuality, kFactualityNames>},
    {"relation", named<&Entry::relation, kRelationNames>},
    {"quantifier", named<&Entry::quantifier, kQuantifierNames>},
    {"preposition", named<&Entry::preposition, kPrepositionNames>},
    {"dayPart", named<&Entry::day_part, kDayPartNames>},
    {"timeUnit", named<&Entry::time_unit, kTimeUnitNames>},
    {"weekday", numeric<&Entry::weekday>},
    {"month", numeric<&Entry::month>},
    {"hijriMonth", numeric<&Entry::hijri_month>},
    {"number", numeric<&Entry::number>},
    {"roughNumber", numeric<&Entry::rough_number>},
    {"ordinal", numeric<&Entry::ordinal>},
    {"population", numeric<&Entry::population>},
    {"countsStrikes", flag<&Entry::counts_strikes>},
    {"needsCue", flag<&Entry::needs_cue>},
    {"needsObject", flag<&Entry::needs_object>},
    {"needsImperfect", flag<&Entry::needs_imperfect>},
    {"dayOffset",
     [](Entry& entry, std::string_view value) {
       entry.day_offset = number<std::int16_t>(value);
       entry.has_day_offset = true;
     }},
    {"function",
     [](Entry& entry, std::string_view value) {
       const auto found = find_name<Function>(kFunctionNames, value);
       if (!found) refuse(value);
       entry.functions |= std::uint64_t{1} << static_cast<unsigned>(*found);
     }},
    {"relay",
     [](Entry& entry, std::string_view value) {
       if (value == "true") entry.functions |= std::uint64_t{1} << static_cast<unsigned>(Function::Relay);
     }},
};

}  // namespace

bool set_facet(Entry& entry, std::string_view property, std::string_view value) {
  for (const auto& facet : kFacets) {
    if (facet.property != property) continue;
    facet.set(entry, value);
    return true;
  }
  return false;
}

}  // namespace khabar::lexicon
