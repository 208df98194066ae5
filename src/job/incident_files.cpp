// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/incident_files.hpp"

#include "compress/members.hpp"
#include "error.hpp"
#include "link/web.hpp"

#include <algorithm>

namespace khabar::job {
namespace {

using link::kNoNumber;

std::string checked(const File& file, std::uint64_t offset, std::uint32_t size, std::uint32_t crc) {
  auto bytes = file.read(offset, size);
  if (compress::crc32(bytes) == crc) return bytes;
  throw InputError(file.name(), 0,
                   "damaged; put the file back, or remove its directory: the next run then goes on from the release before it");
}

}  // namespace

OldIncidents::OldIncidents(const std::filesystem::path& release)
    : quads_(std::make_unique<File>(release / kIncidentsFile)),
      table_(std::make_unique<File>(release / kIncidentTable)),
      state_(std::make_unique<File>(release / kIncidentState)) {
  try {
    past_ = parse_incidents(state_->read_all(), kIncidentsHead.size());
  } catch (const InputError&) {
    throw;
  } catch (const Error& error) {
    throw InputError(state_->name(), 0, error.what());
  }
}

std::string OldIncidents::quads_run(const Chunk& chunk) const { return checked(*quads_, chunk.quads_at, chunk.quads, chunk.quads_crc); }
std::string OldIncidents::rows_run(const Chunk& chunk) const { return checked(*table_, chunk.rows_at, chunk.rows, chunk.rows_crc); }
std::string OldIncidents::lines_run(const Chunk& chunk) const { return state_->read(chunk.lines_at, chunk.lines); }

void OldIncidents::open(std::uint32_t line) {
  const auto number = past_.lines[line].chunk;
  if (chunk_ == number) return;
  const auto& chunk = past_.chunks[number];
  chunk_quads_ = compress::gunzip(quads_run(chunk));
  chunk_rows_ = rows_run(chunk);
  begins_.assign(1, {0, 0});
  for (auto at = past_.begins[number]; at < past_.begins[number + 1]; ++at) {
    const auto sizes = sizes_of(past_.lines[at]);
    begins_.emplace_back(begins_.back().first + sizes.quads, begins_.back().second + sizes.row);
  }
  if (begins_.back() != std::pair(static_cast<std::uint32_t>(chunk_quads_.size()), static_cast<std::uint32_t>(chunk_rows_.size())))
    throw InputError(state_->name(), 0, "does not fit " + quads_->name());
  chunk_ = number;
}

std::string_view OldIncidents::quads(std::uint32_t line) {
  open(line);
  const auto at = line - past_.begins[chunk_];
  return std::string_view(chunk_quads_).substr(begins_[at].first, begins_[at + 1].first - begins_[at].first);
}

std::string_view OldIncidents::row(std::uint32_t line) {
  open(line);
  const auto at = line - past_.begins[chunk_];
  return std::string_view(chunk_rows_).substr(begins_[at].second, begins_[at + 1].second - begins_[at].second);
}

IncidentFiles::Numbers IncidentFiles::write(const std::vector<bool>& stays, const std::vector<std::string_view>& names,
                                            const std::function<Entry(std::uint32_t)>& make) {
  const auto& lines = old_.past().lines;
  Numbers numbers{std::vector<std::uint32_t>(lines.size(), kNoNumber), std::vector<std::uint32_t>(names.size())};
  std::vector<Step> steps;  // of the chunk that is being put together
  std::uint32_t old = 0, fresh = 0, number = 0;
  while (old < lines.size() || fresh < names.size()) {
    Step step{kNoNumber, kNoNumber};
    if (fresh == names.size() || (old < lines.size() && lines[old].name < names[fresh]))
      step.old = old++;
    else if (old == lines.size() || names[fresh] < lines[old].name)
      step.fresh = fresh++;
    else
      step = {old++, fresh++};
    steps.push_back(step);
    const bool stands = step.fresh != kNoNumber || stays[step.old];
    if (!stands) continue;
    if (step.fresh != kNoNumber)
      numbers.of_new[step.fresh] = number++;
    else
      numbers.of_old[step.old] = number++;
    if (!ends_chunk(step.fresh != kNoNumber ? names[step.fresh] : lines[step.old].name)) continue;
    write_chunk(steps, stays, make);
    steps.clear();
  }
  if (!steps.empty()) write_chunk(steps, stays, make);
  return numbers;
}

// Whether these are all lines of one old chunk, as they were.
bool IncidentFiles::take_over(const std::vector<Step>& steps, const std::vector<bool>& stays) {
  const auto& past = old_.past();
  const auto first = steps.front().old;
  if (first == kNoNumber) return false;
  const auto number = past.lines[first].chunk;
  if (past.begins[number] != first || past.begins[number + 1] - first != steps.size()) return false;
  const auto is_kept = [&](const Step& step) { return step.fresh == kNoNumber && stays[step.old]; };
  if (!std::all_of(steps.begin(), steps.end(), is_kept)) return false;
  const auto& chunk = past.chunks[number];
  quads_.write(old_.quads_run(chunk));
  table_.write(old_.rows_run(chunk));
  lines_ += old_.lines_run(chunk);
  chunks_.push_back(chunk);
  return true;
}

void IncidentFiles::write_chunk(const std::vector<Step>& steps, const std::vector<bool>& stays,
                                const std::function<Entry(std::uint32_t)>& make) {
  if (take_over(steps, stays)) return;
  Chunk chunk;
  std::string quads, rows, lines;
  const bool all_new = std::all_of(steps.begin(), steps.end(), [](const Step& step) { return step.old == kNoNumber; });
  const auto count = [&](std::uint32_t memberships) {
    ++(memberships == 0 ? chunk.replaced : chunk.incidents);
    chunk.memberships += memberships;
  };
  for (const auto& [old, fresh] : steps) {
    if (fresh == kNoNumber && stays[old]) {
      quads += old_.quads(old), rows += old_.row(old), lines += old_.past().lines[old].text;
      count(sizes_of(old_.past().lines[old]).memberships);
      continue;
    }
    const auto before = old == kNoNumber ? std::string_view() : old_.quads(old);
    if (fresh == kNoNumber) {
      difference_.remove(before);
      continue;
    }
    const auto entry = make(fresh);
    if (!all_new) difference_.compare(before, entry.quads);
    quads += entry.quads, rows += entry.row, lines += entry.line;
    count(entry.memberships);
  }
  if (lines.empty()) return;  // all of it is gone
  const auto run = compress::gzip(quads), line_run = compress::gzip(lines);
  if (all_new) difference_.add_members(run);
  chunk.statements = static_cast<std::uint32_t>(std::count(quads.begin(), quads.end(), '\n'));
  chunk.quads = static_cast<std::uint32_t>(run.size()), chunk.quads_crc = compress::crc32(run);
  chunk.rows = static_cast<std::uint32_t>(rows.size()), chunk.rows_crc = compress::crc32(rows);
  chunk.lines = static_cast<std::uint32_t>(line_run.size());
  quads_.write(run), table_.write(rows);
  lines_ += line_run;
  chunks_.push_back(chunk);
}

void IncidentFiles::close(std::uint64_t runs, IncidentNumbers& numbers, std::vector<ReleaseFile>& files) {
  for (const auto& chunk : chunks_) {
    numbers.statements += chunk.statements, numbers.incidents += chunk.incidents;
    numbers.memberships += chunk.memberships, numbers.replaced += chunk.replaced;
  }
  state_.write(compress::gzip(state_head(runs, chunks_)));
  state_.write(lines_);
  for (auto* output : {&quads_, &table_, &state_}) files.push_back(output->close());
}

}  // namespace khabar::job
