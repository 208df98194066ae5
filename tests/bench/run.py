#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""run.py BENCH KHABAR CORPUS [--memory | --smoke]: the benchmarks of BENCH (bench.cpp) and of whole processes, as one table with the limits that hold.

Every yardstick is measured in the same run on the same machine: ICU's word segmentation, serdi on the Turtle of ontology/ and on what
khabar wrote, cat of what it reads and writes. CORPUS (corpus_main.cpp) makes the articles. --memory adds the memory that 5,000 and
500,000 short articles take, which takes minutes. --smoke runs everything once, on little, and keeps no limits: it sees that all of it runs.
Exit codes: 0 all limits are kept, 1 some are not, 2 wrong usage.
"""
from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

STAGES = [("folding, tokens, sentences", "Segment"), ("words and phrases", "LookUpFullVaried"), ("page furniture", "Furniture"), ("mentions", "Mentions"),
          ("times", "Times"), ("events (mentions and times among them)", "Events"), ("statements", "Describe"),
          ("writing N-Quads", "WriteNQuads"), ("writing Turtle", "WriteTurtle")]


@dataclasses.dataclass(frozen=True)
class Effort:
    """How often and on how much everything is run."""

    repetitions: int = 5
    seconds: float = 0.2
    starts: int = 15
    runs: int = 3
    corpus_bytes: int = 16_000_000


SMOKE = Effort(repetitions=2, seconds=0.001, starts=1, runs=1, corpus_bytes=200_000)


def inside(bench: str, effort: Effort) -> dict[str, dict[str, float]]:
    """The benchmarks of one process, the fastest repetition of each: other load on the machine only slows."""
    arguments = [bench, "--benchmark_format=json", f"--benchmark_repetitions={effort.repetitions}", "--benchmark_enable_random_interleaving=true",
                 f"--benchmark_min_time={effort.seconds}"]
    runs = json.loads(subprocess.run(arguments, stdout=subprocess.PIPE, check=True).stdout)["benchmarks"]
    best: dict[str, dict[str, float]] = {}
    for run in runs:
        if run["run_type"] == "iteration" and ("cpu_time" not in best.get(run["name"], {}) or run["cpu_time"] < best[run["name"]]["cpu_time"]):
            best[run["name"]] = run
    return {name.split("/")[0]: run for name, run in best.items()}


class Usage:
    """What the best of several runs of a process took: wall-clock and processor milliseconds; and the most MiB of any."""

    def __init__(self, arguments: list[str], times: int) -> None:
        self.wall, self.cpu, self.memory = float("inf"), float("inf"), 0.0
        for _ in range(times):
            begin = time.perf_counter()
            child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                raise SystemExit(f"{arguments[0]} failed")
            self.wall = min(self.wall, (time.perf_counter() - begin) * 1000)
            self.cpu = min(self.cpu, (usage.ru_utime + usage.ru_stime) * 1000)
            self.memory = max(self.memory, usage.ru_maxrss / 1024)


Row = tuple[str, float, str, "float | None"]


def processes(khabar: str, corpus: str, directory: Path, effort: Effort) -> list[Row]:
    """Whole runs over a file of articles, beside what reads and writes the same bytes without understanding them."""
    articles, quads, turtle = directory / "corpus.jsonl", directory / "out.nq", directory / "out.ttl"
    with articles.open("wb") as out:
        subprocess.run([corpus, str(effort.corpus_bytes)], stdout=out, check=True)
    size = articles.stat().st_size / 1e3  # kB, so that kB/ms are MB/s
    extract = [khabar, "extract", str(articles), "--quiet"]
    dry = Usage([*extract, "--dry-run", "--jobs", "1"], effort.runs)
    one = Usage([*extract, "-o", str(quads), "--jobs", "1"], effort.runs)
    two = Usage([*extract, "-o", str(quads), "--jobs", "2"], effort.runs)
    ttl = Usage([*extract, "-o", str(turtle), "--jobs", "1"], effort.runs)
    serdi = Usage(["serdi", "-i", "nquads", str(quads)], effort.runs)
    cat = Usage(["cat", str(articles), str(quads)], effort.runs)
    return [
        ("process: reading (--dry-run), 1 job", size / dry.wall, "MB/s", None),
        ("process: N-Quads to a file, 1 job", size / one.wall, "MB/s", -4),
        ("  2 jobs", size / two.wall, "MB/s", None),
        ("  2 jobs / 1 job", one.wall / two.wall, "times", -1.8),
        ("  its memory, 2 jobs", two.memory, "MiB", 300),
        ("process: Turtle to a file, 1 job", size / ttl.wall, "MB/s", -6),
        ("serdi, reading and writing the same N-Quads", size / serdi.wall, "MB/s of text", None),
        ("cat of the articles and the N-Quads", size / cat.wall, "MB/s of text", None),
    ]


def memory(khabar: str, corpus: str, directory: Path) -> list[Row]:
    """The memory of few and of many short articles."""
    most = []
    for count in (5_000, 500_000):
        articles = directory / "short.jsonl"
        with articles.open("wb") as out:
            subprocess.run([corpus, "1000000", str(count)], stdout=out, check=True)
        most.append(Usage([khabar, "extract", str(articles), "--quiet", "-o", str(directory / "short.nq")], 1).memory)
    return [("memory of 5,000 short articles", most[0], "MiB", None), ("  of 500,000", most[1], "MiB", 300),
            ("  more than of 5,000", most[1] - most[0], "MiB", 20)]


def main(arguments: list[str]) -> int:
    options = [argument for argument in arguments if argument.startswith("--")]
    arguments = [argument for argument in arguments if argument not in options]
    measures_memory, smoke = options == ["--memory"], options == ["--smoke"]
    effort = SMOKE if smoke else Effort()
    if len(arguments) != 3 or (options and not measures_memory and not smoke):
        print(__doc__, file=sys.stderr)
        return 2
    bench, khabar, corpus = arguments
    runs = inside(bench, effort)
    speed = {name: run.get("bytes_per_second", 0) / 1e6 for name, run in runs.items()}
    article = ROOT / "examples" / "articles" / "01-agency-reprisal.txt"
    start = Usage([khabar, "extract", str(article), "--quiet"], effort.starts)
    with tempfile.TemporaryDirectory() as directory:
        turtle = Path(directory) / "all.ttl"
        turtle.write_bytes(b"\n".join(path.read_bytes() for path in sorted((ROOT / "ontology").rglob("*.ttl"))))
        parse = Usage(["serdi", "-i", "turtle", str(turtle)], effort.runs).wall
        size = turtle.stat().st_size / 1e6
        whole = processes(khabar, corpus, Path(directory), effort)
        if measures_memory:
            whole += memory(khabar, corpus, Path(directory))
    table = [  # what, figure, unit, the most (or least, when negative) that is allowed
        ("look-up, 1,000 entries", runs["LookUpSmall"]["items_per_second"] / 1e6, "million tokens/s", None),
        (f"look-up, all {runs['LookUpFull']['entries']:,.0f} entries", runs["LookUpFull"]["items_per_second"] / 1e6, "million tokens/s", None),
        ("  ratio of the times", runs["LookUpFull"]["cpu_time"] / runs["LookUpSmall"]["cpu_time"], "", 1.15),
        ("look-up, all entries, names from all over", runs["LookUpFullVaried"]["items_per_second"] / 1e6, "million tokens/s", None),
        ("load image and read one short article, in process", runs["LoadAndReadOne"]["real_time"], "ms", None),
        ("the same as a process (khabar extract)", start.wall, "ms", 60),
        ("  its memory", start.memory, "MiB", 120),
        (f"serdi on the same Turtle ({size:.1f} MB)", parse, "ms", None),
        ("  ratio khabar extract / serdi", start.wall / parse, "", None),
        *[(f"stage: {name}", speed[key], "MB/s", None) for name, key in STAGES],
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
        *whole,
    ]
    missed = 0
    for what, figure, unit, limit in table:
        verdict = ""
        if limit is not None:
            kept = figure <= limit if limit > 0 else figure >= -limit
            missed += not kept
            verdict = f"  ({'at most' if limit > 0 else 'at least'} {abs(limit):g}: {'kept' if kept else 'MISSED'})"
        print(f"{what:<52} {figure:>9.2f} {unit:<17}{verdict}".rstrip(), flush=True)
    return 1 if missed and not smoke else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
