// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rdf/check.hpp"
#include "rdf/writer.hpp"

#include <bitset>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::rdf {

// The namespaces of a file and their names, for shortening IRIs as Serd does: the longest namespace that fits, if the rest is ASCII
// letters and digits.
class Namespaces {
 public:
  // Throws std::logic_error for a name that is none, an IRI that is none, and a name given twice.
  explicit Namespaces(std::span<const Prefix> prefixes);

  struct Short {
    const std::string* name = nullptr;  // null: the IRI stands in full
    std::string_view local;
  };
  Short shorten(std::string_view iri) const;
  std::size_t longest_name() const { return longest_name_; }

 private:
  static constexpr std::size_t kMostSizes = 256;
  struct Row {
    std::string iri, name;
  };

  std::vector<Row> rows_;          // longest IRI first
  std::bitset<kMostSizes> sizes_;  // of their IRIs
  std::size_t longest_name_ = 0;
  bool clear_cut_ = true;  // no namespace ends in a letter or digit: the one that fits ends where the letters and digits begin
};

// Turtle, or TriG with a block for each run of statements of one graph.
class TurtleWriter final : public GraphWriter {
 public:
  TurtleWriter(bool with_graphs, std::span<const Prefix> prefixes) : namespaces_(prefixes), with_graphs_(with_graphs) {}
  void write(const QuadRef& quad) override;
  void finish() override;

 private:
  void open_run(std::string_view graph);
  char* put_resource(char* to, std::string_view iri) const;
  char* put_literal(char* to, const TermRef& term) const;

  QuadCheck check_;
  Namespaces namespaces_;
  bool with_graphs_;
  bool open_ = false;                        // a run is
  std::string graph_, subject_, predicate_;  // of the last statement of the open run
};

std::string turtle_header(std::span<const Prefix> prefixes);

}  // namespace khabar::rdf
