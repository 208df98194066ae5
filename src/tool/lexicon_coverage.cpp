// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// khabar lexicon coverage: what the articles say and the knowledge does not hold, so that the next entries are the most useful ones.
// Names are those the reading itself takes for unknown names, and unknown words right behind a word that announces one. Words are
// unknown words near something that was hit, hurt or fired, where a trigger may stand.
#include "arabic/fold.hpp"
#include "document/reader.hpp"
#include "entity/furniture.hpp"
#include "entity/mention.hpp"
#include "error.hpp"
#include "tool/console.hpp"
#include "tool/knowledge.hpp"
#include "tool/lexicon_commands.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

namespace khabar::tool {
namespace {

namespace po = boost::program_options;
using arabic::TokenKind;
using entity::Mention;
using entity::MentionType;
using entity::Unit;
using lexicon::Entry;
using lexicon::Kind;

constexpr std::uint32_t kNear = 3;            // units
constexpr std::size_t kLongestName = 4;       // units
constexpr std::size_t kShortestWord = 3;      // folded letters
constexpr std::size_t kExampleUnits = 4;      // on either side
constexpr unsigned char kFirstArabic = 0x80;  // of the folded letters

// One line of the report: kind and folded text are the key.
struct Missing {
  std::size_t count = 0;
  std::string text, beside, example;  // as first seen
};

class Coverage {
 public:
  explicit Coverage(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {}

  void read(document::Article article) {
    document::segment(std::move(article), document_);
    entity::match_units(document_, lexicon_, units_);
    entity::mark_furniture(document_, units_);
    entity::find_mentions(document_, units_, mentions_);
    taken_.assign(units_.units.size(), false);
    for (const auto& mention : mentions_.items) add_mention(mention);
    for (std::uint32_t i = 0; i < units_.units.size(); ++i)
      if (is_unknown(i) && !taken_[i]) add_unit(i);
  }

  std::string report(std::size_t top) const {
    std::vector<std::pair<const Key*, const Missing*>> lines;
    for (const auto& [key, missing] : missing_) lines.emplace_back(&key, &missing);
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
      return std::tie(b.second->count, a.second->text, *a.first) < std::tie(a.second->count, b.second->text, *b.first);
    });
    std::string text = "count\tkind\ttext\tbeside\texample\n";
    for (std::size_t i = 0; i < lines.size() && i < top; ++i) {
      const auto& missing = *lines[i].second;
      text += std::to_string(missing.count) + '\t' + lines[i].first->first + '\t' + missing.text + '\t' + missing.beside + '\t' +
              missing.example + '\n';
    }
    return text;
  }

 private:
  using Key = std::pair<std::string, std::string>;  // kind, folded text

  bool is_unknown(std::uint32_t i) const {
    const Unit& unit = units_.units[i];
    if (!unit.is_word() || unit.reading_count != 0 || unit.furniture || (unit.flags & arabic::kHashtagFlag) != 0) return false;
    const auto folded = document_.scan.word(document_.scan.tokens[unit.first]);
    return folded.size() >= kShortestWord && static_cast<unsigned char>(folded.back()) >= kFirstArabic;
  }

  template <typename Condition>
  bool has(std::uint32_t i, Condition condition) const {
    return units_.find(units_.units[i], condition) != nullptr;
  }

  // The text of units [first, last), from the stem of the first; tabs and line breaks become spaces.
  std::string text(std::size_t first, std::size_t last, bool from_stem) const {
    const auto& tokens = document_.scan.tokens;
    auto slice = document_.slice(tokens[units_.units[first].first], tokens[units_.units[last - 1].last - 1]);
    if (from_stem) {
      std::size_t at = 0;
      for (auto skip = units_.units[first].stem - units_.units[first].begin; skip > 0; --skip) arabic::next_code_point(slice, at);
      slice.remove_prefix(at);
    }
    std::string result(slice);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return result;
  }

  void add(const char* kind, std::uint32_t first, std::uint32_t last, std::uint32_t beside) {
    auto name = text(first, last, true);
    auto& missing = missing_[{kind, arabic::fold(name)}];
    for (auto i = first; i < last; ++i) taken_[i] = true;
    if (++missing.count > 1) return;
    missing.text = std::move(name);
    missing.beside = beside == first ? "" : text(beside, beside + 1, true);
    const auto size = units_.units.size();
    missing.example = text(first > kExampleUnits ? first - kExampleUnits : 0, std::min(size, last + kExampleUnits), false);
  }

  void add_mention(const Mention& mention) {
    if (mention.name_first >= mention.name_last || mention.name_last - mention.name_first > kLongestName) return;
    for (auto i = mention.name_first; i < mention.name_last; ++i)
      if (taken_[i] || units_.units[i].furniture) return;
    const bool unknown = std::any_of(units_.units.begin() + mention.name_first, units_.units.begin() + mention.name_last,
                                     [](const Unit& unit) { return unit.is_word() && unit.reading_count == 0; });
    if (unknown) add(kind_of(mention.type), mention.name_first, mention.name_last, mention.head);
  }

  static const char* kind_of(MentionType type) {
    switch (type) {
      case MentionType::Place:
        return "place";
      case MentionType::Person:
        return "person";
      case MentionType::Object:
        return "object";
      case MentionType::Weapon:
        return "weapon";
      default:
        return "actor";
    }
  }

  // What the word before announces: a place, a person, a group; null for nothing.
  const char* announced(std::uint32_t i) const {
    if (i == 0 || units_.units[i - 1].furniture) return nullptr;
    if (has(i - 1, [](const Entry& e) { return e.cue != lexicon::EntityClass::None; })) return "place";
    if (has(i - 1, [](const Entry& e) { return e.head == lexicon::Head::Post || e.does(lexicon::Function::Title); })) return "person";
    if (has(i - 1, [](const Entry& e) { return e.head == lexicon::Head::Unit || e.head == lexicon::Head::ArmedGroup; })) return "actor";
    return nullptr;
  }

  static bool is_telling(const Entry& e) {
    return e.outcome != lexicon::Outcome::None || e.effect != lexicon::Effect::None || e.event != lexicon::EventType::None ||
           e.kind == Kind::Weapon;
  }

  void add_unit(std::uint32_t i) {
    if (const auto* kind = announced(i)) return add(kind, i, i + 1, i - 1);
    const auto size = static_cast<std::uint32_t>(units_.units.size());
    for (std::uint32_t distance = 1; distance <= kNear; ++distance) {
      if (i + distance < size && telling_between(i, i + distance)) return add("word", i, i + 1, i + distance);
      if (i >= distance && telling_between(i - distance, i)) return add("word", i, i + 1, i - distance);
    }
  }

  // Whether one end of the stretch tells of violence and no stop stands between them.
  bool telling_between(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i <= last; ++i) {
      const auto kind = units_.units[i].kind;
      if (kind == TokenKind::Stop || kind == TokenKind::Newline || kind == TokenKind::Semicolon || units_.units[i].furniture) return false;
    }
    return has(first, is_telling) || has(last, is_telling);
  }

  const lexicon::Lexicon& lexicon_;
  document::Document document_;
  entity::Units units_;
  entity::Mentions mentions_;
  std::vector<bool> taken_;
  std::map<Key, Missing> missing_;
};

std::size_t parse_top(const po::variables_map& values) {
  if (values.count("top") == 0) return 100;
  const auto text = text_of(values, "top");
  std::size_t top = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), top);
  if (error != std::errc{} || end != text.data() + text.size() || top == 0)
    throw UsageError("--top must be a number from 1, not '" + text + "'");
  return top;
}

}  // namespace

int lexicon_coverage(const Arguments& arguments) {
  po::options_description options;
  auto add = options.add_options();
  add("top", po::value<std::string>())("knowledge", po::value<std::string>())("lexicon", po::value<std::vector<std::string>>());
  const auto values = parse(arguments, options, "input");
  const auto inputs = texts(values, "input");
  if (inputs.empty()) throw UsageError("lexicon coverage needs articles: files or directories, or - for standard input");
  const auto top = parse_top(values);

  document::ArticleReader reader(inputs, {});
  std::vector<std::string> warnings;
  const auto lexicon = load_lexicon(text_of(values, "knowledge"), texts(values, "lexicon"), warnings);
  for (const auto& warning : warnings) say(warning);
  Coverage coverage(lexicon);
  std::size_t skipped = 0;
  for (document::ReadItem item; reader.next(item);) {
    for (const auto& notice : item.notices) {
      const bool is_skipped = notice.kind == document::Notice::Kind::Skipped;
      skipped += is_skipped;
      say(notice.origin + (is_skipped ? ": skipped: " : ": warning: ") + notice.message);
    }
    if (item.article) coverage.read(std::move(*item.article));
  }
  print(coverage.report(top));
  return skipped > 0 ? kSkipped : kDone;
}

}  // namespace khabar::tool
