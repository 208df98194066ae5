// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/explain.hpp"
#include "document/reader.hpp"
#include "error.hpp"
#include "tool/article_options.hpp"
#include "tool/command.hpp"
#include "tool/console.hpp"
#include "tool/lexicon_commands.hpp"
#include "validate/told.hpp"

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

// The text with the identifier among the inputs; what is skipped on the way is said.
std::string find_text(const std::vector<std::string>& inputs, const document::ReadOptions& options, std::string_view identifier) {
  document::ArticleReader reader(inputs, options);
  for (document::ReadItem item; reader.next(item);) {
    for (const auto& notice : item.notices)
      if (notice.kind == document::Notice::Kind::Skipped) say(notice.origin + ": skipped: " + notice.message);
    if (item.article && item.article->id == identifier) return std::move(item.article->text);
  }
  throw Error("no article '" + std::string(identifier) + "' in " + inputs.front() + (inputs.size() > 1 ? " and the other inputs" : "") +
              "; name the input that was extracted");
}

}  // namespace

int run_explain(const Arguments& arguments) {
  po::options_description options;
  options.add_options()("text", po::value<std::vector<std::string>>())("encoding", po::value<std::string>())("id",
                                                                                                             po::value<std::string>());
  const auto values = parse(arguments, options, "graph");
  auto paths = texts(values, "graph");
  const auto inputs = texts(values, "text");
  if (paths.size() < 2) throw UsageError("name the IRI of an event or article, and the graphs that tell of it");
  const auto iri = paths.front();
  paths.erase(paths.begin());
  if (!rdf::is_iri(iri)) throw UsageError("'" + iri + "' is no IRI; the IRI of an event or article comes first");

  const std::string article(validate::article_of(iri));
  validate::Graph graph(validate::wanted_of(article));
  for (const auto& path : paths) graph.add_file(path);
  graph.finish();
  const auto events = validate::events_of(graph, iri);
  if (events.empty()) throw Error("no event <" + iri + "> in " + paths.front() + (paths.size() > 1 ? " and the other graphs" : ""));

  document::Article read;
  read.text = validate::text_of(graph, article);
  if (!inputs.empty()) {
    document::ReadOptions how;
    how.encoding = text_of(values, "encoding");
    how.id = text_of(values, "id");
    read.text = find_text(inputs, how, validate::identifier_of(graph, article));
    if (!validate::is_text_of(graph, article, read.text))
      throw Error("the text of '" + std::string(validate::identifier_of(graph, article)) +
                  "' is not the one that the graph was made from: its SHA-256 is another");
  }
  document::Document document;
  document::segment(std::move(read), document);
  std::string out;
  for (const auto event : events) out += validate::explain(graph, event, document, wants_colours());
  print(out);
  return kDone;
}

std::string explain_help() {
  return "Shows what stands behind an event of a graph: the sentences that tell it with [what tells it] and {who and what it is about}\n"
         "marked, and for each thing said of it the words and the rule it is from. Words and rules of roles are in graphs of\n"
         "--detail full. The IRI of an article stands for all its events.\n\n"
         "options:\n"
         "  --text INPUT       the articles that were extracted (text file, JSON Lines, directory); may be repeated; not needed for "
         "graphs\n"
         "                     made --with-text\n"
         "  --encoding NAME    of the texts, as given to extract\n"
         "  --id ID            of the one text, as given to extract\n\n"
         "examples:\n"
         "  khabar extract articles.jsonl --detail full -o events.trig\n"
         "  khabar explain https://w3id.org/khabar/data/article/17/event/23-27 events.trig --text articles.jsonl\n"
         "  khabar explain https://w3id.org/khabar/data/article/17 events.trig\n\n"
         "exit codes: 0 explained, 1 no such event, or failed, 2 wrong usage\n";
}

}  // namespace khabar::tool
