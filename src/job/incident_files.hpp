// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "job/diff.hpp"
#include "job/incident_state.hpp"
#include "job/incident_text.hpp"
#include "job/numbers.hpp"
#include "job/release.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace khabar::job {

inline constexpr std::string_view kIncidentsFile = "incidents.nq.gz", kIncidentTable = "incidents.csv";
inline constexpr std::string_view kIncidentState = "incidents.state.gz";  // what the next run needs of them

// The release before as its incidents' files have it.
class OldIncidents {
 public:
  OldIncidents() = default;
  explicit OldIncidents(const std::filesystem::path& release);

  const IncidentPast& past() const { return past_; }
  // What was published of a line. Lines are best asked for in their order.
  std::string_view quads(std::uint32_t line);
  std::string_view row(std::uint32_t line);
  // The bytes of a chunk in the three files, checked against their sums.
  std::string quads_run(const Chunk& chunk) const;
  std::string rows_run(const Chunk& chunk) const;
  std::string lines_run(const Chunk& chunk) const;

 private:
  void open(std::uint32_t line);

  IncidentPast past_;
  std::unique_ptr<File> quads_, table_, state_;
  std::uint32_t chunk_ = 0xFFFFFFFF;  // the one that is unpacked
  std::string chunk_quads_, chunk_rows_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> begins_;  // in it, by line: of its statements and of its row
};

// Writes the files of incidents of a release: the lines of the one before that stay, and new entries, in the order of their names.
class IncidentFiles {
 public:
  IncidentFiles(const std::filesystem::path& directory, OldIncidents& old, Difference& difference)
      : old_(old),
        difference_(difference),
        quads_(directory, kIncidentsFile),
        table_(directory, kIncidentTable),
        state_(directory, kIncidentState) {
    table_.write(kIncidentsHead);
  }

  // `stays`: by line of the release before. `entries`: by name; `make` makes one when its turn comes. Gives the numbers that the old
  // lines (kNoNumber for those that go) and the new entries have from now on.
  struct Numbers {
    std::vector<std::uint32_t> of_old, of_new;
  };
  Numbers write(const std::vector<bool>& stays, const std::vector<std::string_view>& names,
                const std::function<Entry(std::uint32_t)>& make);
  void close(std::uint64_t runs, IncidentNumbers& numbers, std::vector<ReleaseFile>& files);

 private:
  struct Step {
    std::uint32_t old, fresh;  // a line that stays or goes, or a new entry; kNoNumber: none
  };
  void write_chunk(const std::vector<Step>& steps, const std::vector<bool>& stays, const std::function<Entry(std::uint32_t)>& make);
  bool take_over(const std::vector<Step>& steps, const std::vector<bool>& stays);

  OldIncidents& old_;
  Difference& difference_;
  ReleaseOutput quads_, table_, state_;
  std::vector<Chunk> chunks_;
  std::string lines_;  // members of incidents.state.gz
};

}  // namespace khabar::job
