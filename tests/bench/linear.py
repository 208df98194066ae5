#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""linear.py KHABAR: the time that texts made to take long need, at one size and at four times that size.

Exit codes: 0 none takes more than its share, 1 one does, 2 wrong usage.
"""
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PHRASES = ["قصف ", "و", "و ", "قال «قصف ", "«", "قتل 3 عناصر وجرح 5 آخرون ", "وقالت الوكالة إن الحركة نفت صلتها بالجماعة. ", "ريف مدينة قرية ",
           "اقرأ أيضا:\n", "قصف يوم الاثنين وقتل يوم الثلاثاء ", "الجيش السوري الحر ", "خبر جديد\n\n"]
SMALL = 500_000  # bytes
MOST = 5.5       # times as long for four times as much: start-up and caches have their share


def seconds(khabar: str, text: str, times: int) -> float:
    """The least processor time of several runs."""
    best = float("inf")
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        for _ in range(times):
            child = subprocess.Popen([khabar, "extract", file.name, "--published", "2024-05-15", "--dry-run", "--quiet", "--jobs", "1"],
                                     stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                raise SystemExit(f"khabar fails on {text[:40]!r}")
            best = min(best, usage.ru_utime + usage.ru_stime)
    return best


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    start = seconds(arguments[0], "خبر", 5)
    worst = 0.0
    for phrase in PHRASES:
        size = len(phrase.encode())
        small, large = (seconds(arguments[0], phrase * (count // size), 3) - start for count in (SMALL, 4 * SMALL))
        worst = max(worst, large / max(small, 0.005))
        print(f"{phrase.strip()!r:45} {small:7.3f} s {large:7.3f} s  {large / max(small, 0.005):5.2f} times, {4 * SMALL / large / 1e6:6.1f} MB/s", flush=True)
    return 1 if worst > MOST else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
