"""Who may what: roles, several regions and stores, exporting, sessions, tokens, the audit log."""

import json
import unittest

from central_process import PASSWORD, CommandFailed, one_word
from contract_case import ContractCase


class Access(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()
        self.tablet.post(*self.tablet.checks([9, 3]))

    def sign_in(self, name, password=PASSWORD):
        reply = self.central.request("POST", "/api/v1/session", body={
            "name": name, "password": password})
        if reply.status != 200:
            return reply, {}
        cookie = reply.headers["Set-Cookie"].split(";")[0]
        return reply, {"Cookie": cookie, "X-Vouch-CSRF": reply.json()["csrf"]}


class Scope(Access):
    def test_a_region_holds_what_lies_below_it(self):
        inner, outer, aside = (name + self.tablet.store for name in ("in", "out", "by"))
        self.central.run("region", "add", "--id", outer, "--name", "Outer")
        self.central.run("region", "add", "--id", inner, "--parent", outer)
        self.central.run("region", "add", "--id", aside)
        stores = {region: self.central.add_store(region) for region in (inner, outer, aside)}
        for store in stores.values():
            tablet = self.new_tablet(store)
            tablet.post(tablet.check(9))

        def seen(region):
            reply = self.central.get("/api/v1/nps?by=store",
                                     self.central.add_user("regional", region=region))
            return {row["key"] for row in reply.json()["rows"]}
        self.assertEqual(seen(outer), {stores[inner], stores[outer]})
        self.assertEqual(seen(inner), {stores[inner]})
        with self.assertRaises(CommandFailed):
            self.central.run("region", "set", "--id", outer, "--parent", inner)

    def test_what_is_not_seen_is_nowhere(self):
        hidden = self.new_tablet()
        hidden.post(hidden.check(9, comment="a secret word"))
        name = self.central.add_person("viewer", "--export", store=self.tablet.store)
        token = one_word(self.central.run("token", "add", "--user", name))
        for call in ("stores", "regions", "nps?by=store", "nps", "export.csv", "export.jsonl"):
            with self.subTest(call):
                reply = self.central.get("/api/v1/" + call, token)
                self.assertEqual(reply.status, 200, reply)
                for word in (hidden.store, hidden.device, "a secret word"):
                    self.assertNotIn(word.encode(), reply.body)
        reply = self.central.get("/api/v1/nps", token)
        self.assertRow(reply.json()["rows"][0], [9, 3])
        # Not there and not allowed are the same, to the letter.
        bodies = []
        for store in (hidden.store, "x" * len(hidden.store)):
            bodies.append(self.central.get("/api/v1/nps?store=" + store, token))
        self.assertEqual([reply.status for reply in bodies], [404, 404])
        self.assertEqual(bodies[0].body, bodies[1].body)

    def test_an_open_stream_ends_with_the_right_to_it(self):
        name = self.central.add_person("viewer", store=self.tablet.store)
        token = one_word(self.central.run("token", "add", "--user", name))
        with self.central.events("/api/v1/events", token) as events:
            events.next()
            self.central.run("user", "set", "--name", name, "--disable")
            with self.assertRaises(ConnectionError):
                events.next()
        self.assertProblem(self.central.get("/api/v1/events", token), 401)


class Rights(Access):
    def test_exporting_is_a_right_of_its_own(self):
        for options, status in (((), 403), (("--export",), 200)):
            name = self.central.add_person("manager", *options, store=self.tablet.store)
            _, session = self.sign_in(name)
            reply = self.central.get("/api/v1/export.csv", headers=session)
            self.assertEqual(reply.status, status, reply)

    def test_a_token_is_bound_to_its_scope(self):
        name = self.central.add_person("admin")
        token = one_word(self.central.run("token", "add", "--user", name, "--scope", "read"))
        self.assertEqual(self.central.get("/api/v1/nps", token).status, 200)
        self.assertProblem(self.central.get("/api/v1/export.csv", token), 403, "forbidden")
        self.assertProblem(self.central.get("/api/v1/users", token), 403, "forbidden")
        self.assertProblem(self.central.get("/api/v1/tokens", token), 403, "forbidden")
        listed = self.central.run("token", "list", "--user", name).splitlines()[1]
        self.central.run("token", "revoke", listed.split("\t")[0])
        self.assertProblem(self.central.get("/api/v1/nps", token), 401)

    def test_a_token_lets_nobody_in(self):
        """It would outlive itself: as another person, or with a password that it set."""
        name = self.central.add_person("admin")
        token = one_word(self.central.run("token", "add", "--user", name, "--scope", "administer"))
        self.assertEqual(self.central.get("/api/v1/users", token).status, 200)
        for method, path, body in (
                ("POST", "users", {"name": "x", "role": "admin", "password": PASSWORD}),
                ("PATCH", "users/" + name, {"password": PASSWORD + " too"}),
                ("PATCH", "users/" + name, {"export": True})):
            reply = self.central.request(method, "/api/v1/" + path, token, body=body)
            self.assertProblem(reply, 403, "forbidden")

    def test_people_by_the_api(self):
        _, session = self.sign_in(self.central.add_person("admin"))

        def call(method, path, body=None):
            return self.central.request(method, "/api/v1/" + path, body=body, headers=session)
        new = {"name": "ana-" + self.tablet.store, "role": "manager", "password": PASSWORD,
               "stores": [self.tablet.store]}
        self.assertProblem(call("POST", "users", {**new, "password": "password123"}), 400,
                           "password-unfit")
        self.assertProblem(call("POST", "users", {**new, "regoins": []}), 400, "malformed")
        self.assertProblem(call("POST", "users", {**new, "stores": []}), 400, "user-malformed")
        self.assertEqual(call("POST", "users", new).status, 201)
        self.assertProblem(call("POST", "users", new), 409, "user-exists")
        _, hers = self.sign_in(new["name"])
        self.assertTrue(hers)
        changed = call("PATCH", "users/" + new["name"], {"disabled": True})
        self.assertEqual(changed.status, 200, changed)
        self.assertProblem(self.central.get("/api/v1/nps", headers=hers), 401)
        self.assertProblem(self.sign_in(new["name"])[0], 401, "credentials-wrong")

    def test_ones_own_password(self):
        name = self.central.add_person("viewer")
        _, session = self.sign_in(name)
        _, other = self.sign_in(name)

        def change(present, wanted, headers=session):
            return self.central.request("PUT", "/api/v1/session/password", headers=headers,
                                        body={"present": present, "password": wanted})
        forged = {**session, "X-Vouch-CSRF": "wrong"}
        self.assertProblem(change(PASSWORD, "three green lamps", forged), 403, "csrf-missing")
        self.assertProblem(change("wrong", "three green lamps"), 403, "password-wrong")
        self.assertProblem(change(PASSWORD, "qwertyuiop"), 400, "password-unfit")
        self.assertEqual(change(PASSWORD, "three green lamps").status, 204)
        self.assertEqual(self.central.get("/api/v1/session", headers=session).status, 200)
        self.assertProblem(self.central.get("/api/v1/session", headers=other), 401)
        self.assertEqual(self.sign_in(name, "three green lamps")[0].status, 200)


class Tablets(Access):
    def test_a_new_token_takes_the_place_of_the_old_when_it_is_used(self):
        self.central.run("device", "rotate", self.tablet.device)
        old = self.tablet.token
        first = self.central.get("/api/v1/config", old)
        token = self.central.get("/api/v1/config", old).headers["X-Vouch-Token"]
        # Whichever of two answers arrives last, it brings the same.
        self.assertEqual(token, first.headers["X-Vouch-Token"])
        # Nothing was used yet: the old one goes on, and nothing is lost.
        self.assertStatuses(self.tablet.post(self.tablet.check(9)), "accepted")
        self.tablet.token = token
        self.assertStatuses(self.tablet.post(self.tablet.check(9)), "accepted")
        self.assertProblem(self.central.get("/api/v1/config", old), 401)
        reply = self.central.get("/api/v1/config", token)
        self.assertNotIn("X-Vouch-Token", reply.headers)

    def test_revoked_and_taken_back(self):
        check = self.tablet.check(9)
        self.central.run("device", "revoke", self.tablet.device)
        self.assertProblem(self.tablet.post(check), 403, "device-revoked")
        self.central.run("device", "restore", self.tablet.device)
        self.assertStatuses(self.tablet.post(check), "accepted")

    def test_a_token_ended_at_once(self):
        check = self.tablet.check(9)
        code = one_word(self.central.run("device", "rotate", self.tablet.device, "--now"))
        self.assertProblem(self.tablet.post(check), 401)
        device = self.tablet.device
        self.assertEqual(self.tablet.enrol(code, self.new_address()).status, 201)
        self.assertEqual(self.tablet.device, device)
        self.assertStatuses(self.tablet.post(check), "accepted")


class Audit(Access):
    def entries(self, *options):
        output = self.central.run("audit", "list", "--json", *options)
        return [json.loads(line) for line in output.splitlines()]

    def test_what_people_do_is_in_the_log(self):
        name = self.central.add_person("admin")
        self.sign_in(name, "wrong password, this one")
        _, session = self.sign_in(name)
        self.central.get("/api/v1/export.csv?store=" + self.tablet.store, headers=session).body
        token = self.central.request("POST", "/api/v1/tokens", headers=session,
                                     body={"name": "x", "scopes": ["read"], "days": 1}).json()
        mine = self.entries("--who", "user:" + name)
        self.assertEqual([entry["what"] for entry in mine], ["token-add", "export", "sign-in"])
        self.assertEqual(mine[1]["detail"], {"store": self.tablet.store})
        self.assertEqual({entry["from"] for entry in mine}, {"127.0.0.1"})
        self.assertNotIn(token["token"], json.dumps(mine))
        refused = self.entries("--what", "sign-in-refused")[0]
        self.assertEqual(refused["subject"], name)
        added = self.entries("--what", "user-add")[0]
        self.assertRegex(added["who"], "^local:.+")
        self.assertEqual(added["from"], "command")
        by_api = self.central.get("/api/v1/audit?who=user:" + name, headers=session).json()
        self.assertEqual(by_api["entries"], mine)

    def test_a_name_that_is_nobodys_is_not_kept(self):
        self.sign_in("my password typed as a name")
        self.assertEqual(self.entries("--what", "sign-in-refused")[0]["subject"], "")

    def test_it_can_be_verified(self):
        head = self.central.run("audit", "verify").split()[-1]
        self.central.add_person("viewer")
        self.central.run("audit", "verify", "--head", head)
        with self.assertRaises(CommandFailed) as failed:
            self.central.run("audit", "verify", "--head", head[:-1] + "?")
        self.assertIn("exit 3", str(failed.exception))


if __name__ == "__main__":
    unittest.main()
