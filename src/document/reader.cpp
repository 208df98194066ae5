// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Inputs come in as named, are spread into files, and each file gives its articles. A line of JSON is parsed by simdjson's DOM, which
// checks all of it, and copied out: an article outlives the parser.
#include "document/reader.hpp"

#include "compress/compress.hpp"
#include "document/bytes.hpp"
#include "document/decode.hpp"
#include "document/id_table.hpp"
#include "error.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <utility>

namespace khabar::document {
namespace {

namespace fs = std::filesystem;
namespace dom = simdjson::dom;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

fs::path unpacked(const fs::path& path) { return compress::without_extension(path.native()); }

bool is_json_lines(const fs::path& path) { return unpacked(path).extension() == ".jsonl"; }

bool is_article_file(const fs::path& path) { return unpacked(path).extension() == ".txt" || is_json_lines(path); }

std::string at_line(const std::string& name, std::size_t line) { return line == 0 ? name : name + ':' + std::to_string(line); }

// A file to read, or why a directory could not be.
struct Source {
  std::string path, problem;
};

// All *.txt and *.jsonl below a directory; links to directories are not followed, since they may lead back.
void list_articles(const fs::path& directory, std::vector<Source>& sources) {
  std::error_code error;
  fs::directory_iterator items(directory, error);
  for (; !error && items != fs::directory_iterator{}; items.increment(error)) {
    std::error_code ignored;
    if (items->is_directory(ignored)) {
      if (!items->is_symlink(ignored)) list_articles(items->path(), sources);
    } else if (is_article_file(items->path())) {
      sources.push_back({items->path().string(), {}});
    }
  }
  if (error) sources.push_back({directory.string(), error.message()});
}

// Text of a JSON string may hold U+0000, which no RDF literal can.
std::size_t replace_nul(std::string& text) {
  std::size_t count = 0;
  for (auto at = text.find('\0'); at != std::string::npos; at = text.find('\0', at + kReplacement.size()), ++count)
    text.replace(at, 1, kReplacement);
  return count;
}

void warn_of_replaced(const Decoded& decoded, const std::string& origin, std::vector<Notice>& notices) {
  if (decoded.replaced == 0) return;
  std::string message = std::to_string(decoded.replaced) + (decoded.replaced == 1 ? " place that is" : " places that are") + " not " +
                        decoded.encoding + ", or NUL, became U+FFFD";
  if (decoded.first_bad_known) message += decoded.replaced == 1 ? ", at byte " : ", the first at byte ";
  if (decoded.first_bad_known) message += std::to_string(decoded.first_bad);
  notices.push_back({Notice::Kind::Warning, origin, std::move(message)});
}

struct BadLine {
  std::string message;
};

// The members of a line of JSON that khabar reads.
struct Member {
  std::string_view name;
  bool required;
  std::string Article::*text;  // null for the date
};
constexpr std::array<Member, 6> kMembers = {{{"id", true, &Article::id},
                                             {"text", true, &Article::text},
                                             {"title", false, &Article::title},
                                             {"published", false, nullptr},
                                             {"publisher", false, &Article::publisher},
                                             {"url", false, &Article::url}}};

std::string type_name(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY:
      return "an array";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::BOOL:
      return "a boolean";
    case dom::element_type::NULL_VALUE:
      return "null";
    case dom::element_type::STRING:
      return "a string";
    default:
      return "a number";
  }
}

class LineParser {
 public:
  // Fills `article` from a line of JSON and returns how many NULs were replaced; throws BadLine.
  std::size_t parse(std::string_view line, Article& article) {
    dom::element root;
    if (const auto error = parser_.parse(line.data(), line.size()).get(root); error != simdjson::SUCCESS)
      throw BadLine{std::string("broken JSON: ") + simdjson::error_message(error)};
    dom::object object;
    if (root.get(object) != simdjson::SUCCESS) throw BadLine{"not a JSON object but " + type_name(root.type())};
    std::array<bool, kMembers.size()> seen{};
    std::size_t replaced = 0;
    for (const auto field : object)
      for (std::size_t i = 0; i < kMembers.size(); ++i)
        if (field.key == kMembers[i].name) {
          if (std::exchange(seen[i], true)) throw BadLine{"member \"" + std::string(field.key) + "\" stands twice"};
          if (!kMembers[i].required && field.value.is_null()) continue;
          replaced += take(kMembers[i], field.value, article);
        }
    for (std::size_t i = 0; i < kMembers.size(); ++i)
      if (kMembers[i].required && !seen[i]) throw BadLine{"member \"" + std::string(kMembers[i].name) + "\" is missing"};
    if (article.id.empty()) throw BadLine{"member \"id\" is empty"};
    return replaced;
  }

 private:
  static std::size_t take(const Member& member, const dom::element& value, Article& article) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS)
      throw BadLine{"member \"" + std::string(member.name) + "\" must be a string, not " + type_name(value.type())};
    if (member.text != nullptr) {
      (article.*member.text).assign(text);
      return replace_nul(article.*member.text);
    }
    article.published = parse_day(text);
    if (!article.published)
      throw BadLine{"member \"published\" is no date (YYYY-MM-DD, 1900 to 2100): \"" + std::string(text.substr(0, 40)) + '"'};
    return 0;
  }

  dom::parser parser_;
};

}  // namespace

struct ArticleReader::Impl {
  Impl(std::vector<std::string> inputs_, ReadOptions options_) : inputs(std::move(inputs_)), options(std::move(options_)) {
    if (!options.encoding.empty()) check_encoding(options.encoding);
    if (std::count(inputs.begin(), inputs.end(), "-") > 1) throw UsageError("standard input (-) is named twice");
    std::error_code error;
    for (const auto& input : inputs) {
      const auto size = fs::is_regular_file(input, error) ? fs::file_size(input, error) : 0;
      if (size == 0 || error) {
        total = 0;
        break;
      }
      total += size;
    }
    if (options.id.empty()) return;
    if (inputs.size() != 1 || is_json_lines(inputs[0]) || fs::is_directory(inputs[0], error))
      throw UsageError("an id can be given only to a single text file or to standard input");
  }

  std::atomic<std::uint64_t> read{0};
  std::uint64_t total = 0;  // 0: not known

  void note_progress() { read.store(finished + (lines ? lines->bytes_read() : 0), std::memory_order_relaxed); }

  bool next(ReadItem& item) {
    for (;;) {
      item.article.reset();
      item.notices.clear();
      try {
        if (lines) {
          if (next_json(item)) return true;
          close_lines();
        } else if (next_source < sources.size()) {
          if (open(sources[next_source++], item)) return true;
        } else if (next_input < inputs.size()) {
          list(inputs[next_input++]);
        } else {
          return false;
        }
      } catch (const Unreadable& unreadable) {
        close_lines();
        item.article.reset();
        item.notices.assign(1, {Notice::Kind::Skipped, unreadable.name, unreadable.message});
        return true;
      }
    }
  }

 private:
  // An input that is skipped.
  struct Unreadable {
    std::string name, message;
  };

  // Runs `action`, turning what makes an input unreadable into Unreadable.
  template <typename Action>
  static auto reading(Action action) {
    try {
      return action();
    } catch (const InputError& error) {
      throw Unreadable{error.path, error.message};
    }
  }

  void close_lines() {
    if (lines) finished += lines->bytes_read();
    lines.reset();
  }

  void list(const std::string& input) {
    next_source = 0;
    sources.clear();
    std::error_code error;
    if (input == "-" || !fs::is_directory(input, error)) {
      sources.push_back({input, {}});
      return;
    }
    list_articles(input, sources);
    if (sources.empty()) throw Unreadable{input, "no articles (*.txt, *.jsonl) in this directory"};
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
  }

  // True when `item` holds an article.
  bool open(const Source& source, ReadItem& item) {
    const std::string& path = source.path;
    if (!source.problem.empty()) throw Unreadable{path, source.problem};
    ids.start_file(path == "-" ? "standard input" : path);
    auto bytes = reading([&] { return std::make_unique<ByteInput>(path); });
    const bool json = reading([&] { return path == "-" ? bytes->first_visible() == '{' : is_json_lines(path); });
    if (json) {
      if (!options.id.empty()) throw UsageError("an id can be given only to a single text, and standard input is JSON Lines");
      lines = std::move(bytes);
      line_number = 0;
      return false;
    }
    auto decoded = reading([&] { return decode(bytes->read_all(options.article_limit), bytes->name(), options.encoding); });
    finished += bytes->bytes_read();
    Article& article = item.article.emplace();
    article.id = !options.id.empty() ? options.id : path == "-" ? "stdin" : unpacked(path).stem().string();
    article.id = decode_name(article.id);
    article.origin = bytes->name();
    warn_of_replaced(decoded, article.origin, item.notices);
    article.text = std::move(decoded.text);
    finish(article);
    return true;
  }

  // A file's name may be any bytes; an id is text.
  static std::string decode_name(const std::string& name) { return decode(name, name, "UTF-8").text; }

  // True when `item` holds an article or a notice; false at the end of the file.
  bool next_json(ReadItem& item) {
    for (;;) {
      const auto status = next_line();
      if (status == ByteInput::LineStatus::End) return false;
      const std::string origin = at_line(lines->name(), ++line_number);
      try {
        if (status == ByteInput::LineStatus::TooLong)
          throw BadLine{"this line is longer than " + std::to_string(options.article_limit >> 20U) + " MiB"};
        if (parse_line(origin, item)) return true;
      } catch (const BadLine& bad) {
        item.article.reset();
        item.notices.assign(1, {Notice::Kind::Skipped, origin, bad.message});
        return true;
      }
    }
  }

  ByteInput::LineStatus next_line() {
    try {
      return lines->next_line(line, options.article_limit);
    } catch (const InputError& error) {
      throw Unreadable{error.path, line_number == 0 ? error.message : "after line " + std::to_string(line_number) + ": " + error.message};
    }
  }

  // False for a blank line.
  bool parse_line(const std::string& origin, ReadItem& item) {
    if (line_number == 1 && (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF")))
      throw BadLine{"JSON Lines must be UTF-8, not UTF-16"};
    if (line_number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.find_first_not_of(" \t\r") == std::string::npos) return false;
    const auto decoded = [&] {
      try {
        return decode(line, origin, options.encoding);
      } catch (const InputError& error) {
        throw BadLine{error.message};
      }
    }();
    warn_of_replaced(decoded, origin, item.notices);
    Article& article = item.article.emplace();
    if (const auto replaced = parser.parse(decoded.text, article); replaced > 0)
      item.notices.push_back(
          {Notice::Kind::Warning, origin, std::to_string(replaced) + (replaced == 1 ? " NUL" : " NULs") + " became U+FFFD"});
    article.origin = origin;
    finish(article);
    return true;
  }

  // What the options give, and the id's uniqueness.
  void finish(Article& article) {
    if (!article.published) article.published = options.published;
    if (article.publisher.empty()) article.publisher = options.publisher;
    if (const auto first = ids.add(article.id, lines ? line_number : 0))
      throw InputError(article.origin, 0, "the id '" + article.id + "' is already that of the article in " + *first);
  }

  std::vector<std::string> inputs;
  ReadOptions options;
  std::size_t next_input = 0;
  std::vector<Source> sources;  // of the input being read
  std::size_t next_source = 0;
  std::unique_ptr<ByteInput> lines;  // the JSON Lines being read
  std::uint64_t finished = 0;        // bytes of the files read before
  std::size_t line_number = 0;
  std::string line;
  LineParser parser;
  IdTable ids;
};

ArticleReader::ArticleReader(std::vector<std::string> inputs, ReadOptions options)
    : impl_(std::make_unique<Impl>(std::move(inputs), std::move(options))) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;

bool ArticleReader::next(ReadItem& item) {
  const bool more = impl_->next(item);
  impl_->note_progress();
  return more;
}

ArticleReader::Progress ArticleReader::progress() const { return {impl_->read.load(std::memory_order_relaxed), impl_->total}; }

std::optional<Day> parse_day(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&](std::size_t count, int& value) {
    if (text.size() - at < count) return false;
    value = 0;
    for (const auto end = at + count; at < end; ++at) {
      if (text[at] < '0' || text[at] > '9') return false;
      value = value * 10 + (text[at] - '0');
    }
    return true;
  };
  const auto character = [&](std::string_view allowed) {
    if (at == text.size() || allowed.find(text[at]) == std::string_view::npos) return false;
    ++at;
    return true;
  };
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  if (!digits(4, year) || !character("-") || !digits(2, month) || !character("-") || !digits(2, day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1900 || year > 2100) return std::nullopt;
  if (at == text.size()) return Day(date);

  if (!character("Tt ") || !digits(2, hour) || !character(":") || !digits(2, minute) || hour > 24 || minute > 59) return std::nullopt;
  if (character(":") && (!digits(2, second) || second > 60)) return std::nullopt;
  if (character(".,"))
    for (int ignored = 0; at < text.size() && digits(1, ignored);) continue;
  while (character(" ")) continue;
  if (at == text.size() || (character("Zz") && at == text.size())) return Day(date);
  if (!character("+-") || !digits(2, hour)) return std::nullopt;
  if (at < text.size()) character(":");
  if (at < text.size() && !digits(2, minute)) return std::nullopt;
  return at == text.size() ? std::optional(Day(date)) : std::nullopt;
}

}  // namespace khabar::document
