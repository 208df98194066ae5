// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "rdf/term.hpp"

namespace khabar::rdf {

// What no writer may let through, since neither Serd nor a line format would notice: throws std::logic_error for an IRI that is none
// (is_iri), a predicate or graph that is no IRI, a literal as subject, a blank node anywhere, a literal with NUL or bad UTF-8, a bad
// language tag, an ill-typed lexical form (is_lexical), rdf:langString without a tag, xsd:boolean "1" and "0" (Serd would write them
// bare, as integers).
//
// The check remembers the last subject, predicate and graph: a term equal to the one before costs one comparison.
class QuadCheck {
 public:
  void operator()(const QuadRef& quad, bool with_graph);

 private:
  std::string subject_;
  std::string predicate_;
  std::string graph_;
  std::string datatype_;
};

}  // namespace khabar::rdf
