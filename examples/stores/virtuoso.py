#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""virtuoso.py RELEASE: OpenLink Virtuoso on a release, and the answers to ontology/queries.

Starts a Virtuoso of its own (Debian's package virtuoso-opensource) in a temporary directory on free ports of the loopback, loads the
release with its bulk loader, asks. Virtuoso's default graph is the union of all graphs as it comes.
Exit codes: 0 done, 1 failed, 2 wrong usage, 77 Virtuoso is not installed.
"""
from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from stores import SKIPPED, Server, StoreError, free_ports, main

INI = Path("/etc/virtuoso-opensource-7/virtuoso.ini")
DATABASE = "/var/lib/virtuoso-opensource-7/db/"
DEFAULT_GRAPH = "http://example.org/default"  # where statements without a graph would be put


def installed() -> bool:
    return bool(shutil.which("virtuoso-t") and shutil.which("isql-vt") and INI.exists())


class Virtuoso(Server):
    """One running server; user and password are dba."""

    def configuration(self) -> str:
        """Debian's configuration with our directories and ports, small buffers and no cut in answers."""
        text = INI.read_text(encoding="utf-8").replace(DATABASE, f"{self.directory}/db/")
        ports = iter((self.sql_port, self.http_port))
        text = re.sub(r"(?m)^(ServerPort\s*=).*$", lambda line: f"{line[1]} 127.0.0.1:{next(ports)}", text, count=2)
        text = re.sub(r"(?m)^DirsAllowed\s*=.*$", f"DirsAllowed = ., {self.load_directory}", text)
        return re.sub(r"(?m)^(;?\s*)ResultSetMaxRows\s*=.*$", "ResultSetMaxRows = 10000000", text)

    def start(self) -> None:
        self.sql_port, self.http_port = free_ports(2)
        self.url = f"http://127.0.0.1:{self.http_port}"
        self.query_url = self.url + "/sparql"
        self.load_directory = self.directory / "load"
        for name in ("db", "load"):
            (self.directory / name).mkdir()
        ini = self.directory / "virtuoso.ini"
        ini.write_text(self.configuration(), encoding="utf-8")
        self.launch(["virtuoso-t", "+foreground", "+configfile", str(ini)], "Server online")

    def ask_to_stop(self) -> None:
        self.sql("shutdown;\n")

    def sql(self, statements: str) -> str:
        """Runs SQL statements, each ending with ';' and a newline; returns what isql prints."""
        run = subprocess.run(
            ["isql-vt", f"127.0.0.1:{self.sql_port}", "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", "PROMPT=OFF", "ERRORS=STDOUT"],
            input=statements, capture_output=True, text=True, timeout=600, check=False)
        return run.stdout

    def load(self, files: list[Path]) -> None:
        """The bulk loader, which reads gzip; an error in a file is an error here."""
        for file in files:
            shutil.copyfile(file, self.load_directory / file.name)
        printed = self.sql(f"ld_dir('{self.load_directory}', '*', '{DEFAULT_GRAPH}');\nrdf_loader_run();\ncheckpoint;\n"
                           "select 'state', ll_state, ll_error from DB.DBA.load_list;\n")
        states = re.findall(r"^state\s+(\d+)\s+(.*)$", printed, re.MULTILINE)
        if len(states) != len(files) or any(state != "2" or error.strip() != "NULL" for state, error in states):
            raise StoreError(f"bulk load failed:\n{printed}")


if __name__ == "__main__":
    if not installed():
        print("Virtuoso is not installed: apt-get install virtuoso-opensource", file=sys.stderr)
        sys.exit(SKIPPED)
    sys.exit(main(__doc__ or "", Virtuoso))
