// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/sink.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "error.hpp"

namespace khabar::rdf {
namespace {

namespace fs = std::filesystem;

class Sink : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "khabar-sink-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    directory_ = name;
  }
  void TearDown() override { fs::remove_all(directory_); }

  static std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  static void put(const fs::path& path, std::string_view text) { std::ofstream(path) << text; }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(directory_), fs::directory_iterator{}));
  }
  static std::string message(const std::function<void()>& action) {
    try {
      action();
    } catch (const OutputError& error) {
      return error.what();
    }
    return "no OutputError";
  }

  fs::path directory_;
};

TEST_F(Sink, WritesAllAndRenamesAtTheEnd) {
  const auto path = directory_ / "out.nt";
  std::string all;
  {
    FileSink sink(path);
    for (int i = 0; i < 300000; ++i) {
      const std::string line = std::to_string(i) + "\n";
      sink.write(line);
      all += line;
    }
    const std::string large(3000000, 'x');
    sink.write(large);
    all += large;
    EXPECT_FALSE(fs::exists(path));
    EXPECT_EQ(files(), 1U);
    EXPECT_TRUE(fs::exists(directory_ / (".out.nt.tmp-" + std::to_string(::getpid()))));
    sink.close();
    sink.close();
    EXPECT_THROW(sink.write("x"), std::logic_error);
  }
  EXPECT_EQ(files(), 1U);
  EXPECT_EQ(content(path), all);
}

TEST_F(Sink, LeavesTheOldFileWithoutClose) {
  const auto path = directory_ / "out.nt";
  put(path, "old");
  {
    FileSink sink(path);
    sink.write(std::string(3000000, 'x'));
  }
  EXPECT_EQ(content(path), "old");
  EXPECT_EQ(files(), 1U);
}

TEST_F(Sink, LeavesTheOldFileWhenTheDiskIsFull) {
  const auto path = directory_ / "out.nt";
  put(path, "old");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{100000, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  {
    FileSink sink(path);
    sink.write(std::string(200000, 'x'));
    const auto first = message([&] { sink.close(); });
    EXPECT_EQ(first, "cannot write " + path.string() + ": File too large; raise the file size limit or write to another disk");
    EXPECT_EQ(message([&] { sink.close(); }), first);
    EXPECT_EQ(message([&] { sink.write("more"); }), first);
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(content(path), "old");
  EXPECT_EQ(files(), 1U);
}

TEST_F(Sink, FullDevice) {
  FileSink sink("/dev/full");
  sink.write("x");
  EXPECT_EQ(message([&] { sink.close(); }), "cannot write /dev/full: No space left on device; free some space or write to another disk");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(Sink, NullDevice) {
  FileSink sink("/dev/null");
  sink.write("x");
  sink.close();
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(Sink, MissingDirectory) {
  const auto path = (directory_ / "no" / "out.nt").string();
  EXPECT_EQ(message([&] { FileSink sink(path); }), "cannot write " + path + ": No such file or directory; create the directory first");
}

TEST_F(Sink, DirectoryAsTarget) {
  EXPECT_EQ(message([&] { FileSink sink(directory_); }), "cannot write " + directory_.string() + ": Is a directory; name a file in it");
  EXPECT_EQ(message([&] { FileSink sink(directory_ / "new" / ""); }),
            "cannot write " + (directory_ / "new" / "").string() + ": Is a directory; name a file in it");
}

TEST_F(Sink, UnwritablePlaces) {
  if (::geteuid() == 0) {  // root may write anywhere but in /proc
    EXPECT_THROW(FileSink("/proc/khabar.nt"), OutputError);
    return;
  }
  const auto path = directory_ / "out.nt";
  put(path, "old");
  fs::permissions(path, fs::perms::owner_read);
  EXPECT_THROW(FileSink{path}, OutputError);
  fs::permissions(directory_, fs::perms::owner_read | fs::perms::owner_exec);
  const auto said = message([&] { FileSink sink(directory_ / "new.nt"); });
  fs::permissions(directory_, fs::perms::owner_all);
  EXPECT_EQ(said, "cannot write " + (directory_ / "new.nt").string() +
                      ": Permission denied; check the permissions or write to another directory");
}

TEST_F(Sink, ModeOfOldFileOrUmask) {
  const auto mode = [](const fs::path& path) { return fs::status(path).permissions() & fs::perms::all; };
  const auto before = ::umask(027);
  const auto old = directory_ / "old.nt";
  put(old, "old");
  fs::permissions(old, static_cast<fs::perms>(0604));
  for (const auto* name : {"old.nt", "new.nt"}) {
    FileSink sink(directory_ / name);
    sink.write("x");
    sink.close();
  }
  ::umask(before);
  EXPECT_EQ(mode(old), static_cast<fs::perms>(0604));
  EXPECT_EQ(mode(directory_ / "new.nt"), static_cast<fs::perms>(0640));
}

TEST_F(Sink, FollowsSymbolicLinks) {
  fs::create_directory(directory_ / "real");
  put(directory_ / "real" / "data.nt", "old");
  fs::create_symlink("real/data.nt", directory_ / "latest.nt");
  FileSink sink(directory_ / "latest.nt");
  sink.write("new");
  sink.close();
  EXPECT_TRUE(fs::is_symlink(directory_ / "latest.nt"));
  EXPECT_EQ(content(directory_ / "real" / "data.nt"), "new");
}

TEST_F(Sink, LongNamesAndTwoAtOnce) {
  const auto path = directory_ / std::string(255, 'n');
  FileSink one(path);
  FileSink two(path);
  one.write("1");
  two.write("2");
  one.close();
  two.close();
  EXPECT_EQ(content(path), "2");
  EXPECT_EQ(files(), 1U);
}

TEST_F(Sink, ClosedPipe) {
  const auto handler = std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  const int saved = ::dup(STDOUT_FILENO);
  ::dup2(ends[1], STDOUT_FILENO);
  StdoutSink sink;
  sink.write("x");
  const auto said = message([&] { sink.close(); });
  ::dup2(saved, STDOUT_FILENO);
  ::close(saved);
  ::close(ends[1]);
  std::signal(SIGPIPE, handler);
  EXPECT_EQ(said, "cannot write standard output: Broken pipe; the program that reads it stopped early");
}

TEST_F(Sink, Memory) {
  MemorySink sink;
  sink.write("a");
  sink.write("b");
  sink.close();
  EXPECT_EQ(sink.bytes(), "ab");
}

}  // namespace
}  // namespace khabar::rdf
