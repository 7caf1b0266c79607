#!/usr/bin/env bash
# check_links.sh PROGRAM: the server links no Qt.
set -euo pipefail
libraries=$(ldd "${1:?the program}")
if grep -i 'libqt' <<<"$libraries"; then
    echo "$1 must not link Qt" >&2
    exit 1
fi
