"""What a bad network makes of the configuration and of signs of life: a kiosk goes on with what it has,
sends its answers, and takes nothing on that does not come from its server."""

import json
import sqlite3
import time
import unittest

import fault_proxy as faults
from drain_process import spawn, tablet_hashes
from fault_proxy import says
from test_network_faults import PORTAL, PROBLEM, in_ten_years
from wire_case import WireCase

CONFIG = "/api/v1/config"
HEARTBEAT = "/api/v1/heartbeat"
CHECKS = "/api/v1/checks"
TIMES = 2
PATIENT = "503 with seconds"  # an hour, in which it is met once
SECONDS = 60
MOST_KIB = 192 * 1024


def json_of(value, status=200):
    return says(status, json.dumps(value).encode(), kind="application/json")


ANY = {
    "lost request": faults.lost_request,
    "lost answer": faults.lost_answer,
    "request cut in the middle": faults.cut_request,
    "answer cut in the middle": faults.cut_answer,
    "answer cut in its head": faults.cut_head,
    "connection reset": faults.reset,
    "five copies at once": faults.five_copies,
    "answer after the tablet's patience": faults.slow(1.5),
    "portal, 200 with HTML": says(200, PORTAL),
    "portal, 200 with nothing": says(200),
    "portal, 200 with JSON of something else": json_of({"ok": True}),
    "portal, 200 with a list": json_of([[]]),
    "portal, 302": says(302, headers=[("Location", "http://127.0.0.1:9/login")]),
    "portal, 304": says(304, headers=[("ETag", '"portal"')]),
    "portal, 401": says(401, PORTAL),
    "portal, 403": says(403, PORTAL),
    "portal, 511": says(511, PORTAL),
    "413": says(413, b"<html>Too Large</html>"),
    "429": says(429, PROBLEM, [("Retry-After", "1")], "application/problem+json"),
    "500": says(500, b"oops"),
    PATIENT: says(503, PROBLEM, [("Retry-After", "3600")], "application/problem+json"),
    "503 with a date": says(503, PROBLEM, [("Retry-After", in_ten_years), ("Date", in_ten_years)],
                            "application/problem+json"),
}
OF_CONFIG = {
    "checklists that are none": json_of({"checklists": "none", "version": 9}),
    "cut, without a length": says(200, b'{"version":9,"checklists":[{"id":"x"', kind="text/html"),
}
OF_HEARTBEAT = {
    "no place in a chain": json_of({"have": {"x": 1}}),
    "places that are no numbers": json_of({"have": {}, "erase": 7, "commands": "x"}),
    "strange records to erase": json_of({"have": [], "erase": ["x", None, 7]}),
}


def peak_kib(process):
    """The most memory that it has had."""
    with open(f"/proc/{process.pid}/status", encoding="utf-8") as status:
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1])


class SignsOfLife(WireCase):
    def beside(self, path, fault, timeout=1000, times=TIMES):
        """Answers are made and sent while every request to `path` meets the fault."""
        self.proxy.path = path
        self.proxy.always = fault
        self.proxy.requests.clear()
        sent = len(tablet_hashes(self.data))
        with spawn(self.data, "--make", 5, "--poll", 20, "--timeout", timeout, "--more", 1,
                   "--every", 60000 * SECONDS, "--seconds", SECONDS) as process:
            try:
                self.until("the fault is not met", process,
                           lambda: len(self.proxy.requests) >= times)
                self.until("answers wait", process, lambda: self.waiting() == 0)
                self.assertLess(peak_kib(process), MOST_KIB)
            finally:
                process.kill()
        self.proxy.always = faults.none
        self.assertEqual(sent + 5, len(tablet_hashes(self.data)))

    def until(self, what, process, holds):
        deadline = time.monotonic() + SECONDS
        while not holds():
            self.assertIsNone(process.poll(), "it has ended")
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.01)

    def asked(self, statement):
        with sqlite3.connect(f"file:{self.data / 'kiosk.db'}?mode=ro", uri=True) as database:
            return database.execute(statement).fetchall()

    def waiting(self):
        return self.asked("SELECT count(*) FROM outbox")[0][0]

    def kept(self):
        """What came from the server, and what travelled."""
        return (self.asked("SELECT * FROM setting WHERE key GLOB 'config.*' OR key GLOB 'identity.*' "
                           "ORDER BY key"),
                self.asked("SELECT count(*) FROM quarantine"),
                self.asked("SELECT DISTINCT chain FROM checks"))

    def test_nothing_of_it_is_taken_on(self):
        self.proxy.path = None
        self.enrol("--make", 3, "--poll", 20)
        self.send("--more", 3, "--ask")
        before = self.kept()
        self.assertIn("config.body", [row[0] for row in before[0]])
        for path, more in ((CONFIG, OF_CONFIG), (HEARTBEAT, OF_HEARTBEAT)):
            for name, fault in {**ANY, **more}.items():
                with self.subTest(name, path=path):
                    self.beside(path, fault, times=1 if name == PATIENT else TIMES)
                    self.assertEqual(before, self.kept())
        self.assertBothSidesEqual(6 + 5 * (2 * len(ANY) + len(OF_CONFIG) + len(OF_HEARTBEAT)))

    def test_an_answer_without_an_end_is_not_waited_for(self):
        self.enrol()
        for path in (CONFIG, HEARTBEAT):
            self.beside(path, faults.endless)
        self.assertBothSidesEqual(10)

    def test_an_answer_that_trickles_is_not_waited_for(self):
        self.enrol()
        for path in (CONFIG, HEARTBEAT):
            self.beside(path, faults.trickling, timeout=300)
        self.proxy.path = CHECKS
        self.proxy.plan.extend([faults.trickling] * 2)
        self.send("--make", 5, "--timeout", 300)
        self.assertFalse(self.proxy.plan)
        self.assertBothSidesEqual(15)

    def test_behind_them_both_come_again(self):
        """A kiosk whose every sign of life was lost hears of a new version, and is heard of."""
        self.enrol("--make", 3)
        for path in (CONFIG, HEARTBEAT):
            self.beside(path, says(200, PORTAL))
        self.central.add_checklist_version(1000)
        with spawn(self.data, "--poll", 20, "--more", 1, "--every", 60000 * SECONDS) as process:
            try:
                self.until("the new version does not come", process, lambda: any(
                    '"version":1000' in row[0].replace(" ", "") for row in
                    self.asked("SELECT value FROM setting WHERE key = 'config.body'")))
            finally:
                process.kill()
        self.assertBothSidesEqual(13)


if __name__ == "__main__":
    unittest.main()
