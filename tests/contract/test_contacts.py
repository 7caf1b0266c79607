"""Shoppers' addresses: sealed on the tablet, opened one at a time by those who may, and logged."""

import base64
import datetime
import json
import pathlib
import time

import nacl.public

from central_process import PASSWORD
from contract_case import ContractCase
from tablet import Tablet, shop_day, shop_time, utc_now

EMPLOYEES = pathlib.Path(__file__).parents[2] / "resources/checklists/employee-nps.json"


class Contacts(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls.signed_in(cls.central.add_person("admin"))

    @classmethod
    def signed_in(cls, name):
        """The header fields of a session."""
        reply = cls.central.request("POST", "/api/v1/session",
                                    body={"name": name, "password": PASSWORD})
        if reply.status not in (200, 201, 204):
            raise AssertionError("not signed in: %r" % reply)
        cookie = {"Cookie": reply.headers["Set-Cookie"].split(";")[0]}
        csrf = cls.central.request("GET", "/api/v1/session", headers=cookie).json()["csrf"]
        return {**cookie, "X-Vouch-CSRF": csrf}

    def setUp(self):
        self.tablet = Tablet(self.central)
        self.enrol(self.central.add_store())

    def enrol(self, store):
        """Once more or for the first time."""
        reply = self.tablet.enrol(self.central.device_code(store), self.new_address())
        self.assertEqual(reply.status, 201, reply)

    def check(self, address, score=3, **members):
        return self.tablet.check_with_contact(address, score, **members)

    def listed(self, headers=None, **query):
        target = "/api/v1/contacts?" + "&".join(
            "%s=%s" % pair for pair in {"store": self.tablet.store, **query}.items())
        reply = self.central.get(target, headers=headers or self.admin)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()

    def open(self, check, headers=None, token=None):
        return self.central.request("POST", "/api/v1/contacts/%s/open" % check["id"], token,
                                    headers=headers)

    def openings(self, check):
        lines = self.central.run("audit", "list", "--what", "contact-open", "--json")
        entries = [json.loads(line) for line in lines.splitlines()]
        return [entry for entry in entries if entry["subject"] == check["id"]]

    def test_the_list_tells_all_but_the_address(self):
        checks = [self.check({"phone": "+971501234567"}), self.tablet.check(9),
                  self.check({"email": "a@b.example"}, 6)]
        self.tablet.post(*checks)
        page = self.listed()
        self.assertEqual([entry["id"] for entry in page["contacts"]],
                         [checks[2]["id"], checks[0]["id"]], "the newest first, those with one only")
        first = page["contacts"][1]
        self.assertEqual((first["store"], first["store_name"], first["score"], first["day"]),
                         (self.tablet.store, "Shop " + self.tablet.store, 3, checks[0]["day"]))
        self.assertEqual(first["consent"], {"version": "2026a", "language": "en"})
        self.assertIsNone(page["next"])
        self.assertNotIn("+9715", json.dumps(page))

    def test_one_is_opened_and_that_is_logged(self):
        phone, email = self.check({"phone": "+971501234567"}), self.check({"email": "á@b.example"})
        self.tablet.post(phone, email)
        reply = self.open(phone, self.admin)
        self.assertEqual((reply.status, reply.json()),
                         (200, {"kind": "phone", "address": "+971501234567"}))
        self.assertEqual(self.open(email, self.admin).json(),
                         {"kind": "email", "address": "á@b.example"})
        entry, = self.openings(phone)
        self.assertTrue(entry["who"].startswith("user:admin"), entry)
        self.assertNotIn("+9715", json.dumps(entry))
        self.open(phone, self.admin)
        self.assertEqual(len(self.openings(phone)), 2, "each opening is logged")

    def test_who_may_not_learns_nothing(self):
        check = self.check({"phone": "+971501234567"})
        self.tablet.post(check)
        viewer = self.signed_in(self.central.add_person("viewer", store=self.tablet.store))
        self.central.add_store("elsewhere")
        stranger = self.signed_in(self.central.add_person("regional", region="elsewhere"))
        self.assertProblem(self.open(check, viewer), 403)
        self.assertProblem(self.open(check, token=self.regional), 403, "forbidden")
        self.assertProblem(self.open(check, token=self.tablet.token), 403)
        self.assertProblem(self.open(check), 401)
        self.assertProblem(self.open(check, stranger), 404)
        forged = {**self.admin, "X-Vouch-CSRF": "wrong"}
        self.assertProblem(self.open(check, forged), 403, "csrf-missing")
        self.assertEqual(self.openings(check), [])
        reply = self.central.get("/api/v1/contacts", headers=stranger)
        self.assertEqual(reply.json()["contacts"], [])
        manager = self.signed_in(self.central.add_person("manager", store=self.tablet.store))
        self.assertEqual(self.open(check, manager).status, 200)

    def test_what_is_not_there_cannot_be_opened(self):
        plain = self.tablet.check(9)
        erased = self.check({"phone": "+971501234567"})
        del erased["items"][1]["value"], erased["items"][1]["salt"]
        self.tablet.post(plain, erased)
        self.assertEqual(self.listed()["contacts"], [])
        for check in (plain, erased, {"id": "nothing"}):
            self.assertProblem(self.open(check, self.admin), 404, "not-found")

    def test_no_employee_is_known_by_a_contact(self):
        self.central.run("checklist", "add", str(EMPLOYEES))
        shopper = self.check({"phone": "+971500000001"})
        employee = self.check({"phone": "+971500000002"}, checklist="employee-nps", series="2026a",
                              touchpoint="staff")
        self.tablet.post(shopper, employee)
        self.assertEqual([entry["id"] for entry in self.listed()["contacts"]], [shopper["id"]])
        self.assertProblem(self.open(employee, self.admin), 404, "not-found")
        self.assertEqual(self.openings(employee), [])

    def test_another_keys_and_altered_boxes_are_told(self):
        key, other = self.tablet.sealing_key, nacl.public.PrivateKey.generate().public_key
        strange = self.tablet.contact({"phone": "+971501234567"}, {
            "id": key["id"], "key": base64.b64encode(bytes(other)).decode()})
        unknown = self.tablet.contact({"phone": "+971501234567"}, {
            "id": "00000000", "key": key["key"]})
        scale = {"question": "recommend", "type": "scale", "value": 3}
        checks = [self.tablet.check(3, items=[scale, item]) for item in (strange, unknown)]
        self.tablet.post(*checks)
        self.assertProblem(self.open(checks[0], self.admin), 409, "sealed-unreadable")
        self.assertProblem(self.open(checks[1], self.admin), 409, "key-missing")
        for check in checks:
            self.assertEqual(self.openings(check), [])

    def test_a_contact_leaves_by_itself_when_its_time_is_over(self):
        old = self.check({"phone": "+971500000003"},
                         at=utc_now() - datetime.timedelta(days=70))
        self.tablet.post(old, self.check({"phone": "+971500000004"}, at=utc_now()))
        self.assertEqual(len(self.listed()["contacts"]), 2)
        self.central.stop()
        self.central.start()
        deadline = time.monotonic() + 60
        while len(self.listed()["contacts"]) > 1:
            self.assertLess(time.monotonic(), deadline, "the old contact stays")
            time.sleep(0.1)
        entries = [json.loads(line) for line in self.central.run(
            "audit", "list", "--what", "erasure", "--json").splitlines()]
        self.assertEqual([entry["detail"]["by"] for entry in entries], ["retention"])
        self.assertEqual(self.open(old, self.admin).status, 404)

    def test_old_keys_open_old_contacts(self):
        before = self.check({"phone": "+971500000001"})
        rotated = self.central.run("key", "rotate").strip()
        old = self.tablet.sealing_key
        self.enrol(self.tablet.store)
        self.assertEqual(self.tablet.sealing_key["id"], rotated)
        self.assertNotEqual(old["id"], rotated)
        after = self.check({"phone": "+971500000002"})
        self.tablet.post(before, after)
        self.assertEqual(self.open(before, self.admin).json()["address"], "+971500000001")
        self.assertEqual(self.open(after, self.admin).json()["address"], "+971500000002")
        files = list((self.central.folder / "keys").iterdir())
        self.assertEqual({file.stat().st_mode & 0o777 for file in files}, {0o600})
        self.assertEqual((self.central.folder / "keys").stat().st_mode & 0o777, 0o700)

    def test_a_new_key_comes_with_the_configuration(self):
        before = self.central.get("/api/v1/config", self.tablet.token)
        rotated = self.central.run("key", "rotate").strip()
        after = self.central.get("/api/v1/config", self.tablet.token,
                                 {"If-None-Match": before.headers["ETag"]})
        self.assertEqual(after.status, 200)
        self.assertEqual(after.json()["sealing_key"]["id"], rotated)
        self.assertNotEqual(before.json()["sealing_key"], after.json()["sealing_key"])

    def test_pages_and_days(self):
        days = [shop_day(ago) for ago in (6, 5)]
        checks = [self.check({"phone": "+97150000000%d" % i}, at=shop_time(days[i % 2], 8 + i // 2))
                  for i in range(8)]
        more = [self.check({"phone": "+971500000000"}, at=shop_time(shop_day(4), 9))
                for _ in range(60)]
        self.tablet.post(*checks, *more)
        found, before = [], {}
        while True:
            page = self.listed(**before)
            found += page["contacts"]
            if page["next"] is None:
                break
            # Not a number of records, which would tell how many other shops have.
            self.assertRegex(page["next"], "^[0-9a-f]{80,}$")
            before = {"before": page["next"]}
        self.assertEqual([entry["id"] for entry in found],
                         [check["id"] for check in reversed(checks + more)])
        page = self.listed(**{"from": days[1], "to": days[1]})
        self.assertEqual({entry["day"] for entry in page["contacts"]}, {days[1].isoformat()})
        self.assertEqual(len(page["contacts"]), 4)

    def test_who_shows_the_code_is_forgotten_and_stays_counted(self):
        shown = {"by the page": "K7PM-49XT-HRCA", "by the command": "H3WN-7CKA-94PT"}
        other = self.check({"phone": "+971500000000"}, 9)
        checks = {way: self.check({"phone": "+971501234567"}, code=code)
                  for way, code in shown.items()}
        self.tablet.post(other, *checks.values())
        first, second = checks.values()
        reply = self.central.request("POST", "/api/v1/erasures", headers=self.admin,
                                     body={"code": " k7pm 49xt hrca"})
        self.assertEqual(reply.status, 200, reply)
        self.assertEqual([each["id"] for each in reply.json()["records"]], [first["id"]])
        self.assertIn(second["id"], self.central.run("erase", "--token", shown["by the command"]))
        self.assertEqual([entry["id"] for entry in self.listed()["contacts"]], [other["id"]])
        self.assertStatuses(self.tablet.post(first, second), "duplicate", "duplicate")
        self.assertEqual([entry["id"] for entry in self.listed()["contacts"]], [other["id"]])
        for check in (first, second):
            self.assertProblem(self.open(check, self.admin), 404, "not-found")
        self.assertEqual(self.count(self.tablet), 3)
        self.central.run("verify")
        for code in (*shown.values(), "AAAA-AAAA-AAAA"):  # it tells nobody whether it ever was
            self.assertProblem(self.central.request(
                "POST", "/api/v1/erasures", headers=self.admin, body={"code": code}), 404)
