// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Statements come in, Serd's Turtle comes out. What Serd 0.30 would get wrong is kept from it: every term is checked before; nodes
// are made in one place, with flags 0, so that no literal becomes a long string (which Serd itself misreads); each run has a writer
// of its own, since a used writer begins with a stray line break. Prefixed names are made here, by one look-up a term, since Serd's
// own way costs half its time; the prefixes that it still needs are set before the first statement, longest IRI first, since the
// first that fits wins. Serd calls back from C: nothing may be thrown through it.

#include "rdf/serd_writer.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <vector>

namespace khabar::rdf {
namespace {

struct EnvFree {
  void operator()(SerdEnv* env) const { serd_env_free(env); }
};
struct WriterFree {
  void operator()(::SerdWriter* writer) const { serd_writer_free(writer); }
};

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// The namespaces and their names, for shortening as Serd does: the longest namespace that fits, if the rest is letters and digits.
// Where no namespace ends in a letter or digit itself, that is the one that ends where the letters and digits begin.
class Namespaces {
 public:
  explicit Namespaces(std::span<const Prefix> prefixes) {
    for (const auto& prefix : prefixes) rows_.push_back({std::string(prefix.iri), std::string(prefix.name)});
    clear_cut_ = std::none_of(prefixes.begin(), prefixes.end(), [](const auto& prefix) { return is_alnum(prefix.iri.back()); });
  }

  // Serd tries every namespace of its environment on every IRI, so it gets only those that it must know: of the datatypes of bare
  // numbers and of rdf:type, which it has to see in full. Or all, if shorten() cannot tell.
  bool left_to_serd(const Prefix& prefix) const { return !clear_cut_ || kXsd.starts_with(prefix.iri) || kRdf.starts_with(prefix.iri); }

  // Writes "name:local" into `curie`, or returns false.
  bool shorten(std::string_view iri, std::string& curie) const {
    if (!clear_cut_ || is_bare_datatype(iri) || iri.starts_with(kRdf)) return false;
    std::size_t split = iri.size();
    while (split > 0 && is_alnum(iri[split - 1])) --split;
    const auto space = iri.substr(0, split);
    const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& r) { return r.iri == space; });
    if (row == rows_.end()) return false;
    curie.assign(row->name).append(1, ':').append(iri.substr(split));
    return true;
  }

 private:
  struct Row {
    std::string iri;
    std::string name;
  };

  static bool is_bare_datatype(std::string_view iri) { return iri == kXsdInteger || iri == kXsdDecimal || iri == kXsdBoolean; }

  std::vector<Row> rows_;
  bool clear_cut_;
};

// Serd wants its strings to end in NUL: a node's bytes are copied into a buffer that is used again.
SerdNode make_node(SerdType type, const std::string& text) {
  // n_chars is only compared, never printed: the byte count serves, as long as it is the byte count everywhere.
  return {reinterpret_cast<const std::uint8_t*>(text.c_str()), text.size(), text.size(), 0, type};
}

struct TextNode {
  const SerdNode* set(std::string_view bytes) {
    text.assign(bytes);
    node = make_node(SERD_LITERAL, text);
    return &node;
  }
  std::string text;
  SerdNode node = SERD_NODE_NULL;
};

struct IriNode {
  const SerdNode* set(std::string_view iri, const Namespaces& namespaces) {
    if (iri == full) return &node;
    full.assign(iri);
    node = namespaces.shorten(iri, curie) ? make_node(SERD_CURIE, curie) : make_node(SERD_URI, full);
    return &node;
  }
  std::string full;
  std::string curie;
  SerdNode node = SERD_NODE_NULL;
};

bool is_prefix_name(std::string_view name) {
  return name.empty() || (std::all_of(name.begin(), name.end(), is_alnum) && (name.front() < '0' || name.front() > '9'));
}

void check_prefixes(std::span<const Prefix> prefixes) {
  for (const auto& prefix : prefixes) {
    const auto same = [&](const Prefix& other) { return other.name == prefix.name; };
    if (!is_prefix_name(prefix.name) || !is_iri(prefix.iri) || std::count_if(prefixes.begin(), prefixes.end(), same) != 1) {
      throw std::logic_error("bad prefix " + std::string(prefix.name) + ": <" + std::string(prefix.iri) + ">");
    }
  }
}

}  // namespace

struct TurtleWriter::Impl {
  explicit Impl(std::span<const Prefix> prefixes) : namespaces(prefixes) {}

  static std::size_t sink(const void* bytes, std::size_t size, void* self) noexcept {
    auto& impl = *static_cast<Impl*>(self);
    try {
      if (!impl.failure && impl.out != nullptr) impl.out->append({static_cast<const char*>(bytes), size});
      return size;
    } catch (...) {
      impl.failure = std::current_exception();
      return 0;
    }
  }

  static SerdStatus keep_error(void*, const SerdError*) { return SERD_SUCCESS; }  // the status of the call says enough

  void rethrow() {
    if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
  }

  ByteBuffer* out = nullptr;  // null drops what comes
  std::exception_ptr failure;
  bool with_graphs = false;
  Namespaces namespaces;
  IriNode subject, predicate, object, datatype;
  TextNode text, lang;
  std::string graph;  // of the open run
  std::unique_ptr<SerdEnv, EnvFree> env{serd_env_new(nullptr)};
  std::unique_ptr<::SerdWriter, WriterFree> writer;  // of the open run; last, since it still writes while it is destroyed
};

TurtleWriter::TurtleWriter(bool with_graphs, std::span<const Prefix> prefixes) : impl_(std::make_unique<Impl>(prefixes)) {
  check_prefixes(prefixes);
  impl_->with_graphs = with_graphs;
  impl_->out = &out_;
  std::vector<Prefix> by_length(prefixes.begin(), prefixes.end());
  std::stable_sort(by_length.begin(), by_length.end(), [](const auto& a, const auto& b) { return a.iri.size() > b.iri.size(); });
  for (const auto& prefix : by_length) {
    if (!impl_->namespaces.left_to_serd(prefix)) continue;
    const std::string name(prefix.name);
    const std::string iri(prefix.iri);
    const SerdNode name_node = make_node(SERD_LITERAL, name);
    const SerdNode iri_node = make_node(SERD_URI, iri);
    if (serd_env_set_prefix(impl_->env.get(), &name_node, &iri_node) != SERD_SUCCESS) {
      throw std::logic_error("Serd refuses the prefix " + name);
    }
  }
}

TurtleWriter::~TurtleWriter() { impl_->out = nullptr; }

void TurtleWriter::open_run(std::string_view graph) {
  impl_->graph.assign(graph);
  if (!graph.empty()) {
    out_.append("<");
    out_.append(graph);
    out_.append("> {\n");
  }
  const auto style = static_cast<SerdStyle>(SERD_STYLE_CURIED | SERD_STYLE_BULK);
  impl_->writer.reset(serd_writer_new(SERD_TURTLE, style, impl_->env.get(), nullptr, Impl::sink, impl_.get()));
  serd_writer_set_error_sink(impl_->writer.get(), Impl::keep_error, nullptr);
}

void TurtleWriter::close_run() {
  if (!impl_->writer) return;
  serd_writer_finish(impl_->writer.get());
  impl_->writer.reset();
  impl_->rethrow();
  if (impl_->graph.empty()) return;
  if (out_.view().ends_with("\n\n")) out_.truncate(out_.size() - 1);
  out_.append("}\n\n");
}

void TurtleWriter::write(const QuadRef& quad) {
  Impl& impl = *impl_;
  check_(quad, impl.with_graphs);
  const std::string_view graph = impl.with_graphs ? quad.graph : std::string_view();
  if (!impl.writer || graph != impl.graph) {
    close_run();
    open_run(graph);
  }
  const TermRef& o = quad.o;
  const bool typed = o.kind == TermKind::Literal && !o.datatype_or_lang.empty() && o.datatype_or_lang != kXsdString;
  const SerdStatus status = serd_writer_write_statement(
      impl.writer.get(), 0, nullptr, impl.subject.set(quad.s.value, impl.namespaces), impl.predicate.set(quad.p.value, impl.namespaces),
      o.kind == TermKind::Iri ? impl.object.set(o.value, impl.namespaces) : impl.text.set(o.value),
      typed ? impl.datatype.set(o.datatype_or_lang, impl.namespaces) : nullptr,
      o.kind == TermKind::LangLiteral ? impl.lang.set(o.datatype_or_lang) : nullptr);
  impl.rethrow();
  if (status != SERD_SUCCESS) throw std::logic_error("Serd refuses a statement about " + std::string(quad.s.value));
}

void TurtleWriter::finish() { close_run(); }

std::string turtle_header(std::span<const Prefix> prefixes) {
  check_prefixes(prefixes);
  std::string text;
  for (const auto& prefix : prefixes) {
    text.append("@prefix ").append(prefix.name).append(": <").append(prefix.iri).append("> .\n");
  }
  if (!text.empty()) text += '\n';
  return text;
}

}  // namespace khabar::rdf
