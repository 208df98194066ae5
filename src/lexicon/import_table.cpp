// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/import_table.hpp"

#include "arabic/script.hpp"
#include "error.hpp"
#include "rdf/term.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <span>

namespace khabar::lexicon {
namespace {

using Columns = std::vector<std::string_view>;

constexpr std::size_t kGeonamesColumns = 19;
constexpr std::size_t kAlternateColumns = 8;  // two more in newer files
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf8Remedy = "; convert the file, for example: iconv -f WINDOWS-1256 -t UTF-8";

struct CodeClass {
  std::string_view code;
  EntityClass entity_class;
};

// Feature codes of GeoNames that news name. Of class P all others are settlements, of PCL* countries.
constexpr CodeClass kCodes[] = {
    {"ADM1", EntityClass::Governorate},    {"ADM2", EntityClass::District},       {"ADM3", EntityClass::District},
    {"PPLX", EntityClass::Neighbourhood},  {"PPLH", EntityClass::None},           {"PPLW", EntityClass::None},
    {"PPLCH", EntityClass::None},          {"RGN", EntityClass::Region},          {"RGNE", EntityClass::Region},
    {"AIRP", EntityClass::Facility},       {"AIRB", EntityClass::Facility},       {"AIRF", EntityClass::Facility},
    {"MILB", EntityClass::Facility},       {"INSM", EntityClass::Facility},       {"NVB", EntityClass::Facility},
    {"OILF", EntityClass::Facility},       {"OILR", EntityClass::Facility},       {"GASF", EntityClass::Facility},
    {"PS", EntityClass::Facility},         {"DAM", EntityClass::Facility},        {"PRN", EntityClass::Facility},
    {"PSTB", EntityClass::Facility},       {"CMPRF", EntityClass::Facility},      {"PRT", EntityClass::Facility},
    {"HBR", EntityClass::Facility},        {"MT", EntityClass::NaturalFeature},   {"MTS", EntityClass::NaturalFeature},
    {"DSRT", EntityClass::NaturalFeature}, {"VAL", EntityClass::NaturalFeature},  {"PASS", EntityClass::NaturalFeature},
    {"ISL", EntityClass::NaturalFeature},  {"ISLS", EntityClass::NaturalFeature}, {"STM", EntityClass::NaturalFeature},
    {"WAD", EntityClass::NaturalFeature},  {"LK", EntityClass::NaturalFeature},   {"RSV", EntityClass::NaturalFeature},
    {"GULF", EntityClass::NaturalFeature}, {"SEA", EntityClass::NaturalFeature},  {"STRT", EntityClass::NaturalFeature}};

// The classes of khabar's own tables.
constexpr CodeClass kTypes[] = {{"country", EntityClass::Country},     {"governorate", EntityClass::Governorate},
                                {"district", EntityClass::District},   {"subdistrict", EntityClass::District},
                                {"city", EntityClass::Settlement},     {"town", EntityClass::Settlement},
                                {"village", EntityClass::Settlement},  {"neighbourhood", EntityClass::Neighbourhood},
                                {"region", EntityClass::Region},       {"facility", EntityClass::Facility},
                                {"airbase", EntityClass::Facility},    {"oilfield", EntityClass::Facility},
                                {"crossing", EntityClass::Facility},   {"camp", EntityClass::Facility},
                                {"river", EntityClass::NaturalFeature}};

std::optional<EntityClass> find_class(std::span<const CodeClass> table, std::string_view code) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const CodeClass& item) { return item.code == code; });
  return found == table.end() ? std::nullopt : std::optional(found->entity_class);
}

EntityClass class_of_feature(std::string_view feature_class, std::string_view code) {
  if (const auto listed = find_class(kCodes, code)) return *listed;
  if (feature_class == "P") return EntityClass::Settlement;
  return feature_class == "A" && code.starts_with("PCL") && code != "PCLH" ? EntityClass::Country : EntityClass::None;
}

Columns split(std::string_view line, char separator) {
  Columns columns;
  for (std::size_t at = 0; at <= line.size();) {
    const auto end = std::min(line.find(separator, at), line.size());
    columns.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return columns;
}

// Letters that Arabic itself does not have: the name is Persian, Urdu or Kurdish.
bool is_foreign(std::string_view text) {
  constexpr std::u32string_view kForeign = U"\u067E\u0686\u0698\u06A9\u06AF\u06CC\u06C1\u06D5\u06CE\u06C6\u0679\u0688\u0691\u06BA\u06D2";
  for (std::size_t at = 0; at < text.size();)
    if (kForeign.find(arabic::next_code_point(text, at)) != kForeign.npos) return true;
  return false;
}

void add_name(std::vector<std::string>& names, std::string_view name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

bool is_degrees(std::string_view text, double most) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && value >= -most && value <= most &&
         text.find_first_of("eE") == text.npos;
}

// Lines of a UTF-8 file with their numbers; a byte order mark and carriage returns are taken away.
class LineReader {
 public:
  explicit LineReader(const std::string& path) : path_(path), in_(path, std::ios::binary) {
    if (std::filesystem::is_directory(path)) throw InputError(path, 0, "is a directory; name the file in it");
    if (!in_) throw InputError(path, 0, std::string("cannot open: ") + std::strerror(errno));
  }

  bool next(std::string& line) {
    if (!std::getline(in_, line)) {
      if (in_.bad()) throw InputError(path_, 0, std::string("cannot read: ") + std::strerror(errno));
      return false;
    }
    if (++number_ == 1) check_begin(line);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return true;
  }
  std::uint32_t number() const { return number_; }

 private:
  void check_begin(std::string& line) const {
    if (line.starts_with("PK\x03\x04")) throw InputError(path_, 0, "a zip archive; unpack it and name the text file in it");
    if (line.starts_with("\x1F\x8B")) throw InputError(path_, 0, "compressed by gzip; unpack it first");
    if (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF"))
      throw InputError(path_, 1, "UTF-16, not UTF-8; convert the file, for example: iconv -f UTF-16 -t UTF-8");
    if (line.starts_with(kUtf8Mark)) line.erase(0, kUtf8Mark.size());
  }

  std::string path_;
  std::ifstream in_;
  std::uint32_t number_ = 0;
};

class TableReader {
 public:
  TableReader(const std::string& path, const PlaceFilter& filter) : path_(path), filter_(filter) {}

  PlaceTable read() {
    LineReader lines(path_);
    std::string line;
    while (table_.faults.size() < kMostFaults && lines.next(line)) {
      number_ = lines.number();
      if (line.empty() || line.starts_with('#')) continue;
      if (names_.empty() && !table_.geonames) {
        begin(line);
        if (!table_.geonames) continue;
      }
      if (table_.geonames)
        geonames_row(split(line, '\t'), line);
      else
        own_row(split(line, '\t'), line);
    }
    if (names_.empty() && !table_.geonames) throw InputError(path_, 0, "no rows");
    return std::move(table_);
  }

 private:
  void fault(std::string message) { table_.faults.push_back({path_, number_, std::move(message)}); }

  // The first line says which table it is.
  void begin(std::string_view line) {
    const auto columns = split(line, '\t');
    const auto holds = [&](std::string_view name) { return std::find(columns.begin(), columns.end(), name) != columns.end(); };
    if (holds("name_ar") && holds("country_iso2") && holds("class")) {
      names_.assign(columns.begin(), columns.end());
      return;
    }
    table_.geonames = columns.size() > 1 && !columns[0].empty() && columns[0].find_first_not_of("0123456789") == std::string_view::npos;
    if (!table_.geonames)
      throw InputError(
          path_, number_,
          "neither a dump of GeoNames (19 columns, the first a number) nor a table of khabar's columns, whose first line has name_ar, "
          "country_iso2 and class; columns are separated by tabs");
  }

  bool is_wanted(std::string_view country) const {
    return filter_.countries.empty() || std::find(filter_.countries.begin(), filter_.countries.end(), country) != filter_.countries.end();
  }

  bool is_sound(const PlaceRow& row, std::string_view line) {
    if (!rdf::is_valid_utf8(line) || line.find('\0') != std::string_view::npos) {
      fault("not UTF-8" + std::string(kUtf8Remedy));
    } else if (row.latitude.empty() != row.longitude.empty()) {
      fault("only one of latitude and longitude; give both or none");
    } else if (!row.latitude.empty() && (!is_degrees(row.latitude, 90) || !is_degrees(row.longitude, 180))) {
      fault("no position: latitude '" + row.latitude + "', longitude '" + row.longitude +
            "'; they are decimal degrees, -90 to 90 and -180 to 180, with a point");
    } else {
      return true;
    }
    return false;
  }

  void keep(PlaceRow&& row) {
    const bool counted = row.entity_class == EntityClass::Settlement || row.entity_class == EntityClass::Neighbourhood;
    if (counted && row.population < filter_.min_population) return;
    row.line = number_;
    table_.rows.push_back(std::move(row));
  }

  void geonames_row(const Columns& columns, std::string_view line) {
    if (columns.size() != kGeonamesColumns)
      return fault(std::to_string(columns.size()) + " columns instead of 19; is the line cut off, or its tabs turned into spaces?");
    if (columns[0].empty() || columns[0].find_first_not_of("0123456789") != std::string_view::npos)
      return fault("the first column is not GeoNames' number");
    if (!is_wanted(columns[8])) return;
    PlaceRow row;
    row.entity_class = class_of_feature(columns[6], columns[7]);
    if (row.entity_class == EntityClass::None) {
      ++table_.other_features;
      return;
    }
    row.id = "gn:" + std::string(columns[0]);
    row.english = columns[1];
    row.latin = columns[2];
    row.latitude = columns[4], row.longitude = columns[5];
    row.feature_code = columns[7];
    row.country = columns[8], row.admin1 = columns[10], row.admin2 = columns[11];
    row.source = "GeoNames";
    if (!is_sound(row, line)) return;
    for (const auto name : split(columns[3], ','))
      if (arabic::has_arabic_letter(name) && !is_foreign(name)) add_name(row.arabic, name);
    if (!columns[14].empty() && !read_population(columns[14], row)) return;
    keep(std::move(row));
  }

  bool read_population(std::string_view text, PlaceRow& row) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row.population);
    if (error == std::errc{} && end == text.data() + text.size()) return true;
    fault("the population '" + std::string(text) + "' is no number");
    return false;
  }

  std::string_view column(const Columns& columns, std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    return found == names_.end() ? std::string_view() : columns[static_cast<std::size_t>(found - names_.begin())];
  }

  void own_row(const Columns& columns, std::string_view line) {
    if (columns.size() != names_.size())
      return fault(std::to_string(columns.size()) + " columns instead of the " + std::to_string(names_.size()) + " of the first line");
    PlaceRow row;
    row.country = column(columns, "country_iso2");
    if (!is_wanted(row.country)) return;
    row.type = column(columns, "class");
    const auto entity_class = find_class(kTypes, row.type);
    if (!entity_class) return fault("unknown class '" + row.type + "'; known are country, governorate, district, city, town, village, ...");
    row.entity_class = *entity_class;
    row.english = row.latin = column(columns, "name_en");
    row.latitude = column(columns, "lat"), row.longitude = column(columns, "lon");
    row.admin1 = column(columns, "admin1_en");
    row.admin1_arabic = column(columns, "admin1_ar");
    row.id = column(columns, "geonames_or_pcode");
    row.wikidata = column(columns, "wikidata");
    row.source = column(columns, "source");
    if (!is_sound(row, line)) return;
    const auto population = column(columns, "population");
    if (!population.empty() && !read_population(population, row)) return;
    const auto name = column(columns, "name_ar");
    if (!name.empty() && !arabic::has_arabic_letter(name))
      return fault("name_ar '" + std::string(name) + "' has no Arabic letter; Latin names go into name_en");
    if (name.empty() && row.english.empty()) return fault("no name: name_ar and name_en are empty");
    add_name(row.arabic, name);
    for (const auto other : split(column(columns, "other_names_ar"), '|')) add_name(row.arabic, other);
    keep(std::move(row));
  }

  const std::string& path_;
  const PlaceFilter& filter_;
  PlaceTable table_;
  std::vector<std::string> names_;  // of khabar's columns
  std::uint32_t number_ = 0;
};

}  // namespace

PlaceTable read_places(const std::string& path, const PlaceFilter& filter) { return TableReader(path, filter).read(); }

void read_alternate_names(const std::string& path, PlaceTable& table) {
  std::unordered_map<std::string_view, PlaceRow*> rows;
  for (auto& row : table.rows) rows.emplace(std::string_view(row.id).substr(3), &row);
  LineReader lines(path);
  std::string line;
  while (table.faults.size() < kMostFaults && lines.next(line)) {
    if (line.empty()) continue;
    const auto columns = split(line, '\t');
    if (columns.size() < kAlternateColumns) {
      table.faults.push_back({path, lines.number(),
                              std::to_string(columns.size()) + " columns instead of 8 or 10; this is no alternateNamesV2.txt of GeoNames"});
      continue;
    }
    const auto row = rows.find(columns[1]);
    if (row == rows.end() || (columns[2] != "ar" && columns[2] != "wkdt") || columns[7] == "1") continue;  // the last: historic
    if (!rdf::is_valid_utf8(line)) {
      table.faults.push_back({path, lines.number(), "not UTF-8" + std::string(kUtf8Remedy)});
    } else if (columns[2] == "wkdt") {
      row->second->wikidata = columns[3];
    } else if (arabic::has_arabic_letter(columns[3])) {
      auto& names = row->second->arabic;
      add_name(names, columns[3]);
      const auto at = std::find(names.begin(), names.end(), columns[3]);
      if (columns[4] == "1") std::rotate(names.begin(), at, at + 1);  // the preferred one goes first
    }
  }
}

}  // namespace khabar::lexicon
