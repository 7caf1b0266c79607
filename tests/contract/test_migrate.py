"""A chain moves from a file into PostgreSQL."""

import contextlib
import copy
import sqlite3
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

    def add_regions(self, count):
        with contextlib.closing(sqlite3.connect(self.central.folder / "central.db")) as file, file:
            file.executemany(
                "INSERT INTO regions (id, name, parent, added_at) VALUES (?, '', ?, 0)",
                (("x%05d" % i, "x%05d" % (count - 1) if i + 1 < count else None)
                 for i in range(count)))

    def below_another(self, target):
        name = target.split("/")[3].split("?")[0]
        # What may be looked at late while it is copied is looked at as ever afterwards.
        self.assertEqual(private_postgresql.execute(
            name, "SELECT count(*) FROM pg_constraint WHERE condeferrable"), "0\n")
        return private_postgresql.execute(
            name, "SELECT count(parent) FROM regions WHERE id LIKE 'x%'").strip()

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
        # More than come over at once, each below the last of them.
        regions = 6000
        self.add_regions(regions)
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
        self.assertEqual(self.below_another(target), str(regions - 1))
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
