"""What holds for every call: access, problems, the description; and the server as a process."""

import subprocess
import unittest

import private_postgresql
from central_process import PROGRAM
from contract_case import ContractCase

CALLS = (("POST", "/api/v1/devices/enrol"), ("POST", "/api/v1/checks"), ("GET", "/api/v1/config"),
         ("GET", "/api/v1/nps"), ("GET", "/api/v1/events"), ("GET", "/api/v1/export.csv"),
         ("GET", "/api/v1/ledger"), ("GET", "/api/v1/quarantine"))
PRIVATE = CALLS[1:]


class Access(ContractCase):
    def test_no_token(self):
        for method, path in PRIVATE:
            with self.subTest(path):
                body = b"{}" if method == "POST" else None
                self.assertProblem(self.central.request(method, path, body=body), 401)

    def test_a_wrong_token(self):
        for method, path in PRIVATE:
            with self.subTest(path):
                body = b"{}" if method == "POST" else None
                self.assertProblem(self.central.request(method, path, "wrong", body), 401)

    def test_a_401_says_how_to_come_in(self):
        reply = self.central.get("/api/v1/nps")
        self.assertIn("Bearer", reply.headers.get("WWW-Authenticate", ""))

    def test_a_persons_token_sends_no_checks(self):
        tablet = self.new_tablet()
        batch = tablet.batch([tablet.check()])
        self.assertProblem(tablet.send(batch, token=self.regional), (401, 403))
        self.assertEqual(self.count(tablet), 0)

    def test_a_revoked_tablet_is_told_so(self):
        tablet = self.new_tablet()
        check = tablet.check()
        self.central.run("device", "revoke", tablet.device)
        self.assertIn("revoked", self.assertProblem(tablet.post(check), 403))
        self.assertProblem(self.central.get("/api/v1/config", tablet.token), 403)
        self.assertEqual(self.count(tablet), 0)

    def test_a_token_in_the_address_is_no_token(self):
        self.assertProblem(self.central.get("/api/v1/nps?token=" + self.regional), 401)


class Problems(ContractCase):
    def test_an_unknown_path(self):
        self.assertProblem(self.central.get("/api/v1/nothing", self.regional), 404)

    def test_a_wrong_method(self):
        reply = self.central.request("DELETE", "/api/v1/nps", self.regional)
        self.assertProblem(reply, 405)
        self.assertIn("GET", reply.headers.get("Allow", ""))

    def test_a_problem_has_its_usual_members(self):
        problem = self.central.get("/api/v1/nps").json()
        self.assertEqual(problem["status"], 401)
        self.assertTrue(problem["title"])
        self.assertIsInstance(problem.get("detail", ""), str)

    def test_an_unknown_store(self):
        reply = self.central.get("/api/v1/nps?store=nowhere", self.regional)
        self.assertProblem(reply, (403, 404))


class Description(ContractCase):
    def setUp(self):
        reply = self.central.get("/api/v1/openapi.json", self.regional)
        self.assertEqual(reply.status, 200, reply)
        self.description = reply.json()

    def test_it_is_openapi_3(self):
        self.assertRegex(self.description["openapi"], r"^3\.")

    def test_it_lists_the_calls(self):
        for method, path in CALLS:
            with self.subTest(path):
                self.assertIn(method.lower(), self.description["paths"][path])

    def test_what_it_lists_is_there(self):
        for path, calls in self.description["paths"].items():
            for method in calls:
                if method not in ("get", "post", "put", "delete", "patch"):
                    continue
                with self.subTest((method, path)):
                    body = b"{}" if method != "get" else None
                    reply = self.central.request(method.upper(), path, body=body)
                    self.assertNotIn(reply.status, (404, 405, 500, 501), reply)


class Process(ContractCase):
    def test_it_is_alive(self):
        self.assertEqual(self.central.get("/healthz").status, 200)

    @unittest.skipIf(private_postgresql.wanted(), "there several servers work side by side")
    def test_a_second_server_on_the_same_data_refuses(self):
        done = subprocess.run([PROGRAM, *self.central.options, "serve", "--listen",
                               "127.0.0.1:0"], capture_output=True, timeout=30, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertTrue(done.stderr.strip(), "it says why")

    def test_what_was_acknowledged_survives_a_kill(self):
        tablet = self.new_tablet()
        checks = tablet.checks([9, 3, 7])
        self.assertStatuses(tablet.post(*checks), *["accepted"] * 3)
        self.central.kill()
        self.central.start()
        self.assertEqual(self.count(tablet), 3)
        self.assertStatuses(tablet.post(*checks), *["duplicate"] * 3)
        self.assertEqual(self.count(tablet), 3)

    def test_it_leaves_on_sigterm_and_comes_back(self):
        tablet = self.new_tablet()
        tablet.post(tablet.check(9))
        self.assertEqual(self.central.stop(), 0)
        self.central.start()
        self.assertEqual(self.count(tablet), 1)

    def test_it_leaves_while_somebody_listens(self):
        tablet = self.new_tablet()
        with self.central.events("/api/v1/events?store=" + tablet.store, self.regional) as events:
            events.next()
            self.assertEqual(self.central.stop(), 0)
        self.central.start()
