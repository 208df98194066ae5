#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""run.py BENCH KHABAR: the benchmarks of BENCH (bench.cpp) and of whole processes, as one table with the limits that hold.

Every yardstick is measured in the same run on the same machine: ICU's word segmentation, serdi on the Turtle of ontology/.
Exit codes: 0 all limits are kept, 1 some are not, 2 wrong usage.
"""
from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
REPETITIONS = 5
STARTS = 15


def inside(bench: str) -> dict[str, dict[str, float]]:
    """The benchmarks of one process, the fastest repetition of each: other load on the machine only slows."""
    arguments = [bench, "--benchmark_format=json", f"--benchmark_repetitions={REPETITIONS}", "--benchmark_enable_random_interleaving=true",
                 "--benchmark_min_time=0.2"]
    runs = json.loads(subprocess.run(arguments, capture_output=True, check=True).stdout)["benchmarks"]
    best: dict[str, dict[str, float]] = {}
    for run in runs:
        if run["run_type"] == "iteration" and ("cpu_time" not in best.get(run["name"], {}) or run["cpu_time"] < best[run["name"]]["cpu_time"]):
            best[run["name"]] = run
    return {name.split("/")[0]: run for name, run in best.items()}


def process(arguments: list[str], times: int) -> tuple[float, float]:
    """The least wall-clock milliseconds and the most MiB that a process takes."""
    least, most = float("inf"), 0.0
    for _ in range(times):
        begin = time.perf_counter()
        child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{arguments[0]} failed")
        least, most = min(least, (time.perf_counter() - begin) * 1000), max(most, usage.ru_maxrss / 1024)
    return least, most


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    bench, khabar = arguments
    runs = inside(bench)
    speed = {name: run.get("bytes_per_second", 0) / 1e6 for name, run in runs.items()}
    article = ROOT / "examples" / "articles" / "01-agency-reprisal.txt"
    start, memory = process([khabar, "extract", str(article), "--quiet"], STARTS)
    with tempfile.TemporaryDirectory() as directory:
        turtle = Path(directory) / "all.ttl"
        turtle.write_bytes(b"\n".join(path.read_bytes() for path in sorted((ROOT / "ontology").rglob("*.ttl"))))
        parse, _ = process(["serdi", "-i", "turtle", str(turtle)], 3)
        size = turtle.stat().st_size / 1e6
    table = [  # what, figure, unit, the most (or least, when negative) that is allowed
        ("look-up, 1,000 entries", runs["LookUpSmall"]["items_per_second"] / 1e6, "million tokens/s", None),
        (f"look-up, all {runs['LookUpFull']['entries']:,.0f} entries", runs["LookUpFull"]["items_per_second"] / 1e6, "million tokens/s", None),
        ("  ratio of the times", runs["LookUpFull"]["cpu_time"] / runs["LookUpSmall"]["cpu_time"], "", 1.15),
        ("look-up, all entries, names from all over", runs["LookUpFullVaried"]["items_per_second"] / 1e6, "million tokens/s", None),
        ("load image and read one short article, in process", runs["LoadAndReadOne"]["real_time"], "ms", None),
        ("the same as a process (khabar extract)", start, "ms", 60),
        ("  its memory", memory, "MiB", 120),
        (f"serdi on the same Turtle ({size:.1f} MB)", parse, "ms", None),
        ("  ratio khabar extract / serdi", start / parse, "", None),
        ("segmentation", speed["Segment"], "MB/s", None),
        ("reading (extract --dry-run), one core", speed["Read"], "MB/s", -14),
        ("ICU word segmentation of the same text", speed["IcuWords"], "MB/s", None),
        ("  ratio of the times, reading / ICU", speed["IcuWords"] / speed["Read"], "", 10),
        ("reading and writing N-Quads", speed["ReadAndWriteNQuads"], "MB/s", -4),
        ("  bytes out per byte in", runs["ReadAndWriteNQuads"]["bytes_out_per_byte"], "", 25),
        ("reading and writing Turtle", speed["ReadAndWriteTurtle"], "MB/s", -6),
        ("  bytes out per byte in", runs["ReadAndWriteTurtle"]["bytes_out_per_byte"], "", 8),
        ("linking 10,000 events", runs["LinkTenThousand"]["cpu_time"], "ms", None),
        ("linking 100,000 events", runs["LinkHundredThousand"]["cpu_time"], "ms", None),
        ("  ratio of the times", runs["LinkHundredThousand"]["cpu_time"] / runs["LinkTenThousand"]["cpu_time"], "", 15),
        ("linking 10,000 events of one town and day", runs["LinkCrowdedTenThousand"]["cpu_time"], "ms", None),
        ("  ratio of the times, 40,000", runs["LinkCrowdedFortyThousand"]["cpu_time"] / runs["LinkCrowdedTenThousand"]["cpu_time"], "", 6),
    ]
    missed = 0
    for what, figure, unit, limit in table:
        verdict = ""
        if limit is not None:
            kept = figure <= limit if limit > 0 else figure >= -limit
            missed += not kept
            verdict = f"  ({'at most' if limit > 0 else 'at least'} {abs(limit):g}: {'kept' if kept else 'MISSED'})"
        print(f"{what:<52} {figure:>9.2f} {unit:<17}{verdict}".rstrip())
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
