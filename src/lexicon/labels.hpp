// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/inflect.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// From dictionary labels to the surface forms that are looked up. All texts are folded words separated by spaces.
namespace khabar::lexicon {

// Features packed into a Sense, and back.
std::uint16_t pack(const arabic::Features& features) noexcept;
constexpr arabic::Features unpack(std::uint16_t packed) noexcept {
  return {.number = static_cast<arabic::Number>(packed & 3U),
          .gender = static_cast<arabic::Gender>(packed >> 2U & 3U),
          .tense = static_cast<arabic::Tense>(packed >> 4U & 3U),
          .voice = static_cast<arabic::Voice>(packed >> 6U & 3U),
          .kind = static_cast<arabic::FormKind>(packed >> 8U & 3U),
          .person = static_cast<std::uint8_t>(packed >> 10U & 3U),
          .oblique = (packed >> 12U & 1U) != 0};
}

struct LabelForm {
  std::string text;
  arabic::Features features;
  bool indefinite = false;  // made by dropping the articles of a name
};

struct LabelRules {
  arabic::Paradigms paradigms;
  std::string article;                // folded
  std::vector<std::string> pronouns;  // folded enclitic pronouns of the third person, the masculine singular first
};

// A name as it stands, in the cases of sound plurals, and (actors) without its articles.
std::vector<LabelForm> name_forms(std::string_view label, bool drop_articles, const LabelRules& rules);

// A noun phrase (kind, weapon): the head in all numbers, its adjectives in agreement, the later words with and without article.
std::vector<LabelForm> phrase_forms(std::string_view singular, const std::vector<std::string>& plurals, const LabelRules& rules);

struct WordForms {  // the dictionary forms of a lexical entry
  std::string lemma, imperfect, passive, passive_imperfect, feminine;
  std::vector<std::string> masdars, active_participles, passive_participles, plurals, others, excluded;
  bool verb = false, noun = false, adjective = false;
  bool doubled = false;
};

std::vector<LabelForm> word_forms(const WordForms& word, const LabelRules& rules);

}  // namespace khabar::lexicon
