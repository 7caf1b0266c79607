"""Sixty days without a network, then everything over a slow link that breaks off now and then.

VOUCH_OFFLINE_RECORDS says how many answers; 500 a day make 30,000.
"""

import os
import random
import unittest

import fault_proxy as faults
from drain_process import drain
from wire_case import WireCase

RECORDS = int(os.environ.get("VOUCH_OFFLINE_RECORDS", "2000"))
DAYS = 60
BYTES_PER_SECOND = 64 * 1024  # half a megabit
MOST_KIB = 160 * 1024
SHIPPED = ("--timeout", 30000, "--retry", 2000, "--seconds", 1500)


class LongOffline(WireCase):
    def test_sixty_days(self):
        self.enrol()
        made = drain(self.data, "--make", RECORDS, "--days", DAYS, "--keep")
        self.assertEqual("made", made.end["end"], made)
        expected = [len(range(score, RECORDS, 11)) for score in range(11)]
        self.assertEqual(expected, made.end["histogram"])

        self.proxy.bytes_per_second = BYTES_PER_SECOND
        breaks = [faults.lost_answer, faults.cut_request, faults.cut_answer]
        self.proxy.plan.extend([faults.none, *breaks])
        self.proxy.always = faults.at_random(random.Random(60), breaks, 0.1)
        done = self.send("--figures", *SHIPPED)
        for line in done.lines[1:]:
            self.assertEqual(expected, line["histogram"], "the manager's figures moved")
        self.assertLess(done.end["peak_kib"], MOST_KIB)
        print("%d records: %.1f s at %d KiB/s, %d requests, at most %d MiB" % (
            RECORDS, done.end["ms"] / 1000, BYTES_PER_SECOND // 1024, len(self.proxy.requests),
            done.end["peak_kib"] // 1024), flush=True)
        self.assertBothSidesEqual(RECORDS)


if __name__ == "__main__":
    unittest.main()
