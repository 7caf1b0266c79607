"""Everything that can be read, read as everybody: what lies outside somebody's stores is nowhere.

Two stores that have all that a store can have: answers, comments, marks, what was refused, what is
in conflict, a heartbeat. Every GET that openapi.json names is then called by people who see one of
them only, plain, and with every parameter naming something of the other."""

import json
import unittest
import urllib.parse

from central_process import PASSWORD, one_word
from contract_case import ContractCase
from tablet import seal

SEEN, HIDDEN = "seen", "hidden"


class Leaks(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.parts = {side: cls.make_store(side) for side in (SEEN, HIDDEN)}
        admin = cls.central.add_user("admin")
        cls.paths = cls.central.get("/api/v1/openapi.json", admin).json()["paths"]
        cls.admin = admin
        seen = cls.parts[SEEN]
        store, region = {"store": seen["store"]}, {"region": seen["region"]}
        people = [("viewer", (), store), ("viewer", ("--export",), store),
                  ("manager", (), store), ("manager", ("--export",), store),
                  ("regional", (), region), ("regional", ("--export",), region)]
        cls.people = {}
        for role, options, scope in people:
            name = cls.central.add_person(role, *options, **scope)
            session = cls.sign_in(name)
            label = " ".join([role, *options])
            cls.people[label] = session
            cls.people[label + " by token"] = {"Authorization": "Bearer " + one_word(
                cls.central.run("token", "add", "--user", name))}

    @classmethod
    def make_store(cls, side):
        """What its people may see, and words that only stand in its data."""
        region, store = side + "-region", side + "-store"
        cls.central.run("region", "add", "--id", region, "--name", side.upper() + " REGION")
        cls.central.run("store", "add", "--id", store, "--name", side.upper() + " SHOP",
                        "--region", region, "--timezone", "Asia/Dubai")
        tablet = cls.new_tablet(store)
        first = tablet.check(9, comment=side + " words")
        broken = {**tablet.check(0), "score": 10, "language": side + "-tongue"}
        replies = [tablet.post(first, tablet.check(3), broken, tablet.check(10, marks=["burst"])),
                   tablet.post(seal({**first, "language": side[:2]}))]
        assert all(reply.status == 200 for reply in replies), replies
        statuses = [result["status"] for reply in replies for result in reply.json()["results"]]
        assert statuses == ["accepted", "accepted", "rejected", "accepted", "conflict"], statuses
        beat = cls.central.request("POST", "/api/v1/heartbeat", tablet.token, json.dumps(
            {"version": side + "-version", "queue": 1}).encode())
        assert beat.status == 200, beat
        return {"region": region, "store": store, "device": tablet.device, "chain": tablet.chain,
                "check": first["id"], "n": 3,
                "words": [store, region, side.upper(), tablet.device, tablet.chain, first["id"],
                          side + " words", side + "-tongue", side + "-version"]}

    @classmethod
    def sign_in(cls, name):
        reply = cls.central.request("POST", "/api/v1/session", body={
            "name": name, "password": PASSWORD})
        return {"Cookie": reply.headers["Set-Cookie"].split(";")[0]}

    # What is asked

    def targets(self, side):
        """Every GET, plain and with each of its parameters naming something of that side."""
        part = self.parts[side]
        for path, operations in self.paths.items():
            operation = operations.get("get")
            if operation is None or "text/event-stream" in json.dumps(operation["responses"]):
                continue
            for filled in self.filled(path, part):
                yield filled, ""
                for parameter in operation.get("parameters", []):
                    if parameter["in"] == "query" and "enum" not in parameter["schema"]:
                        for value in self.values(part):
                            yield filled, urllib.parse.urlencode({parameter["name"]: value})

    @staticmethod
    def values(part):
        return [part[key] for key in ("store", "region", "device", "chain", "check")]

    def filled(self, path, part):
        if "{" not in path:
            return [path]
        head, _, rest = path.partition("{")
        tail = rest.partition("}")[2]
        return [filled for value in self.values(part)
                for filled in self.filled(head + urllib.parse.quote(value) + tail, part)]

    def read(self, target, query, headers):
        return self.central.request("GET", target + ("?" + query if query else ""),
                                    headers=headers)

    # What is looked for

    def test_what_is_outside_is_nowhere(self):
        words = [word.encode() for word in self.parts[HIDDEN]["words"]]
        answered = set()
        for target, query in self.targets(HIDDEN):
            asked = {word for word in words
                     if word in urllib.parse.unquote(target + "?" + query).encode()}
            for who, headers in self.people.items():
                reply = self.read(target, query, headers)
                self.assertLess(reply.status, 500, (who, target, query, reply))
                if reply.status == 200:
                    answered.add(target)
                told = str(reply.headers).encode() + reply.body
                # A word that the caller said may come back in the answer; nothing else may.
                for word in words:
                    if word not in asked:
                        self.assertNotIn(word, told, (who, target, query, reply.status))
        self.assertGreater(len(answered), 8, answered)

    def test_the_same_words_are_there_for_who_may_see_them(self):
        """Else the search above would find nothing wherever it looked."""
        everything = b"".join(
            self.read(target, query, {"Authorization": "Bearer " + self.admin}).body
            for target, query in self.targets(HIDDEN))
        for word in self.parts[HIDDEN]["words"]:
            if not word.endswith(("-tongue", "-version")):  # these nothing shows as yet
                self.assertIn(word.encode(), everything)

    def test_what_is_not_seen_is_like_what_is_not_there(self):
        part = self.parts[HIDDEN]
        nowhere = {**part, "store": "x" * len(part["store"]), "region": "x" * len(part["region"]),
                   "device": part["device"][:-4] + "0000", "chain": part["chain"][:-4] + "0000",
                   "check": part["check"][:-4] + "0000"}
        back = {nowhere[key]: part[key] for key in nowhere if isinstance(part[key], str)}
        hidden = list(self.targets(HIDDEN))
        self.parts["nowhere"] = nowhere
        try:
            absent = list(self.targets("nowhere"))
        finally:
            del self.parts["nowhere"]
        self.assertEqual(len(hidden), len(absent))
        for one, other in zip(hidden, absent):
            if one == other:
                continue
            for who, headers in self.people.items():
                replies = [self.read(*one, headers), self.read(*other, headers)]
                self.assertEqual(replies[0].status, replies[1].status, (who, one, replies))
                if replies[0].status == 200:
                    continue
                said = replies[1].body.decode()
                for made_up, real in back.items():
                    said = said.replace(made_up, real)
                self.assertEqual(replies[0].body.decode(), said, (who, one))

    def test_sums_hold_what_is_seen_only(self):
        for who, headers in self.people.items():
            with self.subTest(who):
                rows = self.read("/api/v1/nps", "", headers).json()["rows"]
                self.assertEqual([row["n"] for row in rows], [self.parts[SEEN]["n"]])


if __name__ == "__main__":
    unittest.main()
