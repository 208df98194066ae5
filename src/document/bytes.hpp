// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::document {

// A file or standard input, read in pieces: whole or line by line, in memory bounded by a limit. Throws InputError naming the input
// when it cannot be opened or read.
class ByteInput {
 public:
  explicit ByteInput(const std::string& path);  // "-" is standard input
  ~ByteInput();
  ByteInput(const ByteInput&) = delete;
  ByteInput& operator=(const ByteInput&) = delete;

  const std::string& name() const { return name_; }

  // The first byte that is neither space nor part of a UTF-8 byte order mark, taking nothing away; '\0' when there is none.
  char first_visible();

  // All that is left. Throws InputError when it is more than `limit` bytes.
  std::string read_all(std::size_t limit);

  enum class LineStatus { End, Line, TooLong };
  // The next line without its end into `line`. A line of more than `limit` bytes is passed over.
  LineStatus next_line(std::string& line, std::size_t limit);

 private:
  bool fill();  // more bytes behind those not yet taken; false at the end
  std::string_view left() const { return std::string_view(buffer_.data() + begin_, end_ - begin_); }

  std::string name_;
  int fd_ = -1;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace khabar::document
