#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""sources.py [ROOT]: the rules of the source tree that no compiler knows.

- A folder of src/ includes itself and folders above it in ORDER; error.hpp may be included by all.
- Each third-party library has its homes.
- No Arabic letters in src/: words are data, in ontology/.
- No bidi controls anywhere but in BIDI_ALLOWED: they make code read otherwise than it runs.
- Every source file names its licence.
Exit codes: 0 all is so, 1 not (each place on a line).
"""
from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ORDER = ["arabic", "compress", "rdf", "lexicon", "document", "entity", "event", "link", "graph", "khabar", "job", "validate", "publish", "tool"]
FOR_ALL = {"error.hpp"}
HOMES = {  # beginning of an included header -> folders that may include it
    "unicode/": {"arabic", "document"},
    "simdjson": {"document"},
    "zlib.h": {"compress"},
    "zstd.h": {"compress"},
    "bzlib.h": {"compress"},
    "openssl/": {"graph"},
    "serd/": {"rdf"},
    "sord/": {"rdf"},
    "sqlite3": {"job"},
    "libdeflate": {"compress"},
    "curl/": {"publish"},
    "boost/program_options": {"tool"},
    "tbb/": {"tool"},
    "iostream": {"tool"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
TEXTS = {".cpp", ".hpp", ".py", ".sh", ".cmake", ".md", ".ttl", ".rq", ".json", ".jsonl", ".txt", ".yml", ".in"}
LICENSED = {".cpp", ".hpp", ".py", ".sh", ".cmake", ".ttl"}
BIDI_ALLOWED = {"tests/cases", "tests/tool/cases", "examples"}  # articles as they are found
SKIPPED = {".git", "build", "examples-out", "__pycache__"}
WRITTEN = ("tests/tool/cases", "examples/graphs")  # files that tests compare byte for byte with what khabar writes: no header


def files(root: Path) -> Iterator[Path]:
    """The texts of the tree, without what is built."""
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        if path.is_file() and not path.is_symlink() and not SKIPPED & set(relative.parts) and path.suffix in TEXTS:
            yield relative


def folder(relative: Path) -> str:
    """The folder of a source file, as ORDER names it; khabar.hpp and khabar.cpp are a folder of their own."""
    return relative.parts[1] if len(relative.parts) > 2 else relative.stem


def include_problems(relative: Path, lines: list[str]) -> Iterator[str]:
    own = folder(relative)
    if own not in ORDER and relative.name not in FOR_ALL:
        yield f"{relative}: the folder stands nowhere in the order {' '.join(ORDER)}"
        return
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        kind, name = match.groups()
        where = f"{relative}:{number}"
        for library, homes in HOMES.items():
            if name.startswith(library) and own not in homes:
                yield f"{where}: <{name}> belongs in {' and '.join(sorted(homes))} only"
        if kind == "<" or name in FOR_ALL:
            continue
        other = folder(Path("src") / name)
        if other not in ORDER:
            yield f'{where}: "{name}" is no header of src/'
        elif own not in ORDER or ORDER.index(other) > ORDER.index(own):
            yield f"{where}: {own} must not include {name}: {other} stands below it"


def problems(root: Path) -> Iterator[str]:
    for relative in files(root):
        text = (root / relative).read_text(encoding="utf-8", errors="replace")
        lines = text.split("\n")
        code = relative.suffix in {".cpp", ".hpp"}
        if relative.parts[0] == "src" and code:
            yield from include_problems(relative, lines)
            for number, line in enumerate(lines, 1):
                if ARABIC.search(line):
                    yield f"{relative}:{number}: Arabic letters in a source; words belong in ontology/"
        if not any(relative.is_relative_to(place) for place in BIDI_ALLOWED) and BIDI.search(text):
            number = next(n for n, line in enumerate(lines, 1) if BIDI.search(line))
            yield f"{relative}:{number}: a bidi control character"
        if (relative.suffix in LICENSED or relative.name == "CMakeLists.txt") and not any(relative.is_relative_to(p) for p in WRITTEN):
            if "SPDX-License-Identifier: " not in "\n".join(lines[:4]):
                yield f"{relative}:1: no SPDX-License-Identifier in the first lines"


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent.parent
    found = list(problems(root))
    print(*found, f"{len(found)} problems", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
