// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "publish/store.hpp"

#include "rdf/term.hpp"

#include <charconv>
#include <utility>

namespace khabar::publish {
namespace {

constexpr std::size_t kLeastBytes = 4096;  // an upload that is too large for the server is halved down to this
constexpr const char* kTriples = "application/n-triples";
constexpr const char* kQuads = "application/n-quads";

struct StatusRow {
  long status;
  const char* remedy;
};
constexpr StatusRow kRemedies[] = {
    {400, "the store does not understand the request; is this the right --profile?"},
    {401, "check --user with its password, or the token"},
    {403, "the user may not do this; give it the right to write, or name another --user"},
    {404, "nothing answers there; check --to and --profile"},
    {405, "the store does not take this there; check --to, --query-url and --update-url"},
    {413, "the store takes no upload of this size; raise its limit"},
    {415, "the store does not take this format there; check --to and --profile"},
};

// The first lines of `text`, about `bytes` of them; at least one.
std::string_view first_lines(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  auto end = text.rfind('\n', bytes - 1);
  if (end == text.npos) end = text.find('\n');
  return end == text.npos ? text : text.substr(0, end + 1);
}

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

void check_url(const std::string& url, const char* option) {
  const auto scheme = url.find("://");
  const bool web = scheme != url.npos && (url.substr(0, scheme) == "http" || url.substr(0, scheme) == "https");
  const bool host = web && url.size() > scheme + 3 && url[scheme + 3] != '/';
  if (!host || !rdf::is_iri(url)) throw UsageError(std::string(option) + " needs an http or https URL");
  if (url.substr(scheme + 3, url.find('/', scheme + 3) - scheme - 3).find('@') != std::string::npos)
    throw UsageError(std::string(option) + ": no user and password in a URL, where everybody sees them; use --user and --password-file");
}

}  // namespace

Endpoints endpoints_of(Profile profile, std::string url, const std::string& query_url, const std::string& update_url, bool with_user) {
  check_url(url, "--to");
  if (!query_url.empty()) check_url(query_url, "--query-url");
  if (!update_url.empty()) check_url(update_url, "--update-url");
  url = without_slash(std::move(url));
  Endpoints ends;
  switch (profile) {
    case Profile::Plain:
      if (query_url.empty() || update_url.empty()) throw UsageError("without --profile, --to needs --query-url and --update-url besides");
      ends = {url, {}, {}};
      break;
    case Profile::Fuseki:
      ends = {url + "/data", url + "/query", url + "/update", "graph", true, false, true};
      break;
    case Profile::Virtuoso:
      ends = {
          url + "/sparql-graph-crud-auth", url + (with_user ? "/sparql-auth" : "/sparql"), url + "/sparql-auth", "graph-uri", false, true};
      break;
  }
  if (!query_url.empty()) ends.query = query_url;
  if (!update_url.empty()) ends.update = update_url;
  return ends;
}

Rows parse_csv(std::string_view text) {
  Rows rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"')
        row.back() += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        row.back() += text[++i];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\n') {
      rows.push_back(std::exchange(row, std::vector<std::string>(1)));
    } else if (c != '\r') {
      row.back() += c;
    }
  }
  if (row.size() > 1 || !row[0].empty()) rows.push_back(std::move(row));
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

std::string Store::url_of(const std::string& graph) const {
  const char mark = endpoints_.graphs.find('?') == std::string::npos ? '?' : '&';
  return endpoints_.graphs + mark + endpoints_.graph_parameter + '=' + rdf::percent_encode_segment(graph);
}

Reply Store::send(Request request) {
  ++requests_;
  return transfer_.send(request);
}

void Store::refuse(const Request& request, const Reply& reply) const {
  std::string message = request.method + ' ' + request.url + ": " + failure_text(reply);
  for (const auto& row : kRemedies)
    if (row.status == reply.status) message += std::string("; ") + row.remedy;
  if (reply.status >= 300 && reply.status < 400) message += "; redirections are not followed: name the address itself";
  throw Error(message);
}

void Store::upload(const std::string& method, const std::string& url, const char* type, std::string_view lines) {
  Request request{method, url, type, {}, {}};
  do {
    auto piece = first_lines(lines, most_bytes_);
    for (;;) {
      request.body = piece;
      const auto reply = send(request);
      if (reply.status == 413 && piece.size() > kLeastBytes && first_lines(piece, piece.size() / 2).size() < piece.size()) {
        piece = first_lines(piece, piece.size() / 2);
        most_bytes_ = piece.size();
        continue;
      }
      if (reply.status < 200 || reply.status >= 300) refuse(request, reply);
      break;
    }
    lines.remove_prefix(piece.size());
    request.method = "POST";  // what follows is added
  } while (!lines.empty());
}

void Store::put(const std::string& graph, std::string_view triples) { upload("PUT", url_of(graph), kTriples, triples); }

void Store::add(std::string_view quads) { upload("POST", endpoints_.graphs, kQuads, quads); }

Rows Store::select(const std::string& query) {
  const auto form = "query=" + rdf::percent_encode_segment(query);  // Virtuoso takes a query in no other way
  const Request request{"POST", endpoints_.query, "application/x-www-form-urlencoded", "text/csv", form};
  const auto reply = send(request);
  if (reply.status != 200) refuse(request, reply);
  return parse_csv(reply.body);
}

std::string Store::move_text(const std::string& from, const std::string& to) const {
  if (!endpoints_.inserts) return "MOVE GRAPH <" + from + "> TO GRAPH <" + to + ">";
  return "DROP SILENT GRAPH <" + to + "> ;\nINSERT { GRAPH <" + to + "> { ?s ?p ?o } } WHERE { GRAPH <" + from +
         "> { ?s ?p ?o } } ;\nDROP SILENT GRAPH <" + from + ">";
}

void Store::update(const std::string& text) {
  const Request request{"POST", endpoints_.update, "application/sparql-update", {}, text, true};
  const auto reply = send(request);
  if (reply.status < 200 || reply.status >= 300) refuse(request, reply);
}

std::map<std::string, std::uint64_t> Store::count(const std::vector<std::string>& graphs) {
  std::string query = "SELECT ?g (COUNT(*) AS ?n) WHERE { VALUES ?g {";
  for (const auto& graph : graphs) query.append(" <").append(graph).append(">");
  query += " } GRAPH ?g { ?s ?p ?o } } GROUP BY ?g";
  std::map<std::string, std::uint64_t> counts;
  for (const auto& row : select(query)) {
    std::uint64_t number = 0;
    if (row.size() != 2 || std::from_chars(row[1].data(), row[1].data() + row[1].size(), number).ec != std::errc{})
      throw Error(endpoints_.query + ": the answer to a query is not CSV with a number; is this a SPARQL 1.1 endpoint?");
    counts[row[0]] = number;
  }
  return counts;
}

}  // namespace khabar::publish
