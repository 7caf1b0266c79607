"""A server's PostgreSQL is lost, and comes back by the commands of resources/docs/scale-out.md, taken from
that page and run as they stand there, but for the address of the database and the folder of keys."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import loss_case
from wire_case import Central  # says where the next is

import private_postgresql
from central_process import PROGRAM

PAGE = pathlib.Path(__file__).resolve().parents[2] / "resources/docs/scale-out.md"
DATABASE = re.compile(r"'?postgresql://vouch@db\.example/(\w+)[^'\s]*'?")
KEYS = "/var/lib/vouch/keys"
ADMINISTRATOR = "administrator"


def commands_below(heading):
    """The commands of the first block below a heading, as a person copies them."""
    text = PAGE.read_text(encoding="utf-8").split("\n%s\n" % heading, 1)[1]
    lines = re.search(r"(?m)^(?: {4}.*\n)+", text)[0].replace("\\\n", " ").splitlines()
    return [line.strip() for line in lines]


@unittest.skipUnless(private_postgresql.wanted(), "about PostgreSQL")
class PostgresqlLoss(loss_case.LossCase):
    @classmethod
    def setUpClass(cls):
        """As on the page, the database's owner is not who makes and restores databases."""
        cls.socket = private_postgresql.folder()
        private_postgresql.execute("postgres", "CREATE ROLE %s SUPERUSER LOGIN" % ADMINISTRATOR)
        private_postgresql.execute("postgres", "ALTER ROLE vouch NOSUPERUSER")
        cls.make, = (command for command in commands_below("## One PostgreSQL")
                     if command.startswith("createdb"))
        cls.dump, cls.restore, cls.verify = commands_below("### Back-up")

    def setUp(self):
        """A chain for each test: each loses it."""
        here = tempfile.TemporaryDirectory(prefix="vouch-loss-")
        self.addCleanup(here.cleanup)
        self.here = pathlib.Path(here.name)
        self.keys = KEYS
        self.perform(self.make)
        self.addCleanup(self.perform, "dropdb --if-exists vouch && dropdb --if-exists vouch2")
        self.central = Central(database=private_postgresql.url("vouch"))
        self.addCleanup(self.central.close)
        self.keys = str(self.central.folder / "keys")
        self.central.start()
        super().setUp()

    def perform(self, command):
        """As a person types it, who is the administrator of the test's own PostgreSQL."""
        typed = DATABASE.sub(lambda found: "'%s'" % private_postgresql.url(found[1]), command)
        done = subprocess.run(
            ["bash", "-euc", typed.replace(KEYS, self.keys)], cwd=self.here, capture_output=True,
            text=True, timeout=120, check=False, env={
                **os.environ, "PGHOST": str(self.socket), "PGUSER": ADMINISTRATOR,
                "PATH": "%s:%s:%s" % (private_postgresql.PROGRAMS,
                                      pathlib.Path(PROGRAM).parent, os.environ["PATH"])})
        self.assertEqual(0, done.returncode, "%s: %s%s" % (command, done.stdout, done.stderr))
        return done.stdout

    def back_up(self):
        self.perform(self.dump)

    def lose_and_restore(self, _, check):
        port = self.central.address[1]
        self.perform("dropdb --force vouch")
        self.central.kill()
        self.perform(self.restore)
        self.assertIn("every counter equals them", self.perform(self.verify))
        self.central.use(private_postgresql.url("vouch2"))
        check()
        self.central.start(port)

    def assertBothSidesEqual(self, count):
        super().assertBothSidesEqual(count)
        self.assertIn("every counter equals them", self.perform(self.verify))

    def test_tablets_fill_in_what_came_after_the_back_up(self):
        self.tablets_fill_in_what_came_after_the_back_up()

    def test_of_a_tablet_enrolled_after_the_back_up_nothing_is_lost(self):
        self.of_a_tablet_enrolled_after_the_back_up_nothing_is_lost()


if __name__ == "__main__":
    unittest.main()
