#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""faults.py KHABAR [CASE...]: khabar publish against a small store with faults.

After every case the store holds exactly the release; at no time did it show a live graph that was neither the old nor the new one
(a first load apart). Exit codes: 0 all is so, 1 not, 2 wrong usage.
"""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fake_store import Answer, Drop, Graphs, Store, fake_store, stall

BASE = "https://example.org/data/"
PASSWORD = "not-to-be-seen"  # noqa: S105
Fault = Callable[[str, str], None]
FIRED: set[Fault] = set()  # faults of once() that came to pass


class Failed(Exception):
    """A case that did not go as it must."""


def must(condition: object, message: str) -> None:
    if not condition:
        raise Failed(message)


def release(version: int, articles: range, statements: int = 5) -> Graphs:
    """Graphs by name. Articles whose number is even change with the version."""
    graphs = {}
    for number in articles:
        article = f"{BASE}article/{number}"
        said = version if number % 2 == 0 else 1
        graphs[article + "/graph"] = {f'<{article}> <https://example.org/says> "خبر {said}.{i}"@ar .' for i in range(statements + said)}
    graphs[BASE + "graph/knowledge"] = {f'<https://example.org/k{i}> <https://example.org/label> "{version} \\"اسم\\""@ar .' for i in range(7)}
    graphs[BASE + "graph/incidents"] = {f"<{BASE}incident/{version}> <https://example.org/member> <{BASE}article/{n}> ." for n in articles}
    return graphs


def write(path: Path, graphs: Graphs) -> Path:
    path.write_text("".join(f"{line[:-2]} <{name}> .\n" for name, lines in graphs.items() for line in sorted(lines)), encoding="utf-8")
    return path


class Case:
    """A store, two releases and the command."""

    def __init__(self, khabar: str, directory: Path, store: Store) -> None:
        self.khabar, self.directory, self.store = khabar, directory, store
        self.old, self.new = release(1, range(1, 9)), release(2, range(3, 11))
        self.old_file, self.new_file = write(directory / "old.nq", self.old), write(directory / "new.nq", self.new)
        self.said = ""

    def command(self, file: Path, *options: str) -> list[str]:
        return [self.khabar, "publish", "--to", self.store.url + "/data", "--query-url", self.store.url + "/query",
                "--update-url", self.store.url + "/update", "--retry-wait", "0.01", *options, str(file)]

    def publish(self, file: Path, *options: str, expect: int = 0, **environment: str) -> str:
        """Runs the command to its end; returns what it said."""
        done = subprocess.run(self.command(file, *options), capture_output=True, text=True, timeout=120, check=False,
                              env=os.environ | environment)
        self.said = done.stderr
        must(done.returncode == expect, f"exit code {done.returncode}, not {expect}: {done.stderr}")
        must(PASSWORD not in done.stdout + done.stderr, "the password was printed")
        return done.stdout

    def publish_fuseki(self, file: Path) -> None:
        """The same, by a profile: its endpoints are those of the store."""
        subprocess.run([self.khabar, "publish", "--profile", "fuseki", "--to", self.store.url, "-q", str(file)], check=True, timeout=120)

    def holds(self, graphs: Graphs) -> None:
        live = self.store.live()
        for name in sorted(live.keys() | graphs.keys()):
            must(live.get(name) == graphs.get(name), f"<{name}> is not what was published")
        must(not any("/staging/" in name and lines for name, lines in self.store.graphs.items()), "a staging graph was left")

    def never_torn(self) -> None:
        """Each live graph was the old one, the new one or none at all where one of both has none."""
        for state in self.store.history:
            for name in self.old.keys() | self.new.keys() | state.keys():
                must(state.get(name) in (self.old.get(name), self.new.get(name)), f"<{name}> was torn in between")

    def update(self, fault: Fault, *options: str) -> None:
        """Publishes the old release, then with the fault the new one, which must go well."""
        self.publish(self.old_file)
        self.store.history.clear()
        self.store.fault = fault
        self.publish(self.new_file, *options)
        must(fault in FIRED, "the fault did not come to pass")
        self.never_torn()
        self.holds(self.new)


def once(beginning: str, action: Callable[[], None], after: int = 0, word: str = "") -> Fault:
    """Does the action at one request that begins so and has the word in its body, after some that are let through."""
    seen = 0

    def fault(request: str, body: str) -> None:
        nonlocal seen
        if request.startswith(beginning) and word in body:
            seen += 1
            if seen == after + 1:
                FIRED.add(fault)
                action()

    return fault


def raising(error: Exception) -> Callable[[], None]:
    def action() -> None:
        raise error

    return action


def first_and_next(case: Case) -> None:
    case.publish(case.old_file)
    case.holds(case.old)
    must(len(case.store.writes()) == len(case.old) + 4, "more writes than a load of each graph, two clearings, record and release")
    case.store.requests.clear()
    case.publish(case.old_file)
    must(not case.store.writes(), "publishing the same release again wrote")
    out = case.publish(case.new_file, "--dry-run")
    must(not case.store.writes(), "--dry-run wrote")
    lines = sorted(out.split("\n")[:-1])
    names = [f"{kind} {BASE}article/{number}/graph" for kind, numbers in
             (("add", (9, 10)), ("change", (4, 6, 8)), ("remove", (1, 2))) for number in numbers]
    must(lines == sorted([*names, f"change {BASE}graph/knowledge", f"change {BASE}graph/incidents"]), f"--dry-run says {out}")
    case.store.history.clear()
    case.publish(case.new_file)
    case.never_torn()
    case.holds(case.new)
    puts = [request for request in case.store.writes() if request.startswith("PUT")]
    must(len(puts) == 7, f"{len(puts)} graphs were sent, not those 7 that changed")
    must("7" not in "".join(r for r in case.store.writes() if "article%2F7" in r), "an article that is as it was, was sent")


def in_bulk(case: Case) -> None:
    """Stores that take N-Quads get the first release in one request; the next one graph by graph."""
    case.publish_fuseki(case.old_file)
    case.holds(case.old)
    must(len(case.store.writes()) == 5, f"the first load took {case.store.writes()}")
    case.store.history.clear()
    case.publish_fuseki(case.new_file)
    case.never_torn()
    case.holds(case.new)


def foreign_graphs(case: Case) -> None:
    """Graphs that stand in the store before the first publication are replaced."""
    name = f"{BASE}article/3/graph"
    case.store.graphs[name] = {"<https://example.org/x> <https://example.org/y> <https://example.org/z> ."}
    case.publish(case.old_file)
    case.holds(case.old)


def refusals(case: Case) -> None:
    for status, words in ((401, "--user"), (403, "right to write"), (404, "--to"), (400, "--profile"), (302, "redirections")):
        case.store.fault = lambda request, body, status=status: raising(Answer(status, "<html><b>No</b> way</html>"))()
        case.publish(case.old_file, expect=1)
        must(f"HTTP {status}: No way" in case.said and words in case.said, f"of {status} it says {case.said}")
        must(case.said.count("\n") == 1, f"more than one line: {case.said}")
    case.store.fault = lambda request, body: None
    case.publish(case.old_file)
    case.holds(case.old)


def too_large(case: Case) -> None:
    big = write(case.directory / "big.nq", release(1, range(1, 4), 3000))

    def fault(request: str, body: str) -> None:
        if len(body.encode()) > 100_000:
            raise Answer(413)

    case.store.fault = fault
    case.publish(big)
    case.holds(release(1, range(1, 4), 3000))
    bigger = release(2, range(1, 4), 3000)
    case.publish(write(big, bigger))
    case.holds(bigger)
    case.store.fault = lambda request, body: raising(Answer(413))() if "/data" in request else None
    case.publish(case.old_file, expect=1)
    must("413" in case.said and "raise its limit" in case.said, case.said)


def pieces(case: Case) -> None:
    big = release(1, range(1, 4), 300)
    case.publish(write(case.directory / "big.nq", big), "--max-upload", "4096")
    case.holds(big)


def too_many(case: Case) -> None:
    begin = time.monotonic()
    case.update(once("PUT", raising(Answer(429, "slow down", {"Retry-After": "1"})), after=2))
    must(time.monotonic() - begin >= 1, "Retry-After was not waited for")
    must("HTTP 429: slow down; trying again in 1 s" in case.said, case.said)


def server_errors(case: Case) -> None:
    for status in (500, 502, 503, 504, 408):
        case.store.graphs.clear()
        case.update(once("POST /update", raising(Answer(status, "busy")), word="MOVE", after=1))
        must(f"HTTP {status}: busy; trying again" in case.said, case.said)


def lasting_error(case: Case) -> None:
    case.publish(case.old_file)
    case.store.history.clear()
    case.store.fault = lambda request, body: raising(Answer(500))() if "MOVE" in body and "article/8" in body else None
    case.publish(case.new_file, "--retries", "2", expect=1)
    must("given up after 3 attempts" in case.said, case.said)
    case.never_torn()
    case.store.fault = lambda request, body: None
    case.store.requests.clear()
    case.publish(case.new_file)
    case.never_torn()
    case.holds(case.new)


def dropped(case: Case) -> None:
    """The connection breaks before or after the request is done. A MOVE that is done twice would empty the graph."""
    for done in (False, True):
        for beginning, word in (("PUT", ""), ("POST /query", "COUNT"), ("POST /query", "VALUES"), ("POST /update", "MOVE"),
                                ("POST /update", "INSERT"), ("POST /update", "CLEAR"), ("POST /update", "publishedRelease")):
            for after in (0, 3) if word in ("MOVE", "") else (0,):
                case.store.graphs.clear()
                case.update(once(beginning, raising(Drop(done)), after, word))


def stalls(case: Case) -> None:
    """A MOVE is done, but its answer does not come for longer than curl takes to give a silent connection up (some seconds)."""
    case.update(once("POST /update", raising(Drop(True, silent=8)), word="MOVE"), "--timeout", "1")
    must("trying again" in case.said, case.said)
    case.never_torn()
    case.holds(case.new)


def nobody_there(case: Case) -> None:
    url = case.store.url
    case.store.url = "http://127.0.0.1:9"
    case.publish(case.old_file, "--retries", "1", expect=1)
    must("given up after 2 attempts" in case.said, case.said)
    case.store.url = url
    case.publish(case.old_file)
    case.holds(case.old)


def lost_statements(case: Case) -> None:
    """A store that keeps less than it was sent: the live graph stays."""
    case.publish(case.old_file)
    case.store.history.clear()
    perform = case.store.perform

    def losing(method: str, target: str, body: str) -> tuple[int, str]:
        return perform(method, target, body.split("\n", 1)[1] if method == "PUT" else body)

    case.store.perform = losing  # type: ignore[method-assign]
    case.publish(case.new_file, expect=1)
    must("was left as it was" in case.said, case.said)
    case.never_torn()
    case.store.perform = perform  # type: ignore[method-assign]
    case.publish(case.new_file)
    case.holds(case.new)


def killed(case: Case) -> None:
    """Killed at each request in turn, it goes on the next time."""
    for first in (True, False):
        for number in range(0 if first else 1, 60, 2):
            case.store.graphs.clear()
            if not first:
                case.publish(case.old_file)
            case.store.history.clear()
            count = 0
            process: list[subprocess.Popen[bytes]] = []

            def fault(request: str, body: str, number: int = number, process: list[subprocess.Popen[bytes]] = process) -> None:
                nonlocal count
                count += 1
                if count == number + 1:
                    process[0].send_signal(signal.SIGKILL)
                    if number % 2 == 0:
                        raise Drop(number % 4 == 0)

            file = case.old_file if first else case.new_file
            case.store.fault = lambda request, body: stall(0.05)  # until the process is known
            process.append(subprocess.Popen(case.command(file), stderr=subprocess.DEVNULL))
            case.store.fault = fault
            process[0].wait()
            case.store.fault = lambda request, body: None
            case.publish(file)
            if not first:
                case.never_torn()
            case.holds(case.old if first else case.new)
            if process[0].returncode == 0:
                break
        else:
            raise Failed("more requests than were tried")


def secrets(case: Case) -> None:
    case.publish(case.old_file, "--user", "rami", KHABAR_PASSWORD=PASSWORD)
    must(set(case.store.authorizations) == {"Basic cmFtaTpub3QtdG8tYmUtc2Vlbg=="}, f"sent {case.store.authorizations}")
    case.store.authorizations.clear()
    token = case.directory / "token"
    token.write_text(PASSWORD + "\n")
    case.publish(case.new_file, "--token-file", str(token))
    must(set(case.store.authorizations) == {"Bearer " + PASSWORD}, f"sent {case.store.authorizations}")
    must(not any(PASSWORD in request for request in case.store.requests), "the password stands in a URL")
    case.store.fault = lambda request, body: raising(Answer(401, "who are you?"))()
    case.publish(case.old_file, "--user", "rami", "--password-file", str(token), expect=1)


def encrypted(case: Case) -> None:
    """A certificate that nobody signed is refused, unless it is named."""
    certificate = case.directory / "certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost", "-keyout", certificate.with_suffix(".key"), "-out", certificate], check=True, capture_output=True)
    both = case.directory / "both.pem"
    both.write_bytes(certificate.read_bytes() + certificate.with_suffix(".key").read_bytes())
    with fake_store(both) as store:
        secure = Case(case.khabar, case.directory, store)
        secure.publish(secure.old_file, expect=1)
        must("certificate" in secure.said and not store.requests, secure.said)
        secure.publish(secure.old_file, "--ca-file", str(certificate))
        secure.holds(secure.old)


CASES = [first_and_next, in_bulk, foreign_graphs, refusals, too_large, pieces, too_many, server_errors, lasting_error, dropped, stalls, nobody_there,
         lost_statements, killed, secrets, encrypted]


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    failed = 0
    cases = [case for case in CASES if case.__name__ in arguments[1:] or not arguments[1:]]
    for case in cases:
        with tempfile.TemporaryDirectory(prefix="khabar-publish-") as directory, fake_store() as store:
            begin = time.monotonic()
            try:
                case(Case(arguments[0], Path(directory), store))
                print(f"{case.__name__}: {time.monotonic() - begin:.1f} s", flush=True)
            except (Failed, subprocess.SubprocessError) as failure:
                failed += 1
                print(f"{case.__name__}: FAILED: {failure}", flush=True)
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
