// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// From the bytes of a file to text.
namespace khabar::document {

struct Decoded {
  std::string text;              // valid UTF-8 without NUL and without the byte order mark
  std::string encoding;          // what the bytes were taken for: "UTF-8", "UTF-16LE", "windows-1256", ...
  std::size_t replaced = 0;      // how many U+FFFD stand for bytes that mean nothing in the encoding, and for NUL
  std::size_t first_bad = 0;     // where the first of them stands, in bytes of the input; only when replaced > 0
  bool first_bad_known = false;  // converters of other encodings than UTF-8 and UTF-16 do not tell the place of bad bytes
};

// Decodes `bytes` as `encoding` (any name ICU knows) or, when that is empty, as what they are: a byte order mark decides; bytes that
// are UTF-8 but for a few are UTF-8; else windows-1256 or ISO-8859-6, if ICU's detector finds Arabic in one of them; else UTF-8.
// Offsets are kept as an editor would see them: nothing is normalised, CRLF stays two characters.
//
// Throws UsageError for an unknown encoding, and InputError naming `name` for bytes that are mostly no text.
Decoded decode(std::string_view bytes, std::string_view name, const std::string& encoding = {});

// Throws UsageError when ICU knows no such encoding.
void check_encoding(const std::string& encoding);

}  // namespace khabar::document
