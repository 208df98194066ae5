// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "compress/methods.hpp"

#include <bzlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <stdexcept>

namespace khabar::compress {
namespace {

constexpr int kLevel = 9;

unsigned piece(std::size_t size) { return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max())); }

class Bzip2Decoder final : public Decoder {
 public:
  Bzip2Decoder() { begin(); }
  ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&stream_); }

  std::size_t unpack(std::string_view& in, char* out, std::size_t size) override {
    const auto room = piece(size);
    stream_.next_out = out;
    stream_.avail_out = room;
    // What the library holds back comes out without new input.
    while (stream_.avail_out > 0) {
      if (complete_) {
        if (in.empty()) break;
        BZ2_bzDecompressEnd(&stream_);
        begin();
      }
      const auto given = piece(in.size());
      const auto before = stream_.avail_out;
      stream_.next_in = const_cast<char*>(in.data());
      stream_.avail_in = given;
      const int status = BZ2_bzDecompress(&stream_);
      in.remove_prefix(given - stream_.avail_in);
      if (status == BZ_MEM_ERROR) throw std::bad_alloc();
      if (status != BZ_OK && status != BZ_STREAM_END) throw std::runtime_error("damaged bzip2 data");
      complete_ = status == BZ_STREAM_END;
      if (!complete_ && given == stream_.avail_in && before == stream_.avail_out) break;
    }
    return room - stream_.avail_out;
  }

  bool complete() const override { return complete_; }

 private:
  void begin() {
    const auto next_out = stream_.next_out;
    const auto avail_out = stream_.avail_out;
    stream_ = {};
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
    stream_.next_out = next_out;
    stream_.avail_out = avail_out;
    complete_ = false;
  }

  bz_stream stream_{};
  bool complete_ = false;
};

class Bzip2Encoder final : public Encoder {
 public:
  Bzip2Encoder() {
    if (BZ2_bzCompressInit(&stream_, kLevel, 0, 0) != BZ_OK) throw std::bad_alloc();
  }
  ~Bzip2Encoder() override { BZ2_bzCompressEnd(&stream_); }

  void pack(std::string_view in, std::string& out) override {
    while (!in.empty()) {
      const auto given = piece(in.size());
      stream_.next_in = const_cast<char*>(in.data());
      stream_.avail_in = given;
      while (stream_.avail_in > 0) step(BZ_RUN, out);
      in.remove_prefix(given);
    }
  }

  void finish(std::string& out) override {
    while (step(BZ_FINISH, out) != BZ_STREAM_END) continue;
  }

 private:
  int step(int action, std::string& out) {
    const auto begin = out.size();
    out.resize(begin + kPackedPiece);
    stream_.next_out = out.data() + begin;
    stream_.avail_out = kPackedPiece;
    const int status = BZ2_bzCompress(&stream_, action);
    out.resize(out.size() - stream_.avail_out);
    return status;
  }

  bz_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> make_bzip2_decoder() { return std::make_unique<Bzip2Decoder>(); }
std::unique_ptr<Encoder> make_bzip2_encoder() { return std::make_unique<Bzip2Encoder>(); }

}  // namespace khabar::compress
