// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// tests/cases/link/CASE/: a folder is a case. It holds articles.jsonl and pairs.txt: in each line the ids of two articles that share an
// incident, sorted. A single case may be wrong; all together must reach kFloor.
#include "document/reader.hpp"
#include "khabar.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

namespace khabar {
namespace {

namespace fs = std::filesystem;
using Pairs = std::set<std::string>;

constexpr double kFloor = 0.90;  // F1 of pairs
constexpr std::size_t kFewestCases = 20;

Pairs expected(const fs::path& folder) {
  std::ifstream file(folder / "pairs.txt");
  EXPECT_TRUE(file.good()) << folder;
  Pairs pairs;
  for (std::string line; std::getline(file, line);) pairs.insert(line);
  return pairs;
}

std::vector<link::ArticleRecord> read(const Extractor& extractor, const fs::path& folder) {
  document::ArticleReader reader({(folder / "articles.jsonl").string()}, {});
  std::vector<link::ArticleRecord> records;
  document::ReadItem item;
  ArticleResult result;
  while (reader.next(item)) {
    EXPECT_TRUE(item.article && item.notices.empty()) << folder;
    if (!item.article) continue;
    extractor.extract(std::move(*item.article), result);
    records.push_back(result.record);
  }
  return records;
}

Pairs found(const std::vector<link::Group>& groups) {
  Pairs pairs;
  for (const auto& group : groups) {
    std::set<std::string> ids;
    for (const auto& membership : group) ids.insert(membership.member.article);
    for (auto a = ids.begin(); a != ids.end(); ++a)
      for (auto b = std::next(a); b != ids.end(); ++b) pairs.insert(*a + ' ' + *b);
  }
  return pairs;
}

TEST(LinkCases, PairsOfArticlesThatReportOneHappening) {
  const Extractor extractor(lexicon::Lexicon::from_file(KHABAR_IMAGE), {.link = true});
  std::size_t right = 0, wrong = 0, missed = 0, cases = 0;
  for (const auto& folder : fs::directory_iterator(fs::path(KHABAR_SOURCE_DIR) / "tests" / "cases" / "link")) {
    if (!folder.is_directory()) continue;
    ++cases;
    const auto gold = expected(folder.path());
    const auto pairs = found(link::link_events(read(extractor, folder.path())));
    for (const auto& pair : pairs) {
      gold.contains(pair) ? ++right : ++wrong;
      if (!gold.contains(pair)) std::cout << folder.path().filename().string() << ": wrong: " << pair << '\n';
    }
    for (const auto& pair : gold)
      if (!pairs.contains(pair)) ++missed, std::cout << folder.path().filename().string() << ": missed: " << pair << '\n';
  }
  EXPECT_GE(cases, kFewestCases);
  const double f1 = 2.0 * static_cast<double>(right) / static_cast<double>(2 * right + wrong + missed);
  std::cout << right << " pairs right, " << wrong << " wrong, " << missed << " missed: F1 " << f1 << '\n';
  EXPECT_GE(f1, kFloor);
}

}  // namespace
}  // namespace khabar
