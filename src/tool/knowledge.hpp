// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/lexicon.hpp"

#include <string>
#include <vector>

// Where the tool's knowledge lies and how it is loaded.
namespace khabar::tool {

// The directory of Turtle files, and the image compiled from it: beside the program (../share/khabar), installed or in a build tree.
std::string default_ontology();
std::string default_image();

// Loads an image, or compiles a directory of Turtle files. `path` is one of both; empty: the environment's KHABAR_KNOWLEDGE, else the
// default image. With `more` Turtle files, which an image cannot take up, the ontology is compiled together with them. Faults of
// the files that are not fatal go into `warnings`. Throws InputError, and UsageError for an image named together with `more`.
lexicon::Lexicon load_lexicon(const std::string& path, const std::vector<std::string>& more, std::vector<std::string>& warnings);

}  // namespace khabar::tool
