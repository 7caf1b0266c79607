"""What the tests of the road share: a server, and for each test a shop, a tablet's folder, a proxy."""

import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "contract"))

from central_process import Central, CommandFailed  # noqa: E402, F401
from drain_process import (  # noqa: E402
    central_counts, central_hashes, drain, tablet_counts, tablet_hashes)
from fault_proxy import FaultProxy  # noqa: E402


MEMORY = pathlib.Path("/dev/shm")
ENOUGH = 256 << 20  # bytes


def quick_disk():
    """Where thousands of answers are soon on the disk: here no power is cut."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH else None


class WireCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.central = Central()
        cls.addClassCleanup(cls._close)
        cls.central.start()

    @classmethod
    def _close(cls):
        try:
            cls.central.run("verify")
        finally:
            cls.central.close()

    def setUp(self):
        self.new_tablet()

    def new_tablet(self, **proxy):
        """A shop of its own, an empty data folder and a proxy in between."""
        folder = tempfile.TemporaryDirectory(prefix="vouch-wire-", dir=quick_disk())
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "kiosk"
        self.shop = self.central.add_store()
        self.proxy = FaultProxy(self.central.address, **proxy)
        self.addCleanup(self.proxy.close)

    def enrol(self, *arguments):
        """Enrols the tablet, past every fault."""
        done = drain(self.data, "--server", self.proxy.url, "--enrol",
                     self.central.device_code(self.shop), *arguments)
        self.assertEqual(0, done.code, done)

    def send(self, *arguments):
        """Sends until everything is at the server."""
        done = drain(self.data, *arguments)
        self.assertEqual(0, done.code, done)
        return done

    def assertBothSidesEqual(self, count):
        """Every id and hash once, on both sides, in the same hour of the same day, and a ledger with
        nothing to look at."""
        made = tablet_hashes(self.data)
        self.assertEqual(count, len(made))
        self.assertEqual(made, central_hashes(self.central, self.shop))
        self.assertEqual(tablet_counts(self.data), central_counts(self.central, self.shop))
        ledger = json.loads(self.central.run("ledger", "--store", self.shop, "--json"))
        totals = ledger["totals"]
        self.assertEqual((count, count, 0, 0, 0, 0, 0), tuple(totals[term] for term in (
            "made", "received", "missing", "refused", "conflicting", "forked", "open")))
        for chain in ledger["chains"]:
            self.assertEqual(([], [], "sound"), (
                chain["attention"], chain["gaps"], chain["verdict"]["state"]))
