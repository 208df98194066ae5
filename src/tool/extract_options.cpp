// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/extract_options.hpp"

#include "error.hpp"
#include "tool/options.hpp"

#include <algorithm>
#include <thread>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

constexpr int kMostJobs = 256;

po::options_description input_options() {
  po::options_description options("Input");
  auto add = options.add_options();
  add("published", po::value<std::string>()->value_name("DATE"), "YYYY-MM-DD, for articles that carry no date of their own");
  add("publisher", po::value<std::string>()->value_name("NAME"), "for articles that name no publisher of their own");
  add("id", po::value<std::string>()->value_name("ID"), "of a single text; without it the file's stem, or \"stdin\"");
  add("encoding", po::value<std::string>()->value_name("NAME"),
      "of the inputs: windows-1256, ISO-8859-6, UTF-16LE, ...; without it found out");
  return options;
}

po::options_description output_options() {
  po::options_description options("Output");
  auto add = options.add_options();
  add("output,o", po::value<std::string>()->value_name("FILE"), "instead of standard output; appears whole or not at all");
  add("format", po::value<std::string>()->value_name("NAME"),
      "turtle, ntriples, trig or nquads; without it by FILE's extension (.ttl .nt .trig .nq), trig on standard output");
  add("base", po::value<std::string>()->value_name("IRI"), "begins the IRI of everything new (https://w3id.org/khabar/data/)");
  add("detail", po::value<std::string>()->value_name("core|full"),
      "full adds a node for every role and claim and describes all spans (core)");
  add("with-text", "store the articles' text (nif:isString)");
  add("explain", "instead of a graph, print each event's sentence with its spans and what fired");
  add("dry-run", "read and report, write nothing");
  return options;
}

po::options_description knowledge_options() {
  po::options_description options("Knowledge");
  auto add = options.add_options();
  add("knowledge", po::value<std::string>()->value_name("PATH"),
      "an image of khabar lexicon compile or a directory of Turtle files; without it $KHABAR_KNOWLEDGE, else the installed one");
  add("lexicon", po::value<std::vector<std::string>>()->value_name("FILE.ttl"), "more knowledge for this run; may be repeated");
  return options;
}

po::options_description run_options() {
  po::options_description options("Run");
  auto add = options.add_options();
  add("jobs", po::value<std::string>()->value_name("N"), "threads (one per processor); the output is the same for any number");
  add("strict", "fail at the first input that would be skipped");
  add("quiet", "no summary at the end");
  add("help,h", "this text");
  return options;
}

po::options_description all_options() {
  po::options_description options;
  options.add(input_options()).add(output_options()).add(knowledge_options()).add(run_options());
  return options;
}

std::string text(const po::variables_map& values, const char* name) {
  return values.count(name) == 0 ? std::string() : values[name].as<std::string>();
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

int parse_jobs(const po::variables_map& values) {
  if (values.count("jobs") == 0) return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostJobs);
  const auto value = text(values, "jobs");
  const bool digits = !value.empty() && value.size() <= 3 && value.find_first_not_of("0123456789") == std::string::npos;
  const int jobs = digits ? std::stoi(value) : 0;
  if (jobs < 1 || jobs > kMostJobs)
    throw UsageError("--jobs must be a number from 1 to " + std::to_string(kMostJobs) + ", not '" + value + "'");
  return jobs;
}

Detail parse_detail(const std::string& value) {
  if (value.empty() || value == "core") return Detail::Core;
  if (value == "full") return Detail::Full;
  throw UsageError("--detail must be core or full, not '" + value + "'");
}

}  // namespace

ExtractOptions parse_extract(const Arguments& arguments) {
  const auto values = parse(arguments, all_options(), "input");
  ExtractOptions options;
  if (values.count("input") == 0) throw UsageError("no input; name files or directories, or - for standard input");
  options.inputs = values["input"].as<std::vector<std::string>>();

  if (const auto date = text(values, "published"); values.count("published") > 0) {
    options.read.published = document::parse_day(date);
    if (!options.read.published) throw UsageError("--published must be a date (YYYY-MM-DD, 1900 to 2100), not '" + date + "'");
  }
  options.read.publisher = text(values, "publisher");
  options.read.id = text(values, "id");
  if (values.count("id") > 0 && options.read.id.empty()) throw UsageError("--id must not be empty");
  options.read.encoding = text(values, "encoding");
  if (values.count("encoding") > 0 && options.read.encoding.empty()) throw UsageError("--encoding must not be empty");

  options.output = text(values, "output");
  if (values.count("output") > 0 && options.output.empty()) throw UsageError("--output must not be empty");
  if (options.output == "-") options.output.clear();
  options.explain = values.count("explain") > 0;
  options.dry_run = values.count("dry-run") > 0;
  if (options.explain && (options.dry_run || values.count("format") > 0))
    throw UsageError("--explain does not go with --format or --dry-run");
  if (!options.explain) options.format = choose_format(text(values, "format"), options.output);

  if (values.count("base") > 0) options.extract.base = text(values, "base");
  options.extract.detail = parse_detail(text(values, "detail"));
  options.extract.with_text = values.count("with-text") > 0;
  options.knowledge = text(values, "knowledge");
  if (values.count("lexicon") > 0) options.lexicon = values["lexicon"].as<std::vector<std::string>>();
  options.jobs = parse_jobs(values);
  options.strict = values.count("strict") > 0;
  options.quiet = values.count("quiet") > 0;
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
