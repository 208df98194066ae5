// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon/terms.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What khabar knows, as flat arrays over one block of bytes: an image file mapped read-only, or bytes just built from Turtle.
//
// Surface forms are folded words (arabic/fold.hpp). Words are interned; labels and forms are paths in a trie over word ids, whose
// nodes carry senses. Everything is plain data without pointers, so that an image is used as it lies on disk. Immutable and safe to
// share between threads.
namespace khabar::lexicon {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class Kind : std::uint8_t { Word, Weapon, Object, Actor, Person, Place };

// A lexical entry, a concept or an entity. Facets that do not apply are None / kNone / false.
struct Entry {
  std::uint32_t iri = 0;    // offsets into the string pool
  std::uint32_t label = 0;  // Arabic preferred label or lemma
  std::uint32_t facts_first = 0, facts_count = 0;
  std::uint64_t functions = 0;
  std::uint32_t parent = kNone;      // organisation, container place, broader concept
  std::uint32_t country = kNone;     // the place of that state; for a person the organisation
  std::uint32_t demonym_of = kNone;  // the state
  std::uint32_t population = 0;
  std::int32_t number = -1, rough_number = -1, ordinal = -1;
  std::int16_t day_offset = 0;
  Kind kind = Kind::Word;
  EntityClass entity_class = EntityClass::None;
  Pos pos = Pos::None;
  EventType event = EventType::None;
  EventType means = EventType::None;
  Strength strength = Strength::None;
  std::uint8_t frame = 0xFF;  // index of Lexicon::frames
  Outcome outcome = Outcome::None;
  Effect effect = Effect::None;
  Head head = Head::None;
  EntityClass cue = EntityClass::None;
  Precision precision = Precision::None;
  Mode mode = Mode::None;
  Certainty certainty = Certainty::None;
  Factuality factuality = Factuality::None;
  Relation relation = Relation::None;
  Quantifier quantifier = Quantifier::None;
  Preposition preposition = Preposition::None;
  std::uint8_t weekday = 0, month = 0, hijri_month = 0;
  DayPart day_part = DayPart::None;
  TimeUnit time_unit = TimeUnit::None;
  bool has_day_offset = false;
  bool counts_strikes = false;
  bool needs_cue = false;
  bool needs_object = false;     // a trigger only with what it is done to
  bool needs_imperfect = false;  // a hedge only before an imperfect verb
  std::uint8_t padding[4] = {};

  bool does(Function function) const { return (functions >> static_cast<unsigned>(function) & 1U) != 0; }
};

enum SenseFlag : std::uint8_t {
  kAmbiguous = 1,   // this label needs a cue word or context
  kIndefinite = 2,  // generated from a name by dropping its articles
  kMetonym = 4,     // a capital that stands for its state
};

// One reading of a form: the entry, and what the form says (packed arabic::Features).
struct Sense {
  std::uint32_t entry = kNone;
  std::uint16_t features = 0;
  std::uint8_t flags = 0;
  std::uint8_t padding = 0;
};

struct Frame {
  std::uint32_t iri = 0;
  RoleName slots[kSlotNames.size()] = {};
  std::uint8_t padding[2] = {};
  RoleName role(Slot slot) const { return slots[static_cast<std::size_t>(slot)]; }
};

// A statement about a known entity that is copied into outputs. The object is an entry, or a literal of the pool.
struct Fact {
  std::uint32_t predicate = 0;  // pool
  std::uint32_t object_entry = kNone;
  std::uint32_t object = 0;                // pool; for IRIs that are no entry as well
  std::uint32_t language_or_datatype = 0;  // pool; "@ar" for languages, an IRI for datatypes, "" for an IRI object
};

// A clitic: its folded letters and its order (1 conjunction, 2 preposition or future, 3 article).
struct Clitic {
  char letters[4] = {};
  std::uint8_t size = 0;
  std::uint8_t order = 0;
  bool enclitic = false;
  std::uint8_t padding = 0;
};

class Lexicon {
 public:
  // Takes over a block of bytes made by build_image(); throws InputError naming `name` when it is truncated, foreign or damaged.
  static Lexicon from_bytes(std::vector<std::byte> bytes, const std::string& name);
  // Maps an image file read-only.
  static Lexicon from_file(const std::string& path);

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // The id of a folded word, kNone when no label holds it.
  std::uint32_t find_word(std::string_view folded) const noexcept;
  // The trie node behind a first word, and behind `node` and a further word; 0 when there is none.
  std::uint32_t first_node(std::uint32_t word) const noexcept { return word_nodes_[word]; }
  std::uint32_t next_node(std::uint32_t node, std::uint32_t word) const noexcept {
    return (nodes_[node].next_words & Node::bit_of(word)) == 0 ? 0 : find_edge(node, word);
  }
  bool has_next(std::uint32_t node) const noexcept { return nodes_[node].next_words != 0; }
  std::uint16_t next_words(std::uint32_t node) const noexcept { return nodes_[node].next_words; }  // Node::bit_of() each
  std::span<const Sense> senses(std::uint32_t node) const noexcept {
    return senses_.subspan(nodes_[node].first_sense, nodes_[node].sense_count);
  }

  const Entry& entry(std::uint32_t id) const noexcept { return entries_[id]; }
  std::span<const Entry> entries() const noexcept { return entries_; }
  std::span<const Frame> frames() const noexcept { return frames_; }
  std::span<const Clitic> clitics() const noexcept { return clitics_; }
  std::span<const Fact> facts(const Entry& entry) const noexcept { return facts_.subspan(entry.facts_first, entry.facts_count); }
  std::string_view text(std::uint32_t pool_offset) const noexcept { return pool_ + pool_offset; }
  std::uint32_t find_iri(std::string_view iri) const noexcept;  // linear; for tests and tools
  // The role that a frame gives to a slot; None where there is no such frame.
  RoleName role(std::uint8_t frame, Slot slot) const noexcept {
    return frame < frames_.size() ? frames_[frame].role(slot) : RoleName::None;
  }
  // The first entry for which found(id) is true among `id` (kNone: nothing) and what contains it, from the inside out; kNone without one.
  template <typename Found>
  std::uint32_t find_container(std::uint32_t id, Found found) const {
    for (int depth = 0; id != kNone && depth < kMostContainers; ++depth, id = entry(id).parent)
      if (found(id)) return id;
    return kNone;
  }
  // Whether `inner` is `outer` or lies in it: a place, a part of an organisation, a finer kind.
  bool within(std::uint32_t inner, std::uint32_t outer) const {
    return find_container(inner, [&](std::uint32_t id) { return id == outer; }) != kNone;
  }
  std::uint64_t checksum() const noexcept;
  std::size_t byte_count() const noexcept;

  struct Node {
    std::uint32_t first_sense = 0;
    std::uint16_t sense_count = 0;
    std::uint16_t next_words = 0;  // a bit for each word that leads on, by its hash: most words are ruled out without a look at the edges
    static constexpr std::uint16_t bit_of(std::uint32_t word) noexcept {
      return static_cast<std::uint16_t>(1U << (word * 0x9E3779B9U >> 28U));
    }
  };
  struct WordSlot {
    std::uint32_t hash = 0, text = 0, word = kNone;
    std::uint32_t size = 0;
  };
  struct Edge {
    std::uint32_t node = 0, word = 0, child = 0;
  };

 private:
  std::uint32_t find_edge(std::uint32_t node, std::uint32_t word) const noexcept;

  static constexpr int kMostContainers = 8;  // containment is a few levels deep; cycles are a fault that `lexicon check` reports
  struct Storage;
  explicit Lexicon(std::unique_ptr<Storage> storage);

  std::unique_ptr<Storage> storage_;
  std::span<const WordSlot> word_slots_;
  std::span<const std::uint32_t> word_nodes_;
  std::span<const Node> nodes_;
  std::span<const Edge> edges_;
  std::span<const Sense> senses_;
  std::span<const Entry> entries_;
  std::span<const Frame> frames_;
  std::span<const Clitic> clitics_;
  std::span<const Fact> facts_;
  const char* pool_ = nullptr;
};

}  // namespace khabar::lexicon
