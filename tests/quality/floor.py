#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""floor.py KHABAR SET: extracts an annotated set and holds the scorer's F1 against the floors of floors.json.

The sets and the scorer lie outside the project: in $KHABAR_EVAL, or in shared/eval beside the repository.
Exit codes: 0 all are reached, 1 some are not, 2 wrong usage, 77 the set is not there.
"""
from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SKIPPED = 77


def evaluation() -> Path:
    """The folder of scorer and annotated sets."""
    return Path(os.environ.get("KHABAR_EVAL") or ROOT.parent / "shared" / "eval")


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    khabar, name = arguments
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))[name]
    scorer, gold = evaluation() / "score.py", evaluation() / name
    if not scorer.exists() or not gold.exists():
        print(f"{gold} is not here: skipped")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="khabar-quality-") as directory:
        graph, figures = Path(directory) / "graph.nq", Path(directory) / "figures.json"
        subprocess.run([khabar, "extract", str(gold / "articles.jsonl"), "-o", str(graph)], check=True)
        subprocess.run([sys.executable, "-B", str(scorer), str(gold), str(graph), "--json", str(figures)], check=True)
        table = json.loads(figures.read_text(encoding="utf-8"))
    low = {what: table[what]["F1"] for what, floor in floors.items() if table[what]["F1"] < floor}
    for what, found in low.items():
        print(f"{what}: F1 {found:.3f} is below its floor {floors[what]:.3f}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
