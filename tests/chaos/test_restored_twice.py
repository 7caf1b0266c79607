"""One back-up on two tablets, and a tablet that was recovered: the first is reported, the second not."""

import json
import shutil
import unittest

from drain_process import central_hashes, drain, tablet_hashes
from wire_case import WireCase


class RestoredTwice(WireCase):
    def setUp(self):
        super().setUp()
        self.enrol()
        self.send("--make", 5)

    def ledger(self):
        """The shop's chains, the older first."""
        said = self.central.run("ledger", "--store", self.shop, "--json")
        return json.loads(said)["chains"]

    def assertSound(self, chains):
        self.assertEqual(["sound"] * len(chains), [each["verdict"]["state"] for each in chains])

    def copied(self):
        other = self.folder / "other"
        shutil.copytree(self.data, other)
        return other

    def send_from(self, data, *arguments):
        done = drain(data, *arguments)
        self.assertEqual(0, done.code, done)

    def assertAllHere(self, other, count):
        made = {**tablet_hashes(self.data), **tablet_hashes(other)}
        self.assertEqual(count, len(made))
        self.assertEqual(made, central_hashes(self.central, self.shop))

    def test_the_copy_is_behind_and_begins_a_chain_of_its_own(self):
        other = self.copied()
        self.send("--make", 3)
        self.send_from(other, "--ask")
        self.send_from(other, "--make", 4)
        self.assertEqual([[], []], [each["attention"] for each in self.ledger()])
        self.send("--make", 4)
        chains = self.ledger()
        self.assertEqual([["cloned"], []], [each["attention"] for each in chains])
        self.assertSound(chains)
        self.assertAllHere(other, 5 + 3 + 4 + 4)

    def test_both_go_on_at_the_same_place(self):
        other = self.copied()
        self.send("--make", 3)
        self.send_from(other, "--make", 4)
        chains = self.ledger()
        self.assertEqual(["forked"], chains[0]["attention"])
        self.assertSound(chains)
        self.assertAllHere(other, 5 + 3 + 4)

    def test_a_recovered_tablet_is_no_copy(self):
        drain(self.data, "--make", 3, "--keep")
        with (self.data / "kiosk.db").open("r+b") as file:
            file.write(b"damaged by a man")
        self.send("--make", 2)
        self.send("--make", 2)
        chains = self.ledger()
        self.assertEqual([[], []], [each["attention"] for each in chains])
        self.assertSound(chains)
        self.assertBothSidesEqual(5 + 3 + 2 + 2)


if __name__ == "__main__":
    unittest.main()
