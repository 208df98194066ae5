#!/bin/sh
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# test.sh [CTEST-OPTION]...: installs what building and testing need, builds with warnings as errors, and runs all tests. As root
# or with sudo. Ends in ctest's own summary.
set -eu
cd "$(dirname "$0")/.."

scripts/setup.sh build
scripts/setup.sh test
cmake --preset dev
cmake --build --preset dev
exec ctest --preset dev "$@"
