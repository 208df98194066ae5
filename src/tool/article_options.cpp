// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/article_options.hpp"

#include "error.hpp"

#include <algorithm>
#include <thread>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

constexpr int kMostJobs = 256;

int parse_jobs(const po::variables_map& values) {
  if (values.count("jobs") == 0) return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostJobs);
  const auto value = text_of(values, "jobs");
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

po::options_description graph_options() {
  po::options_description options("Graph");
  auto add = options.add_options();
  add("base", po::value<std::string>()->value_name("IRI"), "begins the IRI of everything new (https://w3id.org/khabar/data/)");
  add("detail", po::value<std::string>()->value_name("core|full"),
      "full adds a node for every role and claim and describes all spans (core)");
  add("with-text", "store the articles' text (nif:isString)");
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

std::string text_of(const po::variables_map& values, const char* name) {
  return values.count(name) == 0 ? std::string() : values[name].as<std::string>();
}

void read_article_options(const po::variables_map& values, ArticleOptions& options) {
  if (values.count("input") > 0) options.inputs = values["input"].as<std::vector<std::string>>();
  if (const auto date = text_of(values, "published"); values.count("published") > 0) {
    options.read.published = document::parse_day(date);
    if (!options.read.published) throw UsageError("--published must be a date (YYYY-MM-DD, 1900 to 2100), not '" + date + "'");
  }
  options.read.publisher = text_of(values, "publisher");
  options.read.id = text_of(values, "id");
  if (values.count("id") > 0 && options.read.id.empty()) throw UsageError("--id must not be empty");
  options.read.encoding = text_of(values, "encoding");
  if (values.count("encoding") > 0 && options.read.encoding.empty()) throw UsageError("--encoding must not be empty");

  if (values.count("base") > 0) options.extract.base = text_of(values, "base");
  options.extract.detail = parse_detail(text_of(values, "detail"));
  options.extract.with_text = values.count("with-text") > 0;
  options.knowledge = text_of(values, "knowledge");
  if (values.count("lexicon") > 0) options.lexicon = values["lexicon"].as<std::vector<std::string>>();
  options.jobs = parse_jobs(values);
  options.dry_run = values.count("dry-run") > 0;
  options.strict = values.count("strict") > 0;
  options.quiet = values.count("quiet") > 0;
}

}  // namespace khabar::tool
