#!/usr/bin/env bash
# Installs what is missing, builds, and starts a demo shop: server, page and kiosk. See --help.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
    cat <<'HELP'
./run.sh [--data DIR] [--port N] [--no-kiosk]
    Starts vouch-central with a demo chain (five stores, 60 days of answers) and a kiosk enrolled
    in it, and says how to reach both. Ctrl-C ends everything. Run again: fast, keeps its data.

./run.sh --self-test
    Does the main job with nobody there, on free ports and a display of its own, in a folder that
    is removed afterwards: three shoppers in three languages by touches on the shipped kiosk, then
    their rows in the server's CSV. Exits 0, or not, with the reason; leaves nothing running.

  --data DIR   where the demo keeps its data (default: var/demo)
  --port N     the server's port on the loopback (default: 8642)
  --no-kiosk   the server and its page only
  In the environment: VOUCH_PRESET=NAME, another CMake preset than release; VOUCH_BIN=DIR, programs
  that are built already.
HELP
}

data=var/demo port=8642 kiosk=yes self_test=no
while [ $# -gt 0 ]; do
    case $1 in
    --data) data=${2:?--data needs a folder}; shift ;;
    --port) port=${2:?--port needs a number}; shift ;;
    --no-kiosk) kiosk=no ;;
    --self-test) self_test=yes ;;
    -h | --help) usage; exit 0 ;;
    *) echo "Unknown option: $1" >&2; usage >&2; exit 2 ;;
    esac
    shift
done

preset=${VOUCH_PRESET:-release}
bin=${VOUCH_BIN:-$PWD/build/$preset/bin}
. resources/packaging/packages.sh
. resources/packaging/demo.sh

wanted=("${build_packages[@]}" "${server_packages[@]}" "${kiosk_packages[@]}")
if [ "$self_test" = yes ]; then
    wanted+=("${drive_packages[@]}")
elif [ "$kiosk" = yes ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    wanted+=("${display_packages[@]}")
fi
install_missing "${wanted[@]}"

if [ -z "${VOUCH_BIN:-}" ]; then
    echo "Building (preset $preset) …"
    cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset" --target vouch-central vouch-kiosk vouch-sim |
        { grep -E '^FAILED|error|warning' || true; }
fi

trap demo_stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
if [ "$self_test" = yes ]; then
    demo_self_test
else
    demo_run
fi
