// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/scan.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::document {

using Day = std::chrono::sys_days;

// An article as it came in. `text` is valid UTF-8, decoded but otherwise as given: every offset of khabar counts its code points.
struct Article {
  std::string id;
  std::string text;
  std::string title;      // metadata; empty: the first line of the text is taken
  std::string publisher;  // empty when unknown
  std::string url;        // empty when unknown; not checked
  std::optional<Day> published;
  std::string origin;  // where it was read: "file" or "file:line", for messages
};

// A stretch of tokens between sentence ends; `line` counts the lines of the text from 0.
struct Sentence {
  std::uint32_t first = 0, last = 0;  // tokens [first, last), without the newline
  std::uint32_t line = 0;
};

// A line of the text: tokens [first, last) and, filled by entity/, whether it is page furniture.
struct Line {
  std::uint32_t first = 0, last = 0;
  bool furniture = false;
};

// A tokenised article. It owns the text; all later records point into it by code points or token numbers.
struct Document {
  Article article;
  arabic::Scan scan;
  std::vector<Sentence> sentences;
  std::vector<Line> lines;

  // The text of code points [begin, end) that are token borders; both in code points. Linear only in the tokens' distance.
  std::string_view slice(const arabic::Token& first, const arabic::Token& last) const {
    return std::string_view(article.text).substr(first.byte_begin, last.byte_end - first.byte_begin);
  }
};

// Tokenises `article` into `out`, reusing its buffers.
void segment(Article article, Document& out);

// The first line that is not blank, without surrounding space, when the article carries no title; at most 300 code points.
std::string_view title_of(const Document& document);

}  // namespace khabar::document
