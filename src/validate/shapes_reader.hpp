// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "validate/constraints.hpp"
#include "validate/shapes.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace khabar::validate {

// Compiles a shapes file into Shapes. Ids named `node` are terms of the file's own graph.
class ShapesReader {
 public:
  ShapesReader(const std::filesystem::path& path, Shapes& shapes);
  void read();

 private:
  const Shape* shape_of(Id node);
  void read_into(Shape& shape, Id node);
  void read_parameter(Shape& shape, Id node, std::string_view name, Id argument);
  void read_qualified(Shape& shape, Id node);
  void read_closed(Shape& shape, Id node);
  Constraint constraint_of(const Parameter& parameter, Id node, Id argument);
  Path path_of(Id node);

  [[noreturn]] void fail(Id node, const std::string& message) const;
  std::vector<Id> list_of(Id node) const;
  std::vector<Id> objects(Id node, std::string_view local) const;  // of sh:LOCAL
  Id translated(Id node) const;                                    // the same term in the graph that is validated
  std::size_t number_of(Id node) const;
  const rdf::TermRef& term(Id node) const { return file_.terms()[node]; }

  Graph file_;
  Shapes& shapes_;
  std::map<Id, Shape*> known_;  // null while it is being read
};

}  // namespace khabar::validate
