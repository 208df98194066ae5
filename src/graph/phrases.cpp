// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/phrases.hpp"

#include "arabic/fold.hpp"

#include <algorithm>

namespace khabar::graph {
namespace {

using arabic::CharClass;

constexpr char32_t kFathatan = 0x64B, kSukun = 0x652, kAlef = 0x627;

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
      if (char_class == CharClass::Space || char_class == CharClass::Newline) gap_ = true;
      else if (!left_out(c, char_class, at)) put(text_.substr(from, at - from));
      before_ = c;
    }
    return std::move(label_);
  }

 private:
  bool left_out(char32_t c, CharClass char_class, std::size_t next) const {
    if (is_quotation_mark(c) || c == arabic::kTatweel || c == kFathatan) return true;
    if (c == kAlef) return before_ == kFathatan || peek(next) == kFathatan;  // the alef that carries an ending
    if (char_class != CharClass::Ignored || c == arabic::kShadda) return false;
    return !is_vowel_sign(c);
  }

  char32_t peek(std::size_t at) const { return at < text_.size() ? arabic::next_code_point(text_, at) : U'\0'; }

  void put(std::string_view bytes) {
    if (gap_ && !label_.empty()) label_ += ' ';
    gap_ = false;
    label_ += bytes;
  }

  std::string_view text_;
  std::string label_;
  char32_t before_ = 0;
  bool gap_ = false;
};

}  // namespace

std::string_view Phrases::text(event::Span span) const {
  const auto from = byte_of(span.begin), to = byte_of(span.end);
  return std::string_view(document_.article.text).substr(from, to - from);
}

std::string Phrases::label(event::Span span) const { return Label(text(span)).write(); }

// From the beginning of the token that holds it, counted on.
std::size_t Phrases::byte_of(std::uint32_t code_point) const {
  const std::string_view text = document_.article.text;
  const auto& tokens = document_.scan.tokens;
  auto token = std::upper_bound(tokens.begin(), tokens.end(), code_point, [](std::uint32_t c, const arabic::Token& t) { return c < t.begin; });
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
