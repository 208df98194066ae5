// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/knowledge.hpp"

#include "job/tsv.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace khabar::job {
namespace {

std::string_view inside(std::string_view bracketed) { return bracketed.substr(1, bracketed.find('>') - 1); }

// The lines of old knowledge about what is named and not known any more, and of what they point to.
void keep_old(const std::unordered_set<std::string_view>& lost, const Gazetteer& gazetteer, std::string_view before, std::string& quads) {
  std::unordered_map<std::string_view, std::vector<std::string_view>> lines;  // by subject
  for (auto rest = before; !rest.empty();) {
    const auto line = cut(rest, '\n');
    if (line.starts_with('<')) lines[inside(line)].push_back(line);
  }
  std::unordered_set<std::string_view> done(lost);
  std::vector<std::string_view> open(lost.begin(), lost.end());
  std::vector<std::string_view> kept;
  while (!open.empty()) {
    const auto subject = open.back();
    open.pop_back();
    const auto found = lines.find(subject);
    if (found == lines.end()) continue;
    for (const auto line : found->second) {
      kept.push_back(line);
      auto rest = line;
      cut(rest, ' '), cut(rest, ' ');
      if (!rest.starts_with('<')) continue;
      const auto object = inside(rest);
      if (gazetteer.find(object) == lexicon::kNone && lines.contains(object) && done.insert(object).second) open.push_back(object);
    }
  }
  std::sort(kept.begin(), kept.end());
  for (const auto line : kept) quads.append(line).append(1, '\n');
}

}  // namespace

std::string knowledge_quads(const Edition& edition, std::string_view before) {
  std::unordered_set<std::string_view> named;
  for (const auto& block : edition.blocks) named.insert(block.known.begin(), block.known.end());
  std::set<std::uint32_t> entities;
  std::unordered_set<std::string_view> lost;
  for (const auto iri : named) {
    const auto entity = edition.gazetteer->find(iri);
    if (entity == lexicon::kNone)
      lost.insert(iri);
    else
      entities.insert(entity);
  }
  auto quads = rdf::serialize(edition.extractor->knowledge(entities), rdf::Format::NQuads, prefixes());
  if (!lost.empty()) keep_old(lost, *edition.gazetteer, before, quads);
  return quads;
}

}  // namespace khabar::job
