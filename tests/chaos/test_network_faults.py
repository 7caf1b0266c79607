"""Whatever the network does to requests and answers, both sides end equal and nothing is stuck."""

import datetime
import json
import sqlite3
import time
import unittest

import zstandard

import fault_proxy as faults
from drain_process import central_days, central_hashes, drain, spawn
from fault_proxy import Certificate, says
from wire_case import WireCase

RECORDS = 30
TIMES = 3  # in a row, when nothing passes
YEARS = 365 * 86400


def since_yesterday():
    """Over a day the drain makes what it makes; days by its zone and by the shop's."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return {(now + datetime.timedelta(hours=hours)).date().isoformat() for hours in (-24, 0, 4)}


def http_date(moment):
    return moment.strftime("%a, %d %b %Y %H:%M:%S GMT")


def in_ten_years(seconds=0):
    """By a server whose clock is years off."""
    return http_date(datetime.datetime.now(datetime.timezone.utc)
                     + datetime.timedelta(days=3650, seconds=seconds))


def without_last(answer):
    answer["results"].pop()


def with_one_more(answer):
    answer["results"].append(answer["results"][-1])


def of_others(answer):
    for result in answer["results"]:
        result["id"] = "0" + result["id"][1:-1] + "f"


def in_another_order(answer):
    answer["results"].reverse()


def of_unknown_status(answer):
    answer["results"][0]["status"] = "fine"


PROBLEM = json.dumps({"code": "unavailable", "detail": "Later.", "status": 503}).encode()
PORTAL = b"<html><title>Welcome, guest</title><form action=/login>Room number?</form></html>"

NETWORK = {
    "lost request": faults.lost_request,
    "lost acknowledgement": faults.lost_answer,
    "request cut in the middle": faults.cut_request,
    "answer cut in the middle": faults.cut_answer,
    "answer cut in its head": faults.cut_head,
    "connection reset": faults.reset,
    "five copies at once": faults.five_copies,
    "overtaken by later ones": faults.overtaken,
    "slow answer": faults.slow(0.5),
    "answer after the tablet's patience": faults.slow(2),
    "portal, 200 with HTML": says(200, PORTAL),
    "portal, 302": says(302, headers=[("Location", "http://127.0.0.1:9/login")]),
    "portal, 200 with JSON of something else": says(200, b'{"ok": true}', kind="application/json"),
    "portal, 200 with an empty answer": says(
        200, b'{"results": [], "server_time": "2026-11-22T10:00:00.000Z"}', kind="application/json"),
    "portal, 200 with nothing": says(200),
    "portal, 401": says(401, PORTAL),
    "portal, 403": says(403, PORTAL),
    "portal, 511": says(511, PORTAL),
    "proxy, 400": says(400, b"<html>Bad Request</html>"),
    "proxy, 407": says(407, b"<html>Proxy Authentication Required</html>"),
    "proxy, 502": says(502, b"<html>Bad Gateway</html>"),
    "429": says(429, PROBLEM, [("Retry-After", "0")], "application/problem+json"),
    "500": says(500, b"oops"),
    "503 with seconds": says(503, PROBLEM, [("Retry-After", "0")], "application/problem+json"),
    "503 with a date": says(503, PROBLEM, [("Retry-After", in_ten_years), ("Date", in_ten_years)],
                            "application/problem+json"),
    "503 with nonsense": says(503, PROBLEM, [("Retry-After", "soon")], "application/problem+json"),
    "a result too few": faults.altered(without_last),
    "a result too many": faults.altered(with_one_more),
    "results of other records": faults.altered(of_others),
    "results in another order": faults.altered(in_another_order),
    "an unknown outcome": faults.altered(of_unknown_status),
}


class NetworkFaults(WireCase):
    def test_every_fault(self):
        self.enrol()
        for number, (name, fault) in enumerate(NETWORK.items(), 1):
            with self.subTest(name):
                self.proxy.plan.clear()
                self.proxy.plan.extend([fault] * TIMES)
                done = self.send("--make", RECORDS, "--timeout", 1000)
                self.assertLess(len(self.proxy.plan), TIMES, "the fault was not met")
                self.assertFalse(any(line.get("quarantined") for line in done.lines), done)
                self.assertNotIn("Refused", done.states, "a portal is not the server")
                self.assertBothSidesEqual(RECORDS * number)

    def test_a_lost_enrolment_is_repeated(self):
        for name in ("lost request", "lost acknowledgement", "answer cut in the middle",
                     "five copies at once", "portal, 200 with HTML", "500"):
            with self.subTest(name):
                self.new_tablet(path="/api/v1/devices/enrol")
                self.proxy.plan.extend([NETWORK[name]] * 2)
                self.enrol("--make", 5)
                self.assertLess(len(self.proxy.plan), 2)
                self.assertBothSidesEqual(5)

    def test_the_server_is_left_alone_as_long_as_it_asks(self):
        for name, headers in {
                "seconds": [("Retry-After", "1")],
                "date": [("Retry-After", lambda: in_ten_years(2)), ("Date", in_ten_years)],
        }.items():
            with self.subTest(name):
                self.new_tablet()
                self.enrol()
                self.proxy.requests.clear()
                self.proxy.plan.append(says(503, PROBLEM, headers))
                self.send("--make", 3)
                self.assertGreaterEqual(self.proxy.requests[1] - self.proxy.requests[0], 0.95)
                self.assertBothSidesEqual(3)

    def test_a_clock_wrong_by_years(self):
        for years in (-25, -2, 2, 70):
            for at_server in (False, True):
                with self.subTest(years=years, at_server=at_server):
                    self.new_tablet()
                    self.enrol()
                    if at_server:
                        moment = "%d-11-22T10:00:00.000Z" % (2026 + years)
                        self.proxy.always = faults.altered(
                            lambda answer, moment=moment: answer.update(server_time=moment))
                    self.send("--make", 20, "--days", 3,
                              "--clock-error", 0 if at_server else years * YEARS)
                    self.assertBothSidesEqual(20)

    def test_a_clock_that_jumps_between_answers(self):
        self.enrol()
        before = since_yesterday()
        self.send("--make", 50, "--more", 50, "--jumps")
        self.assertBothSidesEqual(100)
        # Whatever day the tablet took it for.
        self.assertLessEqual(central_days(self.central, self.shop), before | since_yesterday())

    def test_a_poor_link_gets_smaller_batches(self):
        """It cuts whatever is over a few kilobytes: the whole queue never passes in one."""
        self.enrol()
        self.proxy.always = faults.unless(lambda exchange: len(exchange.body) > 6000,
                                          faults.cut_request)
        self.send("--make", 200)
        self.assertBothSidesEqual(200)

    def test_a_record_that_a_proxy_chokes_on_holds_nobody_up(self):
        """What is refused on the way goes again by itself once that is mended."""
        self.enrol()
        self.send("--make", 9, "--keep")
        marked = sorted(self.tablet()[0])[4].encode()

        def holds_it(exchange):
            text = zstandard.ZstdDecompressor().decompress(exchange.body, 1 << 24)
            return marked in text.replace(b"-", b"")
        self.proxy.always = faults.unless(holds_it, says(413, b"<html>Too Large</html>"))
        done = drain(self.data, "--seconds", 20, "--quarantine")
        self.assertEqual((0, 1), (done.code, done.end["quarantined"]), done)
        before = self.tablet()
        self.proxy.always = faults.unless(lambda _: not self.mended(), says(500))
        self.send("--more", 30, "--poll", 20)
        self.assertEqual(before[1], {key: value for key, value in self.tablet()[1].items()
                                     if key in before[1]}, "not byte for byte")
        self.assertBothSidesEqual(39)

    def test_what_the_server_refused_goes_by_itself_once_the_cause_is_mended(self):
        self.enrol()
        other = self.central.add_store()  # the tablet never stood there
        drain(self.data, "--make", 3, "--keep", "--shop", other)
        before = self.tablet()[1]
        done = drain(self.data, "--make", 10, "--quarantine")
        self.assertEqual((0, 3), (done.code, done.end["quarantined"]), done)
        self.assertEqual(10, len(central_hashes(self.central, self.shop)))
        done = drain(self.data, "--server", self.proxy.url, "--enrol",
                     self.central.device_code(other), "--poll", 50)
        self.assertEqual((0, 0), (done.code, done.end["quarantined"]), done)
        self.assertEqual({key: check["hash"] for key, check in
                          ((key, json.loads(text)) for key, text in before.items())},
                         central_hashes(self.central, other), "not byte for byte")

    def test_a_tablet_that_is_shut_out_keeps_what_it_has_until_it_is_taken_back(self):
        self.enrol("--make", 3)
        device = self.device()
        self.central.run("device", "revoke", device)
        done = drain(self.data, "--make", 5, "--seconds", 2)
        self.assertEqual((1, "deadline", 5, 0), (
            done.code, done.end["end"], done.end["waiting"], done.end["quarantined"]), done)
        self.assertIn("Refused", done.states)
        self.assertEqual(3, len(central_hashes(self.central, self.shop)))
        self.proxy.requests.clear()
        with spawn(self.data, "--more", 2) as process:  # it tries on, and nobody touches it
            while len(self.proxy.requests) < 2:
                self.assertIsNone(process.poll(), "it does not wait to be taken back")
                time.sleep(0.01)
            self.central.run("device", "restore", device)
            process.communicate()
        self.assertEqual(0, process.returncode)
        self.assertBothSidesEqual(10)

    def device(self):
        with sqlite3.connect(f"file:{self.data / 'kiosk.db'}?mode=ro", uri=True) as database:
            return database.execute(
                "SELECT value FROM setting WHERE key = 'identity.device'").fetchone()[0]

    def mended(self):
        return len(self.proxy.requests) % 3 != 0  # and fails now and then

    def tablet(self):
        """The ids, and id → canonical bytes."""
        with sqlite3.connect(f"file:{self.data / 'kiosk.db'}?mode=ro", uri=True) as database:
            rows = {row[0].hex(): row[1] for row in
                    database.execute("SELECT id, canonical FROM checks")}
        return list(rows), rows


class Tls(WireCase):
    def certificate(self, folder="good", **validity):
        return Certificate(self.folder / folder, **validity)

    def secure(self, certificate):
        proxy = faults.FaultProxy(self.central.address, certificate)
        self.addCleanup(proxy.close)
        return proxy

    def enrolled(self):
        """A tablet that got to know the server over a good connection."""
        good = self.certificate()
        self.proxy = self.secure(good)
        self.enrol("--ca", good.file, "--make", 5)
        return good

    def behind(self, certificate):
        """From now on the server's address answers with this certificate."""
        port = self.proxy.port
        self.proxy.close()
        self.proxy = self.secure(certificate)
        with sqlite3.connect(self.data / "kiosk.db") as database:
            database.execute("UPDATE setting SET value = replace(value, ?, ?) "
                             "WHERE key = 'identity.server'", (str(port), str(self.proxy.port)))

    def test_certificates_that_do_not_hold(self):
        good = self.enrolled()
        for name, trusted, validity, words in (
                ("unknown", False, {}, "No safe connection"),
                ("of another host", True, {"name": "127.0.0.2"}, "No safe connection"),
                ("not yet valid", True, {"begin": "20800101000000Z"}, "Set the tablet's clock"),
                ("expired", True, {"end": "20210101000000Z"}, "Set the tablet's clock")):
            with self.subTest(name):
                bad = self.certificate(name, **validity)
                self.behind(bad)
                done = drain(self.data, "--make", 1, "--seconds", 1, "--ca",
                             bad.file if trusted else good.file)
                self.assertEqual(1, done.code, done)
                self.assertFalse(self.proxy.requests, "a record left over a bad connection")
                self.assertTrue(any(words in text for text in done.troubles), done)
        self.behind(self.certificate("renewed"))
        self.send("--ca", self.folder / "renewed" / "certificate.pem")
        self.assertBothSidesEqual(9)

    def test_a_handshake_that_is_cut(self):
        good = self.enrolled()
        self.proxy.cut_handshakes = 4
        self.send("--make", 5, "--ca", good.file)
        self.assertEqual(0, self.proxy.cut_handshakes)
        self.assertBothSidesEqual(10)


if __name__ == "__main__":
    unittest.main()
