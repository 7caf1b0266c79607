"""Tablets, server and network fail at random for a while; then every id is counted on both sides.

VOUCH_CHAOS_SECONDS says how long, VOUCH_CHAOS_SEED repeats a run as far as the machine's timing lets it.
"""

import base64
import json
import os
import pathlib
import random
import sqlite3
import time
import unittest

import fault_proxy as faults
from drain_process import Drained, central_hashes, drain, spawn, tablet_hashes
from fault_proxy import FaultProxy
from test_network_faults import NETWORK
from wire_case import Central, WireCase

SECONDS = float(os.environ.get("VOUCH_CHAOS_SECONDS", "10"))
SEED = int(os.environ.get("VOUCH_CHAOS_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
TABLETS = 2
FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "core" / "storage" / "data"
LASTING = {"slow answer", "answer after the tablet's patience"}


class Tablet:
    """One that is started, killed and started again behind a bad network."""

    def __init__(self, case):
        case.new_tablet()
        case.enrol()
        self.data, self.shop, self.proxy = case.data, case.shop, case.proxy
        self.told = set()  # ids that it said were on its disk
        self.process = None
        self.ends = 0

    def start(self, chance):
        self.process = spawn(self.data, "--tell", "--make", chance.randrange(4), "--more", 10**6,
                             "--every", chance.choice((1, 5, 20)), "--seconds", 600,
                             "--timeout", 300, "--retry", chance.choice((20, 100)))

    def kill(self):
        self.process.kill()
        output, _ = self.process.communicate()
        for line in output.splitlines():
            if line.endswith("}"):  # the last may be cut
                told = json.loads(line)
                self.told.update([told["answer"]] if "answer" in told else [])
        self.process = None
        self.ends += 1


class WireKills(WireCase):
    def test_kills_and_faults_at_random(self):
        chance = random.Random(SEED)
        print("VOUCH_CHAOS_SEED=%d" % SEED, flush=True)
        fast = [fault for name, fault in NETWORK.items() if name not in LASTING]
        tablets = [Tablet(self) for _ in range(TABLETS)]
        for tablet in tablets:
            tablet.proxy.always = faults.at_random(chance, fast, 0.5)
        port = self.central.address[1]
        server_ends = 0
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            for tablet in tablets:
                if not tablet.process:
                    tablet.start(chance)
            time.sleep(chance.uniform(0.02, 0.6))
            for tablet in tablets:
                if chance.random() < 0.6:
                    tablet.kill()
            if chance.random() < 0.35:
                self.central.kill()
                time.sleep(chance.uniform(0, 0.3))
                self.central.start(port)
                server_ends += 1
        records = 0
        for tablet in tablets:
            if tablet.process:
                tablet.kill()
            tablet.proxy.always = faults.none
            done = drain(tablet.data, "--seconds", 120)
            self.assertEqual(0, done.code, done)
            made = tablet_hashes(tablet.data)
            self.assertEqual(set(), tablet.told - made.keys(), "the tablet lost what it had")
            self.assertEqual(made, central_hashes(self.central, tablet.shop))
            records += len(made)
        print("%d records; tablets killed %d times, the server %d times, %d requests" % (
            records, sum(tablet.ends for tablet in tablets), server_ends,
            sum(len(tablet.proxy.requests) for tablet in tablets)), flush=True)
        self.assertGreater(records, 10 * SECONDS)


class FormerTablets(unittest.TestCase):
    def test_a_database_of_every_former_version_drains(self):
        fixtures = sorted(FIXTURES.glob("kiosk_v*.sql"))
        self.assertTrue(fixtures)
        for fixture in fixtures:
            with self.subTest(fixture.name):
                self.drained(fixture.read_text(encoding="utf-8"))

    def drained(self, dump):
        """The tablet of the dump becomes one of a new chain's, with all that it has."""
        central = Central()
        self.addCleanup(central.close)
        shop = central.add_store()
        central.start()
        proxy = FaultProxy(central.address)
        self.addCleanup(proxy.close)
        data = central.folder / "kiosk"
        other = central.folder / "other"
        drain(other, "--server", proxy.url, "--enrol", central.device_code(shop))
        data.mkdir()
        with sqlite3.connect(other / "kiosk.db") as source, sqlite3.connect(
                data / "kiosk.db") as database:
            database.executescript(dump)
            device = database.execute("SELECT DISTINCT device FROM checks").fetchone()[0]
            identity = dict(source.execute(
                "SELECT key, value FROM setting WHERE key LIKE 'identity.%'"))
            enrolled, identity["identity.device"] = identity["identity.device"], "%s-%s-%s-%s-%s" % (
                device.hex()[:8], device.hex()[8:12], device.hex()[12:16], device.hex()[16:20],
                device.hex()[20:])
            # What a tablet has sealed, only its own key has.
            identity.update(database.execute(
                "SELECT key, value FROM setting WHERE key LIKE 'identity.%_key'"))
            database.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", identity.items())
        port = central.address[1]
        central.stop()
        central.sql("UPDATE devices SET id = x'%s', public_key = x'%s' WHERE id = x'%s'" % (
            device.hex(), base64.b64decode(identity["identity.public_key"]).hex(),
            enrolled.replace("-", "")))
        central.start(port)
        proxy.always = faults.at_random(random.Random(SEED), [faults.lost_answer,
                                                              faults.cut_request], 0.5)
        done = drain(data, "--more", 3)
        self.assertEqual(0, done.code, done)
        made = tablet_hashes(data)
        self.assertGreaterEqual(len(made), 9)
        self.assertEqual(made, central_hashes(central, shop))
        central.run("verify")


if __name__ == "__main__":
    unittest.main()
