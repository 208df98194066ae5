// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/options.hpp"

#include "error.hpp"

#include <sstream>
#include <utility>

namespace khabar::tool {

namespace po = boost::program_options;

po::variables_map parse(const Arguments& arguments, const po::options_description& options, const std::string& positional) {
  po::options_description all;
  all.add(options).add_options()(positional.c_str(), po::value<std::vector<std::string>>());
  po::positional_options_description rest;
  rest.add(positional.c_str(), -1);
  po::variables_map values;
  try {
    using namespace po::command_line_style;
    po::store(po::command_line_parser(arguments).options(all).positional(rest).style(unix_style & ~allow_guessing).run(), values);
    po::notify(values);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  return values;
}

std::string describe(const po::options_description& options) {
  std::ostringstream out;
  out << options;
  return std::move(out).str();
}

}  // namespace khabar::tool
