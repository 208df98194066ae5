// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "publish/record.hpp"
#include "publish/release.hpp"
#include "publish/retry.hpp"
#include "publish/store.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace khabar::publish {

// What must be done to make a store hold a release. Positions of Release::graphs(), and IRIs.
struct Plan {
  std::vector<std::size_t> added, changed;
  std::vector<std::string> gone;
  std::size_t same = 0;
  std::uint64_t statements = 0;  // to be sent
  bool first = false;            // no release was ever published whole
  bool done = false;             // nothing to do
};
Plan plan_of(const Release& release, const Record& record);

// Makes the store hold the release. Until a release has been published whole, graphs that are not in the record are loaded many at a
// time. Each other graph goes into a staging graph, is counted there, and moved over the live one; then it is counted again, since a
// move that a network repeated would leave nothing. Graphs in the release's order, then what is gone is removed, then the marker.
// Interrupted, the next run goes on: the record is behind what the store holds, never ahead of it.
class Publication {
 public:
  Publication(const Release& release, Store& store, Record& record, const RetryPolicy& retry)
      : release_(release), store_(store), record_(record), retry_(retry) {}

  void run(const Plan& plan);

 private:
  void clear_staging();
  void load(Graph&& graph);
  void flush_load();
  void replace(const Graph& graph);
  void remember(const Graph& graph);
  void flush_record();
  void remove(const std::vector<std::string>& gone);
  std::uint64_t count(const std::string& graph);

  const Release& release_;
  Store& store_;
  Record& record_;
  const RetryPolicy& retry_;
  std::vector<Graph> batch_;  // to be loaded together
  std::size_t batch_bytes_ = 0;
  std::vector<std::pair<std::string, std::string>> to_record_;
};

}  // namespace khabar::publish
