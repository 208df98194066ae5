// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A line is furniture when it opens with a phrase of lexicon/ar/furniture.ttl, when it is the headline of another story (a line
// without a full stop among paragraphs that have one, or in a row of such lines at the end). Embedded posts are part of the story.
// A heading that opens the foot of the page counts only where the story does not go on behind it.
#include "entity/furniture.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace khabar::entity {
namespace {

using arabic::TokenKind;
using lexicon::Entry;
using lexicon::Function;

constexpr std::uint32_t kBodyWords = 16;    // a line this long is text
constexpr std::uint32_t kHeadingWords = 9;  // a line up to this long can be a heading
constexpr std::uint32_t kTeaserWords = 20;  // a line up to this long can be a headline
constexpr std::uint32_t kLinkWords = 26;    // the same where a heading has announced it
constexpr std::uint32_t kCreditWords = 12;
constexpr std::uint32_t kTailLines = 3;  // so many headlines in a row at the end are links
constexpr std::size_t kLongWord = 4;     // letters of a word that tells what a text is about, the article apart
constexpr std::size_t kHeadLines = 40;   // lines in which the title is repeated above the story
constexpr std::uint32_t kMostFeet = 50;  // headings asked whether they open the foot: each is a look at the whole page

struct LineFacts {
  std::size_t first = 0, last = 0;  // units
  std::uint32_t words = 0;
  bool stop = false;      // ends like a sentence
  bool open_end = false;  // ends in a colon or comma: goes on in the next line
  bool item = false;      // begins with a dash or a number: an item of a list
  bool joined = false;    // begins with a conjunction
  bool furniture_line = false, furniture_rest = false;
  bool blank() const { return first == last; }
};

class Marker {
 public:
  Marker(document::Document& document, Units& units) : document_(document), units_(units) {}

  void run() {
    collect();
    const auto rest = find_rest();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& line = lines_[i];
      if (i >= rest || line.furniture_line || (line.furniture_rest && line.words < kLinkWords)) mark(i);
      if (line.furniture_rest && i < rest) mark_links(i + 1);
    }
    mark_head();
    mark_tail(rest);
    mark_teasers();
    mark_sentences();
  }

 private:
  const Unit& unit(std::size_t at) const { return units_.units[at]; }
  std::string_view word(std::size_t token) const { return document_.scan.word(document_.scan.tokens[token]); }

  void collect() {
    lines_.reserve(document_.lines.size());
    std::size_t at = 0;
    for (const auto& line : document_.lines) {
      LineFacts facts;
      while (at < units_.units.size() && unit(at).first < line.first) ++at;
      facts.first = at;
      for (; at < units_.units.size() && unit(at).first < line.last; ++at)
        facts.words += unit(at).is_word() ? unit(at).last - unit(at).first : 0;
      facts.last = at;
      if (!facts.blank()) describe(facts);
      lines_.push_back(facts);
    }
  }

  void describe(LineFacts& line) const {
    auto last = line.last - 1;
    while (last > line.first && (unit(last).kind == TokenKind::Quote || unit(last).kind == TokenKind::Close)) --last;
    line.stop = full_stop(last, line.first);
    line.open_end = unit(last).kind == TokenKind::Colon || unit(last).kind == TokenKind::Comma || unit(last).kind == TokenKind::Semicolon;
    const auto opening = unit(line.first).kind;
    const auto behind = line.first + 1 < line.last ? unit(line.first + 1).kind : TokenKind::Newline;
    const bool numbered =
        opening == TokenKind::Number && (behind == TokenKind::Dash || behind == TokenKind::Stop || behind == TokenKind::Close);
    line.item = opening == TokenKind::Dash || opening == TokenKind::Other || numbered;
    auto begin = line.first;
    while (begin < line.last && !unit(begin).is_word()) ++begin;
    if (begin == line.last) return;
    line.joined = unit(begin).has(kAnd) || unit(begin).has(kThen);
    line.furniture_line = opens(begin, line, Function::FurnitureLine) || opens(begin, line, Function::Credit);
    line.furniture_rest = opens(begin, line, Function::FurnitureRest);
  }

  // Not a question or exclamation mark nor three dots, which headlines have too.
  bool full_stop(std::size_t at, std::size_t first) const {
    if (unit(at).kind != TokenKind::Stop || unit(at).end - unit(at).begin != 1) return false;
    if (document_.article.text[document_.scan.tokens[unit(at).first].byte_begin] != '.') return false;
    return at == first || unit(at - 1).kind != TokenKind::Stop;
  }

  // A phrase opens a furniture line; a single word only where it is the line or is set off ("Source: agencies").
  bool opens(std::size_t at, const LineFacts& line, Function function) const {
    const auto& u = unit(at);
    if (!u.does(function)) return false;
    const auto tokens = u.last - u.first;
    if (function == Function::Credit)
      return line.words <= kCreditWords && (tokens > 1 || (at + 1 < line.last && unit(at + 1).kind == TokenKind::Colon));
    if (tokens > 1) return line.words < kLinkWords;
    const auto behind = at + 1 < line.last ? unit(at + 1).kind : TokenKind::Newline;
    const bool set_off = behind == TokenKind::Colon || behind == TokenKind::Slash || behind == TokenKind::Number;
    return line.words <= tokens + 1 || (set_off && line.words <= kTeaserWords) || (u.has(kFor) && line.words <= kHeadingWords);
  }

  // ---- the foot of the page ----

  // The line that opens the foot: a heading of one, with a body before it and no more of the story behind it.
  std::size_t find_rest() const {
    std::uint32_t body = 0, tried = 0;
    for (std::size_t i = 0; i < lines_.size() && tried < kMostFeet; ++i) {
      if (lines_[i].words >= kBodyWords) ++body;
      if (!lines_[i].furniture_rest || body == 0) continue;
      if (!goes_on(i)) return i;
      ++tried;
    }
    return lines_.size();
  }

  // Whether paragraphs behind line `at` speak of what those before it spoke of.
  bool goes_on(std::size_t at) const {
    std::unordered_set<std::string_view> known;
    for (std::size_t i = 0; i < at; ++i)
      if (lines_[i].words >= kHeadingWords) each_long_word(lines_[i], [&](std::string_view w) { known.insert(w); });
    for (std::size_t i = at + 1; i < lines_.size(); ++i) {
      if (lines_[i].words < kCreditWords || !lines_[i].stop || lines_[i].furniture_line) continue;
      std::uint32_t all = 0, seen = 0;
      each_long_word(lines_[i], [&](std::string_view w) { ++all, seen += known.contains(w) ? 1U : 0U; });
      if (4 * seen >= all && seen >= 3) return true;
    }
    return false;
  }

  template <typename Visit>
  void each_long_word(const LineFacts& line, Visit visit) const {
    for (auto at = line.first; at < line.last; ++at)
      for (auto token = unit(at).first; unit(at).is_word() && token < unit(at).last; ++token)
        if (word(token).size() >= kLongWord + (unit(at).definite ? 2U : 0U)) visit(word(token));
  }

  // The links under a heading such as "related": short lines that do not end like sentences.
  void mark_links(std::size_t from) {
    for (auto i = std::max(from, links_end_); i < lines_.size(); ++i) {
      links_end_ = i;
      if (lines_[i].blank()) continue;
      if (lines_[i].words >= kLinkWords || (lines_[i].stop && lines_[i].words > kHeadingWords)) return;
      mark(i);
    }
  }

  // ---- headlines of other stories ----

  static bool headline(const LineFacts& line, std::uint32_t longest) {
    return !line.stop && !line.open_end && !line.item && line.words <= longest;
  }

  // Most paragraphs of the page end in a full stop, so a line without one is none.
  bool stops_are_written() const {
    std::uint32_t paragraphs = 0, closed = 0;
    for (const auto& line : lines_) {
      if (line.words < kTeaserWords || line.furniture_line) continue;
      ++paragraphs;
      closed += line.stop ? 1U : 0U;
    }
    return paragraphs >= 3 && 4 * closed >= 3 * paragraphs;
  }

  bool repeats(const LineFacts& a, const LineFacts& b) const {
    const auto text = [&](const LineFacts& line) {
      const auto& tokens = document_.scan.tokens;
      const auto from = tokens[unit(line.first).first].fold_at;
      const auto& end = tokens[unit(line.last - 1).last - 1];
      return std::string_view(document_.scan.folded).substr(from, end.fold_at + end.fold_size - from);
    };
    return a.words == b.words && text(a) == text(b);
  }

  // The title stands once more above the story: what is between them is the page's head.
  void mark_head() {
    const auto title = std::find_if(lines_.begin(), lines_.end(), [](const LineFacts& l) { return l.words >= 4; });
    if (title == lines_.end()) return;
    auto again = title;
    for (auto line = title + 1;
         line != lines_.end() && line - title < static_cast<std::ptrdiff_t>(kHeadLines) && !(line->stop && line->words >= kBodyWords);
         ++line)
      if (repeats(*title, *line)) again = line;
    for (auto line = title + 1; line < again; ++line)
      if (!repeats(*title, *line)) mark(static_cast<std::size_t>(line - lines_.begin()));
  }

  // Links and tags at the very end. A list that a colon announces is the story's.
  void mark_tail(std::size_t end) {
    const auto longest = stops_are_written() ? kLinkWords : kHeadingWords;
    std::size_t first = std::min(end, lines_.size());
    std::uint32_t count = 0;
    for (; first > 1; --first) {
      const auto& line = lines_[first - 1];
      if (line.blank() || document_.lines[first - 1].furniture) continue;
      if (line.open_end && !line.stop) return;
      if (!headline(line, longest)) break;
      ++count;
    }
    if (count < kTailLines) return;
    for (std::size_t i = std::max<std::size_t>(first, 1); i < lines_.size(); ++i) mark(i);
  }

  // Headlines and captions among the paragraphs. Shorter lines are the story's own headings.
  void mark_teasers() {
    if (!stops_are_written()) return;
    const auto body = [](const LineFacts& l) { return l.stop && l.words >= kTeaserWords; };
    const auto begin = std::find_if(lines_.begin(), lines_.end(), body);
    const LineFacts* before = nullptr;
    for (auto line = begin; line != lines_.end(); ++line) {
      if (line->blank()) continue;
      const bool listed = before != nullptr && before->open_end;
      if (headline(*line, kTeaserWords) && !line->joined && !listed && line->words >= kHeadingWords - 2)
        mark(static_cast<std::size_t>(line - lines_.begin()));
      before = &*line;
    }
  }

  // ---- furniture inside a line ----

  // A page that came as one line: a sentence that opens with a phrase of furniture.
  void mark_sentences() {
    std::size_t at = 0;
    for (const auto& sentence : document_.sentences) {
      while (at < units_.units.size() && unit(at).first < sentence.first) ++at;
      auto begin = at;
      while (begin < units_.units.size() && unit(begin).first < sentence.last && !unit(begin).is_word()) ++begin;
      if (begin == units_.units.size() || unit(begin).first >= sentence.last || unit(begin).last - unit(begin).first < 2) continue;
      const auto& u = unit(begin);
      if (!u.does(Function::FurnitureLine) && !u.does(Function::FurnitureRest)) continue;
      if (sentence.last - sentence.first > kLinkWords + kHeadingWords) continue;
      for (auto i = at; i < units_.units.size() && unit(i).first < sentence.last; ++i) units_.units[i].furniture = true;
    }
  }

  void mark(std::size_t i) {
    document_.lines[i].furniture = true;
    for (std::size_t at = lines_[i].first; at < lines_[i].last; ++at) units_.units[at].furniture = true;
  }

  document::Document& document_;
  Units& units_;
  std::vector<LineFacts> lines_;
  std::size_t links_end_ = 0;  // the line to which links are marked
};

}  // namespace

void mark_furniture(document::Document& document, Units& units) { Marker(document, units).run(); }

}  // namespace khabar::entity
