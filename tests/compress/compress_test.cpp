// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "compress/compress.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace khabar::compress {
namespace {

constexpr Method kAll[] = {Method::Gzip, Method::Zstd, Method::Bzip2};

std::string pack(Method method, std::string_view text, std::size_t piece = 1000) {
  std::string packed;
  const auto encoder = make_encoder(method);
  for (std::size_t at = 0; at < text.size(); at += piece) encoder->pack(text.substr(at, piece), packed);
  encoder->finish(packed);
  return packed;
}

struct Unpacked {
  std::string text;
  bool complete = false;
};

// Hands over `in` bytes at a time and takes `out` at a time.
Unpacked unpack(Method method, std::string_view packed, std::size_t in = 4096, std::size_t out = 4096) {
  Unpacked result;
  std::string room(out, '\0');
  const auto decoder = make_decoder(method);
  while (!packed.empty()) {
    auto piece = packed.substr(0, in);
    packed.remove_prefix(piece.size());
    while (const auto count = decoder->unpack(piece, room.data(), room.size())) result.text.append(room, 0, count);
    EXPECT_TRUE(piece.empty());
  }
  result.complete = decoder->complete();
  return result;
}

std::string varied_text() {
  std::string text;
  for (std::uint32_t i = 0, state = 1; i < 60'000; ++i) {
    state = state * 1664525U + 1013904223U;
    text += static_cast<char>(i % 1000 < 500 ? state >> 24U : 'a' + i % 7);
  }
  return text;
}

TEST(Compress, GivesBackWhatWasPacked) {
  const auto text = varied_text();
  for (const auto method : kAll)
    for (const auto& wanted : {std::string(), std::string("x"), text}) {
      const auto packed = pack(method, wanted);
      EXPECT_EQ(method_of_bytes(packed), method) << method_name(method);
      for (const std::size_t in : {1, 7, 100'000})
        for (const std::size_t out : {1, 13, 100'000}) {
          const auto found = unpack(method, packed, in, out);
          EXPECT_TRUE(found.complete) << method_name(method) << ' ' << in << ' ' << out;
          EXPECT_EQ(found.text, wanted) << method_name(method) << ' ' << in << ' ' << out;
        }
    }
}

TEST(Compress, ReadsStreamsInARow) {
  const auto text = varied_text();
  for (const auto method : kAll) {
    const auto found = unpack(method, pack(method, text) + pack(method, {}) + pack(method, "end"));
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(found.text, text + "end");
  }
}

TEST(Compress, KnowsWhatIsCutOff) {
  const auto text = varied_text();
  for (const auto method : kAll) {
    const auto packed = pack(method, text);
    for (const auto size : {std::size_t{0}, std::size_t{5}, packed.size() / 2, packed.size() - 1}) {
      const auto found = unpack(method, std::string_view(packed).substr(0, size));
      EXPECT_FALSE(found.complete) << method_name(method) << ' ' << size;
      EXPECT_TRUE(text.starts_with(found.text));
    }
    EXPECT_FALSE(unpack(method, packed + packed.substr(0, 9)).complete);
  }
}

TEST(Compress, RefusesDamage) {
  for (const auto method : kAll) {
    auto packed = pack(method, varied_text());
    EXPECT_THROW(unpack(method, packed + "rubbish behind it"), std::runtime_error) << method_name(method);
    auto& middle = packed[packed.size() / 2];
    middle = static_cast<char>(middle ^ 0x55);
    EXPECT_THROW(unpack(method, packed), std::runtime_error) << method_name(method);
    EXPECT_THROW(unpack(method, "plain text is no archive"), std::runtime_error) << method_name(method);
  }
}

TEST(Compress, SaysTheMethod) {
  struct Row {
    std::string_view path, without;
    Method method;
  };
  for (const auto& [path, without, method] :
       {Row{"a.jsonl.gz", "a.jsonl", Method::Gzip}, Row{"d.gz/a.NQ.GZ", "d.gz/a.NQ", Method::Gzip}, Row{"a.zst", "a", Method::Zstd},
        Row{"a.bz2", "a", Method::Bzip2}, Row{"d.gz/a.nq", "d.gz/a.nq", Method::None}, Row{".gz", ".gz", Method::None}}) {
    EXPECT_EQ(method_of_path(path), method) << path;
    EXPECT_EQ(without_extension(path), without);
  }
  EXPECT_EQ(method_of_bytes("BZhar is a town"), Method::None);
  EXPECT_EQ(method_of_bytes({}), Method::None);
  EXPECT_EQ(make_decoder(Method::None), nullptr);
  EXPECT_EQ(make_encoder(Method::None), nullptr);
}

}  // namespace
}  // namespace khabar::compress
