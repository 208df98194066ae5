// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rdf/check.hpp"
#include "rdf/writer.hpp"

namespace khabar::rdf {

// N-Triples or N-Quads, one statement a line, UTF-8 as it is. The bytes are those of Serd 0.30.16 with SERD_STYLE_BULK alone; in
// literals \ " and the controls are escaped: \\ \" \n \r \t, the others and U+007F as \u00XX.
class LineWriter final : public GraphWriter {
 public:
  explicit LineWriter(bool with_graphs) : with_graphs_(with_graphs) {}
  void write(const QuadRef& quad) override;
  void finish() override {}

 private:
  QuadCheck check_;
  bool with_graphs_;
};

}  // namespace khabar::rdf
