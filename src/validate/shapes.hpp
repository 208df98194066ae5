// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "validate/graph.hpp"
#include "validate/problems.hpp"

#include <regex.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// SHACL Core, as far as ontology/shapes.ttl uses it: the shapes file is read and interpreted, nothing of it is written down here a
// second time. A parameter that is not understood is an error, never passed over.
namespace khabar::validate {

class Shapes;
struct Shape;
struct Constraint;

// What a constraint looks at, and where it reports the values that fail it; kNone: the node lacks a value.
struct Question {
  const Shapes& shapes;
  const Graph& graph;
  Id focus;
  const std::vector<Id>& values;
};
using Failures = std::vector<Id>;
using Check = void (*)(const Question& question, const Constraint& constraint, Failures& failures);

struct Pattern {
  explicit Pattern(const std::string& text);  // throws std::invalid_argument
  ~Pattern() { ::regfree(&compiled); }
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  regex_t compiled{};
};

// A parameter of a shape, compiled. Terms are those of the graph that is validated: one that it does not name is kNone.
struct Constraint {
  Check check = nullptr;
  Id term = kNone;
  std::vector<Id> terms;
  std::size_t number = 0;
  std::string text;  // a bound, or a datatype's IRI
  std::vector<std::string> tags;
  std::vector<const Shape*> shapes;
  std::unique_ptr<Pattern> pattern;
};

struct Path {
  enum class Kind { Predicate, Inverse, Alternative, Sequence };
  Kind kind = Kind::Predicate;
  Id predicate = kNone;  // of the first two
  std::vector<Path> parts;
};

struct Shape {
  std::string name;     // "khbs:EventActor"; of a shape without IRI, its label
  std::string message;  // may be empty
  bool deactivated = false;
  std::unique_ptr<Path> path;  // of a property shape
  std::vector<Constraint> constraints;
  std::vector<const Shape*> properties;
  std::vector<Id> target_classes, target_subjects_of, target_objects_of;
};

class Shapes {
 public:
  // Throws InputError for a file that is not Turtle or says what is not understood. `graph` must be finished and outlive the shapes.
  Shapes(const std::filesystem::path& path, const Graph& graph);
  ~Shapes();

  // Checks every target of every shape.
  void validate(Problems& problems) const;

  bool conforms(const Shape& shape, Id node) const;
  bool is_instance(Id node, Id type) const { return type != kNone && graph_.has({node, type_, type}); }

 private:
  friend class ShapesReader;
  void validate(const Shape& shape, Id focus, Problems& problems) const;
  std::vector<Id> targets(const Shape& shape) const;

  const Graph& graph_;
  Id type_;
  std::vector<std::unique_ptr<Shape>> all_;
};

// The nodes at the end of a path, sorted, each once.
std::vector<Id> follow(const Graph& graph, const Path& path, Id node);

}  // namespace khabar::validate
