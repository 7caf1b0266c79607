#!/usr/bin/env bash
# First frame and resident memory of vouch-kiosk against an empty ApplicationWindow of
# Controls.Basic and one with a few words, and the CPU that the resting kiosk uses. The first frame
# counts from the start of the process: the quickest of N starts by the clock, and the least CPU
# time of all, which others on the machine disturb less.
# bench_start.sh BIN-FOLDER [N]
set -euo pipefail
bin=${1:?the folder with bench_window and bench_bare}
rounds=${2:-20}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$scratch

# start KIND: one start of it.
start() {
    export VOUCH_BENCH_SINCE=$EPOCHREALTIME
    case $1 in
    kiosk) "$bin/bench_window" "$scratch/data" ;;
    *) "$bin/bench_bare" "$1" ;;
    esac
}
load=$(cut -d ' ' -f 1 /proc/loadavg)
for ((round = 0; round < rounds; ++round)); do
    for kind in empty words kiosk; do
        start "$kind" >>"$scratch/$kind.frames"
    done
done
for kind in empty words kiosk; do
    VOUCH_BENCH_REST=1 start "$kind" >"$scratch/$kind.rest" &
done
wait

# line KIND NAME: its four figures; "ms cpu MiB percent" for what follows.
line() {
    local ms cpu mib percent
    ms=$(cut -d ' ' -f 1 "$scratch/$1.frames" | sort -n | head -n 1)
    cpu=$(cut -d ' ' -f 2 "$scratch/$1.frames" | sort -n | head -n 1)
    read -r mib percent <"$scratch/$1.rest"
    printf '%-26s first frame %6s ms   CPU till then %6s ms   resident %5s MiB   at rest %s %%\n' \
        "$2" "$ms" "$cpu" "$mib" "$percent"
    echo "$ms $cpu $mib" >"$scratch/$1.best"
}
# times KIND NAME: the kiosk's figures as multiples of its.
times() {
    paste -d ' ' "$scratch/kiosk.best" "$scratch/$1.best" | awk -v name="$2" '{
        printf "%-26s first frame %6.2f      CPU till then %6.2f      resident %5.2f\n", name,
            $1 / $4, $2 / $5, $3 / $6 }'
}
echo "Quickest of $rounds starts; load average $load before, $(cut -d ' ' -f 1 /proc/loadavg) after."
line empty "empty ApplicationWindow"
line words "with words in three fonts"
line kiosk "vouch-kiosk at rest"
times empty "times the empty window"
times words "times the one with words"
