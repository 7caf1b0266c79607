"""Shoppers go on while kiosk and server are killed under them; at the end both sides are equal."""

import csv
import json
import pathlib
import sqlite3
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "contract"), str(HERE.parent / "selftest")]

import fault_proxy as faults  # noqa: E402
from central_process import CHECKLIST, Central  # noqa: E402
from screen import KioskProcess, Screen  # noqa: E402

DRAIN_SECONDS = 60
PIN = "2468"


def tablet_records(folder):
    """id → (state, score, hash) of every check that the tablet keeps."""
    with sqlite3.connect(f"file:{folder / 'kiosk.db'}?mode=ro", uri=True) as database:
        return {row[0].hex(): row[1:] for row in
                database.execute("SELECT id, state, score, hash FROM checks WHERE kind = 'survey'")}


def waiting(folder):
    with sqlite3.connect(f"file:{folder / 'kiosk.db'}?mode=ro", uri=True) as database:
        return database.execute("SELECT count(*) FROM outbox").fetchone()[0]


class KillAndRestart(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = Screen()
        cls.addClassCleanup(cls.screen.close)
        import drive_kiosk  # looks for the bus when it is imported
        cls.drive = drive_kiosk
        cls.checklist = json.loads(pathlib.Path(CHECKLIST).read_text(encoding="utf-8"))

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vouch-chaos-")
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "kiosk"
        self.central = Central()
        self.addCleanup(self.central.close)
        self.store = self.central.add_store()
        self.central.start()
        self.proxy = faults.FaultProxy(self.central.address)
        self.addCleanup(self.proxy.close)
        self.kiosk = KioskProcess(self.data)
        self.addCleanup(lambda: self.kiosk.running() and self.kiosk.kill())

    def shopper(self, language="en", score=10):
        try:
            self.drive.conversation(self.driver, self.checklist, language, score, hurried=True)
        except self.drive.Missed as missed:
            self.fail(f"not on the screen: {missed}. There are: {self.driver.names()}; the kiosk "
                      f"said: {self.kiosk.log()}")

    def start_kiosk(self, *arguments, pin=None):
        pid = self.kiosk.start(*arguments, pin=pin)
        try:
            self.driver = self.drive.Kiosk(pid)
        except self.drive.Missed as missed:
            self.fail(f"no {missed}; the kiosk said: {self.kiosk.log()}")

    def walk_away_and_kill(self, score):
        """A shopper answers the first question; the power goes with the next page on the screen."""
        first = self.checklist["languages"][0]
        questions = {q["code"]: q for q in self.checklist["questions"]}
        self.driver.touch(str(score))
        self.driver.see(questions["liked" if score >= 9 else "improve"]["text"][first])
        self.kiosk.kill()

    def wait_until_drained(self):
        deadline = time.monotonic() + DRAIN_SECONDS
        while waiting(self.data):
            self.assertLess(time.monotonic(), deadline, "the outbox does not drain")
            time.sleep(0.05)

    def central_records(self):
        out = self.central.folder / "export.csv"
        self.central.run("export", "--format", "csv", "--out", str(out))
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), len({row["id"] for row in rows}), "an id stands twice")
        return {row["id"].replace("-", ""): (row["state"], int(row["score"]), row["hash"])
                for row in rows}

    def test_nothing_is_lost_and_nothing_doubled(self):
        port = self.central.address[1]
        self.proxy.plan.extend([faults.lost_answer, faults.five_copies, faults.cut_request,
                                faults.says(200, b"<html>Welcome, guest</html>")])
        self.start_kiosk("--server", self.proxy.url, "--enrol",
                         self.central.device_code(self.store), "--name", "till 1", pin=PIN)
        self.shopper("en", 10)

        self.walk_away_and_kill(3)
        self.start_kiosk()
        self.shopper("ta", 8)

        self.central.kill()
        self.shopper("fa", 0)
        self.walk_away_and_kill(9)
        self.start_kiosk()
        self.shopper("ru", 5)
        self.central.start(port)
        self.shopper("en", 7)
        self.central.kill()
        self.central.start(port)
        self.wait_until_drained()
        self.assertEqual(0, self.kiosk.stop())

        made = tablet_records(self.data)
        self.assertEqual([10, 3, 8, 0, 9, 5, 7], [score for _, score, _ in made.values()])
        self.assertEqual(2, sum(state == "abandoned" for state, _, _ in made.values()))
        self.assertEqual(made, self.central_records())
        self.assertFalse(self.proxy.plan, "the network was better than planned")


if __name__ == "__main__":
    unittest.main()
