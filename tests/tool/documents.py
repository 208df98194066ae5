#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""documents.py KHABAR: commands, helps, man pages and README tell the same.

Every command stands in khabar --help, has a help of its own and (help apart) a man page; every option of a help stands in its man
page and the other way round; the exit codes stand in both; the README names every command.
Exit codes: 0 all is so, 1 not.
"""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]+)")
WITHOUT_PAGE = {"help"}
FOREIGN = {"--version", "--help"}  # said on the page of khabar itself, understood everywhere


def output(khabar: str, *arguments: str) -> str:
    """What a command prints; nothing when it fails or complains."""
    done = subprocess.run([khabar, *arguments], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 and not done.stderr else ""


def page(name: str) -> str:
    path = ROOT / "src" / "tool" / f"{name}.1.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def problems(khabar: str) -> list[str]:
    found = []
    overview, readme = output(khabar, "--help"), (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^  ([a-z]+) {2,}\S", overview.split("commands:")[1].split("options:")[0], re.M)
    for command in commands:
        text, manual = output(khabar, command, "--help"), page(f"khabar-{command}")
        if not text:
            found.append(f"khabar {command} --help fails")
        if command in WITHOUT_PAGE:
            continue
        if not manual:
            found.append(f"{command} has no man page")
        if f"khabar {command}" not in readme:
            found.append(f"README.md does not name khabar {command}")
        in_help, in_page = set(OPTION.findall(text)) - FOREIGN, set(OPTION.findall(manual)) - FOREIGN
        found += [f"{option} stands in the help of {command}, not on its page" for option in sorted(in_help - in_page)]
        found += [f"{option} stands on the page of {command}, not in its help" for option in sorted(in_page - in_help)]
        for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS"):
            if f"# {heading}" not in manual:
                found.append(f"the page of {command} has no {heading}")
    main_page = page("khabar")
    found += [f"the page khabar(1) does not name {command}" for command in commands if command not in main_page]
    pages = {path.name.removesuffix(".1.md") for path in (ROOT / "src" / "tool").glob("*.1.md")}
    found += [f"{name}.1.md belongs to no command" for name in sorted(pages - {"khabar"} - {f"khabar-{c}" for c in commands})]
    for code in ("**0**", "**1**", "**2**", "**3**"):
        if code not in main_page or code not in page("khabar-extract"):
            found.append(f"exit code {code} is missing on a page")
    return found


def main(arguments: list[str]) -> int:
    found = problems(arguments[0])
    print(*found, f"{len(found)} problems", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
