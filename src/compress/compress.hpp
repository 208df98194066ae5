// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

// gzip, Zstandard and bzip2, as streams: bytes in, bytes out, in bounded memory. The only code that knows zlib, libzstd and
// libbz2; with members.hpp, libdeflate.
namespace khabar::compress {

enum class Method { None, Gzip, Zstd, Bzip2 };

// By a path's last extension (.gz .zst .bz2, any case).
Method method_of_path(std::string_view path);

// The path without the extension that says the compression: "a.jsonl" for "a.jsonl.gz".
std::string_view without_extension(std::string_view path);

// By a stream's first bytes; kMagicSize of them are enough.
constexpr std::size_t kMagicSize = 10;
Method method_of_bytes(std::string_view first);

// "gzip", "Zstandard", "bzip2".
std::string_view method_name(Method method);

// Unpacks a stream, which may be several in a row, as `cat a.gz b.gz` makes them.
class Decoder {
 public:
  virtual ~Decoder() = default;

  // Takes from `in` what it can use and writes to [out, out + size); returns how much. Nothing written means that more input is wanted.
  // Throws std::runtime_error with a reason ("damaged gzip data") for what is not such a stream or fails its checksum.
  virtual std::size_t unpack(std::string_view& in, char* out, std::size_t size) = 0;

  // Whether the input may end here: behind the end of a stream, with nothing taken of a next one.
  virtual bool complete() const = 0;
};

// Packs a stream. The same bytes in the same calls give the same bytes, on every machine: no name and no time is stored.
class Encoder {
 public:
  virtual ~Encoder() = default;

  // Both append to `out`; after finish() the stream is complete.
  virtual void pack(std::string_view in, std::string& out) = 0;
  virtual void finish(std::string& out) = 0;
};

// Null for Method::None.
std::unique_ptr<Decoder> make_decoder(Method method);
std::unique_ptr<Encoder> make_encoder(Method method);

}  // namespace khabar::compress
