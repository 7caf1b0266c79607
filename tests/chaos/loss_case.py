"""A server is lost, and an older back-up takes its place: what the tablets then do, told once for every
way to back up and restore."""

import json
import time

from drain_process import central_hashes, drain, spawn, tablet_hashes
from wire_case import WireCase

SECONDS = 60


class LossCase(WireCase):
    """A class that has back_up() and lose_and_restore(), which gets what back_up() gave and ends with a
    server at the former port, and runs its tests."""

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

    def tablets_fill_in_what_came_after_the_back_up(self):
        self.enrol("--make", 40, "--days", 3)
        quiet, its_shop = self.data, self.shop
        self.new_tablet()
        self.enrol("--make", 30)
        busy = self.data
        during = self.running(busy, "--more", 100)
        backup = self.back_up()  # while answers come in
        during.communicate()
        drain(quiet, "--make", 25)
        drain(busy, "--make", 20)

        # One has shoppers all the while; the other has nothing to send.
        self.running(quiet, "--more", 1, "--every", SECONDS * 2000)
        process = self.running(busy, "--more", 150)
        sent = len(self.proxy.requests)
        self.until("nothing is sent", lambda: len(self.proxy.requests) > sent + 1)
        self.lose_and_restore(backup, lambda: self.assertIsOld(its_shop))

        process.communicate()
        self.assertEqual(0, process.returncode)
        self.assertEqual((300, 300, 0), self.ledger(self.shop))
        self.until("what nobody adds to is not sent again",
                   lambda: self.ledger(its_shop) == (65, 65, 0))
        self.assertBothSidesEqual(300)
        self.data, self.shop = quiet, its_shop
        self.assertBothSidesEqual(65)

    def assertIsOld(self, its_shop):
        """The back-up lacks what came after it."""
        self.assertEqual(40, len(central_hashes(self.central, its_shop)))
        self.assertLess(len(central_hashes(self.central, self.shop)), 30 + 100 + 20)

    def of_a_tablet_enrolled_after_the_back_up_nothing_is_lost(self):
        """The restored server does not know it: it is enrolled anew, with the same data."""
        backup = self.back_up()
        self.enrol("--make", 12)
        self.lose_and_restore(backup, lambda: None)
        done = drain(self.data, "--make", 3, "--seconds", 1)
        self.assertEqual((1, 3), (done.code, done.end["waiting"]), done)
        self.assertEqual(15, len(tablet_hashes(self.data)))
        self.enrol("--make", 1)
        self.assertBothSidesEqual(16)
