#!/usr/bin/env bash
# Builds the fuzz targets and lets libFuzzer look for inputs that break a promise. See README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."

usage() {
    cat <<'HELP'
tests/fuzz/run.sh [--runs N | --minutes N] [TARGET…]

  --runs N      so many inputs for each target, the same ones each time (default 4000)
  --minutes N   so long for each target, as many at a time as there are processors
  TARGET        checklist, batch, inflate, request, connection, comment, api; all unless named

What breaks a promise is kept in build/fuzz/found; what leads somewhere new in build/fuzz/learnt,
where the next long run goes on.
HELP
}

runs=4000 minutes=0 targets=()
while [ $# -gt 0 ]; do
    case $1 in
    --runs) runs=${2:?--runs needs a number}; shift ;;
    --minutes) minutes=${2:?--minutes needs a number}; shift ;;
    -h | --help) usage; exit 0 ;;
    -*) echo "Unknown option: $1" >&2; usage >&2; exit 2 ;;
    *) targets+=("$1") ;;
    esac
    shift
done
[ ${#targets[@]} -gt 0 ] || targets=(checklist batch inflate request connection comment api)

cmake --preset fuzz >/dev/null
cmake --build build/fuzz --target "${targets[@]/#/fuzz_}"
build=$PWD/build/fuzz
mkdir -p "$build/found" "$build/learnt"
scratch=$(mktemp -d)
export TMPDIR=$scratch
trap 'rm -rf "$scratch"' EXIT

export ASAN_OPTIONS=detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1

# fuzz TARGET: with the seeds of its folder and the dictionary of its format.
fuzz() {
    local target=$1 learnt=$build/learnt/$1 format=$1 seeds=() options=()
    case $target in
    checklist) seeds+=(resources/checklists) ;;
    inflate) options+=(-malloc_limit_mb=24) ;; # a window of 8 MiB, and what libFuzzer needs itself
    request | connection) format=http ;;
    esac
    seeds+=("tests/fuzz/corpus/$format")
    [ ! -f "tests/fuzz/$format.dict" ] || options+=("-dict=tests/fuzz/$format.dict")
    if [ "$minutes" -gt 0 ]; then
        options+=("-max_total_time=$((minutes * 60))" -print_final_stats=1)
    else
        learnt=$scratch/$target
        options+=(-seed=1 "-runs=$runs")
    fi
    mkdir -p "$learnt"
    "$build/bin/fuzz_$target" "${options[@]}" -timeout=10 -rss_limit_mb=1024 -max_len=16384 \
        "-artifact_prefix=$build/found/$target-" "$learnt" "${seeds[@]}" \
        >"$scratch/$target.log" 2>&1 && result=0 || result=$?
    if [ "$result" -eq 0 ]; then
        echo "$target: $(grep '^Done ' "$scratch/$target.log")"
    else
        echo "$target: FAILED" && tail -n 60 "$scratch/$target.log"
    fi
    return "$result"
}

failed=0 running=0
for target in "${targets[@]}"; do
    fuzz "$target" &
    running=$((running + 1))
    if [ "$minutes" -eq 0 ] || [ "$running" -ge "$(nproc)" ]; then
        wait -n || failed=1
        running=$((running - 1))
    fi
done
while [ "$running" -gt 0 ]; do
    wait -n || failed=1
    running=$((running - 1))
done
exit "$failed"
