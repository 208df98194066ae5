// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The parts are put together from the blocks' runs, old and new; what is small is made anew.
#include "job/publish.hpp"

#include "compress/members.hpp"
#include "error.hpp"
#include "job/description.hpp"
#include "job/diff.hpp"
#include "job/incidents.hpp"
#include "job/knowledge.hpp"
#include "job/tsv.hpp"

#include <algorithm>
#include <future>

namespace khabar::job {
namespace {

constexpr std::size_t kCopied = std::size_t{1} << 20U;  // bytes at a time, about

// Puts a part together. Runs that lie one behind the other, as those of unchanged blocks do, are copied in one go.
ReleaseFile write_part(const Edition& edition, Part part, const std::filesystem::path& directory) {
  const auto& row = row_of(part);
  const auto at = static_cast<std::size_t>(part);
  ReleaseOutput output(directory, row.file);
  output.write(row.head);
  std::string buffer;
  bool first = true;
  for (std::size_t i = 0; i < edition.blocks.size();) {
    const auto& file = (*edition.blocks[i].files)[at];
    const auto begin = edition.blocks[i].extents[at].offset;
    auto end = begin + edition.blocks[i].extents[at].size;
    auto next = i + 1;
    for (; next < edition.blocks.size() && end - begin < kCopied && (*edition.blocks[next].files)[at] == file; ++next) {
      const auto& extent = edition.blocks[next].extents[at];
      if (extent.size == 0) continue;
      if (end > begin && extent.offset != end + row.between.size()) break;
      if (end == begin && extent.offset != begin) break;
      end = extent.offset + extent.size;
    }
    if (buffer.size() < end - begin) buffer.resize(end - begin);
    file->read(begin, end - begin, buffer.data());
    const auto copied = std::string_view(buffer).substr(0, end - begin);
    for (; i < next; ++i) {
      const auto& extent = edition.blocks[i].extents[at];
      if (extent.size > 0) check_run(edition.blocks[i], part, copied.substr(extent.offset - begin, extent.size));
    }
    if (copied.empty()) continue;
    if (!first) output.write(row.between);
    first = false;
    output.write(copied);
  }
  output.write(row.tail);
  return output.close();
}

// All parts, on as many threads as may be used.
std::vector<ReleaseFile> write_parts(const Edition& edition, const std::filesystem::path& directory) {
  const auto policy = edition.jobs > 1 ? std::launch::async : std::launch::deferred;
  std::vector<std::future<ReleaseFile>> parts;
  for (std::size_t part = 0; part < kParts; ++part)
    parts.push_back(std::async(policy, [&, part] { return write_part(edition, static_cast<Part>(part), directory); }));
  std::vector<ReleaseFile> files;
  for (auto& part : parts) files.push_back(part.get());
  return files;
}

// Texts of blocks, of which the last one is wanted again and again.
class LastText {
 public:
  std::string_view operator()(const Published& article) {
    if (block_ != article.block) text_ = text_of(*article.block, Part::Quads), block_ = article.block;
    return slice(block_->articles, article.index, Part::Quads, text_);
  }

 private:
  std::shared_ptr<const Block> block_;
  std::string text_;
};

void compare_articles(const Edition& edition, Difference& difference) {
  std::unordered_map<std::string_view, const Published*> before;
  for (const auto& article : edition.replaced_or_gone) before.emplace(article.block->articles[article.index].id, &article);
  LastText old_text;
  for (std::size_t i = 0; i < edition.blocks.size(); ++i) {
    const auto& block = edition.blocks[i];
    if (!edition.fresh[i]) continue;
    const auto is_old = [&](const Article& article) { return before.contains(article.id); };
    if (std::none_of(block.articles.begin(), block.articles.end(), is_old)) {
      difference.add_members(run_of(block, Part::Quads));
      continue;
    }
    const auto text = text_of(block, Part::Quads);
    for (std::size_t at = 0; at < block.articles.size(); ++at) {
      const auto quads = slice(block.articles, at, Part::Quads, text);
      const auto found = before.find(block.articles[at].id);
      if (found == before.end()) {
        difference.add(quads);
      } else {
        difference.compare(old_text(*found->second), quads);
        before.erase(found);
      }
    }
  }
  for (const auto& article : edition.replaced_or_gone)
    if (before.contains(article.block->articles[article.index].id)) difference.remove(old_text(article));
}

}  // namespace

EditionNumbers write_release(const Edition& edition, const Releases& releases) {
  const auto directory = releases.begin(edition.name);
  // The parts of articles and the incidents have nothing to do with each other.
  auto parts = std::async(edition.jobs > 1 ? std::launch::async : std::launch::deferred, [&] { return write_parts(edition, directory); });

  Difference difference(directory);
  compare_articles(edition, difference);
  EditionNumbers numbers;
  const auto incidents = write_incidents(edition, releases, directory, difference);
  numbers.incidents = incidents.numbers;
  auto files = parts.get();
  files.insert(files.end(), incidents.files.begin(), incidents.files.end());
  incidents.remember(files);
  const auto old_knowledge = edition.previous.empty() ? "" : compress::gunzip(read_file(releases.path(edition.previous) / kKnowledgeFile));
  const auto knowledge = knowledge_quads(edition, old_knowledge);
  difference.compare(old_knowledge, knowledge);
  ReleaseOutput output(directory, kKnowledgeFile);
  output.compress(knowledge);
  files.push_back(output.close());
  for (auto& file : difference.close()) files.push_back(std::move(file));

  for (const auto& block : edition.blocks)
    for (const auto& article : block.articles) ++numbers.articles, numbers.counts.add(article.counts);
  numbers.knowledge_statements = static_cast<std::uint64_t>(std::count(knowledge.begin(), knowledge.end(), '\n'));
  files.push_back(write_description(edition, numbers, files, directory));

  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  ReleaseOutput sums(directory, kSumsFile);
  for (const auto& file : files) sums.write(file.sha256 + "  " + file.name + '\n');
  sums.close();
  sync_directory(directory);
  return numbers;
}

}  // namespace khabar::job
