// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace khabar::fuzz {

inline std::string_view view(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

// A promise of the library: broken, it ends the run with its words.
inline void require(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

// The bytes as a file with a name; there is one at a time.
inline std::string as_file(std::string_view bytes) {
  static const int file = ::memfd_create("fuzz", 0);
  require(::ftruncate(file, 0) == 0, "a file in memory can be emptied");
  require(::pwrite(file, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "it can be written");
  return "/proc/self/fd/" + std::to_string(file);
}

}  // namespace khabar::fuzz
