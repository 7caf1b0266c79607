"""The server as it is run: configuration, certificates, log, figures, limits, memory."""

import contextlib
import http.client
import json
import os
import pathlib
import re
import resource
import select
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import tempfile
import unittest

from prometheus_client.parser import text_string_to_metric_families

import private_postgresql
from central_process import PASSWORD, PROGRAM, Central
from contract_case import ContractCase
from tablet import Tablet, wait_until

MEBIBYTE = 1 << 20


def vouch(*arguments, environment=None):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60,
                          check=False, env={"PATH": os.environ["PATH"], **(environment or {})})


class Configuration(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vouch-config-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / "central.conf"

    def check(self, *options, environment=None, text=None):
        if text is not None:
            self.file.write_text(text, encoding="utf-8")
            options = ("--config", str(self.file), *options)
        return vouch("serve", "--check-config", *options, environment=environment)

    def test_everything_that_is_wrong_is_told_at_once_with_where_it_stands(self):
        done = self.check("--log-format", "xml",
                          text='listen = "nowhere"\nconnections = 5\nlisen = "127.0.0.1:1"\n',
                          environment={"VOUCH_TLS_CERT": "/nothing.pem"})
        self.assertEqual(done.returncode, 2)
        for fault in ("database (default)", "listen (%s)" % self.file,
                      "connections (%s)" % self.file, "log-format (--log-format)", "tls-key",
                      "\"lisen\""):
            self.assertIn(fault, done.stderr)
        self.assertGreaterEqual(len(done.stderr.splitlines()), 6, "a line each")

    def test_a_setting_that_is_none_is_refused(self):
        done = self.check(text='database = "sqlite:x"\nlisen = "127.0.0.1:1"\n')
        self.assertEqual(done.returncode, 2)
        self.assertIn("lisen", done.stderr)

    def test_what_is_fit_is_said_to_be_and_nothing_is_made(self):
        database = self.folder / "central.db"
        done = self.check(text='# the chain\'s\ndatabase = "sqlite:%s"\nchain = "A & B"\n' % database)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(database.exists())

    def test_the_command_line_goes_before_the_environment_before_the_file(self):
        self.file.write_text('database = "sqlite:/a"\nchain = "file"\nlog-level = "error"\n'
                             'connections = 77\n', encoding="utf-8")
        done = vouch("--config", str(self.file), "--database", "sqlite:/b", "config", "show",
                     environment={"VOUCH_CHAIN": "environment", "VOUCH_DATABASE": "sqlite:/c"})
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = {row[0]: row[1:3] for row in (line.split("\t") for line in done.stdout.splitlines())}
        self.assertEqual(rows["database"], ["sqlite:/b", "--database"])
        self.assertEqual(rows["chain"], ["environment", "VOUCH_CHAIN"])
        self.assertEqual(rows["connections"], ["77", str(self.file)])
        self.assertEqual(rows["log-format"], ["text", "default"])

    def test_no_secret_is_shown(self):
        token = self.folder / "token"
        token.write_text("a-metrics-token-of-some-length\n", encoding="utf-8")
        for database in ("postgresql://ann:hunter2@db/vouch",
                         "postgresql://db/vouch?user=ann&password=hunter2"):
            done = vouch("--database", database, "config", "show",
                         environment={"VOUCH_METRICS_TOKEN_FILE": str(token)})
            self.assertNotIn("hunter2", done.stdout + done.stderr)
            self.assertNotIn("a-metrics-token", done.stdout + done.stderr)
            self.assertIn("postgresql://", done.stdout)


class Certificates(unittest.TestCase):
    def setUp(self):
        self.central = Central()
        self.addCleanup(self.central.close)
        self.certificate = self.central.folder / "cert.pem"
        self.key = self.central.folder / "key.pem"

    def make(self, name):
        """A certificate and its key in a folder of their own."""
        folder = self.central.folder / name
        folder.mkdir()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=" + name,
                        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem",
                        "-out", folder / "cert.pem"], check=True, capture_output=True)
        return folder

    def put(self, folder):
        for name in ("key.pem", "cert.pem"):
            shutil.copy(folder / name, self.central.folder / (name + ".new"))
            os.replace(self.central.folder / (name + ".new"), self.central.folder / name)

    def shown(self):
        """The name in the certificate that a new connection gets."""
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        with socket.create_connection(self.central.address, 10) as plain:
            with context.wrap_socket(plain) as encrypted:
                der = encrypted.getpeercert(binary_form=True)
        text = subprocess.run(["openssl", "x509", "-inform", "der", "-noout", "-subject"],
                              input=der, capture_output=True, check=True).stdout.decode()
        return text.rsplit("=", 1)[1].strip()

    def test_a_new_one_is_taken_and_a_bad_one_is_not(self):
        first, second, third = self.make("first"), self.make("second"), self.make("third")
        self.put(first)
        self.central.start(options=("--tls-cert", str(self.certificate),
                                    "--tls-key", str(self.key)))
        self.assertEqual(self.shown(), "first")
        context = ssl.create_default_context(cafile=str(first / "cert.pem"))
        held = http.client.HTTPSConnection(*self.central.address, context=context, timeout=20)
        held.request("GET", "/healthz")
        self.assertEqual(held.getresponse().read(), b'{"status":"ok"}')

        self.put(second)
        self.central.signal(signal.SIGHUP)
        self.assertTrue(wait_until(lambda: self.shown() == "second"))
        held.request("GET", "/healthz")
        self.assertEqual(held.getresponse().status, 200, "what was connected stays so")
        held.close()

        self.certificate.write_text("no certificate\n", encoding="utf-8")
        self.central.signal(signal.SIGHUP)
        self.assertTrue(wait_until(lambda: "the one before stays" in self.central.whole_log()))
        self.assertEqual(self.shown(), "second")

        self.put(third)  # without a signal: the change of the file is enough
        self.assertTrue(wait_until(lambda: self.shown() == "third"))

    def test_a_session_over_it_is_for_it_alone(self):
        self.put(self.make("first"))
        self.central.start(options=("--tls-cert", str(self.certificate),
                                    "--tls-key", str(self.key)))
        context = ssl.create_default_context(cafile=str(self.certificate))
        connection = http.client.HTTPSConnection(*self.central.address, context=context, timeout=20)
        self.addCleanup(connection.close)
        connection.request("POST", "/api/v1/session", json.dumps(
            {"name": self.central.add_person("viewer"), "password": PASSWORD}))
        reply = connection.getresponse()
        self.assertEqual(reply.status, 200, reply.read())
        self.assertIn("; Secure", reply.headers["Set-Cookie"])

    def test_a_bad_one_at_the_start_is_told(self):
        self.put(self.make("first"))
        (self.central.folder / "key.pem").write_bytes(
            (self.make("second") / "key.pem").read_bytes())
        done = vouch("--database", self.central.database, "serve", "--check-config",
                     "--tls-cert", str(self.certificate), "--tls-key", str(self.key))
        self.assertEqual(done.returncode, 2)
        self.assertIn("tls-key (--tls-key)", done.stderr)


class Log(unittest.TestCase):
    """Nothing of anybody gets into the log, at its most talkative, whatever goes wrong."""

    def test_it_says_nothing_of_anybody(self):
        for log_format in ("json", "text"):
            with self.subTest(log_format):
                self.run_with(log_format)

    def run_with(self, log_format):
        central = Central()
        self.addCleanup(central.close)
        central.start(options=("--log-format", log_format, "--log-level", "debug"))
        person = central.add_person("admin")
        tablet = Tablet(central)
        tablet.enrol(central.device_code(central.add_store()))
        tablet.post(tablet.check(3, comment="the comment of a shopper"))
        tablet.post({**tablet.check(3, comment="another comment"), "score": 9})
        central.request("POST", "/api/v1/checks", tablet.token, b'{"contact":"shopper@example.org"')
        central.request("POST", "/api/v1/session", body={"name": person, "password": PASSWORD})
        central.request("POST", "/api/v1/session", body={"name": "mallory", "password": "guessed"})
        central.request("PATCH", "/api/v1/users/a-private-name", body={"role": "none"})
        central.get("/api/v1/nps?store=secret-query", "a-wrong-token")
        central.get("/nowhere/with/a-private-path?secret-query")
        central.stop()
        log = central.whole_log()
        for word in ("comment", "shopper", "example.org", person, PASSWORD, "mallory", "guessed",
                     "private", "secret", "wrong-token", tablet.token, tablet.device, "127.0.0.1"):
            self.assertNotIn(word, log)
        lines = [line for line in log.splitlines() if "request" in line and "level" in line]
        self.assertGreater(len(lines), 6, log)
        if log_format == "json":
            for line in log.splitlines():
                entry = json.loads(line)
                self.assertLessEqual({"time", "level", "message"}, set(entry))
            requests = [json.loads(line) for line in lines]
            ids = [each["id"] for each in requests if "id" in each]
            self.assertEqual(len(set(ids)), len(ids))
        self.assertIn("/api/v1/users/{name}", log)


class Figures(ContractCase):
    def samples(self):
        reply = self.central.get("/metrics")
        self.assertEqual(reply.status, 200, reply)
        self.assertTrue(reply.headers["Content-Type"].startswith("text/plain; version=0.0.4"))
        out = {}
        for family in text_string_to_metric_families(reply.body.decode()):
            self.assertTrue(family.documentation, family.name)
            for sample in family.samples:
                key = (sample.name, tuple(sorted(sample.labels.items())))
                self.assertNotIn(key, out)
                out[key] = sample.value
        return out

    def test_they_count_what_happens(self):
        before = self.samples()
        tablet = self.new_tablet()
        check = tablet.check(9)
        tablet.post(check)
        tablet.post(check)
        self.central.get("/api/v1/users/somebody-private", "x")
        after = self.samples()
        grown = lambda name, **labels: (after.get((name, tuple(sorted(labels.items()))), 0)
                                        - before.get((name, tuple(sorted(labels.items()))), 0))
        self.assertEqual(grown("vouch_ingest_records_total", outcome="accepted"), 1)
        self.assertEqual(grown("vouch_ingest_records_total", outcome="duplicate"), 1)
        self.assertEqual(grown("vouch_http_requests_total", method="POST",
                               route="/api/v1/checks", status="200"), 2)
        self.assertEqual(grown("vouch_http_request_seconds_count", route="/api/v1/checks"), 2)
        self.assertEqual(grown("vouch_devices"), 1)
        self.assertEqual(grown("vouch_devices_seen", within="1h"), 1)
        of_a_file = ("vouch_database_wal_bytes", "vouch_disk_free_bytes")
        for name in ("vouch_database_bytes", "vouch_http_connections",
                     "vouch_writer_queue_limit_jobs", "process_cpu_seconds_total",
                     "process_resident_memory_bytes", "process_open_fds",
                     "process_start_time_seconds",
                     *(() if private_postgresql.wanted() else of_a_file)):
            self.assertGreater(after[(name, ())], 0, name)
        self.assertEqual(after[("vouch_writer_queue_jobs", ())], 0)
        self.assertNotIn("private", repr(after))

    def test_they_count_who_listens(self):
        tablet = self.new_tablet()
        with self.central.events("/api/v1/events?store=" + tablet.store, self.regional) as events:
            events.next()
            self.assertEqual(self.samples()[("vouch_event_listeners", ())], 1)
        self.assertTrue(wait_until(lambda: self.samples()[("vouch_event_listeners", ())] == 0))

    def test_no_score_is_in_them(self):
        self.assertFalse([key for key in self.samples()
                          if re.search("nps|score|promoter|detractor|store\\b", repr(key))])

    def test_a_proxy_passes_nobody_on_to_them(self):
        for name in ("X-Forwarded-For", "Forwarded", "Via"):
            self.assertProblem(self.central.get("/metrics", headers={name: "192.0.2.1"}), 403)

    def test_with_a_token_they_are_for_who_has_it(self):
        self.addCleanup(self.central.start)
        self.addCleanup(self.central.stop)
        token = self.central.folder / "token"
        token.write_text("a-long-enough-metrics-token\n", encoding="utf-8")
        self.central.stop()
        self.central.start(options=("--metrics-token-file", str(token)))
        self.assertProblem(self.central.get("/metrics"), 403)
        self.assertProblem(self.central.get("/metrics", "a-long-enough-metrics-tokem"), 403)
        self.assertEqual(self.central.get("/metrics", "a-long-enough-metrics-token",
                                          {"X-Forwarded-For": "192.0.2.1"}).status, 200)


class Limits(ContractCase):
    def test_a_batch_too_many_is_told_when_to_come_again(self):
        self.addCleanup(self.central.start)
        self.addCleanup(self.central.stop)
        self.central.stop()
        self.central.start(options=("--device-requests-per-minute", "60", "--device-burst", "3"))
        tablet, other = self.new_tablet(), self.new_tablet()
        checks = tablet.checks([9] * 6)
        replies = [tablet.post(check) for check in checks]
        refused = [reply for reply in replies if reply.status == 429]
        self.assertTrue(refused)
        for reply in refused:
            self.assertProblem(reply, 429, "too-many-requests")
            self.assertTrue(1 <= int(reply.headers["Retry-After"]) <= 60)
        self.assertStatuses(other.post(other.check()), "accepted")
        self.assertTrue(wait_until(lambda: tablet.post(*checks).status == 200))
        self.assertEqual(self.count(tablet), 6)

    def test_an_address_too_eager_is_told_and_no_other_is(self):
        self.addCleanup(self.central.start)
        self.addCleanup(self.central.stop)
        self.central.stop()
        self.central.start(options=("--trusted-proxy", "127.0.0.1",
                                    "--address-requests-per-minute", "60", "--address-burst", "3"))
        tablet = self.new_tablet()

        def ask(address):
            return self.central.get("/api/v1/stores", self.regional, {"X-Forwarded-For": address})
        replies = [ask("192.0.2.9") for _ in range(30)]  # a minute's burst and half of its rate
        self.assertEqual([reply.status for reply in replies[:3]], [200] * 3)
        refused = [reply for reply in replies if reply.status == 429]
        self.assertTrue(refused)
        for reply in refused:
            self.assertProblem(reply, 429, "too-many-requests")
            self.assertTrue(1 <= int(reply.headers["Retry-After"]) <= 60)
        self.assertEqual(ask("192.0.2.10").status, 200)
        batch = json.dumps(tablet.batch([tablet.check()])).encode()
        self.assertStatuses(self.central.request("POST", "/api/v1/checks", tablet.token, batch,
                                                 {"X-Forwarded-For": "192.0.2.9"}), "accepted")
        self.assertTrue(wait_until(lambda: ask("192.0.2.9").status == 200))


class Proxy(ContractCase):
    FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7, 192.0.2.9"}

    def serve(self, *options):
        self.central.stop()
        self.central.start(options=options)
        self.addCleanup(self.central.start)
        self.addCleanup(self.central.stop)

    def cookie_and_origin(self, headers):
        """Of a sign-in: how its cookie is set, and where the audit log says it came from."""
        person = self.central.add_person("admin")
        reply = self.central.request("POST", "/api/v1/session", headers=headers,
                                     body={"name": person, "password": PASSWORD})
        self.assertEqual(reply.status, 200, reply)
        entries = self.central.run("audit", "list", "--what", "sign-in").splitlines()
        return reply.headers["Set-Cookie"], next(line for line in entries if person in line)

    def test_who_is_named_is_believed(self):
        self.serve("--trusted-proxy", "127.0.0.1")
        cookie, entry = self.cookie_and_origin(self.FORWARDED)
        self.assertIn("; Secure", cookie)
        self.assertIn("192.0.2.9", entry)
        self.assertNotIn("198.51.100.7", entry, "that is the client's own word")
        cookie, entry = self.cookie_and_origin({"X-Forwarded-Proto": "http",
                                                "X-Forwarded-For": "no address"})
        self.assertNotIn("Secure", cookie)
        self.assertIn("127.0.0.1", entry)

    def test_nobody_else_is(self):
        for options in ((), ("--trusted-proxy", "192.0.2.1")):
            self.serve(*options)
            cookie, entry = self.cookie_and_origin(self.FORWARDED)
            self.assertNotIn("Secure", cookie)
            self.assertIn("127.0.0.1", entry)


class Readiness(ContractCase):
    READY = (200, {"status": "ready", "reasons": []})

    def answer(self):
        reply = self.central.get("/readyz")
        return reply.status, reply.json()

    def codes(self):
        """Of what stands in the way, with the status that says so."""
        reply = self.central.get("/readyz")
        if reply.status == 503:
            self.assertTrue(int(reply.headers["Retry-After"]) > 0)
            self.assertEqual(reply.json()["status"], "not-ready")
        return reply.status, {reason["code"] for reason in reply.json()["reasons"]}

    def test_it_is_ready(self):
        self.assertEqual(self.answer(), self.READY)

    def test_it_is_not_while_nothing_can_be_written(self):
        with self.unwritable():
            self.assertTrue(wait_until(lambda: self.codes()[0] == 503))
            self.assertLessEqual(self.codes()[1], {"writer-busy", "database-unwritable"})
            self.assertTrue(self.codes()[1])
            self.assertEqual(self.central.get("/healthz").status, 200, "alive all the same")
        self.assertTrue(wait_until(lambda: self.answer() == self.READY))
        tablet = self.new_tablet()
        self.assertStatuses(tablet.post(tablet.check(9)), "accepted")

    @contextlib.contextmanager
    def unwritable(self):
        """Another holds the file, or the database's server is away."""
        if private_postgresql.wanted():
            private_postgresql.stop()
            try:
                yield
            finally:
                private_postgresql.start()
            return
        with contextlib.closing(sqlite3.connect(self.central.folder / "central.db",
                                                isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")


class Memory(ContractCase):
    """A thousand connections that say nothing and five hundred that say it slowly."""

    BOUND = 96 * MEBIBYTE  # of all of them together: 64 KiB each

    def setUp(self):
        """A process of its own: what another test was given back may not be there to be used."""
        self.central.stop()
        self.central.start()

    def resident(self):
        """Bytes; from here on most_resident() counts."""
        process = pathlib.Path("/proc/%d" % self.central.process)
        (process / "clear_refs").write_text("5")  # proc(5): resets the peak
        return self.status("VmRSS")

    def most_resident(self):
        return self.status("VmHWM")

    def status(self, row):
        status = pathlib.Path("/proc/%d/status" % self.central.process).read_text()
        return int(re.search(row + r":\s+(\d+) kB", status)[1]) * 1024

    def connections(self):
        return int(re.search(r"^vouch_http_connections (\d+)", self.central.get(
            "/metrics").body.decode(), re.MULTILINE)[1])

    def test_it_is_bounded(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if hard != resource.RLIM_INFINITY and hard < 2000:
            self.skipTest("this machine gives a process %d files" % hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2000), hard))
        tablet = self.new_tablet()
        for _ in range(3):
            tablet.post(*tablet.checks([9] * 50))
        before = self.resident()
        held = []
        self.addCleanup(lambda: [each.close() for each in held])
        for number in range(1500):
            held.append(socket.create_connection(self.central.address, 20))
            if number < 1000:
                held[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            elif number % 2:
                held[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ")
            else:  # a body that never comes
                held[-1].sendall(b"POST /api/v1/checks HTTP/1.1\r\nHost: a\r\n"
                                 b"Content-Length: 8000000\r\n\r\n" + b"x" * 4000)
        for each in held[:1000]:
            self.assertTrue(each.recv(4096).startswith(b"HTTP/1.1 200"))
        self.assertTrue(wait_until(lambda: self.connections() >= 1500))
        grown = self.most_resident() - before
        print("1,500 connections: at most %.1f MiB more" % (grown / MEBIBYTE))
        self.assertLess(grown, self.BOUND)
        self.assertStatuses(tablet.post(tablet.check(9)), "accepted")

    def test_bodies_that_never_end_are_bounded_together(self):
        before = self.resident()
        held, refused = [], 0
        self.addCleanup(lambda: [each.close() for each in held])
        piece = b"x" * (4 * MEBIBYTE)
        for _ in range(120):  # 480 MiB
            held.append(socket.create_connection(self.central.address, 20))
            try:
                held[-1].sendall(b"POST /api/v1/checks HTTP/1.1\r\nHost: a\r\n"
                                 b"Content-Length: 8000000\r\n\r\n" + piece)
            except (ConnectionResetError, BrokenPipeError):
                refused += 1
        grown = self.most_resident() - before
        print("480 MiB of bodies without an end: at most %.1f MiB more" % (grown / MEBIBYTE))
        self.assertLess(grown, 330 * MEBIBYTE)
        told = [each.recv(64) for each in held if select.select([each], [], [], 0)[0]]
        self.assertGreater(len([each for each in told if b" 503 " in each]) + refused, 30)
        for each in held:
            each.close()
        tablet = self.new_tablet()
        self.assertTrue(wait_until(lambda: tablet.post(tablet.check(9)).status == 200))
