"""The ledger: what each tablet made and what of it is here, and that nobody changes it unseen."""

import copy
import datetime
import json
import sqlite3
import subprocess
import unittest
import urllib.parse
import uuid

import private_postgresql
from central_process import PROGRAM
from contract_case import ContractCase
from tablet import Tablet, seal, shop_day, shop_time, text_item

DIFFERS = 3


class LedgerCase(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def ledger(self, tablet=None, **query):
        tablet = tablet or self.tablet
        return self.asked(store=tablet.store, **query)

    def asked(self, **query):
        reply = self.central.get("/api/v1/ledger?" + urllib.parse.urlencode(query), self.regional)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()

    def chain(self, tablet=None, **query):
        """The ledger of the tablet's present chain."""
        tablet = tablet or self.tablet
        return self.asked(chain=tablet.chain, **query)["chains"][0]

    def tell(self, **ledger):
        """The heartbeat of a tablet that says this of its own chain."""
        reply = self.central.request("POST", "/api/v1/heartbeat", self.tablet.token,
                                     {"queue_length": 1, "ledger": {self.tablet.chain: ledger}})
        self.assertEqual(reply.status, 200, reply)

    def assertCounts(self, row, **expected):
        self.assertEqual({name: row[name] for name in expected}, expected, row)

    def assertClean(self, tablet=None):
        """Everything made is here and stored as it was made."""
        row = self.chain(tablet)
        self.assertEqual(row["attention"], [], row)
        self.assertEqual(row["verdict"]["state"], "sound", row)
        self.assertCounts(row, made=row["received"], missing=0)


class Counts(LedgerCase):
    def test_what_was_sent_is_here(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7]))
        self.assertCounts(self.chain(), made=3, received=3, missing=0, refused=0, conflicting=0,
                          forked=0)
        self.assertClean()
        self.assertEqual(self.chain()["verdict"]["signed_to"], 3)

    def test_lost_ones_are_missing_until_they_come(self):
        checks = self.tablet.checks([9, 3, 7, 5, 8])
        self.tablet.post(checks[0], checks[3])
        row = self.chain()
        self.assertCounts(row, made=5, received=2, missing=3)
        self.assertEqual([(gap["first"], gap["last"]) for gap in row["gaps"]], [(2, 3), (5, 5)])
        self.assertEqual(sorted(row["attention"]), ["missing", "waiting"])
        self.tablet.post(*checks)
        self.assertClean()

    def test_a_refused_record_keeps_its_place(self):
        elsewhere = self.central.add_store()
        good, bad = self.tablet.check(9), self.tablet.check(3, store=elsewhere)
        self.assertStatuses(self.tablet.post(good, bad), "accepted", "rejected")
        self.assertCounts(self.chain(), made=2, received=1, refused=1, missing=0)
        self.assertEqual(self.chain()["attention"], ["refused"])

    def test_a_conflict_is_kept_aside(self):
        check = self.tablet.check(9)
        other = seal({**copy.deepcopy(check), "language": "fa"})
        self.assertStatuses(self.tablet.post(check), "accepted")
        self.assertStatuses(self.tablet.post(other), "conflict")
        self.assertCounts(self.chain(), made=1, received=1, conflicting=1, missing=0)

    def test_days_are_the_business_days(self):
        for back, scores in ((3, [9, 8]), (2, [3])):
            self.tablet.post(*[self.tablet.check(score, at=shop_time(shop_day(back), 12, minute))
                               for minute, score in enumerate(scores)])
        days = self.chain(by="day")["days"]
        self.assertEqual([(day["day"], day["received"], day["late"], day["made"]) for day in days],
                         [(shop_day(3).isoformat(), 2, 2, 2), (shop_day(2).isoformat(), 1, 1, 1)])
        row = self.chain(**{"from": shop_day(2).isoformat()})
        self.assertCounts(row, received=1, made=3)

    def test_a_later_mark_counts(self):
        checks = self.tablet.checks([9, 3])
        self.tablet.post(*checks)
        self.tablet.post(self.tablet.record("mark", {
            "mark": "burst", "action": "add", "checks": [checks[0]["id"]]}))
        self.assertCounts(self.chain(), received=3, marked=1)

    def test_totals_are_those_of_all_chains(self):
        other = self.new_tablet(self.tablet.store)
        self.tablet.post(*self.tablet.checks([9, 3]))
        other.post(other.check(7))
        other.check(5)
        other.post(other.check(8))
        answer = self.ledger()
        self.assertCounts(answer["totals"], chains=2, open=1, made=5, received=4, missing=1)
        self.assertEqual(len(self.ledger(show="open")["chains"]), 1)

    def test_a_tablets_own_ledger_is_shown(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7]))
        self.tell(made=4, altered=[2], missing=[3])
        row = self.chain()
        self.assertEqual(row["on_tablet"],
                         {"altered": [2], "missing": [3], "head_altered": False})
        self.assertCounts(row, made=4, missing=1)
        self.assertIn("altered-on-tablet", row["attention"])

    def test_every_way_in_which_a_tablet_finds_it_altered_is_shown(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7]))
        for told in ({"inserted": [2]}, {"unlinked": [2]}, {"head_altered": True}):
            with self.subTest(told):
                self.tell(made=3, **told)
                self.assertEqual(self.chain()["attention"], ["altered-on-tablet"])
                self.assertEqual(len(self.ledger(show="open")["chains"]), 1)
        self.tell(made=3, inserted=[2], unlinked=[3], head_altered=True)
        self.assertEqual(self.chain()["on_tablet"],
                         {"altered": [2], "missing": [], "head_altered": True})
        self.tell(made=3, head_altered="yes", inserted="2", unlinked=[0, -1, 1.5])
        self.assertClean()

    def test_the_error_of_a_tablets_clock_is_shown(self):
        for days in (-400, 3):
            self.tablet.clock_error = datetime.timedelta(days=days)
            self.tablet.post(self.tablet.check(9))
            error = datetime.timedelta(milliseconds=self.chain()["clock_error_ms"])
            self.assertLess(abs(error + self.tablet.clock_error), datetime.timedelta(minutes=1))


class Lives(LedgerCase):
    """What happens to tablets and servers in the years of a chain."""

    def test_a_recovered_tablet_starts_a_new_chain_and_the_gap_stays_in_the_old_one(self):
        first = self.tablet.check(9)
        self.tablet.check(3)
        self.tablet.post(first)
        old = self.tablet.chain
        self.tablet.start_chain()
        self.tablet.post(self.tablet.check(8))
        self.assertClean()
        rows = {row["chain"]: row for row in self.ledger()["chains"]}
        self.assertCounts(rows[old], made=2, received=1, missing=1)
        self.assertEqual(rows[old]["device"], rows[self.tablet.chain]["device"])

    def test_two_tablets_of_one_backup_are_reported_and_no_record_is_lost(self):
        self.tablet.post(*self.tablet.checks([9, 9]))
        clone = copy.copy(self.tablet)
        ours, theirs = self.tablet.checks([1, 2]), clone.checks([8, 9, 10])
        self.assertStatuses(clone.post(*theirs), *["accepted"] * 3)
        self.assertStatuses(self.tablet.post(*ours), *["accepted"] * 2)
        row = self.chain()
        self.assertCounts(row, made=5, received=7, forked=2, missing=0)
        self.assertIn("forked", row["attention"])
        self.assertEqual(row["verdict"]["state"], "sound", row)
        self.assertEqual(self.count(self.tablet), 7)

    def test_two_tablets_of_one_backup_with_a_chain_each_are_reported(self):
        self.tablet.post(*self.tablet.checks([9, 9]))
        clone = copy.copy(self.tablet)
        self.tablet.post(self.tablet.check(1))
        clone.start_chain()
        clone.post(clone.check(8))
        self.assertClean()
        self.tablet.post(self.tablet.check(2))
        self.assertEqual(self.chain()["attention"], ["cloned"])
        self.assertEqual(self.chain()["verdict"]["state"], "sound")
        self.assertClean(clone)

    def test_a_tablet_that_moved_brings_what_it_still_holds_of_the_old_store(self):
        queued, before = self.tablet.check(3), self.tablet.store
        store = self.central.add_store()
        self.tablet.enrol(self.central.device_code(store), self.new_address())
        self.assertStatuses(self.tablet.post(queued, self.tablet.check(9)),
                            "accepted", "accepted")
        self.assertClean()
        for shop in (store, before):
            days = self.chain(by="day", store=shop)["days"]
            self.assertEqual({day["store"] for day in days}, {shop})

    def test_who_sees_one_store_is_not_told_of_the_whole_chain(self):
        self.tablet.post(self.tablet.check(3))
        elsewhere = self.central.add_store("r2")
        self.tablet.enrol(self.central.device_code(elsewhere), self.new_address())
        self.tablet.post(self.tablet.check(9))
        token = self.central.add_user("regional", region="r2")
        row = self.central.get("/api/v1/ledger?by=day", token).json()["chains"][0]
        self.assertCounts(row, received=1, made=None, missing=None, gaps=None, verdict=None)
        self.assertEqual([day["store"] for day in row["days"]], [elsewhere])

    def test_managers_and_viewers_have_no_ledger(self):
        for role in ("manager", "viewer"):
            token = self.central.add_user(role, store=self.tablet.store)
            self.assertProblem(self.central.get("/api/v1/ledger", token), 403)


@unittest.skipIf(private_postgresql.wanted(), "it changes the file")
class Tampering(LedgerCase):
    """The database is changed beside the server, while it is stopped."""

    def change(self, sql, *values):
        self.assertEqual(self.central.stop(), 0)
        with sqlite3.connect(str(self.central.folder / "central.db")) as database:
            changed = database.execute(sql, values).rowcount
        database.close()
        self.assertEqual(changed, 1)
        self.central.start()

    def verify(self):
        return subprocess.run([PROGRAM, *self.central.options, "verify", "--json"],
                              capture_output=True, text=True, timeout=60, check=False)

    def test_every_change_shows(self):
        checks = self.tablet.checks([9, 3, 7, 5, 8])
        self.tablet.post(*checks)
        self.assertClean()
        done = self.verify()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(json.loads(done.stdout)["sound"])
        changes = (
            ("UPDATE records SET score = 10 WHERE id = ?", 1, "altered"),
            ("UPDATE records SET canonical = CAST(replace(CAST(canonical AS TEXT), '\"score\":7', "
             "'\"score\":9') AS BLOB) WHERE id = ?", 2, "altered"),
            ("DELETE FROM records WHERE id = ?", 4, "removed"),
            ("INSERT INTO records SELECT NULL, randomblob(16), hash, chain, 9, store, measure, "
             "score, marked, day, hour, received_at, clock_error_ms, canonical FROM records "
             "WHERE id = ?", 3, "inserted"),
        )
        for sql, at, code in changes:
            place = 9 if code == "inserted" else checks[at]["sequence"]
            with self.subTest(code):
                backup = str(self.central.folder / "before.db")
                self.central.run("backup", backup)
                self.change(sql, uuid.UUID(checks[at]["id"]).bytes)
                verdict = self.chain()["verdict"]
                self.assertEqual(verdict["state"], "broken", verdict)
                self.assertIn((code, place), [(each["code"], each["sequence"])
                                              for each in verdict["findings"]])
                done = self.verify()
                self.assertEqual(done.returncode, DIFFERS, done.stderr)
                self.assertIn("place %d" % place, done.stderr + done.stdout)
                self.assertIn("back-up", done.stderr)
                self.assertEqual(self.central.stop(), 0)
                self.central.run("restore", backup)
                self.central.start()
                self.assertClean()


class OddText(LedgerCase):
    def taken(self, comment):
        """Sends a check with this comment; how it is exported when it was taken."""
        scored = {"question": "recommend", "type": "scale", "value": 9}
        check = self.tablet.check(9, items=[scored, text_item("comment", comment)])
        self.assertStatuses(self.tablet.post(check), "accepted")
        self.assertStatuses(self.tablet.post(check), "duplicate")
        reply = self.central.get("/api/v1/export.jsonl?store=" + self.tablet.store, self.regional)
        rows = [json.loads(line) for line in reply.body.decode().split("\n") if line]
        return next(row for row in rows if row["id"] == check["id"])["items"][1]["value"]

    def test_it_travels_unharmed(self):
        for comment in ("a\x00b", "\x01\x1f\x7f\x85", "\u202e reversed \u202c", "\u2066\u2069\ufeff",
                        "e\u0301 \u00e9", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
                        "\ufffe\uffff", "'; DROP TABLE records; --", "=cmd|' /C calc'!A0",
                        "\r\n\t\u2028\u2029", "x" * 65536, "\u0634" * 32768):
            with self.subTest(ascii(comment[:20])):
                self.setUp()
                self.assertEqual(self.taken(comment), comment)
                self.assertClean()

    def test_a_lone_surrogate_is_refused_by_name(self):
        before, odd, after = self.tablet.checks([9, 8, 7])
        odd["touchpoint"] = "MARK"
        seal(odd)
        body = json.dumps(self.tablet.batch([before, odd, after]))
        for escaped in ("\\ud800", "\\udc00x", "\\ud800\\ud800"):
            with self.subTest(escaped):
                reply = self.tablet.send(body.replace("MARK", escaped).encode())
                # No JSON reader has to read it: the whole request, or this one record.
                if reply.status == 400:
                    self.assertProblem(reply, 400, "malformed")
                else:
                    self.assertEqual(reply.json()["results"][1]["status"], "rejected", reply)
        self.assertStatuses(self.tablet.post(before, after), "accepted", "accepted")
        self.assertCounts(self.chain(), made=3, received=2, missing=1)
