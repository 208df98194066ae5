// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/knowledge.hpp"

#include "error.hpp"
#include "lexicon/build.hpp"
#include "tool/knowledge_check.hpp"

#include <cstdlib>
#include <filesystem>

namespace khabar::tool {
namespace {

namespace fs = std::filesystem;

fs::path data_directory() { return (fs::read_symlink("/proc/self/exe").parent_path() / KHABAR_DATA_FROM_BIN).lexically_normal(); }

bool is_directory(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

lexicon::Lexicon compile(const std::vector<std::string>& paths, std::vector<std::string>& warnings) {
  lexicon::Knowledge knowledge;
  for (const auto& path : paths)
    for (const auto& file : lexicon::turtle_files(path)) knowledge.add_file(file);
  refuse_faults(knowledge);
  std::vector<lexicon::Problem> problems;
  auto image = lexicon::build_image(knowledge, problems);
  for (const auto& problem : problems) {
    if (problem.fatal) throw InputError(problem.file, problem.line, problem.message);
    warnings.push_back(problem.file + ':' + std::to_string(problem.line) + ": warning: " + problem.message);
  }
  return lexicon::Lexicon::from_bytes(std::move(image), paths.back());
}

}  // namespace

std::string default_ontology() { return (data_directory() / "ontology").string(); }

std::string default_image() { return (data_directory() / "khabar.kb").string(); }

lexicon::Lexicon load_lexicon(const std::string& path, const std::vector<std::string>& more, std::vector<std::string>& warnings) {
  if (!more.empty()) {
    if (!path.empty() && !is_directory(path))
      throw UsageError("an image (--knowledge) cannot take up more Turtle files (--lexicon); name a directory of Turtle files instead");
    std::vector<std::string> paths = {path.empty() ? default_ontology() : path};
    paths.insert(paths.end(), more.begin(), more.end());
    return compile(paths, warnings);
  }
  const char* from_environment = std::getenv("KHABAR_KNOWLEDGE");
  const std::string chosen = !path.empty()                                              ? path
                             : from_environment != nullptr && *from_environment != '\0' ? from_environment
                                                                                        : default_image();
  if (is_directory(chosen)) return compile({chosen}, warnings);
  return lexicon::Lexicon::from_file(chosen);
}

}  // namespace khabar::tool
