// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "rdf/long_strings.hpp"
#include "rdf/writer.hpp"

namespace khabar::rdf {

// The bytes of a file or a text, one at a time, with the line that the last one taken stands on. N-Quads come in chunks that end at
// line ends, and next() stops at the end of each until load() is called. Throws InputError for a file that cannot be read, and for
// what Serd would take wrongly without a word: a NUL byte, and in Turtle and TriG the strings of LongStrings.
class ByteSource {
 public:
  ByteSource(const std::filesystem::path& path, Format format);
  ByteSource(std::string_view text, std::string name, Format format);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // The next byte into `byte`, or false at the end.
  bool next(char& byte) {
    if (pos_ == end_ && (whole_lines_ || !load())) {
      dry_ = true;
      return false;
    }
    byte = *pos_++;
    return true;
  }

  // Fetches the next bytes; false at the very end.
  bool load();

  // The line, from 1, of the last byte but one that was taken: a parser has taken one more than it has read. At the end, of the last.
  std::size_t line();

  const std::string& name() const { return name_; }

 private:
  void refuse_misread();
  void load_file();
  void load_text();
  void count_to(const char* to);

  std::string name_;
  int fd_ = -1;
  bool whole_lines_;
  bool long_strings_;    // the format has them
  bool at_end_ = false;  // no byte is left behind end_
  bool dry_ = false;     // next() has returned false and nothing was loaded since
  LongStrings strings_;
  std::vector<char> buffer_;
  const char* pos_ = nullptr;
  const char* end_ = nullptr;      // of what may be taken
  const char* filled_ = nullptr;   // of what has been read
  const char* counted_ = nullptr;  // lines are counted up to here
  std::size_t line_ = 1;
};

}  // namespace khabar::rdf
