#!/usr/bin/env bash
# First frame and resident memory of vouch-kiosk against an empty ApplicationWindow of
# Controls.Basic, and the CPU that the resting kiosk uses. bench_start.sh BIN-FOLDER
set -euo pipefail
bin=${1:?the folder with vouch-kiosk and bench_window}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$scratch

# measure LABEL COMMAND…: the lines that the program prints about itself, the best of five starts.
measure() {
    local label=$1
    shift
    for _ in 1 2 3 4 5; do "$@"; done | sort -n | head -n 1 | while read -r ms mib cpu; do
        printf '%-28s first frame %5s ms   resident %6s MiB   CPU at rest %s %%\n' \
            "$label" "$ms" "$mib" "$cpu"
    done
}
measure "empty ApplicationWindow" "$bin/bench_window" empty
measure "vouch-kiosk at rest" "$bin/bench_window" kiosk "$scratch/kiosk"
