// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace khabar::graph {
namespace {

// OpenSSL looks the algorithm up by name each time it is not given one that was fetched: done once; and a context for each thread.
class Sha256 {
 public:
  Sha256() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free), context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (!algorithm_ || !context_) throw std::runtime_error("SHA-256 is not available in OpenSSL");
  }
  std::array<unsigned char, 32> operator()(std::string_view bytes) const {
    std::array<unsigned char, 32> digest{};
    if (EVP_DigestInit_ex(context_.get(), algorithm_.get(), nullptr) != 1 ||
        EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) != 1 ||
        EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr) != 1)
      throw std::runtime_error("SHA-256 failed in OpenSSL");
    return digest;
  }

 private:
  std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> algorithm_;
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  thread_local const Sha256 sha256;
  std::string text;
  text.reserve(64);
  for (const auto byte : sha256(bytes)) {
    constexpr char kDigits[] = "0123456789abcdef";
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

std::string hash_hex(std::string_view bytes) { return sha256_hex(bytes).substr(0, 16); }

}  // namespace khabar::graph
