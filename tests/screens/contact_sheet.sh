#!/usr/bin/env bash
# Draws contact sheets of the kiosk: one PNG a screen, every language at every size, without a
# display. Options after the folders narrow it: --page list --size 1024x600 --scale 0.5
set -euo pipefail
build=${1:?usage: contact_sheet.sh BUILD-FOLDER [OUT-FOLDER] [OPTIONS…]}
shift
out=$build/contact-sheets
case ${1-} in
'' | -*) ;;
*) out=$1 && shift ;;
esac
cmake --build "$build" --target kiosk_screens >&2
exec "$build/tests/kiosk_screens" --out "$out" "$@"
