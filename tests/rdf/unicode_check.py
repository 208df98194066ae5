#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""unicode_check.py KHABAR: whatever Unicode the articles hold, their graphs are the same statements in every format and for two parsers.

Articles are made of random characters of all planes (controls, marks, private use, noncharacters) and of sentences of examples/ with such
strewn in, ids and metadata too; the same each time. Each format is parsed by Oxigraph, and by Serd as khabar validate does, which holds
every span against the text. Exit codes: 0 all agree, 1 not, 2 wrong usage.
"""
from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from common import HERE, oxigraph_quads, say

ARTICLES = 150
RANGES = [(0x00, 0x7F), (0x80, 0x2FF), (0x600, 0x6FF), (0x200B, 0x2069), (0xD000, 0xD7FF), (0xE000, 0xFFFF), (0xFB50, 0xFEFF), (0x1F300, 0x1F6FF),
          (0xE0000, 0xE01EF), (0x10FF00, 0x10FFFF)]
NASTY = ["\\", "\"", "\"\"\"", "\n", "\r\n", "\t", "\u2028", "<", ">", "{", "@ar", "^^", "\\u0041", "%00", "\u0640", "\ufeff"]


def text(chance: random.Random, length: int) -> str:
    """Random characters; no surrogates, which are none, and no NUL, which a text may not hold."""
    return "".join(chance.choice(NASTY) if chance.random() < 0.2 else chr(max(1, chance.randint(*chance.choice(RANGES)))) for _ in range(length))


def articles() -> list[dict[str, str]]:
    """What is read."""
    chance = random.Random(7)
    examples = HERE.parent.parent / "examples" / "articles.jsonl"
    sentences = [line for row in examples.read_text(encoding="utf-8").splitlines() for line in json.loads(row)["text"].splitlines() if line]
    made = []
    for number in range(ARTICLES):
        pieces = [text(chance, 30) if chance.random() < 0.4 else chance.choice(sentences) for _ in range(chance.randint(1, 6))]
        article = {"id": f"{number}-{text(chance, 6)}", "text": "".join(pieces), "published": "2024-05-15"}
        if number % 3 == 0:
            article |= {"title": text(chance, 12), "publisher": text(chance, 12), "url": "https://example.org/" + text(chance, 4)}
        made.append(article)
    return made


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    khabar, faults, counts = arguments[0], 0, []
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        source = directory / "articles.jsonl"
        source.write_text("".join(json.dumps(article) + "\n" for article in articles()), encoding="utf-8")
        first: set[str] | None = None
        for extension in ("nq", "trig", "nt", "ttl"):
            out = directory / f"out.{extension}"
            subprocess.run([khabar, "extract", str(source), "-o", str(out), "--quiet", "--detail", "full", "--with-text"], check=True,
                           stderr=subprocess.DEVNULL)
            # statements without their graphs: two of the formats have none
            statements = {f"{quad.subject} {quad.predicate} {quad.object}" for quad in oxigraph_quads(out)}
            counts.append(len(statements))
            first = first or statements
            if statements != first:
                say(f"{extension}: {len(statements ^ first)} statements are not as in N-Quads")
                faults += 1
            checked = subprocess.run([khabar, "validate", str(out), "--text", str(source)], capture_output=True, text=True, encoding="utf-8")
            if checked.returncode != 0:
                say(f"{extension}: khabar validate: {checked.stdout[-1000:]}{checked.stderr[-1000:]}")
                faults += 1
    say(f"{ARTICLES} articles, {counts} statements, {faults} faults")
    return 1 if faults or counts[0] < ARTICLES else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
