"""A desktop with the bindings that desktops have, and a look at who holds its screen."""

import os
import pathlib
import subprocess
import time
import xml.etree.ElementTree as xml

from Xlib import X, display, error
from Xlib.xobject.drawable import Window

DEFAULT_RC = "/etc/xdg/openbox/rc.xml"  # Debian's
NAMESPACE = "http://openbox.org/3.4/rc"
MODIFIERS = {"ctrl": "C", "alt": "A", "shift": "S", "super": "W"}
BESIDE = "xmessage -name beside -center beside"
ACTIONS = {
    "starts a program": ("Execute", BESIDE),
    "minimises": ("Iconify", None),
    "closes": ("Close", None),
    "restores": ("ToggleFullscreen", None),
    "shows the desktop": ("ToggleShowDesktop", None),
    "next desktop": ("GoToDesktop", "right"),
}
PATIENCE_S = 10.0
SETTLE_S = 0.2  # the last program that was started has its window by then


def until(what, condition, seconds=PATIENCE_S):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("not within %.0f s: %s" % (seconds, what))


def binding(combination):
    """openbox's name of xdotool's "ctrl+alt+t"."""
    *modifiers, last = combination.split("+")
    return "-".join([*(MODIFIERS[modifier] for modifier in modifiers), last])


def write_rc(file, inputs):
    """Debian's default configuration of openbox, and what the inputs' desktops bind."""
    xml.register_namespace("", NAMESPACE)
    tree = xml.parse(DEFAULT_RC)
    # The name of the desktop would lie on the screen for a while after each change.
    tree.getroot().find(".//{%s}popupTime" % NAMESPACE).text = "0"
    keyboard = tree.getroot().find("{%s}keyboard" % NAMESPACE)
    for each in inputs:
        if not each.desktop:
            continue
        name = binding(each.do[1])
        for former in keyboard.findall("{%s}keybind[@key='%s']" % (NAMESPACE, name)):
            keyboard.remove(former)
        keybind = xml.SubElement(keyboard, "keybind", key=name)
        action, argument = ACTIONS[each.desktop]
        element = xml.SubElement(keybind, "action", name=action)
        if argument:
            tag = "command" if action == "Execute" else "to"
            xml.SubElement(element, tag).text = argument
    tree.write(file, encoding="utf-8", xml_declaration=True)


class Desktop:
    """openbox on the present display; everything that it starts ends with it."""

    def __init__(self, folder, inputs):
        rc = pathlib.Path(folder) / "rc.xml"
        write_rc(rc, inputs)
        self.x = display.Display()
        self.root = self.x.screen().root
        # Something to switch to; there before openbox, which else may miss its coming.
        self._other = start(["xmessage", "-name", "other", "other"], subprocess.DEVNULL)
        until("the other window", self._any_window)
        self._openbox = start(["openbox", "--sm-disable", "--config-file", str(rc)],
                              subprocess.DEVNULL)
        until("openbox", lambda: self.named("other"))

    def close(self):
        for process in (self._other, self._openbox):
            process.terminate()
            process.wait()
            process.stdin.close()
        self.x.close()

    def _any_window(self):
        return any(window.get_attributes().map_state == X.IsViewable
                   for window in self.root.query_tree().children)

    def _cardinal(self, name):
        value = self.root.get_full_property(self.x.intern_atom(name), X.AnyPropertyType)
        return value.value[0] if value and len(value.value) else 0

    def _clients(self):
        value = self.root.get_full_property(
            self.x.intern_atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
        return [self.x.create_resource_object("window", each) for each in value.value] \
            if value else []

    def named(self, name):
        """The window that its program or its title calls so, or None."""
        for window in self._clients():
            try:
                if name in (window.get_wm_name(), *(window.get_wm_class() or ())):
                    return window
            except error.XError:
                pass
        return None

    def popups(self):
        """What lies on the screen and is no program's window: menus, switchers."""
        frames = {self._top(window) for window in self._clients()}
        out = []
        for window in self.root.query_tree().children:
            try:
                attributes, size = window.get_attributes(), window.get_geometry()
            except error.XError:
                continue
            if (attributes.map_state == X.IsViewable and attributes.win_class == X.InputOutput
                    and min(size.width, size.height) > 8 and window.id not in frames):
                out.append(window.id)
        return out

    def _top(self, window):
        """The child of the root that a window lies in."""
        try:
            while (parent := window.query_tree().parent) != self.root:
                window = parent
            return window.id
        except (error.XError, AttributeError):
            return 0

    def lost(self, title, beside=()):
        """Why the window of that title does not hold the whole screen; empty when it does.
        Windows in `beside` were there before."""
        if self._cardinal("_NET_CURRENT_DESKTOP") != 0:
            return "another desktop"
        window = self.named(title)
        if window is None:
            return "its window is gone"
        try:
            if window.get_attributes().map_state != X.IsViewable:
                return "it is not seen"
            size, place = window.get_geometry(), window.translate_coords(self.root, 0, 0)
        except error.XError:
            return "its window is gone"
        screen = self.x.screen()
        corner = (-place.x, -place.y)
        if (size.width, size.height) != (screen.width_in_pixels, screen.height_in_pixels) \
                or corner != (0, 0):
            return "it is %dx%d at %s" % (size.width, size.height, corner)
        active = self._cardinal("_NET_ACTIVE_WINDOW")
        if active != window.id:
            return "another window is active"
        focus = self.x.get_input_focus().focus
        if not isinstance(focus, Window) or focus.id not in self._family(window):
            return "the keys go elsewhere"
        beside = {each.id for each in beside} | {window.id}
        others = [each for each in self._clients() if each.id not in beside]
        if others:
            return "%d more windows" % len(others)
        return "a menu" if self.popups() else ""

    @staticmethod
    def _family(window):
        return [window.id, *(child.id for child in window.query_tree().children)]

    def tidy(self, title, beside):
        """Ends what was opened, until nothing more comes, and gives the window the screen again."""
        subprocess.run(["xdotool", "key", "Escape"], check=False)
        subprocess.run(["xdotool", "set_desktop", "0"], check=False)
        for window in beside:  # it may have been minimised, or sent away, instead
            subprocess.run(["xdotool", "set_desktop_for_window", str(window.id), "0",
                            "windowmap", str(window.id)], check=False)
        quiet_since, deadline = time.monotonic(), time.monotonic() + PATIENCE_S
        while time.monotonic() - quiet_since < SETTLE_S and time.monotonic() < deadline:
            for window in self._clients():
                try:
                    if "beside" in (window.get_wm_class() or ()):
                        window.kill_client()
                        quiet_since = time.monotonic()
                except error.XError:
                    pass
            window = self.named(title)
            if window is not None and self.lost(title, beside):
                subprocess.run(["xdotool", "set_desktop_for_window", str(window.id), "0",
                                "windowactivate", str(window.id)], check=False,
                               stderr=subprocess.DEVNULL)
                if not self.lost(title, beside):
                    quiet_since = time.monotonic()
            time.sleep(0.02)


def send(each):
    subprocess.run(["xdotool", *each.do], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def die_with_parent():
    import ctypes  # as tests/chaos/screen.py does
    import signal
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def start(arguments, log, **environment):
    return subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=log, stderr=log,
                            preexec_fn=die_with_parent, env={**os.environ, **environment})
