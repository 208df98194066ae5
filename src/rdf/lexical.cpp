// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// A datatype and a lexical form come in, a verdict goes out: small parsers that eat their part of a string_view.

#include "rdf/term.hpp"

namespace khabar::rdf {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool eat(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

bool eat_sign(std::string_view& text) { return eat(text, '-') || eat(text, '+'); }

std::string_view eat_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  const auto digits = text.substr(0, n);
  text.remove_prefix(n);
  return digits;
}

// Exactly two digits as a number, or -1.
int eat_two(std::string_view& text) {
  if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return -1;
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return value;
}

bool is_integer(std::string_view text) {
  eat_sign(text);
  return !eat_digits(text).empty() && text.empty();
}

bool is_non_negative(std::string_view text) {
  if (!text.starts_with('-')) return is_integer(text);
  return is_integer(text) && text.find_first_not_of('0', 1) == text.npos;
}

bool eat_decimal(std::string_view& text) {
  eat_sign(text);
  const bool whole = !eat_digits(text).empty();
  const bool fraction = eat(text, '.') && !eat_digits(text).empty();
  return whole || fraction;
}

bool is_decimal(std::string_view text) { return eat_decimal(text) && text.empty(); }

bool eat_time_zone(std::string_view& text) {
  if (text.empty() || eat(text, 'Z')) return true;
  if (!eat_sign(text)) return false;
  const int hours = eat_two(text);
  if (hours < 0 || hours > 14 || !eat(text, ':')) return false;
  const int minutes = eat_two(text);
  return minutes >= 0 && minutes < 60 && (hours < 14 || minutes == 0);
}

bool eat_date(std::string_view& text) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  eat(text, '-');
  const auto year = eat_digits(text);
  if (year.size() < 4 || (year.size() > 4 && year.front() == '0') || !eat(text, '-')) return false;
  const int month = eat_two(text);
  if (month < 1 || month > 12 || !eat(text, '-')) return false;
  const int day = eat_two(text);
  int cycle = 0;  // the year modulo 400 decides whether it is a leap year
  for (const char c : year) cycle = (cycle * 10 + (c - '0')) % 400;
  const bool leap = cycle % 4 == 0 && (cycle % 100 != 0 || cycle == 0);
  return day >= 1 && day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_date(std::string_view text) { return eat_date(text) && eat_time_zone(text) && text.empty(); }

bool is_date_time(std::string_view text) {
  if (!eat_date(text) || !eat(text, 'T')) return false;
  const int hours = eat_two(text);
  if (hours < 0 || hours > 23 || !eat(text, ':')) return false;
  const int minutes = eat_two(text);
  if (minutes < 0 || minutes > 59 || !eat(text, ':')) return false;
  const int seconds = eat_two(text);
  if (seconds < 0 || seconds > 59) return false;
  if (eat(text, '.') && eat_digits(text).empty()) return false;
  return eat_time_zone(text) && text.empty();
}

// A decimal whose absolute value is at most `limit`.
bool eat_degrees(std::string_view& text, int limit) {
  const auto before = text;
  if (!eat_decimal(text)) return false;
  auto number = before.substr(0, before.size() - text.size());
  eat_sign(number);
  int whole = 0;
  for (const char c : eat_digits(number)) {
    whole = whole * 10 + (c - '0');
    if (whole > limit) return false;
  }
  return whole < limit || number.find_first_of("123456789") == number.npos;
}

bool is_point(std::string_view text) {
  if (!text.starts_with("POINT")) return false;
  text.remove_prefix(5);
  eat(text, ' ');
  return eat(text, '(') && eat_degrees(text, 180) && eat(text, ' ') && eat_degrees(text, 90) && eat(text, ')') && text.empty();
}

}  // namespace

bool is_lexical(std::string_view datatype, std::string_view lexical) noexcept {
  if (datatype == kWktLiteral) return is_point(lexical);
  if (!datatype.starts_with(kXsd)) return true;
  const auto name = datatype.substr(kXsd.size());
  if (name == "nonNegativeInteger") return is_non_negative(lexical);
  if (name == "integer") return is_integer(lexical);
  if (name == "decimal") return is_decimal(lexical);
  if (name == "date") return is_date(lexical);
  if (name == "dateTime") return is_date_time(lexical);
  if (name == "boolean") return lexical == "true" || lexical == "false" || lexical == "1" || lexical == "0";
  return true;
}

}  // namespace khabar::rdf
