"""Nobody breaks out of the kiosk under a desktop: every input is first seen to take the screen from
a plain window, or is listed as harmless there, and is then sent to the shipped kiosk."""

import json
import os
import pathlib
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "chaos"), str(HERE.parent / "selftest")]

from escape_desktop import Desktop, send, start, until  # noqa: E402
from escape_inputs import INPUTS  # noqa: E402
from screen import Screen  # noqa: E402

KIOSK = os.environ.get("VOUCH_KIOSK")
CHECKLIST = os.environ.get("VOUCH_CHECKLIST")
QMLSCENE = "/usr/lib/qt6/bin/qmlscene"
PIN = b"2468\n"
# An escape shows within this; so long we look before we say that there was none.
LOOK_S = 0.3
PATIENCE_S = 3.0


def looked(condition, seconds=LOOK_S):
    """Whether it comes true while we look."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


class EscapeDesktop(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = Screen("1024x768")
        cls.addClassCleanup(cls.screen.close)
        folder = tempfile.TemporaryDirectory(prefix="vouch-escape-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.desktop = Desktop(folder.name, INPUTS)
        cls.addClassCleanup(cls.desktop.close)
        import drive_kiosk  # looks for the bus when it is imported
        cls.drive = drive_kiosk
        cls.checklist = json.loads(pathlib.Path(CHECKLIST).read_text(encoding="utf-8"))

    def run_program(self, arguments, title, **environment):
        log = (self.folder / "log").open("ab")
        self.addCleanup(log.close)
        process = start(arguments, log, **environment)
        process.stdin.write(PIN)
        process.stdin.close()

        def end():
            process.terminate()
            process.wait(30)
        self.addCleanup(end)
        other = [self.desktop.named("other")]
        try:
            until("%s on the whole screen" % title,
                  lambda: not self.desktop.lost(title, other), 30)
        except AssertionError as late:
            self.fail("%s: %s\n%s" % (late, self.desktop.lost(title, other), self.log()))
        return process

    def log(self):
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def test_plain_window(self):
        """What is not listed as harmless takes the screen from a plain window."""
        other = [self.desktop.named("other")]
        plain = None
        wrong = []
        for each in INPUTS:
            if plain is None or plain.poll() is not None \
                    or not looked(lambda: not self.desktop.lost("Plain", other)):
                if plain is not None:
                    plain.kill()
                    until("the plain window gone", lambda: not self.desktop.named("Plain"))
                    self.desktop.tidy("Plain", other)
                plain = self.run_program([QMLSCENE, str(HERE / "PlainWindow.qml")], "Plain",
                                         QT_QUICK_BACKEND="software")
            send(each)
            escaped = looked(lambda: self.desktop.lost("Plain", other),
                             LOOK_S if each.harmless else PATIENCE_S)
            if escaped == bool(each.harmless):
                wrong.append("%s: %s" % (each.name, self.desktop.lost("Plain", other) or
                                         "the plain window stays"))
            if escaped:
                self.desktop.tidy("Plain", other)
        self.assertEqual([], wrong)

    def test_kiosk(self):
        """None of them takes it from the kiosk, which goes on asking."""
        other = [self.desktop.named("other")]
        process = self.run_program([KIOSK, "--data", str(self.folder / "kiosk"),
                                    "--pin-from-stdin"], "Vouch")
        driver = self.drive.Kiosk(process.pid)
        first = driver.app.get_process_id()
        question = self.checklist["questions"][0]["text"][self.checklist["languages"][0]]
        for each in INPUTS:
            with self.subTest(each.name):
                send(each)
                looked(lambda: self.desktop.lost("Vouch", other))
                try:
                    until("the kiosk back after " + each.name,
                          lambda: not self.desktop.lost("Vouch", other))
                except AssertionError as late:
                    self.fail("%s: %s" % (late, self.desktop.lost("Vouch", other)))
                self.assertIsNone(process.poll(), self.log())
                until("the question after %s, not %s" % (each.name, driver.names()),
                      lambda: driver.showing(question), 3)
        self.drive.conversation(driver, self.checklist, "en", 9)
        self.assertEqual(first, self.drive.Kiosk(process.pid).app.get_process_id(),
                         "it crashed: " + self.log())


if __name__ == "__main__":
    unittest.main()
