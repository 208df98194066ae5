#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""vocabulary_check.py [GRAPH...]: the khb: terms that are used are those that ontology/khabar.ttl declares.

Looks at ontology/**/*.ttl, ontology/queries and the given graphs: every khb: term is declared; every khb: predicate is
declared as a property, every khb: type as a class; every declared term has a label in English and in Arabic.
Exit codes: 0 all is so, 1 not.
"""
from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

import pyoxigraph

from common import KHB, ONTOLOGY, oxigraph_quads, queries, say

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
OWL = "http://www.w3.org/2002/07/owl#"
PROPERTIES = {OWL + "ObjectProperty", OWL + "DatatypeProperty"}


class Vocabulary:
    """What khabar.ttl declares: the types and the languages of the labels of every khb: term."""

    def __init__(self) -> None:
        self.types: dict[str, set[str]] = defaultdict(set)
        self.labels: dict[str, set[str]] = defaultdict(set)
        for quad in oxigraph_quads(ONTOLOGY / "khabar.ttl"):
            subject = getattr(quad.subject, "value", "")
            if not subject.startswith(KHB):
                continue
            if quad.predicate.value == RDF_TYPE and isinstance(quad.object, pyoxigraph.NamedNode):
                self.types[subject].add(quad.object.value)
            elif quad.predicate.value == LABEL and isinstance(quad.object, pyoxigraph.Literal):
                self.labels[subject].add(quad.object.language or "")

    def unlabelled(self) -> list[str]:
        return [f"{short(term)} lacks a label in English or Arabic"
                for term in sorted(self.types) if not self.labels[term] >= {"en", "ar"}]

    def misuse(self, term: str, position: str) -> str:
        """What is wrong with using a term there; empty when nothing is."""
        if term not in self.types:
            return f"{short(term)} is not declared"
        if position == "predicate" and not self.types[term] & PROPERTIES:
            return f"{short(term)} is used as a property and is none"
        if position == "type" and OWL + "Class" not in self.types[term]:
            return f"{short(term)} is used as a class and is none"
        return ""


def short(term: str) -> str:
    return term.replace(KHB, "khb:")


def uses(path: Path) -> set[tuple[str, str]]:
    """(term, position) of every khb: term in a graph: as predicate, as type, or elsewhere."""
    found = set()
    for quad in oxigraph_quads(path):
        found.add((quad.predicate.value, "predicate"))
        for term in (quad.subject, quad.object):
            if isinstance(term, pyoxigraph.NamedNode):
                is_type = term is quad.object and quad.predicate.value == RDF_TYPE
                found.add((term.value, "type" if is_type else "elsewhere"))
            elif isinstance(term, pyoxigraph.Literal):
                found.add((term.datatype.value, "elsewhere"))
    return {(term, position) for term, position in found if term.startswith(KHB)}


def query_uses(path: Path) -> set[tuple[str, str]]:
    return {(KHB + name, "elsewhere") for name in re.findall(r"\bkhb:(\w+)", path.read_text(encoding="utf-8"))}


def main(arguments: list[str]) -> int:
    vocabulary = Vocabulary()
    problems = [f"ontology/khabar.ttl: {line}" for line in vocabulary.unlabelled()]
    files = [*sorted(ONTOLOGY.rglob("*.ttl")), *queries(), *map(Path, arguments)]
    for path in files:
        used = query_uses(path) if path.suffix == ".rq" else uses(path)
        problems += [f"{path}: {text}" for term, position in sorted(used) if (text := vocabulary.misuse(term, position))]
    for line in problems:
        say(line)
    say(f"{len(vocabulary.types)} terms declared, {len(files)} files looked at, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
