// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/tsv.hpp"

#include "error.hpp"

#include <algorithm>
#include <charconv>

namespace khabar::job {
namespace {

constexpr std::string_view kBefore = "/article/", kBehind = "/graph";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string_view cut(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const auto first = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  return first;
}

std::string lines_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) {
    const auto begin = text.size();
    text += line;
    std::replace(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), '\n', ' ');
    text += '\n';
  }
  return text;
}

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) throw Error("'" + std::string(digits) + "' is no number");
  return number;
}

std::string day_text(document::Day day) {
  const std::chrono::year_month_day ymd(day);
  const auto padded = [](unsigned value, std::size_t width) {
    auto digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(static_cast<unsigned>(int(ymd.year())), 4) + '-' + padded(unsigned(ymd.month()), 2) + '-' + padded(unsigned(ymd.day()), 2);
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0) throw Error("'" + std::string(text) + "' is badly encoded");
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

std::string id_in_graph(std::string_view graph) {
  const auto begin = graph.rfind(kBefore);
  if (begin == graph.npos || !graph.ends_with(kBehind) || begin + kBefore.size() > graph.size() - kBehind.size())
    throw Error("'" + std::string(graph) + "' is no article's graph");
  graph.remove_suffix(kBehind.size());
  graph.remove_prefix(begin + kBefore.size());
  return percent_decoded(graph);
}

std::string csv_cell(std::string_view text) {
  std::string cell;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') cell += '"';
    quoted = quoted || c == '"' || c == ',';
    cell += c == '\n' || c == '\r' ? ' ' : c;
  }
  return quoted ? '"' + cell + '"' : cell;
}

std::string json_string(std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string json = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json.append(1, '\\').append(1, c);
    } else if (byte < 0x20) {
      json.append("\\u00").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
    } else {
      json += c;
    }
  }
  return json + '"';
}

}  // namespace khabar::job
