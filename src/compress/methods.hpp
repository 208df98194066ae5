// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "compress/compress.hpp"

// One file for each library.
namespace khabar::compress {

constexpr std::size_t kPackedPiece = std::size_t{1} << 16U;  // output is appended in pieces of this size

std::unique_ptr<Decoder> make_gzip_decoder();
std::unique_ptr<Encoder> make_gzip_encoder();
std::unique_ptr<Decoder> make_zstd_decoder();
std::unique_ptr<Encoder> make_zstd_encoder();
std::unique_ptr<Decoder> make_bzip2_decoder();
std::unique_ptr<Encoder> make_bzip2_encoder();

}  // namespace khabar::compress
