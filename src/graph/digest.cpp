// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/digest.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace khabar::graph {

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr) != 1) throw std::runtime_error("SHA-256 is not available in OpenSSL");
  std::string text;
  text.reserve(2UL * size);
  for (unsigned int i = 0; i < size; ++i) {
    constexpr char kDigits[] = "0123456789abcdef";
    text += kDigits[digest[i] >> 4U];
    text += kDigits[digest[i] & 15U];
  }
  return text;
}

std::string hash_hex(std::string_view bytes) { return sha256_hex(bytes).substr(0, 16); }

}  // namespace khabar::graph
