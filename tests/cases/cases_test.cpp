// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// tests/cases/reading/TOPIC/CASE/: a folder is a case. It holds article.txt, expected.txt (the dump of support/reading.hpp) and, if the
// publication date is known, meta ("published=2024-05-15"); any other name is an error. A case whose folder ends in ".known-bug" says
// what is right and must fail; once it passes it must be renamed.
#include "support/reading.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace khabar {
namespace {

namespace fs = std::filesystem;

const fs::path kReading = fs::path(KHABAR_SOURCE_DIR) / "tests" / "cases" / "reading";
constexpr std::string_view kKnownBug = ".known-bug";

struct Case {
  std::string name;  // TOPIC/CASE
  fs::path folder;
  bool known_bug = false;
};

void PrintTo(const Case& item, std::ostream* out) { *out << item.name; }

std::vector<Case> find_cases() {
  std::vector<Case> cases;
  for (const auto& topic : fs::directory_iterator(kReading)) {
    if (!topic.is_directory()) continue;
    for (const auto& item : fs::directory_iterator(topic.path())) {
      if (!item.is_directory()) continue;
      auto name = topic.path().filename().string() + '/' + item.path().filename().string();
      const bool known_bug = name.ends_with(kKnownBug);
      cases.push_back({std::move(name), item.path(), known_bug});
    }
  }
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The date of "published=DATE" in meta, or nothing without a meta file.
std::string published(const Case& item) {
  if (!fs::exists(item.folder / "meta")) return {};
  const auto meta = contents(item.folder / "meta");
  constexpr std::string_view kKey = "published=";
  EXPECT_TRUE(meta.starts_with(kKey) && meta.size() == kKey.size() + 11 && meta.back() == '\n') << item.name << "/meta: " << meta;
  return meta.substr(kKey.size(), 10);
}

class Reading : public ::testing::TestWithParam<Case> {};

TEST_P(Reading, Case) {
  const auto& item = GetParam();
  const auto article = contents(item.folder / "article.txt");
  const auto expected = contents(item.folder / "expected.txt");
  const auto found = test::read(article, published(item));
  if (item.known_bug) {
    const auto name = item.name.substr(0, item.name.size() - kKnownBug.size());
    EXPECT_NE(found, expected) << "passes now: cd tests/cases/reading && git mv " << item.name << ' ' << name;
  } else {
    EXPECT_EQ(found, expected) << article;
  }
}

std::string test_name(const ::testing::TestParamInfo<Case>& info) {
  auto name = info.param.name;
  for (auto& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Reading, ::testing::ValuesIn(find_cases()), test_name);

TEST(ReadingFolders, HoldCasesOnly) {
  const std::set<std::string> names = {"article.txt", "meta", "expected.txt"};
  for (const auto& topic : fs::directory_iterator(kReading)) {
    EXPECT_TRUE(topic.is_directory() || topic.path().filename() == "README.md") << topic.path() << " is a stranger";
    if (!topic.is_directory()) continue;
    for (const auto& item : fs::directory_iterator(topic.path())) EXPECT_TRUE(item.is_directory()) << item.path() << " is a stranger";
  }
  for (const auto& item : find_cases()) {
    for (const auto& file : fs::directory_iterator(item.folder))
      EXPECT_EQ(names.count(file.path().filename().string()), 1U) << file.path() << " is a stranger";
    EXPECT_TRUE(fs::is_regular_file(item.folder / "article.txt")) << item.name;
    EXPECT_TRUE(fs::is_regular_file(item.folder / "expected.txt")) << item.name;
    EXPECT_EQ(item.name.find('.') == std::string::npos || item.known_bug, true) << item.name << ": what suffix is this?";
  }
}

TEST(ReadingFolders, NoCaseStandsTwice) {
  std::set<std::string> names;
  for (const auto& item : find_cases()) {
    auto name = item.name;
    if (item.known_bug) name.resize(name.size() - kKnownBug.size());
    EXPECT_TRUE(names.insert(name).second) << name;
  }
}

}  // namespace
}  // namespace khabar
