// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// What the periodic job remembers, from any bytes: rows of articles, the state database, the journal of a killed run. Damage is refused
// with a reason, or dropped; what is read can be written and read again.
#include "error.hpp"
#include "fuzz.hpp"
#include "job/block.hpp"
#include "job/journal.hpp"
#include "job/store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace {

using khabar::fuzz::require;

// The bytes as a file on a disk, since SQLite and the journal work on those; in memory where there is such a one.
class TestFile {
 public:
  TestFile() {
    const auto memory = std::filesystem::path("/dev/shm");
    const auto directory = std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
    path_ = directory / ("khabar-fuzz-state-" + std::to_string(::getpid()));
  }
  ~TestFile() { std::filesystem::remove(path_); }
  const std::filesystem::path& holding(std::string_view bytes) const {
    const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    require(file >= 0, "a file can be made");
    require(::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "it can be written");
    ::close(file);
    return path_;
  }

 private:
  std::filesystem::path path_;
};

const TestFile& test_file() {
  static const TestFile kFile;
  return kFile;
}

void read_rows(std::string_view bytes) {
  const auto written = khabar::job::article_rows(khabar::job::parse_article_rows(bytes));
  require(khabar::job::article_rows(khabar::job::parse_article_rows(written)) == written, "rows are read as they were written");
}

void read_database(std::string_view bytes) {
  if (bytes.empty()) return;  // a new state would be made
  khabar::job::Store store(test_file().holding(bytes));
  store.load();
}

void read_journal(std::string_view bytes) {
  const khabar::job::Journal journal(test_file().holding(bytes));
  require(journal.find("no such key") == nullptr || bytes.find("no such key") != bytes.npos, "the journal holds what was written");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr unsigned kDatabase = 1, kJournal = 2;  // others: rows
  if (size == 0) return 0;
  const auto bytes = khabar::fuzz::view(data + 1, size - 1);
  try {
    switch (data[0] % 16U) {
      case kDatabase:
        read_database(bytes);
        break;
      case kJournal:
        read_journal(bytes);
        break;
      default:
        read_rows(bytes);
    }
  } catch (const khabar::Error&) {  // damaged, with the reason
  }
  return 0;
}
