// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tool/command.hpp"
#include "tool/options.hpp"

#include <string>
#include <vector>

// The subcommands of `khabar lexicon`, one file each.
namespace khabar::tool {

int lexicon_coverage(const Arguments& arguments);
int lexicon_import(const Arguments& arguments);
int lexicon_show(const Arguments& arguments);

// The values of an option that was given, else nothing.
inline std::string text_of(const boost::program_options::variables_map& values, const char* name) {
  return values.count(name) == 0 ? std::string() : values[name].as<std::string>();
}
inline std::vector<std::string> texts(const boost::program_options::variables_map& values, const char* name) {
  return values.count(name) == 0 ? std::vector<std::string>() : values[name].as<std::vector<std::string>>();
}

}  // namespace khabar::tool
