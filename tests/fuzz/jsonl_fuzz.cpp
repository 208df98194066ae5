// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Any bytes on standard input: articles, notices or a refusal, whether JSON Lines, text or packed.
#include "document/reader.hpp"
#include "error.hpp"
#include "fuzz.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace {

// The bytes as standard input.
void set_input(std::string_view bytes) {
  static const int file = ::memfd_create("fuzz", 0);
  static const int standard = ::dup2(file, STDIN_FILENO);
  using khabar::fuzz::require;
  require(file >= 0 && standard == STDIN_FILENO, "there is a file in memory");
  require(::ftruncate(file, 0) == 0, "it can be emptied");
  require(::pwrite(file, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "it can be written");
  require(::lseek(file, 0, SEEK_SET) == 0, "it can be wound back");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using khabar::fuzz::require;
  set_input(khabar::fuzz::view(data, size));
  khabar::document::ReadOptions options;
  options.article_limit = std::size_t{1} << 16U;
  try {
    khabar::document::ArticleReader reader({"-"}, options);
    khabar::document::ReadItem item;
    while (reader.next(item)) {
      require(item.article || !item.notices.empty(), "an item is an article or says why not");
      if (!item.article) continue;
      require(!item.article->id.empty(), "an article has an id");
      require(item.article->text.size() <= 3 * options.article_limit, "the limit holds");
      require(item.article->text.find('\0') == std::string::npos, "no text holds NUL");
    }
  } catch (const khabar::InputError&) {  // two articles with one id
  }
  return 0;
}
