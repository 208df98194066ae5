// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "publish/record.hpp"

#include "graph/vocabulary.hpp"

#include <charconv>

namespace khabar::publish {
namespace {

constexpr std::size_t kPage = 2000;  // rows of one answer: Virtuoso cuts at 10,000 without a word

std::string term(std::string_view local) { return "<" + std::string(graph::khb::kBase).append(local) + ">"; }

std::size_t number_in(const Rows& rows) {
  std::size_t number = 0;
  if (rows.size() != 1 || std::from_chars(rows[0][0].data(), rows[0][0].data() + rows[0][0].size(), number).ec != std::errc{})
    throw Error("the answer to a query is not CSV with a number; is this a SPARQL 1.1 endpoint?");
  return number;
}

}  // namespace

bool Record::holds(const std::string& graph, const std::string& digest) const {
  const auto found = digests_.find(graph);
  return found != digests_.end() && found->second == digest;
}

void Record::read() {
  release_.clear();
  digests_.clear();
  const std::string in = " WHERE { GRAPH <" + iri_ + "> ";
  for (const auto& row : store_.select("SELECT ?r" + in + "{ ?g " + term("publishedRelease") + " ?r } }")) release_ = row[0];
  const std::string pattern = "{ ?g " + term("publishedDigest") + " ?d }";
  const auto total = number_in(store_.select("SELECT (COUNT(*) AS ?n)" + in + pattern + " }"));
  std::string last;
  for (;;) {
    const auto rows = store_.select("SELECT ?g ?d" + in + pattern + " FILTER (STR(?g) > \"" + last + "\") } ORDER BY STR(?g) LIMIT " +
                                    std::to_string(kPage));
    for (const auto& row : rows)
      if (row.size() == 2) digests_[row[0]] = last = row[0], digests_[row[0]] = row[1];
    if (rows.size() < kPage) break;
  }
  if (digests_.size() != total)
    throw Error("the store's record <" + iri_ + "> says " + std::to_string(total) + " digests of " + std::to_string(digests_.size()) +
                " graphs; is another publication running? If not, drop that graph: all is then published anew");
}

std::string Record::forgetting(const std::string& graph) const {
  return "DELETE WHERE { GRAPH <" + iri_ + "> { <" + graph + "> " + term("publishedDigest") + " ?d } }";
}

void Record::remember(const std::vector<std::pair<std::string, std::string>>& graphs) {
  std::string text = "INSERT DATA { GRAPH <" + iri_ + "> {";
  for (const auto& [graph, digest] : graphs) text += "\n<" + graph + "> " + term("publishedDigest") + " \"" + digest + "\" .";
  store_.update(text + " } }");
}

void Record::finish(const std::string& release) {
  const auto property = term("publishedRelease");
  store_.update("DELETE WHERE { GRAPH <" + iri_ + "> { <" + iri_ + "> " + property + " ?r } } ;\nINSERT DATA { GRAPH <" + iri_ + "> { <" +
                iri_ + "> " + property + " \"" + release + "\" } }");
}

}  // namespace khabar::publish
