#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""run_cases.py KHABAR [CASE...]: runs the command line cases beside this file (tests/tool/cases).

A folder is a case. It holds
  cmd        a bash script (pipefail), run in an empty directory with khabar on the PATH; "$AS_USER khabar ..." runs it
             without root's right to pass over permissions
  stdout     what standard output must be; absent: nothing
  stderr     the same for standard error; the number before " seconds" reads N
  code       the exit code; absent: 0
  files/     copied into the directory first
  expected/  files that must be there afterwards, beside those of files/ as they were; any other is a fault
  memory     the most MiB that a process of the case may take (not with sanitizers)
and nothing else. --write makes stdout, stderr and code from what happens, to be read before they are kept.
Exit codes: 0 all cases are as they should be, 1 some are not, 2 wrong usage.
"""
from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = Path(__file__).resolve().parent / "cases"
KNOWN = {"cmd", "stdout", "stderr", "code", "files", "expected", "memory"}
SECONDS = re.compile(r"\d+\.\d\d seconds")
TIMEOUT = 300
DROP_RIGHTS = "setpriv --bounding-set=-dac_override,-dac_read_search"


def read(path: Path) -> bytes:
    """A file's bytes; nothing when it is not there."""
    return path.read_bytes() if path.exists() else b""


def tree(directory: Path) -> dict[str, bytes]:
    """The files below a directory with their bytes."""
    if not directory.is_dir():
        return {}
    return {str(path.relative_to(directory)): path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file()}


def diff(name: str, expected: bytes, found: bytes) -> list[str]:
    """How two texts differ; nothing when they do not."""
    if expected == found:
        return []
    lines = (text.decode("utf-8", "backslashreplace").splitlines() for text in (expected, found))
    return list(difflib.unified_diff(*lines, f"{name} expected", f"{name} found", lineterm="", n=1)) or [f"{name}: final newline"]


def environment(khabar: Path) -> dict[str, str]:
    """What the scripts see: a plain locale, khabar on the PATH."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("ASAN_", "UBSAN_", "LSAN_")) or name == "HOME"}
    return kept | {
        "PATH": f"{khabar.parent}:{os.environ.get('PATH', '/usr/bin:/bin')}",
        "LC_ALL": "C.UTF-8",
        "AS_USER": DROP_RIGHTS if os.geteuid() == 0 else "",
        "ROOT": str(CASES.parent.parent.parent),
    }


def run(case: Path, khabar: Path, write: bool) -> list[str]:
    """What is wrong with one case; nothing when all is well."""
    problems = [f"strange file {path.name}" for path in case.iterdir() if path.name not in KNOWN]
    if not (case / "cmd").exists():
        return problems + ["no cmd"]
    with tempfile.TemporaryDirectory(prefix="khabar-case-") as name:
        directory = Path(name)
        if (case / "files").is_dir():
            shutil.copytree(case / "files", directory, dirs_exist_ok=True)
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(  # noqa: S603
                ["bash", "-o", "pipefail", str(case / "cmd")], cwd=directory, env=environment(khabar), stdin=subprocess.DEVNULL,
                stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            stdout, stderr = out.read(), SECONDS.sub("N seconds", err.read().decode("utf-8", "backslashreplace")).encode()
        after = tree(directory)
    if write:
        for name, content in (("stdout", stdout), ("stderr", stderr), ("code", b"%d\n" % process.returncode if process.returncode else b"")):
            (case / name).unlink(missing_ok=True)
            if content:
                (case / name).write_bytes(content)
        return problems
    code = int(read(case / "code") or b"0")
    if process.returncode != code:
        problems.append(f"exit code {process.returncode}, not {code}")
    problems += diff("stdout", read(case / "stdout"), stdout) + diff("stderr", read(case / "stderr"), stderr)
    expected = tree(case / "files") | tree(case / "expected")
    for name in sorted(expected.keys() | after.keys()):
        if name not in after:
            problems.append(f"{name} is missing afterwards")
        elif name not in expected:
            problems.append(f"{name} is left behind")
        else:
            problems += diff(name, expected[name], after[name])
    most = int(read(case / "memory") or b"0")
    if most and "KHABAR_SANITIZED" not in os.environ and usage.ru_maxrss > most * 1024:
        problems.append(f"took {usage.ru_maxrss // 1024} MiB, not {most}")
    return problems


def main(arguments: list[str]) -> int:
    write = "--write" in arguments
    arguments = [argument for argument in arguments if argument != "--write"]
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    khabar = Path(arguments[0]).resolve()
    cases = [CASES / name for name in arguments[1:]] or sorted(path for path in CASES.iterdir() if path.is_dir())
    failed = 0
    for case in cases:
        problems = run(case, khabar, write)
        failed += bool(problems)
        if problems:
            print(f"{case.name}:", *problems, sep="\n  ")
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
