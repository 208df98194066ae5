// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "publish/retry.hpp"
#include "publish/transfer.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::publish {

// Where a store listens. Made from the URL that the user gave and a profile.
struct Endpoints {
  std::string graphs, query, update;
  std::string graph_parameter = "graph";  // of the graph store protocol
  bool quads = false;                     // `graphs` takes N-Quads without a graph
  bool digest = false;
  bool inserts = false;  // an update is one transaction, in which an insertion is right and MOVE loses statements (Jena 4.10 with TDB2)
};

enum class Profile { Plain, Fuseki, Virtuoso };

// Throws UsageError for a URL that is not http(s), has credentials in it, or says too little for the profile. Empty URLs: the profile's.
Endpoints endpoints_of(Profile profile, std::string url, const std::string& query_url, const std::string& update_url, bool with_user);

// Rows of a SELECT in CSV, the header left out.
using Rows = std::vector<std::vector<std::string>>;
Rows parse_csv(std::string_view text);

// A triple store over the SPARQL 1.1 protocols. Each call is one request (or several pieces of one upload) and throws Transient when it
// may be tried again; only uploads and queries are harmless to repeat, so that trying again is the caller's.
class Store {
 public:
  Store(Transfer& transfer, Endpoints endpoints, std::size_t most_bytes)
      : transfer_(transfer), endpoints_(std::move(endpoints)), most_bytes_(most_bytes) {}

  bool takes_quads() const { return endpoints_.quads; }
  // The update that moves one graph over another.
  std::string move_text(const std::string& from, const std::string& to) const;

  // N-Triples over what the graph held before; N-Quads beside what their graphs hold.
  void put(const std::string& graph, std::string_view triples);
  void add(std::string_view quads);

  Rows select(const std::string& query);
  void update(const std::string& text);
  // Statements of each of the graphs that holds any.
  std::map<std::string, std::uint64_t> count(const std::vector<std::string>& graphs);

  std::size_t requests() const { return requests_; }

 private:
  Reply send(Request request);
  void upload(const std::string& method, const std::string& url, const char* type, std::string_view lines);
  [[noreturn]] void refuse(const Request& request, const Reply& reply) const;
  std::string url_of(const std::string& graph) const;

  Transfer& transfer_;
  Endpoints endpoints_;
  std::size_t most_bytes_;  // of one upload
  std::size_t requests_ = 0;
};

}  // namespace khabar::publish
