#!/bin/sh
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# lint.sh [tidy]: formatting and the rules of the source tree; with tidy also clang-tidy, which takes minutes.
set -eu
cd "$(dirname "$0")/.."

python3 -B tests/check/format.py || [ $? -eq 77 ]
python3 -B tests/check/sources.py
if [ "${1:-}" = tidy ]; then
  cmake --preset tidy
  cmake --build --preset tidy
fi
