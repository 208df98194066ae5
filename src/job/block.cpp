// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/block.hpp"

#include "compress/members.hpp"
#include "document/reader.hpp"
#include "error.hpp"
#include "job/tsv.hpp"
#include "job/views.hpp"

#include <algorithm>
#include <iterator>

namespace khabar::job {

const std::array<PartRow, kParts> kPartRows = {{
    {"articles.nq.gz", true, {}, {}, {}},
    {"graphs.tsv.gz", true, {}, {}, {}},
    {"records.gz", true, {}, {}, {}},
    {"events.csv", false, kEventsHead, {}, {}},
    {"casualties.csv", false, kCasualtiesHead, {}, {}},
    {"events.geojson", false, kFeaturesHead, kFeatureBetween, kFeaturesTail},
}};

void Counts::add(const Counts& other) {
  statements += other.statements;
  events += other.events;
  figures += other.figures;
  for (std::size_t i = 0; i < types.size(); ++i) types[i] += other.types[i];
}

void OpenBlock::add(Piece&& piece) {
  for (std::size_t part = 0; part < kParts; ++part) {
    piece.article.sizes[part] = static_cast<std::uint32_t>(piece.texts[part].size());
    if (!texts[part].empty() && !piece.texts[part].empty()) texts[part] += kPartRows[part].between;
    texts[part] += piece.texts[part];
  }
  std::vector<std::string> both;
  std::set_union(known.begin(), known.end(), piece.known.begin(), piece.known.end(), std::back_inserter(both));
  known = std::move(both);
  articles.push_back(std::move(piece.article));
}

std::string article_rows(const std::vector<Article>& articles) {
  std::string rows;
  for (const auto& article : articles) {
    rows.append(article.graph).append(1, '\t').append(article.key).append(1, '\t');
    if (article.published) rows += day_text(*article.published);
    const auto& counts = article.counts;
    for (const auto number : {counts.statements, counts.events, counts.figures}) rows.append(1, '\t').append(std::to_string(number));
    rows += '\t';
    bool first = true;
    for (std::size_t i = 0; i < counts.types.size(); ++i) {
      if (counts.types[i] == 0) continue;
      rows.append(first ? "" : ",").append(lexicon::kEventTypeNames[i]).append(1, ':').append(std::to_string(counts.types[i]));
      first = false;
    }
    for (std::size_t part = 0; part < kParts; ++part)
      if (part != static_cast<std::size_t>(Part::Graphs)) rows.append(1, '\t').append(std::to_string(article.sizes[part]));
    rows += '\n';
  }
  return rows;
}

namespace {

void parse_types(std::string_view text, Counts& counts) {
  while (!text.empty()) {
    const auto pair = cut(text, ',');
    const auto colon = pair.find(':');
    const auto name = std::find(lexicon::kEventTypeNames.begin(), lexicon::kEventTypeNames.end(), pair.substr(0, colon));
    if (colon == pair.npos || name == lexicon::kEventTypeNames.end()) throw Error("strange event type in a row");
    counts.types[static_cast<std::size_t>(name - lexicon::kEventTypeNames.begin())] = number_of(pair.substr(colon + 1));
  }
}

}  // namespace

std::vector<Article> parse_article_rows(std::string_view rows) {
  std::vector<Article> articles;
  while (!rows.empty()) {
    auto row = cut(rows, '\n');
    Article& article = articles.emplace_back();
    article.graph = cut(row, '\t');
    article.id = id_in_graph(article.graph);
    article.key = cut(row, '\t');
    if (const auto day = cut(row, '\t'); !day.empty()) {
      article.published = document::parse_day(day);
      if (!article.published) throw Error("no date in a row");
    }
    article.counts.statements = number_of(cut(row, '\t'));
    article.counts.events = number_of(cut(row, '\t'));
    article.counts.figures = number_of(cut(row, '\t'));
    parse_types(cut(row, '\t'), article.counts);
    for (std::size_t part = 0; part < kParts; ++part)
      if (part != static_cast<std::size_t>(Part::Graphs)) article.sizes[part] = number_of(cut(row, '\t'));
    if (!row.empty() || article.key.empty()) throw Error("a row with too many or too few columns");
  }
  return articles;
}

std::vector<std::string> origins_of(const std::vector<Article>& articles) {
  std::vector<std::string> origins;
  for (const auto& article : articles) origins.push_back(article.origin);
  return origins;
}

std::array<std::string, kParts> runs_of(const OpenBlock& block) {
  std::array<std::string, kParts> runs;
  for (std::size_t part = 0; part < kParts; ++part) {
    const auto& text = part == static_cast<std::size_t>(Part::Graphs) ? article_rows(block.articles) : block.texts[part];
    runs[part] = kPartRows[part].compressed ? compress::gzip(text) : text;
  }
  return runs;
}

void check_run(const Block& block, Part part, std::string_view run) {
  const auto index = static_cast<std::size_t>(part);
  const auto& extent = block.extents[index];
  if (compress::crc32(run) == extent.crc) return;
  throw InputError((*block.files)[index]->name(), 0,
                   "damaged between the bytes " + std::to_string(extent.offset) + " and " + std::to_string(extent.offset + extent.size) +
                       "; put the file back, or remove its directory: the next run then goes on from the release before it");
}

std::string run_of(const Block& block, Part part) {
  const auto index = static_cast<std::size_t>(part);
  auto run = (*block.files)[index]->read(block.extents[index].offset, block.extents[index].size);
  check_run(block, part, run);
  return run;
}

std::string text_of(const Block& block, Part part) {
  auto run = run_of(block, part);
  return row_of(part).compressed ? compress::gunzip(run) : run;
}

std::string_view slice(const std::vector<Article>& articles, std::size_t index, Part part, std::string_view text) {
  const auto at = static_cast<std::size_t>(part);
  std::size_t begin = 0;
  const auto gap = kPartRows[at].between.size();
  for (std::size_t i = 0; i < index; ++i)
    if (articles[i].sizes[at] > 0) begin += articles[i].sizes[at] + gap;
  if (articles[index].sizes[at] == 0) return {};
  return text.substr(std::min(begin, text.size()), articles[index].sizes[at]);
}

std::vector<Piece> pieces_of(const Block& block, const std::vector<std::size_t>& kept, const IsKnown& names) {
  std::vector<Piece> pieces(kept.size());
  for (std::size_t part = 0; part < kParts; ++part) {
    if (part == static_cast<std::size_t>(Part::Graphs)) continue;
    const auto text = text_of(block, static_cast<Part>(part));
    for (std::size_t i = 0; i < kept.size(); ++i) pieces[i].texts[part] = slice(block.articles, kept[i], static_cast<Part>(part), text);
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    pieces[i].article = block.articles[kept[i]];
    pieces[i].known = known_in(pieces[i].texts[static_cast<std::size_t>(Part::Quads)], names);
  }
  return pieces;
}

std::vector<std::string> known_in(std::string_view quads, const IsKnown& names) {
  std::vector<std::string> known;
  while (!quads.empty()) {
    auto line = cut(quads, '\n');
    cut(line, ' '), cut(line, ' ');
    if (!line.starts_with('<')) continue;
    const auto iri = line.substr(1, line.find('>') - 1);
    if (names(iri)) known.emplace_back(iri);
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  return known;
}

}  // namespace khabar::job
