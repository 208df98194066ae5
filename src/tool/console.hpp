// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What the tool says, as opposed to what it writes.
namespace khabar::tool {

// One line on standard error: "khabar: MESSAGE". Control characters in it are shown as \xNN.
void say(std::string_view message);

// A line on standard error that the next one, or say(), takes the place of; an empty one only wipes. Nothing where standard error is no
// terminal.
void show_progress(std::string_view line);

// Text on standard output. Throws OutputError when it does not get there.
void print(std::string_view text);

// "1 file", "2 files"; a plural that is not noun + s is given.
std::string counted(std::size_t count, const std::string& noun, const std::string& nouns = {});

// Whether standard output is a terminal that wants colours (NO_COLOR is not set).
bool wants_colours();

}  // namespace khabar::tool
