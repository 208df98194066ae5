// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// khabar lexicon import places: a table of places becomes a Turtle file of the knowledge base.
#include "error.hpp"
#include "lexicon/import_places.hpp"
#include "rdf/sink.hpp"
#include "tool/console.hpp"
#include "tool/knowledge.hpp"
#include "tool/lexicon_commands.hpp"

#include <charconv>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;

lexicon::PlaceFilter parse_filter(const po::variables_map& values) {
  lexicon::PlaceFilter filter;
  for (const auto& given : texts(values, "country")) {
    auto country = given;
    for (auto& c : country)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (country.size() != 2 || country.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos)
      throw UsageError("--country must be two letters of ISO 3166, such as PK, not '" + given + "'");
    filter.countries.push_back(country);
  }
  if (values.count("min-population") > 0) {
    const auto text = text_of(values, "min-population");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), filter.min_population);
    if (error != std::errc{} || end != text.data() + text.size()) throw UsageError("--min-population must be a number, not '" + text + "'");
  }
  return filter;
}

lexicon::KnownNames load_known() {
  lexicon::Knowledge knowledge;
  for (const auto& file : lexicon::turtle_files(default_ontology())) knowledge.add_file(file);
  return lexicon::known_names(knowledge);
}

// All faults are told, so that they can be mended at one go; nothing is written.
void refuse_faulty(const lexicon::PlaceTable& table) {
  if (table.faults.empty()) return;
  for (const auto& fault : table.faults) say(fault.file + ':' + std::to_string(fault.line) + ": " + fault.message);
  const bool more = table.faults.size() >= lexicon::kMostFaults;
  throw Error((more ? "stopped after " : "") + counted(table.faults.size(), "fault") + "; nothing was written");
}

}  // namespace

int lexicon_import(const Arguments& arguments) {
  po::options_description options;
  auto add = options.add_options();
  add("output,o", po::value<std::string>())("alternate-names", po::value<std::string>());
  add("country", po::value<std::vector<std::string>>())("min-population", po::value<std::string>());
  const auto values = parse(arguments, options, "file");
  const auto words = texts(values, "file");
  if (words.empty() || words[0] != "places")
    throw UsageError("lexicon import knows one kind of table: lexicon import places FILE.tsv -o OUT.ttl");
  if (words.size() != 2) throw UsageError("lexicon import places needs one FILE.tsv");
  if (text_of(values, "output").empty()) throw UsageError("lexicon import places needs -o OUT.ttl");

  auto table = lexicon::read_places(words[1], parse_filter(values));
  if (table.faults.empty() && values.count("alternate-names") > 0) {
    if (!table.geonames)
      throw UsageError("--alternate-names goes with a dump of GeoNames; a table of khabar's columns has the names in it");
    lexicon::read_alternate_names(text_of(values, "alternate-names"), table);
  }
  refuse_faulty(table);
  const auto places = lexicon::import_places(table, load_known());
  if (places.places == 0) throw InputError(words[1], 0, "no place is left: all are known already, without an Arabic name, or filtered out");
  rdf::FileSink sink(text_of(values, "output"));
  sink.write("# Made by khabar lexicon import places.\n");
  if (table.geonames) sink.write("# The facts are GeoNames' (https://www.geonames.org/), CC BY 4.0: who passes them on names it.\n");
  sink.write(places.turtle);
  sink.close();
  say(counted(places.places, "place") + "; left out: " + std::to_string(places.known) + " known already, " +
      std::to_string(places.without_arabic) + " without an Arabic name, " + std::to_string(table.other_features) + " of other kinds");
  return kDone;
}

}  // namespace khabar::tool
