// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Articles from files, directories and standard input, one after another.
namespace khabar::document {

struct ReadOptions {
  std::string encoding;                                // of all inputs; empty: found out for each
  std::optional<Day> published;                        // of articles that do not carry their own
  std::string publisher;                               // the same
  std::string id;                                      // of the one text that is read; empty: the file's stem, "stdin" for standard input
  std::size_t article_limit = std::size_t{64} << 20U;  // bytes of a text file and of a line of JSON
};

// Something about an input that its owner should know. `origin` is "file" or "file:line".
struct Notice {
  enum class Kind { Warning, Skipped };
  Kind kind = Kind::Warning;
  std::string origin, message;
};

// What one call of ArticleReader::next() found: an article, with warnings, or an input that was skipped.
struct ReadItem {
  std::optional<Article> article;
  std::vector<Notice> notices;
};

// Inputs are text files (an article each), JSON Lines (*.jsonl, an article a line), directories (all *.txt and *.jsonl below them, by
// path) and "-", standard input: JSON Lines when its first character is "{", else one text; each of them also as gzip, Zstandard or
// bzip2 (*.txt.gz, *.jsonl.zst, ...). In a line of JSON `id` and `text` are required strings, `title`, `published`, `publisher` and `url`
// optional ones (null is as good as absent); other members are ignored. A file is never held whole but when it is one article. What
// cannot be read is skipped with a notice and reading goes on.
class ArticleReader {
 public:
  // Throws UsageError for inputs that do not go together with the options: an encoding that does not exist, an id for more than one
  // article, standard input twice.
  ArticleReader(std::vector<std::string> inputs, ReadOptions options);
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;

  // The next item into `item`; false at the end. Throws InputError for two articles with one id, naming both, and UsageError when
  // standard input turns out to be JSON Lines and an id was given.
  bool next(ReadItem& item);

  // How many bytes of the inputs have been read, as they are on disk, and of how many; `total` is 0 when that is not known (standard
  // input, directories). May be asked from any thread.
  struct Progress {
    std::uint64_t read = 0, total = 0;
  };
  Progress progress() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// "YYYY-MM-DD", alone or before a time of day ("T10:30", " 10:30:00+03:00"); a real day of the years 1900 to 2100, else nothing.
std::optional<Day> parse_day(std::string_view text);

}  // namespace khabar::document
