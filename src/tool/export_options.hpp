// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tool/article_options.hpp"

#include <optional>
#include <set>
#include <string>

namespace khabar::tool {

// What `khabar export` was asked to do.
struct ExportOptions : ArticleOptions {
  std::string state;             // the job's directory
  std::set<std::string> remove;  // ids
  bool mirror = false;
  std::size_t keep = 0;              // 0: all releases stay
  std::optional<document::Day> day;  // SOURCE_DATE_EPOCH
};

// Throws UsageError.
ExportOptions parse_export(const Arguments& arguments);

}  // namespace khabar::tool
