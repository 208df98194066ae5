// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "validate/graph.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::validate {

struct Problem {
  std::string where;    // "FILE:LINE"
  std::string subject;  // an IRI in angle brackets, or a file's part; may be empty
  std::string message;
  std::string rule;   // a shape's name ("khbs:EventActor") or the name of a check ("reference")
  std::string value;  // what is wrong with it; may be empty
};

// A term as it may stand in a message: <iri>, _:label, "text"@ar, cut when it is long.
std::string shown(const rdf::TermRef& term);

// Problems by rule; of each rule the first `most` are kept and the rest counted.
class Problems {
 public:
  explicit Problems(std::size_t most) : most_(most) {}

  // Whether a problem of the rule would be kept: saves making it.
  bool wants(std::string_view rule) const;
  void add(Problem problem);
  void count(std::string_view rule);  // one that is not kept

  std::size_t total() const;
  std::vector<Problem> list() const;                    // by rule
  std::map<std::string, std::size_t> left_out() const;  // by rule, where it is not 0
  std::map<std::string, std::size_t> counts() const;

 private:
  struct Rule {
    std::vector<Problem> kept;
    std::size_t count = 0;
  };
  std::size_t most_;
  std::map<std::string, Rule, std::less<>> rules_;
};

}  // namespace khabar::validate
