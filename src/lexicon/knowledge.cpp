// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/knowledge.hpp"

#include "error.hpp"
#include "rdf/turtle_reader.hpp"

#include <algorithm>
#include <filesystem>

namespace khabar::lexicon {

std::uint32_t Knowledge::intern(std::string_view text) {
  if (const auto found = string_ids_.find(text); found != string_ids_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(strings_.size());
  strings_.emplace_back(text);
  string_ids_.emplace(strings_.back(), id);
  return id;
}

const Subject* Knowledge::find(std::uint32_t iri) const {
  const auto found = subject_of_.find(iri);
  return found == subject_of_.end() ? nullptr : &subjects_[found->second];
}

void Knowledge::add_file(const std::string& path) {
  const auto file = static_cast<std::uint32_t>(files_.size());
  files_.push_back(path);
  rdf::read_turtle(path, [&](const rdf::QuadRef& quad, std::size_t line) {
    const auto iri = intern(quad.s.value);
    const auto [at, added] = subject_of_.try_emplace(iri, static_cast<std::uint32_t>(subjects_.size()));
    if (added) subjects_.push_back({iri, file, {}});
    Property property;
    property.predicate = intern(quad.p.value);
    property.object = intern(quad.o.value);
    property.file = file;
    property.line = static_cast<std::uint32_t>(line);
    if (quad.o.kind == rdf::TermKind::LangLiteral)
      property.language_or_datatype = intern("@" + std::string(quad.o.datatype_or_lang));
    else if (quad.o.kind == rdf::TermKind::Literal)
      property.language_or_datatype = intern(quad.o.datatype_or_lang.empty() ? rdf::kXsdString : quad.o.datatype_or_lang);
    subjects_[at->second].properties.push_back(property);
  });
}

std::vector<std::string> turtle_files(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  for (const auto& item : fs::recursive_directory_iterator(path))
    if (item.is_regular_file() && item.path().extension() == ".ttl") files.push_back(item.path().string());
  std::sort(files.begin(), files.end());
  if (files.empty()) throw InputError(path, 0, "no Turtle files (*.ttl) in this directory");
  return files;
}

}  // namespace khabar::lexicon
