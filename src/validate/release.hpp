// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "validate/graph.hpp"
#include "validate/problems.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace khabar::validate {

// A release of khabar export, taken as a whole: a directory with SHA256SUMS.
class Release {
 public:
  // Throws UsageError for a directory that is none.
  explicit Release(std::filesystem::path directory);

  // The files are those of SHA256SUMS, with their sums (rule "sum").
  void check_sums(Problems& problems);

  // Files to be added to a graph: the articles, the incidents, what is known.
  std::vector<std::string> graphs() const;
  // Files that must parse and say the same in part: what was added and what was removed.
  std::vector<std::string> differences() const;

  // void.ttl tells the numbers and files that are there (rule "description"); every member of an incident is an event that an article
  // here reports (rule "incident"). `graph` has the files of graphs(), added in their order from file `first` on, and is finished.
  void check_contents(const Graph& graph, std::size_t first, Problems& problems);

 private:
  // SHA-256 of a file that is there; each file is read for it once.
  const std::string& sum_of(const std::string& name);
  void check_description(const Graph& graph, std::size_t first, Problems& problems);
  void check_members(const Graph& graph, Problems& problems) const;

  std::filesystem::path directory_;
  std::map<std::string, std::string> sums_;  // by file name
};

}  // namespace khabar::validate
