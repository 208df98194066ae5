// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/phrases.hpp"

#include "arabic/fold.hpp"

#include <algorithm>

namespace khabar::graph {
namespace {

using arabic::CharClass;

constexpr char32_t kFathatan = 0x64B, kSukun = 0x652, kAlef = 0x627, kLam = 0x644;
const std::string kAlefBytes = "\u0627";

bool is_lam(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && arabic::next_code_point(word, at) == kLam;
}

bool is_quotation_mark(char32_t c) { return c == '"' || c == 0xAB || c == 0xBB || c == 0x201C || c == 0x201D || c == 0x201E; }

// The signs of vowels and case endings, fathatan to sukun.
bool is_vowel_sign(char32_t c) { return c >= kFathatan && c <= kSukun && c != arabic::kShadda; }

// Writes the characters of a label.
class Label {
 public:
  explicit Label(std::string_view text) : text_(text) { label_.reserve(text.size()); }

  std::string write() && {
    for (std::size_t at = 0; at < text_.size();) {
      const auto from = at;
      const auto c = arabic::next_code_point(text_, at);
      const auto char_class = arabic::fold_code_point(c).char_class;
      if (char_class == CharClass::Space || char_class == CharClass::Newline || c == '_')
        gap_ = true;
      else if (c == arabic::kShadda || (is_vowel_sign(c) && c != kFathatan))
        mark(c, text_.substr(from, at - from));
      else if (!left_out(c, char_class, at))
        put(text_.substr(from, at - from), char_class);
      before_ = c;
    }
    label_ += shaddas_;
    return std::move(label_);
  }

 private:
  bool left_out(char32_t c, CharClass char_class, std::size_t next) const {
    if (is_quotation_mark(c) || c == '#' || c == arabic::kTatweel || c == kFathatan) return true;
    if (c == kAlef) return before_ == kFathatan || peek(next) == kFathatan;  // the alef that carries an ending
    return char_class == CharClass::Ignored;
  }

  char32_t peek(std::size_t at) const { return at < text_.size() ? arabic::next_code_point(text_, at) : U'\0'; }

  // Signs wait for the next letter: at the end of a word the vowels are its case ending, and only a shadda stays.
  void mark(char32_t c, std::string_view bytes) {
    marks_ += bytes;
    if (c == arabic::kShadda) shaddas_ += bytes;
  }

  void put(std::string_view bytes, CharClass char_class) {
    label_ += gap_ || char_class == CharClass::Punctuation ? shaddas_ : marks_;
    marks_.clear(), shaddas_.clear();
    if (gap_ && !label_.empty()) label_ += ' ';
    gap_ = false;
    label_ += bytes;
  }

  std::string_view text_;
  std::string label_, marks_, shaddas_;
  char32_t before_ = 0;
  bool gap_ = false;
};

}  // namespace

std::string_view Phrases::text(event::Span span) const {
  const auto from = byte_of(span.begin), to = byte_of(span.end);
  return std::string_view(document_.article.text).substr(from, to - from);
}

std::string Phrases::label(event::Span span, const entity::Unit& first) const {
  const bool swallowed = first.has(entity::kFor) && first.has(entity::kArticle) && span.begin == first.stem && span.begin > first.begin;
  auto label = Label(text(span)).write();
  return swallowed && is_lam(label) ? kAlefBytes + label : label;
}

std::uint32_t Phrases::behind_letter(std::uint32_t code_point) const {
  const std::string_view rest = std::string_view(document_.article.text).substr(byte_of(code_point));
  std::size_t at = 0;
  for (bool letter = true; at < rest.size(); letter = false) {
    auto next = at;
    const auto c = arabic::next_code_point(rest, next);
    if (!letter && arabic::fold_code_point(c).char_class != CharClass::Ignored) break;
    at = next;
    ++code_point;
  }
  return code_point;
}

// From the beginning of the token that holds it, counted on.
std::size_t Phrases::byte_of(std::uint32_t code_point) const {
  const std::string_view text = document_.article.text;
  const auto& tokens = document_.scan.tokens;
  auto token =
      std::upper_bound(tokens.begin(), tokens.end(), code_point, [](std::uint32_t c, const arabic::Token& t) { return c < t.begin; });
  std::size_t byte = 0;
  std::uint32_t at = 0;
  if (token != tokens.begin()) {
    --token;
    byte = token->byte_begin;
    at = token->begin;
    if (code_point == token->end) return token->byte_end;
  }
  for (; at < code_point && byte < text.size(); ++at) arabic::next_code_point(text, byte);
  return byte;
}

}  // namespace khabar::graph
