// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// gzip (RFC 1952), whole members in memory. A file is any number of members one behind the other; every reader of gzip takes them as
// one text. The same bytes in give the same bytes out.
namespace khabar::compress {

// One member.
std::string gzip(std::string_view bytes);

// All members of a file. Throws Error when they are damaged or cut off; `expected` is the size of the text if it is known.
std::string gunzip(std::string_view members, std::size_t expected = 0);

// The first member of `bytes`; `taken` becomes its size. Throws Error.
std::string gunzip_member(std::string_view bytes, std::size_t& taken);

// CRC-32 as gzip has it; for what is not compressed.
std::uint32_t crc32(std::string_view bytes);

}  // namespace khabar::compress
