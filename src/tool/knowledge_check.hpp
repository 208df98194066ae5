// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/build.hpp"

#include <string>
#include <vector>

namespace khabar::tool {

struct KnowledgeReport {
  std::size_t files = 0, subjects = 0;     // of those that were asked for
  std::vector<lexicon::Problem> problems;  // by file and line
};

// Checks the Turtle files at `paths` (files or directories): syntax; what build_image() reports; subjects without a source or defined
// in two files; khb: terms that are not declared and knowledge that is named but not there; labels without a letter or given as two
// kinds of label; cycles of parents; coordinates out of range. Files that declare no khb: terms are checked as additions to
// `ontology`, whose own problems are left out.
KnowledgeReport check_knowledge(const std::vector<std::string>& paths, const std::string& ontology);

}  // namespace khabar::tool
