#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""format.py [--fix]: all C++ is formatted as .clang-format says (clang-format 14).

Exit codes: 0 it is, 1 not, 77 there is no clang-format 14.
"""
from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VERSION = "14"  # others format otherwise


def main(arguments: list[str]) -> int:
    program = shutil.which(f"clang-format-{VERSION}")
    if program is None:
        print(f"clang-format-{VERSION} is not installed: skipped")
        return 77
    sources = [str(path) for folder in ("src", "tests") for path in sorted((ROOT / folder).rglob("*.[ch]pp"))]
    how = ["-i"] if arguments == ["--fix"] else ["--dry-run", "--Werror", "--ferror-limit=1"]
    done = subprocess.run([program, *how, *sources], capture_output=True, text=True)
    wrong = [line for line in done.stderr.splitlines() if ": error:" in line]
    print(*wrong, f"{len(sources)} files, {len(wrong)} not formatted (tests/check/format.py --fix)", sep="\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
