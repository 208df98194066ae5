// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"
#include "entity/furniture.hpp"
#include "entity/mention.hpp"
#include "entity/time.hpp"
#include "entity/unit.hpp"
#include "support/reading.hpp"

#include <string>
#include <string_view>

// A text as the entity stage sees it, with the shipped knowledge.
namespace khabar::test {

struct Page {
  explicit Page(std::string_view text) {
    document::Article article;
    article.id = "a";
    article.text = std::string(text);
    document::segment(std::move(article), document);
    entity::match_units(document, extractor().lexicon(), units);
    entity::mark_furniture(document, units);
  }

  // The text of code points [begin, end).
  std::string slice(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view text = document.article.text;
    std::size_t at = 0, from = 0;
    for (std::uint32_t i = 0; i < end; ++i) {
      if (i == begin) from = at;
      arabic::next_code_point(text, at);
    }
    return std::string(text.substr(from, at - from));
  }
  std::string text(const entity::Unit& unit) const { return slice(unit.stem, unit.end); }

  static std::string name(std::uint32_t entry) {
    const auto& lexicon = extractor().lexicon();
    const std::string_view iri = lexicon.text(lexicon.entry(entry).iri);
    return std::string(iri.substr(iri.find_last_of('/') + 1));
  }

  document::Document document;
  entity::Units units;
};

// "3", "3+" (at least), "-5" (at most), "~30", "2-4", "some", "0"; "" without a count.
inline std::string dump(const entity::Count& count) {
  if (!count.given()) return {};
  if (count.quantifier == lexicon::Quantifier::About) return '~' + std::to_string(count.minimum);
  if (count.quantifier == lexicon::Quantifier::Some) return "some";
  if (count.quantifier == lexicon::Quantifier::AtMost) return '-' + std::to_string(count.maximum);
  if (count.maximum == entity::kUnbounded) return std::to_string(count.minimum) + '+';
  if (count.minimum == count.maximum) return std::to_string(count.minimum);
  return std::to_string(count.minimum) + '-' + std::to_string(count.maximum);
}

}  // namespace khabar::test
