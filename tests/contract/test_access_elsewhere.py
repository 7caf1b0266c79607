"""What happens in stores that somebody does not see changes nothing of what they are told.

Everything is asked as everybody who sees one half, then much happens in the other, in numbers that
nothing else has, and everything is asked again. This finds what no search for a name can: a sum, an
order, an average or a number of rows that reached too far."""

import json
import re
import unittest

from contract_case import objects
from two_halves import ABOVE, HIDDEN, LAST_MONTH, SEEN, TwoHalves
from tablet import shop_day, shop_time, utc_now, utc_text

# When it was asked, and what is made anew for each who asks.
OF_THE_MOMENT = re.compile(
    rb'"(as_of|server_time|at|last_used_at|expires_at)":"[^"]*"|<dcterms:\w+ .*?</dcterms:\w+>')

# How each operation that changes something is sent, by anybody but administrators: with something
# of a store, named by what a half has under that name. None: it concerns the caller alone.
WRITES = {
    "POST /api/v1/notes": {"day": "2026-11-02", "text": "x", "store": "store"},
    "DELETE /api/v1/notes/{id}": {},
    "POST /api/v1/contacts/{id}/open": {},
    "POST /api/v1/sales": {"sales": [
        {"store": "store", "day": str(LAST_MONTH), "hour": 1, "count": 1}]},
    "DELETE /api/v1/session": None,
    "PUT /api/v1/session/password": None,
    "POST /api/v1/tokens": None,
    "DELETE /api/v1/tokens/{id}": {},
}

# What is measured beside the score of a purchase, and what each checklist asks beside its score.
MEASURED = {
    "relational-nps": [], "employee-nps": [], "partner-nps": [], "checkout-csat": [],
    "checkout-ces": [], "checkout-womi": [{"question": "dissuade", "type": "scale", "value": 2}],
    "checkout-competitor": [{"question": "prefer", "type": "scale", "value": 9},
                            {"question": "competitor", "type": "choice", "value": "online"}]}
LAST_QUARTER = shop_day(100)  # or the one before: it is over, and so is the week

# What does not change by what happens in stores.
STEADY = {
    "/api/v1/odata", "/api/v1/odata/", "/api/v1/odata/$metadata", "/api/v1/retention",
    "/api/v1/session", "/api/v1/tokens",
}


def fullmatch(path, target):
    return re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)), target)


class Elsewhere(TwoHalves):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lists = cls.central.add_shipped(*MEASURED)
        for part in cls.parts.values():
            reply = part["tablet"].post(*cls.measured(part["tablet"], (5, 4, 1, 5, 5, 3)))
            assert reply.status == 200, reply

    @classmethod
    def measured(cls, tablet, scores):
        return [tablet.check_of(cls.lists[name], score, *more, at=shop_time(LAST_QUARTER, 12))
                for name, more in MEASURED.items() for score in scores]

    def test_nothing_of_it_is_heard(self):
        people = [who for who in self.people if who.endswith("--export")] + ["tablet"]
        people += ["regional --export by token"]
        today = shop_day()
        before = self.everything(["admin", *people])
        self.much_happens(HIDDEN)
        after = self.everything(["admin", *people])
        if today != shop_day():
            self.skipTest("the day ended meanwhile")
        changed = [(asked, *self.first_difference(told[1], after[asked][1]))
                   for asked, told in before.items() if told != after[asked]]
        self.assertEqual([each for each in changed if each[0][0] != "admin"][:5], [])
        heard = {path for path in self.paths for (_, target, _), *_ in changed
                 if fullmatch(path, target)}
        silent = {path for path, operation in self.paths.items()
                  if "admin" in operation["x-who"] and path not in heard}
        self.assertEqual(silent, STEADY, "who sees all must hear of it, else the test is deaf")

    @staticmethod
    def first_difference(one, other):
        at = next((i for i, both in enumerate(zip(one, other)) if both[0] != both[1]), 0)
        return one[max(0, at - 80):at + 80], other[max(0, at - 80):at + 80]

    def test_nothing_of_it_is_pushed(self):
        for who in (self.people["manager"], self.people["regional"],
                    {"Authorization": "Bearer " + self.parts[SEEN]["tablet"].token}):
            with self.central.events("/api/v1/events", None, who) as events:
                first = events.next()
                for side in (HIDDEN, SEEN):
                    tablet = self.parts[side]["tablet"]
                    self.assertStatuses(tablet.post(tablet.check(8)), "accepted")
                number, said = events.next()
                self.assertNotEqual(number, first[0])
                told = {each["store"] for each in objects([first[1], said]) if "store" in each}
                self.assertLessEqual(told, {self.parts[SEEN]["store"]})

    def test_nothing_there_can_be_touched(self):
        """Nor is it told apart from what is not there."""
        operations = self.central.get("/api/v1/openapi.json").json()["paths"]
        known = {"%s %s" % (method.upper(), path) for path, of_path in operations.items()
                 for method, operation in of_path.items() if method != "get"
                 and {"regional", "manager", "viewer"} & set(operation["x-who"])}
        self.assertEqual(known, set(WRITES), "say how it is sent")
        till = self.bearer(self.central.add_person("manager", store=self.parts[SEEN]["store"]),
                           "sales")
        hidden = self.parts[HIDDEN]
        made = {"{id}": [self.note_of(HIDDEN), hidden["contact"], self.token_of_another()]}
        for name, body in WRITES.items():
            if body is None:
                continue
            method, path = name.split()
            for who in [till] if "sales" in path else [
                    self.people[each] for each in ("manager", "regional")]:
                for id in made["{id}"]:
                    told = []
                    for store, real in ((hidden["store"], id), ("x" * 12, id[:-4] + "0000")):
                        sent = json.loads(json.dumps(body).replace('"store": "store"',
                                                                   '"store": "%s"' % store))
                        reply = self.central.request(
                            method, path.replace("{id}", real),
                            body=sent or None, headers={**who, **self.csrf_of(who)})
                        told.append((reply.status, reply.body.replace(store.encode(), b"S")
                                     .replace(real.encode(), b"I")))
                    self.assertEqual(told[0], told[1], name)
                    self.assertNotIn(told[0][0], (201, 204), name)

    def test_a_region_above_is_as_one_that_is_not_there(self):
        """A guesser who sees a region must not learn what lies above it."""
        made_up = "other-region"
        for region in (ABOVE, made_up):
            self.parts[region] = {**self.parts[SEEN], "region": region,
                                  "of_region": "region eq '%s'" % region}
            self.addCleanup(self.parts.pop, region)
        people = [*self.people, "tablet", "admin"]
        heard = set()
        for path, operation in self.paths.items():
            for one, other in zip(self.targets(path, ABOVE), self.targets(path, made_up),
                                  strict=True):
                for who in people if one != other else []:
                    if who.split()[0].replace("tablet", "device") not in operation["x-who"]:
                        continue
                    above, absent = self.told(who, *one), self.told(who, *other)
                    absent = absent[0], absent[1].replace(made_up.encode(), ABOVE.encode())
                    if who == "admin":
                        heard |= {path} if above != absent else set()
                    else:
                        self.assertEqual(above, absent, (who, one))
        asked = {path for path, operation in self.paths.items()
                 if "admin" in operation["x-who"] and "region" in {
                     each["name"] for each in operation.get("parameters", [])}}
        self.assertEqual(asked - heard, set(), "who sees all must hear of it")

    # What is asked

    def told(self, who, target, query):
        status, _, body = self.ask.__wrapped__(type(self), who, target, query)
        self.assertLess(status, 500, (who, target, query, body))
        return status, OF_THE_MOMENT.sub(b"", body)

    def everything(self, people):
        out = {}
        for who in people:
            for path, operation in self.paths.items():
                if who.split()[0].replace("tablet", "device") not in operation["x-who"]:
                    continue
                for target, query in [*self.targets(path, SEEN), *self.targets(path, HIDDEN)]:
                    out[who, target, query] = self.told(who, target, query)
        return out

    @classmethod
    def csrf_of(cls, who):
        if "Cookie" not in who:
            return {}
        return {"X-Vouch-CSRF": cls.central.get("/api/v1/session", headers=who).json()["csrf"]}

    def note_of(self, side):
        notes = self.central.get("/api/v1/notes", headers=self.admin).json()["notes"]
        return next(each["id"] for each in notes if each["store"] == self.parts[side]["store"])

    def token_of_another(self):
        name = self.central.add_person("viewer", store=self.parts[HIDDEN]["store"])
        self.central.run("token", "add", "--user", name)
        return self.central.run("token", "list", "--user", name).splitlines()[-1].split("\t")[0]

    # What happens

    def much_happens(self, side):
        part = self.parts[side]
        run, tablet, store = self.central.run, part["tablet"], part["store"]
        noon = shop_time(shop_day(1), 12)
        answers = self.changing_days(tablet, LAST_MONTH, (10, 10, 0, 0, 0))
        answers += self.measured(tablet, (1, 1, 2, 1, 1, 2, 1))
        for number in range(37):
            answers.append(tablet.check(
                number % 11, comment="elsewhere wonderful words",
                at=shop_time(LAST_MONTH, 9 + number % 8) if number % 2 else None))
        answers += [tablet.check_with_contact({"email": "other@elsewhere.example"}),
                    tablet.check(10, marks=["burst"]),
                    tablet.record("activity", {"minutes": 60, "opened": 9, "scored": 7,
                                               "completed": 5, "left": {}}, at=noon),
                    tablet.record("mark", {
                        "mark": "burst", "action": "add", "checks": [answers[0]["id"]]})]
        broken = {**tablet.check(0), "score": 10}
        for start in range(0, len(answers), 20):
            self.assertEqual(tablet.post(*answers[start:start + 20]).status, 200)
        self.assertStatuses(tablet.post(broken), "rejected")
        beat = self.central.request("POST", "/api/v1/heartbeat", tablet.token, {
            "version": "elsewhere", "queue_length": 99, "clock": utc_text(utc_now())})
        self.assertEqual(beat.status, 200)
        run("region", "add", "--id", "deeper", "--name", "Deeper", "--parent", part["region"])
        run("store", "add", "--id", "another", "--name", "Another", "--region", "deeper",
            "--timezone", "Asia/Dubai")
        another = self.new_tablet("another")
        self.assertStatuses(another.post(another.check(0, comment="elsewhere")), "accepted")
        run("device", "revoke", another.device)
        run("note", "add", "--day", str(shop_day()), "--store", store, "--text", "elsewhere")
        run("pin", "set", "--store", store, "--role", "figures", stdin="7391\n")
        run("setting", "set", "--key", "low_reach", "--value", "true", "--store", store)
        run("checklist", "publish", self.add_list(side, "-later"), "--store", store)
        self.central.add_person("manager", store=store)
        sales = self.central.folder / "elsewhere.csv"
        sales.write_text("store,day,hour,count\n%s,%s,13,7777\n" % (store, LAST_MONTH),
                         encoding="utf-8")
        run("import", "--kind", "sales", str(sales))


if __name__ == "__main__":
    unittest.main()
