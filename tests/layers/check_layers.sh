#!/usr/bin/env bash
# check_layers.sh SOURCE: dependencies point one way, core ← sync ← app, and Qt begins where it may.
set -euo pipefail
cd "${1:?the source folder}"
failed=0

# forbid WHAT FOLDERS PATTERN: no #include in FOLDERS matches PATTERN.
forbid() {
    local found
    found=$(grep -rnE "^\s*#\s*include\s*[<\"]($3)" $2 --include='*.h' --include='*.cpp' || true)
    if [ -n "$found" ]; then
        printf '%s:\n%s\n' "$1" "$found"
        failed=1
    fi
}

qt='Q[A-Z][A-Za-z]*[>/]|Qt[A-Z][A-Za-z]*/'
forbid 'core must not know sync, app or qml' core '(sync|app|qml)/'
forbid 'core/base stands on nothing of core' core/base 'core/(checklist|check|metrics|storage)/'
forbid 'core/metrics and core/check and core/checklist must not know storage' \
    'core/metrics core/check core/checklist' 'core/storage/'
forbid 'sync must not know app or qml' sync '(app|qml)/'
forbid 'the protocol must not know client or server' sync/protocol 'sync/(client|server)/'
forbid 'the client must not know the server' sync/client 'sync/server/'
forbid 'the server must not know the client' sync/server 'sync/client/'
forbid 'HTTP must not know what is served' sync/server/http 'sync/server/(store|api)/|core/(check|storage|metrics)'
forbid 'the store must not know HTTP' sync/server/store 'sync/server/(http|api)/|boost/(asio|beast)'
forbid 'what a report looks like must not know where its figures are from' sync/server/report \
    'sync/server/(http|api)/|sync/protocol/|core/(check|storage)/'
forbid 'Pango and Cairo stay inside sync/server/report' \
    'core sync/protocol sync/client sync/server/api sync/server/store sync/server/http app' '(pango|cairo)'
forbid 'no Qt here' "core sync/protocol sync/server app/central app/sim" "$qt"
forbid 'Boost.Beast and Asio stay inside sync/server/http' \
    'core sync/protocol sync/client sync/server/api sync/server/store app' 'boost/(asio|beast)'
forbid 'shipping code must not know the tests' 'core sync app qml' 'tests/'

# What StoreView reads, but for what is the whole chain's.
viewed=$(grep -oE '\b[a-z][A-Za-z]+\(' sync/server/api/store_view.h | grep -vE '^chainSettings\(' |
    sort -u | tr -d '(' | paste -sd'|')
unseen=$(grep -nE "parts\.store\.($viewed)\(" sync/server/api/*_endpoint*.cpp |
    grep -vF 'parts.store.findStore({})' || true)
[ -z "$unseen" ] || { printf 'endpoints read through StoreView, which knows what may be seen:\n%s\n' "$unseen"; failed=1; }

imports=$(grep -rnE '^\s*import\s+Vouch\.' qml --include='*.qml' | grep -vE 'Vouch\.(Kiosk|Components|Survey|Manager)\b' || true)
[ -z "$imports" ] || { printf 'qml sees view models only:\n%s\n' "$imports"; failed=1; }

twice=$(find core sync app qml -name '*.h' -o -name '*.cpp' -not -path '*/build/*' | xargs -n1 basename | sort | uniq -d)
[ -z "$twice" ] || { printf 'file names must be unique:\n%s\n' "$twice"; failed=1; }
exit $failed
