#!/bin/sh
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# try.sh: installs what building needs, builds, and extracts the examples. As root or with sudo.
set -eu
cd "$(dirname "$0")/.."

scripts/setup.sh build
cmake --preset release
cmake --build --preset release
mkdir -p examples-out
build/release/bin/khabar extract examples/articles.jsonl -o examples-out/examples.trig

cat <<'END'

The graph of the example articles is in examples-out/examples.trig. Look at
  less examples-out/examples.trig                                                    one block per article, the known entities last
  build/release/bin/khabar extract examples/articles/01-agency-reprisal.txt --explain --published 2024-02-04    what was found, and why
  build/release/bin/khabar help extract                                              what else it can do
  ontology/queries/                                                                  SPARQL queries to start with
END
