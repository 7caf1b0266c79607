"""A chain moves from a file into PostgreSQL."""

import contextlib
import copy
import json
import sqlite3
import subprocess
import unittest

import private_postgresql
from central_process import PASSWORD, PROGRAM, Central
from contract_case import ContractCase
from tablet import seal, shop_day
from test_kinds import ACTIVITY


@unittest.skipUnless(private_postgresql.wanted(), "about PostgreSQL")
class MigrateCase(ContractCase):
    @classmethod
    def setUpClass(cls):
        cls.start_central(Central(in_file=True))

    def migrate(self, target):
        return subprocess.run([PROGRAM, "--keys", str(self.central.folder / "pg-keys"), "migrate",
                               "--from", self.central.database, "--to", target],
                              capture_output=True, text=True, timeout=60, check=False)

    @contextlib.contextmanager
    def file(self):
        with contextlib.closing(sqlite3.connect(self.central.folder / "central.db")) as file, file:
            yield file


class Migrate(MigrateCase):
    def add_regions(self, count):
        with self.file() as file:
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


class EveryTable(MigrateCase):
    """Every table of the schema with something in it, compared row by row."""

    def fill(self):
        run = self.central.run
        tablet = self.new_tablet()
        run("region", "add", "--id", "r2", "--parent", "r1")
        admin = self.central.add_person("admin")
        self.central.add_person("manager", store=tablet.store)
        token = self.central.add_user("viewer", store=tablet.store)
        self.assertEqual(self.central.get("/api/v1/nps", token).status, 200)
        signed_in = self.central.request(
            "POST", "/api/v1/session", body={"name": admin, "password": PASSWORD})
        self.assertEqual(signed_in.status, 200)
        first, hidden = tablet.check(9, comment="سلام \\ \" and 'it'\n\t"), tablet.check(4)
        self.assertStatuses(
            tablet.post(first, tablet.check(3, comment="dear"), tablet.record("activity", ACTIVITY),
                        tablet.check_with_contact({"email": "someone@example.org"}),
                        tablet.check(5, store="nowhere"),
                        seal({**copy.deepcopy(first), "language": "ru"}),
                        tablet.record("mark", {"mark": "burst", "action": "add",
                                               "checks": [first["id"], hidden["id"]]})),
            *["accepted"] * 4, "rejected", "conflict", "accepted")
        beat = {"version": "1", "queue_length": 1}
        self.assertEqual(self.central.request(
            "POST", "/api/v1/heartbeat", tablet.token, beat).status, 200)
        run("note", "add", "--day", str(shop_day()), "--store", tablet.store, "--text", "new door")
        run("pin", "set", "--store", tablet.store, "--role", "exit", stdin="4827\n")
        sales = self.central.folder / "sales.csv"
        sales.write_text("store,day,hour,count\n%s,%s,12,70\n" % (tablet.store, shop_day(1)))
        run("import", "--kind", "sales", str(sales))
        run("erase", "--record", first["id"])
        run("touchpoint", "set", "checkout=0.6", "exit=0.4")
        run("setting", "set", "--key", "language", "--value", '"fa"')
        run("retention", "set", "--comments", "400")

    def tables(self):
        with self.file() as file:
            return [name for name, in file.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'comment_index%' ORDER BY name")]

    def in_file(self, table):
        with self.file() as file:
            file.row_factory = sqlite3.Row
            return [{name: "\\x" + cell.hex() if isinstance(cell, bytes) else cell
                     for name, cell in dict(row).items()}
                    for row in file.execute("SELECT * FROM " + table)]

    @staticmethod
    def in_postgresql(target, table):
        name = target.split("/")[3].split("?")[0]
        out = private_postgresql.execute(
            name, "SELECT coalesce(json_agg(t), '[]') FROM %s t" % table)
        return json.loads(out)

    def test_every_row_of_every_table_moves(self):
        self.fill()
        self.assertEqual(self.central.stop(), 0)
        try:
            target = private_postgresql.new_database()
            done = self.migrate(target)
            self.assertEqual(done.returncode, 0, done.stderr)
        finally:
            self.central.start()
        for table in self.tables():
            with self.subTest(table):
                rows = self.in_file(table)
                self.assertGreater(len(rows), 0, "fill() puts nothing into it")
                # PostgreSQL computes some columns itself.
                moved = [{name: row[name] for name in rows[0]}
                         for row in self.in_postgresql(target, table)]
                self.assertCountEqual(moved, rows)
