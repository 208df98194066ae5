// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/file.hpp"

#include "error.hpp"
#include "graph/digest.hpp"
#include "rdf/sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace khabar::job {

File::File(const std::filesystem::path& path) : name_(path.string()) {
  fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (fd_ < 0 || ::fstat(fd_, &status) != 0) {
    const int error = errno;
    if (fd_ >= 0) ::close(fd_);
    throw InputError(name_, 0, std::generic_category().message(error));
  }
  size_ = static_cast<std::uint64_t>(status.st_size);
}

File::~File() { ::close(fd_); }

std::string File::read(std::uint64_t offset, std::uint64_t size) const {
  std::string bytes(size, '\0');
  read(offset, size, bytes.data());
  return bytes;
}

void File::read(std::uint64_t offset, std::uint64_t size, char* to) const {
  std::size_t used = 0;
  while (used < size) {
    const auto n = ::pread(fd_, to + used, size - used, static_cast<off_t>(offset + used));
    if (n > 0) {
      used += static_cast<std::size_t>(n);
    } else if (n == 0) {
      throw InputError(name_, 0, "is cut off");
    } else if (errno != EINTR) {
      throw InputError(name_, 0, std::generic_category().message(errno));
    }
  }
}

std::string read_file(const std::filesystem::path& path) { return File(path).read_all(); }

std::string sha256_of(const File& file) {
  constexpr std::uint64_t kPiece = std::uint64_t{1} << 22U;
  graph::Sha256 digest;
  for (std::uint64_t at = 0; at < file.size(); at += kPiece) digest.update(file.read(at, std::min(kPiece, file.size() - at)));
  return digest.finish();
}

void sync_directory(const std::filesystem::path& directory) {
  const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) rdf::fail_output("cannot open " + directory.string(), errno);
  const bool synced = ::fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  const int error = errno;
  ::close(fd);
  if (!synced) rdf::fail_output("cannot sync " + directory.string(), error);
}

}  // namespace khabar::job
