// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/long_strings.hpp"

namespace khabar::rdf {

const char* LongStrings::find_misread(const char* from, const char* to) {
  for (const char* at = from; at != to; ++at) {
    if (state_ == State::Long && *at == '\\' && quotes_ == 1) return at;
    state_ = step(*at);
  }
  return nullptr;
}

LongStrings::State LongStrings::step(char c) {
  switch (state_) {
    case State::OpenedTwice:
      if (c == quote_) {
        quotes_ = 0;
        return State::Long;
      }
      [[fallthrough]];  // it was an empty string
    case State::Outside:
      if (c == '"' || c == '\'') {
        quote_ = c;
        return State::Opened;
      }
      return c == '<' ? State::Iri : c == '#' ? State::Comment : c == '\\' ? State::OutsideEscape : State::Outside;
    case State::OutsideEscape:
      return State::Outside;
    case State::Iri:
      return c == '>' ? State::Outside : State::Iri;
    case State::Comment:
      return c == '\n' || c == '\r' ? State::Outside : State::Comment;
    case State::Opened:
      if (c == quote_) return State::OpenedTwice;
      [[fallthrough]];
    case State::Short:
      return c == quote_ ? State::Outside : c == '\\' ? State::ShortEscape : State::Short;
    case State::ShortEscape:
      return State::Short;
    case State::Long:
      quotes_ = c == quote_ ? quotes_ + 1 : 0;
      return quotes_ == 3 ? State::Outside : c == '\\' ? State::LongEscape : State::Long;
    case State::LongEscape:
      return State::Long;
  }
  return State::Outside;
}

}  // namespace khabar::rdf
