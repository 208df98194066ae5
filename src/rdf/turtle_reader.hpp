// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "rdf/writer.hpp"

// RDF files, statement by statement, by Serd's strict reader, with what Serd lets pass checked behind it: every IRI must be one
// (is_iri), every literal valid UTF-8 without NUL, every language tag well formed. Lexical forms are not judged.
namespace khabar::rdf {

// Called for each statement with terms in full: prefixes and base resolved, a plain literal's datatype empty. The views live until the
// callback returns. Blank nodes keep their label of the file ("b7" where Serd made it up; a file's own "b7" is then "B7").
// `line`, from 1, is the line on which the statement's object ends (in N-Quads, its final dot).
using QuadCallback = std::function<void(const QuadRef& quad, std::size_t line)>;

// Reads Turtle from a file, or from `text` that errors call `name`. Throws InputError with the line of the first fault, for:
// - a file that cannot be opened or read; bad syntax; a NUL byte;
// - an undefined prefix, a relative IRI without @base, an invalid IRI, literal or language tag;
// - a quote before a backslash inside a long string, which Serd 0.30 misreads without a word: such a quote must be escaped.
// Statements passed to the callback before a throw may be wrong (Serd reads "x"@ar_SY as "x"@ar and fails one byte later): use none
// of a file that fails. What the callback throws ends the reading and comes out unchanged.
void read_turtle(const std::filesystem::path& path, const QuadCallback& callback);
void read_turtle(std::string_view text, std::string name, const QuadCallback& callback);

// The same for any of the four formats; a path's extension decides when no format is given (UsageError if it says nothing).
void read_quads(const std::filesystem::path& path, const QuadCallback& callback);
void read_quads(const std::filesystem::path& path, Format format, const QuadCallback& callback);
void read_quads(std::string_view text, std::string name, Format format, const QuadCallback& callback);

}  // namespace khabar::rdf
