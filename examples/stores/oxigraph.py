#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""oxigraph.py RELEASE: Oxigraph on a release, and the answers to ontology/queries.

Runs inside this program, in memory, with the Python package pyoxigraph (pip install pyoxigraph). The server of the same engine is
described in README.md. Exit codes: 0 done, 1 failed, 2 wrong usage, 77 pyoxigraph is not installed.
"""
from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

from stores import SKIPPED, Store, StoreError, arguments_of, serve

try:
    import pyoxigraph
except ImportError:
    pyoxigraph = None  # type: ignore[assignment]


class Oxigraph(Store):
    """A store in memory."""

    def __init__(self) -> None:
        self.store = pyoxigraph.Store()

    def load(self, files: list[Path]) -> None:
        for file in files:
            with gzip.open(file, "rb") as quads:
                self.store.bulk_load(quads, format=pyoxigraph.RdfFormat.N_QUADS)

    def select(self, query: str) -> dict[str, Any]:
        solutions = self.store.query(query, use_default_graph_as_union=True)
        return json.loads(solutions.serialize(format=pyoxigraph.QueryResultsFormat.JSON))


if __name__ == "__main__":
    if pyoxigraph is None:
        print("pyoxigraph is not installed: pip install pyoxigraph", file=sys.stderr)
        sys.exit(SKIPPED)
    try:
        serve(Oxigraph(), arguments_of(__doc__ or ""))
    except StoreError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
