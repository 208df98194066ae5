// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Bytes come in, UTF-8 goes out. UTF-8 and UTF-16 are decoded here, so that the place of the first bad byte is known; simdjson says
// quickly that there is none; ICU converts the rest and judges bytes that are neither.
#include "document/decode.hpp"

#include "error.hpp"
#include "rdf/utf8.hpp"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace khabar::document {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kJudged = std::size_t{1} << 18U;  // bytes that are enough to tell an encoding
constexpr int kLeastConfidence = 10;                    // of ICU's detector, of 100

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

void mark_bad(Decoded& out, std::size_t at) {
  if (out.replaced++ == 0) {
    out.first_bad = at;
    out.first_bad_known = true;
  }
  out.text += kReplacement;
}

// How many bytes from `at` one U+FFFD stands for: the longest beginning of a well-formed sequence, at least one byte.
std::size_t ill_formed_length(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  std::size_t tails = 0;
  unsigned char low = 0x80, high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    tails = 1;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    tails = 2;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    tails = 3;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  }
  std::size_t length = 1;
  for (; length <= tails && at + length < bytes.size(); ++length, low = 0x80, high = 0xBF)
    if (byte_at(bytes, at + length) < low || byte_at(bytes, at + length) > high) break;
  return length;
}

void decode_utf8(std::string_view bytes, Decoded& out) {
  out.encoding = "UTF-8";
  std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (bytes.find('\0') == std::string_view::npos && simdjson::validate_utf8(bytes.data(), bytes.size())) {
    out.text = bytes.substr(at);
    return;
  }
  out.text.reserve(bytes.size());
  for (std::size_t good = at; at < bytes.size();) {
    char32_t code_point = 0;
    const std::size_t length = rdf::decode_utf8(bytes, at, code_point);
    if (length != 0 && code_point != 0) {
      at += length;
      if (at < bytes.size()) continue;
    }
    out.text.append(bytes, good, at - good);
    if (at == bytes.size()) break;
    mark_bad(out, at);
    at += length == 0 ? ill_formed_length(bytes, at) : length;
    good = at;
  }
}

void append_utf8(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += {static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
  } else if (c < 0x10000) {
    text += {static_cast<char>(0xE0U | c >> 12U), static_cast<char>(0x80U | (c >> 6U & 0x3FU)), static_cast<char>(0x80U | (c & 0x3FU))};
  } else {
    text += {static_cast<char>(0xF0U | c >> 18U), static_cast<char>(0x80U | (c >> 12U & 0x3FU)),
             static_cast<char>(0x80U | (c >> 6U & 0x3FU)), static_cast<char>(0x80U | (c & 0x3FU))};
  }
}

void decode_utf16(std::string_view bytes, bool little, Decoded& out) {
  out.encoding = little ? "UTF-16LE" : "UTF-16BE";
  out.text.reserve(bytes.size());
  const auto unit = [&](std::size_t at) {
    const char32_t first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    return little ? second << 8U | first : first << 8U | second;
  };
  std::size_t at = bytes.size() >= 2 && unit(0) == 0xFEFF ? 2 : 0;
  for (; at + 2 <= bytes.size(); at += 2) {
    const char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 4 <= bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      append_utf8(out.text, 0x10000 + ((c - 0xD800) << 10U) + (unit(at + 2) - 0xDC00));
      at += 2;
    } else if (c == 0 || (c >= 0xD800 && c < 0xE000)) {
      mark_bad(out, at);
    } else {
      append_utf8(out.text, c);
    }
  }
  if (at < bytes.size()) mark_bad(out, at);
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  // ICU would take an empty or NULL name for the machine's own encoding.
  Converter converter(encoding.empty() ? nullptr : ucnv_open(encoding.c_str(), &error), ucnv_close);
  if (!converter || U_FAILURE(error))
    throw UsageError("unknown encoding '" + encoding + "'; known are UTF-8, UTF-16, windows-1256, ISO-8859-6 and all other names of ICU");
  return converter;
}

// The name that all names of one encoding share.
std::string canonical_name(const UConverter* converter) {
  UErrorCode error = U_ZERO_ERROR;
  const char* name = ucnv_getName(converter, &error);
  return U_SUCCESS(error) && name != nullptr ? name : "";
}

void decode_other(std::string_view bytes, const std::string& encoding, Decoded& out) {
  const Converter converter = open_converter(encoding);
  UErrorCode error = U_ZERO_ERROR;
  out.encoding = encoding;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), error);
  if (U_FAILURE(error)) throw Error("ICU cannot decode " + encoding + ": " + u_errorName(error));
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto c = static_cast<char32_t>(text.char32At(at));
    if (c == 0xFFFD || c == 0 || (c >= 0xD800 && c < 0xE000)) {
      ++out.replaced;
      out.text += kReplacement;
    } else {
      append_utf8(out.text, c);
    }
  }
}

// What the bytes are like when read as UTF-8.
struct Census {
  std::size_t bytes = 0, controls = 0, good_sequences = 0, bad_sequences = 0, bad_bytes = 0;
};

bool is_odd_control(unsigned char c) {
  // without branches, so that the compiler counts many at a time; 9 to 13 are white space
  return static_cast<bool>((static_cast<unsigned>(c < 0x20) & static_cast<unsigned>(static_cast<unsigned char>(c - '\t') > 4) &
                            static_cast<unsigned>(c != 0x1B)) |
                           static_cast<unsigned>(c == 0x7F));
}

Census count(std::string_view bytes) {
  Census census;
  census.bytes = bytes.size();
  for (std::size_t at = 0; at < bytes.size();) {
    char32_t code_point = 0;
    std::size_t length = rdf::decode_utf8(bytes, at, code_point);
    if (length == 0) {
      length = ill_formed_length(bytes, at);
      ++census.bad_sequences;
      census.bad_bytes += length;
    } else if (length == 1) {
      census.controls += is_odd_control(byte_at(bytes, at));
    } else {
      ++census.good_sequences;
    }
    at += length;
  }
  return census;
}

// The Arabic one-byte encoding that ICU's detector finds most likely, or nothing.
std::string detect_arabic(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  std::int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &error);
  if (U_FAILURE(error)) return {};
  std::int32_t best = 0;  // the matches come with falling confidence
  for (std::int32_t i = 0; i < found; ++i) {
    std::string name = ucsdet_getName(matches[i], &error);
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &error);
    best = std::max(best, confidence);
    if (U_FAILURE(error) || confidence < kLeastConfidence || confidence * 2 < best) break;
    if (name == "windows-1256" || name == "ISO-8859-6") return name;
  }
  return {};
}

[[noreturn]] void refuse_binary(std::string_view name) {
  throw InputError(name, 0, "this is not text; if it is, say in which encoding with --encoding");
}

void decode_detected(std::string_view bytes, std::string_view name, Decoded& out) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) {  // nearly always, and fast
    const auto controls = static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return is_odd_control(static_cast<unsigned char>(c)); }));
    if (controls * 10 > bytes.size() * 3) refuse_binary(name);
    decode_utf8(bytes, out);
    return;
  }
  const auto sample = bytes.substr(0, kJudged);
  const Census census = count(sample);
  if ((census.controls + census.bad_bytes) * 10 > census.bytes && census.bad_sequences > census.good_sequences &&
      census.controls * 50 < census.bytes) {
    if (const auto encoding = detect_arabic(sample); !encoding.empty()) {
      decode_other(bytes, encoding, out);
      return;
    }
  }
  if ((census.controls + census.bad_bytes) * 10 > census.bytes * 3) refuse_binary(name);
  decode_utf8(bytes, out);
}

}  // namespace

void check_encoding(const std::string& encoding) { open_converter(encoding); }

Decoded decode(std::string_view bytes, std::string_view name, const std::string& encoding) {
  Decoded out;
  if (encoding.empty()) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
      decode_utf8(bytes, out);
    else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
      decode_utf16(bytes, bytes[0] == '\xFF', out);
    else
      decode_detected(bytes, name, out);
    return out;
  }
  const auto known = canonical_name(open_converter(encoding).get());
  if (known == "UTF-8")
    decode_utf8(bytes, out);
  else if (known == "UTF-16LE" || known == "UTF-16BE")
    decode_utf16(bytes, known == "UTF-16LE", out);
  else if (known.starts_with("UTF-16"))  // a byte order mark decides, big-endian without one
    decode_utf16(bytes, bytes.starts_with("\xFF\xFE"), out);
  else
    decode_other(bytes, encoding, out);
  return out;
}

}  // namespace khabar::document
