// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Subjects become entries in the order of the files; labels and generated forms go into the trie; at the end all is packed into the
// sections of image.hpp.
#include "lexicon/build.hpp"
#include "lexicon/properties.hpp"

#include "arabic/fold.hpp"
#include "lexicon/facets.hpp"
#include "lexicon/image.hpp"
#include "lexicon/labels.hpp"
#include "lexicon/trie.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <optional>
#include <stdexcept>
#include <unordered_map>

namespace khabar::lexicon {
namespace {

constexpr std::string_view kRdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view kPrefLabel = "http://www.w3.org/2004/02/skos/core#prefLabel";
constexpr std::string_view kAltLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
constexpr std::string_view kHiddenLabel = "http://www.w3.org/2004/02/skos/core#hiddenLabel";
constexpr std::string_view kBroader = "http://www.w3.org/2004/02/skos/core#broader";
constexpr std::string_view kSubOrganization = "http://www.w3.org/ns/org#subOrganizationOf";
constexpr std::string_view kMemberOf = "http://www.w3.org/ns/org#memberOf";
constexpr std::string_view kWithin = "http://www.opengis.net/ont/geosparql#sfWithin";
constexpr std::string_view kPartOfSpeech = "http://www.lexinfo.net/ontology/3.0/lexinfo#partOfSpeech";
constexpr std::string_view kLexinfo = "http://www.lexinfo.net/ontology/3.0/lexinfo#";
constexpr std::string_view kLexicalEntry = "http://www.w3.org/ns/lemon/ontolex#LexicalEntry";

// Copied into outputs that use the entity, in this order.
constexpr std::string_view kCopied[] = {kPrefLabel,
                                        kAltLabel,
                                        kSubOrganization,
                                        kMemberOf,
                                        kWithin,
                                        "https://w3id.org/khabar/ns#backedBy",
                                        "https://w3id.org/khabar/ns#country",
                                        kActiveIn,
                                        "https://w3id.org/khabar/ns#post",
                                        "http://www.w3.org/2003/01/geo/wgs84_pos#lat",
                                        "http://www.w3.org/2003/01/geo/wgs84_pos#long",
                                        "https://schema.org/sameAs"};

class StringPool {
 public:
  std::uint32_t put(std::string_view text) {
    const auto [at, added] = offsets_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
    if (added) bytes_.append(text).push_back('\0');
    return at->second;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_ = std::string(1, '\0');
  std::unordered_map<std::string, std::uint32_t> offsets_{{"", 0}};
};

std::string_view local_name(std::string_view iri, std::string_view base) {
  return iri.starts_with(base) ? iri.substr(base.size()) : std::string_view();
}

std::optional<arabic::Features> parse_features(std::string_view code) {
  if (code.size() < 2 || code.size() > 3 || code[0] < '1' || code[0] > '3') return std::nullopt;
  arabic::Features features;
  features.person = static_cast<std::uint8_t>(code[0] - '0');
  if (code.size() == 3) features.gender = code[1] == 'f' ? arabic::Gender::Feminine : arabic::Gender::Masculine;
  features.number = code.back() == 's' ? arabic::Number::Singular : code.back() == 'd' ? arabic::Number::Dual : arabic::Number::Plural;
  return features;
}

class ImageBuilder {
 public:
  ImageBuilder(const Knowledge& knowledge, std::vector<Problem>& problems) : knowledge_(knowledge), problems_(problems) {}

  std::vector<std::byte> run() {
    read_grammar();
    make_entries();
    collect_dictionary_forms();
    TrieBuilder trie(std::move(spelling_), rules_.article);
    for (std::uint32_t id = 0; id < subjects_.size(); ++id) {
      fill(id);
      add_labels(id, trie);
      add_facts(id);
    }
    return pack_image(trie);
  }

 private:
  std::string_view text(std::uint32_t id) const { return knowledge_.text(id); }

  void report(const Subject& subject, const Property& property, std::string message) {
    problems_.push_back(
        {knowledge_.files()[property.file], property.line, std::string(text(subject.iri)) + ": " + std::move(message), false});
  }

  // The values of a khb: property, folded.
  std::vector<std::string> folded_values(const Subject& subject, std::string_view local) const {
    std::vector<std::string> values;
    for (const auto& property : subject.properties)
      if (local_name(text(property.predicate), kKhb) == local) values.push_back(arabic::fold(text(property.object)));
    return values;
  }

  std::string folded_value(const Subject& subject, std::string_view local) const {
    const auto values = folded_values(subject, local);
    return values.empty() ? std::string() : values[0];
  }

  std::string_view value(const Subject& subject, std::string_view local) const {
    for (const auto& property : subject.properties)
      if (local_name(text(property.predicate), kKhb) == local) return text(property.object);
    return {};
  }

  bool has_type(const Subject& subject, std::string_view iri) const {
    return std::any_of(subject.properties.begin(), subject.properties.end(),
                       [&](const Property& p) { return text(p.predicate) == kRdfType && text(p.object) == iri; });
  }

  std::string_view khb_type(const Subject& subject) const {
    for (const auto& property : subject.properties)
      if (text(property.predicate) == kRdfType)
        if (const auto local = local_name(text(property.object), kKhb); !local.empty()) return local;
    return {};
  }

  // Clitics, endings, spellings and frames: what the generation of forms needs first.
  void read_grammar() {
    for (const auto& subject : knowledge_.subjects()) {
      const auto type = khb_type(subject);
      if (type == "Affix") read_affix(subject);
      if (type == "Ending") read_ending(subject);
      if (type == "SpellingVariant") read_spelling(subject);
      if (type == "Frame") read_frame(subject);
    }
  }

  void read_affix(const Subject& subject) {
    const auto letters = folded_value(subject, "affix");
    Clitic clitic;
    if (letters.empty() || letters.size() > sizeof clitic.letters) return;
    std::copy(letters.begin(), letters.end(), clitic.letters);
    clitic.size = static_cast<std::uint8_t>(letters.size());
    clitic.enclitic = value(subject, "affixKind").ends_with("Enclitic");
    const auto order = value(subject, "order");
    clitic.order = order.size() == 1 ? static_cast<std::uint8_t>(order[0] - '0') : 0;
    if (!clitic.enclitic && clitic.order == 3) rules_.article = letters;
    if (clitic.enclitic && value(subject, "features").starts_with('3')) rules_.pronouns.push_back(letters);
    clitics_.push_back(clitic);
  }

  void read_ending(const Subject& subject) {
    const auto paradigm = local_name(value(subject, "paradigm"), kKhb);
    auto suffixes = folded_values(subject, "suffix");
    auto& paradigms = rules_.paradigms;
    if (paradigm == "PastParadigm" || paradigm == "ImperfectParadigm") {
      const auto features = parse_features(value(subject, "features"));
      if (!features) return;
      arabic::Ending ending{folded_value(subject, "prefix"), suffixes.empty() ? "" : suffixes[0], *features,
                            value(subject, "shortStem") == "true"};
      (paradigm == "PastParadigm" ? paradigms.past : paradigms.imperfect).push_back(std::move(ending));
    } else if (paradigm == "DualParadigm") {
      paradigms.dual = std::move(suffixes);
    } else if (paradigm == "DualConstructParadigm") {
      paradigms.dual_construct = std::move(suffixes);
    } else if (paradigm == "SoundMasculineParadigm") {
      paradigms.sound_masculine = std::move(suffixes);
    } else if (paradigm == "SoundMasculineConstructParadigm") {
      paradigms.sound_masculine_construct = std::move(suffixes);
    } else if (!suffixes.empty() && paradigm == "SoundFeminineParadigm") {
      paradigms.sound_feminine = suffixes[0];
    } else if (!suffixes.empty() && paradigm == "AccusativeParadigm") {
      paradigms.accusative = suffixes[0];
    } else if (!suffixes.empty() && paradigm == "FeminineParadigm") {
      paradigms.feminine = suffixes[0];
    }
  }

  void read_spelling(const Subject& subject) {
    const auto canonical = folded_value(subject, "canonical");
    for (const auto& variant : folded_values(subject, "variant"))
      if (!canonical.empty() && !variant.empty() && canonical != variant && canonical.find(' ') == std::string::npos &&
          variant.find(' ') == std::string::npos)
        spelling_.push_back(
            {canonical, variant, value(subject, "spellingScope").ends_with("WholeWord") || value(subject, "kind").ends_with("WholeWord")});
  }

  void read_frame(const Subject& subject) {
    Frame frame;
    frame.iri = pool_.put(text(subject.iri));
    for (const auto& property : subject.properties) {
      const auto slot = find_name<Slot>(kSlotNames, local_name(text(property.predicate), kKhb));
      if (!slot) continue;
      const auto role = find_name<RoleName>(kRoleNames, local_name(text(property.object), kKhb));
      if (role)
        frame.slots[static_cast<std::size_t>(*slot)] = *role;
      else
        report(subject, property, "unknown role " + std::string(text(property.object)));
    }
    frame_ids_.emplace(subject.iri, static_cast<std::uint8_t>(frames_.size()));
    if (frames_.size() < 0xFF) frames_.push_back(frame);
  }

  void make_entries() {
    for (const auto& subject : knowledge_.subjects()) {
      Entry entry;
      if (has_type(subject, kLexicalEntry)) {
        entry.kind = Kind::Word;
      } else if (const auto entity_class = find_name<EntityClass>(kEntityClassNames, khb_type(subject))) {
        entry.entity_class = *entity_class;
        entry.kind = *entity_class == EntityClass::Weapon       ? Kind::Weapon
                     : *entity_class == EntityClass::ObjectKind ? Kind::Object
                     : *entity_class == EntityClass::Person     ? Kind::Person
                     : is_place(*entity_class)                  ? Kind::Place
                                                                : Kind::Actor;
      } else {
        continue;
      }
      entry.iri = pool_.put(text(subject.iri));
      entry_ids_.emplace(subject.iri, static_cast<std::uint32_t>(entries_.size()));
      entries_.push_back(entry);
      subjects_.push_back(&subject);
    }
  }

  // The forms that dictionaries list: where a generated dual looks like one of another word, the other word is meant.
  void collect_dictionary_forms() {
    for (std::uint32_t id = 0; id < subjects_.size(); ++id)
      for (const auto local : {"lemma", "masdar", "plural"})
        if (entries_[id].kind == Kind::Word)
          for (auto& form : folded_values(*subjects_[id], local)) dictionary_forms_.try_emplace(std::move(form), id);
  }

  bool another_word(const LabelForm& form, std::uint32_t id) const {
    if (form.features.number != arabic::Number::Dual) return false;
    const auto found = dictionary_forms_.find(form.text);
    return found != dictionary_forms_.end() && found->second != id;
  }

  std::uint32_t entry_of(std::uint32_t iri) const {
    const auto found = entry_ids_.find(iri);
    return found == entry_ids_.end() ? kNone : found->second;
  }

  void fill(std::uint32_t id) {
    const Subject& subject = *subjects_[id];
    Entry& entry = entries_[id];
    for (const auto& property : subject.properties) {
      const auto predicate = text(property.predicate);
      const auto object = text(property.object);
      if (predicate == kSubOrganization || predicate == kWithin || predicate == kBroader) {
        if (entry.parent == kNone) entry.parent = entry_of(property.object);  // the first is the main one
      } else if (predicate == kMemberOf) {
        entry.country = entry_of(property.object);
      } else if (predicate == kPartOfSpeech) {
        if (const auto pos = find_name<Pos>(kPosNames, local_name(object, kLexinfo))) entry.pos = *pos;
      } else if (const auto local = local_name(predicate, kKhb); !local.empty()) {
        if (local == "frame") {
          if (const auto frame = frame_ids_.find(property.object); frame != frame_ids_.end())
            entry.frame = frame->second;
          else
            report(subject, property, "no such frame: " + std::string(object));
        } else if (local == "country") {
          entry.country = entry_of(property.object);
        } else if (local == "demonymOf") {
          entry.demonym_of = entry_of(property.object);
          if (entry.demonym_of == kNone) report(subject, property, "no such actor: " + std::string(object));
        } else {
          const auto coded = local_name(object, kKhb);
          try {
            set_facet(entry, local, coded.empty() ? object : coded);
          } catch (const std::invalid_argument& error) {
            report(subject, property, "khb:" + std::string(local) + ": " + error.what());
          }
        }
      }
    }
    if (entry.event != EventType::None && entry.strength == Strength::None) entry.strength = Strength::Strong;
  }

  void add_labels(std::uint32_t id, TrieBuilder& trie) {
    const Subject& subject = *subjects_[id];
    Entry& entry = entries_[id];
    std::vector<LabelForm> forms;
    std::vector<std::string> ambiguous = folded_values(subject, "ambiguousLabel"), metonyms = folded_values(subject, "metonym");
    if (entry.kind == Kind::Word) {
      forms = word_forms(read_word(subject, entry), rules_);
    } else {
      const auto plurals = folded_values(subject, "plural");
      const bool drop = entry.kind == Kind::Actor && entry.entity_class != EntityClass::State && entry.entity_class != EntityClass::Media;
      bool first = true;
      for (const auto& property : subject.properties) {
        const auto predicate = text(property.predicate);
        if (predicate != kPrefLabel && predicate != kAltLabel && predicate != kHiddenLabel) continue;
        const auto folded = arabic::fold(text(property.object));
        if (folded.empty()) {
          report(subject, property, "this name has no letter that can be matched");
          continue;
        }
        if (predicate == kPrefLabel && text(property.language_or_datatype) == "@ar") entry.label = pool_.put(text(property.object));
        if (text(property.language_or_datatype) == "@en") {
          if (folded.size() < 3 || entry.kind == Kind::Weapon || entry.kind == Kind::Object) continue;  // short codes are ordinary words
        }
        const bool concept_label = entry.kind == Kind::Weapon || entry.kind == Kind::Object;
        auto more =
            concept_label ? phrase_forms(folded, first ? plurals : std::vector<std::string>(), rules_) : name_forms(folded, drop, rules_);
        if (concept_label) first = false;
        forms.insert(forms.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
      }
    }
    for (const auto& form : forms) {
      if (another_word(form, id)) continue;
      Sense sense{id, pack(form.features), 0, 0};
      if (entry.needs_cue || std::find(ambiguous.begin(), ambiguous.end(), form.text) != ambiguous.end()) sense.flags |= kAmbiguous;
      if (std::find(metonyms.begin(), metonyms.end(), form.text) != metonyms.end()) sense.flags |= kMetonym;
      if (form.indefinite) sense.flags |= kIndefinite;
      trie.add(form.text, sense);
    }
  }

  WordForms read_word(const Subject& subject, Entry& entry) {
    WordForms word;
    const auto lemma = value(subject, "lemma");
    entry.label = pool_.put(lemma);
    word.lemma = arabic::fold(lemma);
    char32_t last = 0;
    for (std::size_t at = 0; at < lemma.size() && lemma[at] != ' ';) last = arabic::next_code_point(lemma, at);
    word.doubled = last == arabic::kShadda;
    word.imperfect = folded_value(subject, "imperfect");
    word.passive = folded_value(subject, "passive");
    word.passive_imperfect = folded_value(subject, "passiveImperfect");
    word.feminine = folded_value(subject, "feminine");
    word.masdars = folded_values(subject, "masdar");
    word.active_participles = folded_values(subject, "activeParticiple");
    word.passive_participles = folded_values(subject, "passiveParticiple");
    word.plurals = folded_values(subject, "plural");
    word.others = folded_values(subject, "otherForm");
    word.excluded = folded_values(subject, "excludedForm");
    word.verb = entry.pos == Pos::Verb;
    word.noun = entry.pos == Pos::Noun;
    word.adjective = entry.pos == Pos::Adjective;
    return word;
  }

  void add_facts(std::uint32_t id) {
    Entry& entry = entries_[id];
    entry.facts_first = static_cast<std::uint32_t>(facts_.size());
    if (entry.kind == Kind::Word) return;
    // The plurals of a weapon are names of it that articles use.
    const bool weapon = entry.kind == Kind::Weapon;
    for (const auto copied : kCopied) {
      for (const auto& property : subjects_[id]->properties) {
        const auto predicate = text(property.predicate);
        if (predicate != copied && !(weapon && copied == kAltLabel && local_name(predicate, kKhb) == "plural")) continue;
        Fact fact;
        fact.predicate = pool_.put(copied);
        fact.language_or_datatype = pool_.put(text(property.language_or_datatype));
        fact.object = pool_.put(text(property.object));
        if (text(property.language_or_datatype).empty()) fact.object_entry = entry_of(property.object);
        facts_.push_back(fact);
      }
    }
    entry.facts_count = static_cast<std::uint32_t>(facts_.size()) - entry.facts_first;
  }

  template <typename T>
  static void append(std::vector<std::byte>& bytes, ImageHeader& header, Section which, const std::vector<T>& items) {
    bytes.resize((bytes.size() + 15) / 16 * 16);
    header.sections[which] = {bytes.size(), items.size()};
    const auto* data = reinterpret_cast<const std::byte*>(items.data());
    bytes.insert(bytes.end(), data, data + items.size() * sizeof(T));
  }

  std::vector<std::byte> pack_image(const TrieBuilder& trie) {
    const auto spellings = trie.spellings();
    std::vector<Lexicon::WordSlot> slots(std::bit_ceil(spellings.size() * 2 + 2));
    for (const auto& [surface, word] : spellings) {
      const auto hash = hash_word(surface);
      std::size_t at = hash & (slots.size() - 1);
      while (slots[at].word != kNone) at = (at + 1) & (slots.size() - 1);
      slots[at] = {hash, pool_.put(surface), word, static_cast<std::uint32_t>(surface.size())};
    }
    std::vector<Lexicon::Node> nodes;
    std::vector<Sense> senses;
    for (const auto& of_node : trie.node_senses()) {
      nodes.push_back({static_cast<std::uint32_t>(senses.size()), static_cast<std::uint16_t>(of_node.size()), 0});
      senses.insert(senses.end(), of_node.begin(), of_node.end());
    }
    std::vector<Lexicon::Edge> edges(std::bit_ceil(trie.edges().size() * 2 + 2));
    for (const auto& edge : trie.edges()) {
      nodes[edge.node].next_words |= Lexicon::Node::bit_of(edge.word);
      std::size_t at = hash_edge(edge.node, edge.word) & (edges.size() - 1);
      while (edges[at].child != 0) at = (at + 1) & (edges.size() - 1);
      edges[at] = edge;
    }
    const std::vector<char> pool(pool_.bytes().begin(), pool_.bytes().end());

    ImageHeader header;
    std::vector<std::byte> bytes(sizeof(ImageHeader));
    append(bytes, header, kWordSlots, slots);
    append(bytes, header, kWordNodes, trie.word_nodes());
    append(bytes, header, kNodes, nodes);
    append(bytes, header, kEdges, edges);
    append(bytes, header, kSenses, senses);
    append(bytes, header, kEntries, entries_);
    append(bytes, header, kFrames, frames_);
    append(bytes, header, kClitics, clitics_);
    append(bytes, header, kFacts, facts_);
    append(bytes, header, kPool, pool);
    header.byte_count = bytes.size();
    std::memcpy(bytes.data(), &header, sizeof header);
    header.checksum = image_checksum(bytes.data(), bytes.size());
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
  }

  const Knowledge& knowledge_;
  std::vector<Problem>& problems_;
  LabelRules rules_;
  std::vector<SpellingRule> spelling_;
  StringPool pool_;
  std::vector<Clitic> clitics_;
  std::vector<Frame> frames_;
  std::unordered_map<std::uint32_t, std::uint8_t> frame_ids_;
  std::vector<const Subject*> subjects_;  // of the entries
  std::vector<Entry> entries_;
  std::unordered_map<std::uint32_t, std::uint32_t> entry_ids_;
  std::unordered_map<std::string, std::uint32_t> dictionary_forms_;  // and the first entry that lists them
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<std::byte> build_image(const Knowledge& knowledge, std::vector<Problem>& problems) {
  return ImageBuilder(knowledge, problems).run();
}

}  // namespace khabar::lexicon
