// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/shapes.hpp"

#include "validate/shapes_reader.hpp"

#include <algorithm>
#include <stdexcept>

namespace khabar::validate {
namespace {

void sort_once(std::vector<Id>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

void follow_to(const Graph& graph, const Path& path, Id node, std::vector<Id>& ends) {
  switch (path.kind) {
    case Path::Kind::Predicate:
      for (const auto& triple : graph.about(node, path.predicate)) ends.push_back(triple.o);
      return;
    case Path::Kind::Inverse:
      for (const auto& triple : graph.pointing(node, path.predicate)) ends.push_back(triple.s);
      return;
    case Path::Kind::Alternative:
      for (const auto& part : path.parts) follow_to(graph, part, node, ends);
      return;
    case Path::Kind::Sequence:
      break;
  }
  std::vector<Id> nodes = {node};
  for (const auto& part : path.parts) {
    std::vector<Id> next;
    for (const Id each : nodes) follow_to(graph, part, each, next);
    sort_once(next);
    nodes = std::move(next);
  }
  ends.insert(ends.end(), nodes.begin(), nodes.end());
}

std::vector<Id> values_of(const Graph& graph, const Shape& shape, Id focus) {
  return shape.path ? follow(graph, *shape.path, focus) : std::vector<Id>{focus};
}

}  // namespace

// SHACL's expressions are XPath's; POSIX reads those without escapes the same, in time that no text can blow up.
Pattern::Pattern(const std::string& text) {
  if (text.find('\\') != text.npos) throw std::invalid_argument("escapes in sh:pattern are not understood; write [.] for a dot");
  if (::regcomp(&compiled, text.c_str(), REG_EXTENDED | REG_NOSUB) != 0) throw std::invalid_argument("sh:pattern cannot be read");
}

std::vector<Id> follow(const Graph& graph, const Path& path, Id node) {
  std::vector<Id> ends;
  follow_to(graph, path, node, ends);
  sort_once(ends);
  return ends;
}

Shapes::Shapes(const std::filesystem::path& path, const Graph& graph) : graph_(graph), type_(graph.find_iri(rdf::kRdfType)) {
  ShapesReader(path, *this).read();
}

Shapes::~Shapes() = default;

bool Shapes::conforms(const Shape& shape, Id node) const {
  if (shape.deactivated) return true;
  const auto values = values_of(graph_, shape, node);
  const Question question{*this, graph_, node, values};
  Failures failures;
  for (const auto& constraint : shape.constraints) {
    constraint.check(question, constraint, failures);
    if (!failures.empty()) return false;
  }
  return std::all_of(shape.properties.begin(), shape.properties.end(), [&](const Shape* property) {
    return std::all_of(values.begin(), values.end(), [&](Id value) { return conforms(*property, value); });
  });
}

void Shapes::validate(const Shape& shape, Id focus, Problems& problems) const {
  if (shape.deactivated) return;
  const auto values = values_of(graph_, shape, focus);
  const Question question{*this, graph_, focus, values};
  for (const auto& constraint : shape.constraints) {
    Failures failures;
    constraint.check(question, constraint, failures);
    for (const Id value : failures) {
      if (!problems.wants(shape.name)) {
        problems.count(shape.name);
        continue;
      }
      problems.add({graph_.where(focus), shown(graph_.terms()[focus]), shape.message, shape.name,
                    value == kNone || value == focus ? "" : shown(graph_.terms()[value])});
    }
  }
  for (const Shape* property : shape.properties)
    for (const Id value : values) validate(*property, value, problems);
}

std::vector<Id> Shapes::targets(const Shape& shape) const {
  std::vector<Id> nodes;
  if (type_ != kNone)
    for (const Id target : shape.target_classes)
      for (const auto& triple : graph_.pointing(target, type_)) nodes.push_back(triple.s);
  if (!shape.target_subjects_of.empty() || !shape.target_objects_of.empty())
    for (const auto& triple : graph_.triples()) {
      const auto names = [&](const std::vector<Id>& predicates) {
        return std::find(predicates.begin(), predicates.end(), triple.p) != predicates.end();
      };
      if (names(shape.target_subjects_of)) nodes.push_back(triple.s);
      if (names(shape.target_objects_of)) nodes.push_back(triple.o);
    }
  sort_once(nodes);
  return nodes;
}

void Shapes::validate(Problems& problems) const {
  for (const auto& shape : all_)
    for (const Id node : targets(*shape)) validate(*shape, node, problems);
}

}  // namespace khabar::validate
