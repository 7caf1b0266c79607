"""backup, restore and quarantine as an operator runs them."""

import json
import os
import stat
import subprocess
import threading
import unittest

from central_process import PROGRAM, CommandFailed
from tablet import seal
from test_ledger import LedgerCase


class Backup(LedgerCase):
    def file(self, name="copy.db"):
        return self.central.folder / name

    def fails(self, *arguments):
        done = subprocess.run([PROGRAM, "--database", self.central.database, *arguments],
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 1, done)
        return done.stderr

    def have(self, tablet):
        """What a heartbeat's answer says is known of the tablet's chain."""
        reply = self.central.request("POST", "/api/v1/heartbeat", tablet.token, {})
        self.assertEqual(reply.status, 200, reply)
        return reply.json()["have"].get(tablet.chain, 0)

    def refill(self, tablet, kept):
        """What a tablet does: queues again everything above `have`."""
        again = [check for check in kept if check["sequence"] > self.have(tablet)]
        for first in range(0, len(again), 50):
            self.assertEqual(tablet.post(*again[first:first + 50]).status, 200)
        return len(again)

    def test_tablets_fill_a_server_that_lost_what_came_after(self):
        tablets = [self.tablet, self.new_tablet(self.tablet.store)]
        kept = [tablet.checks([9, 3, 7] * 20) for tablet in tablets]
        for tablet, checks in zip(tablets, kept):
            tablet.post(*checks)
        # The back-up is made while answers come in.
        ends = threading.Event()
        sent = []

        def keep_sending():
            while not ends.is_set():
                check = tablets[0].check(9)
                sent.append(check)
                self.assertStatuses(tablets[0].post(check), "accepted")
        sender = threading.Thread(target=keep_sending)
        sender.start()
        try:
            output = self.central.run("backup", str(self.file()))
        finally:
            ends.set()
            sender.join()
        self.assertIn("keys", output)
        self.assertEqual(stat.S_IMODE(os.stat(self.file()).st_mode), 0o600)
        kept[0] += sent
        for tablet, checks in zip(tablets, kept):
            later = tablet.checks([1, 10, 8])
            checks += later
            tablet.post(*later)
        self.central.kill()
        output = self.central.run("restore", str(self.file()))
        self.assertIn(".replaced-", output)
        self.central.start(self.central.address[1])
        self.assertGreater(sum(map(self.refill, tablets, kept)), 5)
        for tablet, checks in zip(tablets, kept):
            self.assertEqual(self.have(tablet), len(checks))
            self.assertClean(tablet)
        reply = self.central.get("/api/v1/export.jsonl?store=" + self.tablet.store, self.regional)
        found = [json.loads(line)["id"] for line in reply.body.decode().splitlines()]
        self.assertCountEqual(found, [check["id"] for checks in kept for check in checks])
        self.assertIn("every counter", self.central.run("verify"))

    def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(self):
        self.assertIn("file-unwritable", self.fails("backup", "/proc/none/copy.db"))
        self.assertIn("file-unwritable", self.fails("backup", str(self.central.folder)))
        self.assertIn("file-unwritable", self.fails("backup", "/dev/null"))
        database = self.central.folder / "central.db"
        self.assertIn("database itself", self.fails("backup", str(database)))
        self.assertEqual([name for name in os.listdir(self.central.folder)
                          if name.endswith(".part")], [])

    def test_a_running_server_is_not_restored_over(self):
        self.central.run("backup", str(self.file()))
        self.assertIn("data-in-use", self.fails("restore", str(self.file())))
        self.assertIn("backup-missing", self.stopped("restore", str(self.file("none.db"))))
        garbage = self.file("garbage.db")
        garbage.write_bytes(b"no database" * 1000)
        self.assertIn("database-damaged", self.stopped("restore", str(garbage)))

    def stopped(self, *arguments):
        """How a command fails while the server is stopped."""
        self.assertEqual(self.central.stop(), 0)
        try:
            return self.fails(*arguments)
        finally:
            self.central.start()

    def test_an_existing_back_up_is_replaced_whole(self):
        self.file().write_bytes(b"older")
        self.central.run("backup", str(self.file()))
        self.assertEqual(self.file().read_bytes()[:15], b"SQLite format 3")


class Quarantine(LedgerCase):
    def entries(self, **query):
        reply = self.central.get(
            "/api/v1/quarantine?store=%s&kind=%s" % (
                self.tablet.store, query.get("kind", "refused")), self.regional)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()["entries"]

    def test_it_holds_the_whole_record_until_its_cause_is_mended(self):
        elsewhere = self.central.add_store()
        bad = self.tablet.check(3, store=elsewhere)
        self.assertStatuses(self.tablet.post(bad), "rejected")
        entry, = self.entries()
        self.assertEqual(entry["record"], bad)
        self.assertEqual((entry["code"], entry["sequence"]), ("store-unknown", 1))
        listed = self.central.run("quarantine", "list", "--json").splitlines()
        listed, = (each for each in map(json.loads, listed) if each["record"] == bad)
        self.assertEqual(listed["code"], "store-unknown")
        key = str(listed["key"])
        shown = json.loads(self.central.run("quarantine", "show", key))
        self.assertEqual(shown["record"], bad)
        self.assertIn("0 taken", self.central.run("quarantine", "retry", key))
        self.tablet.enrol(self.central.device_code(elsewhere), self.new_address())
        self.assertIn("1 taken", self.central.run("quarantine", "retry", key))
        self.assertStatuses(self.tablet.post(bad), "duplicate")
        self.assertClean()
        with self.assertRaises(CommandFailed):
            self.central.run("quarantine", "show", key)

    def test_a_conflict_shows_both_contents(self):
        check = self.tablet.check(9)
        other = seal({**check, "language": "fa"})
        self.tablet.post(check)
        self.tablet.post(other)
        entry, = self.entries(kind="conflict")
        self.assertEqual((entry["record"], entry["code"]), (other, "content-differs"))


