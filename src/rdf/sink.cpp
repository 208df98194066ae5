// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Bytes come in, a file or standard output gets them. POSIX descriptors rather than FILE*: each call's errno is the whole truth, and
// fsync and fchmod need the descriptor anyway.

#include "rdf/sink.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "error.hpp"

namespace khabar::rdf {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 20U;

std::string remedy(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "; free some space or write to another disk";
    case EACCES:
    case EPERM:
      return "; check the permissions or write to another directory";
    case EROFS:
      return "; write to another directory";
    case ENOENT:
    case ENOTDIR:
      return "; create the directory first";
    case EISDIR:
      return "; name a file in it";
    case EPIPE:
      return "; the program that reads it stopped early";
    case EFBIG:
      return "; raise the file size limit or write to another disk";
    default:
      return "";
  }
}

}  // namespace

void fail_output(const std::string& what, int error) {
  throw OutputError(what + ": " + std::generic_category().message(error) + remedy(error));
}

namespace {

// A descriptor with a buffer that remembers its failure.
class BufferedOutput {
 public:
  explicit BufferedOutput(std::string name, int fd = -1) : name_(std::move(name)), fd_(fd) { buffer_.reserve(kBufferSize); }

  void open(int fd) { fd_ = fd; }
  int fd() const { return fd_; }

  [[noreturn]] void failed(int error) {
    error_ = error;
    fail_output("cannot write " + name_, error);
  }

  void write(std::string_view bytes) {
    if (closed_) throw std::logic_error("write to closed " + name_);
    if (error_ != 0) failed(error_);
    if (buffer_.size() + bytes.size() > kBufferSize) flush();
    if (bytes.size() >= kBufferSize) {
      write_now(bytes);
    } else {
      buffer_.append(bytes);
    }
  }

  void flush() {
    if (error_ != 0) failed(error_);
    write_now(buffer_);
    buffer_.clear();
  }

  bool closed() const { return closed_; }
  void set_closed() { closed_ = true; }

 private:
  void write_now(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
      if (n >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(n));
      } else if (errno == EAGAIN) {
        pollfd ready{fd_, POLLOUT, 0};
        ::poll(&ready, 1, -1);
      } else if (errno != EINTR) {
        failed(errno);
      }
    }
  }

  std::string name_;
  std::string buffer_;
  int fd_;
  int error_ = 0;
  bool closed_ = false;
};

// Devices and pipes cannot be synced; that is no failure.
bool sync(int fd) { return ::fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS; }

// Makes the rename itself last; a directory that cannot be opened or synced is not worth failing for, the file is complete.
void sync_directory(const std::filesystem::path& directory) {
  const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  sync(fd);
  ::close(fd);
}

// A symbolic link's file, so that the link survives the rename.
std::filesystem::path resolve(const std::filesystem::path& target) {
  std::error_code error;
  if (!std::filesystem::is_symlink(target, error)) return target;
  const auto resolved = std::filesystem::weakly_canonical(target, error);
  return error ? target : resolved;
}

}  // namespace

struct FileSink::Impl {
  explicit Impl(const std::filesystem::path& named) : target(resolve(named)), output(named.string()) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (output.fd() >= 0) ::close(output.fd());
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }

  void open_device() {
    output.open(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    if (output.fd() < 0) output.failed(errno);
  }

  void open_temporary() {
    constexpr std::size_t kLongestName = 200;  // leaves room for the additions within NAME_MAX
    const auto directory = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    std::string name(1, '.');
    name.append(target.filename().string(), 0, kLongestName).append(".tmp-").append(std::to_string(::getpid()));
    for (int attempt = 0; output.fd() < 0; ++attempt, name += '_') {
      const auto path = directory / name;
      output.open(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
      if (output.fd() >= 0) {
        temporary = path;
      } else if (errno != EEXIST || attempt == 20) {
        output.failed(errno);
      }
    }
  }

  std::filesystem::path target;
  std::filesystem::path temporary;  // empty when the target is written directly, and after the rename
  BufferedOutput output;
};

FileSink::FileSink(const std::filesystem::path& target) : impl_(std::make_unique<Impl>(target)) {
  struct stat old {};
  const bool exists = ::stat(impl_->target.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) impl_->output.failed(EISDIR);
  if (exists && ::access(impl_->target.c_str(), W_OK) != 0) impl_->output.failed(errno);
  if (!impl_->target.has_filename()) impl_->output.failed(EISDIR);
  if (exists && !S_ISREG(old.st_mode)) {
    impl_->open_device();
    return;
  }
  impl_->open_temporary();
  if (exists && ::fchmod(impl_->output.fd(), old.st_mode & 07777U) != 0) impl_->output.failed(errno);
}

FileSink::~FileSink() = default;

void FileSink::write(std::string_view bytes) { impl_->output.write(bytes); }

void FileSink::close() {
  BufferedOutput& output = impl_->output;
  if (output.closed()) return;
  output.flush();
  if (!sync(output.fd())) output.failed(errno);
  const int fd = output.fd();
  output.open(-1);
  if (::close(fd) != 0) output.failed(errno);
  if (!impl_->temporary.empty()) {
    if (::rename(impl_->temporary.c_str(), impl_->target.c_str()) != 0) output.failed(errno);
    impl_->temporary.clear();
    sync_directory(impl_->target.has_parent_path() ? impl_->target.parent_path() : std::filesystem::path("."));
  }
  output.set_closed();
}

struct StdoutSink::Impl {
  BufferedOutput output{"standard output", STDOUT_FILENO};
};

StdoutSink::StdoutSink() : impl_(std::make_unique<Impl>()) {}

StdoutSink::~StdoutSink() = default;

void StdoutSink::write(std::string_view bytes) { impl_->output.write(bytes); }

void StdoutSink::close() {
  if (impl_->output.closed()) return;
  impl_->output.flush();
  impl_->output.set_closed();
}

}  // namespace khabar::rdf
