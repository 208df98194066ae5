// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/graph.hpp"

#include "compress/compress.hpp"
#include "document/bytes.hpp"
#include "error.hpp"
#include "rdf/turtle_reader.hpp"

#include <algorithm>
#include <tuple>

namespace khabar::validate {
namespace {

constexpr std::size_t kPage = std::size_t{1} << 20U;
constexpr std::size_t kLongestLine = std::size_t{1} << 26U, kLongestText = std::size_t{1} << 36U;

std::size_t hash_of(const rdf::TermRef& term) {
  const std::hash<std::string_view> hash;
  return hash(term.value) * 31 + hash(term.datatype_or_lang) * 7 + static_cast<std::size_t>(term.kind);
}

auto object_first(const Triple& triple) { return std::tie(triple.o, triple.p, triple.s); }

// The run of elements of a sorted range whose key is `key`.
template <typename Key, typename Value>
std::span<const Triple> run_of(const std::vector<Triple>& sorted, const Value& value, Key key) {
  const auto begin = std::partition_point(sorted.begin(), sorted.end(), [&](const Triple& triple) { return key(triple) < value; });
  const auto end = std::partition_point(begin, sorted.end(), [&](const Triple& triple) { return key(triple) == value; });
  return {begin, end};
}

}  // namespace

std::size_t Terms::slot_of(const rdf::TermRef& term) const {
  std::size_t at = hash_of(term) & (slots_.size() - 1);
  while (slots_[at] != kNone && terms_[slots_[at]] != term) at = (at + 1) & (slots_.size() - 1);
  return at;
}

void Terms::grow() {
  slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, kNone);
  for (Id id = 0; id < terms_.size(); ++id) slots_[slot_of(terms_[id])] = id;
}

std::string_view Terms::keep(std::string_view text) {
  if (pages_.empty() || pages_.back().capacity() - pages_.back().size() < text.size())
    pages_.emplace_back().reserve(std::max(kPage, text.size()));
  auto& page = pages_.back();
  const auto at = page.size();
  page += text;
  return std::string_view(page).substr(at);
}

Id Terms::intern(const rdf::TermRef& term) {
  if ((terms_.size() + 1) * 4 > slots_.size() * 3) grow();
  const auto at = slot_of(term);
  if (slots_[at] != kNone) return slots_[at];
  if (terms_.size() == kNone) throw Error("more than four thousand million terms: validate fewer files at a time");
  auto datatype = datatypes_.find(term.datatype_or_lang);
  if (datatype == datatypes_.end()) datatype = datatypes_.emplace(term.datatype_or_lang).first;
  terms_.push_back({term.kind, keep(term.value), *datatype});
  return slots_[at] = static_cast<Id>(terms_.size() - 1);
}

Id Terms::find(const rdf::TermRef& term) const { return slots_.empty() ? kNone : slots_[slot_of(term)]; }

void Graph::add_file(const std::filesystem::path& path) {
  const auto name = path.string();
  const auto plain = std::string(compress::without_extension(name));
  if (plain == name) {
    begin_file(name);
    rdf::read_quads(path, [this](const rdf::QuadRef& quad, std::size_t line) { add(quad, line); });
    return;
  }
  const auto format = rdf::format_from_extension(plain);
  if (!format) throw UsageError(name + ": unknown RDF format; name it .ttl, .nt, .trig or .nq before the " + name.substr(plain.size()));
  begin_file(name);
  add_packed(name, *format);
}

// Statements on lines of their own are read in pieces; of the other formats the whole text must be in memory.
void Graph::add_packed(const std::string& name, rdf::Format format) {
  document::ByteInput input(name);
  if (format == rdf::Format::Turtle || format == rdf::Format::TriG) {
    const auto text = input.read_all(kLongestText);
    rdf::read_quads(text, name, format, [this](const rdf::QuadRef& quad, std::size_t line) { add(quad, line); });
    return;
  }
  std::string piece, line;
  std::size_t before = 0, lines = 0;  // those before this piece, and all
  for (bool at_end = false; !at_end;) {
    const auto status = input.next_line(line, kLongestLine);
    at_end = status == document::ByteInput::LineStatus::End;
    if (status == document::ByteInput::LineStatus::TooLong) throw InputError(name, lines + 1, "a line of more than 64 MiB");
    if (!at_end) piece.append(line).append(1, '\n'), ++lines;
    if (!at_end && piece.size() < kPage) continue;
    try {
      rdf::read_quads(piece, name, format, [&](const rdf::QuadRef& quad, std::size_t at) { add(quad, before + at); });
    } catch (const InputError& error) {
      throw InputError(name, before + error.line, error.message);
    }
    piece.clear();
    before = lines;
  }
}

void Graph::begin_file(const std::string& name) {
  files_.push_back(name);
  counts_.push_back(0);
}

void Graph::add_text(std::string_view text, const std::string& name, rdf::Format format) {
  begin_file(name);
  rdf::read_quads(text, name, format, [this](const rdf::QuadRef& quad, std::size_t line) { add(quad, line); });
}

// A blank node is one of its file.
Id Graph::intern(const rdf::TermRef& term) {
  if (term.kind != rdf::TermKind::Blank) return terms_.intern(term);
  const auto label = std::to_string(files_.size()) + '.' + std::string(term.value);
  return terms_.intern({rdf::TermKind::Blank, label, {}});
}

void Graph::add(const rdf::QuadRef& quad, std::size_t line) {
  ++counts_.back();
  if (wanted_ && !wanted_(quad)) return;
  const Triple triple{intern(quad.s), intern(quad.p), intern(quad.o)};
  statements_.push_back({triple, quad.graph.empty() ? kNone : terms_.intern(rdf::iri(quad.graph))});
  if (triple.s >= places_.size()) places_.resize(terms_.size());
  auto& place = places_[triple.s];
  if (place.line == 0) place = {static_cast<std::uint32_t>(files_.size() - 1), static_cast<std::uint32_t>(line)};
}

void Graph::finish() {
  statement_count_ = statements_.size();
  std::sort(statements_.begin(), statements_.end());
  std::vector<bool> is_graph(terms_.size());
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    const auto& [triple, graph] = statements_[i];
    if (graph != kNone && !is_graph[graph]) is_graph[graph] = true, ++graph_count_;
    if (i > 0 && statements_[i - 1] == statements_[i]) repeated_.push_back(triple);
    if (triples_.empty() || triples_.back() != triple) triples_.push_back(triple);
  }
  std::vector<Statement>().swap(statements_);
  by_object_ = triples_;
  std::sort(by_object_.begin(), by_object_.end(), [](const Triple& a, const Triple& b) { return object_first(a) < object_first(b); });
}

std::span<const Triple> Graph::about(Id subject) const {
  return run_of(triples_, subject, [](const Triple& triple) { return triple.s; });
}

std::span<const Triple> Graph::about(Id subject, Id predicate) const {
  return run_of(triples_, std::tuple(subject, predicate), [](const Triple& triple) { return std::tuple(triple.s, triple.p); });
}

std::span<const Triple> Graph::pointing(Id object, Id predicate) const {
  return run_of(by_object_, std::tuple(object, predicate), [](const Triple& triple) { return std::tuple(triple.o, triple.p); });
}

bool Graph::has(const Triple& triple) const { return std::binary_search(triples_.begin(), triples_.end(), triple); }

std::string Graph::where(Id subject) const {
  const auto [file, line] = place_of(subject);
  return line == 0 ? files_[file] : files_[file] + ':' + std::to_string(line);
}

}  // namespace khabar::validate
