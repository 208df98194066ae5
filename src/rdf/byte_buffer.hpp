// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace khabar::rdf {

// Bytes that grow at the end. Cleared, it keeps its memory, so that writing the next article allocates nothing; unlike std::string it
// hands out room to write into before the length is known.
class ByteBuffer {
 public:
  // Room for `size` bytes at the end; what has been written there counts only after advance_to().
  char* room(std::size_t size) {
    if (data_.size() - used_ < size) data_.resize(std::max(data_.size() * 2, used_ + size));
    return data_.data() + used_;
  }
  void advance_to(const char* end) { used_ = static_cast<std::size_t>(end - data_.data()); }

  void append(std::string_view bytes) {
    char* const to = room(bytes.size());
    if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
    used_ += bytes.size();
  }

  std::string_view view() const { return {data_.data(), used_}; }
  std::size_t size() const { return used_; }
  void truncate(std::size_t size) { used_ = std::min(used_, size); }

  std::string take() {
    data_.resize(used_);
    used_ = 0;
    return std::exchange(data_, {});
  }

 private:
  std::string data_;
  std::size_t used_ = 0;
};

}  // namespace khabar::rdf
