// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "compress/methods.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <stdexcept>

namespace khabar::compress {
namespace {

constexpr int kGzip = 15 + 16;  // the largest window, with gzip's header and checksum
constexpr int kLevel = 6;
constexpr int kMemory = 8;

uInt piece(std::size_t size) { return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max())); }

// zlib takes no const; it does not write there.
Bytef* bytes(const char* in) { return reinterpret_cast<Bytef*>(const_cast<char*>(in)); }

class GzipDecoder final : public Decoder {
 public:
  GzipDecoder() {
    if (inflateInit2(&stream_, kGzip) != Z_OK) throw std::bad_alloc();
  }
  ~GzipDecoder() override { inflateEnd(&stream_); }

  std::size_t unpack(std::string_view& in, char* out, std::size_t size) override {
    const auto room = piece(size);
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = room;
    while (!in.empty() && stream_.avail_out > 0) {
      if (complete_ && inflateReset(&stream_) != Z_OK) throw std::runtime_error("damaged gzip data");
      complete_ = false;
      const auto given = piece(in.size());
      stream_.next_in = bytes(in.data());
      stream_.avail_in = given;
      const int status = inflate(&stream_, Z_NO_FLUSH);
      in.remove_prefix(given - stream_.avail_in);
      if (status == Z_MEM_ERROR) throw std::bad_alloc();
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) throw std::runtime_error("damaged gzip data");
      complete_ = status == Z_STREAM_END;
    }
    return room - stream_.avail_out;
  }

  bool complete() const override { return complete_; }

 private:
  z_stream stream_{};
  bool complete_ = false;
};

class GzipEncoder final : public Encoder {
 public:
  GzipEncoder() {
    if (deflateInit2(&stream_, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  ~GzipEncoder() override { deflateEnd(&stream_); }

  void pack(std::string_view in, std::string& out) override {
    while (!in.empty()) {
      const auto given = piece(in.size());
      stream_.next_in = bytes(in.data());
      stream_.avail_in = given;
      while (stream_.avail_in > 0) step(Z_NO_FLUSH, out);
      in.remove_prefix(given);
    }
  }

  void finish(std::string& out) override {
    while (step(Z_FINISH, out) != Z_STREAM_END) continue;
  }

 private:
  int step(int flush, std::string& out) {
    const auto begin = out.size();
    out.resize(begin + kPackedPiece);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + begin);
    stream_.avail_out = kPackedPiece;
    const int status = deflate(&stream_, flush);
    out.resize(out.size() - stream_.avail_out);
    return status;
  }

  z_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> make_gzip_decoder() { return std::make_unique<GzipDecoder>(); }
std::unique_ptr<Encoder> make_gzip_encoder() { return std::make_unique<GzipEncoder>(); }

}  // namespace khabar::compress
