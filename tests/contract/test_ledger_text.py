"""What `vouch-central ledger` prints: the counts, and for whatever there is to look at what to do."""

import copy
import json
import re
import unittest
import uuid

import private_postgresql
from contract_case import objects
from tablet import seal
from test_ledger import LedgerCase

COUNTS = ["made", "received", "missing", "refused", "conflicting", "forked", "late", "marked"]


class LedgerText(LedgerCase):
    def printed(self, *options):
        """The lines of this test's tablet, without head and totals."""
        out = self.central.run("ledger", "--device", self.tablet.device, *options).splitlines()
        self.head, self.totals = out[0], out[-1]
        return out[1:-1]

    def rows(self, lines):
        return [dict(zip(self.head.split("\t"), line.split("\t"))) for line in lines
                if not line.startswith(" ")]

    def advice(self):
        """word → what to do, as printed below the chains, which say the same words."""
        lines = self.printed()
        words = set(re.findall(r"[a-z-]+", ",".join(
            row["verdict"].partition(": ")[2] for row in self.rows(lines))))
        told = {}
        for word in words:
            texts = [line.partition(": ")[2] for line in lines
                     if re.match(r"  %s[,:]" % word, line) and not re.match(r"  missing: places", line)]
            self.assertEqual(1, len(texts), (word, lines))
            self.assertRegex(texts[0], r"^[A-Z].{40,}\.$", word)
            self.assertNotIn("ledger.md", texts[0], word)
            told[word] = texts[0]
        return told

    def make(self, word):
        """Brings the tablet's chain to where `word` is to be said of it."""
        tablet, checks = self.tablet, self.tablet.checks([9, 3, 7, 5])
        if word in ("waiting", "missing"):
            self.assertEqual(200, tablet.post(checks[0 if word == "waiting" else 3]).status)
            return
        tablet.post(*checks)
        record = uuid.UUID(checks[1]["id"]).hex
        if word in ("altered-on-tablet", "missing-on-tablet"):
            self.tell(made=4, **{word.split("-")[0]: [2, 3]})
        elif word in ("forked", "cloned"):
            clone = copy.copy(tablet)
            tablet.post(tablet.check(1))
            if word == "cloned":
                clone.start_chain()
            clone.post(clone.check(8))
            tablet.post(tablet.check(2))
        elif word == "refused":
            tablet.post(tablet.check(3, store=self.central.add_store()))
        elif word == "conflicting":
            tablet.post(seal({**copy.deepcopy(checks[1]), "language": "fa"}))
        else:
            self.central.sql({
                "altered": "UPDATE records SET score = 10 WHERE id = x'%s'",
                "removed": "DELETE FROM records WHERE id = x'%s'",
                "inserted": "INSERT INTO records SELECT NULL, randomblob(16), hash, chain, 9, "
                            "store, measure, score, marked, day, hour, received_at, "
                            "clock_error_ms, canonical FROM records WHERE id = x'%s'",
            }[word] % record)

    def words(self):
        """As the server describes its ledger."""
        described = self.central.get("/api/v1/openapi.json").json()["components"]["schemas"]
        return next(each["attention"]["items"]["enum"] for each in objects(described)
                    if "attention" in each and "on_tablet" in each)

    def test_every_word_says_what_to_do(self):
        ofDatabase = {"altered", "removed", "inserted"}
        words = [word for word in self.words()
                 if word not in ofDatabase or not private_postgresql.wanted()]
        self.assertGreater(len(words), 7)
        for word in words:
            with self.subTest(word):
                self.setUp()
                self.make(word)
                self.assertIn(word, self.advice())

    def test_the_tablets_own_finding_names_the_places(self):
        self.make("altered-on-tablet")
        line, = (line for line in self.printed() if line.startswith("  altered-on-tablet"))
        self.assertIn("altered-on-tablet, places 2, 3: Somebody", line)

    def test_gaps_are_named(self):
        first, _, _, last = self.tablet.checks([9, 3, 7, 5])
        self.tablet.post(first, last)
        self.assertTrue(any(line.startswith("  missing: places 2 to 3, between 20")
                            for line in self.printed()))

    def test_a_chain_that_is_all_here_is_one_line(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7]))
        lines = self.printed()
        row, = self.rows(lines)
        self.assertEqual(1, len(lines))
        self.assertEqual((self.tablet.chain, self.tablet.store, "sound"),
                         (row["chain"], row["store"], row["verdict"]))
        self.assertEqual(["3", "3", "0", "0", "0", "0"], [row[name] for name in COUNTS[:6]])
        self.assertTrue(self.totals.startswith("1 chains, 0 with something to look at: made 3"))
        row, = self.rows(self.printed("--counts"))
        self.assertEqual("unverified", row["verdict"])

    def test_days_and_json_are_those_of_the_api(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7] * 100))
        self.tablet.check(1)
        chain = self.chain(by="day")
        told = json.loads(self.central.run("ledger", "--device", self.tablet.device, "--json"))
        self.assertEqual([chain], told["chains"])
        self.assertCounts(told["totals"], chains=1, made=300, received=300)
        days = [row for row in self.rows(self.printed("--days")) if row["day"] != "all"]
        self.assertGreater(len(days), 1)
        self.assertEqual(
            [[day["day"]] + [day[name] for name in COUNTS] for day in chain["days"]],
            [[row["day"]] + [int(row[name]) for name in COUNTS] for row in days])


if __name__ == "__main__":
    unittest.main()
