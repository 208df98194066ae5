// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/stems.hpp"

#include "arabic/fold.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>
#include <array>

namespace khabar::entity {
namespace {

using lexicon::kNone;
namespace letter = arabic::letter;

unsigned char at(std::string_view word, std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; }

class Stripper {
 public:
  Stripper(const Clitics& clitics, const lexicon::Lexicon& lexicon, std::vector<Stem>& stems)
      : clitics_(clitics), lexicon_(lexicon), stems_(stems) {}

  void add(std::uint32_t word, Stem stem) {
    if (word == kNone || count_ == kMostStems) return;
    ++count_;
    stem.node = lexicon_.first_node(word);
    if (stem.node == 0) return;
    stem.known = !lexicon_.senses(stem.node).empty() && takes_clitics(stem, stem.node, lexicon_);
    if (!stem.enclitic) stem.next_words = lexicon_.next_words(stem.node);
    if (stem.known || stem.next_words != 0) stems_.push_back(stem);
  }

  // Tries the rest of a word behind `skipped` letters: pronouns off, article off, then further proclitics.
  void strip(std::string_view word, std::uint8_t proclitics, std::uint8_t cost, std::uint8_t skipped, bool whole) {
    const auto article = clitics_.article;
    const auto rest = word.substr(skipped);
    if (rest.size() < 2) return;
    if (!whole) look(rest, proclitics, cost, skipped);
    strip_enclitic(rest, proclitics, cost, skipped);
    const auto next = static_cast<std::uint8_t>(skipped + 1);
    const auto more = static_cast<std::uint8_t>(cost + 1);
    if ((proclitics & kWill) == 0 && rest.starts_with(article) && rest.size() > article.size() + 1)
      look(rest.substr(article.size()), static_cast<std::uint8_t>(proclitics | kArticle), cost, skipped);
    const auto first = at(rest, 0);
    if ((proclitics & (kAnd | kThen | kWith | kFor | kAs | kWill)) == 0 && (first == letter::waw || first == letter::feh))
      strip(word, static_cast<std::uint8_t>(proclitics | (first == letter::waw ? kAnd : kThen)), more, next, false);
    if ((proclitics & (kWith | kFor | kAs | kWill)) != 0) return;
    if (first == letter::beh) strip(word, static_cast<std::uint8_t>(proclitics | kWith), more, next, false);
    if (first == letter::kaf) strip(word, static_cast<std::uint8_t>(proclitics | kAs), more, next, false);
    if (first == letter::seen && rest.size() > 4) strip(word, static_cast<std::uint8_t>(proclitics | kWill), more, next, false);
    if (first != letter::lam) return;
    if (at(rest, 1) == letter::lam && rest.size() > 3) {  // li-l-X: the article has lost its alef
      const auto bare = rest.substr(2);
      std::array<char, kLongestWord + 8> buffer{};
      const auto size = article.copy(buffer.data(), article.size()) + bare.copy(buffer.data() + article.size(), kLongestWord);
      const auto mask = static_cast<std::uint8_t>(proclitics | kFor | kArticle);
      look(std::string_view(buffer.data(), size), mask, more, next);
      look(bare, mask, more, static_cast<std::uint8_t>(skipped + 1));
    }
    strip(word, static_cast<std::uint8_t>(proclitics | kFor), more, next, false);
  }

 private:
  void look(std::string_view stem, std::uint8_t proclitics, std::uint8_t cost, std::uint8_t skipped) {
    add(lexicon_.find_word(stem), {0, proclitics, cost, skipped});
  }

  void strip_enclitic(std::string_view rest, std::uint8_t proclitics, std::uint8_t cost, std::uint8_t skipped) {
    for (const std::string_view enclitic : clitics_.enclitics) {
      if (!rest.ends_with(enclitic) || rest.size() < enclitic.size() + 2) continue;
      const auto stem = rest.substr(0, rest.size() - enclitic.size());
      const auto more = static_cast<std::uint8_t>(cost + 2);
      const auto put = [&](std::string_view form) { add(lexicon_.find_word(form), {0, proclitics, more, skipped, true}); };
      put(stem);
      std::array<char, kLongestWord + 2> buffer{};
      const auto size = stem.copy(buffer.data(), kLongestWord);
      const auto last = at(stem, stem.size() - 1);
      if (last == letter::teh) {  // teh marbuta opens before a pronoun
        buffer[size - 1] = static_cast<char>(letter::heh);
        put({buffer.data(), size});
      } else if (last == letter::waw) {  // the silent alef of the plural falls
        buffer[size] = static_cast<char>(letter::alef);
        put({buffer.data(), size + 1});
      }
    }
  }

  const Clitics& clitics_;
  const lexicon::Lexicon& lexicon_;
  std::vector<Stem>& stems_;
  std::size_t count_ = 0;
};

}  // namespace

bool takes_clitics(const Stem& stem, std::uint32_t node, const lexicon::Lexicon& lexicon) {
  const auto senses = lexicon.senses(node);
  if ((stem.proclitics & kWill) != 0 && std::none_of(senses.begin(), senses.end(), [](const lexicon::Sense& sense) {
        return lexicon::unpack(sense.features).tense == arabic::Tense::Imperfect;
      }))
    return false;
  return !stem.enclitic || std::any_of(senses.begin(), senses.end(), [&](const lexicon::Sense& sense) {
    return lexicon.entry(sense.entry).kind != lexicon::Kind::Place;
  });
}

void append_stems(std::string_view folded, bool bare, std::uint32_t whole, const Clitics& clitics, const lexicon::Lexicon& lexicon,
                  std::vector<Stem>& stems) {
  if (folded.size() > kLongestWord) return;
  Stripper stripper(clitics, lexicon, stems);
  stripper.add(whole, {});
  if (!bare) stripper.strip(folded, 0, 0, 0, true);
}

}  // namespace khabar::entity
