#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""store_check.py GRAPH.nq: a real triple store holds the graph and gives the answers that Oxigraph gives.

Starts Virtuoso in a temporary directory on the loopback, bulk loads the N-Quads file, compares the number of statements
in every graph and the answers of all queries of ontology/queries over the union of the graphs, and stops the server.
Exit codes: 0 all agree, 1 not, 2 wrong usage, 77 Virtuoso is not installed (install_virtuoso.sh installs it).
"""
from __future__ import annotations

import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

from common import SKIPPED, Row, cell, differences, oxigraph_answer, oxigraph_quads, oxigraph_store, queries, say

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "examples" / "stores"))
from stores import StoreError, running  # noqa: E402
from virtuoso import DEFAULT_GRAPH, Virtuoso, installed  # noqa: E402


def virtuoso_cell(term: dict[str, Any] | None) -> str:
    """A value of SPARQL's JSON results as a cell; what is not bound is empty."""
    if term is None:
        return ""
    kind = "iri" if term["type"] == "uri" else "literal"
    return cell(kind, term["value"], term.get("datatype", ""), term.get("xml:lang", ""))


def graph_differences(server: Virtuoso, file: Path) -> list[str]:
    """Graphs that do not hold as many statements in the store as in the file."""
    wrong = []
    sizes = Counter(getattr(quad.graph_name, "value", DEFAULT_GRAPH) for quad in oxigraph_quads(file))
    for name, count in sorted(sizes.items()):
        rows = server.select(f"SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")
        found = int(rows["results"]["bindings"][0]["count"]["value"])
        if found != count:
            wrong.append(f"<{name}> holds {found} statements, not {count}")
    return wrong


def answer(server: Virtuoso, query: str, names: Row) -> list[Row]:
    """Sorted rows of a query, columns in the order of names."""
    rows = server.select(query)["results"]["bindings"]
    return sorted(tuple(virtuoso_cell(row.get(name)) for name in names) for row in rows)


def check(server: Virtuoso, file: Path) -> list[str]:
    """Loads the file and compares; returns what differs."""
    server.load([file])
    problems = graph_differences(server, file)
    store = oxigraph_store(file)
    for path in queries():
        text = path.read_text(encoding="utf-8")
        names, rows = oxigraph_answer(store, text)
        try:
            wrong = differences("Oxigraph", rows, "Virtuoso", answer(server, text, names))
        except StoreError as error:
            wrong = [f"  {error}"]
        say(f"{path.stem}: {len(rows)} rows{': DIFFERENT' if wrong else ''}")
        problems += [f"{path.stem}:{line}" for line in wrong]
    return problems


def leave(number: int, frame: FrameType | None) -> None:
    """A signal becomes an exit, so that the server is stopped."""
    sys.exit(128 + number)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not arguments[0].endswith(".nq"):
        print(__doc__, file=sys.stderr)
        return 2
    if not installed():
        say("Virtuoso is not installed: skipped")
        return SKIPPED
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    with tempfile.TemporaryDirectory(prefix="khabar-virtuoso-") as directory:
        try:
            server = Virtuoso(Path(directory))
            with running(server):
                problems = check(server, Path(arguments[0]).resolve())
        except StoreError as error:
            problems = [str(error)]
    for line in problems:
        say(line)
    say(f"{len(queries())} queries in Virtuoso, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
