#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""nightly.py KHABAR [ARTICLES [NEW]]: a nightly run of khabar export against the first, full one.

An archive of ARTICLES (50,000) articles made of the sentences of examples/, day by day, is exported; then the same archive with NEW (100)
articles of the next days. The second must take at most 3 % of the time of the first. Exit codes: 0 it does, 1 not.
"""
from __future__ import annotations

import datetime
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MOST = 0.03
REPETITIONS = 3  # of the short run; the fastest counts, since other load on the machine only slows


def sentences() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples" / "articles").glob("*.txt"))]
    return [line for text in texts for line in text.splitlines() if len(line) > 60]


def write(path: Path, dice: random.Random, first: int, count: int, per_day: int) -> None:
    lines, begin = sentences(), datetime.date(2015, 1, 1)
    with path.open("w", encoding="utf-8") as file:
        for number in range(first, first + count):
            text = "\n".join(dice.sample(lines, dice.randint(4, 8)))
            day = begin + datetime.timedelta(days=number // per_day)
            file.write(json.dumps({"id": f"article-{number:07}", "text": text, "published": str(day), "publisher": "outlet"}, ensure_ascii=False) + "\n")


def run(khabar: str, state: Path, *inputs: Path) -> tuple[float, float]:
    """Seconds of the clock and of the processors."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([khabar, "export", "--state", str(state), *map(str, inputs)], check=True, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - begin, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(arguments: list[str]) -> int:
    khabar, count, new = arguments[0], int((arguments[1:2] or ["50000"])[0]), int((arguments[2:3] or ["100"])[0])
    dice = random.Random(1)
    per_day = max(1, count // 3650)  # ten years
    with tempfile.TemporaryDirectory(prefix="khabar-nightly-", dir=os.environ.get("TMPDIR")) as name:
        work = Path(name)
        archive = work / "archive.jsonl"
        write(archive, dice, 0, count, per_day)
        full, full_cpu = run(khabar, work / "state", archive)
        nights = []
        for night in range(REPETITIONS):
            write(work / f"night-{night}.jsonl", dice, count + night * new, new, per_day)
            nights.append(run(khabar, work / "state", archive, *sorted(work.glob("night-*.jsonl"))))
        same, same_cpu = run(khabar, work / "state", archive, *sorted(work.glob("night-*.jsonl")))
        size = sum(path.stat().st_size for path in (work / "state" / "current").iterdir()) / 1e6
    night, night_cpu = min(nights)
    print(f"{count} articles, {archive.name}: {full:.2f} s ({full_cpu:.2f} s of the processors), release {size:.0f} MB")
    print(f"{new} more: {night:.2f} s ({night_cpu:.2f} s), {night / full:.1%} of the time, {night_cpu / full_cpu:.1%} of the processors'")
    print(f"nothing new: {same:.2f} s ({same_cpu:.2f} s), {same / full:.1%}")
    kept = night / full <= MOST
    print(f"at most {MOST:.0%} of the time: {'kept' if kept else 'MISSED'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
