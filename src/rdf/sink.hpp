// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "compress/compress.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

// Where finished bytes go. Every sink throws OutputError with one line that names the place, the system's reason and what can be
// done; after a failure it stays failed and says the same again. Only close() makes the output good.
namespace khabar::rdf {

// Throws that OutputError: "WHAT: REASON; REMEDY".
[[noreturn]] void fail_output(const std::string& what, int error);

class ByteSink {
 public:
  ByteSink() = default;
  ByteSink(const ByteSink&) = delete;
  ByteSink& operator=(const ByteSink&) = delete;
  virtual ~ByteSink() = default;

  virtual void write(std::string_view bytes) = 0;

  // Brings everything to its place or throws. A second close() does nothing; write() after close() is a std::logic_error.
  virtual void close() = 0;
};

// A file that appears whole or not at all: bytes go to `.NAME.tmp-PID` in the target's directory, which close() flushes, syncs and
// renames over the target. Until then, and after any failure, an old file stays as it was; a sink destroyed without close() removes
// its temporary file. A new file follows the umask, a replaced one passes on its mode; a symbolic link keeps pointing at the file
// that is replaced. A target that is no regular file (/dev/null, a pipe) is written directly. The constructor already throws when
// the target cannot be written: a directory, a read-only file, no right to make files beside it.
class FileSink final : public ByteSink {
 public:
  explicit FileSink(const std::filesystem::path& target);
  ~FileSink() override;
  void write(std::string_view bytes) override;
  void close() override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Standard output, buffered; close() flushes and leaves the descriptor open. Bytes not yet flushed are dropped when the sink is
// destroyed without close(). A closed pipe is an OutputError only if the program ignores SIGPIPE.
class StdoutSink final : public ByteSink {
 public:
  StdoutSink();
  ~StdoutSink() override;
  void write(std::string_view bytes) override;
  void close() override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Packs on the way to another sink.
class PackingSink final : public ByteSink {
 public:
  // Throws std::invalid_argument for Method::None.
  PackingSink(std::unique_ptr<ByteSink> to, compress::Method method);
  ~PackingSink() override;
  void write(std::string_view bytes) override;
  void close() override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A FileSink, behind a PackingSink when the name ends in .gz, .zst or .bz2.
std::unique_ptr<ByteSink> make_file_sink(const std::filesystem::path& target);

// Keeps the bytes in memory.
class MemorySink final : public ByteSink {
 public:
  void write(std::string_view bytes) override { bytes_.append(bytes); }
  void close() override {}
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace khabar::rdf
