// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/publish_options.hpp"

#include "document/bytes.hpp"
#include "error.hpp"
#include "tool/console.hpp"
#include "tool/lexicon_commands.hpp"

#include <array>
#include <charconv>
#include <cstdlib>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kLongestSecret = 64 * 1024;

struct ProfileRow {
  std::string_view name;
  publish::Profile profile;
};
constexpr std::array<ProfileRow, 2> kProfiles = {{{"fuseki", publish::Profile::Fuseki}, {"virtuoso", publish::Profile::Virtuoso}}};

po::options_description all_options() {
  po::options_description options("Options");
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  auto add = options.add_options();
  add("to", text("URL"), "the store: of Fuseki the dataset, of Virtuoso the server; without a profile its graph store endpoint");
  add("profile", text("NAME"), "fuseki or virtuoso: where the endpoints lie, and what the store can do");
  add("query-url", text("URL"), "the endpoint for queries, if it is another than the profile's");
  add("update-url", text("URL"), "the endpoint for updates, if it is another than the profile's");
  add("user", text("NAME"), "log in; the password is in KHABAR_PASSWORD or --password-file");
  add("password-file", text("FILE"), "the password, in the first line");
  add("token-file", text("FILE"), "a bearer token, in the first line; without it KHABAR_TOKEN");
  add("ca-file", text("FILE"), "certificates to trust instead of the system's (PEM)");
  add("timeout", text("SECONDS"), "of silence, after which a connection is given up (300)");
  add("retries", text("N"), "how often a request that failed for the moment is tried again (5)");
  add("retry-wait", text("SECONDS"), "before the first of them; then twice as long each time (1)");
  add("max-upload", text("BYTES"), "the most in one request (8388608)");
  add("dry-run", "say what would change, write nothing");
  add("quiet,q", "no summary");
  return options;
}

template <typename Number>
Number number_of(const po::variables_map& values, const char* option, Number standard, Number least, Number most) {
  const auto text = text_of(values, option);
  if (text.empty()) return standard;
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
    throw UsageError(std::string("--") + option + " does not take '" + text + "'");
  return number;
}

// The first line of a file, else of the environment.
std::string secret(const po::variables_map& values, const char* option, const char* variable) {
  const auto file = text_of(values, option);
  std::string line;
  if (file.empty()) {
    const char* given = std::getenv(variable);
    line = given == nullptr ? "" : given;
  } else if (document::ByteInput(file).next_line(line, kLongestSecret) != document::ByteInput::LineStatus::Line || line.empty()) {
    throw InputError(file, 0, "the first line is empty or too long to be a secret");
  }
  while (line.ends_with('\r') || line.ends_with('\n')) line.pop_back();
  return line;
}

publish::Credentials credentials_of(const po::variables_map& values) {
  publish::Credentials credentials;
  credentials.user = text_of(values, "user");
  if (credentials.user.empty()) {
    if (values.count("password-file") > 0) throw UsageError("--password-file needs --user");
    credentials.token = secret(values, "token-file", "KHABAR_TOKEN");
    return credentials;
  }
  if (values.count("token-file") > 0) throw UsageError("--user or --token-file, not both");
  if (credentials.user.find(':') != std::string::npos)
    throw UsageError("no ':' in --user: the password belongs into KHABAR_PASSWORD or --password-file");
  credentials.password = secret(values, "password-file", "KHABAR_PASSWORD");
  if (credentials.password.empty()) throw UsageError("no password for --user; set KHABAR_PASSWORD or name a --password-file");
  return credentials;
}

bool is_exposed(const std::string& url) {
  constexpr std::string_view kPlain = "http://";
  if (!url.starts_with(kPlain)) return false;
  const auto host = url.substr(kPlain.size(), url.find_first_of(":/", kPlain.size()) - kPlain.size());
  return host != "localhost" && !host.starts_with("127.") && host != "[";
}

publish::Profile profile_of(const std::string& name) {
  if (name.empty()) return publish::Profile::Plain;
  for (const auto& row : kProfiles)
    if (row.name == name) return row.profile;
  throw UsageError("unknown profile '" + name + "': fuseki or virtuoso");
}

}  // namespace

PublishOptions parse_publish(const Arguments& arguments) {
  const auto values = parse(arguments, all_options(), "release");
  PublishOptions options;
  if (values.count("release") == 0) throw UsageError("no release; name its directory, a job's --state, or N-Quads files");
  options.release = values["release"].as<std::vector<std::string>>();
  const auto to = text_of(values, "to");
  if (to.empty()) throw UsageError("no --to URL");
  options.http.credentials = credentials_of(values);
  options.endpoints = publish::endpoints_of(profile_of(text_of(values, "profile")), to, text_of(values, "query-url"),
                                            text_of(values, "update-url"), !options.http.credentials.user.empty());
  options.http.digest = options.endpoints.digest;
  options.http.authorities = text_of(values, "ca-file");
  options.http.timeout = number_of(values, "timeout", 300L, 1L, 86'400L);
  options.retries = number_of(values, "retries", 5, 0, 100);
  options.first_wait = number_of(values, "retry-wait", 1.0, 0.0, 3600.0);
  options.most_bytes = number_of(values, "max-upload", options.most_bytes, std::size_t{4096}, std::size_t{1} << 40U);
  options.dry_run = values.count("dry-run") > 0;
  options.quiet = values.count("quiet") > 0;
  const bool secret_given = !options.http.credentials.password.empty() || !options.http.credentials.token.empty();
  if (secret_given && (is_exposed(options.endpoints.graphs) || is_exposed(options.endpoints.query) || is_exposed(options.endpoints.update)))
    say("warning: the password or token goes over plain http, where others can read it; use https");
  return options;
}

std::string publish_help() {
  return "Makes a triple store hold a release, over the SPARQL 1.1 Graph Store, Query and Update protocols. Only graphs that changed "
         "since\n"
         "the store's last release are sent: each into a staging graph, counted there, and moved over the live one; what went is removed;\n"
         "the release's name is written last. Interrupted, the next run goes on. What the store holds is recorded in the store itself.\n\n"
         "RELEASE is the directory of a release, the state directory of khabar export (its current release), or N-Quads files.\n\n" +
         describe(all_options()) +
         "\nexamples:\n"
         "  khabar publish --profile fuseki --to http://localhost:3030/khabar /srv/khabar/current\n"
         "  KHABAR_PASSWORD=... khabar publish --profile virtuoso --to https://store.example.org --user dba /srv/khabar/current\n"
         "  khabar publish --to https://store.example.org/rdf-graphs/service --query-url https://store.example.org/sparql \\\n"
         "      --update-url https://store.example.org/statements --token-file token.txt events.nq\n\n"
         "exit codes: 0 the store holds the release, 1 failed (what was published before stays; run it again), 2 wrong usage\n";
}

}  // namespace khabar::tool
