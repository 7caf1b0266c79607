# The demo shop of run.sh: a chain, its server, its kiosk. Sourced; expects $bin, $data, $port.
# shellcheck shell=bash disable=SC2154

demo_store=s1
demo_user=anna
demo_processes=()

# demo_start LOG COMMAND…: runs it in a process group of its own and remembers it.
demo_start() {
    local log=$1
    shift
    # A background command gets no standard input unless it is named.
    setsid "$@" >"$log" 2>&1 <&0 &
    demo_last=$!
    demo_processes+=("$demo_last")
}

# Ends what was started, the newest first, each with its own group; -9 for what does not go.
demo_stop() {
    local i pid
    trap '' INT TERM
    for ((i = ${#demo_processes[@]} - 1; i >= 0; --i)); do
        pid=${demo_processes[i]}
        kill -TERM -- "-$pid" 2>/dev/null || continue
        timeout 15 tail --pid="$pid" -f /dev/null || kill -KILL -- "-$pid" 2>/dev/null || true
        kill -KILL -- "-$pid" 2>/dev/null || true
    done
    [ -z "${demo_scratch:-}" ] || rm -rf "$demo_scratch"
}

# demo_wait PID LOG PATTERN: until the log of a process says so; fails when the process ends.
demo_wait() {
    local tries
    for ((tries = 0; tries < 600; ++tries)); do
        grep -qE "$3" "$2" 2>/dev/null && return 0
        kill -0 "$1" 2>/dev/null || break
        sleep 0.1
    done
    echo "It did not start. What it said:" >&2
    cat "$2" >&2
    return 1
}

central() {
    "$bin/vouch-central" --database "sqlite:$data/central.db" "$@"
}

demo_secret() {
    openssl rand -base64 "$1" | tr -d '/+=\n'
}

# The chain without its answers: stores, the survey, a user whose password is written down.
demo_create() {
    local id name region zone tills day
    mkdir -p "$data"
    "$bin/vouch-sim" --tills | while IFS=$'\t' read -r id name region zone tills; do
        central store add --id "$id" --name "$name" --region "$region" --timezone "$zone" </dev/null
    done
    for day in mon tue wed thu fri sat sun; do
        printf 'hours,,%s,09:00-22:00\n' "$day"
    done | sed '1i table,store,day,hours' >"$data/hours.csv"
    central structure import "$data/hours.csv" >/dev/null
    central checklist add resources/checklists/checkout-nps.json
    central checklist publish checkout-nps
    (
        umask 077
        printf 'password=%s\npin=%s\n' "$(demo_secret 12)" "$(shuf -i 1000-9999 -n 1)" \
            >"$data/credentials"
    )
    . "$data/credentials"
    printf '%s\n' "$password" | central user add --name $demo_user --role regional
}

demo_serve() {
    demo_start "$data/central.log" "$bin/vouch-central" --database "sqlite:$data/central.db" \
        serve --listen "127.0.0.1:$port"
    central_pid=$demo_last
    demo_wait "$central_pid" "$data/central.log" '^listening on http'
    url=$(sed -n 's/^listening on //p' "$data/central.log" | head -n 1)
}

# demo_fill DAYS: answers of the past days, by the real protocol, and what was sold then.
demo_fill() {
    local id tills n
    "$bin/vouch-sim" --tills | cut -f 1,5 | while IFS=$'\t' read -r id tills; do
        for ((n = 0; n < tills; ++n)); do
            printf '%s %s\n' "$id" "$(central device code --store "$id" </dev/null)"
        done
    done | "$bin/vouch-sim" --server "$url" --codes - --days "$1" >"$data/sim.log"
    "$bin/vouch-sim" --sales --days "$1" >"$data/sales.csv"
    central import --kind sales "$data/sales.csv" >>"$data/sim.log"
}

# Answers to what is not asked at the till, brought in from elsewhere: of the company in six quarters,
# of employees in eight weeks, of partners.
demo_measure() {
    local checklist
    for checklist in relational-nps employee-nps partner-nps; do
        central checklist add "resources/checklists/$checklist.json"
        awk -v today="$(date -u +%s)" -v checklist="$checklist" '
            # Yesterday at the latest: ten in the morning of today may be still to come.
            function line(days, score) {
                printf "%s-%d,web,s%d,online,%s,%d\n", checklist, ++n, 1 + n % 5,
                    strftime("%Y-%m-%dT10:00:00Z", today - 86400 * (days + 1), 1), score
            }
            function draw(liking) {
                return rand() < liking ? 9 + int(2 * rand()) : rand() < 0.6 ? 7 + int(2 * rand()) \
                    : int(7 * rand())
            }
            BEGIN {
                srand(20261123)
                print "external_id,channel,store,touchpoint,answered_at,score"
                if (checklist == "relational-nps")
                    for (i = 0; i < 900; ++i) {
                        days = int(540 * rand())
                        line(days, draw(days < 200 ? 0.62 : 0.48))
                    }
                else if (checklist == "employee-nps")
                    for (i = 0; i < 320; ++i)
                        line(int(56 * rand()), draw(0.4))
                else
                    for (i = 0; i < 60; ++i)
                        line(int(28 * rand()), draw(0.5))
            }' >"$data/$checklist.csv"
        central import --kind responses --checklist "$checklist" "$data/$checklist.csv" \
            >>"$data/sim.log"
    done
}

# demo_kiosk [ARGUMENT…]: enrols at the first start, where the PIN is set too.
demo_kiosk() {
    local arguments=(--data "$data/kiosk" --windowed --server "$url" "$@")
    . "$data/credentials"
    if [ ! -e "$data/kiosk/kiosk.db" ]; then
        arguments+=(--name "demo tablet" --pin-from-stdin
            --enrol "$(central device code --store $demo_store)")
        demo_start "$data/kiosk.log" "$bin/vouch-kiosk" "${arguments[@]}" <<<"$pin"
    else
        demo_start "$data/kiosk.log" "$bin/vouch-kiosk" "${arguments[@]}"
    fi
    kiosk_pid=$demo_last
}

# A display of our own, on the loopback and behind a generated password.
demo_display() {
    local number=20
    while [ -e "/tmp/.X11-unix/X$number" ] || [ -e "/tmp/.X$number-lock" ]; do
        number=$((number + 1))
    done
    vnc_password=$(demo_secret 9 | cut -c 1-8)
    (umask 077 && printf '%s\n' "$vnc_password" | tigervncpasswd -f >"$data/vnc-password")
    demo_start "$data/display.log" Xtigervnc ":$number" -localhost -geometry 1280x800 -depth 24 \
        -SecurityTypes VncAuth -PasswordFile "$data/vnc-password" -rfbport $((5900 + number)) \
        -AlwaysShared
    demo_wait "$demo_last" "$data/display.log" 'Listening for VNC'
    export DISPLAY=:$number
    vnc_address=127.0.0.1:$((5900 + number))
}

demo_run() {
    if [ ! -e "$data/ready" ]; then
        [ ! -e "$data/central.db" ] || {
            echo "$data holds a demo that was not finished. Remove the folder and start again." >&2
            return 1
        }
        echo "Making a demo chain in $data: five stores, 60 days …"
        demo_create
        demo_serve
        demo_fill 60
        demo_measure
        touch "$data/ready"
    else
        demo_serve
    fi
    . "$data/credentials"
    local place="in its window"
    if [ "$kiosk" = yes ]; then
        if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
            demo_display
            place="over VNC at $vnc_address, password $vnc_password"
        fi
        demo_kiosk
    fi
    cat <<SAY

  The region's page    $url
      sign in as       $demo_user
      password         $password
SAY
    if [ "$kiosk" = yes ]; then
        cat <<SAY
  The kiosk            $place
      manager's view   five taps in the top right corner, PIN $pin
SAY
    fi
    printf '\n  Ctrl-C ends everything; the data stays in %s.\n\n' "$data"
    wait "${kiosk_pid:-$central_pid}" || {
        echo "It ended by itself. What it said last:" >&2
        tail -n 5 "$data"/*.log >&2
        return 1
    }
}

# The store's NPS as the server tells it.
demo_nps() {
    curl -sS --fail -H "Authorization: Bearer $token" "$url/api/v1/nps?store=$demo_store"
}

demo_self_test() {
    demo_scratch=$(mktemp -d)
    data=$demo_scratch port=0
    demo_create
    demo_serve
    demo_fill 3
    token=$(central token add --user $demo_user)
    echo "NPS before: $(demo_nps)"

    demo_start "$data/display.log" Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp
    demo_wait "$demo_last" "$data/display.log" '^[0-9]+$'
    export DISPLAY=:$(grep -m 1 -E '^[0-9]+$' "$data/display.log")
    # The accessibility tree tells where each button is; touches come from X itself. The bus's socket
    # lies in the runtime folder: one of our own, or a second run would take it away.
    export XDG_RUNTIME_DIR=$data/runtime
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    demo_start "$data/bus.log" dbus-daemon --session --nofork --print-address=1
    demo_wait "$demo_last" "$data/bus.log" '^unix:'
    export DBUS_SESSION_BUS_ADDRESS=$(head -n 1 "$data/bus.log") QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
    demo_kiosk

    if ! /usr/bin/python3 tests/selftest/drive_kiosk.py --kiosk-pid "$kiosk_pid" \
        --checklist resources/checklists/checkout-nps.json en:10 fa:7 ta:3; then
        echo "The kiosk said:" >&2
        cat "$data/kiosk.log" >&2
        return 1
    fi

    # The tablet's records are those of the touchpoint's newest device; wait until all three came.
    local tries rows=0 device
    device=$(central device list | awk '/demo tablet/ { print $1; exit }')
    for ((tries = 0; tries < 100; ++tries)); do
        central export --format csv --out "$data/export.csv" >/dev/null
        rows=$(grep -c "$device" "$data/export.csv" || true)
        [ "$rows" -ge 3 ] && break
        sleep 0.2
    done
    [ "$rows" -eq 3 ] || {
        echo "central has $rows of the 3 answers" >&2
        return 1
    }
    head -n 1 "$data/export.csv"
    grep "$device" "$data/export.csv"
    echo "NPS after:  $(demo_nps)"
    for expected in ',fa,' ',ta,' ',en,'; do
        grep "$device" "$data/export.csv" | grep -q "$expected" || {
            echo "no answer in the language $expected" >&2
            return 1
        }
    done
    echo "self-test: passed"
}
