// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/byte_source.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "error.hpp"

namespace khabar::rdf {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18U;

[[noreturn]] void fail(const std::string& name, const char* what, int error) {
  throw InputError(name, 0, what + std::generic_category().message(error));
}

// Behind the last line end in [from, to), or `from` if there is none.
const char* behind_last_line(const char* from, const char* to) {
  const void* newline = ::memrchr(from, '\n', static_cast<std::size_t>(to - from));
  return newline == nullptr ? from : static_cast<const char*>(newline) + 1;
}

}  // namespace

ByteSource::ByteSource(const std::filesystem::path& path, Format format) : ByteSource({}, path.string(), format) {
  fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) fail(name_, "cannot open: ", errno);
  buffer_.resize(kChunk);
  pos_ = end_ = filled_ = counted_ = buffer_.data();
}

ByteSource::ByteSource(std::string_view text, std::string name, Format format)
    : name_(std::move(name)),
      whole_lines_(format == Format::NQuads),
      long_strings_(format == Format::Turtle || format == Format::TriG),
      pos_(text.data()),
      end_(text.data()),
      filled_(text.data() + text.size()),
      counted_(text.data()) {}

ByteSource::~ByteSource() {
  if (fd_ >= 0) ::close(fd_);
}

void ByteSource::count_to(const char* to) {
  if (to <= counted_) return;
  line_ += static_cast<std::size_t>(std::count(counted_, to, '\n'));
  counted_ = to;
}

std::size_t ByteSource::line() {
  if (pos_ != nullptr) count_to(dry_ || pos_ == counted_ ? pos_ : pos_ - 1);
  return line_;
}

bool ByteSource::load() {
  if (pos_ != nullptr) count_to(end_);
  if (at_end_ && end_ == filled_) return false;
  fd_ >= 0 ? load_file() : load_text();
  if (pos_ == end_) return false;
  dry_ = false;
  refuse_misread();
  return true;
}

void ByteSource::refuse_misread() {
  if (const void* nul = std::memchr(pos_, 0, static_cast<std::size_t>(end_ - pos_)); nul != nullptr) {
    count_to(static_cast<const char*>(nul));
    throw InputError(name_, line_, "a NUL byte: this is not a text file");
  }
  if (!long_strings_) return;
  if (const char* misread = strings_.find_misread(pos_, end_); misread != nullptr) {
    count_to(misread);
    throw InputError(name_, line_, "a quote before a backslash in a long string, which Serd misreads; write the quote as \\u0022");
  }
}

// Keeps what lies behind end_, fills up the buffer, and grows it while not even one line fits.
void ByteSource::load_file() {
  const auto kept = static_cast<std::size_t>(filled_ - end_);
  std::memmove(buffer_.data(), end_, kept);
  std::size_t size = kept;
  for (;;) {
    while (size < buffer_.size() && !at_end_) {
      const ssize_t n = ::read(fd_, buffer_.data() + size, buffer_.size() - size);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) fail(name_, "cannot read: ", errno);
      at_end_ = n == 0;
      size += static_cast<std::size_t>(n);
    }
    const char* const begin = buffer_.data();
    pos_ = counted_ = begin;
    filled_ = begin + size;
    end_ = whole_lines_ && !at_end_ ? behind_last_line(begin, filled_) : filled_;
    if (end_ != begin || at_end_) return;
    buffer_.resize(buffer_.size() * 2);
  }
}

void ByteSource::load_text() {
  pos_ = end_;
  end_ = filled_;
  if (whole_lines_ && static_cast<std::size_t>(filled_ - pos_) > kChunk) {
    const void* newline = std::memchr(pos_ + kChunk, '\n', static_cast<std::size_t>(filled_ - pos_) - kChunk);
    if (newline != nullptr) end_ = static_cast<const char*>(newline) + 1;
  }
  at_end_ = true;
}

}  // namespace khabar::rdf
