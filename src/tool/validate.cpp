// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/validate.hpp"
#include "document/reader.hpp"
#include "error.hpp"
#include "tool/command.hpp"
#include "tool/console.hpp"
#include "tool/knowledge.hpp"
#include "tool/lexicon_commands.hpp"
#include "validate/release.hpp"

#include <limits>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kMostOfARule = 20;  // problems shown, without --all

struct Validation {
  validate::Graph graph;
  validate::Problems problems;
  std::size_t files = 0, texts_skipped = 0, texts_elsewhere = 0;
  bool readable = true;
  std::vector<std::pair<validate::Release, std::size_t>> releases;  // with the number of its first file
};

// A file with a fault says nothing that can be relied on: the others are still read, for their own faults.
void read_graph(const std::string& path, validate::Graph& graph, Validation& validation) {
  try {
    ++validation.files;
    graph.add_file(path);
  } catch (const InputError& error) {
    validation.readable = false;
    const auto where = error.line == 0 ? error.path : error.path + ':' + std::to_string(error.line);
    validation.problems.add({where, {}, error.message, "syntax", {}});
  }
}

void read_release(const std::string& path, Validation& validation) {
  validate::Release release(path);
  release.check_sums(validation.problems);
  validation.releases.emplace_back(release, validation.graph.files().size());
  for (const auto& file : release.graphs()) read_graph(file, validation.graph, validation);
  validate::Graph nothing([](const rdf::QuadRef&) { return false; });  // only the syntax counts
  for (const auto& file : release.differences()) read_graph(file, nothing, validation);
}

void read_graphs(const std::vector<std::string>& paths, Validation& validation) {
  for (const auto& path : paths) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
      read_release(path, validation);
    else
      read_graph(path, validation.graph, validation);
  }
}

void read_texts(const std::vector<std::string>& inputs, const document::ReadOptions& options, validate::Spans& spans,
                Validation& validation) {
  document::ArticleReader reader(inputs, options);
  for (document::ReadItem item; reader.next(item);) {
    for (const auto& notice : item.notices) {
      if (notice.kind != document::Notice::Kind::Skipped) continue;
      say(notice.origin + ": skipped: " + notice.message);
      ++validation.texts_skipped;
    }
    if (item.article && !spans.check_text(item.article->id, item.article->text, validation.problems)) ++validation.texts_elsewhere;
  }
}

std::string line_of(const validate::Problem& problem) {
  std::string line = problem.where + ": ";
  if (!problem.subject.empty()) line += problem.subject + ": ";
  line += problem.message + " [" + problem.rule + ']';
  if (!problem.value.empty()) line += ": " + problem.value;
  return line + '\n';
}

std::string problems_of(const validate::Problems& problems) {
  std::string text;
  for (const auto& problem : problems.list()) text += line_of(problem);
  for (const auto& [rule, count] : problems.left_out()) text += counted(count, "more problem") + " [" + rule + "] (--all shows them)\n";
  return text;
}

std::string summary_of(const Validation& validation, const validate::Spans& spans, bool with_text) {
  std::string text = counted(validation.files, "file") + ", " + counted(validation.graph.graph_count(), "named graph") + ", " +
                     counted(validation.graph.statement_count(), "statement");
  for (const auto& [name, count] : validate::counts_of(validation.graph)) text += ", " + counted(count, std::string(name));
  text += ", " + counted(spans.size(), "span") + '\n';
  if (with_text) {
    text += "the texts of " + std::to_string(spans.compared()) + " of " + counted(spans.articles(), "article") + " compared";
    if (validation.texts_elsewhere > 0) text += ", " + counted(validation.texts_elsewhere, "text") + " of no article here";
    text += '\n';
  }
  return text;
}

}  // namespace

int run_validate(const Arguments& arguments) {
  po::options_description options;
  options.add_options()("text", po::value<std::vector<std::string>>())("encoding", po::value<std::string>())(
      "id", po::value<std::string>())("shapes", po::value<std::string>())("all", "")("quiet,q", "");
  const auto values = parse(arguments, options, "graph");
  const auto paths = texts(values, "graph"), inputs = texts(values, "text");
  if (paths.empty()) throw UsageError("no graph; name Turtle, N-Triples, TriG or N-Quads files, or a release");
  auto shapes = text_of(values, "shapes");
  if (shapes.empty()) shapes = default_ontology() + "/shapes.ttl";
  const auto most = values.count("all") > 0 ? std::numeric_limits<std::size_t>::max() : kMostOfARule;

  Validation validation{validate::Graph(), validate::Problems(most)};
  read_graphs(paths, validation);
  if (!validation.readable) {
    print(problems_of(validation.problems) + counted(validation.files, "file") + ", " + counted(validation.problems.total(), "problem") +
          "; nothing else was looked at\n");
    return kFailed;
  }
  validation.graph.finish();
  validate::Spans spans(validation.graph);
  validate::check_graph(validation.graph, spans, shapes, validation.problems);
  for (auto& [release, first] : validation.releases) release.check_contents(validation.graph, first, validation.problems);
  if (!inputs.empty()) {
    document::ReadOptions read;
    read.encoding = text_of(values, "encoding");
    read.id = text_of(values, "id");
    read_texts(inputs, read, spans, validation);
  }
  std::string text = problems_of(validation.problems);
  if (values.count("quiet") == 0)
    text += summary_of(validation, spans, !inputs.empty()) + counted(validation.problems.total(), "problem") + '\n';
  print(text);
  if (validation.problems.total() > 0) return kFailed;
  return !inputs.empty() && (validation.texts_skipped > 0 || spans.compared() < spans.articles()) ? kSkipped : kDone;
}

std::string validate_help() {
  return "Re-reads what khabar wrote: the syntax, the shapes of ontology/shapes.ttl, references to what is not described, spans; and with\n"
         "the articles' texts that every span lies inside them and quotes them. The graphs are taken together: name all files of an\n"
         "output. The format is known by the extension (.ttl .nt .trig .nq, and .gz .zst .bz2). Of a release of khabar export, named as a\n"
         "directory, the sums, the numbers of void.ttl and the incidents' members are checked besides.\n\n"
         "options:\n"
         "  --text INPUT       the articles that were extracted (text file, JSON Lines, directory); may be repeated\n"
         "  --encoding NAME    of the texts, as given to extract\n"
         "  --id ID            of the one text, as given to extract\n"
         "  --shapes FILE      other shapes (SHACL Core, as far as khabar's own shapes go)\n"
         "  --all              every problem, not the first 20 of a rule\n"
         "  -q, --quiet        problems only, no summary\n\n"
         "examples:\n"
         "  khabar validate events.trig --text articles.jsonl\n"
         "  khabar validate articles.nq.gz knowledge.nq.gz\n"
         "  khabar validate /srv/khabar/current\n\n"
         "exit codes: 0 no problem, 1 problems or failed, 2 wrong usage, 3 no problem, but texts were missing or skipped\n";
}

}  // namespace khabar::tool
