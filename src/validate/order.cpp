// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "validate/order.hpp"

namespace khabar::validate {
namespace {

enum class Kind { Other, Number, Day };

Kind kind_of(const rdf::TermRef& term) {
  if (term.kind != rdf::TermKind::Literal || !rdf::is_lexical(term.datatype_or_lang, term.value)) return Kind::Other;
  const auto type = term.datatype_or_lang;
  if (type == rdf::kXsdInteger || type == rdf::kXsdNonNegativeInteger || type == rdf::kXsdDecimal) return Kind::Number;
  const bool plain_day = type == rdf::kXsdDate && term.value.size() == 10 && term.value.front() != '-';
  return plain_day ? Kind::Day : Kind::Other;
}

// Sign, digits before the point without leading zeros, digits behind it without trailing ones.
struct Decimal {
  bool negative;
  std::string_view whole, fraction;
};

Decimal decimal(std::string_view text) {
  Decimal value{text.starts_with('-'), {}, {}};
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto point = text.find('.');
  value.whole = text.substr(0, point);
  if (point != text.npos) value.fraction = text.substr(point + 1);
  while (value.whole.starts_with('0')) value.whole.remove_prefix(1);
  while (value.fraction.ends_with('0')) value.fraction.remove_suffix(1);
  if (value.whole.empty() && value.fraction.empty()) value.negative = false;
  return value;
}

int compare_numbers(std::string_view a, std::string_view b) {
  const auto x = decimal(a), y = decimal(b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  int order = x.whole.size() != y.whole.size() ? (x.whole.size() < y.whole.size() ? -1 : 1) : x.whole.compare(y.whole);
  if (order == 0) order = x.fraction.compare(y.fraction);
  return x.negative ? -order : order;
}

}  // namespace

std::optional<int> compare(const rdf::TermRef& a, const rdf::TermRef& b) {
  const auto kind = kind_of(a);
  if (kind == Kind::Other || kind != kind_of(b)) return std::nullopt;
  return kind == Kind::Number ? compare_numbers(a.value, b.value) : a.value.compare(b.value);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

}  // namespace khabar::validate
