"""Several servers on one PostgreSQL database, as they stand behind a proxy."""

import concurrent.futures
import re
import subprocess
import unittest

import private_postgresql
from central_process import PASSWORD, PROGRAM, Central
from contract_case import ContractCase
from tablet import shop_day, utc_now, wait_until


class Beside(Central):
    """One more server on the database of another."""

    def __init__(self, first):  # pylint: disable=super-init-not-called
        self.folder, self.options, self._process = first.folder, first.options, None

    def close(self):
        return self.stop() if self._process else 0


@unittest.skipUnless(private_postgresql.wanted(), "a file has one server")
class TwoServers(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = Beside(cls.central)
        cls.other.start()
        cls.addClassCleanup(cls.other.close)

    def setUp(self):
        self.tablet = self.new_tablet()

    def post(self, server, batch):
        return server.request("POST", "/api/v1/checks", self.tablet.token, batch)

    def both(self):
        return (self.central, self.other)

    def at_once(self, calls):
        with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
            return [each.result() for each in [pool.submit(*call) for call in calls]]

    def assertSound(self):
        done = subprocess.run([PROGRAM, *self.central.options, "verify"], capture_output=True,
                              text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_same_batch_at_both_at_once_is_taken_once(self):
        for _ in range(10):
            checks = self.tablet.checks([9, 3, 7, 10])
            batch = self.tablet.batch(checks)
            replies = self.at_once([(self.post, server, batch) for server in self.both() * 2])
            self.assertEqual([reply.status for reply in replies], [200] * 4)
            by_check = zip(*([result["status"] for result in reply.json()["results"]]
                             for reply in replies))
            for statuses in by_check:
                self.assertEqual(sorted(statuses), ["accepted"] + ["duplicate"] * 3)
        self.assertEqual(self.count(self.tablet), 40)
        self.assertSound()

    def test_batches_of_one_chain_at_both_leave_no_gap(self):
        checks = self.tablet.checks([9] * 60)
        batches = [self.tablet.batch(checks[at:at + 3]) for at in range(0, 60, 3)]
        calls = [(self.post, self.both()[i % 2], batch) for i, batch in enumerate(batches)]
        self.assertEqual({reply.status for reply in self.at_once(calls)}, {200})
        chain = self.central.get("/api/v1/ledger?device=" + self.tablet.device,
                                 self.regional).json()["chains"][0]
        self.assertEqual((chain["received"], chain["missing"], chain["gaps"]), (60, 0, []), chain)
        self.assertEqual(self.count(self.tablet), 60)
        self.assertSound()

    def test_several_tablets_of_one_shop_at_both(self):
        tablets = [self.new_tablet(self.tablet.store) for _ in range(4)]
        calls = [(server.request, "POST", "/api/v1/checks", tablet.token, tablet.batch([check]))
                 for tablet in tablets for server, check in
                 zip(self.both() * 5, tablet.checks([8] * 10))]
        self.assertEqual({reply.status for reply in self.at_once(calls)}, {200})
        self.assertEqual(self.count(self.tablet), 40)
        self.assertSound()

    def test_imports_of_one_source_at_once_make_one_chain(self):
        """Each process of its own, as where two people press the key; the same file twice among
        them."""
        store, day = self.tablet.store, shop_day(2)
        def file(name, numbers):
            path = self.central.folder / name
            path.write_text("external_id,channel,store,touchpoint,answered_at,score\n" + "".join(
                "%s-%d,telephone,%s,hotline,%sT09:00:00Z,%d\n" % (store, i, store, day, i % 11)
                for i in numbers), encoding="utf-8")
            return str(path)
        files = [file("a.csv", range(700)), file("b.csv", range(700, 1400)),
                 file("a.csv", range(700)), file("c.csv", range(1400, 1500))]
        commands = [subprocess.Popen(
            [PROGRAM, *self.central.options, "import", "--kind", "responses", each],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for each in files]
        said = [each.communicate(timeout=60)[0] for each in commands]
        self.assertEqual([each.returncode for each in commands], [0] * 4, said)
        accepted = [int(re.search(r"accepted\t(\d+)", each)[1]) for each in said]
        self.assertEqual(sum(accepted), 1500, said)
        chains = [each for each in self.central.get(
            "/api/v1/ledger?store=" + store, self.regional).json()["chains"] if each["received"]]
        self.assertEqual([(each["received"], each["missing"], each["forked"]) for each in chains],
                         [(1500, 0, False)], chains)
        self.assertEqual(self.count(self.tablet), 1500)
        self.assertSound()

    def test_a_feed_that_is_read_on_gets_nothing_from_behind(self):
        """A record that has its number, but is still being written, belongs to the snapshot."""
        other = self.new_tablet()
        for tablet in (self.tablet, other):
            tablet.post(tablet.check(9))
        earlier = len(self.page("?$select=id", 5000)["value"])
        name = re.search(r"/(\w+)\?", self.central.database)[1]
        psql = subprocess.Popen(
            [private_postgresql.PROGRAMS + "psql", "-XAtq", private_postgresql.url(name)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(psql.communicate)
        psql.stdin.write("BEGIN; SELECT id FROM stores WHERE id = '%s' FOR NO KEY UPDATE;\n"
                         % self.tablet.store)
        psql.stdin.flush()
        self.assertEqual(psql.stdout.readline(), self.tablet.store + "\n")
        def waiting():
            return int(private_postgresql.execute(name, (
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                "AND datname = current_database()")))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            slow = pool.submit(self.post, self.central, self.tablet.batch(
                self.tablet.checks([9, 9])))
            self.assertTrue(wait_until(lambda: waiting() == 1))  # its records have their numbers
            reply = self.other.request("POST", "/api/v1/checks", other.token,
                                       other.batch(other.checks([3, 3])))
            self.assertStatuses(reply, "accepted", "accepted")
            begun = pool.submit(self.page, "?$select=id", earlier + 1)
            self.assertTrue(wait_until(lambda: begun.done() or waiting() == 2))
            psql.stdin.write("ROLLBACK;\n")
            psql.stdin.flush()
            self.assertEqual(slow.result().status, 200)
            page = begun.result()
        seen = []
        while True:
            seen += [row["id"] for row in page["value"]]
            if "@odata.nextLink" not in page:
                break
            page = self.page("?" + page["@odata.nextLink"].split("?")[1], 1)
        again = [row["id"] for row in self.page("?$select=id", 5000)["value"]]
        self.assertEqual(seen, again[:len(seen)])

    def page(self, options, size):
        reply = self.other.get("/api/v1/odata/Responses" + options, self.regional,
                               {"Prefer": "odata.maxpagesize=%d" % size})
        self.assertEqual(reply.status, 200, reply)
        return reply.json()

    def test_who_signed_in_at_one_is_known_at_the_other(self):
        name = self.central.add_person("manager", store=self.tablet.store)
        reply = self.central.request("POST", "/api/v1/session",
                                     body={"name": name, "password": PASSWORD})
        self.assertEqual(reply.status, 200, reply)
        session = {"Cookie": reply.headers["Set-Cookie"].split(";")[0],
                   "X-Vouch-CSRF": reply.json()["csrf"]}
        target = "/api/v1/nps?store=" + self.tablet.store
        self.assertEqual(self.other.get(target, headers=session).status, 200)
        ended = self.other.request("DELETE", "/api/v1/session", headers=session)
        self.assertLess(ended.status, 300, ended)
        self.assertEqual(self.central.get(target, headers=session).status, 401)

    def test_who_listens_at_one_hears_of_answers_at_the_other(self):
        target = "/api/v1/events?store=" + self.tablet.store
        with self.other.events(target, self.regional) as events:
            self.assertEqual(events.next()[1]["n"], 0)
            self.post(self.central, self.tablet.batch(self.tablet.checks([9, 4], at=utc_now())))
            self.assertEqual(events.next()[1]["n"], 2)

    def test_commands_work_beside_running_servers(self):
        store = self.central.add_store()
        self.assertIn("\n%s\t" % store, self.other.run("store", "list"))

    def test_both_come_back_when_the_database_does(self):
        private_postgresql.stop()
        try:
            checks = self.tablet.checks([9, 3])
            for server in self.both():
                reply = self.post(server, self.tablet.batch(checks))
                self.assertProblem(reply, 503, "unavailable")
        finally:
            private_postgresql.start()
        for server in self.both():
            wait_until(lambda to=server: self.post(to, self.tablet.batch(checks)).status == 200)
        self.assertEqual(self.count(self.tablet), 2)
        target = "/api/v1/events?store=" + self.tablet.store
        with self.other.events(target, self.regional) as events:
            before = events.next()[1]["n"]
            self.post(self.central, self.tablet.batch([self.tablet.check(9, at=utc_now())]))
            self.assertEqual(events.next()[1]["n"], before + 1)


@unittest.skipUnless(private_postgresql.wanted(), "about PostgreSQL")
class Start(unittest.TestCase):
    def command(self, url, *words):
        return subprocess.Popen([PROGRAM, "--database", url, "--keys", self.keys, *words],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def setUp(self):
        self.central = Central()
        self.addCleanup(self.central.close)
        self.keys = str(self.central.folder / "keys")

    def fails(self, url):
        done = self.command(url, "store", "list")
        _, errors = done.communicate(timeout=30)
        self.assertNotEqual(done.returncode, 0)
        return errors

    def test_two_that_start_together_make_one_schema(self):
        url = private_postgresql.new_database()
        commands = [self.command(url, "store", "add", "--id", "s%d" % i, "--name", "Shop",
                                 "--timezone", "UTC") for i in range(4)]
        for each in commands:
            _, errors = each.communicate(timeout=30)
            self.assertEqual(each.returncode, 0, errors)
        name = url.split("/")[3].split("?")[0]
        self.assertEqual(private_postgresql.execute(name, "SELECT count(*) FROM stores"), "4\n")
        self.assertEqual(private_postgresql.execute(name, "SELECT count(*) FROM sealing_keys"),
                         "1\n")

    def test_it_says_why_it_cannot_start_and_never_the_password(self):
        away = "postgresql://vouch:Tr0ub4dor@127.0.0.1:1/vouch"
        self.assertIn("cannot be reached", self.fails(away))
        url = private_postgresql.url("nothing")
        refused = self.fails(url.replace("vouch@", "vouch:Tr0ub4dor@") + "&password=Tr0ub4dor")
        self.assertIn("refuses", refused)
        self.assertNotIn("Tr0ub4dor", self.fails(away) + refused)

    def test_it_leaves_other_databases_alone(self):
        url = private_postgresql.new_database()
        name = url.split("/")[3].split("?")[0]
        private_postgresql.execute(name, "CREATE TABLE theirs (a int)")
        self.assertIn("another program", self.fails(url))
        newer = private_postgresql.new_database()
        name = newer.split("/")[3].split("?")[0]
        done = self.command(newer, "store", "list")
        done.communicate(timeout=30)
        self.assertEqual(done.returncode, 0)
        private_postgresql.execute(name, "UPDATE vouch_schema SET version = 1000")
        self.assertIn("newer version", self.fails(newer))
        self.assertEqual(private_postgresql.execute(name, "SELECT version FROM vouch_schema"),
                         "1000\n")
