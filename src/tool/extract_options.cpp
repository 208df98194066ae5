// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/extract_options.hpp"

#include "error.hpp"

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

po::options_description output_options() {
  po::options_description options("Output");
  auto add = options.add_options();
  add("output,o", po::value<std::string>()->value_name("FILE"), "instead of standard output; appears whole or not at all");
  add("format", po::value<std::string>()->value_name("NAME"),
      "turtle, ntriples, trig or nquads; without it by FILE's extension (.ttl .nt .trig .nq), trig on standard output");
  add("link", "group the events of different articles that report one happening into incidents");
  add("explain", "instead of a graph, print each event's sentence with its spans and what fired");
  add("dry-run", "read and report, write nothing");
  return options;
}

po::options_description all_options() {
  po::options_description options;
  options.add(input_options()).add(output_options()).add(graph_options()).add(knowledge_options()).add(run_options());
  return options;
}

rdf::Format choose_format(const std::string& name, const std::string& output) {
  if (!name.empty()) {
    if (const auto format = rdf::format_from_name(name)) return *format;
    throw UsageError("unknown format '" + name + "'; known are turtle, ntriples, trig and nquads");
  }
  if (output.empty()) return rdf::Format::TriG;
  if (const auto format = rdf::format_from_extension(output)) return *format;
  throw UsageError("the name '" + output + "' says no format; end it in .ttl, .nt, .trig or .nq, or give --format");
}

}  // namespace

ExtractOptions parse_extract(const Arguments& arguments) {
  const auto values = parse(arguments, all_options(), "input");
  ExtractOptions options;
  if (values.count("input") == 0) throw UsageError("no input; name files or directories, or - for standard input");
  read_article_options(values, options);
  options.output = text_of(values, "output");
  if (values.count("output") > 0 && options.output.empty()) throw UsageError("--output must not be empty");
  if (options.output == "-") options.output.clear();
  options.explain = values.count("explain") > 0;
  if (options.explain && (options.dry_run || values.count("format") > 0))
    throw UsageError("--explain does not go with --format or --dry-run");
  options.extract.link = values.count("link") > 0;
  if (options.explain && options.extract.link) throw UsageError("--explain does not go with --link");
  if (!options.explain) options.format = choose_format(text_of(values, "format"), options.output);
  return options;
}

std::string extract_help() {
  return "Reads Arabic news articles and writes what they report as RDF: events with actors, targets, places, times, weapons and\n"
         "casualties, who says so, and the span of text for each.\n\n"
         "INPUT is a text file (one article), a file of JSON Lines (*.jsonl: id and text; title, published, publisher, url\n"
         "optional), a directory (all *.txt and *.jsonl below it), or - for standard input (JSON Lines or one text).\n\n"
         "examples:\n"
         "  khabar extract article.txt --published 2024-05-15\n"
         "      one article, its graph on the screen; the date anchors words like \"yesterday\"\n"
         "  khabar extract articles.jsonl -o events.trig\n"
         "      many articles, each in its own named graph\n"
         "  khabar extract archive/ -o events.nq --jobs 8\n"
         "      all articles below a directory, for the bulk loader of a triple store\n"
         "  curl -s https://example.org/feed.jsonl | khabar extract - --format ntriples\n"
         "      from a pipe to a pipe\n"
         "  khabar extract week/ --link -o week.trig\n"
         "      with an incident for what several articles report\n"
         "  khabar extract article.txt --explain\n"
         "      what was found and why\n"
         "  khabar extract articles.jsonl --lexicon my-units.ttl -o events.trig\n"
         "      with names of your own\n"
         "  khabar extract nightly/ --strict --quiet -o events.nq\n"
         "      a job: the old file stays unless every input could be read\n\n" +
         describe(all_options()).substr(1) +
         "\nexit codes: 0 done, 1 failed and nothing written, 2 wrong usage, 3 done but some inputs were skipped\n";
}

}  // namespace khabar::tool
