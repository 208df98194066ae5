#!/bin/sh
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# fetch_fuseki.sh: gets Fuseki's jar from Maven Central into build/fuseki, where fuseki.py looks for it. Does nothing when it is there.
# Needs Maven, which verifies the checksum.
set -eu

version=4.10.0
directory=$(cd "$(dirname "$0")/../.." && pwd)/build/fuseki
[ -e "$directory/jena-fuseki-server-$version.jar" ] && exit 0
command -v mvn >/dev/null || { echo "fetch_fuseki.sh: no mvn; install the package maven" >&2; exit 77; }
mvn --quiet --batch-mode dependency:copy -Dartifact="org.apache.jena:jena-fuseki-server:$version" -DoutputDirectory="$directory"
