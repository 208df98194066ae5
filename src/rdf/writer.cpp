// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/writer.hpp"

#include <algorithm>
#include <array>

#include "compress/compress.hpp"
#include "rdf/line_writer.hpp"
#include "rdf/turtle_writer.hpp"

namespace khabar::rdf {
namespace {

struct FormatRow {
  Format format;
  std::string_view name;
  std::string_view extension;
};

constexpr std::array<FormatRow, 4> kFormats{{
    {Format::Turtle, "turtle", "ttl"},
    {Format::NTriples, "ntriples", "nt"},
    {Format::TriG, "trig", "trig"},
    {Format::NQuads, "nquads", "nq"},
}};

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<Format> format_from_name(std::string_view name) {
  for (const auto& row : kFormats) {
    if (name == row.name || name == row.extension) return row.format;
  }
  return std::nullopt;
}

std::optional<Format> format_from_extension(std::string_view path) {
  path = compress::without_extension(path);
  const auto dot = path.find_last_of("./");
  if (dot == path.npos || path[dot] != '.') return std::nullopt;
  for (const auto& row : kFormats) {
    if (equal_ignoring_case(path.substr(dot + 1), row.extension)) return row.format;
  }
  return std::nullopt;
}

std::string_view format_name(Format format) { return kFormats[static_cast<std::size_t>(format)].name; }

std::unique_ptr<GraphWriter> make_writer(Format format, std::span<const Prefix> prefixes) {
  switch (format) {
    case Format::NTriples:
      return std::make_unique<LineWriter>(false);
    case Format::NQuads:
      return std::make_unique<LineWriter>(true);
    case Format::Turtle:
      return std::make_unique<TurtleWriter>(false, prefixes);
    case Format::TriG:
      break;
  }
  return std::make_unique<TurtleWriter>(true, prefixes);
}

std::string header(Format format, std::span<const Prefix> prefixes) {
  return format == Format::Turtle || format == Format::TriG ? turtle_header(prefixes) : std::string();
}

std::string serialize(std::span<const QuadRef> quads, Format format, std::span<const Prefix> prefixes) {
  const auto writer = make_writer(format, prefixes);
  for (const auto& quad : quads) writer->write(quad);
  writer->finish();
  return writer->take();
}

}  // namespace khabar::rdf
