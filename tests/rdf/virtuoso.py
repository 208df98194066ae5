# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""A Virtuoso server of our own: in a directory of its own, on free loopback ports, stopped whatever happens."""
from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

INI = Path("/etc/virtuoso-opensource-7/virtuoso.ini")
DATABASE = "/var/lib/virtuoso-opensource-7/db/"
DEFAULT_GRAPH = "http://example.org/default"  # where statements without a graph are put
START_SECONDS = 120
STOP_SECONDS = 30


class StoreError(Exception):
    """The server did not start, load or answer."""


def installed() -> bool:
    return bool(shutil.which("virtuoso-t") and shutil.which("isql-vt") and INI.exists())


def free_ports(count: int) -> list[int]:
    """Ports that are free on the loopback now."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


class Virtuoso:
    """One running server."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.load_directory = directory / "load"
        self.log = directory / "server.out"
        self.sql_port, self.http_port = free_ports(2)
        self.process: subprocess.Popen[bytes] | None = None

    def configuration(self) -> str:
        """Debian's configuration with our directories and ports, small buffers and no cut in answers."""
        text = INI.read_text(encoding="utf-8").replace(DATABASE, f"{self.directory}/db/")
        ports = iter((self.sql_port, self.http_port))
        text = re.sub(r"(?m)^(ServerPort\s*=).*$", lambda line: f"{line[1]} 127.0.0.1:{next(ports)}", text, count=2)
        text = re.sub(r"(?m)^DirsAllowed\s*=.*$", f"DirsAllowed = ., {self.load_directory}", text)
        return re.sub(r"(?m)^(;?\s*)ResultSetMaxRows\s*=.*$", "ResultSetMaxRows = 10000000", text)

    def start(self) -> None:
        for name in ("db", "load"):
            (self.directory / name).mkdir()
        ini = self.directory / "virtuoso.ini"
        ini.write_text(self.configuration(), encoding="utf-8")
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(["virtuoso-t", "+foreground", "+configfile", str(ini)], cwd=self.directory,
                                            stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)
        deadline = time.monotonic() + START_SECONDS
        while "Server online" not in self.log.read_text(errors="replace"):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise StoreError(f"Virtuoso did not start:\n{self.log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.2)

    def stop(self) -> None:
        """Shuts down; a server that does not obey is killed with its session."""
        if self.process is None or self.process.poll() is not None:
            return
        with contextlib.suppress(Exception):
            self.sql("shutdown;\n")
        for warning in (signal.SIGTERM, signal.SIGKILL, None):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(STOP_SECONDS)
                return
            if warning is not None:
                os.killpg(self.process.pid, warning)

    def sql(self, statements: str) -> str:
        """Runs SQL statements, each ending with ';' and a newline; returns what isql prints."""
        run = subprocess.run(
            ["isql-vt", f"127.0.0.1:{self.sql_port}", "dba", "dba",
             "VERBOSE=OFF", "BANNER=OFF", "PROMPT=OFF", "ERRORS=STDOUT"],
            input=statements, capture_output=True, text=True, timeout=600, check=False)
        return run.stdout

    def load(self, file: Path) -> None:
        """Bulk loads one N-Quads file; an error in it is an error here."""
        shutil.copyfile(file, self.load_directory / "graph.nq")
        printed = self.sql(f"ld_dir('{self.load_directory}', '*.nq', '{DEFAULT_GRAPH}');\nrdf_loader_run();\n"
                           "checkpoint;\nselect 'state', ll_state, ll_error from DB.DBA.load_list;\n")
        state = re.search(r"^state\s+(\d+)\s+(.*)$", printed, re.MULTILINE)
        if not state or state[1] != "2" or state[2].strip() != "NULL":
            raise StoreError(f"bulk load failed:\n{printed}")

    def select(self, query: str) -> tuple[list[str], list[dict[str, Any]]]:
        """Variables and bindings of a SELECT over HTTP, by default over all graphs together."""
        address = f"http://127.0.0.1:{self.http_port}/sparql"
        request = urllib.request.Request(address, urllib.parse.urlencode({"query": query}).encode(),
                                         {"Accept": "application/sparql-results+json"})
        try:
            with urllib.request.urlopen(request, timeout=300) as reply:
                answer = json.load(reply)
        except urllib.error.HTTPError as error:
            raise StoreError(error.read().decode("utf-8", "replace")[:500]) from error
        return answer["head"]["vars"], answer["results"]["bindings"]


@contextlib.contextmanager
def virtuoso(directory: Path) -> Iterator[Virtuoso]:
    """A running server for the time of the with block."""
    server = Virtuoso(directory)
    try:
        server.start()
        yield server
    finally:
        server.stop()
