// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "entity/short_name.hpp"

#include "arabic/fold.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace khabar::entity {
namespace {

using lexicon::Entry;
using lexicon::Head;
using lexicon::Kind;
using lexicon::kNone;

constexpr int kSureMany = 2;               // a nationality met once may be the other side's
constexpr std::size_t kLongestPrefix = 4;  // letters of a conjunction, a preposition and the article

class Resolver {
 public:
  Resolver(const document::Document& document, const Units& units, std::vector<Mention>& mentions)
      : document_(document), units_(units), lexicon_(*units.lexicon), mentions_(mentions) {
    for (const auto& clitic : lexicon_.clitics())
      if (!clitic.enclitic && clitic.order == 3) article_ = std::string_view(clitic.letters, clitic.size);
  }

  void run() {
    for (std::size_t id = 0; id < mentions_.size(); ++id)
      if (is_bare(mentions_[id])) resolve(id);
  }

 private:
  bool is_bare(const Mention& m) const {
    if (m.type != MentionType::Actor || m.entity != kNone || m.noun == kNone || m.owner != kNoMention || m.demonym != kNone ||
        m.name_last > m.name_first)
      return false;
    const auto head = lexicon_.entry(m.noun).head;
    const auto& unit = units_.units[m.head];
    return (head == Head::ArmedForce || head == Head::ArmedGroup) && unit.definite && !unit.enclitic && unit.last - unit.first == 1 &&
           m.last == m.head + 1 && m.number != arabic::Number::Plural && m.number != arabic::Number::Dual &&
           m.relation == lexicon::Relation::None && m.place_entity == kNone;
  }

  // Whether `m` is a known actor whose name begins with the noun `lemma`.
  bool names(const Mention& m, std::uint32_t noun, std::string_view lemma) const {
    if (m.type != MentionType::Actor || m.entity == kNone) return false;
    if (m.noun == noun) return true;
    const auto& unit = units_.units[m.head];
    if (unit.last - unit.first < 2) return false;
    const auto word = document_.scan.word(document_.scan.tokens[unit.first]);
    return word.ends_with(lemma) && word.size() <= lemma.size() + kLongestPrefix;
  }

  // The first mention of a noun decides for all: once it means an actor, anaphora finds that one.
  void resolve(std::size_t id) {
    const auto noun = mentions_[id].noun;
    if (!decided_.insert(noun).second) return;
    const auto lemma = arabic::fold(lexicon_.text(lexicon_.entry(noun).label));
    if (lemma.empty()) return;
    for (std::size_t other = 0; other < id; ++other)
      if (names(mentions_[other], noun, lemma)) return;  // told before: anaphora finds the nearest
    std::uint32_t found = kNone;
    for (std::size_t other = id + 1; other < mentions_.size() && found == kNone; ++other)
      if (names(mentions_[other], noun, lemma)) found = mentions_[other].entity;
    if (found == kNone && lexicon_.entry(noun).head == Head::ArmedForce) found = army_of_article(lemma);
    if (found == kNone) return;
    mentions_[id].entity = found;
    mentions_[id].anaphoric = true;
  }

  // The actor that is called by the noun and the nationality met most often in the article.
  std::uint32_t army_of_article(const std::string& lemma) {
    if (!counted_) count_nationalities();
    std::uint32_t best = kNone;
    int most = 0, second = 0;
    for (const auto& [adjective, count] : nationalities_) {
      const auto named = army(lemma, adjective);
      if (named == kNone) continue;
      if (count > most)
        second = most, most = count, best = named;
      else if (count > second)
        second = count;
    }
    return most >= kSureMany && most >= 2 * second ? best : kNone;
  }

  void count_nationalities() {
    counted_ = true;
    std::unordered_map<std::uint32_t, std::uint32_t> adjective_of;  // one adjective for each state
    for (const auto& unit : units_.units) {
      if (unit.furniture || !unit.is_word()) continue;
      const auto* reading = units_.find(unit, kDemonymFacet, [](const Entry& e) { return e.demonym_of != kNone; });
      if (reading == nullptr) continue;
      const auto adjective = adjective_of.try_emplace(units_.entry(*reading).demonym_of, reading->sense.entry).first->second;
      ++nationalities_[adjective];
    }
  }

  std::uint32_t army(const std::string& lemma, std::uint32_t adjective) const {
    const auto first = lexicon_.find_word(std::string(article_) + lemma);
    const auto second = lexicon_.find_word(std::string(article_) + arabic::fold(lexicon_.text(lexicon_.entry(adjective).label)));
    if (first == kNone || second == kNone || lexicon_.first_node(first) == 0) return kNone;
    const auto node = lexicon_.next_node(lexicon_.first_node(first), second);
    if (node == 0) return kNone;
    for (const auto& sense : lexicon_.senses(node))
      if (lexicon_.entry(sense.entry).kind == Kind::Actor) return sense.entry;
    return kNone;
  }

  const document::Document& document_;
  const Units& units_;
  const lexicon::Lexicon& lexicon_;
  std::vector<Mention>& mentions_;
  std::string_view article_;
  std::unordered_map<std::uint32_t, int> nationalities_;
  bool counted_ = false;
  std::unordered_set<std::uint32_t> decided_;  // nouns
};

}  // namespace

void resolve_short_names(const document::Document& document, const Units& units, Mentions& mentions) {
  Resolver(document, units, mentions.items).run();
}

}  // namespace khabar::entity
