#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""stores_check.py KHABAR PYTHON: releases in real stores. PYTHON is an interpreter with pyoxigraph.

Two releases are exported. The scripts of examples/stores load the second into Oxigraph, Fuseki and Virtuoso: the graphs have the
same sizes and all queries of ontology/queries the same answers. Then khabar publish brings the first and the second release into
Fuseki and Virtuoso, and the same is compared again.
Exit codes: 0 all agree, 1 not, 2 wrong usage, 77 Fuseki or Virtuoso is not installed (what is there has been tested).
"""
from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "examples" / "stores"
sys.path.insert(0, str(EXAMPLES))

import fuseki  # noqa: E402
import virtuoso  # noqa: E402
from stores import SKIPPED, Server, StoreError, run_queries, running  # noqa: E402

Problems = list[str]


def cell(term: dict[str, Any] | None) -> str:
    """A value in a form that stores agree on: numbers by value, true as 1, an IRI in brackets."""
    if term is None:
        return ""
    if term["type"] == "uri":
        return f"<{term['value']}>"
    value = {"true": "1", "false": "0"}.get(term["value"], term["value"])
    if "datatype" in term and value.lstrip("-").replace(".", "", 1).isdigit():
        return f"{Decimal(value).normalize():f}"
    return value + ("@" + term["xml:lang"].lower() if "xml:lang" in term else "")


def rows_of(file: Path) -> list[str]:
    answer = json.loads(file.read_text(encoding="utf-8"))
    if "head" not in answer:
        return [f"{graph} {size}" for graph, size in sorted(answer.items())]
    return sorted(" | ".join(cell(row.get(name)) for name in sorted(answer["head"]["vars"])) for row in answer["results"]["bindings"])


def differences(expected: Path, found: Path, name: str) -> Problems:
    """Answers that are not those of another store."""
    problems = []
    for file in sorted(expected.glob("*.json")):
        left, right = rows_of(file), rows_of(found / file.name)
        if left != right:
            only = [f"  only expected: {row}" for row in left if row not in right] + [f"  only found: {row}" for row in right if row not in left]
            problems += [f"{name}: {file.stem}: {len(right)} rows, not {len(left)}", *only[:6]]
    return problems


def run(*command: str | Path, **environment: str) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=900, check=False, env=os.environ | environment)
    if done.returncode not in (0, SKIPPED):
        raise StoreError(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stderr}")
    return done.stderr


def export(khabar: str, directory: Path) -> tuple[Path, Path]:
    """Two releases of one job: the second has a new article, one that changed, and lacks one."""
    lines = [json.loads(line) for line in (ROOT / "examples" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    changed = [*lines[1:-1], lines[-1] | {"text": lines[-1]["text"] + "\n" + lines[1]["text"]}]
    for articles, more in ((lines[:-2] + lines[-1:], ()), (changed, ("--mirror",))):
        file = directory / "articles.jsonl"
        file.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), encoding="utf-8")
        run(khabar, "export", "--state", directory / "state", "--quiet", *more, file)
    first, second = sorted((directory / "state" / "releases").iterdir())
    return first, second


def publish(khabar: str, server: Server, release: Path) -> str:
    if isinstance(server, fuseki.Fuseki):
        return run(khabar, "publish", "--profile", "fuseki", "--to", server.url, release)
    return run(khabar, "publish", "--profile", "virtuoso", "--to", server.url, "--user", "dba", release, KHABAR_PASSWORD="dba")  # noqa: S106


def check_publishing(khabar: str, server: Server, releases: tuple[Path, Path], expected: list[Path], work: Path, name: str) -> Problems:
    """Publishes both releases, each compared with Oxigraph's answers, and the second again."""
    problems = []
    with running(server):
        for release, answers in zip(releases, expected, strict=True):
            said = publish(khabar, server, release)
            print(f"{name}: {said}".rstrip(), flush=True)
            found = work / f"{name}-{release.name}"
            found.mkdir()
            run_queries(server, found, 0)
            sizes = json.loads((found / "sizes.json").read_text(encoding="utf-8"))
            left = [graph for graph in sizes if "/graph/staging" in graph]
            problems += [f"{name}: {graph} is left" for graph in left]
            (found / "sizes.json").write_text(json.dumps({g: n for g, n in sizes.items() if not g.endswith("/graph/published")}), encoding="utf-8")
            problems += differences(answers, found, f"{name} after publishing {release.name}")
        if "0 graphs added, 0 changed, 0 removed" not in (said := publish(khabar, server, releases[1])):
            problems.append(f"{name}: publishing again was not nothing: {said}")
    return problems


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    khabar, python = arguments
    subprocess.run([EXAMPLES / "fetch_fuseki.sh"], check=False, timeout=600)
    stores: list[tuple[str, Callable[[Path], Server]]] = [
        (name, kind) for name, module, kind in (("Fuseki", fuseki, fuseki.Fuseki), ("Virtuoso", virtuoso, virtuoso.Virtuoso)) if module.installed()]
    problems: Problems = []
    with tempfile.TemporaryDirectory(prefix="khabar-stores-") as name:
        work = Path(name)
        releases = export(khabar, work)
        expected = [work / "oxigraph-1", work / "oxigraph-2"]
        for release, answers in zip(releases, expected, strict=True):
            run(python, EXAMPLES / "oxigraph.py", release, "--answers", answers)
        for store, kind in stores:
            try:
                run(sys.executable, EXAMPLES / f"{store.lower()}.py", releases[1], "--answers", work / store)
                problems += differences(expected[1], work / store, store)
                directory = work / f"{store}-server"
                directory.mkdir()
                problems += check_publishing(khabar, kind(directory), releases, expected, work, store)
            except StoreError as error:
                problems.append(f"{store}: {error}")
    print(*problems, f"{len(stores)} stores, {len(problems)} problems", sep="\n")
    return 1 if problems else 0 if len(stores) == 2 else SKIPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
