# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""A small triple store over HTTP for the tests of khabar publish: what it is asked by that command and no more, with faults on demand.

A graph is a set of lines. MOVE of an empty graph empties the target, as Virtuoso has it. A fault is a function that gets the request
before it is done and may answer in its place; see faults.py.
"""
from __future__ import annotations

import re
import ssl
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

IRI = r"<([^>]*)>"
Graphs = dict[str, set[str]]


class Drop(Exception):
    """Closes the connection without an answer, after some seconds of silence; what the request asks is done first or not."""

    def __init__(self, done: bool, silent: float = 0) -> None:
        self.done, self.silent = done, silent


class Answer(Exception):
    """An answer instead of the request's own."""

    def __init__(self, status: int, text: str = "", headers: dict[str, str] | None = None) -> None:
        self.status, self.text, self.headers = status, text, headers or {}


class Store(ThreadingHTTPServer):
    """The server and what it holds."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.graphs: Graphs = {}
        self.history: list[Graphs] = []  # after each request that wrote
        self.requests: list[str] = []  # "PUT /data?graph=..."
        self.authorizations: list[str] = []
        self.fault: Callable[[str, str], None] = lambda request, body: None
        self.lock = threading.Lock()
        self.url = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Broken connections are what the tests are about."""

    def writes(self) -> list[str]:
        return [request for request in self.requests if not request.startswith("POST /query")]

    def live(self) -> Graphs:
        """The graphs but the staging ones and the record."""
        return {name: set(lines) for name, lines in self.graphs.items() if lines and "/graph/staging/" not in name
                and not name.endswith("/graph/published")}

    def select(self, query: str) -> str:
        if "VALUES ?g" in query:
            names = re.findall(IRI, query.split("VALUES ?g")[1].split("}")[0])
            return "g,n\r\n" + "".join(f"{name},{len(self.graphs[name])}\r\n" for name in names if self.graphs.get(name))
        record = self.graphs.get(re.search(r"GRAPH " + IRI, query)[1], set())  # type: ignore[index]
        digests = sorted(match.groups() for line in record if (match := re.match(IRI + r' <[^>]*publishedDigest> "(.*)" \.', line)))
        if "COUNT" in query:
            return f'"n"\n{len(digests)}\n'
        if "publishedRelease" in query:
            return '"r"\n' + "".join(f'"{match[1]}"\n' for line in record if (match := re.search(r'publishedRelease> "(.*)"', line)))
        last, limit = re.search(r'> "([^"]*)"\)', query)[1], int(re.search(r"LIMIT (\d+)", query)[1])  # type: ignore[index]
        return '"g","d"\n' + "".join(f'"{name}","{digest}"\n' for name, digest in [d for d in digests if d[0] > last][:limit])

    def update(self, text: str) -> None:
        for part in re.split(r" ;\n", text):
            if match := re.match(r"(?:CLEAR|DROP) SILENT GRAPH " + IRI, part):
                self.graphs.pop(match[1], None)
            elif match := re.match(r"INSERT \{ GRAPH " + IRI + r" .* WHERE \{ GRAPH " + IRI, part):
                self.graphs.setdefault(match[1], set()).update(self.graphs.get(match[2], set()))
            elif match := re.match(r"MOVE GRAPH " + IRI + " TO GRAPH " + IRI, part):
                self.graphs[match[2]] = self.graphs.pop(match[1], set())
            elif match := re.match(r"DELETE WHERE \{ GRAPH " + IRI + r" \{ " + IRI + " " + IRI, part):
                begin = f"<{match[2]}> <{match[3]}> "
                self.graphs[match[1]] = {line for line in self.graphs.get(match[1], set()) if not line.startswith(begin)}
            elif match := re.match(r"INSERT DATA \{ GRAPH " + IRI + r" \{(.*)\} \}$", part, re.DOTALL):
                lines = re.findall(r'(<[^>]*> <[^>]*> "[^"]*")', match[2])
                self.graphs.setdefault(match[1], set()).update(line + " ." for line in lines)
            else:
                raise Answer(400, f"what is {part}?")

    def perform(self, method: str, target: str, body: str) -> tuple[int, str]:
        path, _, parameters = target.partition("?")
        graph = urllib.parse.parse_qs(parameters).get("graph", [""])[0]
        lines = {line for line in body.split("\n") if line}
        if path == "/query":
            return 200, self.select(urllib.parse.parse_qs(body)["query"][0])
        if path == "/update":
            self.update(body)
        elif path == "/data" and method == "PUT" and graph:
            self.graphs[graph] = lines
        elif path == "/data" and method == "POST" and graph:
            self.graphs.setdefault(graph, set()).update(lines)
        elif path == "/data" and method == "POST":
            for line in lines:
                triple, name = re.match(r"(.*) " + IRI + r" \.$", line).groups()  # type: ignore[union-attr]
                self.graphs.setdefault(name, set()).add(triple + " .")
        else:
            return 404, "no such thing"
        self.history.append(self.live())
        return 204, ""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Store

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Nothing on the terminal."""

    def serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        request = f"{self.command} {self.path}"
        headers: dict[str, str] = {}
        with self.server.lock:
            self.server.requests.append(request)
            self.server.authorizations.append(self.headers.get("Authorization", ""))
        try:
            self.server.fault(request, body)
            with self.server.lock:
                status, text = self.server.perform(self.command, self.path, body)
        except Answer as answer:
            status, text, headers = answer.status, answer.text, answer.headers
        except Drop as drop:
            if drop.done:
                with self.server.lock:
                    self.server.perform(self.command, self.path, body)
            time.sleep(drop.silent)
            self.close_connection = True
            self.connection.close()
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_POST = do_PUT = do_DELETE = serve  # noqa: N815


@contextmanager
def fake_store(certificate: Path | None = None) -> Iterator[Store]:
    """A running store on a free port of the loopback; over TLS with a certificate and its key in one file."""
    store = Store()
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        store.socket = context.wrap_socket(store.socket, server_side=True)
        store.url = f"https://localhost:{store.server_port}"
    thread = threading.Thread(target=store.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield store
    finally:
        store.shutdown()
        store.server_close()
        thread.join()


def stall(seconds: float) -> None:
    time.sleep(seconds)
