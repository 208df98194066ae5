// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rdf/writer.hpp"
#include "tool/article_options.hpp"

#include <string>

namespace khabar::tool {

// What `khabar extract` was asked to do.
struct ExtractOptions : ArticleOptions {
  std::string output;  // empty: standard output
  rdf::Format format = rdf::Format::TriG;
  bool explain = false;
};

// Throws UsageError.
ExtractOptions parse_extract(const Arguments& arguments);

}  // namespace khabar::tool
