// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tool/command.hpp"

#include <boost/program_options.hpp>

#include <string>

// What the commands' option parsers share.
namespace khabar::tool {

// Parses arguments in which options and `positional` ones (a vector<string> option, not shown in helps) mix. Options are never
// guessed from their beginning. Throws UsageError.
boost::program_options::variables_map parse(const Arguments& arguments, const boost::program_options::options_description& options,
                                            const std::string& positional);

// The options as lines of a help.
std::string describe(const boost::program_options::options_description& options);

}  // namespace khabar::tool
