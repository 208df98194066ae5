// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/recover.hpp"

#include "error.hpp"
#include "rdf/sink.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace khabar::job {
namespace {

namespace fs = std::filesystem;

// The last release that is whole. New names go on behind all that are there.
State restore_last(const Releases& releases, std::vector<std::string>& notes) {
  auto names = releases.names();
  State state;
  const auto last = names.empty() ? 0 : serial_of(names.back());
  for (; !names.empty(); names.pop_back()) {
    try {
      state = releases.restore(names.back());
      notes.push_back("goes on from release " + names.back());
      break;
    } catch (const Error& error) {
      notes.push_back("release " + names.back() + " cannot be used: " + error.what());
    }
  }
  if (names.empty()) notes.emplace_back("no release to go on from: everything is read anew");
  state.serial = std::max(state.serial, last);
  return state;
}

}  // namespace

Lock::Lock(const fs::path& directory, bool dry_run) {
  const auto path = directory / "lock";
  if (!dry_run) {
    std::error_code error;
    fs::create_directories(directory / "releases", error);
    if (error) rdf::fail_output("cannot make " + (directory / "releases").string(), error.value());
  }
  fd_ = ::open(path.c_str(), dry_run ? O_RDONLY | O_CLOEXEC : O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) {
    if (dry_run && (errno == ENOENT || errno == ENOTDIR)) return;
    rdf::fail_output("cannot open " + path.string(), errno);
  }
  if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
  const int error = errno;
  ::close(fd_);
  if (error == EWOULDBLOCK) throw Error(directory.string() + ": another khabar export is at work here; try again when it has ended");
  rdf::fail_output("cannot lock " + path.string(), error);
}

Lock::~Lock() {
  if (fd_ >= 0) ::close(fd_);
}

Recovered recover(const fs::path& directory, const Releases& releases, bool dry_run) {
  Recovered found;
  const auto path = directory / "state.db";
  std::error_code error;
  const bool present = fs::exists(path, error);
  if (!present && dry_run && releases.names().empty()) return found;
  bool usable = false;
  if (present) {
    try {
      found.store = std::make_unique<Store>(path);
      found.state = found.store->load();
      usable = true;
    } catch (const Store::Unusable& unusable) {
      found.store.reset();
      found.notes.push_back(path.string() + ' ' + unusable.what() + (dry_run ? "" : "; it is moved aside to state.db.bad and made anew"));
    }
  } else if (!releases.names().empty()) {
    found.notes.push_back(path.string() + " is missing");
  } else {
    found.store = std::make_unique<Store>(path);
    return found;
  }
  const auto& name = found.state.release;
  if (usable && !name.empty() && !releases.exists(name)) {
    if (fs::exists(releases.draft(name), error)) {
      if (!dry_run) releases.publish(name);
    } else {
      found.notes.push_back("release " + name + ", the last one, is gone");
      usable = false;
    }
  }
  if (!usable) {
    found.store.reset();
    found.state = restore_last(releases, found.notes);
    if (dry_run) return found;
    if (present) {
      fs::rename(path, directory / "state.db.bad", error);
      if (error) rdf::fail_output("cannot move " + path.string(), error.value());
      fs::remove(directory / "state.db-journal", error);
    }
    found.store = std::make_unique<Store>(path);
    found.store->save(found.state);
  }
  if (dry_run) found.store.reset();
  return found;
}

}  // namespace khabar::job
