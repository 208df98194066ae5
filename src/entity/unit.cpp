// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Each word is tried whole, then without conjunction, preposition, article and pronoun; from every stem found the trie is followed
// over the next tokens. The longest match wins; of equally long ones those with the fewest clitics.
#include "entity/unit.hpp"

#include "arabic/fold.hpp"
#include "lexicon/labels.hpp"

#include <algorithm>
#include <array>

namespace khabar::entity {
namespace {

using arabic::Token;
using arabic::TokenKind;
using lexicon::kNone;
namespace letter = arabic::letter;

constexpr std::size_t kLongestWord = 64;             // folded bytes; longer tokens are never looked up
constexpr std::uint32_t kLongestLabel = 12;          // tokens
constexpr std::string_view kDottedYeh = "\xD9\x8A";  // U+064A

struct Stem {
  std::uint32_t word = kNone;
  std::uint8_t proclitics = 0;
  std::uint8_t cost = 0;
  std::uint8_t skipped = 0;  // letters before the stem, the article not counted
  bool enclitic = false;
};

struct Stems {
  std::array<Stem, 24> items;
  std::size_t count = 0;
  void add(Stem stem) {
    if (count < items.size()) items[count++] = stem;
  }
};

class Matcher {
 public:
  Matcher(const document::Document& document, const lexicon::Lexicon& lexicon, Units& out)
      : scan_(document.scan), lexicon_(lexicon), out_(out) {
    for (const auto& clitic : lexicon.clitics())
      if (clitic.enclitic)
        enclitics_.push_back(std::string_view(clitic.letters, clitic.size));
      else if (clitic.order == 3)
        article_ = std::string_view(clitic.letters, clitic.size);
  }

  void run() {
    out_.units.clear();
    out_.readings.clear();
    out_.lexicon = &lexicon_;
    const auto& tokens = scan_.tokens;
    whole_.resize(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto kind = tokens[i].kind;
      whole_[i] = kind == TokenKind::Word || kind == TokenKind::Number ? lexicon_.find_word(scan_.word(tokens[i])) : kNone;
    }
    for (std::uint32_t at = 0; at < tokens.size();) at = unit(at);
  }

 private:
  std::uint32_t unit(std::uint32_t at) {
    const Token& token = scan_.tokens[at];
    Unit unit;
    unit.first = at;
    unit.kind = token.kind;
    unit.begin = unit.stem = token.begin;
    unit.flags = token.flags;
    unit.value = token.value;
    if (text_.substr(token.byte_begin, token.byte_end - token.byte_begin).ends_with(kDottedYeh)) unit.flags |= kDottedFlag;
    const auto folded = scan_.word(token);
    if (folded.size() > 3 && this->at(folded, folded.size() - 1) == letter::noon &&
        (this->at(folded, folded.size() - 2) == letter::waw || this->at(folded, folded.size() - 2) == letter::yeh))
      unit.flags |= kNunFlag;
    unit.reading_first = static_cast<std::uint32_t>(out_.readings.size());
    std::uint32_t last = at + 1;
    if (token.kind == TokenKind::Word || token.kind == TokenKind::Number) last = match(at, unit);
    unit.last = last;
    unit.end = scan_.tokens[last - 1].end;
    unit.reading_count = static_cast<std::uint16_t>(out_.readings.size() - unit.reading_first);
    out_.units.push_back(unit);
    return last;
  }

  // Finds the longest match at `at`, writes its readings and returns the token behind it.
  std::uint32_t match(std::uint32_t at, Unit& unit) {
    Stems stems;
    collect(at, stems);
    std::uint32_t longest = at;
    std::uint8_t least = 0xFF;
    std::array<std::uint32_t, 24> nodes{};
    for (std::size_t i = 0; i < stems.count; ++i) {
      const auto [end, node] = walk(at, stems.items[i]);
      const auto& stem = stems.items[i];
      const bool fits = ((stem.proclitics & kWill) == 0 || has_imperfect(node)) && !(stem.enclitic && only_places(node));
      nodes[i] = fits ? node : 0;
      ends_[i] = end;
      if (nodes[i] == 0) continue;
      if (end > longest || (end == longest && stems.items[i].cost < least)) longest = end, least = stems.items[i].cost;
    }
    const auto word = scan_.word(scan_.tokens[at]);
    if (longest == at) {
      unit.definite = word.starts_with(article_) && word.size() > article_.size() + 1;
      describe_unknown(word, unit);
      return at + 1;
    }
    if (longest == at + 1 && least == 0) least = pronoun_cost(stems, nodes, longest);
    if (longest == at + 1 && least == 0) least = preposition_cost(stems, nodes, longest);
    bool first = true;
    for (std::size_t i = 0; i < stems.count; ++i) {
      const auto& stem = stems.items[i];
      if (nodes[i] == 0 || ends_[i] != longest || stem.cost != least) continue;
      for (const auto& sense : lexicon_.senses(nodes[i])) {
        out_.readings.push_back({sense, stem.proclitics, stem.enclitic});
        unit.functions |= lexicon_.entry(sense.entry).functions;
      }
      if (first) {
        unit.proclitics = stem.proclitics;
        unit.enclitic = stem.enclitic;
        unit.stem = unit.begin + code_points(at, stem.skipped);
        first = false;
      }
    }
    unit.definite = unit.has(kArticle) || word.starts_with(article_);
    return longest > at + 1 && names_weapon(unit, at + 1) ? at + 1 : longest;
  }

  // Only a verb in the imperfect takes the particle of the future: other words begin with that letter.
  bool has_imperfect(std::uint32_t node) const {
    if (node == 0) return false;
    const auto senses = lexicon_.senses(node);
    return std::any_of(senses.begin(), senses.end(),
                       [](const lexicon::Sense& sense) { return lexicon::unpack(sense.features).tense == arabic::Tense::Imperfect; });
  }

  // Names of places take no pronoun.
  bool only_places(std::uint32_t node) const {
    if (node == 0) return false;
    const auto senses = lexicon_.senses(node);
    return std::all_of(senses.begin(), senses.end(),
                       [&](const lexicon::Sense& sense) { return lexicon_.entry(sense.entry).kind == lexicon::Kind::Place; });
  }

  // A trigger phrase that ends in what exploded, fell or was shot down ("explosion of a car bomb") leaves that word to be a mention.
  bool names_weapon(const Unit& unit, std::uint32_t next) {
    for (std::size_t i = unit.reading_first; i < out_.readings.size(); ++i)
      if (lexicon_.entry(out_.readings[i].sense.entry).event == lexicon::EventType::None) return false;
    Stems stems;
    collect(next, stems);
    for (std::size_t i = 0; i < stems.count; ++i) {
      const auto node = walk(next, stems.items[i]).second;
      if (node == 0) continue;
      for (const auto& sense : lexicon_.senses(node))
        if (lexicon_.entry(sense.entry).kind == lexicon::Kind::Weapon) return true;
    }
    return false;
  }

  // "About it" is spelled like the name of a town: where the whole word is only a name, a preposition with its pronoun wins, and where it
  // is only the name of a place that needs a cue, a verb that tells an event ("that X carried out") does. Returns the cost of the readings
  // to take.
  std::uint8_t pronoun_cost(const Stems& stems, const std::array<std::uint32_t, 24>& nodes, std::uint32_t longest) const {
    std::uint8_t cost = 0, verb_cost = 0;
    bool sure = false;
    for (std::size_t i = 0; i < stems.count; ++i) {
      if (nodes[i] == 0 || ends_[i] != longest) continue;
      const auto& stem = stems.items[i];
      for (const auto& sense : lexicon_.senses(nodes[i])) {
        const auto& e = lexicon_.entry(sense.entry);
        if (stem.cost == 0 && e.kind == lexicon::Kind::Word) return 0;
        sure |= stem.cost == 0 && (e.kind != lexicon::Kind::Place || (sense.flags & lexicon::kAmbiguous) == 0);
        if (!stem.enclitic || stem.proclitics != 0) continue;
        if (e.preposition != lexicon::Preposition::None) cost = stem.cost;
        const bool tells = e.event != lexicon::EventType::None || e.does(lexicon::Function::LightVerb);
        if (tells && lexicon::unpack(sense.features).tense != arabic::Tense::None) verb_cost = stem.cost;
      }
    }
    return cost != 0 || sure ? cost : verb_cost;
  }

  // "In a village" is spelled like the name of a village: where the whole word is only a name that needs a cue, a preposition with a
  // known noun wins. Returns the cost of the readings to take.
  std::uint8_t preposition_cost(const Stems& stems, const std::array<std::uint32_t, 24>& nodes, std::uint32_t longest) const {
    std::uint8_t cost = 0;
    for (std::size_t i = 0; i < stems.count; ++i) {
      if (nodes[i] == 0 || ends_[i] != longest) continue;
      const auto& stem = stems.items[i];
      for (const auto& sense : lexicon_.senses(nodes[i])) {
        const auto kind = lexicon_.entry(sense.entry).kind;
        if (stem.cost == 0 && (kind != lexicon::Kind::Place || (sense.flags & lexicon::kAmbiguous) == 0)) return 0;
        const bool noun = kind == lexicon::Kind::Word || kind == lexicon::Kind::Object || kind == lexicon::Kind::Weapon;
        if (noun && stem.cost == 1 && (stem.proclitics & (kWith | kFor)) != 0) cost = stem.cost;
      }
    }
    return cost;
  }

  // An unknown word: a conjunction before an article is certain, a preposition too.
  void describe_unknown(std::string_view word, Unit& unit) {
    std::size_t at = 0;
    const auto byte = [&](std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; };
    if ((byte(0) == letter::waw || byte(0) == letter::feh) && word.size() > 4) {
      const auto rest = word.substr(1);
      const bool before_article =
          rest.starts_with(article_) || rest.substr(1).starts_with(article_) || (byte(1) == letter::lam && byte(2) == letter::lam);
      if (before_article) unit.proclitics |= byte(0) == letter::waw ? kAnd : kThen, at = 1;
    }
    if ((byte(at) == letter::beh || byte(at) == letter::kaf) && word.substr(at + 1).starts_with(article_))
      unit.proclitics |= byte(at) == letter::beh ? kWith : kAs, ++at;
    if (byte(at) == letter::lam && byte(at + 1) == letter::lam && word.size() > at + 3) {
      unit.proclitics |= kFor | kArticle;
      unit.definite = true;
      ++at;
    } else if (word.substr(at).starts_with(article_) && word.size() > at + article_.size() + 1) {
      unit.proclitics |= kArticle;
      unit.definite = true;
    }
    unit.stem = unit.begin + code_points(unit.first, at);
  }

  // How many code points of token `at` its first `letters` folded letters take, marks between them included.
  std::uint32_t code_points(std::uint32_t at, std::size_t letters) const {
    if (letters == 0) return 0;
    const auto& token = scan_.tokens[at];
    if (token.end - token.begin == token.fold_size) return static_cast<std::uint32_t>(letters);
    std::uint32_t count = 0;
    std::size_t seen = 0;
    for (std::size_t byte = token.byte_begin; byte < token.byte_end;) {
      const auto folded = arabic::fold_code_point(arabic::next_code_point(text_, byte));
      if (folded.byte != 0 && seen++ == letters) break;
      ++count;
    }
    return count;
  }

  void collect(std::uint32_t at, Stems& stems) {
    const auto word = scan_.word(scan_.tokens[at]);
    if (word.size() > kLongestWord) return;
    if (whole_[at] != kNone) stems.add({whole_[at], 0, 0, 0, false});
    if (scan_.tokens[at].kind == TokenKind::Number || scan_.tokens[at].has(arabic::kLatinFlag)) return;
    strip(word, 0, 0, 0, stems, true);
  }

  static unsigned char at(std::string_view word, std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; }

  void look(std::string_view stem, std::uint8_t proclitics, std::uint8_t cost, std::uint8_t skipped, Stems& stems) {
    const auto word = lexicon_.find_word(stem);
    if (word != kNone) stems.add({word, proclitics, cost, skipped, false});
  }

  // Tries the rest of a word behind `skipped` letters: pronouns off, article off, then further proclitics.
  void strip(std::string_view word, std::uint8_t proclitics, std::uint8_t cost, std::uint8_t skipped, Stems& stems, bool whole) {
    const auto rest = word.substr(skipped);
    if (rest.size() < 2) return;
    if (!whole) look(rest, proclitics, cost, skipped, stems);
    strip_enclitic(rest, proclitics, cost, skipped, stems);
    const auto next = static_cast<std::uint8_t>(skipped + 1);
    const auto more = static_cast<std::uint8_t>(cost + 1);
    if ((proclitics & kWill) == 0 && rest.starts_with(article_) && rest.size() > article_.size() + 1)
      look(rest.substr(article_.size()), static_cast<std::uint8_t>(proclitics | kArticle), cost, skipped, stems);
    const auto first = at(rest, 0);
    if ((proclitics & (kAnd | kThen | kWith | kFor | kAs | kWill)) == 0 && (first == letter::waw || first == letter::feh))
      strip(word, static_cast<std::uint8_t>(proclitics | (first == letter::waw ? kAnd : kThen)), more, next, stems, false);
    if ((proclitics & (kWith | kFor | kAs | kWill)) != 0) return;
    if (first == letter::beh) strip(word, static_cast<std::uint8_t>(proclitics | kWith), more, next, stems, false);
    if (first == letter::kaf) strip(word, static_cast<std::uint8_t>(proclitics | kAs), more, next, stems, false);
    if (first == letter::seen && rest.size() > 4) strip(word, static_cast<std::uint8_t>(proclitics | kWill), more, next, stems, false);
    if (first != letter::lam) return;
    if (at(rest, 1) == letter::lam && rest.size() > 3) {  // li-l-X: the article has lost its alef
      const auto bare = rest.substr(2);
      std::array<char, kLongestWord + 8> buffer{};
      const auto size = article_.copy(buffer.data(), article_.size()) + bare.copy(buffer.data() + article_.size(), kLongestWord);
      const auto mask = static_cast<std::uint8_t>(proclitics | kFor | kArticle);
      look(std::string_view(buffer.data(), size), mask, more, next, stems);
      look(bare, mask, more, static_cast<std::uint8_t>(skipped + 1), stems);
    }
    strip(word, static_cast<std::uint8_t>(proclitics | kFor), more, next, stems, false);
  }

  void strip_enclitic(std::string_view rest, std::uint8_t proclitics, std::uint8_t cost, std::uint8_t skipped, Stems& stems) {
    for (const auto& enclitic : enclitics_) {
      if (!rest.ends_with(enclitic) || rest.size() < enclitic.size() + 2) continue;
      const auto stem = rest.substr(0, rest.size() - enclitic.size());
      const auto more = static_cast<std::uint8_t>(cost + 2);
      const auto put = [&](std::string_view form) {
        const auto word = lexicon_.find_word(form);
        if (word != kNone) stems.add({word, proclitics, more, skipped, true});
      };
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

  // Follows the trie from `stem` over the tokens behind `from`: the end of the longest label and its node.
  std::pair<std::uint32_t, std::uint32_t> walk(std::uint32_t from, const Stem& stem) const {
    std::uint32_t node = lexicon_.first_node(stem.word);
    if (node == 0) return {from, 0};
    std::pair<std::uint32_t, std::uint32_t> best{from, 0};
    if (!lexicon_.senses(node).empty()) best = {from + 1, node};
    const auto& tokens = scan_.tokens;
    for (std::uint32_t next = from + 1; !stem.enclitic && next < tokens.size() && next < from + kLongestLabel && lexicon_.has_next(node);
         ++next) {
      const auto kind = tokens[next].kind;
      if (kind == TokenKind::Quote || kind == TokenKind::Dash || (kind == TokenKind::Stop && tokens[next].has(arabic::kGlued))) continue;
      if (whole_[next] == kNone) break;
      node = lexicon_.next_node(node, whole_[next]);
      if (node == 0) break;
      if (!lexicon_.senses(node).empty()) best = {next + 1, node};
    }
    return best;
  }

 public:
  std::string_view text_;

 private:
  const arabic::Scan& scan_;
  const lexicon::Lexicon& lexicon_;
  Units& out_;
  std::string_view article_;
  std::vector<std::string_view> enclitics_;
  std::vector<std::uint32_t> whole_;
  std::array<std::uint32_t, 24> ends_{};
};

}  // namespace

void match_units(const document::Document& document, const lexicon::Lexicon& lexicon, Units& out) {
  Matcher matcher(document, lexicon, out);
  matcher.text_ = document.article.text;
  matcher.run();
}

}  // namespace khabar::entity
