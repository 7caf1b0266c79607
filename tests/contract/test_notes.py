"""Notes of what happened on a day: who may write them, who reads them, what is kept of them."""

import json

from central_process import PASSWORD
from contract_case import ContractCase


class Notes(ContractCase):
    def setUp(self):
        self.store = self.central.add_store("r1")
        self.other = self.central.add_store("r2")

    def signed_in(self, role, **scope):
        """The header fields of a session of a new person."""
        name = self.central.add_person(role, **scope)
        reply = self.central.request("POST", "/api/v1/session",
                                     body={"name": name, "password": PASSWORD})
        cookie = {"Cookie": reply.headers["Set-Cookie"].split(";")[0]}
        csrf = self.central.get("/api/v1/session", headers=cookie).json()["csrf"]
        return {**cookie, "X-Vouch-CSRF": csrf}

    def post(self, headers, text, **members):
        return self.central.request("POST", "/api/v1/notes", headers=headers,
                                    body={"day": "2026-11-02", "text": text, **members})

    def texts(self, headers, query=""):
        reply = self.central.get("/api/v1/notes" + query, headers=headers)
        self.assertEqual(reply.status, 200, reply)
        return {note["text"]: note for note in reply.json()["notes"]}

    def test_noted_read_and_removed(self):
        admin = self.signed_in("admin")
        for text, scope in (("till", {"store": self.store}), ("strike", {"region": "r1"}),
                            ("campaign", {}), ("far", {"store": self.other})):
            self.assertEqual(self.post(admin, text, **scope).status, 201)
        manager = self.signed_in("manager", store=self.store)
        seen = self.texts(manager)
        self.assertEqual(set(seen), {"till", "strike", "campaign"})
        self.assertEqual({text: note["removable"] for text, note in seen.items()},
                         {"till": True, "strike": False, "campaign": False})
        self.assertEqual((seen["till"]["day"], seen["till"]["store"], seen["till"]["region"]),
                         ("2026-11-02", self.store, None))
        self.assertTrue(seen["till"]["by"].startswith("user:admin"), seen)
        self.assertEqual(set(self.texts(admin, "?store=" + self.other)), {"campaign", "far"})
        self.assertEqual(self.texts(admin, "?from=2026-11-03"), {})
        self.assertEqual(len(self.texts(admin, "?from=2026-11-02&to=2026-11-02")), 4)

        def remove(headers, note):
            return self.central.request("DELETE", "/api/v1/notes/" + note["id"], headers=headers)
        far = self.texts(admin)["far"]
        self.assertProblem(remove(manager, far), 404)
        self.assertProblem(remove(manager, seen["strike"]), 403, "forbidden")
        self.assertEqual(remove(manager, seen["till"]).status, 204)
        self.assertProblem(remove(manager, seen["till"]), 404)
        lines = self.central.run("audit", "list", "--what", "note-remove", "--json").splitlines()
        entry = json.loads(lines[0])
        self.assertEqual(entry["detail"]["text"], "till")
        for text in ("strike", "campaign", "far"):
            self.assertEqual(remove(admin, self.texts(admin)[text]).status, 204)

    def test_only_where_all_of_it_is_seen(self):
        manager = self.signed_in("manager", store=self.store)
        regional = self.signed_in("regional", region="r1")
        viewer = self.signed_in("viewer", store=self.store)
        self.assertProblem(self.post(viewer, "x", store=self.store), 403)
        self.assertProblem(self.post(manager, "x"), 403)
        self.assertProblem(self.post(manager, "x", store=self.other), 404)
        self.central.add_store("r1")
        self.assertProblem(self.post(manager, "x", region="r1"), 403)
        self.assertProblem(self.post(regional, "x", region="r2"), 404)
        self.assertProblem(self.post(regional, "x"), 403)
        self.assertEqual(self.post(regional, "of the region", region="r1").status, 201)
        self.assertIn("of the region", self.texts(viewer))
        for wrong in ({"day": "yesterday"}, {"text": " "}, {"text": "x" * 501},
                      {"store": self.store, "region": "r1"}):
            self.assertProblem(
                self.post(regional, **{"text": "x", "store": self.store, **wrong}), 400)
        forged = {**regional, "X-Vouch-CSRF": "wrong"}
        self.assertProblem(self.post(forged, "x", store=self.store), 403, "csrf-missing")

    def test_a_region_that_is_not_seen_is_not_named(self):
        store = self.central.add_store("below")
        self.central.add_store("below")
        self.central.run("region", "add", "--id", "above")
        self.central.run("region", "set", "--id", "below", "--parent", "above")
        manager = self.signed_in("manager", store=store)
        whole = self.signed_in("regional", region="above")
        for region in ("above", "below"):
            self.assertEqual(self.post(whole, "of all " + region, region=region,
                                       day="2026-10-02").status, 201)
        named = lambda headers: {text: note["region"] for text, note in
                                 self.texts(headers).items() if text.startswith("of all")}
        self.assertEqual(named(whole), {"of all above": "above", "of all below": "below"})
        self.assertEqual(named(manager), {"of all above": None, "of all below": "below"})

    def test_commands_beside_the_server(self):
        self.central.run("note", "add", "--day", "2026-10-05", "--store", self.store, "--text",
                         "Umbau bis Freitag")
        listed = self.central.run("note", "list")
        line = next(line for line in listed.splitlines() if "Umbau" in line)
        self.assertIn(self.store, line)
        self.central.run("note", "remove", line.split()[0])
        self.assertNotIn("Umbau", self.central.run("note", "list"))
