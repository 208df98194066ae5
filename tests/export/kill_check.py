#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""kill_check.py KHABAR [COUNT]: khabar export is killed (SIGKILL) at COUNT moments of its run, and again while it recovers.

After every kill the current release must be whole, and the run that follows must publish the same bytes as one that nothing disturbed.
The moments come from a fixed seed. Exit codes: 0 all is as it should be, 1 not.
"""
from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from common import check, current, environment, export, many, tree, write


def killed(khabar: str, state: Path, arguments: list[str], delay: float) -> bool:
    """Whether the run was killed before it ended by itself."""
    child = subprocess.Popen([khabar, "export", "--state", str(state), *arguments], stderr=subprocess.DEVNULL, env=environment())
    try:
        child.wait(delay)
    except subprocess.TimeoutExpired:
        child.kill()
    return child.wait() != 0


def files(state: Path) -> dict[str, str]:
    return tree(state / "releases")


def main() -> int:
    khabar, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40
    dice = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="khabar-kill-") as name:
        work = Path(name)
        articles = many(240)
        old = [write(work / "a.jsonl", articles[:120])]
        articles[7]["title"] = "corrected"
        new = [str(write(work / "b.jsonl", articles[3:])), "--mirror", "--keep", "2", "--jobs", "2"]
        before, after = work / "before", work / "after"
        export(khabar, before, *old)
        shutil.copytree(before, after, symlinks=True)
        begin = time.monotonic()
        export(khabar, after, *new)
        lasts = time.monotonic() - begin
        first, second = files(before), files(after)
        kills = half_way = resumed = 0
        for number in range(count):
            state = work / "state"
            shutil.copytree(before, state, symlinks=True)
            for _ in range(dice.randrange(1, 4)):
                kills += killed(khabar, state, new, dice.uniform(0, lasts * 1.1))
                check(current(state))
                half_way += files(state) != first
                resumed += (state / "unfinished").exists()
            export(khabar, state, *new)
            if files(state) != second:
                print(f"history {number}: not the release that an undisturbed run publishes")
                return 1
            # a journal that a killed run had not begun to fill is SQLite's to remove, with the next change
            left = {path.name for path in state.iterdir()} - {"current", "links", "lock", "releases", "state.db", "state.db-journal"}
            if left:
                print(f"history {number}: {', '.join(sorted(left))} left behind")
                return 1
            shutil.rmtree(state)
    print(f"{count} histories, {kills} runs killed, {half_way} times something new was on the disk, {resumed} times to be resumed")
    return 0 if kills > count / 2 else 1


if __name__ == "__main__":
    sys.exit(main())
