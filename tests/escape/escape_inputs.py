"""Every input that is known to break out of kiosks, with where it is known from.

An input is what xdotool is told. `desktop` is what a usual desktop binds it to: the desktop of the
test binds it too, so that it can be seen to escape from a plain window. `harmless` says why a plain
window stays nevertheless; without it the plain window must be seen to lose the screen.
"""

from dataclasses import dataclass

OPENBOX = "https://openbox.org/help/Bindings and Debian's /etc/xdg/openbox/rc.xml"
GNOME = "https://gist.github.com/rothgar/7079722 (GNOME Shell)"
KDE = "https://pastebin.com/FENSK1p4 (Plasma's global shortcuts)"
UBUNTU = ("https://github.com/AnshSinghSonkhia/Coding-Keyboard-Shortcuts/blob/main/"
          "Linux%20Keyboard%20Shortcuts.md")
WINDOWS = ("https://learn.microsoft.com/en-us/windows/configuration/keyboard-filter/"
           "keyboardfilter-list-all-configured-key-combinations")
STICKY = ("https://qwaxys.wordpress.com/2012/01/26/"
          "you-shouldnt-minimize-a-fullscreen-application-on-a-public-computer/")
BROWSER = "https://github.com/katahiromz/WinKiosk (shortcut keys of a kiosk browser)"
FIXTURES = "https://infosys.beckhoff.com/content/1033/ipc_security_win10/11018157323.html"
TOUCH = "https://insbug.medium.com/security-vuls-of-touch-screen-devices-a795a718a904"
VT = "https://archworks.co/docs/disable-vt-switching/"
ZAP = "https://wiki.ubuntu.com/XorgCtrlAltBackspace/Discussion"
STAFFS = "qml/manager/HiddenCorner.qml"
KEYSYMS = "X.Org's XF86keysym.h: keys of multimedia keyboards"

RUN = "starts a program"  # what `desktop` says of everything that opens something beside

UNBOUND = "no desktop binds it; a browser would, which this is not"
TYPED = "reaches the window alone"


@dataclass(frozen=True)
class Input:
    name: str
    do: tuple
    source: str
    desktop: str = ""
    harmless: str = ""


def key(combination, source, desktop="", harmless=""):
    return Input(combination, ("key", *combination.split(" ")), source, desktop, harmless)


def held(modifiers, *act, source, harmless=""):
    """A pointer's act with modifiers held down."""
    down = [word for modifier in modifiers for word in ("keydown", modifier)]
    up = [word for modifier in reversed(modifiers) for word in ("keyup", modifier)]
    name = "+".join([*modifiers, " ".join(map(str, act))])
    return Input(name, (*down, *map(str, act), *up), source, harmless=harmless)


def drag(name, start, end, source, harmless=TYPED):
    steps = [(start[0] + (end[0] - start[0]) * i // 4, start[1] + (end[1] - start[1]) * i // 4)
             for i in range(1, 5)]
    moves = [word for x, y in steps for word in ("mousemove", str(x), str(y), "sleep", "0.02")]
    return Input(name, ("mousemove", str(start[0]), str(start[1]), "mousedown", "1", *moves,
                        "mouseup", "1"), source, harmless=harmless)


WINDOW_MANAGER = [
    key("alt+F4", OPENBOX),
    key("alt+Tab", OPENBOX),
    key("alt+shift+Tab", OPENBOX),
    key("ctrl+alt+Tab", OPENBOX, harmless="switches to panels and desktop windows; there are none"),
    key("alt+Escape", OPENBOX),
    key("alt+space", OPENBOX),
    key("super+d", OPENBOX),
    key("super+e", OPENBOX, RUN),
    key("super+F2", OPENBOX),
    key("super+F4", OPENBOX),
    key("ctrl+alt+Right", OPENBOX),
    key("ctrl+alt+Down", OPENBOX, harmless="the four desktops of openbox lie in one row"),
    key("alt+shift+Right", OPENBOX),
    key("super+shift+Right", OPENBOX),
    key("Print", OPENBOX, RUN),
    key("alt+Print", OPENBOX, RUN),
]

DESKTOPS = [
    key("Super_L", GNOME, RUN), key("Super_R", GNOME, RUN),
    key("alt+F1", GNOME, RUN), key("alt+F2", GNOME, RUN), key("super+s", GNOME, RUN),
    key("super+a", GNOME, RUN), key("super+m", GNOME, RUN), key("super+n", GNOME, RUN),
    key("super+l", GNOME, RUN), key("super+Tab", GNOME, RUN), key("super+F10", GNOME, RUN),
    key("alt+F6", GNOME, RUN), key("alt+F5", GNOME, "restores"), key("alt+F7", GNOME, RUN),
    key("alt+F8", GNOME, RUN), key("alt+F9", KDE, "minimises"), key("alt+F10", GNOME, RUN),
    key("super+h", GNOME, "minimises"), key("ctrl+alt+d", GNOME, "shows the desktop"),
    key("ctrl+alt+Delete", GNOME, RUN), key("ctrl+alt+shift+r", GNOME, RUN),
    key("shift+Print", GNOME, RUN), key("ctrl+Print", GNOME, RUN),
    key("ctrl+alt+t", UBUNTU, RUN), key("ctrl+alt+l", UBUNTU, RUN),
    key("super+Return", KDE, RUN), key("super+q", KDE, RUN), key("super+w", KDE, RUN),
    key("super+r", KDE, RUN), key("super+p", KDE, RUN), key("super+i", KDE, RUN),
    key("ctrl+Escape", KDE, RUN), key("ctrl+alt+Escape", KDE, "closes"),
    key("ctrl+F8", KDE, RUN), key("ctrl+F10", KDE, RUN), key("ctrl+F1", KDE, "next desktop"),
    key("ctrl+shift+Escape", WINDOWS, RUN), key("super+x", WINDOWS, RUN),
    key("super+u", WINDOWS, RUN), key("super+b", WINDOWS, RUN), key("super+f", WINDOWS, RUN),
    key("super+k", WINDOWS, RUN), key("super+c", WINDOWS, RUN), key("super+plus", WINDOWS, RUN),
    key("super+Down", WINDOWS, "minimises"), key("super+Home", WINDOWS, RUN),
    key("shift+alt+ctrl+super+Return", WINDOWS, RUN),
    key("alt+shift+Num_Lock", WINDOWS, RUN),
    Input("Shift five times", ("key", *["Shift_L"] * 5), STICKY,
          harmless="sticky keys are off in a bare X server; no desktop listens"),
    Input("Shift held for 2 s", ("keydown", "Shift_L", "sleep", "2", "keyup", "Shift_L"), WINDOWS,
          harmless="filter keys are Windows' and need 8 s there"),
    key("Menu", WINDOWS, RUN), key("shift+F10", WINDOWS, harmless=UNBOUND),
]

MULTIMEDIA = [
    key(name, KEYSYMS, RUN) for name in (
        "XF86WWW", "XF86HomePage", "XF86Mail", "XF86Explorer", "XF86Calculator", "XF86Search",
        "XF86Favorites", "XF86Tools", "XF86MyComputer", "XF86Documents", "XF86AudioMedia",
        "XF86Sleep", "XF86PowerOff", "XF86Suspend", "XF86ScreenSaver", "XF86Messenger",
        "XF86Launch1", "XF86TaskPane", "XF86Display", "XF86Eject", "XF86AudioPlay",
        "XF86AudioRaiseVolume", "XF86MonBrightnessDown", "XF86TouchpadToggle", "XF86RFKill")
] + [
    key("XF86Close", KEYSYMS, "closes"), key("XF86Back", BROWSER, harmless=UNBOUND),
    key("XF86Refresh", BROWSER, harmless=UNBOUND), key("XF86Reload", BROWSER, harmless=UNBOUND),
    key("Cancel", KEYSYMS, harmless=UNBOUND),
]

APPLICATION = [
    key(combination, BROWSER, harmless=UNBOUND) for combination in (
        "F1", "F3", "F5", "F10", "F11", "F12", "ctrl+w", "ctrl+q", "ctrl+n", "ctrl+t", "ctrl+o",
        "ctrl+p", "ctrl+s", "ctrl+k", "ctrl+l", "ctrl+u", "ctrl+h", "ctrl+j", "ctrl+f", "ctrl+r",
        "ctrl+shift+n", "ctrl+shift+i", "ctrl+shift+Delete", "ctrl+plus", "ctrl+minus", "ctrl+0",
        "alt+d", "alt+f", "alt+Home", "alt+Left", "alt+Right", "Escape", "ctrl+F4", "ctrl+c",
        "ctrl+v", "ctrl+x", "ctrl+z", "ctrl+a", "ctrl+Tab", "alt+Return")
]

SYSTEM = [
    key(f"ctrl+alt+F{number}", VT,
        harmless="Xvfb has no virtual terminals; on a tablet cage does not switch them")
    for number in (1, 2, 7)
] + [
    key("ctrl+alt+BackSpace", ZAP, harmless="X does not end by it unless its keymap says so"),
    # To X the same key as Print; the kernel's part of it is out of reach here.
    key("alt+Sys_Req", "https://www.kernel.org/doc/html/latest/admin-guide/sysrq.html"),
    key("ctrl+alt+KP_Divide", "https://bugs.debian.org/656410 (breaks X's grabs)",
        harmless="X's grab breakers are not in Debian's keymap"),
]

POINTER = [
    held(("alt",), "click", 2, source=OPENBOX),
    held(("alt", "shift"), "click", 5, source=OPENBOX),
    Input("right click", ("mousemove", "300", "60", "click", "3"), FIXTURES, harmless=TYPED),
    Input("middle click", ("mousemove", "300", "60", "click", "2"), BROWSER, harmless=TYPED),
    Input("back button", ("click", "8"), BROWSER, harmless=TYPED),
    Input("forward button", ("click", "9"), BROWSER, harmless=TYPED),
    Input("long press", ("mousemove", "300", "60", "mousedown", "1", "sleep", "1.2", "mouseup",
                         "1"), TOUCH, harmless=TYPED),
    Input("double click", ("mousemove", "300", "60", "click", "--repeat", "2", "--delay", "60",
                           "1"), TOUCH, harmless=TYPED),
    Input("corner taps", ("mousemove", "0", "0", "click", "--repeat", "7", "--delay", "60", "1"),
          TOUCH, harmless=TYPED),
    drag("drag from the left edge", (0, 60), (500, 60), TOUCH),
    drag("drag from the right edge", (1023, 620), (500, 620), TOUCH),
    drag("drag from the top edge", (300, 0), (300, 200), TOUCH),
    drag("drag from the bottom edge", (60, 767), (60, 560), TOUCH),
    held(("ctrl",), "click", 4, source=BROWSER, harmless=TYPED),
    held(("alt",), "click", 5, source=OPENBOX),
    held(("alt",), "mousedown", 1, "mousemove", 420, 300, "mouseup", 1, source=OPENBOX,
         harmless="openbox does not move a full screen"),
    held(("alt",), "mousedown", 3, "mousemove", 520, 400, "mouseup", 3, source=OPENBOX,
         harmless="openbox does not resize a full screen"),
]

# Staff's way in by keys asks for a PIN, and gives way to Escape.
STAFF = [
    key("End End End End End Escape", STAFFS, harmless=TYPED),
    key("End End End End End 9 7 5 3 Return Escape", STAFFS, harmless=TYPED),
]

INPUTS = [*WINDOW_MANAGER, *DESKTOPS, *MULTIMEDIA, *APPLICATION, *SYSTEM, *POINTER, *STAFF]

# What Xvfb has no device for. tests/qml sends several fingers to the pages by Qt's own events.
OUT_OF_REACH = {
    "several fingers, pinch, swipes of three and four fingers": TOUCH,
    "power button, lid, docking": "systemd-logind.conf(5); resources/packaging/kiosk-logind.conf",
    "Alt+SysRq on a real keyboard": "kernel.sysrq; resources/packaging/kiosk-sysctl.conf",
    "Ctrl+Alt+Del at the console": "systemd's ctrl-alt-del.target, masked in the README",
    "a USB stick, a USB keyboard that types by itself": "the tablet's case",
}
