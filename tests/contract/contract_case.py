"""What the contract's tests share: a server for the class, a store and a tablet for each test."""

import itertools
import pathlib
import re
import subprocess
import unittest
import urllib.parse

from central_process import Central
from expected_score import expected_row
from tablet import Tablet

DOCUMENTED = set(re.findall(r"^\| `([a-z0-9-]+)`", (
    pathlib.Path(__file__).resolve().parents[2] / "resources/docs/codes.md").read_text(
        encoding="utf-8"), re.MULTILINE))


class ContractCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.start_central(Central())

    @classmethod
    def start_central(cls, central):
        cls.central = central
        cls.addClassCleanup(cls._close)
        cls.central.start()
        cls._hosts = itertools.count(2)
        cls.regional = cls.central.add_user("regional", region="r1")

    @classmethod
    def _close(cls):
        code = cls.central.close()
        if code != 0:
            raise AssertionError("the server left with %d on SIGTERM" % code)

    @classmethod
    def new_address(cls):
        """A loopback address not used before: enrolment counts tries by address."""
        number = next(cls._hosts)
        return "127.0.%d.%d" % (1 + number // 250, 1 + number % 250)

    @classmethod
    def new_tablet(cls, store=None, key=None):
        """An enrolled tablet, in a store of its own unless one is named."""
        tablet = Tablet(cls.central, key)
        code = cls.central.device_code(store or cls.central.add_store())
        reply = tablet.enrol(code, cls.new_address())
        if reply.status != 201:
            raise AssertionError("enrolment refused: %r" % reply)
        return tablet

    # Requests

    def nps(self, tablet, **query):
        """The rows of the store's score."""
        query = urllib.parse.urlencode({"store": tablet.store, **query})
        reply = self.central.get("/api/v1/nps?" + query, self.regional)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()["rows"]

    def count(self, tablet, **query):
        """How many answers are in the score."""
        return sum(row["n"] for row in self.nps(tablet, **query))

    # Assertions

    def assertStatuses(self, reply, *expected):
        """A whole request was taken and each check got its outcome, in order."""
        self.assertEqual(reply.status, 200, reply)
        self.assertEqual([result["status"] for result in reply.json()["results"]], list(expected),
                         reply)

    def assertRejected(self, result):
        self.assertEqual(result["status"], "rejected", result)
        self.assertIn(result.get("code", ""), DOCUMENTED, "a stable code is missing")

    def assertProblem(self, reply, statuses, code=None):
        """An error of the whole request: problem+json with a stable code."""
        statuses = statuses if isinstance(statuses, (tuple, list)) else (statuses,)
        self.assertIn(reply.status, statuses, reply)
        self.assertEqual(reply.headers.get_content_type(), "application/problem+json", reply)
        found = reply.json().get("code", "")
        self.assertIn(found, DOCUMENTED, "not a stable code: %r" % reply)
        if code:
            # The contract's word for it; the server may say of what ("request-malformed").
            self.assertTrue(found == code or found.endswith("-" + code), reply)
        return found

    def assertRow(self, row, scores):
        for name, value in expected_row(scores).items():
            if isinstance(value, float):
                self.assertAlmostEqual(row[name], value, delta=0.006, msg="%s in %r" % (name, row))
            else:
                self.assertEqual(row[name], value, "%s in %r" % (name, row))


def objects(value):
    """Every object inside a JSON value."""
    if isinstance(value, dict):
        yield value
        value = value.values()
    elif not isinstance(value, list):
        return
    for inner in value:
        yield from objects(inner)


def text_of_pdf(pdf):
    """What a reader finds in the file, by poppler."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True,
                          check=True)
    return " ".join(done.stdout.decode("utf-8").split())
