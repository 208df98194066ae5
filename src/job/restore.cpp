// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The state from a release: the members of graphs.tsv.gz are the blocks, each with its articles and their sizes; the members of the other
// parts follow in the same order.
#include "compress/members.hpp"
#include "error.hpp"
#include "job/release.hpp"
#include "job/tsv.hpp"

#include <unordered_set>

namespace khabar::job {
namespace {

// Checks the sums of a release's files.
void check_sums(const std::filesystem::path& directory) {
  for (const auto& [name, sum, _] : read_sums(directory)) {
    const File file(directory / name);
    if (sha256_of(file) != sum) throw InputError(file.name(), 0, "is damaged: its SHA-256 is not that of " + std::string(kSumsFile));
  }
}

// The members of a gzip file, one after another.
class Members {
 public:
  explicit Members(std::shared_ptr<const File> file) : file_(std::move(file)), bytes_(file_->read_all()) {}

  std::string next(Extent& extent) {
    const auto rest = std::string_view(bytes_).substr(at_);
    if (rest.empty()) throw InputError(file_->name(), 0, "has fewer members than it should");
    std::size_t taken = 0;
    auto text = compress::gunzip_member(rest, taken);
    extent = {at_, taken, compress::crc32(rest.substr(0, taken))};
    at_ += taken;
    return text;
  }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::shared_ptr<const File> file_;
  std::string bytes_;
  std::size_t at_ = 0;
};

// The subjects of N-Quads.
std::unordered_set<std::string> subjects_of(std::string_view quads) {
  std::unordered_set<std::string> subjects;
  while (!quads.empty()) {
    const auto line = cut(quads, '\n');
    if (line.starts_with('<')) subjects.emplace(line.substr(1, line.find('>') - 1));
  }
  return subjects;
}

}  // namespace

State Releases::restore(const std::string& name) const {
  const auto directory = path(name);
  check_sums(directory);
  State state;
  state.release = name;
  state.serial = serial_of(name);
  const auto files = open(name);
  const auto known = subjects_of(compress::gunzip(read_file(directory / kKnowledgeFile)));
  const auto is_known = [&](std::string_view iri) { return known.contains(std::string(iri)); };

  Members graphs((*files)[static_cast<std::size_t>(Part::Graphs)]);
  Members quads((*files)[static_cast<std::size_t>(Part::Quads)]);
  Members records((*files)[static_cast<std::size_t>(Part::Records)]);
  while (!graphs.at_end()) {
    Block block;
    const auto extent = [&](Part part) -> Extent& { return block.extents[static_cast<std::size_t>(part)]; };
    block.articles = parse_article_rows(graphs.next(extent(Part::Graphs)));
    if (block.articles.empty()) break;  // the one member of a release without articles
    block.number = state.next_block++;
    block.known = known_in(quads.next(extent(Part::Quads)), is_known);
    records.next(extent(Part::Records));
    for (const auto part : {Part::Events, Part::Casualties, Part::Features}) {
      const auto at = static_cast<std::size_t>(part);
      std::uint64_t rows = 0;
      for (const auto& article : block.articles) {
        if (article.sizes[at] == 0) continue;
        extent(part).size += article.sizes[at];
        ++rows;
      }
      if (rows > 1) extent(part).size += (rows - 1) * kPartRows[at].between.size();
    }
    state.blocks.push_back(std::move(block));
  }
  state.place();
  for (auto& block : state.blocks)
    for (const auto part : {Part::Events, Part::Casualties, Part::Features}) {
      auto& extent = block.extents[static_cast<std::size_t>(part)];
      extent.crc = compress::crc32((*files)[static_cast<std::size_t>(part)]->read(extent.offset, extent.size));
    }
  return state;
}

}  // namespace khabar::job
