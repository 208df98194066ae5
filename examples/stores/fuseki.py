#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""fuseki.py RELEASE: Apache Jena Fuseki on a release, and the answers to ontology/queries.

Starts Fuseki on a free port of the loopback with a TDB2 database in a temporary directory and the union of all graphs as default
graph, loads the release, asks. Needs Java 11 or later and Fuseki's jar, which fetch_fuseki.sh gets; FUSEKI_JAR names another.
Exit codes: 0 done, 1 failed, 2 wrong usage, 77 no Java or no jar.
"""
from __future__ import annotations

import gzip
import os
import shutil
import sys
import time
from pathlib import Path

from stores import SKIPPED, Server, StoreError, free_ports, main, request

BUILD = Path(__file__).resolve().parent.parent.parent / "build" / "fuseki"
CONFIGURATION = """PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
<#service> a fuseki:Service ; fuseki:name "khabar" ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:update ; fuseki:name "update" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ] ;
  fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "DIRECTORY/db" ; tdb2:unionDefaultGraph true ] .
"""


def jar() -> Path | None:
    """Fuseki's jar: FUSEKI_JAR, or what fetch_fuseki.sh left in build/fuseki."""
    if "FUSEKI_JAR" in os.environ:
        return Path(os.environ["FUSEKI_JAR"])
    return max(BUILD.glob("jena-fuseki-server-*.jar"), default=None)


def installed() -> bool:
    return shutil.which("java") is not None and jar() is not None


class Fuseki(Server):
    """One running server."""

    def start(self) -> None:
        (port,) = free_ports(1)
        self.url = f"http://127.0.0.1:{port}/khabar"
        self.query_url = self.url + "/query"
        configuration = self.directory / "fuseki.ttl"
        configuration.write_text(CONFIGURATION.replace("DIRECTORY", str(self.directory)), encoding="utf-8")
        self.launch(["java", "-Xmx1g", "-jar", str(jar()), "--localhost", "--port", str(port), "--config", str(configuration)],
                    "Start Fuseki (http=")
        self.wait()

    def wait(self) -> None:
        """Fuseki says that it starts before it listens."""
        for _ in range(100):
            try:
                request(self.query_url + "?query=ASK%7B%7D", method="GET")
                return
            except (OSError, StoreError):
                time.sleep(0.2)
        raise StoreError("Fuseki does not answer")

    def load(self, files: list[Path]) -> None:
        """One request a file. For a large release load offline, before the server runs: see README.md."""
        for file in files:
            with gzip.open(file, "rb") as quads:
                body = quads.read()
            if body:
                request(self.url + "/data", body, Content_Type="application/n-quads")


if __name__ == "__main__":
    if not installed():
        print("no Java, or no jar of Fuseki: run examples/stores/fetch_fuseki.sh", file=sys.stderr)
        sys.exit(SKIPPED)
    sys.exit(main(__doc__ or "", Fuseki))
