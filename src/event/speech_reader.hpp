// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/speech.hpp"

#include <string_view>

// What the words around a verb of saying are: who can speak, where the speaker stands, where what he says begins.
namespace khabar::event {

class SpeechReader {
 protected:
  SpeechReader(const Context& context, const Report& report, const Sentence& sentence)
      : document_(context.document), units_(context.units), lexicon_(context.lexicon), report_(report), sentence_(sentence) {}

  const entity::Unit& unit(std::uint32_t at) const { return units_.units[at]; }
  const entity::Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return lexicon_.entry(id); }
  std::uint32_t mention_at(std::uint32_t at) const { return report_.mentions.at_unit[at]; }

  // What a search for a speaker met.
  struct Found {
    std::uint32_t speaker = entity::kNoMention, medium = entity::kNoMention;
    std::uint32_t behind = 0;                 // unit behind what was passed
    bool unknown = false;                     // words that nobody knows stand where the speaker should
    std::uint32_t lone = entity::kNoMention;  // unit of the first of them
  };

  bool can_speak(const entity::Mention& m) const;
  // A speaker whose trade is to report: a source, medium, monitor or official.
  bool reports(const entity::Mention& m) const;
  bool is_state(const entity::Mention& m) const;
  bool is_post(const entity::Mention& m) const;
  bool is_medium(const entity::Mention& m) const;
  bool begins_content(std::uint32_t at) const;
  bool is_finite_verb(std::uint32_t at) const;
  // A finite verb that cannot be read as a name or noun.
  bool is_verb(std::uint32_t at) const;
  // "had" before a perfect; before an imperfect the same particle is a hedge.
  bool stresses(std::uint32_t at) const;
  lexicon::Preposition preposition_at(std::uint32_t at) const;
  std::string_view word(std::uint32_t at) const;
  // Whether the mention is addressed: "to X", the preposition joined to it or alone before it.
  bool addressed(const entity::Mention& m) const;
  bool in_time(std::uint32_t at) const;
  // A word of content that nobody knows what to do with; adverbs end in the alef of the accusative.
  bool is_substance(std::uint32_t at) const;
  // A mention that begins at `at`, or inside quotation marks that open there.
  std::uint32_t quoted_mention_at(std::uint32_t at) const;
  // The mention that ends right before `at`.
  std::uint32_t mention_before(std::uint32_t at) const;
  Found speaker_right(std::uint32_t verb) const;
  // Whether the search for a speaker behind a verb ends at this unit.
  bool stops_speaker(std::uint32_t at) const;
  // "X, the commander of Y, said": the name before the apposition.
  std::uint32_t before_apposition(std::uint32_t verb) const;
  // The subject before a verb that carries no conjunction; a particle, a relative pronoun or a closing mark may stand between.
  std::uint32_t speaker_left(std::uint32_t verb) const;
  // Behind the speaker: "quoting Y", "to X".
  void take_chain(Act& act, std::uint32_t from, bool relay) const;
  // Whether what is said begins soon behind the verb and its speaker.
  bool has_content(const Act& act) const;

  const document::Document& document_;
  const entity::Units& units_;
  const lexicon::Lexicon& lexicon_;
  const Report& report_;
  const Sentence& sentence_;
  bool inside_quotation_ = false;  // at the word that is looked at
};

}  // namespace khabar::event
