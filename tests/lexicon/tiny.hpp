// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arabic/fold.hpp"
#include "lexicon/build.hpp"
#include "lexicon/knowledge.hpp"
#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// The image of tiny.ttl and grammar.ttl, and lookups in it as compact text.
namespace khabar::test {

inline const std::string kTinyFolder = std::string(KHABAR_SOURCE_DIR) + "/tests/lexicon/";

inline std::vector<std::byte> build_tiny(std::vector<lexicon::Problem>& problems, std::initializer_list<std::string_view> more = {}) {
  lexicon::Knowledge knowledge;
  for (const auto* name : {"grammar.ttl", "tiny.ttl"}) knowledge.add_file(kTinyFolder + name);
  for (const auto name : more) knowledge.add_file(kTinyFolder + std::string(name));
  return lexicon::build_image(knowledge, problems);
}

inline std::vector<std::byte> build_tiny() {
  std::vector<lexicon::Problem> problems;
  return build_tiny(problems);
}

inline const lexicon::Lexicon& tiny() {
  static const auto kLexicon = lexicon::Lexicon::from_bytes(build_tiny(), "tiny");
  return kLexicon;
}

// "actor:ValleyArmy" for an IRI of the knowledge base.
inline std::string short_name(std::string_view iri) {
  constexpr std::string_view kBase = "https://w3id.org/khabar/kb/";
  if (!iri.starts_with(kBase)) return std::string(iri);
  std::string name(iri.substr(kBase.size()));
  std::replace(name.begin(), name.end(), '/', ':');
  return name;
}

// The entries a phrase names, sorted, with "?" behind those that need a cue, "~" indefinite ones and "^" metonyms; "-" for none.
inline std::string look_up(const lexicon::Lexicon& lexicon, std::string_view phrase) {
  const auto folded = arabic::fold(phrase);
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const auto end = std::min(folded.find(' ', at), folded.size());
    const auto word = lexicon.find_word(std::string_view(folded).substr(at, end - at));
    if (word == lexicon::kNone) return "-";
    node = at == 0 ? lexicon.first_node(word) : lexicon.next_node(node, word);
    if (node == 0) return "-";
    at = end + 1;
  }
  std::vector<std::string> names;
  for (const auto& sense : lexicon.senses(node)) {
    auto name = short_name(lexicon.text(lexicon.entry(sense.entry).iri));
    if ((sense.flags & lexicon::kAmbiguous) != 0) name += '?';
    if ((sense.flags & lexicon::kIndefinite) != 0) name += '~';
    if ((sense.flags & lexicon::kMetonym) != 0) name += '^';
    names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : " ") + name;
  return out.empty() ? "-" : out;
}

}  // namespace khabar::test
