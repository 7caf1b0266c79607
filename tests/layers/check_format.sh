#!/usr/bin/env bash
# check_format.sh SOURCE: clang-format decides the layout.
set -euo pipefail
cd "${1:?the source folder}"
find core sync app qml tests -name '*.h' -o -name '*.cpp' | grep -v node_modules |
    xargs clang-format --dry-run --Werror
