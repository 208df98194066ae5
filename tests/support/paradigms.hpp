// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/fold.hpp"
#include "arabic/inflect.hpp"

#include <string>
#include <string_view>
#include <vector>

// The endings of Arabic as ontology/lexicon/ar/paradigms.ttl gives them to the generator, small enough to be read beside a test.
namespace khabar::test {

// "3ms" as features: person, gender, number.
inline arabic::Features person(std::string_view code) {
  arabic::Features features;
  features.person = static_cast<std::uint8_t>(code[0] - '0');
  if (code.size() == 3) features.gender = code[1] == 'f' ? arabic::Gender::Feminine : arabic::Gender::Masculine;
  features.number = code.back() == 's' ? arabic::Number::Singular : code.back() == 'd' ? arabic::Number::Dual : arabic::Number::Plural;
  return features;
}

inline const arabic::Paradigms& paradigms() {
  static const arabic::Paradigms kParadigms = [] {
    struct Row {
      std::string_view person, prefix, suffix;
      bool short_stem = false;
    };
    constexpr Row kPast[] = {{"3ms", "", ""},       {"3fs", "", "ت"},       {"3md", "", "ا"},
                             {"3fd", "", "تا"},     {"3mp", "", "وا"},      {"3fp", "", "ن", true},
                             {"1s", "", "ت", true}, {"1p", "", "نا", true}, {"2mp", "", "تم", true}};
    constexpr Row kImperfect[] = {{"3ms", "ي", ""},   {"3fs", "ت", ""},   {"3md", "ي", "ان"}, {"3md", "ي", "ا"}, {"3fd", "ت", "ان"},
                                  {"3mp", "ي", "ون"}, {"3mp", "ي", "وا"}, {"3fp", "ي", "ن"},  {"1s", "ا", ""},   {"1p", "ن", ""}};
    arabic::Paradigms p;
    for (const auto& row : kPast)
      p.past.push_back({arabic::fold(row.prefix), arabic::fold(row.suffix), person(row.person), row.short_stem});
    for (const auto& row : kImperfect)
      p.imperfect.push_back({arabic::fold(row.prefix), arabic::fold(row.suffix), person(row.person), row.short_stem});
    const auto folded = [](std::initializer_list<std::string_view> words) {
      std::vector<std::string> out;
      for (const auto word : words) out.push_back(arabic::fold(word));
      return out;
    };
    p.dual = folded({"ان", "ين"});
    p.dual_construct = folded({"ا", "ي"});
    p.sound_masculine = folded({"ون", "ين"});
    p.sound_masculine_construct = folded({"و", "ي"});
    p.sound_feminine = arabic::fold("ات");
    p.accusative = arabic::fold("ا");
    p.feminine = arabic::fold("ة");
    return p;
  }();
  return kParadigms;
}

// "3fs imperfect passive", "s", "d f", "p masdar": what a generated form says, for tables.
inline std::string dump(const arabic::Features& f) {
  std::string out;
  if (f.person != 0) out += static_cast<char>('0' + f.person);
  if (f.gender != arabic::Gender::None && f.person != 1) out += f.gender == arabic::Gender::Feminine ? 'f' : 'm';
  if (f.number != arabic::Number::None) out += f.number == arabic::Number::Singular ? 's' : f.number == arabic::Number::Dual ? 'd' : 'p';
  if (f.tense == arabic::Tense::Past) out += " past";
  if (f.tense == arabic::Tense::Imperfect) out += " imperfect";
  if (f.voice == arabic::Voice::Passive) out += " passive";
  if (f.kind == arabic::FormKind::Masdar) out += " masdar";
  if (f.kind == arabic::FormKind::ActiveParticiple) out += " active";
  if (f.kind == arabic::FormKind::PassiveParticiple) out += " acted-on";
  return out;
}

}  // namespace khabar::test
