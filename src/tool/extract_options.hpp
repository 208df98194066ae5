// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/reader.hpp"
#include "khabar.hpp"
#include "rdf/writer.hpp"
#include "tool/command.hpp"

#include <string>
#include <vector>

namespace khabar::tool {

// What `khabar extract` was asked to do.
struct ExtractOptions {
  std::vector<std::string> inputs;
  document::ReadOptions read;
  Options extract;
  std::string output;  // empty: standard output
  rdf::Format format = rdf::Format::TriG;
  std::string knowledge;             // empty: the default
  std::vector<std::string> lexicon;  // more Turtle files
  int jobs = 1;
  bool dry_run = false, explain = false, strict = false, quiet = false;
};

// Throws UsageError.
ExtractOptions parse_extract(const Arguments& arguments);

}  // namespace khabar::tool
