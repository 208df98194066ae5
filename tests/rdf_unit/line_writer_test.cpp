// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/line_writer.hpp"

#include <gtest/gtest.h>
#include <serd/serd.h>

#include "random_text.hpp"

namespace khabar::rdf {
namespace {

std::size_t append(const void* bytes, std::size_t size, void* out) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return size;
}

SerdNode node(SerdType type, const std::string& text) {
  return serd_node_from_string(type, reinterpret_cast<const std::uint8_t*>(text.c_str()));
}

// What Serd's own writer makes of the statement.
std::string by_serd(const Quad& quad, SerdSyntax syntax) {
  std::string out;
  SerdEnv* env = serd_env_new(nullptr);
  SerdWriter* writer = serd_writer_new(syntax, SERD_STYLE_BULK, env, nullptr, append, &out);
  const SerdNode s = node(SERD_URI, quad.s.value);
  const SerdNode p = node(SERD_URI, quad.p.value);
  const SerdNode o = node(quad.o.kind == TermKind::Iri ? SERD_URI : SERD_LITERAL, quad.o.value);
  const SerdNode g = node(SERD_URI, quad.graph);
  const SerdNode extra = node(quad.o.kind == TermKind::Literal ? SERD_URI : SERD_LITERAL, quad.o.datatype_or_lang);
  const bool typed = quad.o.kind == TermKind::Literal && !quad.o.datatype_or_lang.empty();
  serd_writer_write_statement(writer, 0, quad.graph.empty() ? nullptr : &g, &s, &p, &o, typed ? &extra : nullptr,
                              quad.o.kind == TermKind::LangLiteral ? &extra : nullptr);
  serd_writer_free(writer);
  serd_env_free(env);
  return out;
}

std::string by_khabar(const Quad& quad, bool with_graphs) {
  LineWriter writer(with_graphs);
  writer.write(quad.ref());
  writer.finish();
  return writer.take();
}

void expect_same(const QuadRef& quad) {
  const Quad owned(quad);
  ASSERT_EQ(by_khabar(owned, false), by_serd(owned, SERD_NTRIPLES));
  ASSERT_EQ(by_khabar(owned, true), by_serd(owned, SERD_NQUADS));
}

TEST(LineWriter, WritesSerdsBytes) {
  test::RandomText random(1);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random.literal();
    const std::string object = "http://example.org/" + percent_encode_segment(text);
    const TermRef objects[] = {literal(text), tagged(text, "ar-SY"), typed(text, "http://example.org/\u062D#type"), iri(object)};
    const TermRef& term = objects[random.below(4)];
    expect_same({iri("http://example.org/\u062D\u0644\u0628"), iri("http://example.org/p#q"), term,
                 random.below(3) == 0 ? std::string_view() : "http://example.org/graph"});
  }
}

TEST(LineWriter, WritesSerdsBytesForEveryByte) {
  for (char c = 1; c > 0 && c < 127; ++c) expect_same({iri("a:s"), iri("a:p"), literal(std::string_view(&c, 1)), "a:g"});
  expect_same({iri("a:s"), iri("a:p"), literal("\x7F"), {}});
  expect_same({iri("a:s"), iri("a:p"), literal(""), {}});
}

TEST(LineWriter, Lines) {
  LineWriter writer(true);
  writer.write({iri("a:s"), iri(kRdfType), iri("a:o"), "a:g"});
  writer.write({iri("a:s"), iri("a:p"), typed("x", kXsdString), {}});
  writer.write({iri("a:s"), iri("a:p"), typed("5", kXsdInteger), {}});
  EXPECT_EQ(writer.bytes(),
            "<a:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <a:o> <a:g> .\n"
            "<a:s> <a:p> \"x\" .\n"
            "<a:s> <a:p> \"5\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  writer.clear();
  EXPECT_EQ(writer.bytes(), "");
}

}  // namespace
}  // namespace khabar::rdf
