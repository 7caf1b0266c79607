"""A server is lost, and an older back-up takes its place: the tablets fill in what it lacks."""

import json
import time
import unittest

from drain_process import central_hashes, drain, spawn, tablet_hashes
from wire_case import Central, WireCase  # says where the next is

import private_postgresql

SECONDS = 60


@unittest.skipIf(private_postgresql.wanted(), "`restore` puts files in place")
class ServerLoss(WireCase):
    @classmethod
    def setUpClass(cls):
        cls.central = Central(in_file=True)
        cls.addClassCleanup(cls._close)
        cls.central.start()

    def running(self, data, *arguments):
        process = self.enterContext(spawn(data, "--poll", 50, "--seconds", SECONDS, *arguments))
        self.addCleanup(process.kill)
        return process

    def until(self, what, holds):
        deadline = time.monotonic() + SECONDS
        while not holds():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.02)

    def ledger(self, shop):
        """(made, received, missing) of the shop's chains."""
        chains = json.loads(self.central.run("ledger", "--store", shop, "--json"))["chains"]
        return tuple(sum(chain[key] for chain in chains)
                     for key in ("made", "received", "missing"))

    def test_tablets_fill_in_what_came_after_the_back_up(self):
        self.enrol("--make", 40, "--days", 3)
        quiet, its_shop = self.data, self.shop
        self.new_tablet()
        self.enrol("--make", 30)
        busy, port = self.data, self.central.address[1]
        backup = str(self.central.folder / "copy.db")
        during = self.running(busy, "--more", 100)
        self.central.run("backup", backup)  # while answers come in
        during.communicate()
        drain(quiet, "--make", 25)
        drain(busy, "--make", 20)

        # One has shoppers all the while; the other has nothing to send.
        self.running(quiet, "--more", 1, "--every", SECONDS * 2000)
        process = self.running(busy, "--more", 150)
        sent = len(self.proxy.requests)
        self.until("nothing is sent", lambda: len(self.proxy.requests) > sent + 1)
        self.central.kill()
        self.central.run("restore", backup)
        self.assertEqual(40, len(central_hashes(self.central, its_shop)))
        self.assertLess(len(central_hashes(self.central, self.shop)), 30 + 100 + 20)
        self.central.start(port)

        process.communicate()
        self.assertEqual(0, process.returncode)
        self.assertEqual((300, 300, 0), self.ledger(self.shop))
        self.until("what nobody adds to is not sent again",
                   lambda: self.ledger(its_shop) == (65, 65, 0))
        self.assertBothSidesEqual(300)
        self.data, self.shop = quiet, its_shop
        self.assertBothSidesEqual(65)

    def test_of_a_tablet_enrolled_after_the_back_up_nothing_is_lost(self):
        """The restored server does not know it: it is enrolled anew, with the same data."""
        backup = str(self.central.folder / "early.db")
        self.central.run("backup", backup)
        self.enrol("--make", 12)
        port = self.central.address[1]
        self.central.kill()
        self.central.run("restore", backup)
        self.central.start(port)
        done = drain(self.data, "--make", 3, "--seconds", 1)
        self.assertEqual((1, 3), (done.code, done.end["waiting"]), done)
        self.assertEqual(15, len(tablet_hashes(self.data)))
        self.enrol("--make", 1)
        self.assertBothSidesEqual(16)


if __name__ == "__main__":
    unittest.main()
