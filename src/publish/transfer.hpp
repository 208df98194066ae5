// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.hpp"

#include <optional>
#include <string>
#include <string_view>

// One request and its reply, and the failures that may pass.
namespace khabar::publish {

struct Request {
  std::string method = "GET";
  std::string url;
  std::string content_type, accept;  // empty: none
  std::string_view body;
  bool once = false;  // on a connection of its own, so that libcurl does not send it again when an old one turns out to be dead
};

struct Reply {
  long status = 0;
  std::string body;
};

// "HTTP 500: " and the first words of the body that a person can read.
std::string failure_text(const Reply& reply);

// What may go well a moment later: a broken connection, silence, 408, 429, 5xx. `wait`: the seconds that the server asked for.
struct Transient : Error {
  explicit Transient(const std::string& message, std::optional<long> wait_ = std::nullopt) : Error(message), wait(wait_) {}
  std::optional<long> wait;
};

// Sends requests; throws Transient, and Error for what trying again does not help. A seam for the tests.
class Transfer {
 public:
  virtual ~Transfer() = default;
  virtual Reply send(const Request& request) = 0;
};

}  // namespace khabar::publish
