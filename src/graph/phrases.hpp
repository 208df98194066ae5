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

  // The phrase as a name: on one line, without quotation marks, tatweel and the marks of case endings.
  std::string label(event::Span span) const;

 private:
  std::size_t byte_of(std::uint32_t code_point) const;

  const document::Document& document_;
};

}  // namespace khabar::graph
