#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""queries_check.py [--write] GRAPH EXPECTED_DIR: Oxigraph and rdflib agree on every query of ontology/queries.

The queries run over the union of the graph's named graphs. Where EXPECTED_DIR holds NAME.csv the answer must be that
too; --write writes these files from Oxigraph's answers instead. Answers are compared as sorted rows, numbers by value.
Exit codes: 0 all agree, 1 some do not, 2 wrong usage.
"""
from __future__ import annotations

import csv
import sys
from pathlib import Path

from common import Row, differences, oxigraph_answer, oxigraph_store, queries, rdflib_answer, rdflib_union, say


def read_csv(path: Path) -> list[Row]:
    """Header and rows of an expected answer."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)]


def write_csv(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def main(arguments: list[str]) -> int:
    write = "--write" in arguments
    names = [argument for argument in arguments if argument != "--write"]
    if len(names) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    graph, expected = map(Path, names)
    store, union = oxigraph_store(graph), rdflib_union([graph])
    failed = compared = 0
    for path in queries():
        text = path.read_text(encoding="utf-8")
        header, rows = oxigraph_answer(store, text)
        problems = differences("Oxigraph", rows, "rdflib", rdflib_answer(union, text)[1])
        answer = expected / f"{path.stem}.csv"
        if write and not problems:
            expected.mkdir(parents=True, exist_ok=True)
            write_csv(answer, [header, *rows])
        elif answer.exists():
            compared += 1
            problems += differences("Oxigraph", [header, *rows], answer.name, read_csv(answer))
        failed += bool(problems)
        say(f"{path.stem}: {len(rows)} rows{': DIFFERENT' if problems else ''}")
        for line in problems:
            say(line)
    say(f"{len(queries())} queries, {compared} compared with {expected}, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
