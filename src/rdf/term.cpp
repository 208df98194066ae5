// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/term.hpp"

#include <algorithm>
#include <cstring>

#include "rdf/utf8.hpp"

namespace khabar::rdf {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
bool all_alpha(std::string_view text) { return std::all_of(text.begin(), text.end(), is_alpha); }
bool all_alnum(std::string_view text) { return std::all_of(text.begin(), text.end(), is_alnum); }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// The subtags of a language tag, one after the other; each is 1 to 8 letters or digits.
class Subtags {
 public:
  explicit Subtags(std::string_view text) : rest_(text) { next(); }

  std::string_view current() const { return current_; }
  bool at_end() const { return at_end_; }
  bool bad() const { return bad_; }

  void next() {
    if (done_) {
      at_end_ = true;
      current_ = {};
      return;
    }
    const auto hyphen = rest_.find('-');
    current_ = rest_.substr(0, hyphen);
    done_ = hyphen == rest_.npos;
    if (!done_) rest_.remove_prefix(hyphen + 1);
    bad_ = bad_ || current_.empty() || current_.size() > 8 || !all_alnum(current_);
  }

  template <typename Test>
  bool eat_if(Test test) {
    if (at_end_ || !test(current_)) return false;
    next();
    return true;
  }

 private:
  std::string_view rest_;
  std::string_view current_;
  bool done_ = false;
  bool at_end_ = false;
  bool bad_ = false;
};

bool is_variant(std::string_view tag) { return tag.size() >= 5 || (tag.size() == 4 && is_digit(tag.front())); }

bool eat_private_use(Subtags& tags) {
  tags.next();
  if (tags.at_end()) return false;
  while (tags.eat_if([](std::string_view) { return true; })) {
  }
  return true;
}

}  // namespace

bool is_valid_utf8(std::string_view text) noexcept {
  std::size_t i = 0;
  while (i < text.size()) {
    if (i + 8 <= text.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + i, sizeof word);
      if ((word & 0x8080808080808080U) == 0) {
        i += 8;
        continue;
      }
    }
    char32_t code_point = 0;
    const std::size_t length = decode_utf8(text, i, code_point);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

bool is_language_tag(std::string_view text) noexcept {
  Subtags tags(text);
  const auto is_x = [](std::string_view tag) { return tag == "x" || tag == "X"; };
  if (is_x(tags.current())) return eat_private_use(tags) && !tags.bad();
  const std::size_t primary = tags.current().size();
  if (primary < 2 || !all_alpha(tags.current())) return false;
  tags.next();
  if (primary <= 3) {
    for (int i = 0; i < 3 && tags.eat_if([](auto tag) { return tag.size() == 3 && all_alpha(tag); }); ++i) {
    }
  }
  tags.eat_if([](auto tag) { return tag.size() == 4 && all_alpha(tag); });
  tags.eat_if([](auto tag) { return (tag.size() == 2 && all_alpha(tag)) || (tag.size() == 3 && all_digits(tag)); });
  while (tags.eat_if(is_variant)) {
  }
  while (tags.eat_if([&](auto tag) { return tag.size() == 1 && !is_x(tag); })) {
    if (!tags.eat_if([](auto tag) { return tag.size() >= 2; })) return false;
    while (tags.eat_if([](auto tag) { return tag.size() >= 2; })) {
    }
  }
  if (!tags.at_end() && is_x(tags.current()) && !eat_private_use(tags)) return false;
  return tags.at_end() && !tags.bad();
}

std::string percent_encode_segment(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  const bool dots = text == "." || text == "..";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_alnum(c) || c == '-' || c == '_' || c == '~' || (c == '.' && !dots)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

}  // namespace khabar::rdf
