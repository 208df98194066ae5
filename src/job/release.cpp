// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/release.hpp"

#include "compress/members.hpp"
#include "error.hpp"
#include "job/tsv.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>

namespace khabar::job {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTextOfMember = std::size_t{1} << 20U;

// Runs a function of <filesystem>; what it fails for becomes an OutputError.
template <typename Action>
void outputting(const std::string& what, Action action) {
  std::error_code error;
  action(error);
  if (error) rdf::fail_output(what, error.value());
}

void remove_tree(const fs::path& path) {
  outputting("cannot remove " + path.string(), [&](std::error_code& error) { fs::remove_all(path, error); });
}

}  // namespace

ReleaseOutput::ReleaseOutput(const fs::path& directory, std::string_view name) : file_{std::string(name), {}, 0}, sink_(directory / name) {}

void ReleaseOutput::write(std::string_view bytes) {
  flush_text();
  sink_.write(bytes);
  sum_.update(bytes);
  file_.size += bytes.size();
}

void ReleaseOutput::compress(std::string_view text) {
  text_ += text;
  if (text_.size() >= kTextOfMember) flush_text();
}

void ReleaseOutput::flush_text() {
  if (text_.empty()) return;
  std::string text;
  text.swap(text_);
  write(compress::gzip(text));
}

ReleaseFile ReleaseOutput::close() {
  flush_text();
  if (file_.size == 0 && file_.name.ends_with(".gz")) write(compress::gzip({}));  // an empty file is no gzip
  sink_.close();
  file_.sha256 = sum_.finish();
  return file_;
}

std::vector<std::string> Releases::names() const {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator items(directory_ / "releases", error); !error && items != fs::directory_iterator{}; items.increment(error)) {
    auto name = items->path().filename().string();
    if (serial_of(name) > 0) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return std::pair(serial_of(a), a) < std::pair(serial_of(b), b); });
  return names;
}

bool Releases::exists(const std::string& name) const {
  std::error_code error;
  return fs::is_directory(path(name), error);
}

fs::path Releases::begin(const std::string& name) const {
  const auto made = draft(name);
  remove_tree(made);
  outputting("cannot make " + made.string(), [&](std::error_code& error) { fs::create_directories(made, error); });
  return made;
}

void Releases::publish(const std::string& name) const {
  const auto target = path(name);
  if (!exists(name)) {
    outputting("cannot make " + target.string(), [&](std::error_code& error) { fs::rename(draft(name), target, error); });
    sync_directory(directory_ / "releases");
  }
  const auto link = directory_ / "current", made = directory_ / ".current.new";
  const auto to = fs::path("releases") / name;
  std::error_code ignored;
  if (fs::read_symlink(link, ignored) == to) return;
  fs::remove(made, ignored);
  outputting("cannot make " + made.string(), [&](std::error_code& error) { fs::create_symlink(to, made, error); });
  outputting("cannot make " + link.string(), [&](std::error_code& error) { fs::rename(made, link, error); });
  sync_directory(directory_);
}

void Releases::prune(std::size_t keep) const {
  auto old = names();
  if (old.size() <= keep) return;
  old.resize(old.size() - keep);
  for (const auto& name : old) {
    const auto gone = directory_ / "releases" / ('.' + name + ".old");
    outputting("cannot remove " + path(name).string(), [&](std::error_code& error) { fs::rename(path(name), gone, error); });
    remove_tree(gone);
  }
}

void Releases::clean() const {
  std::vector<fs::path> stale;
  std::error_code error;
  for (fs::directory_iterator items(directory_ / "releases", error); !error && items != fs::directory_iterator{}; items.increment(error))
    if (items->path().filename().string().starts_with('.')) stale.push_back(items->path());
  for (const auto& path : stale) remove_tree(path);
}

std::shared_ptr<const Files> Releases::open(const std::string& name) const {
  auto files = std::make_shared<Files>();
  for (std::size_t part = 0; part < kParts; ++part) (*files)[part] = std::make_shared<const File>(path(name) / kPartRows[part].file);
  return files;
}

std::vector<ReleaseFile> read_sums(const fs::path& release) {
  const auto sums = read_file(release / kSumsFile);
  std::vector<ReleaseFile> files;
  for (std::string_view rest(sums); !rest.empty();) {
    const auto line = cut(rest, '\n');
    const auto sum = line.substr(0, line.find(' '));
    files.push_back({std::string(line.substr(line.rfind(' ') + 1)), std::string(sum)});
  }
  return files;
}

std::uint64_t serial_of(std::string_view name) {
  std::uint64_t serial = 0;
  const auto digits = name.substr(0, name.find('-'));
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), serial);
  return error == std::errc() && end == digits.data() + digits.size() ? serial : 0;
}

}  // namespace khabar::job
