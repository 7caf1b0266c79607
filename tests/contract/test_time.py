"""One business day everywhere: what the tablet says, what is counted and what is exported."""

import collections
import csv
import datetime
import io
import unittest
import zoneinfo

from contract_case import ContractCase
from tablet import utc_now

HALF_HOUR = datetime.timedelta(minutes=30)


class Time(ContractCase):
    def tablet_in(self, zone):
        store = "z-%s" % zone.replace("/", "-").lower()
        self.central.run("store", "add", "--id", store, "--name", zone, "--region", "r1",
                         "--timezone", zone)
        return self.new_tablet(store), zoneinfo.ZoneInfo(zone)

    def check(self, tablet, zone, moment):
        """As a tablet makes it whose clock shows `moment`, off by its clock_error."""
        shown = (moment + tablet.clock_error).astimezone(zone)
        return tablet.check(at=moment, day=shown.date().isoformat(), hour=shown.hour,
                            utc_offset_minutes=int(shown.utcoffset().total_seconds()) // 60)

    def assertCounted(self, tablet, zone, moments):
        shown = [moment.astimezone(zone) for moment in moments]
        days = collections.Counter(moment.date().isoformat() for moment in shown)
        hours = collections.Counter(str(moment.hour) for moment in shown)
        span = {"from": min(days), "to": max(days)}
        for by, expected in (("day", days), ("hour", hours)):
            rows = self.nps(tablet, by=by, **span)
            self.assertEqual(expected, {row["key"]: row["n"] for row in rows if row["n"]})
        export = self.central.get("/api/v1/export.csv?store=" + tablet.store, self.regional)
        rows = list(csv.DictReader(io.StringIO(export.body.decode("utf-8-sig"))))
        self.assertEqual(days, collections.Counter(row["day"] for row in rows))
        self.assertEqual(hours, collections.Counter(row["hour"] for row in rows))

    def test_through_changes_of_the_clocks(self):
        for name, days in {
                "Europe/Berlin": ((2026, 3, 28), (2026, 10, 24)),
                "America/New_York": ((2026, 3, 7), (2026, 10, 31)),
                "Australia/Lord_Howe": ((2026, 4, 4), (2026, 10, 3)),  # by half an hour
                "Asia/Kolkata": ((2026, 3, 28),),
        }.items():
            with self.subTest(name):
                tablet, zone = self.tablet_in(name)
                moments = [
                    datetime.datetime(*day, 12, tzinfo=datetime.timezone.utc) + HALF_HOUR * half
                    for day in days for half in range(96)]
                for some in (moments[:96], moments[96:]):
                    reply = tablet.post(*(self.check(tablet, zone, moment) for moment in some))
                    self.assertStatuses(reply, *["accepted"] * len(some))
                self.assertCounted(tablet, zone, moments)

    def test_a_clock_that_is_set_before_it_sends(self):
        tablet, zone = self.tablet_in("America/Lima")
        now = utc_now() - datetime.timedelta(minutes=1)  # a conversation takes a while
        moments = [now - HALF_HOUR * half for half in reversed(range(96))]
        years = datetime.timedelta(days=365 * 6)
        checks = []
        for tablet.clock_error in (years, datetime.timedelta(0), -years):
            checks += [self.check(tablet, zone, moment) for moment in moments]
        tablet.clock_error = datetime.timedelta(0)
        self.assertStatuses(tablet.post(*checks), *["accepted"] * len(checks))
        self.assertCounted(tablet, zone, moments * 3)

    def test_a_clock_that_is_years_off(self):
        tablet, zone = self.tablet_in("Asia/Tehran")
        now = utc_now() - datetime.timedelta(minutes=1)  # a conversation takes a while
        moments = [now - HALF_HOUR * half for half in reversed(range(96))]
        for years in (-9, 13):
            tablet.clock_error = datetime.timedelta(days=365 * years)
            reply = tablet.post(*(self.check(tablet, zone, moment) for moment in moments))
            self.assertStatuses(reply, *["accepted"] * len(moments))
        self.assertCounted(tablet, zone, moments * 2)


if __name__ == "__main__":
    unittest.main()
