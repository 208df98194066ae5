// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "document/bytes.hpp"

#include "error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace khabar::document {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18U;

[[noreturn]] void fail(const std::string& name, int error) { throw InputError(name, 0, std::generic_category().message(error)); }

}  // namespace

ByteInput::ByteInput(const std::string& path)
    : name_(path == "-" ? "standard input" : path), fd_(path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (fd_ < 0) fail(name_, errno);
}

ByteInput::~ByteInput() {
  if (fd_ >= 0) ::close(fd_);
}

bool ByteInput::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - end_ < kPiece) buffer_.resize(std::max(buffer_.size() * 2, end_ + kPiece));
  if (!found_method_) find_method();
  char* const to = buffer_.data() + end_;
  const auto room = buffer_.size() - end_;
  const auto count = decoder_ ? unpack(to, room) : read_raw(to, room);
  end_ += count;
  return count > 0;
}

std::size_t ByteInput::read_raw(char* to, std::size_t size) {
  if (!packed_left_.empty()) {
    const auto count = packed_left_.copy(to, size);
    packed_left_.remove_prefix(count);
    return count;
  }
  for (;;) {
    const ssize_t count = ::read(fd_, to, size);
    if (count >= 0) {
      bytes_read_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) fail(name_, errno);
  }
}

// Reads ahead as much as tells the compression.
void ByteInput::find_method() {
  found_method_ = true;
  packed_.resize(kPiece);
  std::size_t size = 0;
  while (size < compress::kMagicSize) {
    const auto count = read_raw(packed_.data() + size, packed_.size() - size);
    if (count == 0) break;
    size += count;
  }
  packed_left_ = std::string_view(packed_).substr(0, size);
  method_ = compress::method_of_bytes(packed_left_);
  if (const auto named = compress::method_of_path(name_); named != compress::Method::None && named != method_)
    throw InputError(name_, 0, "not " + std::string(compress::method_name(named)) + " data, as its name says; rename it or pack it again");
  decoder_ = compress::make_decoder(method_);
}

std::size_t ByteInput::unpack(char* to, std::size_t size) {
  constexpr const char* kRemedy = "; fetch the file or pack it again";
  for (;;) {
    try {
      if (const auto count = decoder_->unpack(packed_left_, to, size); count > 0) return count;
    } catch (const std::runtime_error& error) {
      throw InputError(name_, 0, error.what() + std::string(kRemedy));
    }
    packed_left_ = std::string_view(packed_).substr(0, read_raw(packed_.data(), packed_.size()));
    if (!packed_left_.empty()) continue;
    if (decoder_->complete()) return 0;
    throw InputError(name_, 0, "the " + std::string(compress::method_name(method_)) + " data is cut off" + kRemedy);
  }
}

char ByteInput::first_visible() {
  constexpr std::size_t kLookedAt = std::size_t{1} << 20U;
  for (std::size_t at = 0;;) {
    if (at == end_ - begin_ && (at > kLookedAt || !fill())) return '\0';
    for (; at < end_ - begin_; ++at) {
      const char c = buffer_[begin_ + at];
      if (std::string_view(" \t\r\n\xEF\xBB\xBF").find(c) == std::string_view::npos) return c;
    }
  }
}

std::string ByteInput::read_all(std::size_t limit) {
  std::string bytes;
  do {
    bytes.append(left());
    begin_ = end_ = 0;
    if (bytes.size() > limit)
      throw InputError(name_, 0,
                       "longer than " + std::to_string(limit >> 20U) + " MiB; put one article into a file, or many into JSON Lines");
  } while (fill());
  return bytes;
}

ByteInput::LineStatus ByteInput::next_line(std::string& line, std::size_t limit) {
  bool too_long = false;
  for (std::size_t searched = 0;;) {
    const auto rest = left();
    const auto newline = rest.find('\n', searched);
    if (newline != std::string_view::npos) {
      too_long = too_long || newline > limit;
      if (!too_long) line.assign(rest, 0, newline);
      begin_ += newline + 1;
      return too_long ? LineStatus::TooLong : LineStatus::Line;
    }
    searched = rest.size();
    if (searched > limit) {
      too_long = true;
      searched = begin_ = end_ = 0;
    }
    if (fill()) continue;
    if (left().empty() && !too_long) return LineStatus::End;
    too_long = too_long || left().size() > limit;
    if (!too_long) line.assign(left());
    begin_ = end_ = 0;
    return too_long ? LineStatus::TooLong : LineStatus::Line;
  }
}

}  // namespace khabar::document
