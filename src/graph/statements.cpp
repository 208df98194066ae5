// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Statements are made subject by subject, so they come as runs of one subject. The runs are sorted first, by what their subjects do
// not have in common, then the statements of each subject among themselves; every statement moves once.
#include "graph/statements.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace khabar::graph {
namespace {

using rdf::QuadRef;

// Order of "<a>" and "<b>": where one IRI begins the other, the closing bracket decides.
int compare_bracketed(std::string_view a, std::string_view b) {
  const auto common = std::min(a.size(), b.size());
  if (const int order = a.substr(0, common).compare(b.substr(0, common)); order != 0) return order;
  if (a.size() == b.size()) return 0;
  const auto next = static_cast<unsigned char>(a.size() > b.size() ? a[common] : b[common]);
  const bool longer_first = next < '>';
  return (a.size() > b.size()) == longer_first ? -1 : 1;
}

bool same_text(std::string_view a, std::string_view b) { return a.size() == b.size() && (a.data() == b.data() || a == b); }

// Statements [first, last) of one subject as they were made; `name` is the subject behind what all subjects begin with.
struct Run {
  std::string_view graph, name;
  std::uint32_t first = 0, last = 0;
};

bool run_before(const Run& a, const Run& b) {
  if (!same_text(a.graph, b.graph)) return a.graph < b.graph;
  if (const int order = compare_bracketed(a.name, b.name); order != 0) return order < 0;
  return a.first < b.first;
}

std::vector<Run> runs_of(const std::vector<QuadRef>& quads) {
  std::vector<Run> runs;
  for (std::uint32_t i = 0; i < quads.size(); ++i) {
    const auto subject = quads[i].s.value;
    const bool goes_on = i > 0 && runs.back().name.data() == subject.data() && runs.back().name.size() == subject.size() &&
                         same_text(runs.back().graph, quads[i].graph);
    if (!goes_on) runs.push_back({quads[i].graph, subject, i, i});
    runs.back().last = i + 1;
  }
  if (runs.empty()) return runs;
  auto common = runs[0].name;
  for (const auto& run : runs) {
    const auto end = std::mismatch(common.begin(), common.end(), run.name.begin(), run.name.end()).first;
    common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
  }
  for (auto& run : runs) run.name.remove_prefix(common.size());
  return runs;
}

// A statement to be sorted among those of its subject. `key` holds what most predicates differ in: khb: comes last of the namespaces
// khabar writes, and behind its name eight letters nearly always decide.
struct Item {
  std::uint64_t key = 0;
  std::uint32_t index = 0;
};

constexpr std::string_view kMostCommon = "https://w3id.org/khabar/ns#";

std::uint64_t key_of(std::string_view predicate) {
  if (predicate.starts_with(kMostCommon)) {
    const auto name = predicate.substr(kMostCommon.size());
    std::uint64_t key = 0;
    if (std::endian::native == std::endian::little && name.size() >= 8) {
      std::memcpy(&key, name.data(), 8);
      key = __builtin_bswap64(key) >> 8U;
    } else {
      for (std::size_t i = 0; i < 7; ++i) key = key << 8U | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
    }
    return key | std::uint64_t{2} << 56U;
  }
  if (predicate == rdf::kRdfType) return 0;
  return std::uint64_t{predicate < kMostCommon ? 1U : 3U} << 56U;
}

// Order of two statements of one subject with equal keys.
bool before(const QuadRef& a, const QuadRef& b) {
  if (!same_text(a.p.value, b.p.value)) return a.p.value < b.p.value;
  if (a.o.kind == rdf::TermKind::Iri && b.o.kind == rdf::TermKind::Iri) return compare_bracketed(a.o.value, b.o.value) < 0;
  return a.o < b.o;
}

}  // namespace

void sort_statements(std::vector<QuadRef>& quads) {
  auto runs = runs_of(quads);
  std::sort(runs.begin(), runs.end(), run_before);
  std::vector<QuadRef> sorted;
  sorted.reserve(quads.size());
  std::vector<Item> items;
  const auto less = [&](const Item& a, const Item& b) { return a.key != b.key ? a.key < b.key : before(quads[a.index], quads[b.index]); };
  for (std::size_t i = 0; i < runs.size();) {
    items.clear();
    const auto& subject = runs[i];
    for (; i < runs.size() && same_text(runs[i].name, subject.name) && same_text(runs[i].graph, subject.graph); ++i)
      for (auto at = runs[i].first; at < runs[i].last; ++at) items.push_back({key_of(quads[at].p.value), at});
    std::sort(items.begin(), items.end(), less);
    for (std::size_t at = 0; at < items.size(); ++at)
      if (at == 0 || less(items[at - 1], items[at])) sorted.push_back(quads[items[at].index]);
  }
  quads.swap(sorted);
}

}  // namespace khabar::graph
