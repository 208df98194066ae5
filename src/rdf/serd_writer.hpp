// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "rdf/check.hpp"
#include "rdf/writer.hpp"

namespace khabar::rdf {

// Turtle or TriG by Serd. A block is Serd's Turtle of its statements; in TriG each run of statements of one graph stands in braces
// behind the graph's IRI (Serd's own TriG has stray blank lines and tabs), those of the default graph without.
class TurtleWriter final : public GraphWriter {
 public:
  TurtleWriter(bool with_graphs, std::span<const Prefix> prefixes);
  ~TurtleWriter() override;
  void write(const QuadRef& quad) override;
  void finish() override;

 private:
  struct Impl;
  void open_run(std::string_view graph);
  void close_run();

  QuadCheck check_;
  std::unique_ptr<Impl> impl_;
};

// "@prefix NAME: <IRI> ." for each prefix and a blank line. Throws std::logic_error for a prefix that is invalid or named twice.
std::string turtle_header(std::span<const Prefix> prefixes);

}  // namespace khabar::rdf
