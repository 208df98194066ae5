#!/bin/sh
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# install_virtuoso.sh: Debian's Virtuoso for store_check.py, without questions and without starting a server. Needs root.
set -eu

command -v virtuoso-t >/dev/null && exit 0
for key in dba-password dba-password-again; do
  echo "virtuoso-opensource-7 virtuoso-opensource-7/$key password dba" | debconf-set-selections
done
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends virtuoso-opensource </dev/null
