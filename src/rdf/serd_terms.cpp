// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "rdf/serd_terms.hpp"

#include "rdf/utf8.hpp"

namespace khabar::rdf {
namespace {

std::string_view bytes(const SerdNode& node) { return {reinterpret_cast<const char*>(node.buf), node.n_bytes}; }
std::string_view bytes(const SerdChunk& chunk) { return {reinterpret_cast<const char*>(chunk.buf), chunk.len}; }

}  // namespace

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (out.size() >= kLongest) return out + "...";
    char32_t code_point = 0;
    const std::size_t length = decode_utf8(text, i, code_point);
    if (length == 0 || code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) {
      out += '?';
    } else {
      out += text.substr(i, length);
    }
    i += length == 0 ? 1 : length;
  }
  return out;
}

void SerdTerms::forget() {
  for (Slot* slot : {&subject_, &predicate_, &object_, &datatype_, &graph_}) slot->type = SERD_NOTHING;
}

void SerdTerms::set_base(const SerdNode& iri) {
  forget();
  if (serd_env_set_base_uri(env_.get(), &iri) != SERD_SUCCESS) throw BadTerm{"bad base IRI <" + shown(bytes(iri)) + ">"};
}

void SerdTerms::set_prefix(const SerdNode& name, const SerdNode& iri) {
  forget();
  if (serd_env_set_prefix(env_.get(), &name, &iri) != SERD_SUCCESS) throw BadTerm{"bad prefix " + shown(bytes(name))};
}

void SerdTerms::expand(const SerdNode& node, std::string& full) {
  const auto text = bytes(node);
  if (node.type == SERD_CURIE) {
    if (!prefixed_names_) throw BadTerm{"this format has no prefixed names: " + shown(text)};
    SerdChunk prefix{};
    SerdChunk local{};
    if (text.find(':') == text.npos) throw BadTerm{"neither an IRI nor a prefixed name: " + shown(text)};
    if (serd_env_expand(env_.get(), &node, &prefix, &local) != SERD_SUCCESS) {
      throw BadTerm{"undefined prefix " + shown(text.substr(0, text.find(':') + 1))};
    }
    full.assign(bytes(prefix));
    full.append(bytes(local));
  } else if (serd_uri_string_has_scheme(node.buf)) {
    full.assign(text);
  } else {
    if (serd_env_get_base_uri(env_.get(), nullptr)->buf == nullptr) {
      throw BadTerm{"relative IRI <" + shown(text) + "> without a @base; write it in full"};
    }
    SerdNode resolved = serd_env_expand_node(env_.get(), &node);
    full.assign(bytes(resolved));
    serd_node_free(&resolved);
  }
  if (!is_iri(full)) throw BadTerm{"invalid IRI <" + shown(full) + ">"};
}

TermRef SerdTerms::resource(const SerdNode& node, Slot& slot) {
  const auto text = bytes(node);
  if (node.type == SERD_BLANK) return {TermKind::Blank, text, {}};
  if (node.type == SERD_LITERAL || node.type == SERD_NOTHING) throw BadTerm{"a literal where an IRI must stand: " + shown(text)};
  if (node.type != slot.type || text != slot.raw) {
    slot.type = SERD_NOTHING;
    expand(node, slot.full);
    slot.raw.assign(text);
    slot.type = node.type;
  }
  return iri(slot.full);
}

TermRef SerdTerms::object(const SerdNode& node, const SerdNode* datatype, const SerdNode* lang) {
  if (node.type != SERD_LITERAL) return resource(node, object_);
  const auto text = bytes(node);
  if (text.find('\0') != text.npos) throw BadTerm{"a literal with \\u0000"};
  if (!is_valid_utf8(text)) throw BadTerm{"a literal that is not valid UTF-8: \"" + shown(text) + "\""};
  if (lang != nullptr && lang->buf != nullptr) {
    const auto tag = bytes(*lang);
    if (!is_language_tag(tag)) throw BadTerm{"bad language tag @" + shown(tag)};
    return tagged(text, tag);
  }
  if (datatype == nullptr || datatype->buf == nullptr) return literal(text);
  const auto type = resource(*datatype, datatype_).value;
  if (type == kRdfLangString) throw BadTerm{"rdf:langString without a language: \"" + shown(text) + "\""};
  return type == kXsdString ? literal(text) : typed(text, type);
}

}  // namespace khabar::rdf
