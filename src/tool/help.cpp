// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "error.hpp"
#include "tool/command.hpp"
#include "tool/console.hpp"

namespace khabar::tool {
namespace {

std::string overview() {
  std::string text =
      "khabar reads Arabic conflict news and writes an RDF graph of events: who struck whom, where, when, with what, with which\n"
      "casualties, according to whom, and the words of the article that say so.\n\n"
      "usage: khabar COMMAND [ARGUMENT]...\n\n"
      "commands:\n";
  for (const auto& command : kCommands) {
    text.append("  ").append(command.name).append(12 - command.name.size(), ' ').append(command.summary).append("\n");
  }
  text +=
      "\n"
      "options:\n"
      "  -h, --help    this text; behind a command, its own\n"
      "  --version     the version\n\n"
      "start here:\n"
      "  khabar extract article.txt --published 2024-05-15     the graph on the screen\n"
      "  khabar extract articles.jsonl -o events.trig          many articles into a file\n"
      "  khabar help extract                                   all that extract can do\n\n"
      "exit codes: 0 done, 1 failed and nothing written, 2 wrong usage, 3 done but some inputs were skipped\n";
  return text;
}

}  // namespace

int run_help(const Arguments& arguments) {
  if (arguments.size() > 1) throw UsageError("help takes one command");
  if (arguments.empty()) {
    print(overview());
    return kDone;
  }
  const Command* command = find_command(arguments[0]);
  if (command == nullptr) throw UsageError("unknown command '" + arguments[0] + "'");
  print("usage: " + std::string(command->usage) + "\n\n" + command->help());
  return kDone;
}

std::string help_help() { return "Prints what khabar can do, or explains one command.\n"; }

}  // namespace khabar::tool
