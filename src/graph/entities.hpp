// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "graph/draft.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::graph {

// What a mention stands for; empty when it stands for nothing.
struct Node {
  std::string_view iri;
  bool named = false;  // a name, not a description
  bool empty() const { return iri.empty(); }
};

// The nodes of an article's mentions: known entities under their own IRI, unknown names and descriptions minted once and described.
// Equal IRIs are given out as the same view.
class Entities {
 public:
  Entities(const Source& source, Draft& draft) : source_(source), draft_(draft), minted_(source.report.mentions.items.size()) {}

  // An entry that is named in the statements.
  std::string_view known(std::uint32_t entry);

  // The actor, person or group that a mention stands for.
  Node actor(std::uint32_t mention) { return actor(mention, 0); }
  // The state of its nationality adjective.
  Node state_of_adjective(std::uint32_t mention);
  Node place(std::uint32_t mention);
  Node weapon(std::uint32_t mention);
  std::string_view kind(std::uint32_t mention);  // of an object

  // schema:mentions: every named entity that is not only an adjective or page furniture. Returns how many there are.
  std::uint32_t mention_names();

  // The entries given out by known(), sorted, each once.
  std::vector<std::uint32_t> take_known();

 private:
  Node actor(std::uint32_t mention, int depth);
  Node owner_of_people(const entity::Mention& m, int depth);
  Node mentioned(std::uint32_t mention);
  Node mint(std::uint32_t mention, bool named);
  void describe(const entity::Mention& m, bool named, std::string_view label, std::string_view iri);
  void describe_place(const entity::Mention& m, std::string_view label, std::string_view iri);
  void describe_named_actor(const entity::Mention& m, std::string_view label, std::string_view iri);
  void describe_description(const entity::Mention& m, std::string_view label, std::string_view iri);
  void other_label(std::string_view iri, std::string_view other, std::string_view label);
  const lexicon::Entry* entry_of(std::uint32_t id, lexicon::Kind kind) const;

  const Source& source_;
  Draft& draft_;
  std::vector<Node> minted_;  // by mention
  std::unordered_map<std::string, std::string_view> by_key_;
  std::vector<std::uint32_t> known_;
};

// Where a place lies in the text's own words, or how fine it is.
lexicon::Precision precision_of(const Source& source, const entity::Mention& m);

}  // namespace khabar::graph
