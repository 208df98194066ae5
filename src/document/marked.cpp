// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "document/marked.hpp"

#include "arabic/fold.hpp"

#include <algorithm>

namespace khabar::document {
namespace {

std::size_t byte_of(const Document& document, std::uint32_t code_point) {
  const auto& tokens = document.scan.tokens;
  auto token =
      std::upper_bound(tokens.begin(), tokens.end(), code_point, [](std::uint32_t c, const arabic::Token& t) { return c < t.begin; });
  std::size_t byte = 0;
  std::uint32_t at = 0;
  if (token != tokens.begin()) --token, byte = token->byte_begin, at = token->begin;
  for (; at < code_point && byte < document.article.text.size(); ++at) arabic::next_code_point(document.article.text, byte);
  return byte;
}

}  // namespace

std::string_view text_between(const Document& document, std::uint32_t begin, std::uint32_t end) {
  const auto from = byte_of(document, begin), to = byte_of(document, end);
  return std::string_view(document.article.text).substr(from, to - from);
}

std::string marked(const Document& document, const Sentence& sentence, std::vector<Mark> marks, bool colours) {
  const auto& tokens = document.scan.tokens;
  const auto begin = tokens[sentence.first].begin, end = tokens[sentence.last - 1].end;
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.strong > b.strong; });
  std::vector<Mark> kept;
  for (const auto& mark : marks) {
    const bool inside = mark.begin >= begin && mark.end <= end;
    const bool free = std::none_of(kept.begin(), kept.end(), [&](const Mark& k) { return k.begin < mark.end && mark.begin < k.end; });
    if (inside && free) kept.push_back(mark);
  }
  std::sort(kept.begin(), kept.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  std::string out;
  auto at = begin;
  for (const auto& mark : kept) {
    out += text_between(document, at, mark.begin);
    out += colours ? (mark.strong ? "\x1b[1;31m" : "\x1b[1;34m") : (mark.strong ? "[" : "{");
    out += text_between(document, mark.begin, mark.end);
    out += colours ? "\x1b[0m" : (mark.strong ? "]" : "}");
    at = mark.end;
  }
  return out += text_between(document, at, end);
}

}  // namespace khabar::document
