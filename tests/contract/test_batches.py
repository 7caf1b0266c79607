"""POST /api/v1/checks: what is accepted, once, and what is said about it."""

import datetime
import uuid

from contract_case import ContractCase
from tablet import ZEROS, seal, shop_day, shop_time, utc_now, uuid7


class Batches(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def test_a_batch_is_accepted_check_by_check_in_order(self):
        checks = self.tablet.checks([9, 3, 7])
        reply = self.tablet.post(*checks)
        self.assertStatuses(reply, "accepted", "accepted", "accepted")
        self.assertEqual([result["id"] for result in reply.json()["results"]],
                         [check["id"] for check in checks])

    def test_the_answer_carries_the_time_of_the_server(self):
        reply = self.tablet.post(self.tablet.check())
        told = datetime.datetime.fromisoformat(
            reply.json()["server_time"].replace("Z", "+00:00"))
        self.assertLess(abs(told - utc_now()), datetime.timedelta(minutes=2))

    def test_have_is_the_end_of_the_gapless_beginning(self):
        one, two, three, four = self.tablet.checks([9, 9, 9, 9])
        chain = self.tablet.chain
        self.assertEqual(self.tablet.post(one, two, four).json()["have"][chain], 2)
        self.assertEqual(self.tablet.post(three).json()["have"][chain], 4)

    def test_have_counts_each_chain_by_itself(self):
        first = self.tablet.chain
        self.tablet.post(*self.tablet.checks([9, 9]))
        self.tablet.start_chain()
        have = self.tablet.post(self.tablet.check()).json()["have"]
        self.assertEqual(have[self.tablet.chain], 1)
        self.assertEqual(have.get(first, 2), 2)

    def test_have_is_zero_or_absent_without_the_first(self):
        self.tablet.check()
        have = self.tablet.post(self.tablet.check()).json()["have"]
        self.assertEqual(have.get(self.tablet.chain, 0), 0)

    def test_an_accepted_batch_is_in_the_score_at_once(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7]))
        self.assertEqual(self.count(self.tablet), 3)

    def test_the_same_again_is_duplicate_and_doubles_nothing(self):
        checks = self.tablet.checks([9, 3, 7])
        self.tablet.post(*checks)
        self.assertStatuses(self.tablet.post(*checks), "duplicate", "duplicate", "duplicate")
        self.assertEqual(self.count(self.tablet), 3)

    def test_a_retry_may_regroup(self):
        checks = self.tablet.checks([9, 3, 7, 8])
        self.tablet.post(*checks[:2])
        self.assertStatuses(self.tablet.post(*checks[1:]), "duplicate", "accepted", "accepted")
        self.assertEqual(self.count(self.tablet), 4)

    def test_the_same_id_with_other_content_is_a_conflict_and_the_first_is_kept(self):
        first = self.tablet.check(9)
        self.tablet.post(first)
        other = seal({**first, "score": 0, "items": [{**first["items"][0], "value": 0}]})
        self.assertStatuses(self.tablet.post(other), "conflict")
        rows = self.nps(self.tablet)
        self.assertRow(rows[0], [9])
        self.assertStatuses(self.tablet.post(first), "duplicate")

    def test_a_conflict_stays_a_conflict_when_it_is_sent_again(self):
        first = self.tablet.check(9)
        other = seal({**first, "score": 0})
        self.tablet.post(first)
        self.assertStatuses(self.tablet.post(other), "conflict")
        self.assertStatuses(self.tablet.post(other), "conflict")
        self.assertEqual(self.count(self.tablet), 1)

    def test_a_repeat_inside_a_batch_is_stored_once(self):
        check = self.tablet.check(9)
        self.assertStatuses(self.tablet.post(check, check), "accepted", "duplicate")
        self.assertEqual(self.count(self.tablet), 1)

    def test_a_contradiction_inside_a_batch_keeps_the_first(self):
        first = self.tablet.check(9)
        other = seal({**first, "score": 0, "items": [{**first["items"][0], "value": 0}]})
        self.assertStatuses(self.tablet.post(first, other), "accepted", "conflict")
        self.assertRow(self.nps(self.tablet)[0], [9])

    def test_two_hashes_at_one_place_of_a_chain_are_both_accepted(self):
        first = self.tablet.check(9)
        fork = seal({**first, "id": uuid7(utc_now()), "score": 3})
        self.assertStatuses(self.tablet.post(first), "accepted")
        self.assertStatuses(self.tablet.post(fork), "accepted")
        self.assertEqual(self.count(self.tablet), 2)

    def test_a_late_beginning_of_a_chain_is_welcome(self):
        one, two = self.tablet.checks([9, 3])
        self.assertStatuses(self.tablet.post(two), "accepted")
        self.assertStatuses(self.tablet.post(one), "accepted")

    def test_the_head_may_be_ahead_of_the_batch(self):
        one, _ = self.tablet.checks([9, 3])
        self.assertStatuses(self.tablet.post(one), "accepted")

    def test_both_encodings_are_read(self):
        for encoding in ("zstd", "gzip"):
            with self.subTest(encoding):
                batch = self.tablet.batch([self.tablet.check()])
                self.assertStatuses(self.tablet.send(batch, encoding), "accepted")

    def test_one_record_is_the_same_however_its_json_is_written(self):
        check = self.tablet.check(9, comment="\u0633\u0644\u0627\u0645 \U0001f600 \u000b")
        self.tablet.post(check)
        shuffled = dict(reversed(list(check.items())))
        self.assertStatuses(self.tablet.post(shuffled), "duplicate")

    def test_names_sort_by_utf16_in_the_canonical_form(self):
        # U+1F600 comes after U+FB33 by code point and before it by UTF-16.
        check = self.tablet.check(9, extra={"\ufb33": 1, "\U0001f600": 2, "\u20ac": 3, "\r": 4})
        self.assertStatuses(self.tablet.post(check), "accepted")

    def test_the_largest_safe_integers_are_taken(self):
        check = self.tablet.check(9, extra=[2**53 - 1, -(2**53) + 1, 0])
        self.assertStatuses(self.tablet.post(check), "accepted")

    def test_training_is_kept_and_in_no_score(self):
        self.assertStatuses(self.tablet.post(self.tablet.check(0, kind="training"),
                                             self.tablet.check(9)), "accepted", "accepted")
        self.assertRow(self.nps(self.tablet)[0], [9])

    def test_an_unknown_kind_is_kept_and_in_no_score(self):
        check = self.tablet.check(0, kind="weather")
        self.assertStatuses(self.tablet.post(check), "accepted")
        self.assertStatuses(self.tablet.post(check), "duplicate")
        self.assertEqual(self.count(self.tablet), 0)

    def test_an_abandoned_check_with_a_score_counts(self):
        self.tablet.post(self.tablet.check(4, state="abandoned"))
        self.assertRow(self.nps(self.tablet)[0], [4])

    def test_an_abandoned_check_without_a_score_does_not_count(self):
        check = self.tablet.check(4, state="abandoned", items=[])
        del check["score"]
        self.assertStatuses(self.tablet.post(seal(check)), "accepted")
        self.assertEqual(self.count(self.tablet), 0)

    def test_an_answer_to_an_old_version_is_welcome(self):
        old = self.tablet.check(9)
        self.central.add_checklist_version(self.central.checklist["version"] + 1)
        self.assertStatuses(self.tablet.post(old), "accepted")
        self.assertEqual(self.count(self.tablet), 1)

    def test_a_store_of_the_past_is_welcome(self):
        old = self.tablet.check(9)
        old_store = self.tablet.store
        self.tablet.enrol(self.central.device_code(self.central.add_store()), self.new_address())
        self.assertNotEqual(self.tablet.store, old_store)
        self.assertStatuses(self.tablet.post(old, self.tablet.check(3)), "accepted", "accepted")
        self.assertRow(self.nps(self.tablet)[0], [3])
        self.assertRow(self.nps(self.tablet, store=old_store)[0], [9])

    def test_a_new_boot_may_send_what_an_old_one_made(self):
        check = self.tablet.check(9)
        self.tablet.boot = str(uuid.uuid4())
        self.assertStatuses(self.tablet.post(check), "accepted")

    def test_a_tablet_two_days_ahead_is_counted_on_the_right_day(self):
        self.tablet.clock_error = datetime.timedelta(days=2)
        right = shop_day(3)
        check = self.tablet.check(9, at=shop_time(right, 12))
        self.assertEqual(check["day"], shop_day(1).isoformat())
        self.assertStatuses(self.tablet.post(check), "accepted")
        self.assertEqual(self.count(self.tablet, **{"from": right, "to": right}), 1)
        self.assertEqual(self.count(self.tablet, **{"from": shop_day(1), "to": shop_day(1)}), 0)

    def test_a_tablet_half_an_hour_ahead_is_taken_at_its_word(self):
        self.tablet.clock_error = datetime.timedelta(minutes=30)
        day = shop_day(3)
        self.tablet.post(self.tablet.check(9, at=shop_time(day, 23, 45)))
        after = shop_day(2)
        self.assertEqual(self.count(self.tablet, **{"from": after, "to": after}), 1)

    def test_the_first_check_of_a_chain_follows_zeros(self):
        check = self.tablet.check()
        self.assertEqual((check["sequence"], check["previous"]), (1, ZEROS))
        self.assertStatuses(self.tablet.post(check), "accepted")
