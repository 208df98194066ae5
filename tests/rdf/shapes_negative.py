#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""shapes_negative.py: the shapes are sound SHACL, good.ttl satisfies them, and every broken graph fails as it says.

broken/NAME.ttl begins with "# violates: khbs:SHAPE ..." and is read together with good.ttl, so that the faults it adds
are the only ones. It must violate exactly the shapes it names. Every property shape needs such a graph, and every node
shape one for itself or for one of its property shapes. Exit codes: 0 all is so, 1 not.
"""
from __future__ import annotations

import sys
from pathlib import Path

from rdflib.namespace import RDF, SH

from common import HERE, rdflib_union, rdflib_warnings, say
from shacl import shape_name, shapes, validate

GOOD = HERE / "good.ttl"
MARK = "# violates:"


def named(path: Path) -> set[str]:
    """The shapes that a broken graph says it violates."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    return set(first.removeprefix(MARK).split()) if first.startswith(MARK) else set()


def without_broken_graph(tested: set[str]) -> list[str]:
    """Property shapes that no broken graph names, and node shapes of which it names no part."""
    graph = shapes()
    untested = {shape_name(shape) for shape in graph.subjects(RDF.type, SH.PropertyShape)} - tested
    for node in graph.subjects(RDF.type, SH.NodeShape):
        if not tested & {shape_name(node), *map(shape_name, graph.objects(node, SH.property))}:
            untested.add(shape_name(node))
    return sorted(untested)


def main() -> int:
    problems = [f"good.ttl violates {v.shape}: {v.focus} {v.value}" for v in validate(rdflib_union([GOOD]), meta=True)]
    tested: set[str] = set()
    files = sorted((HERE / "broken").glob("*.ttl"))
    for path in files:
        expected = named(path)
        tested |= expected
        with rdflib_warnings():  # ill-typed literals are among the faults
            violated = {violation.shape for violation in validate(rdflib_union([GOOD, path]))}
        if not expected or violated != expected:
            problems.append(f"{path.name} violates {' '.join(sorted(violated)) or 'nothing'},"
                            f" says {' '.join(sorted(expected)) or 'nothing'}")
    problems += [f"no broken graph for {name}" for name in without_broken_graph(tested)]
    for line in problems:
        say(line)
    say(f"{len(files)} broken graphs, {len(tested)} shapes tested, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
