// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace khabar::graph {

// OpenSSL looks the algorithm up by name each time it is not given one that was fetched: done once for each object.
struct Sha256::Impl {
  Impl() : algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free), context(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (!algorithm || !context) throw std::runtime_error("SHA-256 is not available in OpenSSL");
    begin();
  }
  void begin() {
    if (EVP_DigestInit_ex(context.get(), algorithm.get(), nullptr) != 1) throw std::runtime_error("SHA-256 failed in OpenSSL");
  }

  std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> algorithm;
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context;
};

Sha256::Sha256() : impl_(std::make_unique<Impl>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  if (EVP_DigestUpdate(impl_->context.get(), bytes.data(), bytes.size()) != 1) throw std::runtime_error("SHA-256 failed in OpenSSL");
}

std::string Sha256::finish() {
  constexpr char kDigits[] = "0123456789abcdef";
  std::array<unsigned char, 32> digest{};
  if (EVP_DigestFinal_ex(impl_->context.get(), digest.data(), nullptr) != 1) throw std::runtime_error("SHA-256 failed in OpenSSL");
  impl_->begin();
  std::string text;
  text.reserve(2 * digest.size());
  for (const auto byte : digest) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  thread_local Sha256 sha256;
  sha256.update(bytes);
  return sha256.finish();
}

std::string hash_hex(std::string_view bytes) { return sha256_hex(bytes).substr(0, 16); }

}  // namespace khabar::graph
