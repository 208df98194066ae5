// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A line is furniture when it begins with a phrase of lexicon/ar/furniture.ttl, when it has no letters of a sentence, or when it is a
// short heading between other short headings. A heading that opens the foot of the page counts only where the body is behind it.
#include "entity/furniture.hpp"

#include <algorithm>

namespace khabar::entity {
namespace {

using arabic::TokenKind;
using lexicon::Entry;
using lexicon::Function;

constexpr std::uint32_t kBodyWords = 16;      // a line this long is text
constexpr std::uint32_t kHeadingWords = 9;    // a line up to this long can be a heading
constexpr std::uint32_t kLinkWords = 26;      // a line up to this long can be the headline of another story

struct LineFacts {
  std::size_t first = 0, last = 0;  // units
  std::uint32_t words = 0;
  bool stop = false;  // ends like a sentence
  bool furniture_line = false, furniture_rest = false;
  bool blank() const { return first == last; }
};

class Marker {
 public:
  Marker(document::Document& document, Units& units) : document_(document), units_(units) {}

  void run() {
    collect();
    std::size_t rest = lines_.size();
    std::uint32_t body = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& line = lines_[i];
      if (line.words >= kBodyWords) ++body;
      if (line.furniture_rest && body > 0 && !body_after(i + 1)) {
        rest = i;
        break;
      }
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& line = lines_[i];
      const bool alone = line.furniture_line || line.furniture_rest;
      if (i >= rest || (alone && line.words < kLinkWords)) mark(i);
      if (line.furniture_rest && i < rest) mark_links(i + 1);
    }
    mark_tail_tags(rest);
  }

 private:
  void collect() {
    lines_.reserve(document_.lines.size());
    std::size_t unit = 0;
    for (const auto& line : document_.lines) {
      LineFacts facts;
      while (unit < units_.units.size() && units_.units[unit].first < line.first) ++unit;
      facts.first = unit;
      while (unit < units_.units.size() && units_.units[unit].first < line.last) ++unit;
      facts.last = unit;
      for (std::size_t at = facts.first; at < facts.last; ++at) facts.words += units_.units[at].is_word() ? units_.units[at].last - units_.units[at].first : 0;
      if (facts.last > facts.first) facts.stop = units_.units[facts.last - 1].kind == TokenKind::Stop;
      std::size_t begin = facts.first;
      while (begin < facts.last && !units_.units[begin].is_word()) ++begin;
      if (begin < facts.last) {
        facts.furniture_line = units_.units[begin].does(Function::FurnitureLine) || units_.units[begin].does(Function::Credit);
        facts.furniture_rest = units_.units[begin].does(Function::FurnitureRest);
      }
      lines_.push_back(facts);
    }
  }

  // Whether a paragraph of the story stands within the next lines.
  bool body_after(std::size_t from) const {
    std::uint32_t paragraphs = 0;
    for (std::size_t i = from; i < lines_.size(); ++i)
      if (lines_[i].words >= kLinkWords && lines_[i].stop) ++paragraphs;
    return paragraphs >= 1;
  }

  // The links under a heading such as "related": short lines that do not end like sentences.
  void mark_links(std::size_t from) {
    for (std::size_t i = from; i < lines_.size(); ++i) {
      if (lines_[i].blank()) continue;
      if (lines_[i].words >= kLinkWords || (lines_[i].stop && lines_[i].words > kHeadingWords)) return;
      mark(i);
    }
  }

  // Tags and links at the very end: lines of a few words without a full stop, at least three of them.
  void mark_tail_tags(std::size_t end) {
    std::size_t first = std::min(end, lines_.size());
    std::uint32_t count = 0;
    while (first > 1) {
      const auto& line = lines_[first - 1];
      if (!line.blank() && (line.stop || line.words > kHeadingWords)) break;
      if (!line.blank()) ++count;
      --first;
    }
    if (count < 3) return;
    for (std::size_t i = first; i < lines_.size(); ++i)
      if (i > 0) mark(i);
  }

  void mark(std::size_t i) {
    document_.lines[i].furniture = true;
    for (std::size_t at = lines_[i].first; at < lines_[i].last; ++at) units_.units[at].furniture = true;
  }

  document::Document& document_;
  Units& units_;
  std::vector<LineFacts> lines_;
};

}  // namespace

void mark_furniture(document::Document& document, Units& units) { Marker(document, units).run(); }

}  // namespace khabar::entity
