"""POST /api/v1/devices/enrol."""

import base64
import uuid

import nacl.signing

from central_process import Central
from contract_case import ContractCase
from tablet import Tablet, base64_text


class Enrolment(ContractCase):
    def setUp(self):
        self.store = self.central.add_store()
        self.code = self.central.device_code(self.store)
        self.tablet = Tablet(self.central)

    def enrol(self, tablet, code=None, **changes):
        return tablet.enrol(code or self.code, self.new_address(), **changes)

    def test_a_code_makes_a_device_of_its_store(self):
        reply = self.enrol(self.tablet)
        self.assertEqual(reply.status, 201, reply)
        answer = reply.json()
        self.assertEqual(str(uuid.UUID(answer["device"])), answer["device"])
        self.assertEqual(answer["store"], self.store)
        self.assertTrue(answer["token"])

    def test_the_answer_carries_the_sealing_key(self):
        key = self.enrol(self.tablet).json()["sealing_key"]
        self.assertRegex(key["id"], r"^[0-9a-f]{8}$")
        self.assertEqual(len(base64.b64decode(key["key"], validate=True)), 32)

    def test_the_token_opens_the_calls_of_a_kiosk(self):
        self.enrol(self.tablet)
        self.assertStatuses(self.tablet.post(self.tablet.check()), "accepted")

    def test_a_wrong_proof_is_refused(self):
        other = nacl.signing.SigningKey.generate()
        proof = base64_text(other.sign(self.code.encode()).signature)
        self.assertProblem(self.enrol(self.tablet, proof=proof), (400, 401, 403))

    def test_a_proof_over_another_code_is_refused(self):
        proof = base64_text(self.tablet.key.sign(b"another code").signature)
        self.assertProblem(self.enrol(self.tablet, proof=proof), (400, 401, 403))

    def test_a_wrong_proof_does_not_spend_the_code(self):
        self.enrol(self.tablet, proof=base64_text(bytes(64)))
        self.assertEqual(self.enrol(self.tablet).status, 201)

    def test_an_unknown_code_is_refused(self):
        self.assertProblem(self.enrol(self.tablet, "AAAAA-AAAAA-AAAAA"), (400, 401, 403, 404))

    def test_a_malformed_key_is_refused(self):
        for public_key in ("", "no base64!", base64_text(bytes(31))):
            with self.subTest(public_key):
                self.assertProblem(self.enrol(self.tablet, public_key=public_key),
                                   (400, 401, 403))

    def test_a_missing_member_is_refused(self):
        for member in ("code", "public_key", "proof"):
            with self.subTest(member):
                body = self.tablet.enrolment(self.code)
                del body[member]
                reply = self.central.request("POST", "/api/v1/devices/enrol", body=body,
                                             source=self.new_address())
                self.assertProblem(reply, 400)

    def test_a_lost_answer_does_not_lock_the_tablet_out(self):
        first = self.enrol(self.tablet).json()
        again = self.enrol(self.tablet)
        self.assertEqual(again.status, 201, again)
        self.assertEqual(again.json()["device"], first["device"])
        self.assertNotEqual(again.json()["token"], first["token"])
        self.assertStatuses(self.tablet.post(self.tablet.check()), "accepted")

    def test_a_copy_of_the_request_that_comes_late_locks_nobody_out(self):
        self.enrol(self.tablet)
        self.assertStatuses(self.tablet.post(self.tablet.check()), "accepted")
        mine = self.tablet.token
        for _ in range(3):
            self.assertEqual(self.enrol(self.tablet).status, 201)
            last, self.tablet.token = self.tablet.token, mine  # nobody hears the answer
            self.assertStatuses(self.tablet.post(self.tablet.check()), "accepted")
        self.tablet.token = last  # or it did arrive
        self.assertStatuses(self.tablet.post(self.tablet.check()), "accepted")
        self.tablet.token = mine
        self.assertProblem(self.tablet.post(self.tablet.check()), 401)

    def test_a_spent_code_is_refused_to_another_key(self):
        self.enrol(self.tablet)
        thief = Tablet(self.central)
        self.assertProblem(self.enrol(thief), (400, 401, 403, 404, 409, 410))
        self.assertStatuses(self.tablet.post(self.tablet.check()), "accepted")

    def test_the_same_key_with_a_new_code_is_the_same_device(self):
        self.enrol(self.tablet)
        device = self.tablet.device
        self.enrol(self.tablet, self.central.device_code(self.store))
        self.assertEqual(self.tablet.device, device)

    def test_a_device_keeps_its_id_on_a_server_that_lost_it(self):
        self.enrol(self.tablet)
        restored = Central()
        self.addCleanup(restored.close)
        restored.start()
        twin = Tablet(restored, self.tablet.key)
        reply = twin.enrol(restored.device_code(restored.add_store()), device=self.tablet.device)
        self.assertEqual(reply.status, 201, reply)
        self.assertEqual(twin.device, self.tablet.device)

    def test_an_address_has_ten_tries_an_hour(self):
        guesser = self.new_address()
        for guess in range(10):
            reply = self.tablet.enrol("AAAAA-AAAAA-%05d" % guess, guesser)
            self.assertProblem(reply, (400, 401, 403, 404))
        self.assertProblem(self.tablet.enrol("AAAAA-AAAAA-AAAAA", guesser), 429)
        self.assertProblem(self.tablet.enrol(self.code, guesser), 429)
        self.assertEqual(self.enrol(self.tablet).status, 201)

    def test_a_code_has_at_least_fifty_bits(self):
        codes = [self.central.device_code(self.store) for _ in range(30)]
        self.assertEqual(len(set(codes)), len(codes))
        letters = [letter for code in codes for letter in code if letter.isalnum()]
        # 5 bits a letter is what an alphabet without look-alikes gives.
        self.assertGreaterEqual(len(letters) / len(codes), 10)
        self.assertGreater(len(set(letters)), 16)
