// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Bytes come in through Serd's source function, statements go out through the callback. Serd takes the bytes one at a time, because
// its pages hide where it is: so the line is known at each statement. Serd is C: its callbacks keep exceptions and
// stop it; they are thrown when it has returned. It also goes on after some faults and returns success, so the first message to
// the error sink decides. N-Quads come in chunks of whole lines, a new reader for each, since its stack grows with every statement.

#include "rdf/turtle_reader.hpp"

#include <serd/serd.h>

#include <cstdarg>
#include <cstdio>
#include <exception>

#include "error.hpp"
#include "rdf/byte_source.hpp"
#include "rdf/serd_terms.hpp"

namespace khabar::rdf {
namespace {

struct ReaderFree {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};

SerdSyntax syntax_of(Format format) {
  switch (format) {
    case Format::Turtle:
      return SERD_TURTLE;
    case Format::NTriples:
      return SERD_NTRIPLES;
    case Format::TriG:
      return SERD_TRIG;
    case Format::NQuads:
      break;
  }
  return SERD_NQUADS;
}

class Session {
 public:
  Session(ByteSource& source, Format format, const QuadCallback& callback)
      : source_(source), format_(format), callback_(callback), terms_(format == Format::Turtle || format == Format::TriG) {}

  void run() {
    if (format_ != Format::NQuads) return read();
    while (source_.load()) read();
  }

 private:
  void read() {
    const std::unique_ptr<SerdReader, ReaderFree> reader(
        serd_reader_new(syntax_of(format_), this, nullptr, on_base, on_prefix, on_statement, nullptr));
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(reader.get(), on_error, this);
    const SerdStatus status = serd_reader_read_source(reader.get(), on_read, on_read_error, this,
                                                      reinterpret_cast<const std::uint8_t*>(source_.name().c_str()), 1);
    if (failure_) std::rethrow_exception(failure_);
    if (status > SERD_FAILURE) throw InputError(source_.name(), source_.line(), "syntax error");
  }

  // Runs `action` unless something failed before; keeps what it throws, placed in the file.
  template <typename Action>
  static SerdStatus guarded(void* self, Action action) noexcept {
    auto& session = *static_cast<Session*>(self);
    if (session.failure_) return SERD_ERR_BAD_SYNTAX;
    try {
      try {
        action(session);
        return SERD_SUCCESS;
      } catch (const BadTerm& bad) {
        throw InputError(session.source_.name(), session.source_.line(), bad.message);
      }
    } catch (...) {
      session.failure_ = std::current_exception();
      return SERD_ERR_BAD_SYNTAX;
    }
  }

  static std::size_t on_read(void* buffer, std::size_t, std::size_t, void* self) {
    std::size_t n = 0;
    guarded(self, [&](Session& session) { n = session.source_.next(*static_cast<char*>(buffer)) ? 1 : 0; });
    return n;
  }

  static int on_read_error(void* self) { return static_cast<Session*>(self)->failure_ ? 1 : 0; }

  static SerdStatus on_base(void* self, const SerdNode* iri) {
    return guarded(self, [&](Session& session) { session.terms_.set_base(*iri); });
  }

  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* iri) {
    return guarded(self, [&](Session& session) { session.terms_.set_prefix(*name, *iri); });
  }

  static SerdStatus on_statement(void* self, SerdStatementFlags flags, const SerdNode* graph, const SerdNode* subject,
                                 const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype, const SerdNode* lang) {
    return guarded(self, [&](Session& session) { session.emit(flags, graph, *subject, *predicate, *object, datatype, lang); });
  }

  void emit(SerdStatementFlags flags, const SerdNode* graph, const SerdNode& subject, const SerdNode& predicate, const SerdNode& object,
            const SerdNode* datatype, const SerdNode* lang) {
    const bool line_format = format_ == Format::NTriples || format_ == Format::NQuads;
    if (line_format && flags != 0) throw BadTerm{"this format has no [ ] and ( )"};
    if (!has_graphs(format_) && graph != nullptr) throw BadTerm{"this format has no graphs"};
    QuadRef quad;
    quad.s = terms_.subject(subject);
    quad.p = terms_.predicate(predicate);
    if (quad.p.kind == TermKind::Blank) throw BadTerm{"a blank node as predicate: _:" + shown(quad.p.value)};
    quad.o = terms_.object(object, datatype, lang);
    if (graph != nullptr && graph->buf != nullptr) quad.graph = terms_.graph(*graph);
    callback_(quad, source_.line());
  }

  static SerdStatus on_error(void* self, const SerdError* error) {
    return guarded(self, [&](Session&) {
      char text[512] = "";
      std::va_list arguments;
      va_copy(arguments, *error->args);
      std::vsnprintf(text, sizeof text, error->fmt, arguments);
      va_end(arguments);
      throw BadTerm{readable(text)};
    });
  }

  // Serd prints the end of the file as the character -1, and ends its messages with a line end.
  static std::string readable(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    constexpr std::string_view kEnd = "`\xFF'";
    const auto at = text.find(kEnd);
    if (at == text.npos) return shown(text);
    return shown(text.substr(0, at)) + "the end of the file" + shown(text.substr(at + kEnd.size()));
  }

  ByteSource& source_;
  Format format_;
  const QuadCallback& callback_;
  SerdTerms terms_;
  std::exception_ptr failure_;
};

}  // namespace

void read_quads(const std::filesystem::path& path, Format format, const QuadCallback& callback) {
  ByteSource source(path, format);
  Session(source, format, callback).run();
}

void read_quads(std::string_view text, std::string name, Format format, const QuadCallback& callback) {
  ByteSource source(text, std::move(name), format);
  Session(source, format, callback).run();
}

void read_quads(const std::filesystem::path& path, const QuadCallback& callback) {
  const auto format = format_from_extension(path.string());
  if (!format) throw UsageError(path.string() + ": unknown RDF format; name it .ttl, .nt, .trig or .nq");
  read_quads(path, *format, callback);
}

void read_turtle(const std::filesystem::path& path, const QuadCallback& callback) { read_quads(path, Format::Turtle, callback); }

void read_turtle(std::string_view text, std::string name, const QuadCallback& callback) {
  read_quads(text, std::move(name), Format::Turtle, callback);
}

}  // namespace khabar::rdf
