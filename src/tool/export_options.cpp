// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/export_options.hpp"

#include "error.hpp"

#include <charconv>
#include <cstdlib>
#include <cstring>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

po::options_description job_options() {
  po::options_description options("Job");
  auto add = options.add_options();
  add("state", po::value<std::string>()->value_name("DIR"),
      "the job's directory: what it remembers, and its releases; made when it is not there");
  add("mirror", "the inputs are all there is: articles that are not among them go");
  add("remove", po::value<std::vector<std::string>>()->value_name("ID"), "the article with this id goes; may be repeated");
  add("keep", po::value<std::string>()->value_name("N"), "the last N releases stay (all)");
  add("dry-run", "say what would change, write nothing");
  return options;
}

po::options_description all_options() {
  po::options_description options;
  options.add(job_options()).add(input_options()).add(graph_options()).add(knowledge_options()).add(run_options());
  return options;
}

std::size_t parse_keep(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0)
    throw UsageError("--keep must be a number of releases, 1 or more, not '" + text + "'");
  return number;
}

// Days since 1970 of the seconds in SOURCE_DATE_EPOCH (reproducible-builds.org).
std::optional<document::Day> source_date() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr || *text == '\0') return std::nullopt;
  constexpr long long kDay = 86'400, kLast = 253'402'300'799;  // the end of the year 9999
  long long seconds = -1;
  const auto* const last = text + std::strlen(text);
  const auto [end, error] = std::from_chars(text, last, seconds);
  if (error != std::errc() || end != last || seconds < 0 || seconds > kLast)
    throw UsageError(std::string("SOURCE_DATE_EPOCH must be seconds since 1970, not '") + text + "'");
  return document::Day(std::chrono::days(seconds / kDay));
}

}  // namespace

ExportOptions parse_export(const Arguments& arguments) {
  const auto values = parse(arguments, all_options(), "input");
  ExportOptions options;
  read_article_options(values, options);
  options.state = text_of(values, "state");
  if (options.state.empty()) throw UsageError("no --state DIR; name a directory that is the job's own");
  options.mirror = values.count("mirror") > 0;
  if (values.count("remove") > 0)
    for (const auto& id : values["remove"].as<std::vector<std::string>>()) options.remove.insert(id);
  if (options.inputs.empty() && (options.remove.empty() || options.mirror))
    throw UsageError("no input; name files or directories, or - for standard input");
  if (values.count("keep") > 0) options.keep = parse_keep(text_of(values, "keep"));
  options.day = source_date();
  return options;
}

std::string export_help() {
  return "Reads Arabic news articles again and again, and publishes what they report as releases: directories of files for triple\n"
         "stores and tables. Only what changed since the last run is read: an article is read when its text, its metadata, the program,\n"
         "the knowledge or the options changed. A release appears whole or not at all.\n\n"
         "DIR/current is the last release: articles.nq.gz, incidents.nq.gz, knowledge.nq.gz, added.nq.gz and removed.nq.gz against the\n"
         "release before, events.csv, incidents.csv, casualties.csv, events.geojson, void.ttl, SHA256SUMS.\n\n"
         "examples:\n"
         "  khabar export --state /srv/khabar archive/\n"
         "      every night: the articles that are new in archive/ are added, those that were corrected are replaced\n"
         "  khabar export --state /srv/khabar --dry-run archive/\n"
         "      what would change\n"
         "  khabar export --state /srv/khabar --mirror --keep 7 archive/\n"
         "      articles that are not in archive/ any more go; a week of releases stays\n"
         "  khabar export --state /srv/khabar --remove agency-1234\n"
         "      one article goes\n\n" +
         describe(all_options()).substr(1) +
         "\nexit codes: 0 done, 1 failed and nothing published, 2 wrong usage, 3 done but some inputs were skipped\n";
}

}  // namespace khabar::tool
