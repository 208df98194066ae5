// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"
#include "job/file.hpp"
#include "lexicon/terms.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a job keeps. Articles are kept in blocks of some twenty, in the order in which they came. A block adds a run of bytes to each of
// a release's parts (files), which never changes while its articles do not: the next release takes it over as it is.
namespace khabar::job {

enum class Part : std::uint8_t { Quads, Graphs, Records, Events, Casualties, Features };
struct PartRow {
  std::string_view file;
  bool compressed;                       // each block's run is a gzip member
  std::string_view head, between, tail;  // of the text: before the first row, between the rows of blocks, at the end
};
inline constexpr std::size_t kParts = 6;
extern const std::array<PartRow, kParts> kPartRows;
inline const PartRow& row_of(Part part) { return kPartRows[static_cast<std::size_t>(part)]; }

// Numbers that the description of a release adds up.
struct Counts {
  std::uint32_t statements = 0, events = 0, figures = 0;
  std::array<std::uint32_t, lexicon::kEventTypeNames.size()> types{};  // events by type, those that did not happen too

  void add(const Counts& other);
  bool operator==(const Counts&) const = default;
};

// An article as the job remembers it.
struct Article {
  std::string id;
  std::string key;    // changes with whatever the graph depends on
  std::string graph;  // its IRI
  std::optional<document::Day> published;
  Counts counts;
  std::array<std::uint32_t, kParts> sizes{};  // bytes of the text of each part; of Graphs not known here
  std::string origin;                         // the input it was last read from; empty: not known
};

// Bytes of a file.
struct Extent {
  std::uint64_t offset = 0, size = 0;
  std::uint32_t crc = 0;  // of these bytes
};

// Where the extents of blocks lie, by part: the files of a release, or one file for all.
using Files = std::array<std::shared_ptr<const File>, kParts>;

struct Block {
  std::uint64_t number = 0;
  std::vector<Article> articles;
  std::vector<std::string> known;  // IRIs of known entities that the quads name, sorted
  std::array<Extent, kParts> extents{};
  std::shared_ptr<const Files> files;
};

// What one article adds.
struct Piece {
  Article article;
  std::vector<std::string> known;
  std::array<std::string, kParts> texts;  // of Graphs empty: made when the block is closed
};

// A block whose articles are known, with the whole texts.
struct OpenBlock {
  std::vector<Article> articles;
  std::vector<std::string> known;
  std::array<std::string, kParts> texts;
  bool empty() const { return articles.empty(); }
  void add(Piece&& piece);
};

// A line for each article, its columns separated by tabs: graph, key, published, statements, events, figures, events by type, sizes of
// its texts of the parts. They are the text of Part::Graphs.
std::string article_rows(const std::vector<Article>& articles);
// Throws Error when they are damaged.
std::vector<Article> parse_article_rows(std::string_view rows);

std::vector<std::string> origins_of(const std::vector<Article>& articles);

// The runs of bytes that a block adds, in the order of the parts.
std::array<std::string, kParts> runs_of(const OpenBlock& block);

// Throws InputError when `run` is not what was stored of a block.
void check_run(const Block& block, Part part, std::string_view run);

// The run of a stored block, and its text. Throws InputError, naming the file, when the bytes are not those that were stored.
std::string run_of(const Block& block, Part part);
std::string text_of(const Block& block, Part part);

// Article `index` of a block in the text of a part.
std::string_view slice(const std::vector<Article>& articles, std::size_t index, Part part, std::string_view text);

// The articles of a block that `kept` names, as pieces. `names` says whether an IRI is one of a known entity.
using IsKnown = std::function<bool(std::string_view)>;
std::vector<Piece> pieces_of(const Block& block, const std::vector<std::size_t>& kept, const IsKnown& names);

// The IRIs of known entities in the objects of N-Quads, sorted, each once.
std::vector<std::string> known_in(std::string_view quads, const IsKnown& names);

}  // namespace khabar::job
