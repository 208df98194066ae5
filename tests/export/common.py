# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""What the tests of khabar export share: inputs made of the examples, runs, releases as sets of lines."""
from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
QUADS = ("articles.nq.gz", "incidents.nq.gz", "knowledge.nq.gz")


def examples() -> list[dict[str, str]]:
    """The articles of examples/, as they stand in articles.jsonl."""
    return [json.loads(line) for line in (ROOT / "examples" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


def many(count: int) -> list[dict[str, str]]:
    """That many articles: the examples again and again, each time under other ids and with another date."""
    articles = []
    for number in range(count):
        article = dict(examples()[number % 8])
        article["id"] += f"-{number // 8}"
        article["published"] = f"2024-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        articles.append(article)
    return articles


def write(path: Path, articles: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), encoding="utf-8")
    return path


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "KHABAR_KNOWLEDGE"}}
    return kept | {"LC_ALL": "C.UTF-8"} | more


def export(khabar: str, state: Path, *arguments: str | Path, code: int = 0, **more: str) -> subprocess.CompletedProcess[str]:
    """A run that must end with this exit code."""
    command = [khabar, "export", "--state", str(state), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(**more))
    if done.returncode != code:
        raise AssertionError(f"{' '.join(command)}: exit code {done.returncode}, not {code}\n{done.stderr}")
    return done


def current(state: Path) -> Path:
    return (state / "current").resolve()


def lines(path: Path) -> set[str]:
    """The lines of a gzip file, each of which must stand once."""
    found = gzip.decompress(path.read_bytes()).decode().splitlines()
    assert len(found) == len(set(found)), f"{path}: a line stands twice"
    return set(found)


def statements(release: Path) -> set[str]:
    """All statements of a release."""
    return set().union(*(lines(release / name) for name in QUADS if (release / name).exists()))


def tree(directory: Path) -> dict[str, str]:
    """Hashes of the files below a directory."""
    return {str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(directory.rglob("*")) if path.is_file() and not path.is_symlink()}


def check(release: Path) -> None:
    """A release is whole: its files are those of SHA256SUMS, with these sums."""
    sums = dict(reversed(line.split("  ")) for line in (release / "SHA256SUMS").read_text().splitlines())
    found = tree(release)
    found.pop("SHA256SUMS")
    assert found == sums, f"{release}: not the files of SHA256SUMS"


def check_history(state: Path) -> None:
    """Every release is whole, and differs from the one before by what it says was added and removed."""
    before: set[str] = set()
    gone = False
    for release in sorted((state / "releases").iterdir()):
        assert not release.name.startswith("."), f"{release} was left behind"
        check(release)
        now, added, removed = statements(release), lines(release / "added.nq.gz"), lines(release / "removed.nq.gz")
        first = release.name.startswith("000001")
        if first or gone:
            assert not added & before and removed <= before, release
            assert (before - removed) | added == now, f"{release}: the difference is not that to the release before"
        before, gone = now, True
    assert current(state).name == max(path.name for path in (state / "releases").iterdir())
