// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "graph/digest.hpp"
#include "job/block.hpp"
#include "job/store.hpp"
#include "rdf/sink.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// Releases on the disk: directories below DIR/releases, and DIR/current, a symbolic link to the last. A directory whose name begins with
// a dot is being made or removed.
namespace khabar::job {

inline constexpr std::string_view kKnowledgeFile = "knowledge.nq.gz", kAddedFile = "added.nq.gz", kRemovedFile = "removed.nq.gz";
inline constexpr std::string_view kDescriptionFile = "void.ttl", kSumsFile = "SHA256SUMS";

struct ReleaseFile {
  std::string name, sha256;
  std::uint64_t size = 0;
};

// A file of a release while it is written; its sum and size come along.
class ReleaseOutput {
 public:
  ReleaseOutput(const std::filesystem::path& directory, std::string_view name);
  void write(std::string_view bytes);
  // Text that becomes gzip members of bounded size.
  void compress(std::string_view text);
  ReleaseFile close();

 private:
  void flush_text();

  ReleaseFile file_;
  rdf::FileSink sink_;
  graph::Sha256 sum_;
  std::string text_;
};

class Releases {
 public:
  explicit Releases(std::filesystem::path directory) : directory_(std::move(directory)) {}

  std::filesystem::path path(const std::string& name) const { return directory_ / "releases" / name; }
  std::filesystem::path draft(const std::string& name) const { return directory_ / "releases" / ('.' + name + ".new"); }

  // What linking remembers (link_memory.hpp), and where that is made.
  std::filesystem::path memory() const { return directory_ / "links"; }
  std::filesystem::path new_memory() const { return directory_ / "releases" / ".links"; }

  // Names, oldest first.
  std::vector<std::string> names() const;
  bool exists(const std::string& name) const;

  // An empty directory for a release that is not published yet.
  std::filesystem::path begin(const std::string& name) const;
  // Gives the finished draft its name, if it has it not yet, and makes it the current one.
  void publish(const std::string& name) const;
  // Removes all but the last `keep` releases.
  void prune(std::size_t keep) const;
  // Removes drafts and what a removal left.
  void clean() const;

  // Opens the parts of a release.
  std::shared_ptr<const Files> open(const std::string& name) const;

  // The state as it was after this release was published, from its files alone. Throws Error when they are damaged.
  State restore(const std::string& name) const;

 private:
  std::filesystem::path directory_;
};

// What SHA256SUMS of a release says; sizes are 0. Throws Error.
std::vector<ReleaseFile> read_sums(const std::filesystem::path& release);

// The serial number that a release's name begins with; 0 when it is none.
std::uint64_t serial_of(std::string_view name);

}  // namespace khabar::job
