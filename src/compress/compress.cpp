// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "compress/compress.hpp"

#include "compress/methods.hpp"

#include <algorithm>
#include <array>

namespace khabar::compress {
namespace {

using namespace std::string_view_literals;

struct Row {
  Method method;
  std::string_view name, extension, magic;
};
constexpr std::array<Row, 3> kMethods = {{{Method::Gzip, "gzip", ".gz", "\x1F\x8B"sv},
                                          {Method::Zstd, "Zstandard", ".zst", "\x28\xB5\x2F\xFD"sv},
                                          {Method::Bzip2, "bzip2", ".bz2", "BZh"sv}}};
constexpr std::string_view kBzip2Block = "1AY&SY";                    // stands behind "BZh" and a digit
constexpr std::string_view kBzip2End = "\x17\x72\x45\x38\x50\x90"sv;  // of a stream that holds nothing

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

const Row* row_of_path(std::string_view path) {
  for (const auto& row : kMethods) {
    const auto size = row.extension.size();
    if (path.size() <= size) continue;
    const auto end = path.substr(path.size() - size);
    if (std::equal(end.begin(), end.end(), row.extension.begin(), [](char a, char b) { return lower(a) == b; })) return &row;
  }
  return nullptr;
}

}  // namespace

Method method_of_path(std::string_view path) {
  const auto* row = row_of_path(path);
  return row == nullptr ? Method::None : row->method;
}

std::string_view without_extension(std::string_view path) {
  const auto* row = row_of_path(path);
  return row == nullptr ? path : path.substr(0, path.size() - row->extension.size());
}

Method method_of_bytes(std::string_view first) {
  for (const auto& row : kMethods) {
    if (!first.starts_with(row.magic)) continue;
    if (row.method != Method::Bzip2) return row.method;
    // "BZh" could begin a text; what follows could not.
    const auto block = first.substr(std::min<std::size_t>(first.size(), 4));
    if (block.starts_with(kBzip2Block) || block.starts_with(kBzip2End)) return row.method;
  }
  return Method::None;
}

std::string_view method_name(Method method) {
  for (const auto& row : kMethods)
    if (row.method == method) return row.name;
  return "none";
}

std::unique_ptr<Decoder> make_decoder(Method method) {
  switch (method) {
    case Method::Gzip:
      return make_gzip_decoder();
    case Method::Zstd:
      return make_zstd_decoder();
    case Method::Bzip2:
      return make_bzip2_decoder();
    case Method::None:
      break;
  }
  return nullptr;
}

std::unique_ptr<Encoder> make_encoder(Method method) {
  switch (method) {
    case Method::Gzip:
      return make_gzip_encoder();
    case Method::Zstd:
      return make_zstd_encoder();
    case Method::Bzip2:
      return make_bzip2_encoder();
    case Method::None:
      break;
  }
  return nullptr;
}

}  // namespace khabar::compress
