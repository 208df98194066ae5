#!/bin/sh
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# setup.sh [build|test]: installs Debian packages: what building needs, or (test) what the tests and lint need besides. As root, or
# with sudo. Packages that are there are left alone, and apt-get is not called when none is missing.
set -eu

packages="ca-certificates cmake g++ ninja-build pkg-config libboost-program-options-dev libbz2-dev libcurl4-openssl-dev libdeflate-dev libicu-dev libserd-dev libsimdjson-dev libsqlite3-dev libssl-dev libtbb-dev libzstd-dev zlib1g-dev go-md2man"
if [ "${1:-build}" = test ]; then
  packages="$packages libgtest-dev libbenchmark-dev serdi python3 python3-venv clang-format-14 clang-14 libclang-rt-14-dev util-linux bzip2 zstd openssl default-jre-headless maven"
fi

missing=
for package in $packages; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
if [ -n "$missing" ]; then
  as_root apt-get update -qq
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi
if [ "${1:-build}" = test ]; then
  as_root "$(dirname "$0")/../tests/rdf/install_virtuoso.sh"
fi
