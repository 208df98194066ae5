// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "publish/transfer.hpp"

namespace khabar::publish {
namespace {

constexpr std::size_t kMostOfBody = 300;

}  // namespace

// Servers answer in text or HTML: tags are left out, all white space is one space.
std::string failure_text(const Reply& reply) {
  std::string text;
  bool in_tag = false, space = false;
  for (const char c : reply.body) {
    if (c == '<') in_tag = true;
    const bool blank = in_tag || static_cast<unsigned char>(c) <= ' ';
    if (c == '>') in_tag = false;
    if (!blank && c != '>') {
      if (space && !text.empty()) text += ' ';
      text += c;
    }
    space = blank || c == '>';
    if (text.size() > kMostOfBody) break;
  }
  return "HTTP " + std::to_string(reply.status) + (text.empty() ? "" : ": " + text);
}

}  // namespace khabar::publish
