// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <serd/serd.h>

#include <memory>
#include <string>
#include <string_view>

#include "rdf/term.hpp"

namespace khabar::rdf {

// A fault of a term; the reader adds file and line.
struct BadTerm {
  std::string message;
};

// Serd's nodes, as its reader emits them, turned into checked terms with full IRIs. Goes by n_bytes alone: the reader counts n_chars
// wrongly beyond ASCII, and a name that ended in a dot is not NUL-terminated where it should be. Throws BadTerm.
class SerdTerms {
 public:
  explicit SerdTerms(bool prefixed_names) : prefixed_names_(prefixed_names) {}

  void set_base(const SerdNode& iri);
  void set_prefix(const SerdNode& name, const SerdNode& iri);

  // The views point into the nodes, or into this object until its next call for the same position.
  TermRef subject(const SerdNode& node) { return resource(node, subject_); }
  TermRef predicate(const SerdNode& node) { return resource(node, predicate_); }
  TermRef object(const SerdNode& node, const SerdNode* datatype, const SerdNode* lang);
  std::string_view graph(const SerdNode& node) { return resource(node, graph_).value; }

 private:
  struct EnvFree {
    void operator()(SerdEnv* env) const { serd_env_free(env); }
  };

  // The last node of a position and its full IRI: most are the same as before.
  struct Slot {
    SerdType type = SERD_NOTHING;
    std::string raw;
    std::string full;
  };

  TermRef resource(const SerdNode& node, Slot& slot);
  void expand(const SerdNode& node, std::string& full);
  void forget();

  std::unique_ptr<SerdEnv, EnvFree> env_{serd_env_new(nullptr)};
  Slot subject_, predicate_, object_, datatype_, graph_;
  bool prefixed_names_;
};

// A name or text as it may stand in a message: cut at 100 bytes, controls and broken UTF-8 replaced.
std::string shown(std::string_view text);

}  // namespace khabar::rdf
