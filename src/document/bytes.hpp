// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "compress/compress.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::document {

// A file or standard input, read in pieces: whole or line by line, in memory bounded by a limit. gzip, Zstandard and bzip2 are unpacked
// on the way, known by the first bytes. Throws InputError naming the input when it cannot be opened, read or unpacked.
class ByteInput {
 public:
  explicit ByteInput(const std::string& path);  // "-" is standard input
  ~ByteInput();
  ByteInput(const ByteInput&) = delete;
  ByteInput& operator=(const ByteInput&) = delete;

  const std::string& name() const { return name_; }

  // How many bytes of it have been read, packed ones as they are.
  std::uint64_t bytes_read() const { return bytes_read_; }

  // The first byte that is neither space nor part of a UTF-8 byte order mark, taking nothing away; '\0' when there is none.
  char first_visible();

  // All that is left. Throws InputError when it is more than `limit` bytes.
  std::string read_all(std::size_t limit);

  enum class LineStatus { End, Line, TooLong };
  // The next line without its end into `line`. A line of more than `limit` bytes is passed over.
  LineStatus next_line(std::string& line, std::size_t limit);

 private:
  bool fill();                                       // more bytes behind those not yet taken; false at the end
  std::size_t read_raw(char* to, std::size_t size);  // as they are in the file; 0 at the end
  std::size_t unpack(char* to, std::size_t size);    // the same, unpacked
  void find_method();
  std::string_view left() const { return std::string_view(buffer_.data() + begin_, end_ - begin_); }

  std::string name_;
  int fd_ = -1;
  std::uint64_t bytes_read_ = 0;
  compress::Method method_ = compress::Method::None;
  std::unique_ptr<compress::Decoder> decoder_;
  bool found_method_ = false;
  std::string packed_;            // bytes of the file that were read ahead
  std::string_view packed_left_;  // of which these are not yet unpacked
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace khabar::document
