// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "lexicon/image.hpp"

#include "error.hpp"
#include "lexicon/tiny.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace khabar::lexicon {
namespace {

std::string refusal(std::vector<std::byte> bytes) {
  try {
    Lexicon::from_bytes(std::move(bytes), "test.kb");
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

template <typename Change>
std::vector<std::byte> with_header(Change change) {
  auto bytes = test::build_tiny();
  ImageHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  change(header);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

const std::string kRemedy = "; rebuild it with `khabar lexicon compile`";

TEST(Image, TwoBuildsAreEqual) {
  const auto bytes = test::build_tiny();
  EXPECT_EQ(bytes, test::build_tiny());
  EXPECT_EQ(Lexicon::from_bytes(bytes, "a").checksum(), Lexicon::from_bytes(test::build_tiny(), "b").checksum());
}

TEST(Image, TruncatedIsRefusedAtEveryLength) {
  const auto bytes = test::build_tiny();
  for (std::size_t size = 0; size < bytes.size(); size += size < 512 ? 7 : 997) {
    const auto why = refusal({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)});
    EXPECT_EQ(why, "test.kb: the knowledge image is truncated" + kRemedy) << size;
  }
}

TEST(Image, ForeignIsRefused) {
  std::vector<std::byte> text(4096, std::byte{'x'});
  EXPECT_EQ(refusal(text), "test.kb: not a knowledge image" + kRemedy);
  EXPECT_EQ(refusal(with_header([](ImageHeader& h) { h.order_mark = 0x04030201; })),
            "test.kb: the knowledge image was made on another kind of machine" + kRemedy);
}

TEST(Image, AnotherVersionIsRefusedByNumber) {
  const auto ours = std::to_string(ImageHeader{}.version);
  EXPECT_EQ(refusal(with_header([](ImageHeader& h) { h.version = 4711; })),
            "test.kb: the knowledge image has version 4711, this program reads " + ours + kRemedy);
}

TEST(Image, SectionsOutsideTheFileAreRefused) {
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    EXPECT_EQ(refusal(with_header([&](ImageHeader& h) { h.sections[i].count = ~std::uint64_t{0}; })),
              "test.kb: the knowledge image is damaged" + kRemedy);
    EXPECT_EQ(refusal(with_header([&](ImageHeader& h) { h.sections[i].offset = std::uint64_t{1} << 40U; })),
              "test.kb: the knowledge image is damaged" + kRemedy);
    EXPECT_EQ(refusal(with_header([&](ImageHeader& h) { h.sections[i].offset += 8; })),
              "test.kb: the knowledge image is damaged" + kRemedy);
  }
}

TEST(Image, EveryFlippedBitBehindTheHeaderIsSeen) {
  const auto bytes = test::build_tiny();
  for (std::size_t at = sizeof(ImageHeader); at < bytes.size(); at += 101) {
    auto damaged = bytes;
    damaged[at] ^= std::byte{0x10};
    ASSERT_EQ(refusal(damaged), "test.kb: the knowledge image is damaged (checksum)" + kRemedy) << at;
  }
}

// Also one that leaves a section inside the file.
TEST(Image, EveryFlippedBitOfTheSectionTableIsSeen) {
  const auto bytes = test::build_tiny();
  for (std::size_t at = offsetof(ImageHeader, sections); at < sizeof(ImageHeader); ++at) {
    auto damaged = bytes;
    damaged[at] ^= std::byte{0x01};
    const auto why = refusal(damaged);
    ASSERT_TRUE(why.starts_with("test.kb: the knowledge image is damaged")) << at << ": " << why;
  }
}

class ImageFile : public ::testing::Test {
 protected:
  ImageFile() : folder_(std::filesystem::temp_directory_path() / ("khabar-image-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~ImageFile() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::vector<std::byte>& bytes) const {
    const auto path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
  }

  static std::string refusal_of(const std::string& path) {
    try {
      Lexicon::from_file(path);
    } catch (const InputError& error) {
      return error.what();
    }
    return "accepted";
  }

  std::filesystem::path folder_;
};

TEST_F(ImageFile, AMappedImageIsTheSame) {
  const auto bytes = test::build_tiny();
  const auto mapped = Lexicon::from_file(write("good.kb", bytes));
  EXPECT_EQ(mapped.byte_count(), bytes.size());
  EXPECT_EQ(mapped.checksum(), test::tiny().checksum());
  EXPECT_EQ(test::look_up(mapped, "جيش الوادي"), "actor:ValleyArmy");
}

TEST_F(ImageFile, AMovedLexiconKeepsItsImage) {
  auto first = Lexicon::from_file(write("good.kb", test::build_tiny()));
  const auto second = std::move(first);
  EXPECT_EQ(test::look_up(second, "جيش الوادي"), "actor:ValleyArmy");
}

TEST_F(ImageFile, WhatIsNoImageFileIsRefused) {
  EXPECT_EQ(refusal_of((folder_ / "missing.kb").string()),
            (folder_ / "missing.kb").string() + ": cannot open the knowledge image: No such file or directory");
  EXPECT_EQ(refusal_of(folder_.string()), folder_.string() + ": cannot map the knowledge image (empty, or not a file)" + kRemedy);
  const auto empty = write("empty.kb", {});
  EXPECT_EQ(refusal_of(empty), empty + ": cannot map the knowledge image (empty, or not a file)" + kRemedy);
  auto bytes = test::build_tiny();
  bytes.resize(bytes.size() / 2);
  const auto half = write("half.kb", bytes);
  EXPECT_EQ(refusal_of(half), half + ": the knowledge image is truncated" + kRemedy);
}

}  // namespace
}  // namespace khabar::lexicon
