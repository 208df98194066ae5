// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/shapes_reader.hpp"

#include "error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace khabar::validate {
namespace {

constexpr std::string_view kSh = "http://www.w3.org/ns/shacl#";
constexpr std::string_view kOwnNames = "https://w3id.org/khabar/shapes#";
constexpr std::string_view kFirst = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
constexpr std::string_view kRest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
constexpr std::string_view kNil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";

// Parameters that are read with others, or say nothing about the data.
constexpr std::array<std::string_view, 9> kReadElsewhere = {
    "path", "ignoredProperties", "qualifiedMaxCount", "message", "name", "description", "severity", "order", "group"};

std::string in_sh(std::string_view local) { return std::string(kSh).append(local); }

}  // namespace

ShapesReader::ShapesReader(const std::filesystem::path& path, Shapes& shapes) : shapes_(shapes) {
  file_.add_file(path);
  file_.finish();
}

void ShapesReader::fail(Id node, const std::string& message) const {
  const auto place = file_.place_of(node);
  throw InputError(file_.files().front(), place.line, shown(term(node)) + ": " + message);
}

std::vector<Id> ShapesReader::objects(Id node, std::string_view local) const {
  std::vector<Id> found;
  for (const auto& triple : file_.about(node, file_.find_iri(in_sh(local)))) found.push_back(triple.o);
  return found;
}

std::vector<Id> ShapesReader::list_of(Id node) const {
  std::vector<Id> items;
  const Id first = file_.find_iri(kFirst), rest = file_.find_iri(kRest);
  for (Id at = node; term(at).value != kNil;) {
    const auto item = file_.about(at, first), next = file_.about(at, rest);
    if (item.size() != 1 || next.size() != 1 || items.size() > file_.triples().size()) fail(node, "not a list");
    items.push_back(item.front().o);
    at = next.front().o;
  }
  return items;
}

Id ShapesReader::translated(Id node) const { return shapes_.graph_.terms().find(term(node)); }

std::size_t ShapesReader::number_of(Id node) const {
  const auto text = term(node).value;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) fail(node, "not a whole number");
  return number;
}

Path ShapesReader::path_of(Id node) {
  Path path;
  if (term(node).kind == rdf::TermKind::Iri) {
    path.predicate = translated(node);
    return path;
  }
  const auto all = [&](Path::Kind kind, Id list) {
    path.kind = kind;
    for (const Id part : list_of(list)) path.parts.push_back(path_of(part));
    return path;
  };
  if (const auto inverse = objects(node, "inversePath"); inverse.size() == 1) {
    if (term(inverse[0]).kind != rdf::TermKind::Iri) fail(node, "only a predicate can be inverted");
    path.kind = Path::Kind::Inverse;
    path.predicate = translated(inverse[0]);
    return path;
  }
  if (const auto either = objects(node, "alternativePath"); either.size() == 1) return all(Path::Kind::Alternative, either[0]);
  if (file_.about(node, file_.find_iri(kFirst)).empty()) fail(node, "this sh:path is not understood");
  return all(Path::Kind::Sequence, node);
}

Constraint ShapesReader::constraint_of(const Parameter& parameter, Id node, Id argument) {
  Constraint constraint;
  constraint.check = parameter.check;
  switch (parameter.argument) {
    case Argument::Term:
      constraint.term = translated(argument);
      constraint.terms = {constraint.term};
      break;
    case Argument::Terms:
      for (const Id item : list_of(argument)) constraint.terms.push_back(translated(item));
      break;
    case Argument::Number:
      constraint.number = number_of(argument);
      break;
    case Argument::Text:
      constraint.text = term(argument).value;
      break;
    case Argument::NodeKind:
      constraint.text = term(argument).value.substr(kSh.size());
      break;
    case Argument::Tags:
      for (const Id item : list_of(argument)) constraint.tags.emplace_back(term(item).value);
      break;
    case Argument::Shape:
      constraint.shapes = {shape_of(argument)};
      break;
    case Argument::Shapes:
      for (const Id item : list_of(argument)) constraint.shapes.push_back(shape_of(item));
      break;
    case Argument::Flag:
      break;
  }
  if (parameter.name == "pattern") try {
      constraint.pattern = std::make_unique<Pattern>(constraint.text);
    } catch (const std::invalid_argument& error) {
      fail(node, error.what());
    }
  return constraint;
}

void ShapesReader::read_closed(Shape& shape, Id node) {
  Constraint closed;
  closed.check = check_closed;
  for (const Id property : objects(node, "property"))
    for (const Id path : objects(property, "path")) closed.terms.push_back(translated(path));
  for (const Id list : objects(node, "ignoredProperties"))
    for (const Id item : list_of(list)) closed.terms.push_back(translated(item));
  shape.constraints.push_back(std::move(closed));
}

void ShapesReader::read_qualified(Shape& shape, Id node) {
  const auto most = objects(node, "qualifiedMaxCount"), inner = objects(node, "qualifiedValueShape");
  if (most.size() != 1 || inner.size() != 1) fail(node, "sh:qualifiedValueShape is understood with one sh:qualifiedMaxCount only");
  Constraint qualified;
  qualified.check = check_qualified;
  qualified.number = number_of(most[0]);
  qualified.shapes = {shape_of(inner[0])};
  shape.constraints.push_back(std::move(qualified));
}

void ShapesReader::read_parameter(Shape& shape, Id node, std::string_view name, Id argument) {
  if (std::find(kReadElsewhere.begin(), kReadElsewhere.end(), name) != kReadElsewhere.end()) return;
  const bool is_true = term(argument).value == "true";
  if (name == "targetClass") return shape.target_classes.push_back(translated(argument));
  if (name == "targetSubjectsOf") return shape.target_subjects_of.push_back(translated(argument));
  if (name == "targetObjectsOf") return shape.target_objects_of.push_back(translated(argument));
  if (name == "property") return shape.properties.push_back(shape_of(argument));
  if (name == "deactivated") return void(shape.deactivated = is_true);
  if (name == "closed") return is_true ? read_closed(shape, node) : void();
  if (name == "qualifiedValueShape") return read_qualified(shape, node);
  for (const auto& parameter : parameters()) {
    if (parameter.name != name) continue;
    if (parameter.argument != Argument::Flag || is_true) shape.constraints.push_back(constraint_of(parameter, node, argument));
    return;
  }
  fail(node, "sh:" + std::string(name) + " is not understood");
}

void ShapesReader::read_into(Shape& shape, Id node) {
  const auto iri = term(node).value;
  shape.name = iri.starts_with(kOwnNames) ? "khbs:" + std::string(iri.substr(kOwnNames.size())) : shown(term(node));
  for (const Id message : objects(node, "message"))
    if (shape.message.empty()) shape.message = term(message).value;
  if (const auto paths = objects(node, "path"); paths.size() == 1)
    shape.path = std::make_unique<Path>(path_of(paths[0]));
  else if (paths.size() > 1)
    fail(node, "two paths");
  for (const auto& triple : file_.about(node))
    if (const auto predicate = term(triple.p).value; predicate.starts_with(kSh))
      read_parameter(shape, node, predicate.substr(kSh.size()), triple.o);
}

const Shape* ShapesReader::shape_of(Id node) {
  if (const auto found = known_.find(node); found != known_.end()) {
    if (found->second == nullptr) fail(node, "a shape that contains itself is not understood");
    return found->second;
  }
  known_[node] = nullptr;
  auto shape = std::make_unique<Shape>();
  read_into(*shape, node);
  known_[node] = shape.get();
  return shapes_.all_.emplace_back(std::move(shape)).get();
}

// Everything that has a target, and what it names; in the order of the file.
void ShapesReader::read() {
  std::vector<Id> nodes;
  for (const auto* target : {"targetClass", "targetSubjectsOf", "targetObjectsOf"}) {
    const Id predicate = file_.find_iri(in_sh(target));
    for (const auto& triple : file_.triples())
      if (triple.p == predicate) nodes.push_back(triple.s);
  }
  std::sort(nodes.begin(), nodes.end());
  for (const Id node : nodes) shape_of(node);
  if (shapes_.all_.empty()) throw InputError(file_.files().front(), 0, "no shape with a target in it");
}

}  // namespace khabar::validate
