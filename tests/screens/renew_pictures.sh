#!/usr/bin/env bash
# Takes the reference pictures of test_screen_pictures anew. Look at each before it is committed:
# git diff shows which have changed.
set -euo pipefail
build=${1:?usage: renew_pictures.sh BUILD-FOLDER}
folder=$(dirname "$0")/reference
mkdir -p "$folder"
rm -f "$folder"/*.png
VOUCH_RENEW_PICTURES=1 "$build/tests/screen_tests" test_screen_pictures everyPictureIsKept
du -sh "$folder"
