// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rdf/byte_buffer.hpp"
#include "rdf/term.hpp"

// From statements to bytes. A file is header() followed by blocks in any number and order; each block, made by one GraphWriter
// between two calls of finish(), is valid behind the header whatever stands before or after it, and depends on nothing but its
// statements. So blocks (articles) can be made on any thread and written in input order:
//
//   sink.write(header(format, prefixes));
//   auto writer = make_writer(format, prefixes);                 // one per thread
//   for (article) { for (quad) writer->write(quad); writer->finish(); sink.write(writer->bytes()); writer->clear(); }
//   sink.close();
//
// Statements are written in the order given: sort them (graph, subject, predicate) so that Turtle can group them.
namespace khabar::rdf {

enum class Format { Turtle, NTriples, TriG, NQuads };

// By name ("turtle", "ntriples", "trig", "nquads", or the extension's name) or by a path's extension (.ttl .nt .trig .nq, any
// case; of a packed file by the one before .gz, .zst or .bz2).
std::optional<Format> format_from_name(std::string_view name);
std::optional<Format> format_from_extension(std::string_view path);
std::string_view format_name(Format format);
inline bool has_graphs(Format format) { return format == Format::TriG || format == Format::NQuads; }

// `name` is ASCII letters and digits (or empty), starting with a letter; only then does Serd shorten with it.
struct Prefix {
  std::string_view name;
  std::string_view iri;
};

class GraphWriter {
 public:
  GraphWriter() = default;
  GraphWriter(const GraphWriter&) = delete;
  GraphWriter& operator=(const GraphWriter&) = delete;
  virtual ~GraphWriter() = default;

  // Appends a statement; the graph is dropped in Turtle and N-Triples. Every term is checked first: an invalid one (see check.hpp) is
  // a bug of the caller and throws std::logic_error; the bytes since the last finish() are then worth nothing.
  virtual void write(const QuadRef& quad) = 0;

  // Ends the block.
  virtual void finish() = 0;

  // The finished blocks since the last clear() or take().
  std::string_view bytes() const { return out_.view(); }
  void clear() { out_.truncate(0); }
  std::string take() { return out_.take(); }

 protected:
  ByteBuffer out_;
};

// The prefixes must be valid (std::logic_error) and are copied. Of several that fit an IRI the longest shortens it.
std::unique_ptr<GraphWriter> make_writer(Format format, std::span<const Prefix> prefixes);

// The prefixes in the order given, for Turtle and TriG; empty for the line formats.
std::string header(Format format, std::span<const Prefix> prefixes);

// One block.
std::string serialize(std::span<const QuadRef> quads, Format format, std::span<const Prefix> prefixes);

}  // namespace khabar::rdf
