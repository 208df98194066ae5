// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/labels.hpp"

#include "arabic/fold.hpp"

#include <algorithm>

namespace khabar::lexicon {
namespace {

using arabic::Features;
using arabic::FormKind;
using arabic::Number;

constexpr std::size_t kShortWord = 4;  // letters

std::vector<std::string> split(std::string_view label) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < label.size();) {
    const auto end = std::min(label.find(' ', at), label.size());
    if (end > at) words.emplace_back(label.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string label;
  for (const auto& word : words) label.append(label.empty() ? "" : " ").append(word);
  return label;
}

bool has_article(std::string_view word, const LabelRules& rules) {
  return word.starts_with(rules.article) && word.size() > rules.article.size() + 1;
}

std::string with_article(const std::string& word, const LabelRules& rules) {
  return has_article(word, rules) || word.size() < 3 ? word : rules.article + word;
}

void add(std::vector<LabelForm>& forms, std::string text, Features features, bool indefinite = false) {
  const auto same = [&](const LabelForm& form) { return form.text == text && form.features == features; };
  if (!text.empty() && std::none_of(forms.begin(), forms.end(), same)) forms.push_back({std::move(text), features, indefinite});
}

// Whether the accusative shows on the noun itself; where it does not, only its adjective tells.
bool takes_tanwin(const std::string& noun, const LabelRules& rules) {
  return !noun.ends_with(rules.paradigms.feminine) && static_cast<unsigned char>(noun.back()) != arabic::letter::yeh &&
         static_cast<unsigned char>(noun.back()) != arabic::letter::alef;
}

// The word as an adjective of a dual, accusative or plural head; empty when it cannot be one.
std::vector<std::string> agreeing(const std::string& word, const std::string& head_word, const Features& head, bool accusative,
                                  const LabelRules& rules) {
  std::vector<std::string> forms{word};
  const auto& paradigms = rules.paradigms;
  const bool feminine = word.ends_with(paradigms.feminine);
  if (head.number == Number::Dual) {
    auto stem = word;
    if (feminine) stem.back() = static_cast<char>(arabic::letter::teh);
    for (const auto& ending : paradigms.dual) forms.push_back(stem + ending);
  } else if (head.number == Number::Singular && !feminine && (accusative || !takes_tanwin(head_word, rules))) {
    forms.push_back(word + paradigms.accusative);
  }
  return forms;
}

// Adds head + tail, the tail's words plain, all with article, and only the last with article (construct state).
void add_phrase(std::vector<LabelForm>& forms, const std::string& head, const std::vector<std::string>& tail, Features features,
                const LabelRules& rules) {
  const auto put = [&](const std::vector<std::string>& rest) { add(forms, head + (rest.empty() ? "" : " " + join(rest)), features); };
  put(tail);
  if (tail.empty()) return;
  auto last = tail;
  last.back() = with_article(last.back(), rules);
  put(last);
  if (tail.size() == 1 && !has_article(tail[0], rules) && rules.article.size() > 1)  // "a depot for the X"
    put({std::string(2, rules.article.back()) + tail[0]});
  if (tail.size() < 2) return;
  auto all = tail;
  for (auto& word : all) word = with_article(word, rules);
  put(all);
}

}  // namespace

std::uint16_t pack(const Features& f) noexcept {
  return static_cast<std::uint16_t>(static_cast<unsigned>(f.number) | static_cast<unsigned>(f.gender) << 2U |
                                    static_cast<unsigned>(f.tense) << 4U | static_cast<unsigned>(f.voice) << 6U |
                                    static_cast<unsigned>(f.kind) << 8U | static_cast<unsigned>(f.person) << 10U |
                                    static_cast<unsigned>(f.oblique) << 12U);
}

std::vector<LabelForm> name_forms(std::string_view label, bool drop_articles, const LabelRules& rules) {
  std::vector<LabelForm> forms;
  const auto words = split(label);
  add(forms, join(words), {});
  // A short first word is often written together with the next: Khan Yunis, Deir ez-Zor, Abd al-Malik.
  if (words.size() > 1 && words[0].size() <= kShortWord && words[0].size() > 1 && words[1].size() > 2 && !has_article(words[0], rules)) {
    auto together = words;
    together[0] += together[1];
    together.erase(together.begin() + 1);
    add(forms, join(together), {});
  }
  const auto& plural = rules.paradigms.sound_masculine;
  auto oblique = words;
  for (auto& word : oblique)
    if (plural.size() > 1 && word.ends_with(plural[0]) && word.size() >= plural[0].size() + 4)
      word.replace(word.size() - plural[0].size(), plural[0].size(), plural[1]);
  add(forms, join(oblique), {});
  if (drop_articles && words.size() > 1 && has_article(words[0], rules)) {
    auto bare = words;
    for (auto& word : bare)
      if (has_article(word, rules)) word.erase(0, rules.article.size());
    add(forms, join(bare), {}, true);
  }
  return forms;
}

std::vector<LabelForm> phrase_forms(std::string_view singular, const std::vector<std::string>& plurals, const LabelRules& rules) {
  std::vector<LabelForm> forms;
  auto words = split(singular);
  if (words.empty()) return forms;
  const std::vector<std::string> tail(words.begin() + 1, words.end());
  for (const auto& head : arabic::decline(words[0], {"\x01"}, FormKind::Plain, rules.paradigms)) {
    if (head.features.number == Number::Plural) continue;  // a placeholder kept decline() from inventing plurals
    const bool accusative = head.features.number == Number::Singular && head.text.size() > words[0].size();
    if (tail.empty()) {
      add(forms, head.text, head.features);
      continue;
    }
    for (const auto& first : agreeing(tail[0], head.text, head.features, accusative, rules)) {
      auto rest = tail;
      rest[0] = first;
      add_phrase(forms, head.text, rest, head.features, rules);
    }
  }
  for (const auto& plural : plurals) {
    const auto plural_words = split(plural);
    if (plural_words.empty()) continue;
    const std::vector<std::string> rest(plural_words.begin() + 1, plural_words.end());
    for (const auto& head : arabic::decline("\x01", {plural_words[0]}, FormKind::Plain, rules.paradigms))
      if (head.features.number == Number::Plural) add_phrase(forms, head.text, rest, head.features, rules);
  }
  return forms;
}

std::vector<LabelForm> word_forms(const WordForms& word, const LabelRules& rules) {
  std::vector<LabelForm> forms;
  const auto words = split(word.lemma);
  const std::string head = words.empty() ? "" : words[0];
  const std::vector<std::string> tail(words.empty() ? words.end() : words.begin() + 1, words.end());

  // A tail that ends in a pronoun ("met his death") takes every pronoun of the third person.
  std::vector<std::string> tails{join(tail)};
  if (word.verb && !tail.empty() && !rules.pronouns.empty() && tail.back().ends_with(rules.pronouns[0]) && tail.back().size() > 3) {
    const auto stem = tails[0].substr(0, tails[0].size() - rules.pronouns[0].size());
    for (std::size_t i = 1; i < rules.pronouns.size(); ++i) tails.push_back(stem + rules.pronouns[i]);
  }
  const auto put = [&](const std::vector<arabic::Form>& inflected) {
    for (const auto& form : inflected)
      for (const auto& rest : tails) add(forms, rest.empty() ? form.text : form.text + " " + rest, form.features);
  };
  const auto put_noun = [&](const std::string& singular, const std::vector<std::string>& plurals, FormKind kind) {
    const auto parts = split(singular);
    if (parts.size() > 1) {
      for (auto& form : phrase_forms(singular, plurals, rules)) {
        form.features.kind = kind;
        add(forms, form.text, form.features);
      }
    } else {
      for (const auto& form : arabic::decline(singular, plurals, kind, rules.paradigms)) add(forms, form.text, form.features);
    }
  };

  if (word.verb) {
    put(arabic::conjugate({head, split(word.imperfect).empty() ? "" : split(word.imperfect)[0], word.doubled, arabic::Voice::Either},
                          rules.paradigms));
    const bool spelt_alike = word.passive == word.lemma && (word.passive_imperfect.empty() || word.passive_imperfect == word.imperfect);
    if (!spelt_alike && (!word.passive.empty() || !word.passive_imperfect.empty()))
      put(arabic::conjugate(
          {split(word.passive).empty() ? "" : split(word.passive)[0],
           split(word.passive_imperfect).empty() ? "" : split(word.passive_imperfect)[0], word.doubled, arabic::Voice::Passive},
          rules.paradigms));
  } else if (word.noun) {
    put_noun(word.lemma, word.plurals, FormKind::Plain);
  } else if (word.adjective) {
    if (tail.empty())
      for (const auto& form : arabic::decline_adjective(word.lemma, word.feminine, word.plurals, FormKind::Plain, rules.paradigms))
        add(forms, form.text, form.features);
    else
      put(arabic::decline_adjective(head, split(word.feminine).empty() ? "" : split(word.feminine)[0], {}, FormKind::Plain,
                                    rules.paradigms));
    for (const auto& plural : word.plurals)
      if (!tail.empty()) add(forms, plural, {.number = Number::Plural});
  } else {
    add(forms, word.lemma, {});
    for (const auto& plural : word.plurals) add(forms, plural, {.number = Number::Plural});
  }
  for (const auto& masdar : word.masdars) put_noun(masdar, {}, FormKind::Masdar);
  for (const auto& participle : word.active_participles)
    for (const auto& form : arabic::decline_adjective(participle, "", {}, FormKind::ActiveParticiple, rules.paradigms))
      add(forms, form.text, form.features);
  for (const auto& participle : word.passive_participles)
    for (const auto& form : arabic::decline_adjective(participle, "", {}, FormKind::PassiveParticiple, rules.paradigms))
      add(forms, form.text, form.features);
  for (const auto& other : word.others) add(forms, other, {});
  std::erase_if(forms, [&](const LabelForm& form) {
    return std::find(word.excluded.begin(), word.excluded.end(), form.text) != word.excluded.end();
  });
  return forms;
}

}  // namespace khabar::lexicon
