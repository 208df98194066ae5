// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/console.hpp"

#include "rdf/sink.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace khabar::tool {
namespace {

bool progress_shown = false;  // by the one thread that says things

}  // namespace

void show_progress(std::string_view line) {
  static const bool kTerminal = ::isatty(STDERR_FILENO) == 1;
  if (!kTerminal || (line.empty() && !progress_shown)) return;
  std::cerr << "\r\x1B[K" << line << std::flush;
  progress_shown = !line.empty();
}

void say(std::string_view message) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string line = "khabar: ";
  for (const char c : message) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F)
      line += {'\\', 'x', kHex[byte >> 4U], kHex[byte & 0xFU]};
    else
      line += c;
  }
  line += '\n';
  show_progress({});
  std::cerr << line << std::flush;
}

void print(std::string_view text) {
  rdf::StdoutSink sink;
  sink.write(text);
  sink.close();
}

std::string counted(std::size_t count, const std::string& noun, const std::string& nouns) {
  return std::to_string(count) + ' ' + (count == 1 ? noun : nouns.empty() ? noun + 's' : nouns);
}

bool wants_colours() {
  const char* no_color = std::getenv("NO_COLOR");
  return (no_color == nullptr || *no_color == '\0') && ::isatty(STDOUT_FILENO) == 1;
}

}  // namespace khabar::tool
