// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "publish/transfer.hpp"

#include <memory>
#include <string>

namespace khabar::publish {

// Either may be empty. They never stand in a URL, a message or a log.
struct Credentials {
  std::string user, password;
  std::string token;  // sent as "Authorization: Bearer"
};

struct HttpOptions {
  Credentials credentials;
  bool digest = false;      // the server wants digest authentication (Virtuoso)
  long timeout = 300;       // seconds of silence after which a connection is given up
  std::string authorities;  // a file of certificates to trust instead of the system's
};

// HTTP and HTTPS over libcurl. Certificates are always verified, redirections never followed (they would take the credentials along).
class Http final : public Transfer {
 public:
  explicit Http(HttpOptions options);
  ~Http() override;
  Reply send(const Request& request) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace khabar::publish
