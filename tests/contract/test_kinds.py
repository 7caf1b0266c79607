"""Records besides plain answers: sealed contacts, hours of activity, later marks."""

import base64
import csv
import io
import json

import nacl.public

from contract_case import ContractCase
from tablet import seal, text_item

ACTIVITY = {"minutes": 58, "opened": 7, "scored": 7, "completed": 5, "corrected": 1,
            "left": {"improve": 1}, "warnings": 2, "more_time": 1}


class Kinds(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def export(self, suffix):
        reply = self.central.get("/api/v1/export.%s?store=%s" % (suffix, self.tablet.store),
                                 self.regional)
        self.assertEqual(reply.status, 200, reply)
        return reply.body.decode("utf-8-sig")

    def exported(self):
        """Each record by its id, as JSON lines hold it."""
        records = map(json.loads, self.export("jsonl").splitlines())
        return {record["id"]: record for record in records}

    def rows(self):
        return {row["id"]: row for row in csv.DictReader(io.StringIO(self.export("csv")))}

    def mark(self, *checks, action="add"):
        ids = [check["id"] for check in checks]
        return self.tablet.record("mark", {"mark": "burst", "action": action, "checks": ids,
                                           "rule": {"checks": 6, "window_ms": 60000}})

    def contact(self, score=2):
        box = nacl.public.SealedBox(nacl.public.PrivateKey.generate().public_key)
        value = {"key": "0a1b2c3d",
                 "sealed": base64.b64encode(box.encrypt(b'{"phone":"+971501234567"}')).decode(),
                 "consent": {"version": "1", "language": "en"}, "erasure": "ab" * 32}
        scored = {"question": "recommend", "type": "scale", "value": score}
        return self.tablet.check(score, items=[scored, text_item("contact", value, "contact")])

    def test_a_contact_is_taken_and_its_erased_form_is_a_duplicate(self):
        full = self.contact()
        erased = json.loads(json.dumps(full))
        del erased["items"][1]["value"], erased["items"][1]["salt"]
        self.assertStatuses(self.tablet.post(full), "accepted")
        self.assertStatuses(self.tablet.post(erased), "duplicate")
        self.assertEqual(self.exported()[full["id"]]["items"], full["items"])

    def test_a_server_that_lost_it_takes_the_erased_form(self):
        erased = self.contact()
        del erased["items"][1]["value"], erased["items"][1]["salt"]
        self.assertStatuses(self.tablet.post(erased), "accepted")
        self.assertEqual(self.count(self.tablet), 1)

    def test_a_contact_that_was_altered_is_refused(self):
        altered = self.contact()
        altered["items"][1]["value"]["consent"]["version"] = "2"
        self.assertRejected(self.tablet.post(altered).json()["results"][0])

    def test_an_hour_of_activity_is_kept_and_is_no_answer(self):
        hour = self.tablet.record("activity", ACTIVITY)
        check = self.tablet.check(9)
        self.assertStatuses(self.tablet.post(hour, check), "accepted", "accepted")
        self.assertEqual(self.count(self.tablet), 1)
        self.assertEqual(self.exported()[hour["id"]]["activity"], ACTIVITY)
        self.assertEqual(list(self.rows()), [check["id"]])

    def test_a_later_mark_leaves_the_score_with_marks_as_it_was(self):
        checks = self.tablet.checks([9, 3, 7])
        self.tablet.post(*checks)
        mark = self.mark(*checks[:2])
        self.assertStatuses(self.tablet.post(mark), "accepted")
        self.assertStatuses(self.tablet.post(mark), "duplicate")
        self.assertRow(self.nps(self.tablet, marked="include")[0], [9, 3, 7])
        for grain in ("none", "hour", "day", "month", "store"):
            rows = self.nps(self.tablet, marked="exclude", by=grain)
            self.assertEqual(len(rows), 1, rows)
            self.assertRow(rows[0], [7])
        rows = self.rows()
        self.assertEqual([rows[check["id"]]["marks"] for check in checks], ["burst", "burst", ""])
        self.assertEqual(self.exported()[checks[0]["id"]]["central"]["later_marks"], ["burst"])

    def test_a_mark_may_come_before_its_checks(self):
        checks = self.tablet.checks([9, 3])
        self.tablet.post(self.mark(*checks))
        self.tablet.post(*checks)
        self.assertEqual(self.count(self.tablet, marked="include"), 2)
        self.assertEqual(self.count(self.tablet, marked="exclude"), 0)

    def test_only_the_tablet_itself_marks_its_checks(self):
        check = self.tablet.check(9)
        self.tablet.post(check)
        other = self.new_tablet(self.tablet.store)
        body = {"mark": "burst", "action": "add", "checks": [check["id"]]}
        self.assertStatuses(other.post(other.record("mark", body)), "accepted")
        self.assertEqual(self.count(self.tablet, marked="exclude"), 1)

    def test_what_a_mark_of_a_later_version_means_is_left_open(self):
        check = self.tablet.check(9)
        strange = self.tablet.record("mark", {"since": 3})
        self.assertStatuses(self.tablet.post(check, self.mark(check, action="withdraw"), strange),
                            "accepted", "accepted", "accepted")
        self.assertEqual(self.count(self.tablet, marked="exclude"), 1)

    def test_an_altered_hour_is_refused(self):
        hour = self.tablet.record("activity", ACTIVITY)
        hour["activity"]["minutes"] = 60
        self.assertRejected(self.tablet.post(hour).json()["results"][0])
        self.assertStatuses(self.tablet.post(seal(hour)), "accepted")
