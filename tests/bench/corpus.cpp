// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "corpus.hpp"

#include "entity/unit.hpp"
#include "lexicon/build.hpp"
#include "rdf/writer.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <stdexcept>

namespace khabar::bench {
namespace {

namespace fs = std::filesystem;
using lexicon::EntityClass;
using lexicon::Entry;
using lexicon::Kind;

// Numbers below `limit`; the same on every machine, which std::uniform_int_distribution is not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

 private:
  std::mt19937_64 engine_;
};

std::vector<std::string> sentences() {
  std::vector<std::string> lines;
  for (const auto& text : example_texts())
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      if (end - at > 60) lines.push_back(text.substr(at, end - at));
      at = end + 1;
    }
  return lines;
}

using Names = std::array<std::vector<std::string>, lexicon::kEntityClassNames.size()>;

Names names_by_class(const lexicon::Lexicon& lexicon) {
  Names names;
  for (const auto& entry : lexicon.entries())
    if (entry.kind != Kind::Word && entry.label != 0)
      names[static_cast<std::size_t>(entry.entity_class)].emplace_back(lexicon.text(entry.label));
  return names;
}

void analyse(const std::string& text, const lexicon::Lexicon& lexicon, document::Document& document, entity::Units& units) {
  document::Article article;
  article.id = "corpus";
  article.text = text;
  document::segment(std::move(article), document);
  entity::match_units(document, lexicon, units);
}

// The sentence with other numbers, and other names where names vary.
std::string varied(const std::string& sentence, const lexicon::Lexicon& lexicon, const Names& names, bool vary_names, Dice& dice) {
  document::Document document;
  entity::Units units;
  analyse(sentence, lexicon, document, units);
  std::string text;
  std::size_t copied = 0;
  for (const auto& unit : units.units) {
    const auto& first = document.scan.tokens[unit.first];
    const auto& last = document.scan.tokens[unit.last - 1];
    std::string other;
    if (unit.kind == arabic::TokenKind::Number && unit.value > 1 && unit.value < 100) {
      other = std::to_string(2 + dice.below(60));
    } else if (const auto* name = units.find(unit, [](const Entry& e) { return e.kind == Kind::Place || e.kind == Kind::Actor; });
               vary_names && name != nullptr && unit.proclitics == 0) {
      const auto& pool = names[static_cast<std::size_t>(units.entry(*name).entity_class)];
      if (!pool.empty()) other = pool[dice.below(pool.size())];
    }
    if (other.empty()) continue;
    text.append(sentence, copied, first.byte_begin - copied).append(other);
    copied = last.byte_end;
  }
  return text.append(sentence, copied);
}

rdf::TermRef term_of(std::string_view object, std::string_view language_or_datatype) {
  if (language_or_datatype.empty()) return rdf::iri(object);
  if (language_or_datatype.starts_with('@')) return rdf::tagged(object, language_or_datatype.substr(1));
  return rdf::typed(object, language_or_datatype == rdf::kXsdString ? std::string_view() : language_or_datatype);
}

// The IRIs of `count` entries, those that the examples name before others.
std::set<std::string, std::less<>> chosen(const lexicon::Lexicon& full, std::size_t count) {
  std::set<std::string, std::less<>> iris;
  document::Document document;
  entity::Units units;
  for (const auto& text : example_texts()) {
    analyse(text, full, document, units);
    for (const auto& reading : units.readings)
      if (iris.size() < count) iris.emplace(full.text(units.entry(reading).iri));
  }
  const auto entries = full.entries();
  const auto step = std::max<std::size_t>(1, entries.size() / count);
  for (std::size_t from = 0; from < step && iris.size() < count; ++from)
    for (std::size_t i = from; i < entries.size() && iris.size() < count; i += step) iris.emplace(full.text(entries[i].iri));
  return iris;
}

bool is_grammar(const lexicon::Knowledge& knowledge, const lexicon::Subject& subject) {
  return std::any_of(subject.properties.begin(), subject.properties.end(), [&](const lexicon::Property& property) {
    const auto type = knowledge.text(property.object);
    return knowledge.text(property.predicate) == rdf::kRdfType &&
           (type.ends_with("#Affix") || type.ends_with("#Ending") || type.ends_with("#SpellingVariant") || type.ends_with("#Frame"));
  });
}

}  // namespace

std::vector<std::string> example_texts() {
  std::vector<fs::path> paths;
  for (const auto& file : fs::directory_iterator(fs::path(KHABAR_SOURCE_DIR) / "examples" / "articles")) paths.push_back(file.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  if (texts.empty()) throw std::runtime_error("no examples");
  return texts;
}

std::vector<document::Article> make_corpus(const lexicon::Lexicon& lexicon, const CorpusOptions& options) {
  const auto lines = sentences();
  const auto names = names_by_class(lexicon);
  Dice dice(options.seed);
  std::vector<document::Article> articles;
  for (std::size_t bytes = 0; bytes < options.bytes;) {
    document::Article article;
    article.id = "bench-" + std::to_string(articles.size());
    article.published = document::Day(std::chrono::days(19'000 + dice.below(1'000)));
    for (auto count = 3 + dice.below(6); count > 0; --count)
      article.text += varied(lines[dice.below(lines.size())], lexicon, names, options.vary_names, dice) + "\n\n";
    bytes += article.text.size();
    articles.push_back(std::move(article));
  }
  return articles;
}

lexicon::Lexicon small_lexicon(const lexicon::Lexicon& full, std::size_t count) {
  lexicon::Knowledge all;
  for (const auto& file : lexicon::turtle_files((fs::path(KHABAR_SOURCE_DIR) / "ontology").string())) all.add_file(file);
  const auto iris = chosen(full, count);
  const auto writer = rdf::make_writer(rdf::Format::NTriples, {});
  for (const auto& subject : all.subjects()) {
    if (!iris.contains(all.text(subject.iri)) && !is_grammar(all, subject)) continue;
    for (const auto& property : subject.properties)
      writer->write({rdf::iri(all.text(subject.iri)), rdf::iri(all.text(property.predicate)),
                     term_of(all.text(property.object), all.text(property.language_or_datatype))});
  }
  writer->finish();
  const auto path = fs::temp_directory_path() / ("khabar-bench-" + std::to_string(std::random_device()()) + ".ttl");
  std::ofstream(path, std::ios::binary) << writer->bytes();
  lexicon::Knowledge some;
  some.add_file(path.string());
  fs::remove(path);
  std::vector<lexicon::Problem> problems;
  return lexicon::Lexicon::from_bytes(lexicon::build_image(some, problems), "small lexicon");
}

std::size_t total_bytes(const std::vector<document::Article>& articles) {
  std::size_t bytes = 0;
  for (const auto& article : articles) bytes += article.text.size();
  return bytes;
}

}  // namespace khabar::bench
