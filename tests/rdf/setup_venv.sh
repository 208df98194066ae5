#!/bin/sh
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# setup_venv.sh DIR: a virtual environment in DIR with the packages of requirements.txt, for the RDF tests.
# Does nothing when DIR was already made for these requirements and this Python. PYTHON names another interpreter.
set -eu

[ $# -eq 1 ] || { echo "usage: setup_venv.sh DIR" >&2; exit 2; }
venv=$1
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}

stamp=$("$python" --version 2>&1; sha256sum < "$here/requirements.txt")
if [ -x "$venv/bin/python" ] && [ "$(cat "$venv/stamp" 2>/dev/null)" = "$stamp" ]; then
  exit 0
fi
rm -rf "$venv"
"$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt"
"$venv/bin/python" -m pip check --disable-pip-version-check >/dev/null
printf '%s\n' "$stamp" > "$venv/stamp"
