// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A block in the file: a head of fixed size with the sizes of what follows and its CRC, the articles' rows, the known entities, the runs.
#include "job/journal.hpp"

#include "compress/members.hpp"
#include "error.hpp"
#include "job/tsv.hpp"
#include "rdf/sink.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace khabar::job {
namespace {

struct Head {
  char magic[8] = {'k', 'h', 'b', 'l', 'o', 'c', 'k', '1'};
  std::uint64_t rows = 0, known = 0, origins = 0;
  std::uint64_t runs[kParts] = {};
  std::uint32_t crcs[kParts] = {};
  std::uint32_t crc = 0;  // of the rows, the known entities and the origins

  bool valid() const { return std::memcmp(magic, Head().magic, sizeof magic) == 0; }
};

}  // namespace

Journal::Journal(std::filesystem::path path) : path_(std::move(path)) { recall(); }

Journal::~Journal() {
  if (fd_ >= 0) ::close(fd_);
}

void Journal::recall() {
  std::error_code error;
  if (!std::filesystem::exists(path_, error)) return;
  const auto file = std::make_shared<const File>(path_);
  auto files = std::make_shared<Files>();
  files->fill(file);
  files_ = files;
  while (end_ + sizeof(Head) <= file->size()) {
    const auto bytes = file->read(end_, sizeof(Head));
    Head head;
    std::memcpy(&head, bytes.data(), sizeof head);
    auto at = end_ + sizeof(Head);
    const auto left = file->size() - at;
    if (!head.valid() || head.rows > left || head.known > left - head.rows || head.origins > left - head.rows - head.known) break;
    const auto text = file->read(at, head.rows + head.known + head.origins);
    if (compress::crc32(text) != head.crc) break;
    at += text.size();
    auto block = std::make_shared<Block>();
    block->files = files_;
    bool whole = true;
    for (std::size_t part = 0; part < kParts; ++part) {
      whole = whole && head.runs[part] <= file->size() - at && compress::crc32(file->read(at, head.runs[part])) == head.crcs[part];
      if (!whole) break;
      block->extents[part] = {at, head.runs[part], head.crcs[part]};
      at += head.runs[part];
    }
    if (!whole) break;
    std::string_view rest(text);
    try {
      block->articles = parse_article_rows(rest.substr(0, head.rows));
    } catch (const Error&) {  // whole, but of another version
      break;
    }
    auto known = rest.substr(head.rows, head.known);
    while (!known.empty()) block->known.emplace_back(cut(known, '\n'));
    auto origins = rest.substr(head.rows + head.known);
    for (auto& article : block->articles) article.origin = cut(origins, '\n');
    for (std::size_t i = 0; i < block->articles.size(); ++i) by_key_.insert_or_assign(block->articles[i].key, Place{block, i});
    end_ = at;
  }
}

const Journal::Place* Journal::find(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &found->second;
}

std::shared_ptr<const Block> Journal::find(const std::vector<Article>& articles) const {
  const auto* first = articles.empty() ? nullptr : find(articles.front().key);
  if (first == nullptr || first->index != 0 || first->block->articles.size() != articles.size()) return nullptr;
  for (std::size_t i = 0; i < articles.size(); ++i)
    if (articles[i].key != first->block->articles[i].key) return nullptr;
  return first->block;
}

void Journal::open_for_writing() {
  fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0 || ::ftruncate(fd_, static_cast<off_t>(end_)) != 0 || ::lseek(fd_, static_cast<off_t>(end_), SEEK_SET) < 0)
    rdf::fail_output("cannot write " + path_.string(), errno);
  if (files_) return;
  auto files = std::make_shared<Files>();
  files->fill(std::make_shared<const File>(path_));
  files_ = files;
}

void Journal::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::write(fd_, bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno != EINTR) {
      rdf::fail_output("cannot write " + path_.string(), errno);
    }
  }
}

std::shared_ptr<const Block> Journal::append(const OpenBlock& open, const std::array<std::string, kParts>& runs) {
  if (fd_ < 0) open_for_writing();
  Head head;
  const auto rows = article_rows(open.articles), known = lines_of(open.known);
  const auto origins = lines_of(origins_of(open.articles));
  head.rows = rows.size(), head.known = known.size(), head.origins = origins.size();
  head.crc = compress::crc32(rows + known + origins);
  auto block = std::make_shared<Block>();
  block->articles = open.articles;
  block->known = open.known;
  block->files = files_;
  auto at = end_ + sizeof head + rows.size() + known.size() + origins.size();
  for (std::size_t part = 0; part < kParts; ++part) {
    head.runs[part] = runs[part].size();
    head.crcs[part] = compress::crc32(runs[part]);
    block->extents[part] = {at, runs[part].size(), head.crcs[part]};
    at += runs[part].size();
  }
  write({reinterpret_cast<const char*>(&head), sizeof head});
  write(rows), write(known), write(origins);
  for (const auto& run : runs) write(run);
  end_ = at;
  return block;
}

void Journal::remove() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace khabar::job
