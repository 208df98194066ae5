#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""shapes_check.py GRAPH...: every graph satisfies ontology/shapes.ttl, its named graphs taken as one.

Each file is validated by itself, for each stands alone. Exit codes: 0 all do, 1 some do not, 2 wrong usage.
"""
from __future__ import annotations

import sys
from pathlib import Path

from common import rdflib_union, say
from shacl import validate

SHOWN = 20


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    failed = 0
    for path in map(Path, arguments):
        found = validate(rdflib_union([path]))
        failed += bool(found)
        for violation in found[:SHOWN]:
            say(f"{path}: {violation.shape}: {violation.message}: {violation.focus} {violation.value}".rstrip())
        if len(found) > SHOWN:
            say(f"{path}: and {len(found) - SHOWN} more violations")
    say(f"{len(arguments)} graphs validated, {failed} do not conform")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
