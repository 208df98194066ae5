// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// The Turtle files of ontology/ as subjects with their properties, in the order of the files; the form from which the image is built
// and which `khabar lexicon check` inspects.
namespace khabar::lexicon {

struct Property {
  std::uint32_t predicate = 0;  // string ids of Knowledge
  std::uint32_t object = 0;
  std::uint32_t language_or_datatype = 0;  // "@ar", a datatype IRI, or "" for an IRI object
  std::uint32_t file = 0;                  // index of Knowledge::files
  std::uint32_t line = 0;                  // 1-based line of the file where the statement ends
};

struct Subject {
  std::uint32_t iri = 0;
  std::uint32_t file = 0;  // the first that names it
  std::vector<Property> properties;
};

class Knowledge {
 public:
  // Adds one Turtle file; throws InputError naming file and line when it is not Turtle.
  void add_file(const std::string& path);

  const std::vector<std::string>& files() const { return files_; }
  const std::deque<Subject>& subjects() const { return subjects_; }
  std::string_view text(std::uint32_t id) const { return strings_[id]; }
  std::uint32_t intern(std::string_view text);
  const Subject* find(std::uint32_t iri) const;

 private:
  std::deque<std::string> strings_{""};
  std::unordered_map<std::string_view, std::uint32_t> string_ids_{{"", 0}};
  std::vector<std::string> files_;
  std::deque<Subject> subjects_;
  std::unordered_map<std::uint32_t, std::uint32_t> subject_of_;
};

// All Turtle files under a directory, or the file itself, sorted by path.
std::vector<std::string> turtle_files(const std::string& path);

}  // namespace khabar::lexicon
