// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "publish/http.hpp"
#include "publish/store.hpp"
#include "tool/command.hpp"

#include <string>
#include <vector>

namespace khabar::tool {

// What `khabar publish` was asked to do.
struct PublishOptions {
  std::vector<std::string> release;
  publish::Endpoints endpoints;
  publish::HttpOptions http;
  int retries = 5;
  double first_wait = 1;
  std::size_t most_bytes = std::size_t{8} << 20U;
  bool dry_run = false, quiet = false;
};

// Reads the files of secrets too. Throws UsageError and InputError.
PublishOptions parse_publish(const Arguments& arguments);

}  // namespace khabar::tool
