"""A chain of two halves, and people who see one of them only.

Each half is a store that has all that a store can have: answers, comments, marks, a contact, sales,
a note, a PIN, what was refused, what is in conflict, a heartbeat, a checklist that it was given and
one that it has answers to. Every GET that openapi.json names can be asked as everybody, plain, and
with every parameter naming something of either; files are unpacked."""

import datetime
import functools
import http.client
import json
import urllib.parse

from central_process import PASSWORD, one_word
from contract_case import ContractCase
from reading_cases import ENTITY_SETS, NAMING, TOGETHER, readable
from tablet import seal, shop_day, shop_time

SEEN, HIDDEN = "seen", "hidden"
SALES = {SEEN: 70, HIDDEN: 9000}
ABOVE = "above-region"  # of both halves

LAST_MONTH = shop_day().replace(day=1) - datetime.timedelta(days=1)


class TwoHalves(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        admin = cls.central.add_person("admin")
        cls.admin = cls.session(admin)
        cls.exporting = cls.bearer(admin, "export")
        cls.central.run("region", "add", "--id", ABOVE, "--name", ABOVE.upper())
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
        run("region", "add", "--id", region, "--name", side.upper() + " REGION", "--parent", ABOVE)
        run("store", "add", "--id", store, "--name", side.upper() + " SHOP", "--region", region,
            "--timezone", "Asia/Dubai")
        tablet = cls.new_tablet(store)
        first = tablet.check(9, comment=side + " words")
        broken = {**tablet.check(0), "score": 10, "language": side + "-tongue"}
        contact = tablet.check_with_contact({"email": "someone@%s.example" % side})
        earlier = tablet.check(3, at=shop_time(LAST_MONTH, 12), comment=side + " words")
        assert tablet.post(*cls.changing_days(tablet, LAST_MONTH, (9, 8, 10))).status == 200
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
        given = cls.add_list(side, "-given")
        run("checklist", "publish", given, "--store", store)
        asked = cls.add_list(side, "-asked")
        answers = cls.central.folder / (side + "-answers.csv")
        answers.write_text("external_id,store,channel,touchpoint,answered_at,score\n"
                           "%s,%s,telephone,checkout,%s 12:00,7\n"
                           % (side, store, LAST_MONTH), encoding="utf-8")
        run("import", "--kind", "responses", "--checklist", asked, str(answers))
        sales = cls.central.folder / (side + ".csv")
        sales.write_text("store,day,hour,count\n%s,%s,12,%d\n" % (
            store, LAST_MONTH, SALES[side]), encoding="utf-8")
        run("import", "--kind", "sales", str(sales))
        part = {"region": region, "store": store, "device": tablet.device, "chain": tablet.chain,
                "check": first["id"], "contact": contact["id"], "name": side.upper(),
                "comment": side + " words", "note": side + " note", "version": side + "-version",
                "tongue": side + "-tongue", "given": given + " asks", "asked": asked + " asks",
                "column": given}
        return {**part, "words": list(part.values()), "tablet": tablet, "month": str(LAST_MONTH)[:7],
                "of_store": "store eq '%s'" % store, "of_region": "region eq '%s'" % region}

    @staticmethod
    def changing_days(tablet, last, scores):
        """Checks of 20 days up to the last, every other day with other scores: days that differ."""
        return [tablet.check(score if number % 2 else 10 - score, at=shop_time(
                    last - datetime.timedelta(days=number), 10 + at))
                for number in range(20) for at, score in enumerate(scores)]

    @classmethod
    def add_list(cls, side, name):
        """A checklist with a question of its own; its id, which the question's text begins with."""
        made = {**cls.central.checklist, "id": side + name}
        made["questions"] = [*made["questions"][:1], {
            "code": side + name, "type": "yes-no", **{
                member: {language: side + name + said for language in made["languages"]}
                for member, said in (("text", " asks"), ("yes", " yes"), ("no", " no"))}}]
        file = cls.central.folder / (side + name + ".json")
        file.write_text(json.dumps(made), encoding="utf-8")
        cls.central.run("checklist", "add", str(file))
        return side + name

    # What is asked

    def targets(self, path, side):
        """The path, plain and with each of its parameters naming something of that side."""
        part = self.parts[side]
        names = [(each["name"], "enum" in each["schema"])
                 for each in self.paths[path].get("parameters", []) if each["in"] == "query"]
        for filled in self.filled(path, part):
            yield filled, ""
            for name, one_of_some in names:
                values = (self.ids(part) if name in NAMING else
                          [part["column"] if name == "checklist" else part["store"]])
                for value in [] if one_of_some else values:
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
        headers = {"admin": cls.admin, "exporting": cls.exporting, **cls.people, "tablet": {
            "Authorization": "Bearer " + cls.parts[SEEN]["tablet"].token}}[who]
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
