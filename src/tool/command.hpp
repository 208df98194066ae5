// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::tool {

using Arguments = std::vector<std::string>;

enum ExitCode : int {
  kDone = 0,
  kFailed = 1,  // nothing was written
  kUsage = 2,
  kSkipped = 3,  // done, but some inputs were skipped
};

// A command does its work and returns an exit code; it throws UsageError for arguments it cannot take and Error for all that fails.
struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view usage;        // behind "usage: "
  int (*run)(const Arguments&);  // gets what stands behind the command's name
  std::string (*help)();         // ends with a newline
};

int run_extract(const Arguments& arguments);
std::string extract_help();
int run_export(const Arguments& arguments);
std::string export_help();
int run_explain(const Arguments& arguments);
std::string explain_help();
int run_lexicon(const Arguments& arguments);
std::string lexicon_help();
int run_validate(const Arguments& arguments);
std::string validate_help();
int run_publish(const Arguments& arguments);
std::string publish_help();
int run_help(const Arguments& arguments);
std::string help_help();

inline constexpr std::array<Command, 7> kCommands = {{
    {"extract", "read Arabic news articles, write an RDF graph", "khabar extract [OPTION]... INPUT...", run_extract, extract_help},
    {"export", "read what changed, publish a release", "khabar export --state DIR [OPTION]... INPUT...", run_export, export_help},
    {"explain", "show the words and rules behind an event of a graph", "khabar explain EVENT-IRI GRAPH... [--text INPUT]", run_explain,
     explain_help},
    {"lexicon", "check, compile, look up and extend the knowledge files",
     "khabar lexicon check|compile|show|coverage|import [OPTION]... [ARGUMENT]...", run_lexicon, lexicon_help},
    {"validate", "re-read graphs: syntax, shapes, references, and spans against the texts",
     "khabar validate [OPTION]... GRAPH... [--text INPUT]", run_validate, validate_help},
    {"publish", "make a triple store hold a release", "khabar publish --to URL [OPTION]... RELEASE", run_publish, publish_help},
    {"help", "explain a command", "khabar help [COMMAND]", run_help, help_help},
}};

// Null when there is no such command.
constexpr const Command* find_command(std::string_view name) {
  for (const auto& command : kCommands)
    if (command.name == name) return &command;
  return nullptr;
}

}  // namespace khabar::tool
