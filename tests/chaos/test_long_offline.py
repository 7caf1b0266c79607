"""Sixty days without a network, then everything over a slow link that breaks off now and then.

VOUCH_OFFLINE_RECORDS says how many answers; 500 a day make 30,000.
"""

import os
import random
import sqlite3
import unittest
import urllib.parse

import fault_proxy as faults
from drain_process import drain
from wire_case import WireCase

RECORDS = int(os.environ.get("VOUCH_OFFLINE_RECORDS", "2000"))
DAYS = 60
BYTES_PER_SECOND = 64 * 1024  # half a megabit
MOST_KIB = 160 * 1024
SHIPPED = ("--timeout", 30000, "--retry", 2000, "--seconds", 1500)


class LongOffline(WireCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.regional = cls.central.add_user("regional", region="r1")

    def test_sixty_days(self):
        self.enrol()
        made = drain(self.data, "--make", RECORDS, "--days", DAYS, "--keep")
        self.assertEqual("made", made.end["end"], made)
        self.read_records()
        self.assertEqual(RECORDS, sum(self.counted({"from": None, "to": None})))
        figures = made.end["figures"]
        self.assertRight(figures)
        totals = [sum(period["histogram"]) for period in figures]
        self.assertEqual(sorted(set(totals)), totals, "the periods are to hold ever more")

        self.proxy.bytes_per_second = BYTES_PER_SECOND
        breaks = [faults.lost_answer, faults.cut_request, faults.cut_answer]
        self.proxy.plan.extend([faults.none, *breaks])
        self.proxy.always = faults.at_random(random.Random(60), breaks, 0.1)
        done = self.send("--figures", *SHIPPED)
        for line in done.lines[1:]:
            self.assertRight(line["figures"])
        self.assertEqual([period["histogram"] for period in done.end["figures"]],
                         [self.at_server(period) for period in done.end["figures"]])
        self.assertLess(done.end["peak_kib"], MOST_KIB)
        print("%d records: %.1f s at %d KiB/s, %d requests, at most %d MiB" % (
            RECORDS, done.end["ms"] / 1000, BYTES_PER_SECOND // 1024, len(self.proxy.requests),
            done.end["peak_kib"] // 1024), flush=True)
        self.assertBothSidesEqual(RECORDS)

    def read_records(self):
        with sqlite3.connect(f"file:{self.data / 'kiosk.db'}?mode=ro", uri=True) as database:
            self.records = database.execute(
                "SELECT json_extract(canonical, '$.day'), json_extract(canonical, '$.score') "
                "FROM checks WHERE kind = 'survey'").fetchall()

    def counted(self, period):
        """The histogram of a period, from the sealed records themselves."""
        histogram = [0] * 11
        for day, score in self.records:
            if (period["from"] or day) <= day <= (period["to"] or day):
                histogram[score] += 1
        return histogram

    def assertRight(self, figures):
        """The manager's figures of every period are what the records say."""
        self.assertEqual(4, len(figures))
        for period in figures:
            self.assertEqual(self.counted(period), period["histogram"], period)

    def at_server(self, period):
        days = {key: period[key] for key in ("from", "to") if period[key]}
        reply = self.central.get("/api/v1/nps?" + urllib.parse.urlencode(
            {"store": self.shop, **days}), self.regional)
        self.assertEqual(200, reply.status, reply)
        row, = reply.json()["rows"]
        return row["histogram"]


if __name__ == "__main__":
    unittest.main()
