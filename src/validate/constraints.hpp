// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "validate/shapes.hpp"

#include <span>
#include <string_view>

namespace khabar::validate {

// What stands behind a parameter in the shapes file.
enum class Argument { Term, Terms, Number, Text, Tags, Shape, Shapes, Flag, NodeKind };

// A parameter, by its local name in sh:, and the check that it asks for.
struct Parameter {
  std::string_view name;
  Argument argument;
  Check check;
};
std::span<const Parameter> parameters();

// sh:closed and its properties; the allowed predicates are the constraint's terms.
void check_closed(const Question& question, const Constraint& constraint, Failures& failures);
// sh:qualifiedValueShape with sh:qualifiedMaxCount.
void check_qualified(const Question& question, const Constraint& constraint, Failures& failures);

}  // namespace khabar::validate
