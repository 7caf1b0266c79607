"""A chain moves from a file into PostgreSQL."""

import copy
import subprocess
import unittest

import private_postgresql
from central_process import PROGRAM, Central
from contract_case import ContractCase
from tablet import seal


@unittest.skipUnless(private_postgresql.wanted(), "about PostgreSQL")
class Migrate(ContractCase):
    @classmethod
    def setUpClass(cls):
        cls.start_central(Central(in_file=True))

    def migrate(self, target):
        return subprocess.run([PROGRAM, "--keys", str(self.central.folder / "pg-keys"), "migrate",
                               "--from", self.central.database, "--to", target],
                              capture_output=True, text=True, timeout=60, check=False)

    def verify(self):
        return self.central.run("verify") + self.central.run("audit", "verify")

    def test_a_chain_moves_whole(self):
        tablet = self.new_tablet()
        checks = tablet.checks([9, 3, 7, 10])
        elsewhere = tablet.check(5, store="nowhere")
        other = seal({**copy.deepcopy(checks[0]), "language": "ru"})
        self.assertStatuses(tablet.post(*checks, elsewhere, other),
                            *["accepted"] * 4, "rejected", "conflict")
        before = (self.nps(tablet, by="day"), self.central.get("/api/v1/ledger", self.regional),
                  self.central.run("user", "list"), self.central.run("store", "list"))
        target = private_postgresql.new_database()
        running = self.migrate(target)
        self.assertIn("Another program is running", running.stderr)
        self.assertEqual(self.central.stop(), 0)
        done = self.migrate(target)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("4 records", done.stdout)
        again = self.migrate(target)
        self.assertIn("There is a chain already", again.stderr)

        self.central.options = ["--database", target,
                                "--keys", str(self.central.folder / "pg-keys")]
        self.central.start()
        after = (self.nps(tablet, by="day"), self.central.get("/api/v1/ledger", self.regional),
                 self.central.run("user", "list"), self.central.run("store", "list"))
        self.assertEqual(before[0], after[0])
        self.assertEqual(before[1].json()["chains"], after[1].json()["chains"])
        self.assertEqual(before[2:], after[2:])
        self.verify()
        self.assertStatuses(tablet.post(*checks), *["duplicate"] * 4)
        self.assertStatuses(tablet.post(*tablet.checks([8, 8])), *["accepted"] * 2)
        newcomer = self.new_tablet(tablet.store)
        self.assertStatuses(newcomer.post(newcomer.check(3)), "accepted")
        self.assertEqual(self.count(tablet), 7)
        self.verify()
        kept = sorted(each.name for each in (self.central.folder / "keys").iterdir())
        self.assertEqual(kept, sorted(each.name for each in
                                      (self.central.folder / "pg-keys").iterdir()))
