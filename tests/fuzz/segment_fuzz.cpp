// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Any bytes become text or are refused; the tokens of the text cover it in order.
#include "document/decode.hpp"
#include "document/document.hpp"
#include "error.hpp"
#include "fuzz.hpp"

namespace {

using khabar::fuzz::require;

void check(const khabar::document::Document& document) {
  const auto& text = document.article.text;
  std::uint32_t byte = 0, code_point = 0;
  for (const auto& token : document.scan.tokens) {
    require(token.begin >= code_point && token.byte_begin >= byte, "tokens stand in order");
    require(token.end > token.begin && token.byte_end > token.byte_begin, "tokens are not empty");
    require(token.end <= document.scan.code_points && token.byte_end <= text.size(), "tokens lie in the text");
    require((static_cast<unsigned char>(text[token.byte_begin]) & 0xC0U) != 0x80U, "tokens begin at code points");
    require(token.fold_at + token.fold_size <= document.scan.folded.size(), "folded words lie in their buffer");
    code_point = token.end;
    byte = token.byte_end;
  }
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  require(count == document.scan.code_points, "all code points are counted");
  std::uint32_t last = 0;
  for (const auto& sentence : document.sentences) {
    require(sentence.first >= last && sentence.last > sentence.first, "sentences stand in order");
    last = sentence.last;
  }
  require(last <= document.scan.tokens.size(), "sentences hold tokens");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const char* const kEncodings[] = {"", "", "UTF-8", "windows-1256", "UTF-16LE", "ISO-8859-6"};
  if (size == 0) return 0;
  static khabar::document::Document document;
  try {
    auto decoded = khabar::document::decode(khabar::fuzz::view(data + 1, size - 1), "fuzz", kEncodings[data[0] % 6]);
    khabar::document::Article article;
    article.id = "fuzz";
    article.text = std::move(decoded.text);
    khabar::document::segment(std::move(article), document);
    check(document);
    khabar::document::title_of(document);
  } catch (const khabar::InputError&) {  // bytes that are no text
  }
  return 0;
}
