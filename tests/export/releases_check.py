#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""releases_check.py KHABAR: what runs of khabar export publish, one after another.

Exit codes: 0 all is as it should be, 1 not.
"""
from __future__ import annotations

import fcntl
import gzip
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from common import check_history, current, environment, examples, export, lines, many, statements, tree, write

KHABAR = ""


def graph(identifier: str) -> str:
    return f"<https://w3id.org/khabar/data/article/{identifier}/graph> ."


def test_same_again(work: Path) -> None:
    """Nothing changed, nothing is published; any number of threads gives the same bytes."""
    source = write(work / "a.jsonl", many(60))
    export(KHABAR, work / "one", source, "--jobs", "1")
    export(KHABAR, work / "four", source, "--jobs", "4")
    first = tree(work / "one" / "releases")
    assert first == tree(work / "four" / "releases")
    state = (work / "one" / "state.db").read_bytes()
    done = export(KHABAR, work / "one", source)
    assert "nothing to publish; release 000001-2024-03-04 stays" in done.stderr, done.stderr
    assert first == tree(work / "one" / "releases") and state == (work / "one" / "state.db").read_bytes()
    check_history(work / "one")


def test_difference(work: Path) -> None:
    """New, corrected, moved and removed articles; the rest is taken over byte for byte."""
    state, articles = work / "s", many(80)
    export(KHABAR, state, write(work / "a.jsonl", articles[:50]))
    first = current(state)
    export(KHABAR, state, write(work / "b.jsonl", articles[50:]))  # the first fifty are absent and stay
    second = current(state)
    assert (second / "articles.nq.gz").read_bytes().startswith((first / "articles.nq.gz").read_bytes())
    assert (second / "events.csv").read_bytes().startswith((first / "events.csv").read_bytes())
    assert lines(first / "articles.nq.gz") <= lines(second / "articles.nq.gz")
    articles[3]["text"] = articles[3]["text"].replace("\n", "\n\n", 1)
    articles[60]["publisher"] = "=1+1, \"x\"\ny"
    everything = write(work / "c.jsonl", articles)
    done = export(KHABAR, state, everything, "--dry-run")
    assert sorted(done.stdout.split("\n")) == ["", f"changed {articles[3]['id']}", f"changed {articles[60]['id']}"], done.stdout
    assert current(state) == second
    done = export(KHABAR, state, everything)
    assert f"the article '{articles[3]['id']}' was in {work / 'a.jsonl'} before and is another now" in done.stderr, done.stderr
    assert "0 new, 2 changed, 0 removed, 78 unchanged articles" in done.stderr, done.stderr
    removed = lines(current(state) / "removed.nq.gz")
    assert removed and all(any(graph(articles[i]["id"]) in line for i in (3, 60)) for line in removed if "/incident/" not in line)
    export(KHABAR, state, write(work / "d.jsonl", articles[10:]), "--mirror")
    gone = lines(current(state) / "removed.nq.gz")
    for article in articles[:10]:
        assert sum(graph(article["id"]) in line for line in gone) > 20, article["id"]
    done = export(KHABAR, state, "--remove", articles[20]["id"], "--remove", "never-there")
    assert "there is no article 'never-there' to remove" in done.stderr
    assert not any(graph(articles[20]["id"]) in line for line in statements(current(state)))
    check_history(state)
    # A history of several runs and one run over what is left say the same.
    left = [article for article in articles[10:] if article["id"] != articles[20]["id"]]
    export(KHABAR, work / "once", write(work / "e.jsonl", left))
    def of_articles(release: Path) -> set[str]:
        return lines(release / "articles.nq.gz") | lines(release / "knowledge.nq.gz")
    assert of_articles(current(state)) == of_articles(current(work / "once"))
    for table in ("events.csv", "casualties.csv"):
        assert sorted((current(state) / table).read_text().splitlines()) == sorted((current(work / "once") / table).read_text().splitlines())


def test_mirror_with_skipped(work: Path) -> None:
    """An input that cannot be read removes nothing."""
    state, articles = work / "s", examples()
    export(KHABAR, state, write(work / "a.jsonl", articles))
    (work / "b.jsonl").write_text("{broken\n", encoding="utf-8")
    done = export(KHABAR, state, "--mirror", work / "b.jsonl", write(work / "c.jsonl", articles[:4]), code=3)
    assert "nothing was removed for being absent, since some inputs were skipped" in done.stderr
    assert "0 removed, 8 unchanged" in done.stderr, done.stderr
    before = tree(state / "releases")
    export(KHABAR, state, "--strict", work / "b.jsonl", write(work / "d.jsonl", many(3)), code=1)
    assert before == tree(state / "releases")
    done = export(KHABAR, state, "--remove", articles[0]["id"], work / "a.jsonl", code=1)
    assert "is to be removed but stands in the inputs" in done.stderr


def test_options_and_version(work: Path) -> None:
    """Other options: everything in the inputs is read anew, what is absent stays."""
    state, articles = work / "s", examples()
    export(KHABAR, state, write(work / "a.jsonl", articles))
    done = export(KHABAR, state, "--detail", "full", write(work / "b.jsonl", articles[:5]))
    assert "0 new, 5 changed, 0 removed, 3 unchanged" in done.stderr, done.stderr
    check_history(state)


def test_keep_and_dates(work: Path) -> None:
    """--keep; names grow whatever the date is, so that a clock that goes backwards does no harm."""
    state, articles = work / "s", examples()
    for number, epoch in enumerate(("1717200000", "86400", "1717300000")):
        export(KHABAR, state, write(work / "a.jsonl", articles[:number + 2]), "--keep", "2", SOURCE_DATE_EPOCH=epoch)
    assert sorted(path.name for path in (state / "releases").iterdir()) == ["000002-1970-01-02", "000003-2024-06-02"]
    assert current(state).name == "000003-2024-06-02"
    export(KHABAR, state, work / "a.jsonl", SOURCE_DATE_EPOCH="soon", code=2)
    check_history(state)


def test_damage(work: Path) -> None:
    """The state is made anew from the release when it is missing, damaged or of another version; nothing is read twice for it."""
    articles = many(60)
    source, more = write(work / "a.jsonl", articles[:50]), write(work / "b.jsonl", articles[50:])
    whole = work / "whole"
    export(KHABAR, whole, source)
    shutil.copytree(whole, work / "then", symlinks=True)
    export(KHABAR, whole, more)
    expected = tree(whole / "releases")

    def cut(state: Path) -> None:
        (state / "state.db").write_bytes((state / "state.db").read_bytes()[:5000])

    def garbage(state: Path) -> None:
        (state / "state.db").write_bytes(b"no database " * 1000)

    def flipped(state: Path) -> None:
        data = bytearray((state / "state.db").read_bytes())
        at = data.index(b"/graph\t") + 20
        data[at] ^= 1
        (state / "state.db").write_bytes(data)

    def fewer(state: Path) -> None:
        with sqlite3.connect(state / "state.db") as database:
            database.execute("DELETE FROM block WHERE number = 1")

    def version(state: Path) -> None:
        with sqlite3.connect(state / "state.db") as database:
            database.execute("PRAGMA user_version = 99")

    def missing(state: Path) -> None:
        (state / "state.db").unlink()

    for damage in (cut, garbage, flipped, fewer, version, missing):
        state = work / damage.__name__
        shutil.copytree(work / "then", state, symlinks=True)
        damage(state)
        done = export(KHABAR, state, source, "--dry-run")
        assert "0 new, 0 changed, 0 removed, 50 unchanged" in done.stderr, (damage.__name__, done.stderr)
        done = export(KHABAR, state, more)
        assert "state.db" in done.stderr and "goes on from release 000001" in done.stderr, (damage.__name__, done.stderr)
        assert "10 new, 0 changed, 0 removed, 50 unchanged" in done.stderr, (damage.__name__, done.stderr)
        assert tree(state / "releases") == expected, damage.__name__

    # What linking remembers can be lost or damaged: everything is linked from the start, and nothing is said.
    def overwrite(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)

    for name, spoil in {"lost": Path.unlink, "bad": overwrite, "short": lambda path: path.write_bytes(path.read_bytes()[:-9])}.items():
        state = work / name
        shutil.copytree(work / "then", state, symlinks=True)
        spoil(state / "links")
        export(KHABAR, state, more)
        assert tree(state / "releases") == expected, name

    # A damaged release is never copied into a new one.
    for name in ("incidents.nq.gz", "incidents.csv", "incidents.state.gz"):
        state = work / f"rotten-{name}"
        shutil.copytree(work / "then", state, symlinks=True)
        overwrite(current(state) / name)
        done = export(KHABAR, state, more, code=1)
        assert name in done.stderr and done.stderr.count("\n") == 1 and current(state).name.startswith("000001"), (name, done.stderr)

    state = work / "rotten"
    shutil.copytree(whole, state, symlinks=True)
    path = current(state) / "articles.nq.gz"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    done = export(KHABAR, state, write(work / "c.jsonl", many(61)[60:]), code=1)
    assert "articles.nq.gz: damaged between the bytes" in done.stderr and done.stderr.count("\n") == 1, done.stderr
    assert current(state).name.startswith("000002")
    shutil.rmtree(current(state))  # the remedy that it names
    done = export(KHABAR, state, source, more, work / "c.jsonl")
    assert "release 000002-2024-03-04, the last one, is gone" in done.stderr, done.stderr
    assert "11 new, 0 changed, 0 removed, 50 unchanged" in done.stderr, done.stderr


def test_validate(work: Path) -> None:
    """khabar validate takes a release whole, and names what is damaged in it."""
    def validate(release: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run([KHABAR, "validate", str(release)], capture_output=True, text=True, env=environment())

    state = work / "s"
    export(KHABAR, state, write(work / "a.jsonl", many(20)))
    export(KHABAR, state, write(work / "b.jsonl", many(24)[2:]), "--mirror")
    done = validate(state / "current")
    assert done.returncode == 0 and "22 articles" in done.stdout and done.stdout.endswith("\n0 problems\n"), done.stdout

    def shorten(release: Path) -> None:
        text = gzip.decompress((release / "articles.nq.gz").read_bytes()).splitlines(keepends=True)
        (release / "articles.nq.gz").write_bytes(gzip.compress(b"".join(text[:-60])))

    def miscount(release: Path) -> None:
        path = release / "void.ttl"
        path.write_text(path.read_text().replace('void:documents "22"', 'void:documents "23"'))

    def break_syntax(release: Path) -> None:
        (release / "removed.nq.gz").write_bytes(gzip.compress(b"<https://example.org/a> <https://example.org/b> .\n"))

    def lose(release: Path) -> None:
        (release / "events.csv").unlink()

    def add(release: Path) -> None:
        (release / "notes.txt").write_text("not of this release")

    rules = {shorten: ("sum", "description", "incident"), miscount: ("sum", "description"), break_syntax: ("syntax",), lose: ("sum",), add: ("sum",)}
    for damage, found in rules.items():
        release = work / damage.__name__
        shutil.copytree(state / "current", release)
        damage(release)
        done = validate(release)
        assert done.returncode == 1 and all(f"[{rule}]" in done.stdout for rule in found), (damage.__name__, done.stdout)
    done = validate(work)
    assert done.returncode == 2 and "is a directory but no release of khabar export" in done.stderr, done.stderr


def test_one_at_a_time(work: Path) -> None:
    """A second job fails at once."""
    state = work / "s"
    source = write(work / "a.jsonl", examples())
    export(KHABAR, state, source)
    with open(state / "lock", "r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for arguments in ((source,), (source, "--dry-run")):
            done = export(KHABAR, state, *arguments, code=1)
            assert done.stderr == f"khabar: {state}: another khabar export is at work here; try again when it has ended\n", done.stderr


def test_dry_run_writes_nothing(work: Path) -> None:
    source = write(work / "a.jsonl", examples())
    done = export(KHABAR, work / "none", source, "--dry-run")
    assert done.stdout.startswith("new 01-agency-reprisal\n") and not (work / "none").exists()
    export(KHABAR, work / "s", source)
    before = {path: path.stat().st_mtime_ns for path in (work / "s").rglob("*")}
    export(KHABAR, work / "s", write(work / "b.jsonl", many(9)), "--dry-run", "--mirror")
    assert before == {path: path.stat().st_mtime_ns for path in (work / "s").rglob("*")}


def test_duplicate_ids(work: Path) -> None:
    """Two articles with one id in one run: both places are named and nothing is published."""
    state = work / "s"
    export(KHABAR, state, write(work / "a.jsonl", examples()))
    before = tree(state)
    done = export(KHABAR, state, work / "a.jsonl", write(work / "b.jsonl", examples()[:1]), code=1)
    assert "b.jsonl:1: the id '01-agency-reprisal' is already that of the article in" in done.stderr, done.stderr
    assert before == tree(state)


def main() -> int:
    global KHABAR
    KHABAR = sys.argv[1]
    failed = 0
    tests = {name: test for name, test in globals().items() if name.startswith("test_")}
    for name, test in tests.items():
        with tempfile.TemporaryDirectory(prefix="khabar-export-") as directory:
            try:
                test(Path(directory))
            except AssertionError as error:
                failed += 1
                print(f"{name}: {error or 'failed'} (line {error.__traceback__.tb_next.tb_lineno})")
    print(f"{len(tests)} tests, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
