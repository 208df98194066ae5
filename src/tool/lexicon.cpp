// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "arabic/scan.hpp"
#include "document/decode.hpp"
#include "entity/unit.hpp"
#include "error.hpp"
#include "lexicon/build.hpp"
#include "rdf/sink.hpp"
#include "tool/command.hpp"
#include "tool/console.hpp"
#include "tool/knowledge.hpp"
#include "tool/knowledge_check.hpp"
#include "tool/options.hpp"

#include <algorithm>
#include <set>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;
using lexicon::Entry;

std::vector<std::string> positional(const po::variables_map& values, const char* name) {
  return values.count(name) == 0 ? std::vector<std::string>() : values[name].as<std::vector<std::string>>();
}

std::vector<std::string> or_default(std::vector<std::string> paths) {
  if (paths.empty()) paths.push_back(default_ontology());
  return paths;
}

int check(const Arguments& arguments) {
  const auto values = parse(arguments, po::options_description(), "path");
  const auto report = check_knowledge(or_default(positional(values, "path")), default_ontology());
  std::string text;
  for (const auto& problem : report.problems) {
    text += problem.file;
    if (problem.line != 0) text += ':' + std::to_string(problem.line);
    text += ": " + problem.message + '\n';
  }
  text +=
      counted(report.files, "file") + ", " + counted(report.subjects, "subject") + ", " + counted(report.problems.size(), "problem") + '\n';
  print(text);
  return report.problems.empty() ? kDone : kFailed;
}

int compile(const Arguments& arguments) {
  po::options_description options;
  options.add_options()("output,o", po::value<std::string>());
  const auto values = parse(arguments, options, "path");
  if (values.count("output") == 0) throw UsageError("lexicon compile needs -o IMAGE");

  lexicon::Knowledge knowledge;
  std::set<std::string> loaded;
  for (const auto& path : or_default(positional(values, "path")))
    for (const auto& file : lexicon::turtle_files(path))
      if (loaded.insert(file).second) knowledge.add_file(file);
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

template <typename Enum, std::size_t Size>
void add_facet(std::string& line, std::string_view name, const std::array<std::string_view, Size>& names, Enum value) {
  if (value != Enum{}) line.append("  ").append(name).append("=").append(lexicon::name_of(names, value));
}

std::string describe(const entity::Units& units, const entity::Reading& reading) {
  const lexicon::Lexicon& lexicon = *units.lexicon;
  const Entry& entry = units.entry(reading);
  std::string line = "  " + std::string(lexicon.text(entry.iri)) + "  " + std::string(lexicon.text(entry.label));
  add_facet(line, "class", lexicon::kEntityClassNames, entry.entity_class);
  add_facet(line, "pos", lexicon::kPosNames, entry.pos);
  add_facet(line, "evokes", lexicon::kEventTypeNames, entry.event);
  add_facet(line, "strength", lexicon::kStrengthNames, entry.strength);
  add_facet(line, "means", lexicon::kEventTypeNames, entry.means);
  add_facet(line, "outcome", lexicon::kOutcomeNames, entry.outcome);
  add_facet(line, "effect", lexicon::kEffectNames, entry.effect);
  add_facet(line, "head", lexicon::kHeadNames, entry.head);
  add_facet(line, "cue", lexicon::kEntityClassNames, entry.cue);
  add_facet(line, "mode", lexicon::kModeNames, entry.mode);
  add_facet(line, "certainty", lexicon::kCertaintyNames, entry.certainty);
  add_facet(line, "factuality", lexicon::kFactualityNames, entry.factuality);
  add_facet(line, "relation", lexicon::kRelationNames, entry.relation);
  add_facet(line, "quantifier", lexicon::kQuantifierNames, entry.quantifier);
  add_facet(line, "preposition", lexicon::kPrepositionNames, entry.preposition);
  for (std::size_t i = 0; i < lexicon::kFunctionNames.size(); ++i)
    if (entry.does(static_cast<lexicon::Function>(i))) line.append("  ").append(lexicon::kFunctionNames[i]);
  if (reading.sense.flags & lexicon::kAmbiguous) line += "  (needs a cue word)";
  if (reading.sense.flags & lexicon::kMetonym) line += "  (may stand for its state)";
  if (reading.sense.flags & lexicon::kIndefinite) line += "  (without its articles)";
  if (reading.proclitics != 0) line += "  (behind a proclitic)";
  if (reading.enclitic) line += "  (with a pronoun)";
  return line + '\n';
}

int show(const Arguments& arguments) {
  po::options_description options;
  options.add_options()("knowledge", po::value<std::string>())("lexicon", po::value<std::vector<std::string>>());
  const auto values = parse(arguments, options, "name");
  std::string text;
  for (const auto& word : positional(values, "name")) text += text.empty() ? word : ' ' + word;
  if (text.empty()) throw UsageError("lexicon show needs a name or text to look up");

  std::vector<std::string> warnings;
  const auto lexicon =
      load_lexicon(values.count("knowledge") == 0 ? std::string() : values["knowledge"].as<std::string>(),
                   values.count("lexicon") == 0 ? std::vector<std::string>() : values["lexicon"].as<std::vector<std::string>>(), warnings);
  for (const auto& warning : warnings) say(warning);

  document::Article article;
  article.id = "show";
  article.text = document::decode(text, "the text to look up", "UTF-8").text;
  document::Document document;
  document::segment(std::move(article), document);
  entity::Units units;
  entity::match_units(document, lexicon, units);
  std::string out;
  for (const auto& unit : units.units) {
    if (!unit.is_word()) continue;
    out.append(document.slice(document.scan.tokens[unit.first], document.scan.tokens[unit.last - 1])).append("\n");
    if (unit.reading_count == 0) out += "  unknown\n";
    for (const auto& reading : units.of(unit)) out += describe(units, reading);
  }
  print(out);
  return kDone;
}

struct Subcommand {
  std::string_view name;
  int (*run)(const Arguments&);
};
constexpr Subcommand kSubcommands[] = {{"check", check}, {"compile", compile}, {"show", show}};

}  // namespace

int run_lexicon(const Arguments& arguments) {
  if (arguments.empty()) throw UsageError("lexicon needs a subcommand");
  for (const auto& subcommand : kSubcommands)
    if (subcommand.name == arguments[0]) return subcommand.run(Arguments(arguments.begin() + 1, arguments.end()));
  throw UsageError("unknown subcommand '" + arguments[0] + "' of lexicon");
}

std::string lexicon_help() {
  return "Checks, compiles and looks up what khabar knows: Turtle files with names, words and frames.\n\n"
         "  check [PATH]...              validate Turtle files (those khabar came with, when none are named): each problem with\n"
         "                               file and line; files without khb: terms are checked as additions to the ontology\n"
         "  compile -o IMAGE [PATH]...   make the image that khabar extract loads\n"
         "  show TEXT                    what khabar finds in a text: entries, their kind and facets\n\n"
         "options:\n"
         "  -o, --output IMAGE           of compile\n"
         "  --knowledge PATH             of show: an image or a directory of Turtle files\n"
         "  --lexicon FILE.ttl           of show: more knowledge; may be repeated\n"
         "  -h, --help                   this text\n\n"
         "examples:\n"
         "  khabar lexicon check my-units.ttl\n"
         "  khabar lexicon compile -o my.kb ontology/ my-units.ttl\n"
         "  khabar extract articles.jsonl --knowledge my.kb -o events.trig\n"
         "  khabar lexicon show \"$(cat name.txt)\"\n\n"
         "exit codes: 0 done, 1 failed or problems found, 2 wrong usage\n";
}

}  // namespace khabar::tool
