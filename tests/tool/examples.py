#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""The examples' graphs are what khabar writes today.

    examples.py KHABAR [--write]

Extracts each line of examples/articles.jsonl by itself, as Turtle, and compares it with examples/graphs/ID.ttl byte for byte; a graph
without an article is an error too. With --write the graphs are written instead: read the difference before committing it.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def graph_of(khabar: str, line: str, name: str, folder: Path) -> bytes:
    source = folder / f"{name}.jsonl"
    source.write_text(line + "\n", encoding="utf-8")
    target = folder / f"{name}.ttl"
    subprocess.run([khabar, "extract", str(source), "-o", str(target), "--quiet"], check=True)
    return target.read_bytes()


def main() -> int:
    khabar, write = sys.argv[1], "--write" in sys.argv[2:]
    graphs = EXAMPLES / "graphs"
    names, wrong = set(), []
    with tempfile.TemporaryDirectory() as temporary:
        for line in (EXAMPLES / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            name = json.loads(line)["id"]
            names.add(name)
            made, kept = graph_of(khabar, line, name, Path(temporary)), graphs / f"{name}.ttl"
            if write:
                graphs.mkdir(exist_ok=True)
                kept.write_bytes(made)
            elif not kept.is_file() or kept.read_bytes() != made:
                wrong.append(f"{kept}: differs from what khabar writes (examples.py KHABAR --write makes it anew)")
    wrong += [f"{stray}: no article of this name" for stray in graphs.glob("*.ttl") if stray.stem not in names]
    print("\n".join(wrong) or f"{len(names)} graphs are up to date")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
