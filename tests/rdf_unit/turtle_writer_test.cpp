// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// The bytes of the Turtle writer are those of Serd's, statement for statement.
#include "rdf/turtle_writer.hpp"

#include <gtest/gtest.h>
#include <serd/serd.h>

#include "random_text.hpp"

namespace khabar::rdf {
namespace {

using Prefixes = std::vector<Prefix>;

std::size_t append(const void* bytes, std::size_t size, void* out) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return size;
}

SerdNode node(SerdType type, const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.c_str()), text.size(), text.size(), 0, type};
}

// What Serd's own writer makes of the statements; the prefixes longest first, since the first that fits wins.
std::string by_serd(const std::vector<Quad>& quads, Prefixes prefixes) {
  std::string out;
  std::stable_sort(prefixes.begin(), prefixes.end(), [](const auto& a, const auto& b) { return a.iri.size() > b.iri.size(); });
  SerdEnv* env = serd_env_new(nullptr);
  for (const auto& prefix : prefixes) {
    const std::string name(prefix.name), iri(prefix.iri);
    const SerdNode name_node = node(SERD_LITERAL, name), iri_node = node(SERD_URI, iri);
    serd_env_set_prefix(env, &name_node, &iri_node);
  }
  SerdWriter* writer =
      serd_writer_new(SERD_TURTLE, static_cast<SerdStyle>(SERD_STYLE_CURIED | SERD_STYLE_BULK), env, nullptr, append, &out);
  for (const auto& quad : quads) {
    const SerdNode s = node(SERD_URI, quad.s.value), p = node(SERD_URI, quad.p.value);
    const SerdNode o = node(quad.o.kind == TermKind::Iri ? SERD_URI : SERD_LITERAL, quad.o.value);
    const SerdNode extra = node(quad.o.kind == TermKind::Literal ? SERD_URI : SERD_LITERAL, quad.o.datatype_or_lang);
    const bool typed = quad.o.kind == TermKind::Literal && !quad.o.datatype_or_lang.empty();
    serd_writer_write_statement(writer, 0, nullptr, &s, &p, &o, typed ? &extra : nullptr,
                                quad.o.kind == TermKind::LangLiteral ? &extra : nullptr);
  }
  serd_writer_finish(writer);
  serd_writer_free(writer);
  serd_env_free(env);
  return out;
}

std::string by_khabar(const std::vector<Quad>& quads, const Prefixes& prefixes) {
  TurtleWriter writer(false, prefixes);
  for (const auto& quad : quads) writer.write(quad.ref());
  writer.finish();
  return writer.take();
}

const Prefixes kPrefixes = {
    {"ex", "http://example.org/"}, {"deep", "http://example.org/deep/"}, {"xsd", kXsd}, {"rdf", kRdf}, {"", "http://example.org/\u062D#"}};

TEST(TurtleWriter, WritesSerdsBytes) {
  const std::string iris[] = {"http://example.org/a1",
                              "http://example.org/deep/b",
                              "http://example.org/deep/",
                              "http://example.org/a-b",
                              "http://example.org/\u062D#x",
                              "http://example.org/\u062D",
                              "a:s",
                              std::string(kRdfType),
                              std::string(kRdf) + "nil",
                              std::string(kXsdInteger),
                              "http://example.org/deep/x/y"};
  const std::string numbers[] = {"5", "-17", "0"}, decimals[] = {"0.5", "5", "17."};
  test::RandomText random(2);
  const auto any = [&](const auto& list) { return iri(list[random.below(std::size(list))]).value; };
  for (int round = 0; round < 2000; ++round) {
    std::vector<Quad> quads;
    for (int i = 0; i < 12; ++i) {
      const std::string text = random.literal();
      const TermRef objects[] = {literal(text),
                                 tagged(text, "ar-SY"),
                                 typed(text, "http://example.org/type"),
                                 typed(any(numbers), kXsdInteger),
                                 typed(any(decimals), kXsdDecimal),
                                 typed("true", kXsdBoolean),
                                 typed("7", kXsdNonNegativeInteger),
                                 iri(any(iris)),
                                 iri(any(iris))};
      quads.emplace_back(
          QuadRef{iri(iris[random.below(3)]), iri(random.below(3) == 0 ? kRdfType : any(iris)), objects[random.below(9)], {}});
    }
    ASSERT_EQ(by_khabar(quads, kPrefixes), by_serd(quads, kPrefixes));
    ASSERT_EQ(by_khabar(quads, {}), by_serd(quads, {}));
  }
}

TEST(TurtleWriter, WritesSerdsBytesForEveryByte) {
  for (unsigned c = 1; c < 128; ++c) {
    const char byte = static_cast<char>(c);
    const std::vector<Quad> quads = {Quad({iri("a:s"), iri("a:p"), literal(std::string_view(&byte, 1)), {}})};
    ASSERT_EQ(by_khabar(quads, kPrefixes), by_serd(quads, kPrefixes)) << c;
  }
}

TEST(TurtleWriter, ShortensAsSerdDoesWhereNamespacesEndInLetters) {
  const Prefixes prefixes = {{"a", "http://x/"}, {"b", "http://x/ns"}, {"c", "http://x/n"}};
  std::vector<Quad> quads;
  for (const char* object : {"http://x/ns1", "http://x/ns", "http://x/n1", "http://x/n-1", "http://x/other", "http://x/"})
    quads.emplace_back(QuadRef{iri("http://x/ns1"), iri(kRdfType), iri(object), {}});
  EXPECT_EQ(by_khabar(quads, prefixes), by_serd(quads, prefixes));
}

}  // namespace
}  // namespace khabar::rdf
