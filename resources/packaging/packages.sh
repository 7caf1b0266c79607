# Debian 12 packages of Vouch, by what needs them; sourced by run.sh and test.sh.
# shellcheck shell=bash disable=SC2034

build_packages=(
    build-essential cmake ninja-build ccache pkg-config
    libboost1.81-dev libboost-json1.81-dev libsqlite3-dev libsqlitecpp-dev libsodium-dev
    libzstd-dev zlib1g-dev libssl-dev libcurl4-openssl-dev libcli11-dev libhowardhinnant-date-dev
    qt6-base-dev qt6-base-dev-tools qt6-declarative-dev qt6-declarative-dev-tools
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-speech-dev libgl-dev libxkbcommon-dev
    libxcb1-dev libfontconfig-dev libglib2.0-dev libpango1.0-dev libcairo2-dev
    libpq-dev libxlsxwriter-dev prometheus-cpp-dev libeigen3-dev libqrencode-dev
    libjs-chart.js
)
# The list of common passwords that vouch-central refuses, and the letters of its reports.
server_packages=(cracklib-runtime fonts-noto-core)
kiosk_packages=(
    qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
    qml6-module-qtquick qml6-module-qtquick-window qml6-module-qtquick-layouts
    qml6-module-qtquick-controls qml6-module-qtquick-templates qml6-module-qtquick-shapes
    qml6-module-qtquick-virtualkeyboard qml6-module-qt-labs-folderlistmodel
    qt6-virtualkeyboard-plugin fonts-noto-core fonts-noto-ui-core
    qt6-speech-speechd-plugin speech-dispatcher-espeak-ng
    tzdata openssl curl
)
# A display where there is none, for ./run.sh.
display_packages=(tigervnc-standalone-server tigervnc-tools)
# What drives the shipped kiosk from outside: a display, touches, the accessibility tree.
drive_packages=(xvfb xdotool x11-utils at-spi2-core dbus python3 python3-pyatspi gir1.2-atspi-2.0)
# The kiosk as a session of its own: resources/packaging/kiosk.md.
session_packages=(cage xwayland)
test_packages=(
    openbox qmlscene-qt6 python3-xlib
    qml6-module-qttest chromium sqlite3 clang-format imagemagick
    python3-nacl python3-zstandard python3-jsonschema python3-openpyxl python3-prometheus-client
    libxml2-utils postgresql-15 zbar-tools poppler-utils
)
# For the tests labelled long.
long_packages=(clang-14 libclang-rt-14-dev)

# install_missing PACKAGE…: asks apt only for what is not there.
install_missing() {
    local package missing=()
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "Missing packages: ${missing[*]}. Install them as root, or install sudo." >&2
            return 1
        }
        root=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${root[@]}" apt-get update -q >/dev/null &&
        DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q \
            --no-install-recommends "${missing[@]}" >/dev/null || {
        echo "apt-get could not install: ${missing[*]}. Its words are above." >&2
        return 1
    }
}

# install_node: Debian's Node.js and npm, unless the commands are there already.
install_node() {
    local wanted=()
    command -v node >/dev/null || wanted+=(nodejs)
    command -v npm >/dev/null || wanted+=(npm)
    [ ${#wanted[@]} -eq 0 ] || install_missing "${wanted[@]}"
}
