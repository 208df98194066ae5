// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/knowledge.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace khabar::tool {

// Something in the knowledge files that their editor should look at. A warning is a choice that may be meant; all else is an error.
struct Finding {
  std::string file;
  std::uint32_t line = 0;  // 0: the file as a whole
  std::string message;
  bool warning = false;
};

struct KnowledgeReport {
  std::size_t files = 0, subjects = 0;  // of those that were asked for
  std::vector<Finding> findings;        // by file and line
};

// Checks the Turtle files at `paths` (files or directories): syntax; what build_image() reports; subjects without a source, defined in
// two files or of two kinds; khb: terms that are not declared and knowledge that is named but not there; faults of labels
//; cycles of parents; coordinates that cannot be; and as warnings names that two entities share with nothing to
// tell them apart. Files that declare no khb: terms are checked as additions to `ontology`, whose own findings are left out.
KnowledgeReport check_knowledge(const std::vector<std::string>& paths, const std::string& ontology);

// Throws InputError for the first of the faults with which knowledge is not loaded at all: a subject of two kinds, a name in the wrong
// script or too long to be one.
void refuse_faults(const lexicon::Knowledge& knowledge);

}  // namespace khabar::tool
