// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// khabar lexicon show: what khabar finds in a text.
#include "document/decode.hpp"
#include "entity/unit.hpp"
#include "error.hpp"
#include "tool/console.hpp"
#include "tool/knowledge.hpp"
#include "tool/lexicon_commands.hpp"

namespace khabar::tool {
namespace {

namespace po = boost::program_options;
using lexicon::Entry;

template <typename Enum, std::size_t Size>
void add_facet(std::string& line, std::string_view name, const std::array<std::string_view, Size>& names, Enum value) {
  if (value != Enum{}) line.append("  ").append(name).append("=").append(lexicon::name_of(names, value));
}

std::string describe(const entity::Units& units, const entity::Reading& reading) {
  const lexicon::Lexicon& lexicon = *units.lexicon;
  const Entry& entry = units.entry(reading);
  std::string line = "  " + std::string(lexicon.text(entry.iri)) + "  " + std::string(lexicon.text(entry.label));
  add_facet(line, "class", lexicon::kEntityClassNames, entry.entity_class);
  add_facet(line, "pos", lexicon::kPosNames, entry.pos);
  add_facet(line, "evokes", lexicon::kEventTypeNames, entry.event);
  add_facet(line, "strength", lexicon::kStrengthNames, entry.strength);
  add_facet(line, "means", lexicon::kEventTypeNames, entry.means);
  add_facet(line, "outcome", lexicon::kOutcomeNames, entry.outcome);
  add_facet(line, "effect", lexicon::kEffectNames, entry.effect);
  add_facet(line, "head", lexicon::kHeadNames, entry.head);
  add_facet(line, "cue", lexicon::kEntityClassNames, entry.cue);
  add_facet(line, "mode", lexicon::kModeNames, entry.mode);
  add_facet(line, "certainty", lexicon::kCertaintyNames, entry.certainty);
  add_facet(line, "factuality", lexicon::kFactualityNames, entry.factuality);
  add_facet(line, "relation", lexicon::kRelationNames, entry.relation);
  add_facet(line, "quantifier", lexicon::kQuantifierNames, entry.quantifier);
  add_facet(line, "preposition", lexicon::kPrepositionNames, entry.preposition);
  for (std::size_t i = 0; i < lexicon::kFunctionNames.size(); ++i)
    if (entry.does(static_cast<lexicon::Function>(i))) line.append("  ").append(lexicon::kFunctionNames[i]);
  if (reading.sense.flags & lexicon::kAmbiguous) line += "  (needs a cue word)";
  if (reading.sense.flags & lexicon::kMetonym) line += "  (may stand for its state)";
  if (reading.sense.flags & lexicon::kIndefinite) line += "  (without its articles)";
  if (reading.proclitics != 0) line += "  (behind a proclitic)";
  if (reading.enclitic) line += "  (with a pronoun)";
  return line + '\n';
}

}  // namespace

int lexicon_show(const Arguments& arguments) {
  po::options_description options;
  options.add_options()("knowledge", po::value<std::string>())("lexicon", po::value<std::vector<std::string>>());
  const auto values = parse(arguments, options, "name");
  std::string text;
  for (const auto& word : texts(values, "name")) text += text.empty() ? word : ' ' + word;
  if (text.empty()) throw UsageError("lexicon show needs a name or text to look up");

  std::vector<std::string> warnings;
  const auto lexicon = load_lexicon(text_of(values, "knowledge"), texts(values, "lexicon"), warnings);
  for (const auto& warning : warnings) say(warning);

  document::Article article;
  article.id = "show";
  article.text = document::decode(text, "the text to look up", "UTF-8").text;
  document::Document document;
  document::segment(std::move(article), document);
  entity::Units units;
  entity::match_units(document, lexicon, units);
  std::string out;
  for (const auto& unit : units.units) {
    if (!unit.is_word()) continue;
    out.append(document.slice(document.scan.tokens[unit.first], document.scan.tokens[unit.last - 1])).append("\n");
    if (unit.reading_count == 0) out += "  unknown\n";
    for (const auto& reading : units.of(unit)) out += describe(units, reading);
  }
  print(out);
  return kDone;
}

}  // namespace khabar::tool
