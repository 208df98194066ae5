# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""What the three scripts share: the command line, the files of a release, the questions, and how answers are shown."""
from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

QUERIES = Path(__file__).resolve().parent.parent.parent / "ontology" / "queries"
PARTS = ("articles.nq.gz", "knowledge.nq.gz", "incidents.nq.gz")
SKIPPED = 77  # exit code: the store is not installed
STOP_SECONDS = 30
START_SECONDS = 180


class StoreError(Exception):
    """The store did not start, load or answer."""


def release_files(release: Path) -> list[Path]:
    """The N-Quads of a release; of a job's directory, of its current release."""
    if (release / "current").is_dir():
        release = release / "current"
    files = [release / part for part in PARTS if (release / part).exists()]
    if not files:
        raise StoreError(f"{release}: no release; khabar export makes one")
    return files


def free_ports(count: int) -> list[int]:
    """Ports that are free on the loopback now."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def request(url: str, body: bytes | None = None, method: str = "POST", **headers: str) -> bytes:
    """One request; an answer that is an error is one here."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, named, method=method), timeout=300) as reply:
            return reply.read()
    except urllib.error.HTTPError as error:
        raise StoreError(f"{url}: {error} {error.read().decode('utf-8', 'replace')[:500]}") from error


class Store(ABC):
    """A store on the loopback, in a directory of its own, whose default graph is the union of all graphs."""

    @abstractmethod
    def load(self, files: list[Path]) -> None:
        """Loads files of N-Quads, compressed by gzip."""

    @abstractmethod
    def select(self, query: str) -> dict[str, Any]:
        """The answer to a SELECT, as SPARQL's JSON results."""

    def about(self) -> str:
        """Where to ask it."""
        return ""

    def sizes(self) -> dict[str, int]:
        """The number of statements of each graph of khabar's."""
        query = 'SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER (REGEX(STR(?g), "/graph(/[a-z0-9/]+)?$")) } GROUP BY ?g'
        rows = self.select(query)["results"]["bindings"]
        return {row["g"]["value"]: int(row["n"]["value"]) for row in rows if "g" in row}


class Server(Store):
    """A store that is a process of its own, started in a session of its own and stopped whatever happens."""

    query_url = ""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.log = directory / "server.out"
        self.process: subprocess.Popen[bytes] | None = None

    def launch(self, command: list[str], ready: str) -> None:
        """Starts the process and waits for a word in what it prints."""
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(command, cwd=self.directory, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                            start_new_session=True)
        deadline = time.monotonic() + START_SECONDS
        while ready not in self.log.read_text(errors="replace"):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise StoreError(f"{command[0]} did not start:\n{self.log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.2)

    @abstractmethod
    def start(self) -> None:
        """Starts the server."""

    def ask_to_stop(self) -> None:
        """Tells the server to end."""
        if self.process is not None:
            self.process.terminate()

    def stop(self) -> None:
        """A server that does not obey is killed with its session."""
        if self.process is None or self.process.poll() is not None:
            return
        with contextlib.suppress(subprocess.SubprocessError, OSError):
            self.ask_to_stop()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def select(self, query: str) -> dict[str, Any]:
        body = urllib.parse.urlencode({"query": query}).encode()
        return json.loads(request(self.query_url, body, Accept="application/sparql-results+json"))

    def about(self) -> str:
        return f"SPARQL at {self.query_url}"


@contextlib.contextmanager
def running(server: Server) -> Iterator[Server]:
    """The server for the time of the with block."""
    try:
        server.start()
        yield server
    finally:
        server.stop()


def show(name: str, answer: dict[str, Any], rows: int) -> None:
    """The first rows of an answer."""
    names, bindings = answer["head"]["vars"], answer["results"]["bindings"]
    print(f"\n{name}: {len(bindings)} rows", "\t".join(names), sep="\n", flush=True)
    for row in bindings[:rows]:
        print("\t".join(row[column]["value"] if column in row else "" for column in names))


def run_queries(store: Store, answers: Path | None, rows: int) -> None:
    """Asks all of ontology/queries; keeps the answers in a directory when one is named."""
    for path in sorted(QUERIES.glob("*.rq")):
        answer = store.select(path.read_text(encoding="utf-8"))
        if answers is None:
            show(path.stem, answer, rows)
        else:
            (answers / f"{path.stem}.json").write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
    if answers is not None:
        (answers / "sizes.json").write_text(json.dumps(store.sizes(), indent=0, sort_keys=True), encoding="utf-8")


def leave(number: int, frame: FrameType | None) -> None:
    """A signal becomes an exit, so that the server is stopped."""
    sys.exit(128 + number)


def arguments_of(description: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("release", type=Path, help="the directory of a release, or of a job (khabar export --state)")
    parser.add_argument("--answers", type=Path, metavar="DIR", help="write the answers there (SPARQL JSON), instead of showing them")
    parser.add_argument("--rows", type=int, default=5, metavar="N", help="rows to show of each answer (5)")
    parser.add_argument("--serve", action="store_true", help="go on until Ctrl-C, for questions of your own")
    return parser.parse_args()


def serve(store: Store, options: argparse.Namespace) -> None:
    """Loads the release, asks the queries, and waits if that is wanted."""
    store.load(release_files(options.release.resolve()))
    if options.answers is not None:
        options.answers.mkdir(parents=True, exist_ok=True)
    run_queries(store, options.answers, options.rows)
    if options.serve and store.about():
        print(f"\n{store.about()}; Ctrl-C ends it", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            signal.pause()


def main(description: str, kind: type[Server]) -> int:
    """The whole script of a store that is a server."""
    options = arguments_of(description)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    try:
        with tempfile.TemporaryDirectory(prefix="khabar-store-") as directory, running(kind(Path(directory))) as store:
            serve(store, options)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
