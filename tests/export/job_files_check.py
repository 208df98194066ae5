#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""job_files_check.py KHABAR: the commands of examples/job are commands that khabar understands.

Each runs on the examples, with the paths of the test instead of its own. Exit codes: 0 all do, 1 not.
"""
from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from common import ROOT, check, current, environment

JOB = ROOT / "examples" / "job"
COMMAND = re.compile(r"(?:/usr/bin/)?khabar (export .*)$", re.M)


def main() -> int:
    khabar, found = sys.argv[1], 0
    for name in ("khabar-export.service", "khabar.cron"):
        command = COMMAND.search((JOB / name).read_text(encoding="utf-8"))
        assert command, f"{name}: no command"
        with tempfile.TemporaryDirectory(prefix="khabar-job-") as directory:
            state = Path(directory) / "state"
            replaced = {"/var/lib/khabar": str(state), "/srv/articles": str(ROOT / "examples" / "articles")}
            arguments = [replaced.get(word, word) for word in shlex.split(command[1])]
            assert str(state) in arguments and replaced["/srv/articles"] in arguments, f"{name}: other paths than expected"
            subprocess.run([khabar, *arguments], check=True, env=environment())
            check(current(state))
            found += 1
    unit = (JOB / "khabar-export.timer").read_text(encoding="utf-8")
    assert "OnCalendar=" in unit and "WantedBy=timers.target" in unit
    print(f"{found} job files run")
    return 0


if __name__ == "__main__":
    sys.exit(main())
