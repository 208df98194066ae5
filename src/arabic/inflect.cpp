// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "arabic/inflect.hpp"

#include "arabic/fold.hpp"

namespace khabar::arabic {
namespace {

unsigned char byte_at(std::string_view text, std::size_t from_end) {
  return text.size() > from_end ? static_cast<unsigned char>(text[text.size() - 1 - from_end]) : 0;
}

bool is_long_vowel(unsigned char c) { return c == letter::alef || c == letter::waw || c == letter::yeh; }

std::string without_last(std::string_view text, std::size_t count = 1) { return std::string(text.substr(0, text.size() - count)); }

enum class Weakness { Sound, Hollow, Defective, Doubled };

Weakness weakness_of(std::string_view stem, bool doubled) {
  if (doubled) return Weakness::Doubled;
  if (is_long_vowel(byte_at(stem, 0)) && stem.size() >= 3) return Weakness::Defective;
  if (byte_at(stem, 1) == letter::alef && stem.size() >= 3) return Weakness::Hollow;
  return Weakness::Sound;
}

// The stem before a suffix that begins with a consonant.
std::string short_stem(std::string_view stem, Weakness weakness) {
  switch (weakness) {
    case Weakness::Hollow:
      return without_last(stem, 2) + stem.back();
    case Weakness::Doubled:
      return std::string(stem) + stem.back();
    case Weakness::Defective:
      return byte_at(stem, 0) == letter::alef ? without_last(stem) + static_cast<char>(letter::waw) : std::string(stem);
    case Weakness::Sound:
      break;
  }
  return std::string(stem);
}

void add(std::vector<Form>& forms, std::string text, Features features) {
  if (text.empty()) return;
  for (const auto& form : forms)
    if (form.text == text && form.features == features) return;
  forms.push_back({std::move(text), features});
}

void add_past(std::vector<Form>& forms, const Verb& verb, const Paradigms& paradigms) {
  const auto weakness = weakness_of(verb.past, verb.doubled);
  for (const auto& ending : paradigms.past) {
    auto features = ending.features;
    features.tense = Tense::Past;
    features.voice = verb.voice;
    if (ending.suffix.empty()) {
      add(forms, verb.past, features);
    } else if (ending.short_stem) {
      add(forms, short_stem(verb.past, weakness) + ending.suffix, features);
    } else if (weakness == Weakness::Defective) {
      add(forms, without_last(verb.past) + ending.suffix, features);  // nafat, nafaw
      add(forms, verb.past + ending.suffix, features);                // laqiyat
    } else {
      add(forms, verb.past + ending.suffix, features);
    }
  }
}

void add_imperfect(std::vector<Form>& forms, const Verb& verb, const Paradigms& paradigms) {
  if (verb.imperfect.size() < 2) return;
  const std::string stem = verb.imperfect.substr(1);  // without the prefix of the person
  const bool defective = is_long_vowel(byte_at(stem, 0)) && stem.size() >= 2;
  const bool hollow = is_long_vowel(byte_at(stem, 1)) && stem.size() >= 3;
  for (const auto& ending : paradigms.imperfect) {
    auto features = ending.features;
    features.tense = Tense::Imperfect;
    features.voice = verb.voice;
    if (defective && !ending.suffix.empty()) add(forms, ending.prefix + without_last(stem) + ending.suffix, features);
    add(forms, ending.prefix + stem + ending.suffix, features);
    if (!ending.suffix.empty() || ending.features.person != 3) continue;      // the jussive of other persons is hardly written in news
    if (defective) add(forms, ending.prefix + without_last(stem), features);  // jussive: lam yanfi
    if (hollow) add(forms, ending.prefix + without_last(stem, 2) + stem.back(), features);  // jussive: lam yusib
  }
}

bool ends_with(std::string_view text, std::string_view suffix) { return !suffix.empty() && text.ends_with(suffix); }

// The stem that takes a suffix: teh marbuta opens to teh.
std::string open_stem(std::string_view noun, const Paradigms& paradigms) {
  if (!ends_with(noun, paradigms.feminine)) return std::string(noun);
  return without_last(noun, paradigms.feminine.size()) + static_cast<char>(letter::teh);
}

void add_case_ending(std::vector<Form>& forms, std::string_view noun, Features features, const Paradigms& paradigms) {
  add(forms, std::string(noun), features);
  const auto last = byte_at(noun, 0);
  if (ends_with(noun, paradigms.feminine) || last == letter::alef || last == letter::hamza) return;
  features.oblique = true;
  add(forms, std::string(noun) + paradigms.accusative, features);
}

// Endings of which the first is the nominative's.
void add_cases(std::vector<Form>& forms, const std::string& stem, const std::vector<std::string>& endings, Features features) {
  for (const auto& ending : endings) {
    features.oblique = &ending != &endings.front();
    add(forms, stem + ending, features);
  }
}

void add_dual(std::vector<Form>& forms, std::string_view noun, Features features, const Paradigms& paradigms) {
  features.number = Number::Dual;
  const auto stem = open_stem(noun, paradigms);
  add_cases(forms, stem, paradigms.dual, features);
  add_cases(forms, stem, paradigms.dual_construct, features);
}

void add_plural(std::vector<Form>& forms, std::string_view plural, Features features, const Paradigms& paradigms) {
  features.number = Number::Plural;
  for (const auto& ending : paradigms.sound_masculine) {
    if (!ends_with(plural, ending) || plural.size() < ending.size() + 3) continue;
    const auto stem = without_last(plural, ending.size());
    add_cases(forms, stem, paradigms.sound_masculine, features);
    add_cases(forms, stem, paradigms.sound_masculine_construct, features);
    return;
  }
  if (ends_with(plural, paradigms.sound_feminine))
    add(forms, std::string(plural), features);
  else
    add_case_ending(forms, plural, features, paradigms);
}

}  // namespace

std::vector<Form> conjugate(const Verb& verb, const Paradigms& paradigms) {
  std::vector<Form> forms;
  if (verb.past.empty()) return forms;
  add_past(forms, verb, paradigms);
  add_imperfect(forms, verb, paradigms);
  return forms;
}

std::vector<Form> decline(std::string_view singular, const std::vector<std::string>& plurals, FormKind kind, const Paradigms& paradigms) {
  std::vector<Form> forms;
  if (singular.empty()) return forms;
  Features features{.number = Number::Singular, .kind = kind};
  features.gender = ends_with(singular, paradigms.feminine) ? Gender::Feminine : Gender::Masculine;
  add_case_ending(forms, singular, features, paradigms);
  add_dual(forms, singular, features, paradigms);
  for (const auto& plural : plurals) add_plural(forms, plural, features, paradigms);
  if (plurals.empty() && (kind == FormKind::Masdar || features.gender == Gender::Feminine)) {
    const auto stem = features.gender == Gender::Feminine ? without_last(singular, paradigms.feminine.size()) : std::string(singular);
    add_plural(forms, stem + paradigms.sound_feminine, features, paradigms);
  }
  return forms;
}

std::vector<Form> decline_adjective(std::string_view masculine, std::string_view feminine, const std::vector<std::string>& plurals,
                                    FormKind kind, const Paradigms& paradigms) {
  std::vector<std::string> masculine_plurals = plurals;
  if (plurals.empty())
    for (const auto& ending : paradigms.sound_masculine) masculine_plurals.push_back(std::string(masculine) + ending);
  auto forms = decline(masculine, masculine_plurals, kind, paradigms);
  const std::string female = feminine.empty() ? std::string(masculine) + paradigms.feminine : std::string(feminine);
  for (auto& form : decline(female, {}, kind, paradigms)) {
    form.features.gender = Gender::Feminine;
    forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace khabar::arabic
