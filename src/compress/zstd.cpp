// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "compress/methods.hpp"

#include <zstd.h>

#include <new>
#include <stdexcept>

namespace khabar::compress {
namespace {

constexpr int kLevel = 3;

class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
  }
  ~ZstdDecoder() override { ZSTD_freeDCtx(context_); }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;

  std::size_t unpack(std::string_view& in, char* out, std::size_t size) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, size, 0};
    // What the library holds back comes out without new input.
    while (to.pos < to.size) {
      if (complete_ && from.pos == from.size) break;
      const auto taken = from.pos, written = to.pos;
      const auto status = ZSTD_decompressStream(context_, &to, &from);
      if (ZSTD_isError(status) != 0U) throw std::runtime_error("damaged Zstandard data");
      complete_ = status == 0;
      if (!complete_ && from.pos == taken && to.pos == written) break;
    }
    in.remove_prefix(from.pos);
    return to.pos;
  }

  bool complete() const override { return complete_; }

 private:
  ZSTD_DCtx* context_;
  bool complete_ = false;
};

class ZstdEncoder final : public Encoder {
 public:
  ZstdEncoder() : context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ~ZstdEncoder() override { ZSTD_freeCCtx(context_); }
  ZstdEncoder(const ZstdEncoder&) = delete;
  ZstdEncoder& operator=(const ZstdEncoder&) = delete;

  void pack(std::string_view in, std::string& out) override { run(in, ZSTD_e_continue, out); }
  void finish(std::string& out) override { run({}, ZSTD_e_end, out); }

 private:
  void run(std::string_view in, ZSTD_EndDirective directive, std::string& out) {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    for (bool done = false; !done;) {
      const auto begin = out.size();
      out.resize(begin + kPackedPiece);
      ZSTD_outBuffer to{out.data() + begin, kPackedPiece, 0};
      const auto left = ZSTD_compressStream2(context_, &to, &from, directive);
      out.resize(begin + to.pos);
      if (ZSTD_isError(left) != 0U) throw std::runtime_error(ZSTD_getErrorName(left));
      done = directive == ZSTD_e_end ? left == 0 : from.pos == from.size;
    }
  }

  ZSTD_CCtx* context_;
};

}  // namespace

std::unique_ptr<Decoder> make_zstd_decoder() { return std::make_unique<ZstdDecoder>(); }
std::unique_ptr<Encoder> make_zstd_encoder() { return std::make_unique<ZstdEncoder>(); }

}  // namespace khabar::compress
