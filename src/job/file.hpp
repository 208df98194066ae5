// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace khabar::job {

// A file that is read at places. Throws InputError naming the file.
class File {
 public:
  explicit File(const std::filesystem::path& path);
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  const std::string& name() const { return name_; }
  std::uint64_t size() const { return size_; }
  // Exactly these bytes; an error when the file has fewer.
  std::string read(std::uint64_t offset, std::uint64_t size) const;
  std::string read_all() const { return read(0, size_); }
  // The same into `to`, which has room for `size` bytes.
  void read(std::uint64_t offset, std::uint64_t size, char* to) const;

 private:
  std::string name_;
  int fd_ = -1;
  std::uint64_t size_ = 0;
};

// The whole file.
std::string read_file(const std::filesystem::path& path);

// SHA-256 of the whole file as SHA256SUMS has it, read piece by piece.
std::string sha256_of(const File& file);

// Makes what a directory lists last. Throws OutputError.
void sync_directory(const std::filesystem::path& directory);

}  // namespace khabar::job
