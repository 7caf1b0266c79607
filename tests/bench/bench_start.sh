#!/usr/bin/env bash
# First frame and resident memory of vouch-kiosk against an empty ApplicationWindow of
# Controls.Basic and one with a few words, and the CPU that the resting kiosk uses.
# bench_start.sh BIN-FOLDER
set -euo pipefail
bin=${1:?the folder with bench_window}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$scratch

# best COMMAND…: "ms MiB percent" of the quickest of five starts.
best() {
    for _ in 1 2 3 4 5; do "$@"; done | sort -n | head -n 1
}
empty=$(best "$bin/bench_window" empty)
words=$(best "$bin/bench_window" words)
kiosk=$(best "$bin/bench_window" kiosk "$scratch/kiosk")
awk -v empty="$empty" -v words="$words" -v kiosk="$kiosk" 'BEGIN {
    split(empty, e); split(words, w); split(kiosk, k)
    line = "%-28s first frame %5s ms   resident %6s MiB   CPU at rest %s %%\n"
    printf line, "empty ApplicationWindow", e[1], e[2], e[3]
    printf line, "with words in three fonts", w[1], w[2], w[3]
    printf line, "vouch-kiosk at rest", k[1], k[2], k[3]
    printf "%-28s first frame %5.2f      resident %6.2f\n", "times the empty window", k[1] / e[1],
        k[2] / e[2]
    printf "%-28s first frame %5.2f      resident %6.2f\n", "times the one with words", k[1] / w[1],
        k[2] / w[2]
}'
