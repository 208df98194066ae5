// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "compress/members.hpp"
#include "error.hpp"
#include "job/block.hpp"
#include "job/incident_state.hpp"
#include "job/link_memory.hpp"
#include "job/release.hpp"
#include "job/toll.hpp"
#include "job/tsv.hpp"
#include "rdf/term.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace khabar::job {
namespace {

TEST(Texts, CsvCells) {
  const struct {
    std::string_view text, cell;
  } rows[] = {{"", ""}, {"plain", "plain"}, {"a,b", "\"a,b\""}, {"say \"x\"", "\"say \"\"x\"\"\""}, {"two\nlines\r", "two lines "}};
  for (const auto& row : rows) EXPECT_EQ(csv_cell(row.text), row.cell);
}

TEST(Texts, JsonStrings) { EXPECT_EQ(json_string("a\"b\\c\n\x01"), "\"a\\\"b\\\\c\\u000a\\u0001\""); }

TEST(Texts, IdsComeBackFromGraphs) {
  for (const std::string id : {"one", "a/b", "..", "100%", "x/graph", "\xD8\xAE\xD8\xA8\xD8\xB1", "tab\tline\n"}) {
    const auto graph = "https://example.org/article/x/article/" + rdf::percent_encode_segment(id) + "/graph";
    EXPECT_EQ(id_in_graph(graph), id);
  }
  for (const auto* graph : {"https://example.org/graph", "https://example.org/article/one", "https://example.org/article/%4/graph",
                            "https://example.org/article/%zz/graph", "/article/graph"})
    EXPECT_THROW(id_in_graph(graph), Error) << graph;
}

TEST(Texts, Numbers) {
  EXPECT_EQ(number_of("4294967295"), 4294967295U);
  for (const auto* text : {"", "-1", "4294967296", "1x", " 1"}) EXPECT_THROW(number_of(text), Error) << text;
}

TEST(Gzip, MembersAreOneText) {
  const std::string first(3'000'000, 'a'), second = "b";
  const auto one = compress::gzip(first);
  EXPECT_EQ(compress::gunzip(one + compress::gzip("") + compress::gzip(second)), first + second);
  std::size_t taken = 0;
  EXPECT_EQ(compress::gunzip_member(one + compress::gzip(second), taken), first);
  EXPECT_EQ(taken, one.size());
  EXPECT_THROW(compress::gunzip(one.substr(0, one.size() - 1)), Error);
  EXPECT_THROW(compress::gunzip("no gzip at all, but long enough to be one"), Error);
}

Article article(std::string id, std::uint32_t features) {
  Article article;
  article.id = std::move(id);
  article.key = "0123";
  article.graph = "https://example.org/article/" + article.id + "/graph";
  article.published = document::Day(std::chrono::days(19'000));
  article.counts.statements = 7;
  article.counts.types[1] = 2, article.counts.types[12] = 1;
  article.sizes[static_cast<std::size_t>(Part::Features)] = features;
  return article;
}

TEST(Block, RowsComeBack) {
  const auto rows = article_rows({article("one", 3), article("two", 0)});
  const auto back = parse_article_rows(rows);
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(back[0].id, "one");
  EXPECT_EQ(back[0].counts, article("one", 3).counts);
  EXPECT_EQ(back[0].sizes, article("one", 3).sizes);
  EXPECT_EQ(back[0].published, article("one", 3).published);
  EXPECT_EQ(article_rows(back), rows);
  EXPECT_THROW(parse_article_rows(rows.substr(0, rows.size() - 4)), Error);
  EXPECT_THROW(parse_article_rows("https://example.org/article/x/graph\n"), Error);
}

TEST(Block, SlicesSkipWhatStandsBetween) {
  OpenBlock block;
  for (const auto* text : {"aa", "", "b", "ccc"}) {
    Piece piece;
    piece.texts[static_cast<std::size_t>(Part::Features)] = text;
    piece.known = {std::string("k") + text};
    block.add(std::move(piece));
  }
  const auto& features = block.texts[static_cast<std::size_t>(Part::Features)];
  EXPECT_EQ(features, "aa,\nb,\nccc");
  EXPECT_EQ(block.known, (std::vector<std::string>{"k", "kaa", "kb", "kccc"}));
  const std::string_view expected[] = {"aa", "", "b", "ccc"};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(slice(block.articles, i, Part::Features, features), expected[i]);
}

TEST(Block, KnownEntitiesAreObjects) {
  const auto known = known_in("<s> <p> <https://k/b> <g> .\n<https://k/s> <p> \"<https://k/no>\" <g> .\n<s> <p> <https://k/a> <g> .\n",
                              [](std::string_view iri) { return iri.starts_with("https://k/"); });
  EXPECT_EQ(known, (std::vector<std::string>{"https://k/a", "https://k/b"}));
}

TEST(Release, Names) {
  EXPECT_EQ(serial_of("000012-2024-05-15"), 12U);
  EXPECT_EQ(serial_of("1000000"), 1'000'000U);
  for (const auto* name : {"", ".000012.new", "x", "-2024", "current"}) EXPECT_EQ(serial_of(name), 0U) << name;
}

TEST(Toll, LinesComeBack) {
  const Tolls tolls{{true, 1, 3}, {}};
  EXPECT_EQ(toll_line("0-4", {}), "");
  const auto text = toll_line("0-4", tolls) + toll_line("12-17-2", {{}, {true, 0, 9}}) + "\nrest";
  std::string_view notes(text);
  const auto back = parse_tolls(notes);
  EXPECT_EQ(notes, "rest");
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(back[0].first, (link::EventName{0, 4, 1}));
  EXPECT_EQ(back[0].second.killed.highest, 3U);
  EXPECT_FALSE(back[0].second.injured.given);
  EXPECT_EQ(back[1].first, (link::EventName{12, 17, 2}));
  EXPECT_TRUE(back[1].second.injured.given);
}

TEST(Incidents, LinesComeBack) {
  link::Incident incident{"a%20b/0-4", 3, {document::Day(std::chrono::days(19'000)), "a b", {0, 4, 1}}, {}};
  incident.members.push_back({incident.founder});
  incident.members.push_back({{std::nullopt, "c\td", {5, 9, 2}}});
  const link::Replaced replaced{"gone/1-2", 1, {std::nullopt, "gone", {1, 2, 1}}, incident.name};
  const auto kept = entry_of(incident, "quads\n", "row\n"), gone = entry_of(replaced, "q");
  const auto first = compress::gzip(kept.line), second = compress::gzip(gone.line);
  Chunk one, two;
  one.incidents = 1, one.memberships = 2, one.statements = 9, one.quads = 100, one.rows = 20;
  one.lines = static_cast<std::uint32_t>(first.size());
  two.replaced = 1, two.lines = static_cast<std::uint32_t>(second.size());
  const auto file = compress::gzip(state_head(5, {one, two})) + first + second;
  const auto past = parse_incidents(file, 10);
  EXPECT_EQ(past.runs, 5U);
  EXPECT_EQ(past.begins, (std::vector<std::uint32_t>{0, 1, 2}));
  const auto back = incident_of(past.lines[0]);
  EXPECT_EQ(back.name, incident.name);
  EXPECT_EQ(back.since, incident.since);
  EXPECT_EQ(back.founder, incident.founder);
  ASSERT_EQ(back.members.size(), 2U);
  EXPECT_EQ(back.members[1].member.article, "c\td");
  EXPECT_EQ(back.members[1].member.event, (link::EventName{5, 9, 2}));
  const auto sizes = sizes_of(past.lines[0]);
  EXPECT_EQ(sizes.quads, 6U);
  EXPECT_EQ(sizes.row, 4U);
  EXPECT_EQ(sizes.memberships, 2U);
  EXPECT_TRUE(past.lines[1].replaced);
  EXPECT_EQ(replaced_of(past.lines[1]), replaced);
  EXPECT_EQ(past.chunks[1].quads_at, 100U);
  EXPECT_EQ(past.chunks[1].rows_at, 30U);
  EXPECT_THROW(parse_incidents(compress::gzip("x\n"), 0), Error);
  EXPECT_THROW(parse_incidents(file + compress::gzip(kept.line), 0), Error);
}

TEST(Memory, ComesBackOnlyWholeAndWithItsStamp) {
  const auto path = std::filesystem::path(testing::TempDir()) / "khabar-links";
  LinkMemory memory;
  memory.keys = {{1, 2}, {3, 4}};
  memory.web.begins = {0, 1, 2};
  memory.web.spans = {{19'000, 1}, {19'001, 2}};
  memory.web.ties = {{0, 1, 61, link::Tie::kFromFirst, 0}};
  memory.incident_of = {0, 0};
  memory.orphans = {{7, 0, 0}};
  save_memory(memory, "stamp", path);
  const auto back = load_memory("stamp", path);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->keys, memory.keys);
  EXPECT_EQ(back->web, memory.web);
  EXPECT_EQ(back->orphans.front().founder, 7U);
  EXPECT_FALSE(load_memory("other", path));
  EXPECT_FALSE(load_memory("stam", path));
  for (const auto size : {std::uintmax_t{3}, std::filesystem::file_size(path) - 1}) {
    std::filesystem::resize_file(path, size);
    EXPECT_FALSE(load_memory("stamp", path));
    save_memory(memory, "stamp", path);
  }
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(60);
  file.put('\x7F');
  file.close();
  EXPECT_FALSE(load_memory("stamp", path));
  std::filesystem::remove(path);
  EXPECT_FALSE(load_memory("stamp", path));
}

}  // namespace
}  // namespace khabar::job
