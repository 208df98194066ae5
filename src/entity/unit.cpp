// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A word by itself is known from word.hpp; where one of its stems begins phrases, the trie is followed over the next tokens. The longest
// match wins; of equally long ones those with the fewest clitics.
#include "entity/unit.hpp"

#include "arabic/fold.hpp"
#include "entity/stems.hpp"

#include <algorithm>
#include <array>

namespace khabar::entity {
namespace {

using arabic::Token;
using arabic::TokenKind;
using lexicon::kNone;

constexpr std::uint32_t kLongestLabel = 12;          // tokens
constexpr std::uint32_t kAhead = kLongestLabel + 2;  // tokens whose words are found before a unit is made
constexpr std::uint32_t kChunk = 128;                // and more at a time
constexpr std::string_view kDottedYeh = "\xD9\x8A";  // U+064A

bool is_looked_up(const Token& token) { return token.kind == TokenKind::Word || token.kind == TokenKind::Number; }

class Matcher {
 public:
  Matcher(const document::Document& document, const lexicon::Lexicon& lexicon, Units& out)
      : text_(document.article.text), scan_(document.scan), lexicon_(lexicon), out_(out), words_(out.words) {
    words_.use(lexicon);
  }

  void run() {
    out_.units.clear();
    out_.readings.clear();
    out_.lexicon = &lexicon_;
    const auto count = static_cast<std::uint32_t>(scan_.tokens.size());
    out_.word_of_token.resize(count);
    for (std::uint32_t at = 0, found = 0; at < count; at = unit(at)) {
      if (words_.full()) {
        words_.forget();
        found = at;
      }
      if (const auto until = std::min(count, at + kAhead); found < until) {
        const auto behind = std::min(count, until + kChunk);
        find_words(found, behind);
        found = behind;
      }
    }
  }

 private:
  // In rounds, so that the cache is filled for many words at a time.
  void find_words(std::uint32_t first, std::uint32_t last) {
    auto& of_token = out_.word_of_token;
    for (auto at = first; at < last; ++at)
      if (const auto& token = scan_.tokens[at]; is_looked_up(token)) of_token[at] = words_.hash_of(scan_.word(token));
    for (auto at = first; at < last; ++at) {
      const auto& token = scan_.tokens[at];
      if (!is_looked_up(token)) continue;
      const bool bare = token.kind == TokenKind::Number || token.has(arabic::kLatinFlag);
      of_token[at] = words_.find(scan_.word(token), bare, of_token[at]);
      words_.prefetch(of_token[at]);
    }
    for (auto at = first; at < last; ++at)
      if (is_looked_up(scan_.tokens[at])) words_.prefetch_readings(of_token[at]);
  }

  const Word& word(std::uint32_t at) const { return words_[out_.word_of_token[at]]; }

  std::uint32_t unit(std::uint32_t at) {
    const Token& token = scan_.tokens[at];
    Unit unit;
    unit.first = at;
    unit.last = at + 1;
    unit.kind = token.kind;
    unit.begin = unit.stem = token.begin;
    unit.flags = token.flags;
    unit.value = token.value;
    if (text_.substr(token.byte_begin, token.byte_end - token.byte_begin).ends_with(kDottedYeh)) unit.flags |= kDottedFlag;
    unit.reading_first = static_cast<std::uint32_t>(out_.readings.size());
    if (is_looked_up(token)) match(at, unit);
    unit.end = scan_.tokens[unit.last - 1].end;
    unit.reading_count = static_cast<std::uint16_t>(out_.readings.size() - unit.reading_first);
    out_.units.push_back(unit);
    return unit.last;
  }

  void match(std::uint32_t at, Unit& unit) {
    const auto& known = word(at);
    if (known.sound) unit.flags |= kNunFlag;
    if (goes_on(at, known.next_words) && match_phrase(at, unit)) return;
    const auto readings = words_.readings(known);
    out_.readings.insert(out_.readings.end(), readings.begin(), readings.end());
    unit.functions = known.functions;
    unit.facets = known.facets;
    unit.proclitics = known.proclitics;
    unit.enclitic = known.enclitic;
    unit.definite = known.definite;
    unit.stem = unit.begin + code_points(at, known.skipped);
  }

  // Marks between the words of a phrase.
  static bool stands_in_phrase(const Token& token) {
    return token.kind == TokenKind::Quote || token.kind == TokenKind::Dash || (token.kind == TokenKind::Stop && token.has(arabic::kGlued));
  }

  // Whether the word behind `at` is one of those that `next_words` allows: most words begin phrases, but not with the word at hand.
  bool goes_on(std::uint32_t at, std::uint16_t next_words) const {
    const auto& tokens = scan_.tokens;
    if (next_words == 0) return false;
    auto next = at + 1;
    while (next < tokens.size() && next < at + kLongestLabel && stands_in_phrase(tokens[next])) ++next;
    if (next >= tokens.size() || next >= at + kLongestLabel || !is_looked_up(tokens[next])) return false;
    const auto whole = word(next).whole;
    return whole != kNone && (next_words & lexicon::Lexicon::Node::bit_of(whole)) != 0;
  }

  // The longest phrase of more than one token, if one begins here.
  bool match_phrase(std::uint32_t at, Unit& unit) {
    const auto stems = words_.stems(word(at));
    std::array<std::pair<std::uint32_t, std::uint32_t>, kMostStems> found{};  // where the phrase ends, its node
    std::uint32_t longest = at + 1;
    std::uint8_t least = 0xFF;
    for (std::size_t i = 0; i < stems.size(); ++i) {
      if (stems[i].next_words == 0) continue;
      found[i] = walk(at, stems[i]);
      if (found[i].second != 0 && !takes_clitics(stems[i], found[i].second, lexicon_)) found[i] = {};
      const auto end = found[i].first;
      if (end > longest || (end == longest && end > at + 1 && stems[i].cost < least)) longest = end, least = stems[i].cost;
    }
    if (longest == at + 1) return false;
    bool first = true;
    for (std::size_t i = 0; i < stems.size(); ++i) {
      const auto& stem = stems[i];
      if (found[i].first != longest || stem.cost != least) continue;
      for (const auto& sense : lexicon_.senses(found[i].second)) {
        out_.readings.push_back({sense, stem.proclitics, stem.enclitic});
        const auto& entry = lexicon_.entry(sense.entry);
        unit.functions |= entry.functions;
        unit.facets |= facets_of(entry, sense);
      }
      if (!first) continue;
      first = false;
      unit.proclitics = stem.proclitics;
      unit.enclitic = stem.enclitic;
      unit.stem = unit.begin + code_points(at, stem.skipped);
    }
    unit.definite = unit.has(kArticle) || scan_.word(scan_.tokens[at]).starts_with(words_.article());
    if (!names_weapon(unit, at + 1)) unit.last = longest;
    return true;
  }

  // A trigger phrase that ends in what exploded, fell or was shot down ("explosion of a car bomb") leaves that word to be a mention.
  bool names_weapon(const Unit& unit, std::uint32_t next) const {
    for (std::size_t i = unit.reading_first; i < out_.readings.size(); ++i)
      if (lexicon_.entry(out_.readings[i].sense.entry).event == lexicon::EventType::None) return false;
    if (!is_looked_up(scan_.tokens[next])) return false;
    for (const auto& stem : words_.stems(word(next))) {
      const auto node = walk(next, stem).second;
      if (node == 0) continue;
      for (const auto& sense : lexicon_.senses(node))
        if (lexicon_.entry(sense.entry).kind == lexicon::Kind::Weapon) return true;
    }
    return false;
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

  // Follows the trie from `stem` over the tokens behind `from`: the end of the longest label and its node.
  std::pair<std::uint32_t, std::uint32_t> walk(std::uint32_t from, const Stem& stem) const {
    std::uint32_t node = stem.node;
    std::pair<std::uint32_t, std::uint32_t> best{from, 0};
    if (stem.known) best = {from + 1, node};
    if (stem.next_words == 0) return best;
    const auto& tokens = scan_.tokens;
    for (std::uint32_t next = from + 1; next < tokens.size() && next < from + kLongestLabel && lexicon_.has_next(node); ++next) {
      if (stands_in_phrase(tokens[next])) continue;
      if (!is_looked_up(tokens[next]) || word(next).whole == kNone) break;
      node = lexicon_.next_node(node, word(next).whole);
      if (node == 0) break;
      if (!lexicon_.senses(node).empty()) best = {next + 1, node};
    }
    return best;
  }

  std::string_view text_;
  const arabic::Scan& scan_;
  const lexicon::Lexicon& lexicon_;
  Units& out_;
  Words& words_;
};

}  // namespace

void match_units(const document::Document& document, const lexicon::Lexicon& lexicon, Units& out) { Matcher(document, lexicon, out).run(); }

}  // namespace khabar::entity
