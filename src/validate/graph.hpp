// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rdf/term.hpp"
#include "rdf/writer.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What is being validated, in memory: the statements of all files together, terms as numbers. Sord would hold the same, at four times
// the memory and without telling which graph or line a statement is from.
namespace khabar::validate {

using Id = std::uint32_t;  // of a term; in the order of first appearance
inline constexpr Id kNone = std::numeric_limits<Id>::max();

// Terms, each once. The views live as long as the table.
class Terms {
 public:
  Id intern(const rdf::TermRef& term);
  Id find(const rdf::TermRef& term) const;  // kNone when it was never interned
  const rdf::TermRef& operator[](Id id) const { return terms_[id]; }
  std::size_t size() const { return terms_.size(); }

 private:
  std::size_t slot_of(const rdf::TermRef& term) const;
  std::string_view keep(std::string_view text);
  void grow();

  std::vector<rdf::TermRef> terms_;
  std::vector<Id> slots_;
  std::set<std::string, std::less<>> datatypes_;
  std::deque<std::string> pages_;
};

struct Triple {
  Id s, p, o;
  friend auto operator<=>(const Triple&, const Triple&) = default;
};

// Where a subject was first met. `line` is that of its first statement's end.
struct Place {
  std::uint32_t file = 0, line = 0;
};

class Graph {
 public:
  // Of the statements that are added only those are kept that are wanted; all, when nothing is given.
  using Wanted = std::function<bool(const rdf::QuadRef&)>;
  explicit Graph(Wanted wanted = {}) : wanted_(std::move(wanted)) {}

  // Adds the statements of a file, its format known by the extension, before a .gz, .zst or .bz2 if it is packed. Throws InputError
  // (nothing may then be asked of the graph) and UsageError for an unknown extension.
  void add_file(const std::filesystem::path& path);
  void add_text(std::string_view text, const std::string& name, rdf::Format format);

  // Sorts what was added; only then may anything below be asked.
  void finish();

  // The union of all graphs: each triple once, sorted.
  std::span<const Triple> triples() const { return triples_; }
  std::span<const Triple> about(Id subject) const;
  std::span<const Triple> about(Id subject, Id predicate) const;
  // Triples with this object and predicate, by subject.
  std::span<const Triple> pointing(Id object, Id predicate) const;
  bool has(const Triple& triple) const;
  bool is_subject(Id id) const { return !about(id).empty(); }

  // Statements that stand twice in one graph: the triple, once for each time too many.
  const std::vector<Triple>& repeated() const { return repeated_; }

  const Terms& terms() const { return terms_; }
  Id find_iri(std::string_view iri) const { return terms_.find(rdf::iri(iri)); }
  const std::vector<std::string>& files() const { return files_; }
  // How many statements each file has, those that are not wanted too.
  const std::vector<std::size_t>& file_counts() const { return counts_; }
  std::size_t graph_count() const { return graph_count_; }
  std::size_t statement_count() const { return statement_count_; }
  Place place_of(Id subject) const { return subject < places_.size() ? places_[subject] : Place{}; }
  // "FILE:LINE" of a subject.
  std::string where(Id subject) const;

 private:
  struct Statement {
    Triple triple;
    Id graph;
    friend auto operator<=>(const Statement&, const Statement&) = default;
  };

  void add_packed(const std::string& name, rdf::Format format);
  void begin_file(const std::string& name);
  void add(const rdf::QuadRef& quad, std::size_t line);
  Id intern(const rdf::TermRef& term);

  Wanted wanted_;
  Terms terms_;
  std::vector<std::string> files_;
  std::vector<std::size_t> counts_;  // by file
  std::vector<Statement> statements_;
  std::vector<Triple> triples_, by_object_, repeated_;  // by_object_ sorted by object, predicate, subject
  std::vector<Place> places_;                           // by term
  std::size_t graph_count_ = 0, statement_count_ = 0;
};

}  // namespace khabar::validate
