// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Finds the command and runs it; the one place that catches.
#include "error.hpp"
#include "rdf/sink.hpp"
#include "tool/command.hpp"
#include "tool/console.hpp"

#include <csignal>
#include <exception>
#include <new>
#include <stdexcept>

namespace khabar::tool {
namespace {

constexpr std::string_view kUsageLine = "usage: khabar COMMAND [ARGUMENT]...   (khabar --help explains)";

int dispatch(const Arguments& arguments, std::string_view& usage) {
  if (arguments.empty()) throw UsageError("no command");
  if (arguments[0] == "--help" || arguments[0] == "-h") return run_help({});
  if (arguments[0] == "--version") {
    print("khabar " KHABAR_VERSION "\n");
    return kDone;
  }
  const Command* command = find_command(arguments[0]);
  if (command == nullptr)
    throw UsageError("unknown " + std::string(arguments[0].starts_with('-') ? "option" : "command") + " '" + arguments[0] + "'");
  usage = command->usage;
  const Arguments rest(arguments.begin() + 1, arguments.end());
  for (const auto& argument : rest) {
    if (argument == "--") break;
    if (argument == "--help" || argument == "-h") return run_help({std::string(command->name)});
  }
  return command->run(rest);
}

}  // namespace
}  // namespace khabar::tool

int main(int argc, char** argv) {
  using namespace khabar::tool;
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));  // a closed pipe is an error of write()
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));  // and so is a file that may not grow
  std::string_view usage;
  try {
    return dispatch(Arguments(argv + (argc > 0), argv + argc), usage);
  } catch (const khabar::UsageError& error) {
    say(error.what());
    say(usage.empty() ? std::string(kUsageLine) : "usage: " + std::string(usage));
    return kUsage;
  } catch (const std::bad_alloc&) {
    say("out of memory");
  } catch (const std::logic_error& error) {
    say(std::string("internal error: ") + error.what());
  } catch (const std::exception& error) {
    say(error.what());
  }
  return kFailed;
}
