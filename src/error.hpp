// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

// What the library throws. `what()` is one line without a final newline, ready to be printed behind "khabar: ".
// A broken promise inside khabar itself (an invalid IRI handed to a writer) is a std::logic_error instead.
namespace khabar {

struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The caller asked for something that does not exist or does not go together.
struct UsageError : Error {
  using Error::Error;
};

// An input could not be read or is not what it must be. `line` counts from 1; 0 means the input as a whole.
// what(): "PATH:LINE: MESSAGE", without ":LINE" when it is 0.
struct InputError : Error {
  InputError(std::string_view path_, std::size_t line_, std::string_view message_)
      : Error(compose(path_, line_, message_)), path(path_), line(line_), message(message_) {}

  std::string path;
  std::size_t line;
  std::string message;

 private:
  static std::string compose(std::string_view path, std::size_t line, std::string_view message) {
    std::string text(path);
    if (line != 0) {
      text += ':';
      text += std::to_string(line);
    }
    text += ": ";
    text += message;
    return text;
  }
};

// An output could not be written. The message names the output, the system's reason and what can be done.
struct OutputError : Error {
  using Error::Error;
};

}  // namespace khabar
