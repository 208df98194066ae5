// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Lines end at newlines; sentences at newlines and at full stops, question and exclamation marks, unless the mark stands inside a
// word (initials, web addresses).
#include "document/document.hpp"

namespace khabar::document {
namespace {

using arabic::Token;
using arabic::TokenKind;

// No writer's sentence is longer; cutting the others keeps every later stage linear in the text.
constexpr std::uint32_t kLongestSentence = 400;  // tokens

bool ends_sentence(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::Stop) return false;
  if (at + 1 == tokens.size()) return true;
  const auto& next = tokens[at + 1];
  return !(next.has(arabic::kGlued) && (next.kind == TokenKind::Word || next.kind == TokenKind::Number || next.kind == TokenKind::Stop));
}

}  // namespace

void segment(Article article, Document& out) {
  out.article = std::move(article);
  out.sentences.clear();
  out.lines.clear();
  arabic::scan(out.article.text, out.scan);
  const auto& tokens = out.scan.tokens;
  Sentence sentence;
  Line line;
  const auto close_sentence = [&](std::uint32_t at) {
    sentence.last = at;
    if (sentence.last > sentence.first) out.sentences.push_back(sentence);
    sentence.first = at;
  };
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind == TokenKind::Newline) {
      close_sentence(at);
      line.last = at;
      out.lines.push_back(line);
      line.first = sentence.first = at + 1;
      ++sentence.line;
    } else if (ends_sentence(tokens, at) || at + 1 - sentence.first >= kLongestSentence) {
      close_sentence(at + 1);
    }
  }
  const auto end = static_cast<std::uint32_t>(tokens.size());
  close_sentence(end);
  line.last = end;
  out.lines.push_back(line);
}

std::string_view title_of(const Document& document) {
  if (!document.article.title.empty()) return document.article.title;
  const auto& tokens = document.scan.tokens;
  for (const auto& line : document.lines) {
    if (line.first == line.last) continue;
    auto last = line.last;
    while (last - 1 > line.first && tokens[last - 1].end - tokens[line.first].begin > 300) --last;
    return document.slice(tokens[line.first], tokens[last - 1]);
  }
  return {};
}

}  // namespace khabar::document
