// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/reader.hpp"
#include "khabar.hpp"
#include "tool/options.hpp"

#include <string>
#include <vector>

namespace khabar::tool {

// What every command that reads articles and writes their graphs is asked: what to read, with what knowledge, how to describe it.
struct ArticleOptions {
  std::vector<std::string> inputs;
  document::ReadOptions read;
  Options extract;
  std::string knowledge;             // empty: the default
  std::vector<std::string> lexicon;  // more Turtle files
  int jobs = 1;
  bool dry_run = false, strict = false, quiet = false;
};

boost::program_options::options_description input_options();
boost::program_options::options_description graph_options();  // base, detail, text
boost::program_options::options_description knowledge_options();
boost::program_options::options_description run_options();

// Reads the values of all of these; throws UsageError. Inputs may be none.
void read_article_options(const boost::program_options::variables_map& values, ArticleOptions& options);

// The text of an option; empty when it is not given.
std::string text_of(const boost::program_options::variables_map& values, const char* name);

}  // namespace khabar::tool
