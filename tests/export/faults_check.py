#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""faults_check.py KHABAR: a full disk at every size, file size limits, directories that cannot be written.

After each fault one clear line, exit code 1, and nothing lost: the current release is whole, and a run with room again publishes what
an undisturbed one does. Exit codes: 0 all is as it should be, 1 not, 77 no small file system can be mounted here and root is missing.
"""
from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from common import check, current, environment, export, many, tree, write

DROP_RIGHTS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def attempt(khabar: str, state: Path, source: Path, limit: int = 0, prefix: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    def limited() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    command = [*(prefix or []), khabar, "export", "--state", str(state), str(source), "--quiet"]
    return subprocess.run(command, capture_output=True, text=True, env=environment(), preexec_fn=limited)


def one_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 1, (done.returncode, done.stderr)
    assert done.stderr.startswith("khabar: ") and done.stderr.count("\n") == 1, done.stderr
    assert any(word in done.stderr for word in words), done.stderr


def full_disks(khabar: str, work: Path, old: Path, new: Path) -> int:
    """Disks of growing size; how many were too small, or -1 when nothing can be mounted."""
    disk, failed = work / "disk", 0
    disk.mkdir()
    undisturbed = work / "undisturbed"
    export(khabar, undisturbed, old)
    export(khabar, undisturbed, new)
    for size in range(100, 4000, 150):
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", str(disk)], capture_output=True).returncode:
            return -1
        try:
            first = attempt(khabar, disk / "s", old)
            if first.returncode:
                one_line(first, "No space left on device", "database or disk is full")
                assert not (disk / "s" / "current").exists()
                failed += 1
                continue
            second = attempt(khabar, disk / "s", new)
            check(current(disk / "s"))
            if second.returncode:
                one_line(second, "No space left on device", "database or disk is full")
                failed += 1
                subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)
                export(khabar, disk / "s", new)
            assert tree(disk / "s" / "releases") == tree(undisturbed / "releases"), size
            if not second.returncode:
                return failed
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    return failed


def size_limits(khabar: str, work: Path, old: Path, new: Path) -> int:
    """Files may grow to so many bytes: like a full disk, at other moments."""
    failed = 0
    before = work / "limited"
    export(khabar, before, old)
    for limit in (1, 5_000, 20_000, 50_000, 100_000, 200_000):
        state = work / "state"
        shutil.copytree(before, state, symlinks=True)
        done = attempt(khabar, state, new, limit)
        check(current(state))
        if done.returncode:
            failed += 1
            one_line(done, "File too large", "disk I/O error", "database or disk is full")
            assert tree(state / "releases") == tree(before / "releases") or len(list((state / "releases").glob(".*"))) == 1, limit
            export(khabar, state, new)
        assert tree(state / "releases") == tree(work / "undisturbed" / "releases"), limit
        shutil.rmtree(state)
    return failed


def read_only(khabar: str, work: Path, old: Path, new: Path) -> None:
    state = work / "guarded"
    export(khabar, state, old)
    before = tree(state)
    prefix = DROP_RIGHTS if os.geteuid() == 0 else []
    for locked in (state, state / "releases"):
        locked.chmod(0o555)
        one_line(attempt(khabar, state, new, prefix=prefix), "Permission denied", "unable to open", "readonly")
        locked.chmod(0o755)
        after = tree(state)
        after.pop("unfinished", None)
        assert after == before, locked
    done = attempt(khabar, work / "missing" / "deep" / "state", old)
    assert done.returncode == 0, done.stderr  # directories are made
    (work / "file").write_text("no directory")
    one_line(attempt(khabar, work / "file", old), "Not a directory", "File exists")


def main() -> int:
    khabar = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="khabar-faults-") as name:
        work = Path(name)
        articles = many(40)
        old, new = write(work / "a.jsonl", articles[:24]), write(work / "b.jsonl", articles)
        full = full_disks(khabar, work, old, new)
        limited = size_limits(khabar, work, old, new)
        read_only(khabar, work, old, new)
    print(f"{full} disks too small (-1: none could be mounted), {limited} limits too low, read-only directories: all put right")
    return 0 if full != 0 and limited > 2 else 1


if __name__ == "__main__":
    sys.exit(main())
