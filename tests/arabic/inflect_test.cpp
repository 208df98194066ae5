// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "arabic/inflect.hpp"

#include "support/arabic_text.hpp"
#include "support/paradigms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace khabar::arabic {
namespace {

using test::dump;
using test::paradigms;
using test::unfold;

// All readings of `form` among the generated ones, "3ms past, 3md past"; "-" when it was not generated.
std::string readings(const std::vector<Form>& forms, std::string_view form) {
  const auto folded = fold(form);
  std::vector<std::string> found;
  for (const auto& f : forms)
    if (f.text == folded) found.push_back(dump(f.features));
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::string out;
  for (const auto& reading : found) out += (out.empty() ? "" : ", ") + reading;
  return out.empty() ? "-" : out;
}

struct VerbRow {
  std::string_view past, imperfect, form, readings;
  bool doubled = false;
};

constexpr VerbRow kVerbs[] = {
    // sound
    {"قصف", "يقصف", "قصف", "3ms past"},
    {"قصف", "يقصف", "قصفت", "1s past, 3fs past"},
    {"قصف", "يقصف", "قصفا", "3md past"},
    {"قصف", "يقصف", "قصفتا", "3fd past"},
    {"قصف", "يقصف", "قصفوا", "3mp past"},
    {"قصف", "يقصف", "قصفن", "3fp past"},
    {"قصف", "يقصف", "قصفنا", "1p past"},
    {"قصف", "يقصف", "تقصف", "3fs imperfect"},
    {"قصف", "يقصف", "يقصفان", "3md imperfect"},
    {"قصف", "يقصف", "يقصفون", "3mp imperfect"},
    {"قصف", "يقصف", "يقصفوا", "3mp imperfect"},
    {"قصف", "يقصف", "نقصف", "1p imperfect"},
    {"استهدف", "يستهدف", "استهدفت", "1s past, 3fs past"},
    {"استهدف", "يستهدف", "تستهدف", "3fs imperfect"},
    // hollow: the long vowel falls before a consonant
    {"قال", "يقول", "قال", "3ms past"},
    {"قال", "يقول", "قالت", "3fs past"},
    {"قال", "يقول", "قالوا", "3mp past"},
    {"قال", "يقول", "قلت", "1s past"},
    {"قال", "يقول", "قلنا", "1p past"},
    {"قال", "يقول", "يقول", "3ms imperfect"},
    {"قال", "يقول", "يقولون", "3mp imperfect"},
    {"قال", "يقول", "يقل", "3ms imperfect"},
    {"أصاب", "يصيب", "أصابت", "3fs past"},
    {"أصاب", "يصيب", "أصبنا", "1p past"},
    {"أصاب", "يصيب", "تصب", "3fs imperfect"},
    // defective: the last vowel falls before the endings of gender and number
    {"نفى", "ينفي", "نفى", "3ms past"},
    {"نفى", "ينفي", "نفت", "3fs past"},
    {"نفى", "ينفي", "نفوا", "3mp past"},
    {"نفى", "ينفي", "نفينا", "1p past"},
    {"نفى", "ينفي", "ينفون", "3mp imperfect"},
    {"نفى", "ينفي", "ينف", "3ms imperfect"},
    {"لقي", "يلقى", "لقي", "3ms past"},
    {"لقي", "يلقى", "لقيت", "1s past, 3fs past"},
    {"لقي", "يلقى", "لقوا", "3mp past"},
    {"دعا", "يدعو", "دعت", "3fs past"},
    {"دعا", "يدعو", "دعوا", "3mp past"},
    {"دعا", "يدعو", "دعونا", "1p past"},
    {"دعا", "يدعو", "يدعون", "3fp imperfect, 3mp imperfect"},
    // doubled: the radical is written twice before a consonant
    {"شن", "يشن", "شن", "3ms past", true},
    {"شن", "يشن", "شنت", "3fs past", true},
    {"شن", "يشن", "شنوا", "3mp past", true},
    {"عد", "يعد", "عددنا", "1p past", true},
    {"شن", "يشن", "تشن", "3fs imperfect", true},
    {"رد", "يرد", "رددت", "1s past", true},
    // forms that no verb has
    {"قصف", "يقصف", "قصفة", "-"},
    {"قال", "يقول", "قلوا", "-"},
    {"شن", "يشن", "شننت", "1s past", true},
};

TEST(Inflect, Verbs) {
  for (const auto& row : kVerbs) {
    const auto forms = conjugate({fold(row.past), fold(row.imperfect), row.doubled, Voice::Either}, paradigms());
    EXPECT_EQ(readings(forms, row.form), row.readings) << row.past << " -> " << row.form;
  }
}

// Right expectations that fail today: a row that passes belongs into the table above.
constexpr VerbRow kKnownBugs[] = {
    {"شن", "يشن", "شننا", "1p past", true},  // a final noon and that of the ending are written once
    {"كان", "يكون", "كنا", "1p past"},
    {"قال", "يقول", "يقلن", "3fp imperfect"},  // the long vowel of the imperfect falls, too
    {"بدأ", "يبدأ", "بدأنا", "1p past"},       // a hamza on alef is no weak letter
};

TEST(Inflect, KnownBugs) {
  for (const auto& row : kKnownBugs) {
    const auto forms = conjugate({fold(row.past), fold(row.imperfect), row.doubled, Voice::Either}, paradigms());
    EXPECT_NE(readings(forms, row.form), row.readings) << row.form << " passes now";
  }
}

TEST(Inflect, PassiveFormsSaySo) {
  const auto forms = conjugate({fold("أصيب"), fold("يصاب"), false, Voice::Passive}, paradigms());
  EXPECT_EQ(readings(forms, "أصيب"), "3ms past passive");
  EXPECT_EQ(readings(forms, "أصيبوا"), "3mp past passive");
  EXPECT_EQ(readings(forms, "يصابون"), "3mp imperfect passive");
}

TEST(Inflect, AVerbWithoutImperfectOrWithoutPast) {
  EXPECT_EQ(readings(conjugate({fold("قصف"), "", false, Voice::Either}, paradigms()), "قصفوا"), "3mp past");
  EXPECT_TRUE(conjugate({"", fold("يقصف"), false, Voice::Either}, paradigms()).empty());
}

struct NounRow {
  std::string_view singular, plural, form, readings;
};

constexpr NounRow kNouns[] = {
    {"صاروخ", "صواريخ", "صاروخ", "ms"},
    {"صاروخ", "صواريخ", "صاروخا", "md, ms"},  // a tanwin or the dual in construct: the letters are the same
    {"صاروخ", "صواريخ", "صاروخان", "md"},
    {"صاروخ", "صواريخ", "صاروخين", "md"},
    {"صاروخ", "صواريخ", "صاروخي", "md"},
    {"صاروخ", "صواريخ", "صواريخ", "mp"},
    {"صاروخ", "صواريخ", "صواريخا", "mp"},
    {"غارة", "", "غارة", "fs"},
    {"غارة", "", "غارتين", "fd"},
    {"غارة", "", "غارتا", "fd"},
    {"غارة", "", "غارات", "fp"},
    {"غارة", "", "غارةا", "-"},
    {"مسلح", "مسلحون", "مسلحون", "mp"},
    {"مسلح", "مسلحون", "مسلحين", "md, mp"},
    {"مسلح", "مسلحون", "مسلحو", "mp"},
    {"مسلح", "مسلحون", "مسلحان", "md"},
    {"قتيل", "قتلى", "قتلى", "mp"},
    {"سماء", "", "سماءا", "md"},
    {"جندي", "جنود", "جنديين", "md"},
    {"عملية", "عمليات", "عمليات", "fp"},
};

TEST(Inflect, Nouns) {
  for (const auto& row : kNouns) {
    std::vector<std::string> plurals;
    if (!row.plural.empty()) plurals.push_back(fold(row.plural));
    EXPECT_EQ(readings(decline(fold(row.singular), plurals, FormKind::Plain, paradigms()), row.form), row.readings)
        << row.singular << " -> " << row.form;
  }
}

// What only the accusative and the genitive are written like.
TEST(Inflect, Oblique) {
  constexpr std::pair<std::string_view, bool> kCases[] = {
      {"مسلحون", false}, {"مسلحين", true}, {"مسلحان", false}, {"مسلحي", true}, {"مسلح", false}};
  for (const auto& [text, oblique] : kCases)
    for (const auto& form : decline(fold("مسلح"), {fold("مسلحون")}, FormKind::Plain, paradigms()))
      if (form.text == fold(text)) EXPECT_EQ(form.features.oblique, oblique) << text;
}

TEST(Inflect, MasdarsTakeTheSoundFemininePlural) {
  const auto forms = decline(fold("انفجار"), {}, FormKind::Masdar, paradigms());
  EXPECT_EQ(readings(forms, "انفجارات"), "mp masdar");
  EXPECT_EQ(readings(forms, "انفجارين"), "md masdar");
  EXPECT_EQ(readings(decline(fold("صاروخ"), {}, FormKind::Plain, paradigms()), "صاروخات"), "-");
}

struct AdjectiveRow {
  std::string_view masculine, feminine, form, readings;
};

constexpr AdjectiveRow kAdjectives[] = {
    {"جوي", "", "جوي", "ms"},           {"جوي", "", "جوية", "fs"},
    {"جوي", "", "جويتين", "fd"},        {"جوي", "", "جويات", "fp"},
    {"إيراني", "", "إيرانيون", "mp"},   {"إيراني", "", "إيرانيين", "md, mp"},
    {"إيراني", "", "إيرانيان", "md"},   {"آخر", "أخرى", "أخرى", "fs, md, mp"},
    {"آخر", "أخرى", "آخرين", "md, mp"}, {"آخر", "أخرى", "آخرة", "-"},
};

TEST(Inflect, Adjectives) {
  for (const auto& row : kAdjectives) {
    const auto forms = decline_adjective(fold(row.masculine), fold(row.feminine), {}, FormKind::Plain, paradigms());
    EXPECT_EQ(readings(forms, row.form), row.readings) << row.masculine << " -> " << row.form;
  }
}

TEST(Inflect, NothingIsGeneratedTwice) {
  for (const auto& row : kVerbs) {
    auto forms = conjugate({fold(row.past), fold(row.imperfect), row.doubled, Voice::Either}, paradigms());
    for (std::size_t i = 0; i < forms.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_FALSE(forms[i].text == forms[j].text && forms[i].features == forms[j].features) << unfold(forms[i].text);
  }
}

}  // namespace
}  // namespace khabar::arabic
