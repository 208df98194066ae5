// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Generates the surface forms of a word from its dictionary forms, without proclitics and enclitic pronouns.
//
// All texts are folded bytes (arabic/fold.hpp). The endings are data (ontology/lexicon/ar/paradigms.ttl), passed in as a Paradigms.
// Weak verbs follow the grammar books' four classes: hollow, defective, doubled, sound (e.g. Ryding, A Reference Grammar of
// Modern Standard Arabic, chapters 21-28); over-generation is harmless, since a form nobody writes is never looked up.
namespace khabar::arabic {

enum class Number : std::uint8_t { None, Singular, Dual, Plural };
enum class Gender : std::uint8_t { None, Masculine, Feminine };
enum class Tense : std::uint8_t { None, Past, Imperfect };
enum class Voice : std::uint8_t { None, Either, Passive };  // Either: unvocalised letters read as active or passive
enum class FormKind : std::uint8_t { Plain, Masdar, ActiveParticiple, PassiveParticiple };

struct Features {
  Number number = Number::None;
  Gender gender = Gender::None;
  Tense tense = Tense::None;
  Voice voice = Voice::None;
  FormKind kind = FormKind::Plain;
  std::uint8_t person = 0;  // 1, 2, 3; 0 for nouns
  bool oblique = false;     // a noun whose letters are those of the accusative or genitive: no subject
  bool operator==(const Features&) const = default;
};

struct Form {
  std::string text;
  Features features;
};

// One ending of a paradigm. `short_stem` asks for the stem before a consonant (qul-tu against qal-at).
struct Ending {
  std::string prefix, suffix;
  Features features;
  bool short_stem = false;
};

struct Paradigms {
  std::vector<Ending> past, imperfect;
  std::vector<std::string> dual, dual_construct, sound_masculine, sound_masculine_construct;  // the nominative first
  std::string sound_feminine;                                                                 // the suffix of the sound feminine plural
  std::string accusative;  // the letter that tanwin adds to an indefinite accusative
  std::string feminine;    // teh marbuta, folded
};

struct Verb {
  std::string past;       // third person masculine singular
  std::string imperfect;  // the same; may be empty
  bool doubled = false;   // the last radical carries a shadda: shanna
  Voice voice = Voice::Either;
};

std::vector<Form> conjugate(const Verb& verb, const Paradigms& paradigms);

// Singular, duals and tanwin of a noun, and the forms of the plurals that are given (broken or sound).
std::vector<Form> decline(std::string_view singular, const std::vector<std::string>& plurals, FormKind kind, const Paradigms& paradigms);

// Both genders in all numbers of an adjective or participle.
std::vector<Form> decline_adjective(std::string_view masculine, std::string_view feminine, const std::vector<std::string>& plurals,
                                    FormKind kind, const Paradigms& paradigms);

}  // namespace khabar::arabic
