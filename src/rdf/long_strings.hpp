// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

namespace khabar::rdf {

// Finds what Serd 0.30 misreads in Turtle and TriG without a word: a lone quote before a backslash inside a long string,
// """a "\n b""", where it takes the backslash as it is and the escape is lost. Follows strings, IRIs and comments from the beginning
// of the input on, in pieces of any size.
class LongStrings {
 public:
  // The backslash of the first such place in the next piece, or null.
  const char* find_misread(const char* from, const char* to);

 private:
  enum class State { Outside, OutsideEscape, Iri, Comment, Opened, OpenedTwice, Short, ShortEscape, Long, LongEscape };

  State step(char c);

  State state_ = State::Outside;
  char quote_ = 0;  // that opened the string
  int quotes_ = 0;  // unescaped ones just seen in a long string
};

}  // namespace khabar::rdf
