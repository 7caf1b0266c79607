"""A display with an accessibility bus, and the kiosk on it."""

import ctypes
import os
import pathlib
import signal
import subprocess
import tempfile

KIOSK = os.environ.get("VOUCH_KIOSK")
PR_SET_PDEATHSIG = 1  # from sys/prctl.h


def _die_with_parent():
    """A test that is killed at its time limit leaves nothing behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Screen:
    """Xvfb and a D-Bus session of its own; pyatspi finds both in the environment, so that it must
    be imported after this."""

    def __init__(self, size="1280x800"):
        # The bus's socket lies here; in a shared place a second run would take it away.
        self._runtime = tempfile.TemporaryDirectory(prefix="vouch-runtime-")
        os.environ["XDG_RUNTIME_DIR"] = self._runtime.name
        self._display = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=_die_with_parent)
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=_die_with_parent)
        os.environ["DISPLAY"] = ":" + self._display.stdout.readline().decode().strip()
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._bus.stdout.readline().decode().strip()
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"

    def close(self):
        for process in (self._bus, self._display):
            process.terminate()
            process.wait()
            process.stdout.close()
        self._runtime.cleanup()


class KioskProcess:
    """vouch-kiosk on a data folder that outlives it; in a window and without its watchdog, unless
    told otherwise."""

    def __init__(self, folder: pathlib.Path, options=("--windowed", "--no-watchdog")):
        self.folder = folder
        self._options = options
        self._process = None

    def start(self, *arguments, pin=None):
        log = self.folder.with_suffix(".log").open("ab")
        with log:
            self._process = subprocess.Popen(
                [KIOSK, "--data", str(self.folder), *self._options, *arguments,
                 *(["--pin-from-stdin"] if pin else [])],
                stdin=subprocess.PIPE, stdout=log, stderr=log, preexec_fn=_die_with_parent)
        if pin:
            self._process.stdin.write(pin.encode() + b"\n")
        self._process.stdin.close()
        return self._process.pid

    @property
    def pid(self):
        return self._process.pid

    def log(self):
        return self.folder.with_suffix(".log").read_text(encoding="utf-8", errors="replace")

    def stop(self):
        """SIGTERM; the exit code."""
        self._process.terminate()
        return self._process.wait(30)

    def wait(self, seconds):
        """Its exit code, once it ends by itself."""
        return self._process.wait(seconds)

    def kill(self):
        self._process.kill()
        self._process.wait()

    def running(self):
        return self._process is not None and self._process.poll() is None
