// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Any text becomes statements that can be written, and what was written reads back as as many statements.
#include "document/decode.hpp"
#include "error.hpp"
#include "fuzz.hpp"
#include "khabar.hpp"
#include "rdf/turtle_reader.hpp"

namespace {

using namespace khabar;
using fuzz::require;

const Extractor& extractor(bool full) {
  static const Extractor kCore(lexicon::Lexicon::from_file(KHABAR_FUZZ_IMAGE), {});
  static const Extractor kFull(lexicon::Lexicon::from_file(KHABAR_FUZZ_IMAGE), {.detail = Detail::Full, .with_text = true});
  return full ? kFull : kCore;
}

void check(const ArticleResult& result, rdf::Format format) {
  const auto written = rdf::header(format, prefixes()) + rdf::serialize(result.quads, format, prefixes());
  std::size_t count = 0;
  rdf::read_quads(written, "written", format, [&](const rdf::QuadRef&, std::size_t) { ++count; });
  require(count == result.quads.size(), "as many statements are read as were written");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto choice = data[0];
  document::Article article;
  try {
    article.text = document::decode(fuzz::view(data + 1, size - 1), "fuzz", "UTF-8").text;
  } catch (const InputError&) {
    return 0;
  }
  article.id = (choice & 8U) != 0 ? article.text.substr(0, article.text.find('\n')) : "fuzz";
  if (article.id.empty()) article.id = "fuzz";
  if ((choice & 2U) != 0) article.published = document::Day(std::chrono::days(19'000 + choice));
  if ((choice & 4U) != 0) article.url = article.publisher = article.title = article.text.substr(0, article.text.find(' '));
  const auto& reader = extractor((choice & 1U) != 0);
  static ArticleResult result;
  reader.extract(article, result);
  check(result, (choice & 16U) != 0 ? rdf::Format::TriG : rdf::Format::NQuads);
  if ((choice & 32U) != 0) reader.explain(article, (choice & 64U) != 0);
  return 0;
}
