// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"
#include "event/report.hpp"

#include <string>
#include <string_view>

namespace khabar::graph {

// Stretches of an article's text, given in code points.
class Phrases {
 public:
  explicit Phrases(const document::Document& document) : document_(document) {}

  // The text as it stands.
  std::string_view text(event::Span span) const;

  // The phrase that begins in `first` as a name: on one line, without hash signs, quotation marks, tatweel and the signs of case
  // endings; the article that a preposition has swallowed is written out.
  std::string label(event::Span span, const entity::Unit& first) const;

  // The code point behind the letter at `code_point` and the signs on it.
  std::uint32_t behind_letter(std::uint32_t code_point) const;

 private:
  std::size_t byte_of(std::uint32_t code_point) const;

  const document::Document& document_;
};

}  // namespace khabar::graph
