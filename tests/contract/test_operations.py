"""Every operation of openapi.json is sent, and what is sent and answered is what it says."""

import collections
import gzip
import json
import urllib.parse

import zstandard

from central_process import PASSWORD, one_word
from contract_case import ContractCase
from description import Description, Undescribed
from operation_cases import CASES
from tablet import Tablet, seal


# What changes nothing that anybody would ask after: answers have their own ledger.
UNLOGGED = {"POST /api/v1/checks", "POST /api/v1/heartbeat"}


class World:
    """A chain that has something of everything, and how to send to it."""

    def __init__(self, test):
        self.test = test
        self.central = test.central
        self.administrator = test.central.add_person("admin")
        self.admin = one_word(test.central.run(
            "token", "add", "--user", self.administrator,
            *"--scope read --scope export --scope administer".split()))
        self.person = test.central.add_person("regional", region="r1")
        self.store = test.central.add_store()
        test.central.add_store()
        self.tablet = test.new_tablet(self.store)
        first = self.tablet.check(9, comment="words")
        self.tablet.post(first, {**self.tablet.check(0), "score": 10})
        self.tablet.post(seal({**first, "language": "fa"}))
        document = test.central.get("/api/v1/openapi.json").json()
        self.description = Description(document)
        self.sent = collections.defaultdict(set)

    def unknown_tablet(self):
        return Tablet(self.central)

    def signed_in(self, name=None):
        reply = self.central.request("POST", "/api/v1/session", body={
            "name": name or self.person, "password": PASSWORD})
        self.test.assertEqual(reply.status, 200, reply)
        return {"Cookie": reply.headers["Set-Cookie"].split(";")[0],
                "X-Vouch-CSRF": reply.json()["csrf"]}

    def logged(self, what):
        """How many entries of a kind the audit log has."""
        return len(self.central.run("audit", "list", "--limit", "10000", "--what",
                                    what).splitlines())

    def last_logged(self):
        """The number of the audit log's last entry."""
        return self.central.get("/api/v1/audit", self.admin).json()["entries"][0]["number"]

    def send(self, name, token=None, path=(), query=(), body=None, headers=None, changes=True):
        """Sends one operation; it and its reply must be as described. Who changed what is in the
        audit log, unless it `changes` nothing."""
        path, query = dict(path), dict(query)
        self.description.check_request(name, path, query, body)
        method, target = name.split(" ")
        for word, value in path.items():
            target = target.replace("{%s}" % word, urllib.parse.quote(str(value), safe=""))
        if query:
            target += "?" + urllib.parse.urlencode(query)
        is_logged = changes and method != "GET" and name not in UNLOGGED
        before = is_logged and self.last_logged()
        reply = self.central.request(method, target, token, body, headers)
        self.test.assertLess(reply.status, 400, (name, reply))
        if is_logged:
            self.test.assertGreater(self.last_logged(), before, name + " is not in the audit log")
        self.description.check_reply(name, reply)
        self.sent[name].add(reply.status)
        if method == "GET":
            self._again(name, target, token, headers, reply)
        return reply

    def _again(self, name, target, token, headers, first):
        """The same once more: by its tag, and compressed."""
        tag = first.headers.get("ETag")
        if tag:
            again = self.central.request("GET", target, token,
                                         headers={**(headers or {}), "If-None-Match": tag})
            self.test.assertEqual((again.status, again.body), (304, b""), (name, again))
            self.sent[name].add(304)
        for encoding, unpack in UNPACK.items():
            packed = self.central.request(
                "GET", target, token, headers={**(headers or {}), "Accept-Encoding": encoding})
            if "Content-Encoding" in packed.headers:
                self.test.assertEqual(packed.headers["Content-Encoding"], encoding, name)
                packed.body = unpack(packed.body)
            self.description.check_reply(name, packed)


UNPACK = {"gzip": gzip.decompress,
          "zstd": lambda data: zstandard.ZstdDecompressor().decompressobj().decompress(data)}


class Operations(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = World(cls("test_every_operation_has_a_case"))

    def test_every_operation_has_a_case(self):
        self.assertEqual(set(self.world.description.operations) - set(CASES), set(),
                         "add a case to operation_cases.py")
        self.assertEqual(set(CASES) - set(self.world.description.operations), set(),
                         "these are not in openapi.json")

    def test_every_operation_is_as_described(self):
        for function in dict.fromkeys(each for cases in CASES.values() for each in cases):
            with self.subTest(function.__name__):
                function(self.world)
        for name, operation in self.world.description.operations.items():
            with self.subTest(name):
                good = {int(status) for status in operation["responses"]
                        if status != "default" and int(status) < 400}
                self.assertEqual(good - self.world.sent[name], set(), "answers that never came")

    def test_what_leaves_is_in_the_audit_log_once(self):
        world = self.world
        for path in ("export.csv", "export.jsonl", "export.xlsx", "odata/Responses",
                     "odata/Responses/$count", "odata/Answers"):
            with self.subTest(path):
                before = world.logged("export")
                reply = self.central.get("/api/v1/" + path, world.admin)
                self.assertEqual(reply.status, 200, reply)
                self.assertEqual(world.logged("export"), before + 1)
        for form in ("csv", "jsonl", "xlsx"):
            with self.subTest("command " + form):
                before = world.logged("export")
                self.central.run("export", "--format", form, "--out",
                                 str(self.central.folder / ("out." + form)))
                self.assertEqual(world.logged("export"), before + 1)

    def test_a_session_is_in_the_audit_log_at_both_ends(self):
        world = self.world
        begun, ended = world.logged("sign-in"), world.logged("sign-out")
        headers = world.signed_in()
        self.assertEqual((world.logged("sign-in"), world.logged("sign-out")), (begun + 1, ended))
        world.send("DELETE /api/v1/session", headers=headers)
        self.assertEqual((world.logged("sign-in"), world.logged("sign-out")),
                         (begun + 1, ended + 1))

    def test_refusals_are_as_described(self):
        for name, operation in self.world.description.operations.items():
            method, path = name.split(" ")
            path = path.replace("{id}", "nobody").replace("{name}", "nobody")
            body = b"{" if "requestBody" in operation else None
            with self.subTest(name):
                replies = [self.central.request(method, path + "?no-such=1", self.world.admin,
                                                body),
                           self.central.request("TRACE", path, self.world.admin)]
                if "anyone" not in operation["x-who"]:
                    replies.append(self.central.request(method, path, body=body))
                    self.assertEqual(replies[-1].status, 401, replies[-1])
                if body:
                    size = operation["x-max-body-bytes"] + 1
                    replies.append(self.central.request(
                        method, path, self.world.admin, headers={"Content-Length": str(size)}))
                    self.assertEqual(replies[-1].status, 413, replies[-1])
                for reply in replies:
                    self.assertProblem(reply, tuple(range(400, 500)))
                    self.world.description.check_reply(name, reply)

    def test_operation_ids_differ(self):
        ids = [each["operationId"] for each in self.world.description.operations.values()]
        self.assertEqual(len(set(ids)), len(ids))

    def test_what_is_not_described_is_found(self):
        description = self.world.description
        reply = self.central.get("/api/v1/stores", self.world.admin)
        description.check_reply("GET /api/v1/stores", reply)
        body = reply.json()
        for spoilt in ({**body, "more": 1}, {"stores": [{**body["stores"][0], "secret": 1}],
                                             "next": None}, {"stores": "none"}):
            reply.body = json.dumps(spoilt).encode()
            self.assertRaises(Undescribed, description.check_reply, "GET /api/v1/stores", reply)
        with self.assertRaises(Undescribed):
            description.check_request("GET /api/v1/stores", {}, {"limits": 1}, None)


class Pages(ContractCase):
    def setUp(self):
        self.admin = one_word(self.central.run(
            "token", "add", "--user", self.central.add_person("admin"), "--scope", "read",
            "--scope", "administer"))

    def walk(self, path, cursor, rows, at_least, hidden=False, **query):
        """All rows, page by page; each page follows from the `next` of the one before it, which is
        no number when it is hidden."""
        found, pages, place = [], 0, {}
        while place is not None:
            reply = self.central.get(path + "?" + urllib.parse.urlencode({**query, **place}),
                                     self.admin)
            self.assertEqual(reply.status, 200, reply)
            page = reply.json()
            if "limit" in query:
                self.assertLessEqual(len(page[rows]), query["limit"])
            found += page[rows]
            pages += 1
            if hidden and page["next"] is not None:
                self.assertRegex(page["next"], "^[0-9a-f]{112}$")
            place = {cursor: page["next"]} if page["next"] is not None else None
        self.assertGreaterEqual(pages, at_least, path)
        return found

    def test_a_list_by_pages_is_the_whole_list(self):
        for _ in range(5):
            self.central.add_person("viewer", store=self.central.add_store())
        for rows in ("stores", "users"):
            with self.subTest(rows):
                whole = self.central.get("/api/v1/" + rows, self.admin).json()
                self.assertIsNone(whole["next"])
                self.assertEqual(self.walk("/api/v1/" + rows, "after", rows, 3, limit=2),
                                 whole[rows])

    def test_the_log_and_the_publications_go_back_to_the_first(self):
        for number in range(101):  # a page of either has 100
            made = self.central.request("POST", "/api/v1/publications", self.admin, {
                "kind": "setting", "subject": "low_reach", "value": number % 2 == 0})
            self.assertEqual(made.status, 201, made)
        for path, rows in (("audit", "entries"), ("publications", "publications")):
            with self.subTest(path):
                numbers = [each["number"] for each in
                           self.walk("/api/v1/" + path, "before", rows, 2)]
                self.assertEqual(numbers, list(range(numbers[0], 0, -1)))

    def test_the_ledger_goes_on_to_the_last_chain(self):
        tablet, chains = self.new_tablet(), []
        for _ in range(101):  # a page has 100
            tablet.start_chain()
            chains.append(tablet.chain)
            self.assertStatuses(tablet.post(tablet.check()), "accepted")
        rows = self.walk("/api/v1/ledger", "after", "chains", 2, hidden=True,
                         device=tablet.device, by="chain")
        self.assertEqual(sorted(row["chain"] for row in rows), sorted(chains))

    def test_what_is_kept_aside_goes_back_to_the_first(self):
        tablet = self.new_tablet()
        broken = [{**tablet.check(0), "score": 10} for _ in range(60)]  # a page has 50
        self.assertStatuses(tablet.post(*broken), *["rejected"] * 60)
        kept = self.walk("/api/v1/quarantine", "before", "entries", 2, hidden=True,
                         store=tablet.store)
        self.assertEqual([each["id"] for each in kept],
                         [check["id"] for check in reversed(broken)])

    def test_a_limit_that_is_none(self):
        for limit in ("0", "1001", "-1", "many", ""):
            reply = self.central.get("/api/v1/stores?limit=" + limit, self.regional)
            if limit:
                self.assertProblem(reply, 400)
            else:
                self.assertEqual(reply.status, 200, reply)


class Compression(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tablet = cls.new_tablet()
        for _ in range(4):
            checks = [cls.tablet.check(number % 11, comment="word %d " % number * 9)
                      for number in range(100)]
            assert cls.tablet.post(*checks).status == 200

    def get(self, encoding, target="/api/v1/export.jsonl"):
        reply = self.central.get(target, self.regional, {"Accept-Encoding": encoding})
        self.assertEqual(reply.status, 200, reply)
        return reply

    def test_a_stream_is_the_same_whatever_it_is_packed_in(self):
        plain = self.get("identity")
        self.assertNotIn("Content-Encoding", plain.headers)
        for encoding, unpack in UNPACK.items():
            packed = self.get(encoding)
            self.assertEqual(packed.headers["Content-Encoding"], encoding)
            self.assertIn("Accept-Encoding", packed.headers["Vary"])
            self.assertLess(len(packed.body) * 2, len(plain.body))
            self.assertEqual(unpack(packed.body), plain.body)
            self.assertEqual(dict(packed.trailers), dict(plain.trailers))

    def test_what_the_client_does_not_take_it_does_not_get(self):
        for header in ("", "identity", "br", "gzip;q=0", "gzip; q=0.0, zstd;q=0"):
            self.assertNotIn("Content-Encoding", self.get(header).headers, header)
        self.assertEqual(self.get("gzip;q=0.5, br").headers["Content-Encoding"], "gzip")
        self.assertEqual(self.get("gzip, ZSTD").headers["Content-Encoding"], "zstd")

    def test_events_are_not_packed(self):
        with self.central.events("/api/v1/events?store=" + self.tablet.store, self.regional,
                                 {"Accept-Encoding": "gzip"}) as events:
            self.assertNotIn("Content-Encoding", events.headers)
            self.assertEqual(events.next()[1]["store"], self.tablet.store)
