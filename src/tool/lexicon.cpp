// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "error.hpp"
#include "lexicon/build.hpp"
#include "rdf/sink.hpp"
#include "tool/command.hpp"
#include "tool/console.hpp"
#include "tool/knowledge.hpp"
#include "tool/knowledge_check.hpp"
#include "tool/lexicon_commands.hpp"

#include <map>
#include <set>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kMostWarnings = 10;  // of a file, without --all

std::vector<std::string> or_default(std::vector<std::string> paths) {
  if (paths.empty()) paths.push_back(default_ontology());
  return paths;
}

std::string line_of(const Finding& finding) {
  return finding.file + (finding.line == 0 ? "" : ':' + std::to_string(finding.line)) + ": " + (finding.warning ? "warning: " : "") +
         finding.message + '\n';
}

int check(const Arguments& arguments) {
  po::options_description options;
  options.add_options()("all", "");
  const auto values = parse(arguments, options, "path");
  const auto report = check_knowledge(or_default(texts(values, "path")), default_ontology());
  const std::size_t most = values.count("all") > 0 ? report.findings.size() : kMostWarnings;
  std::string text;
  std::size_t errors = 0, warnings = 0;
  std::map<std::string, std::size_t> warned;  // by file
  for (const auto& finding : report.findings) {
    ++(finding.warning ? warnings : errors);
    if (!finding.warning || ++warned[finding.file] <= most) text += line_of(finding);
  }
  for (const auto& [file, count] : warned)
    if (count > most) text += file + ": " + counted(count - most, "more warning") + " (--all shows them)\n";
  text += counted(report.files, "file") + ", " + counted(report.subjects, "subject") + ", " + counted(errors, "problem");
  if (warnings > 0) text += ", " + counted(warnings, "warning");
  print(text + '\n');
  return errors == 0 ? kDone : kFailed;
}

int compile(const Arguments& arguments) {
  po::options_description options;
  options.add_options()("output,o", po::value<std::string>());
  const auto values = parse(arguments, options, "path");
  if (values.count("output") == 0) throw UsageError("lexicon compile needs -o IMAGE");

  lexicon::Knowledge knowledge;
  std::set<std::string> loaded;
  for (const auto& path : or_default(texts(values, "path")))
    for (const auto& file : lexicon::turtle_files(path))
      if (loaded.insert(file).second) knowledge.add_file(file);
  refuse_faults(knowledge);
  std::vector<lexicon::Problem> problems;
  const auto image = lexicon::build_image(knowledge, problems);
  for (const auto& problem : problems) {
    if (problem.fatal) throw InputError(problem.file, problem.line, problem.message);
    say(problem.file + ':' + std::to_string(problem.line) + ": warning: " + problem.message);
  }
  rdf::FileSink sink(values["output"].as<std::string>());
  sink.write({reinterpret_cast<const char*>(image.data()), image.size()});
  sink.close();
  return kDone;
}

struct Subcommand {
  std::string_view name;
  int (*run)(const Arguments&);
};
constexpr Subcommand kSubcommands[] = {
    {"check", check}, {"compile", compile}, {"coverage", lexicon_coverage}, {"import", lexicon_import}, {"show", lexicon_show}};

}  // namespace

int run_lexicon(const Arguments& arguments) {
  if (arguments.empty()) throw UsageError("lexicon needs a subcommand");
  for (const auto& subcommand : kSubcommands)
    if (subcommand.name == arguments[0]) return subcommand.run(Arguments(arguments.begin() + 1, arguments.end()));
  throw UsageError("unknown subcommand '" + arguments[0] + "' of lexicon");
}

std::string lexicon_help() {
  return "Checks, compiles, looks up and extends what khabar knows: Turtle files with names, words and frames.\n\n"
         "  check [PATH]...              validate Turtle files (those khabar came with, when none are named): each problem with\n"
         "                               file and line; files without khb: terms are checked as additions to the ontology\n"
         "  compile -o IMAGE [PATH]...   make the image that khabar extract loads\n"
         "  show TEXT                    what khabar finds in a text: entries, their kind and facets\n"
         "  coverage INPUT...            the names and words of articles that khabar does not know, most frequent first\n"
         "  import places FILE.tsv -o OUT.ttl\n"
         "                               places of another region, from a dump of GeoNames or a table of your own\n\n"
         "options:\n"
         "  --all                        of check: every warning, not the first ten of a file\n"
         "  -o, --output FILE            of compile and import: the file to write\n"
         "  --top N                      of coverage: lines to print (100)\n"
         "  --alternate-names FILE       of import: GeoNames' alternateNamesV2.txt, for the Arabic names\n"
         "  --country XX                 of import: only this country (ISO 3166, two letters); may be repeated\n"
         "  --min-population N           of import: only settlements of so many people\n"
         "  --knowledge PATH             of show and coverage: an image or a directory of Turtle files\n"
         "  --lexicon FILE.ttl           of show and coverage: more knowledge; may be repeated\n"
         "  -h, --help                   this text\n\n"
         "examples:\n"
         "  khabar lexicon check my-units.ttl\n"
         "  khabar lexicon compile -o my.kb ontology/ my-units.ttl\n"
         "  khabar extract articles.jsonl --knowledge my.kb -o events.trig\n"
         "  khabar lexicon show \"$(cat name.txt)\"\n"
         "  khabar lexicon coverage articles.jsonl --top 50\n"
         "  khabar lexicon import places PK.txt --alternate-names alternateNamesV2.txt -o pakistan.ttl\n\n"
         "exit codes: 0 done, 1 failed or problems found, 2 wrong usage, 3 done but some inputs of coverage were skipped\n";
}

}  // namespace khabar::tool
