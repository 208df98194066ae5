// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.hpp"

#include <string>
#include <string_view>
#include <vector>

// Sentences for people to read, with words marked in them.
namespace khabar::document {

// Code points [begin, end) to be set apart: what tells the event (strong), or who and what it is about.
struct Mark {
  std::uint32_t begin = 0, end = 0;
  bool strong = false;
};

// The text of code points [begin, end).
std::string_view text_between(const Document& document, std::uint32_t begin, std::uint32_t end);

// A sentence with its marks as [strong] and {others}, or in colours. Where marks overlap the strong one, then the first given one is
// kept; a mark outside the sentence is passed over.
std::string marked(const Document& document, const Sentence& sentence, std::vector<Mark> marks, bool colours);

}  // namespace khabar::document
