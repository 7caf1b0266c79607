#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. See --help.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
    cat <<'HELP'
./test.sh [--long] [--preset NAME] [--match REGEX]

  --long          also the tests labelled `long`
  --preset NAME   dev, release (default), asan or tsan
  --match REGEX   only the tests whose name matches
HELP
}

preset=release labels='quick' match='.'
while [ $# -gt 0 ]; do
    case $1 in
    --long) labels='quick|long' ;;
    --preset) preset=${2:?--preset needs a name}; shift ;;
    --match) match=${2:?--match needs a pattern}; shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "Unknown option: $1" >&2; usage >&2; exit 2 ;;
    esac
    shift
done

. resources/packaging/packages.sh
install_missing "${build_packages[@]}" "${server_packages[@]}" "${kiosk_packages[@]}" \
    "${drive_packages[@]}" "${session_packages[@]}" "${test_packages[@]}"
[ "$labels" = quick ] || install_missing "${long_packages[@]}"
install_node
npm --prefix tests/web ci --no-audit --no-fund --loglevel=error >/dev/null || {
    echo "The packages that tests/web/package-lock.json names could not be had: look at the network," \
        "or name a registry (npm config set registry URL)." >&2
    exit 1
}

cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
[ "$labels" = quick ] || cmake --build --preset "$preset" --target benches kiosk_screens
ctest --test-dir "build/$preset" --output-on-failure --no-tests=error \
    -L "$labels" -R "$match" -j "$(nproc)"
