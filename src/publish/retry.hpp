// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "publish/transfer.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace khabar::publish {

// How often and after which waits something is tried again. Waits double; a server's own wish (Retry-After) counts when it is longer.
struct RetryPolicy {
  int retries = 5;
  double first_wait = 1, longest_wait = 300;  // seconds
  std::function<void(double seconds)> sleep;
  std::function<void(const std::string& message, double seconds)> tell;  // before each wait

  double wait_before(int retry, const Transient& failure) const {
    double wait = first_wait;
    for (int i = 1; i < retry; ++i) wait = std::min(wait * 2, longest_wait);
    if (failure.wait) wait = std::max(wait, static_cast<double>(*failure.wait));
    return std::min(wait, longest_wait);
  }
};

// Runs `action(attempt)`, attempts counted from 0, until it does not throw Transient. What is tried again is tried from its beginning.
template <typename Action>
auto with_retries(const RetryPolicy& policy, Action action) {
  for (int attempt = 0;; ++attempt) try {
      return action(attempt);
    } catch (const Transient& failure) {
      if (attempt == policy.retries) {
        if (policy.retries == 0) throw;
        throw Error(failure.what() + std::string("; given up after ") + std::to_string(policy.retries + 1) +
                    " attempts; run it again later");
      }
      const double wait = policy.wait_before(attempt + 1, failure);
      policy.tell(failure.what(), wait);
      policy.sleep(wait);
    }
}

}  // namespace khabar::publish
