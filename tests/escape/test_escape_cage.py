#!/usr/bin/python3
"""Nobody breaks out of the kiosk in its own session: the same inputs, sent to the shipped kiosk in
kiosk-session's cage, run by a user without rights. cage lies in a window of an X server that the inputs come from.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
USER = "nobody"


def give_up_rights():
    """As root: the programs and these files go where the user without rights can read them, and it
    runs them. Everything of it lies in one folder that is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="vouch-cage-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        for part in ("escape", "chaos", "selftest"):
            shutil.copytree(HERE.parent / part, folder / "tests" / part)
        kiosk = shutil.copy2(os.environ["VOUCH_KIOSK"], folder)
        checklist = shutil.copy2(os.environ["VOUCH_CHECKLIST"], folder)
        session = shutil.copy2(os.environ["VOUCH_SESSION"], folder)
        home = folder / "home"
        home.mkdir()
        shutil.chown(home, USER)
        return subprocess.run(
            ["runuser", "-u", USER, "--", "env", "HOME=%s" % home, "TMPDIR=%s" % home,
             "VOUCH_KIOSK=%s" % kiosk, "VOUCH_CHECKLIST=%s" % checklist, "VOUCH_SESSION=%s" % session,
             sys.executable, "-B", str(folder / "tests" / "escape" / HERE.joinpath(__file__).name), *sys.argv[1:]],
            check=False, cwd=home).returncode


def children(pid):
    try:
        listed = pathlib.Path("/proc/%d/task/%d/children" % (pid, pid)).read_text(encoding="ascii")
    except OSError:  # it has ended
        return []
    return [int(word) for word in listed.split()]


def descendants(pid):
    for child in children(pid):
        yield child
        yield from descendants(child)


def program(pid):
    try:
        return pathlib.Path("/proc/%d/exe" % pid).resolve().name
    except OSError:
        return ""


class EscapeCage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        sys.path[:0] = [str(HERE.parent / "chaos"), str(HERE.parent / "selftest")]
        from screen import Screen
        cls.screen = Screen("1024x768")  # what cage's window takes
        cls.addClassCleanup(cls.screen.close)
        import drive_kiosk  # looks for the bus when it is imported
        cls.drive = drive_kiosk
        cls.checklist = json.loads(
            pathlib.Path(os.environ["VOUCH_CHECKLIST"]).read_text(encoding="utf-8"))

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vouch-escape-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def start_session(self):
        from escape_desktop import start
        log = (self.folder / "log").open("ab")
        self.addCleanup(log.close)
        session = start([os.environ["VOUCH_SESSION"], "--data", str(self.folder / "kiosk"),
                         "--pin-from-stdin"], log, WLR_BACKENDS="x11", WLR_RENDERER="pixman")
        session.stdin.write(b"2468\n")
        session.stdin.close()

        def end():
            session.terminate()
            session.wait(60)
        self.addCleanup(end)
        return session

    def log(self):
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def windows(self):
        """Everything on the outer screen: cage's window alone."""
        from Xlib import X, display
        x = display.Display()
        try:
            return [window.id for window in x.screen().root.query_tree().children
                    if window.get_attributes().map_state == X.IsViewable]
        finally:
            x.close()

    def watchdog(self, session):
        """The kiosk's process that cage started."""
        from escape_desktop import until
        name = pathlib.Path(os.environ["VOUCH_KIOSK"]).name
        found = []

        def find():
            found[:] = [child for child in descendants(session.pid) if program(child) == name]
            return found or session.poll() is not None
        until("the kiosk under cage", find, 30)
        self.assertIsNone(session.poll(), self.log())
        return found[0]

    def test_its_end_is_told(self):
        """systemd starts the session again after a failure, not when it was left."""
        for number, code in ((signal.SIGTERM, 0), (signal.SIGKILL, 128 + signal.SIGKILL)):
            session = self.start_session()
            watchdog = self.watchdog(session)
            self.drive.Kiosk(watchdog)
            os.kill(watchdog, number)
            self.assertEqual(code, session.wait(30), self.log())

    def test_kiosk(self):
        from escape_desktop import send
        from escape_inputs import INPUTS
        self.assertNotEqual(0, os.geteuid())
        session = self.start_session()
        watchdog = self.watchdog(session)
        driver = self.drive.Kiosk(watchdog)
        first = driver.app.get_process_id()
        question = self.checklist["questions"][0]["text"][self.checklist["languages"][0]]
        driver.see(question)
        windows = self.windows()
        self.assertEqual(1, len(windows))
        for each in INPUTS:
            with self.subTest(each.name):
                send(each)
                # A key that took effect would show by now; what comes late the next look sees.
                time.sleep(0.1)
                self.assertIsNone(session.poll(), self.log())
                self.assertEqual(windows, self.windows())
                driver.see(question)
                self.assertEqual([first], children(watchdog), self.log())
        self.drive.conversation(driver, self.checklist, "en", 9)


if __name__ == "__main__":
    sys.exit(give_up_rights()) if os.geteuid() == 0 else unittest.main()
