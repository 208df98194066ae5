// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "document/reader.hpp"

#include <gtest/gtest.h>

#include "document/id_table.hpp"
#include "error.hpp"

#include <filesystem>
#include <fstream>

namespace khabar::document {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono;

class Reader : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "khabar-reader-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    directory_ = name;
  }
  void TearDown() override { fs::remove_all(directory_); }

  std::string put(const std::string& name, std::string_view text) const {
    const auto path = directory_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  // "id@origin" of the articles, "!origin message" of what was skipped and "?origin message" of warnings, without the directory.
  std::vector<std::string> read(std::vector<std::string> inputs, ReadOptions options = {}) const {
    ArticleReader reader(std::move(inputs), std::move(options));
    std::vector<std::string> found;
    for (ReadItem item; reader.next(item);) {
      for (const auto& notice : item.notices)
        found.push_back((notice.kind == Notice::Kind::Skipped ? '!' : '?') + local(notice.origin) + ' ' + notice.message);
      if (item.article) found.push_back(item.article->id + '@' + local(item.article->origin));
    }
    return found;
  }

  Article read_one(const std::string& input, ReadOptions options = {}) const {
    ArticleReader reader({input}, std::move(options));
    ReadItem item;
    EXPECT_TRUE(reader.next(item));
    return item.article ? *item.article : Article();
  }

  std::string local(const std::string& origin) const {
    const auto prefix = directory_.string() + '/';
    return origin.starts_with(prefix) ? origin.substr(prefix.size()) : origin;
  }

  fs::path directory_;
};

using Strings = std::vector<std::string>;

TEST_F(Reader, SpreadsDirectoriesInTheOrderOfPaths) {
  put("b.txt", "x"), put("a/z.txt", "x"), put("a/deep/er/y.txt", "x"),
      put("c.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"text\":\"x\"}"), put("d.md", "x");
  EXPECT_EQ(read({directory_.string()}), (Strings{"y@a/deep/er/y.txt", "z@a/z.txt", "b@b.txt", "1@c.jsonl:1", "2@c.jsonl:2"}));
}

TEST_F(Reader, TakesNamedFilesOfAnyNameAsTexts) {
  const auto path = put("report.html.bak", "x");
  EXPECT_EQ(read({path}), (Strings{"report.html@report.html.bak"}));
}

TEST_F(Reader, GoesOnBehindWhatItCannotRead) {
  const auto good = put("good.txt", "x");
  fs::create_directory(directory_ / "empty");
  EXPECT_EQ(read({(directory_ / "none.txt").string(), (directory_ / "empty").string(), good}),
            (Strings{"!none.txt No such file or directory", "!empty no articles (*.txt, *.jsonl) in this directory", "good@good.txt"}));
}

TEST_F(Reader, FillsAllMembers) {
  const auto path = put("a.jsonl",
                        "{\"title\":\"T\",\"id\":\"a\",\"url\":\"https://x/"
                        "\",\"publisher\":\"P\",\"published\":\"2024-02-03T23:30:00-05:00\",\"text\":\"q\\u0642\\n\",\"n\":[1]}");
  const auto article = read_one(path);
  EXPECT_EQ(article.id, "a");
  EXPECT_EQ(article.text, "qق\n");
  EXPECT_EQ(article.title, "T");
  EXPECT_EQ(article.publisher, "P");
  EXPECT_EQ(article.url, "https://x/");
  EXPECT_EQ(article.published, Day(2024y / February / 3));
}

TEST_F(Reader, OptionsFillWhatArticlesDoNotSay) {
  ReadOptions options;
  options.published = Day(2020y / January / 1);
  options.publisher = "P";
  options.id = "mine";
  const auto text = read_one(put("a.txt", "x"), options);
  EXPECT_EQ(text.id, "mine");
  EXPECT_EQ(text.publisher, "P");
  EXPECT_EQ(text.published, options.published);
  options.id.clear();
  const auto line = read_one(put("a.jsonl", R"({"id":"a","text":"x","published":"2021-01-01","publisher":null})"), options);
  EXPECT_EQ(line.publisher, "P");
  EXPECT_EQ(line.published, Day(2021y / January / 1));
}

TEST_F(Reader, KeepsToTheLimit) {
  ReadOptions options;
  options.article_limit = 40;
  const std::string line = R"({"id":"a","text":"x"})";
  const auto lines = put("a.jsonl", R"({"id":"long","text":")" + std::string(3000000, 'x') + "\"}\n" + line + "\n" + std::string(41, ' ') +
                                        '\n' + std::string(1000000, 'x'));
  EXPECT_EQ(read({lines, put("b.txt", std::string(41, 'x')), put("c.txt", std::string(40, 'x'))}, options),
            (Strings{"!a.jsonl:1 this line is longer than 0 MiB", "a@a.jsonl:2", "!a.jsonl:3 this line is longer than 0 MiB",
                     "!a.jsonl:4 this line is longer than 0 MiB",
                     "!b.txt longer than 0 MiB; put one article into a file, or many into JSON Lines", "c@c.txt"}));
}

TEST_F(Reader, NamesBothPlacesOfAnId) {
  const auto first = put("first.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\"b\",\"text\":\"x\"}\n"), second = put("b.txt", "x");
  try {
    read({first, second});
    ADD_FAILURE() << "no error";
  } catch (const InputError& error) {
    EXPECT_EQ(local(error.path), "b.txt");
    EXPECT_EQ(error.message, "the id 'b' is already that of the article in " + first + ":3");
  }
}

TEST_F(Reader, LinksToDirectoriesAreNotFollowed) {
  put("a.txt", "x");
  fs::create_directory_symlink(directory_, directory_ / "again");
  EXPECT_EQ(read({directory_.string()}), (Strings{"a@a.txt"}));
}

TEST_F(Reader, ANameThatIsNoUtf8GivesAnId) {
  const auto path = put("a\xFF.txt", "x");
  EXPECT_EQ(read_one(path).id, "a\uFFFD");
}

TEST(IdTable, FindsEveryIdAmongManyFiles) {
  IdTable ids;
  for (int file = 0; file < 50; ++file) {
    ids.start_file("f" + std::to_string(file));
    for (std::size_t line = 1; line <= 100; ++line)
      if (line % 3 != 0) {
        ASSERT_EQ(ids.add(std::to_string(file) + '-' + std::to_string(line), line), std::nullopt);
      }
  }
  ids.start_file("last");
  EXPECT_EQ(ids.add("17-100", 1), "f17:100");
  EXPECT_EQ(ids.add("0-1", 2), "f0:1");
  EXPECT_EQ(ids.add("new", 0), std::nullopt);
  EXPECT_EQ(ids.add("new", 0), "last");
}

struct Date {
  std::string_view text;
  std::optional<year_month_day> day;
};
class ParseDay : public testing::TestWithParam<Date> {};

TEST_P(ParseDay, TakesRealDaysOnly) {
  const auto day = parse_day(GetParam().text);
  ASSERT_EQ(day.has_value(), GetParam().day.has_value()) << GetParam().text;
  if (day) {
    EXPECT_EQ(*day, Day(*GetParam().day)) << GetParam().text;
  }
}

const std::optional<year_month_day> kDay = 2024y / February / 29;
INSTANTIATE_TEST_SUITE_P(Rows, ParseDay,
                         testing::Values(Date{"2024-02-29", kDay}, Date{"2024-02-29T10:30", kDay},
                                         Date{"2024-02-29 10:30:59.123 +0300", kDay}, Date{"2024-02-29t23:59:60Z", kDay},
                                         Date{"2024-02-29T10:30:00-05:00", kDay}, Date{"2023-02-29", {}},
                                         Date{"1900-01-01", 1900y / January / 1}, Date{"2100-12-31", 2100y / December / 31},
                                         Date{"1899-12-31", {}}, Date{"2101-01-01", {}}, Date{"", {}}, Date{"2024-2-29", {}},
                                         Date{"2024-02-29x", {}}, Date{"2024-02-29T", {}}, Date{"2024-02-29T10", {}},
                                         Date{"2024-02-29T25:00", {}}, Date{"2024-02-29T10:30:00+", {}}, Date{"29-02-2024", {}},
                                         Date{"٢٠٢٤-٠٢-٢٩", {}}, Date{" 2024-02-29", {}}));

}  // namespace
}  // namespace khabar::document
