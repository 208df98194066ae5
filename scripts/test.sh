#!/bin/sh
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# test.sh [CTEST-OPTION]...: installs what building and testing need, builds with warnings as errors, and runs all tests; without
# options, each fuzzing target for some seconds before. As root or with sudo. Ends in ctest's own summary.
set -eu
cd "$(dirname "$0")/.."

scripts/setup.sh build
scripts/setup.sh test
if [ $# -eq 0 ]; then
  cmake --preset fuzz
  cmake --build --preset fuzz
  ctest --preset fuzz
fi
cmake --preset dev
cmake --build --preset dev
exec ctest --preset dev "$@"
