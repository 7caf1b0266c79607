"""The shipped kiosk on a disk that fills up under it, and has room again."""

import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "selftest")]

import screen  # noqa: E402

CHECKLIST = os.environ["VOUCH_CHECKLIST"]
UNAVAILABLE = "Sorry, we cannot take answers right now. Please try again later."
ROOM = 64 << 10  # bytes: for a few answers
# A file system of its own in the kiosk's view of the machine; it goes with the process.
NAMESPACE = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])


def can_mount():
    probe = [*NAMESPACE, "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


@unittest.skipUnless(can_mount(), "NOT TESTED: no file system of its own can be mounted here")
class FullDisk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = screen.Screen()
        cls.addClassCleanup(cls.screen.close)
        import drive_kiosk  # looks for the bus when it is imported
        cls.drive = drive_kiosk
        cls.checklist = json.loads(pathlib.Path(CHECKLIST).read_text(encoding="utf-8"))

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vouch-chaos-")
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "kiosk"
        self.data.mkdir()
        wrapper = pathlib.Path(folder.name) / "kiosk-on-a-small-disk"
        wrapper.write_text(
            "#!/bin/sh\nexec " + " ".join(NAMESPACE) + " sh -c 'mount -t tmpfs -o size=6m tmpfs "
            f"{self.data} && exec \"$@\"' sh {screen.KIOSK} \"$@\"\n", encoding="utf-8")
        wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
        original, screen.KIOSK = screen.KIOSK, str(wrapper)
        self.addCleanup(setattr, screen, "KIOSK", original)
        self.kiosk = screen.KioskProcess(self.data)
        self.addCleanup(lambda: self.kiosk.running() and self.kiosk.kill())

    def shopper(self, score):
        try:
            self.drive.conversation(self.driver, self.checklist, "en", score)
        except self.drive.Missed as missed:
            self.fail(f"not on the screen: {missed}. There are: {self.driver.names()}; the kiosk "
                      f"said: {self.kiosk.log()}")

    def inside(self):
        """The data folder as the kiosk sees it."""
        return pathlib.Path(f"/proc/{self.pid}/root{self.data}")

    def fill(self, room):
        """Leaves so many bytes."""
        with (self.inside() / "filler").open("wb", buffering=0) as filler:
            with contextlib.suppress(OSError):
                while True:
                    filler.write(bytes(4096))
            filler.truncate(filler.tell() - room)

    def scores(self):
        """Read from a copy: SQLite would look for the file outside of the kiosk's namespace."""
        with tempfile.TemporaryDirectory(prefix="vouch-chaos-") as folder:
            for name in ("kiosk.db", "kiosk.db-wal"):
                shutil.copyfile(self.inside() / name, pathlib.Path(folder) / name)
            with contextlib.closing(sqlite3.connect(pathlib.Path(folder) / "kiosk.db")) as database:
                return [row[0] for row in database.execute(
                    "SELECT score FROM checks WHERE kind = 'survey' ORDER BY row")]

    def test_kind_words_and_nothing_lost(self):
        self.pid = self.kiosk.start(pin="2468")
        self.driver = self.drive.Kiosk(self.pid)
        self.shopper(10)
        self.fill(ROOM)
        told = None
        stored = [10]
        for _ in range(40):
            self.driver.touch("3")
            told = self.drive.until("an answer to the touch", lambda: self.driver.showing(
                UNAVAILABLE) or self.driver.showing("Done"))
            if told.name == UNAVAILABLE:
                break
            stored.append(3)
            self.driver.touch("Done")
            self.driver.ready("0")
        self.assertEqual(UNAVAILABLE, told.name)
        self.assertGreater(len(stored), 1, "nobody was there while it filled up")
        self.assertEqual(stored, self.scores(), "what the shoppers saw taken, and nothing else")
        (self.inside() / "filler").unlink()
        self.driver.ready("0")  # nobody has to do anything
        self.shopper(9)
        self.assertEqual([*stored, 9], self.scores())
        self.assertEqual(0, self.kiosk.stop())


if __name__ == "__main__":
    unittest.main()
