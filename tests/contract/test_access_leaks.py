"""Everything that can be read, read as everybody: what lies outside somebody's stores is nowhere.

Two stores that have all that a store can have: answers, comments, marks, a contact, sales, a note,
a PIN, what was refused, what is in conflict, a heartbeat. Every GET that openapi.json names is then
called by people who see one of them only, plain, and with every parameter naming something of
either; files are unpacked before they are searched."""

import datetime
import functools
import http.client
import json
import unittest
import urllib.parse

from central_process import PASSWORD, one_word
from contract_case import ContractCase
from reading_cases import ENTITY_SETS, NAMELESS, NAMING, SHOWN, TOGETHER, readable
from tablet import seal, shop_day, shop_time

SEEN, HIDDEN = "seen", "hidden"
ROLES = {"regional", "manager", "viewer"}

SALES = {SEEN: 70, HIDDEN: 9000}

LAST_MONTH = shop_day().replace(day=1) - datetime.timedelta(days=1)


class Leaks(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        admin = cls.central.add_person("admin")
        cls.admin = cls.session(admin)
        cls.exporting = cls.bearer(admin, "export")
        cls.parts = {side: cls.make_store(side) for side in (SEEN, HIDDEN)}
        cls.paths = {path: operations["get"] for path, operations in
                     cls.central.get("/api/v1/openapi.json").json()["paths"].items()
                     if "get" in operations
                     and "text/event-stream" not in json.dumps(operations["get"]["responses"])}
        seen = cls.parts[SEEN]
        store, region = {"store": seen["store"]}, {"region": seen["region"]}
        cls.people = {}
        for role, scope in (("viewer", store), ("manager", store), ("regional", region)):
            for options in ((), ("--export",)):
                name = cls.central.add_person(role, *options, **scope)
                label = " ".join([role, *options])
                cls.people[label] = cls.session(name)
                cls.people[label + " by token"] = cls.bearer(name)

    @classmethod
    def session(cls, name):
        reply = cls.central.request("POST", "/api/v1/session", body={
            "name": name, "password": PASSWORD})
        assert reply.status == 200, reply
        return {"Cookie": reply.headers["Set-Cookie"].split(";")[0]}

    @classmethod
    def bearer(cls, name, *scopes):
        options = [word for scope in scopes for word in ("--scope", scope)]
        return {"Authorization": "Bearer " + one_word(
            cls.central.run("token", "add", "--user", name, *options))}

    @classmethod
    def make_store(cls, side):
        """All that a store can have, by name; `words` are those that only stand in its data."""
        region, store = side + "-region", side + "-store"
        run = cls.central.run
        run("region", "add", "--id", region, "--name", side.upper() + " REGION")
        run("store", "add", "--id", store, "--name", side.upper() + " SHOP", "--region", region,
            "--timezone", "Asia/Dubai")
        tablet = cls.new_tablet(store)
        first = tablet.check(9, comment=side + " words")
        broken = {**tablet.check(0), "score": 10, "language": side + "-tongue"}
        contact = tablet.check_with_contact({"email": "someone@%s.example" % side})
        earlier = tablet.check(3, at=shop_time(LAST_MONTH, 12), comment=side + " words")
        replies = [tablet.post(first, earlier, broken, tablet.check(10, marks=["burst"]), contact),
                   tablet.post(seal({**first, "language": side[:2]}))]
        assert all(reply.status == 200 for reply in replies), replies
        statuses = [result["status"] for reply in replies for result in reply.json()["results"]]
        assert statuses == ["accepted", "accepted", "rejected", "accepted", "accepted",
                            "conflict"], statuses
        beat = cls.central.request("POST", "/api/v1/heartbeat", tablet.token, {
            "version": side + "-version", "queue_length": 1})
        assert beat.status == 200, beat
        run("note", "add", "--day", str(shop_day()), "--store", store, "--text", side + " note")
        run("pin", "set", "--store", store, "--role", "exit", stdin="4827\n")
        sales = cls.central.folder / (side + ".csv")
        sales.write_text("store,day,hour,count\n%s,%s,12,%d\n" % (
            store, LAST_MONTH, SALES[side]), encoding="utf-8")
        run("import", "--kind", "sales", str(sales))
        part = {"region": region, "store": store, "device": tablet.device, "chain": tablet.chain,
                "check": first["id"], "contact": contact["id"], "name": side.upper(),
                "comment": side + " words", "note": side + " note", "version": side + "-version",
                "tongue": side + "-tongue"}
        return {**part, "words": list(part.values()), "month": str(LAST_MONTH)[:7],
                "of_store": "store eq '%s'" % store, "of_region": "region eq '%s'" % region}

    # What is asked

    def targets(self, path, side):
        """The path, plain and with each of its parameters naming something of that side."""
        part = self.parts[side]
        names = [(each["name"], "enum" in each["schema"])
                 for each in self.paths[path].get("parameters", []) if each["in"] == "query"]
        for filled in self.filled(path, part):
            yield filled, ""
            for name, one_of_some in names:
                if not one_of_some:
                    for value in self.ids(part) if name in NAMING else [part["store"]]:
                        yield filled, urllib.parse.urlencode({name: value})
            for several in TOGETHER.get(path, []):
                yield filled, urllib.parse.urlencode({
                    name: word[1:] if word[0] == "=" else part[word]
                    for name, word in several.items()})

    @staticmethod
    def ids(part):
        return [part[key] for key in ("store", "region", "device", "chain", "check")]

    def filled(self, path, part):
        if "{" not in path:
            return [path]
        head, _, rest = path.partition("{")
        name, _, tail = rest.partition("}")
        values = ENTITY_SETS if name == "set" else self.ids(part)
        return [filled for value in values
                for filled in self.filled(head + urllib.parse.quote(value) + tail, part)]

    @classmethod
    @functools.lru_cache(maxsize=None)
    def ask(cls, who, target, query):
        """The status, the header and the body as it can be read; each is asked once."""
        headers = {"admin": cls.admin, "exporting": cls.exporting, **cls.people}[who]
        connection = cls.connection()
        connection.request("GET", target + ("?" + query if query else ""), headers=headers)
        reply = connection.getresponse()
        body = readable(reply.headers.get_content_type(), reply.read())
        return reply.status, str(reply.headers).encode(), body

    @classmethod
    @functools.lru_cache(maxsize=None)
    def connection(cls):
        connection = http.client.HTTPConnection(*cls.central.address, timeout=30)
        cls.addClassCleanup(connection.close)
        return connection

    # What is looked for

    def test_what_is_outside_is_nowhere(self):
        words = [word.encode() for word in self.parts[HIDDEN]["words"]]
        for path in self.paths:
            for target, query in [*self.targets(path, HIDDEN), *self.targets(path, SEEN)]:
                said = urllib.parse.unquote_plus(target + "?" + query).encode()
                for who in self.people:
                    status, head, body = self.ask(who, target, query)
                    self.assertLess(status, 500, (who, target, query, body))
                    # A word that the caller said may come back; nothing else may.
                    for word in words:
                        if word not in said:
                            self.assertNotIn(word, head + body, (who, target, query, status))

    def test_who_sees_it_finds_it(self):
        """Else the search above would find nothing wherever it looked."""
        for side in (SEEN, HIDDEN):
            for path, names in SHOWN.items():
                found = b"".join(
                    body for target, query in self.targets(path, side)
                    for status, _, body in (self.ask(self.reader(path), target, query),)
                    if status == 200)
                for name in names:
                    with self.subTest(path=path, side=side, name=name):
                        self.assertIn(self.parts[side][name].encode(), found)

    def reader(self, path):
        exports = path.startswith(("/api/v1/export", "/api/v1/odata", "/api/v1/codebook"))
        return "exporting" if exports else "admin"

    def test_every_path_is_known_and_answered(self):
        """What answers nobody could leak nothing, and would prove nothing."""
        of_people = {path for path, operation in self.paths.items()
                     if (ROLES | {"admin"}) & set(operation["x-who"])}
        self.assertEqual(of_people, set(SHOWN) | NAMELESS, "say what it shows")
        for path in of_people:
            roles = ROLES & set(self.paths[path]["x-who"])
            people = [who for who in self.people if who.split()[0] in roles]
            with self.subTest(path):
                self.assertTrue(any(
                    self.ask(who, target, query)[0] == 200
                    for who in people or [self.reader(path)]
                    for target, query in self.targets(path, SEEN)))

    def test_what_is_not_seen_is_like_what_is_not_there(self):
        part = self.parts[HIDDEN]
        nowhere = {**part, "store": "x" * len(part["store"]), "region": "x" * len(part["region"]),
                   "device": part["device"][:-4] + "0000", "chain": part["chain"][:-4] + "0000",
                   "check": part["check"][:-4] + "0000"}
        nowhere.update(of_store="store eq '%s'" % nowhere["store"],
                       of_region="region eq '%s'" % nowhere["region"])
        back = {nowhere[key]: part[key] for key in ("store", "region", "device", "chain", "check")}
        self.parts["nowhere"] = nowhere
        self.addCleanup(self.parts.pop, "nowhere")
        for path in self.paths:
            for one, other in zip(self.targets(path, HIDDEN), self.targets(path, "nowhere"),
                                  strict=True):
                if one == other:
                    continue
                for who in self.people:
                    hidden, absent = self.ask(who, *one), self.ask(who, *other)
                    self.assertEqual(hidden[0], absent[0], (who, one, hidden, absent))
                    if hidden[0] == 200:
                        continue
                    said = absent[2].decode()
                    for made_up, real in back.items():
                        said = said.replace(made_up, real)
                    self.assertEqual(hidden[2].decode(), said, (who, one))

    def test_sums_hold_what_is_seen_only(self):
        for who in self.people:
            with self.subTest(who):
                rows = lambda path: json.loads(self.ask(who, path, "")[2])["rows"]
                self.assertEqual([row["n"] for row in rows("/api/v1/nps")], [4])
                self.assertEqual([row["sales"] for row in rows("/api/v1/response-rate")],
                                 [SALES[SEEN]])


if __name__ == "__main__":
    unittest.main()
