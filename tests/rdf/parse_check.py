#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""parse_check.py FILE...: every file parses in Oxigraph and in rdflib, without a warning, to the same number of triples.

The format is known by the extension: .ttl .nt .trig .nq. Exit codes: 0 all do, 1 some do not, 2 wrong usage.
"""
from __future__ import annotations

import sys
from pathlib import Path

from common import oxigraph_quads, rdflib_dataset, rdflib_warnings, say


def problems(path: Path) -> list[str]:
    """What is wrong with one file; nothing when it is sound."""
    try:
        with rdflib_warnings() as warned:
            theirs = sum(1 for _ in rdflib_dataset(path).quads())
        ours = len(oxigraph_quads(path))
    except Exception as error:  # rdflib's parsers raise many kinds
        return [f"{type(error).__name__}: {error}"]
    found = [f"rdflib warns: {text}" for text in warned]
    if ours != theirs:
        found.append(f"{ours} statements in Oxigraph, {theirs} in rdflib")
    return found


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    failed = 0
    for path in map(Path, arguments):
        found = problems(path)
        failed += bool(found)
        for line in found:
            say(f"{path}: {line}")
    say(f"{len(arguments)} files parsed, {failed} with problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
