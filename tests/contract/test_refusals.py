"""POST /api/v1/checks: what is refused, and that it never holds up its neighbours."""

import json

from contract_case import ContractCase
from tablet import Tablet, seal, text_item


class RefusedRecords(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def assertOnlyItIsRejected(self, make):
        """Sends make() between two good checks: it is rejected, they are taken."""
        before = self.tablet.check(9)
        bad = make()
        after = self.tablet.check(3)
        reply = self.tablet.post(before, bad, after)
        self.assertStatuses(reply, "accepted", "rejected", "accepted")
        result = reply.json()["results"][1]
        self.assertRejected(result)
        self.assertTrue(result.get("reason"), "a person is told why")
        self.assertRow(self.nps(self.tablet)[0], [9, 3])
        return result["code"]

    def changed(self, **members):
        return self.tablet.check(10, **members)

    def test_a_wrong_hash(self):
        def make():
            check = self.tablet.check(10)
            check["hash"] = check["hash"][:-1] + ("0" if check["hash"][-1] != "0" else "1")
            return check
        self.assertOnlyItIsRejected(make)

    def test_a_change_after_the_hash(self):
        self.assertOnlyItIsRejected(lambda: {**self.tablet.check(0), "score": 10})

    def test_an_unknown_member_is_hashed_too(self):
        self.assertOnlyItIsRejected(lambda: {**self.tablet.check(10), "weather": "clear"})

    def test_a_digest_that_is_not_of_its_text(self):
        item = {**text_item("comment", "Friendly staff"), "value": "Rude staff"}
        self.assertOnlyItIsRejected(lambda: self.changed(
            items=[{"question": "recommend", "type": "scale", "value": 10}, item]))

    def test_a_digest_with_another_salt(self):
        item = {**text_item("comment", "Friendly staff"), "salt": "00" * 16}
        self.assertOnlyItIsRejected(lambda: self.changed(
            items=[{"question": "recommend", "type": "scale", "value": 10}, item]))

    def test_another_devices_record(self):
        other = self.new_tablet(self.tablet.store)
        self.assertOnlyItIsRejected(lambda: other.check(10))

    def test_a_store_that_the_device_never_belonged_to(self):
        elsewhere = self.central.add_store()
        self.assertOnlyItIsRejected(lambda: self.changed(store=elsewhere))

    def test_a_store_that_does_not_exist(self):
        self.assertOnlyItIsRejected(lambda: self.changed(store="nowhere"))

    def test_a_score_out_of_bounds(self):
        for score in (11, -1):
            with self.subTest(score):
                self.setUp()
                self.assertOnlyItIsRejected(lambda score=score: self.tablet.check(score))

    def test_an_id_that_is_no_uuid(self):
        self.assertOnlyItIsRejected(lambda: self.changed(id="42"))

    def test_a_missing_member(self):
        for member in ("store", "chain", "sequence", "day", "closed_at", "kind"):
            with self.subTest(member):
                self.setUp()

                def make(member=member):
                    check = self.tablet.check(10)
                    del check[member]
                    return seal(check)
                self.assertOnlyItIsRejected(make)

    def test_a_member_of_another_type(self):
        for member, value in {"sequence": "7", "hour": "noon", "day": 20261122,
                              "utc_offset_minutes": None, "marks": "burst"}.items():
            with self.subTest(member):
                self.setUp()
                self.assertOnlyItIsRejected(
                    lambda member=member, value=value: self.changed(**{member: value}))

    def test_impossible_times(self):
        for member, value in {"day": "2026-02-30", "hour": 24, "closed_at": "yesterday"}.items():
            with self.subTest(member):
                self.setUp()
                self.assertOnlyItIsRejected(
                    lambda member=member, value=value: self.changed(**{member: value}))

    def send_with_number(self, number):
        """Three checks, the middle one with this number, written as it stands, as its score."""
        checks = self.tablet.checks([9, 8, 3])
        body = json.dumps(self.tablet.batch(checks))
        self.assertEqual(body.count('"score": 8'), 1)
        return self.tablet.send(body.replace('"score": 8', '"score": ' + number).encode())

    def test_numbers_that_are_no_safe_integers(self):
        for number in ("8.0", "8.5", "8e0", "-0.0", "9007199254740992", "18446744073709551616",
                       "1e400"):
            with self.subTest(number):
                self.setUp()
                reply = self.send_with_number(number)
                # 1e400 is no number that a JSON reader must be able to read.
                if number == "1e400" and reply.status == 400:
                    self.assertProblem(reply, 400, "malformed")
                else:
                    self.assertStatuses(reply, "accepted", "rejected", "accepted")

    def test_a_rejected_record_is_taken_byte_for_byte_once_the_cause_is_mended(self):
        elsewhere = self.central.add_store()
        check = self.changed(store=elsewhere)
        self.assertStatuses(self.tablet.post(check), "rejected")
        self.assertStatuses(self.tablet.post(check), "rejected")
        self.tablet.enrol(self.central.device_code(elsewhere), self.new_address())
        self.assertStatuses(self.tablet.post(check), "accepted")
        self.assertStatuses(self.tablet.post(check), "duplicate")
        self.assertEqual(self.count(self.tablet), 1)

    def test_a_version_that_the_server_will_know_later(self):
        version = self.central.checklist["version"] + 7
        early, known = self.tablet.check(9, version=version), self.tablet.check(3)
        reply = self.tablet.post(early, known)
        self.assertEqual(reply.json()["results"][1]["status"], "accepted", reply)
        first = reply.json()["results"][0]
        self.assertIn(first["status"], ("accepted", "rejected"), reply)
        self.central.add_checklist_version(version)
        self.assertStatuses(self.tablet.post(early),
                            "duplicate" if first["status"] == "accepted" else "accepted")
        self.assertEqual(self.count(self.tablet), 2)


class RefusedRequests(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def assertNothingStored(self):
        self.assertEqual(self.count(self.tablet), 0)

    def test_malformed_json(self):
        good = json.dumps(self.tablet.batch([self.tablet.check()])).encode()
        for body in (b"{", good[:-1], good + b"}", b"[]", b"null", b"\xff\xfe", b'{"protocol": 1}',
                     good.replace(b'"language": "en"', b'"language": "\xff"')):
            with self.subTest(body[:30]):
                self.assertProblem(self.tablet.send(body), 400, "malformed")
        self.assertNothingStored()

    def test_no_body(self):
        self.assertProblem(self.tablet.send(b""), 400, "malformed")

    def test_deep_nesting(self):
        self.assertProblem(self.tablet.send(b"[" * 100000), 400, "malformed")

    def test_a_duplicate_key(self):
        good = json.dumps(self.tablet.batch([self.tablet.check(9)]))
        body = good.replace('"score": 9', '"score": 9, "score": 9')
        reply = self.tablet.send(body.encode())
        # The contract refuses it, and leaves open whether the request or the record.
        if reply.status == 200:
            self.assertStatuses(reply, "rejected")
        else:
            self.assertProblem(reply, 400, "malformed")
        self.assertNothingStored()

    def test_an_unknown_protocol(self):
        batch = self.tablet.batch([self.tablet.check()], protocol=2)
        self.assertProblem(self.tablet.send(batch), 400, "protocol-unsupported")
        self.assertNothingStored()

    def test_a_signature_by_another_key(self):
        stranger = Tablet(self.central)
        stranger.device = self.tablet.device
        batch = self.tablet.batch([self.tablet.check()])
        stranger.sign(batch)
        self.assertProblem(self.tablet.send(batch), 400, "signature-invalid")
        self.assertNothingStored()

    def test_what_the_signature_covers(self):
        other = self.tablet.check(3)

        def replaced(batch, name, value):
            batch[name] = value
        for what, change in {
                "sent_at": lambda batch: replaced(batch, "sent_at", "2026-01-01T00:00:00.000Z"),
                "head": lambda batch: batch["head"].update(sequence=99),
                "a check more": lambda batch: batch["checks"].append(other),
                "a check less": lambda batch: batch["checks"].pop(),
                "the order": lambda batch: batch["checks"].reverse(),
                "no base64": lambda batch: replaced(batch, "signature", "?"),
                "no padding": lambda batch: replaced(
                    batch, "signature", batch["signature"].rstrip("="))}.items():
            with self.subTest(what):
                batch = self.tablet.batch(self.tablet.checks([9, 8]))
                change(batch)
                self.assertProblem(self.tablet.send(batch), 400, "signature-invalid")
        self.assertNothingStored()

    def test_no_signature(self):
        batch = self.tablet.batch([self.tablet.check()])
        del batch["signature"]
        self.assertProblem(self.tablet.send(batch), 400)
        self.assertNothingStored()

    def test_another_device_than_the_tokens(self):
        other = self.new_tablet(self.tablet.store)
        batch = other.batch([other.check()])
        self.assertProblem(self.tablet.send(batch), (400, 401, 403))
        self.assertNothingStored()

    def test_a_refused_request_can_be_sent_again(self):
        batch = self.tablet.batch([self.tablet.check()])
        good = batch["signature"]
        batch["signature"] = "A" * 86 + "=="
        self.assertProblem(self.tablet.send(batch), 400, "signature-invalid")
        batch["signature"] = good
        self.assertStatuses(self.tablet.send(batch), "accepted")
