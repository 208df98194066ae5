// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

// RDF terms and statements as plain records, and the rules for what may stand in them.
//
// TermRef and QuadRef are views: whoever makes them keeps the bytes alive. The graph stage points them into its arena, the reader
// into buffers that live as long as the callback runs. Term and Quad own their text.
namespace khabar::rdf {

inline constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view kRdfLangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
inline constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view kXsdString = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view kXsdInteger = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view kXsdNonNegativeInteger = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
inline constexpr std::string_view kXsdDecimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view kXsdBoolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view kXsdDate = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view kXsdDateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view kWktLiteral = "http://www.opengis.net/ont/geosparql#wktLiteral";

enum class TermKind : std::uint8_t {
  Iri,
  Blank,        // label without "_:"; read from files, never written by khabar
  Literal,      // datatype_or_lang is the datatype's IRI; empty is xsd:string, and xsd:string is always given as empty by the reader
  LangLiteral,  // datatype_or_lang is the language tag
};

struct TermRef {
  TermKind kind = TermKind::Iri;
  std::string_view value;
  std::string_view datatype_or_lang = {};

  friend bool operator==(const TermRef&, const TermRef&) = default;
  friend auto operator<=>(const TermRef&, const TermRef&) = default;
};

inline TermRef iri(std::string_view value) { return {TermKind::Iri, value, {}}; }
inline TermRef literal(std::string_view value) { return {TermKind::Literal, value, {}}; }
inline TermRef typed(std::string_view value, std::string_view datatype) { return {TermKind::Literal, value, datatype}; }
inline TermRef tagged(std::string_view value, std::string_view lang) { return {TermKind::LangLiteral, value, lang}; }

// A statement; an empty graph is the default graph. Sorted by graph, subject, predicate, object, bytewise.
struct QuadRef {
  TermRef s, p, o;
  std::string_view graph = {};

  friend bool operator==(const QuadRef&, const QuadRef&) = default;
  friend auto operator<=>(const QuadRef& a, const QuadRef& b) {
    return std::tie(a.graph, a.s, a.p, a.o) <=> std::tie(b.graph, b.s, b.p, b.o);
  }
};

// The same, owning their text.
struct Term {
  TermKind kind = TermKind::Iri;
  std::string value;
  std::string datatype_or_lang = {};

  Term() = default;
  explicit Term(const TermRef& term) : kind(term.kind), value(term.value), datatype_or_lang(term.datatype_or_lang) {}
  TermRef ref() const { return {kind, value, datatype_or_lang}; }
  friend bool operator==(const Term&, const Term&) = default;
  friend auto operator<=>(const Term&, const Term&) = default;
};

struct Quad {
  Term s, p, o;
  std::string graph = {};

  Quad() = default;
  explicit Quad(const QuadRef& quad) : s(quad.s), p(quad.p), o(quad.o), graph(quad.graph) {}
  QuadRef ref() const { return {s.ref(), p.ref(), o.ref(), graph}; }
  friend bool operator==(const Quad&, const Quad&) = default;
};

// An absolute IRI by the grammar of RFC 3987, as strict as Oxigraph's: scheme and authority well formed, none of the characters
// that IRIs forbid, every % followed by two hex digits, valid UTF-8, code points of the ucschar ranges (iprivate in the query only).
bool is_iri(std::string_view text) noexcept;

// Well-formed UTF-8: shortest forms only, no surrogates, nothing above U+10FFFF. NUL is well formed.
bool is_valid_utf8(std::string_view text) noexcept;

// A tag of RFC 5646's langtag grammar ("ar", "ar-SY", "zh-Hant-TW", "ar-x-news"); the old irregular tags ("i-klingon") are not.
bool is_language_tag(std::string_view text) noexcept;

// Whether `lexical` belongs to the datatype: xsd:integer, nonNegativeInteger, decimal, boolean, date, dateTime (proleptic Gregorian,
// real days only) and geo:wktLiteral, of which khabar knows "POINT(lon lat)" alone, degrees in range and no CRS. Others: true.
bool is_lexical(std::string_view datatype, std::string_view lexical) noexcept;

// Any bytes as one path segment of an IRI: all but A-Z a-z 0-9 - . _ ~ become %XX (upper case), and the whole segments "." and ".."
// "%2E" and "%2E%2E", since IRI resolution would swallow them.
std::string percent_encode_segment(std::string_view text);

}  // namespace khabar::rdf
