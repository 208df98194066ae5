#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""history_check.py KHABAR [HISTORIES]: random histories of runs; what is kept from run to run changes nothing but the time.

Articles come, are corrected, change their dates, go and come back. One job keeps all it knows; another loses what linking remembers (DIR/links)
before every run: both must publish the same bytes. At the end a job without a past must give the same statements, but for the incidents' IRIs.
Exit codes: 0 all is as it should be, 1 not.
"""
from __future__ import annotations

import random
import re
import sys
import tempfile
from pathlib import Path

from common import check_history, current, export, lines, many, tree, write

RUNS = 7
INCIDENT = re.compile(r"<(https://w3id\.org/khabar/data/incident/.*?)(/member/[^>]*)?>")


def without_names(release: Path) -> set[str]:
    """The statements of incidents with each incident named for its members, which say what it is in any history."""
    members: dict[str, list[str]] = {}
    found = lines(release / "incidents.nq.gz")
    for line in found:
        subject, predicate, obj = line.split(" ")[:3]
        if predicate.endswith("#incident>"):
            members.setdefault(obj, []).append(subject)
    names = {iri: "+".join(sorted(events)) for iri, events in members.items()}
    replaced = {line.split(" ")[0] for line in found if "isReplacedBy" in line}
    return {INCIDENT.sub(lambda m: names[f"<{m[1]}>"] + (m[2] or ""), line) for line in found if line.split(" ")[0] not in replaced}


def live_on(dice: random.Random, pool: list[dict[str, str]], now: dict[str, dict[str, str]]) -> bool:
    """The articles of the next night; whether it mirrors."""
    for article in dice.sample(pool, dice.choice((0, 1, 2, 12))):
        now.setdefault(article["id"], dict(article))
    for identifier in dice.sample(sorted(now), min(len(now), dice.choice((0, 2, 6)))):
        match dice.randrange(4):
            case 0:
                now[identifier]["text"] = now[identifier]["text"].replace("\n", "\n\n", 1)  # all events after it are elsewhere
            case 1:
                now[identifier]["published"] = f"2024-01-{dice.randrange(1, 9):02}"
            case 2:
                now[identifier]["title"] = str(dice.random())
            case _:
                now[identifier] = dict(next(article for article in pool if article["id"] == identifier))
    if dice.randrange(3):
        return False
    for identifier in dice.sample(sorted(now), min(len(now), dice.choice((1, 3, 9)))):
        del now[identifier]
    return True


def history(khabar: str, work: Path, seed: int) -> tuple[int, int]:
    dice = random.Random(seed)
    pool = many(64)
    for number, article in enumerate(pool):
        article["published"] = f"2024-01-{number // 8 % 6 + 1:02}"
    now: dict[str, dict[str, str]] = {}
    keeping, forgetting = work / f"{seed}-keeping", work / f"{seed}-forgetting"
    replaced = 0
    for run in range(RUNS):
        mirror = live_on(dice, pool, now)
        articles = list(now.values())
        dice.shuffle(articles)
        source = write(work / f"{seed}-{run}.jsonl", articles)
        (forgetting / "links").unlink(missing_ok=True)
        for state in (keeping, forgetting):
            export(khabar, state, source, *(["--mirror"] if mirror else []))
        assert tree(keeping / "releases") == tree(forgetting / "releases"), f"history {seed}, run {run}: not the same bytes"
        if (keeping / "current").exists():
            replaced += sum("isReplacedBy" in line for line in lines(current(keeping) / "incidents.nq.gz"))
    if not now:
        return 0, replaced
    check_history(keeping)
    once = work / f"{seed}-once"
    export(khabar, once, source, "--mirror")
    if (keeping / "current").exists() and mirror:
        assert without_names(current(keeping)) == without_names(current(once)), f"history {seed}: not what one run gives"
        assert lines(current(keeping) / "articles.nq.gz") == lines(current(once) / "articles.nq.gz")
    return sum("#Incident>" in line for line in lines(current(once) / "incidents.nq.gz")), replaced


def main() -> int:
    khabar, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 8
    incidents = replaced = 0
    with tempfile.TemporaryDirectory(prefix="khabar-history-") as name:
        for seed in range(1, count + 1):
            found = history(khabar, Path(name), seed)
            incidents, replaced = incidents + found[0], replaced + found[1]
    print(f"{count} histories of {RUNS} runs, {incidents} incidents at their ends, {replaced} times one was replaced")
    return 0 if incidents and replaced else 1


if __name__ == "__main__":
    sys.exit(main())
