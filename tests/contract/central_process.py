"""vouch-central as a person runs it: commands, and a server on a free port over a new database."""

import contextlib
import ctypes
import itertools
import json
import os
import pathlib
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import private_postgresql
from http_talk import Connection, Events

PROGRAM = os.environ.get("VOUCH_CENTRAL")
CHECKLIST = os.environ.get("VOUCH_CHECKLIST")
PR_SET_PDEATHSIG = 1  # from sys/prctl.h
START_SECONDS = 30
STOP_SECONDS = 30


PASSWORD = "a long enough Passw0rd for everybody"


class CommandFailed(Exception):
    pass


class Central:
    """A chain of its own in a temporary folder; nothing of it is left after close()."""

    def __init__(self, in_file=False, database=None):
        if not PROGRAM or not CHECKLIST:
            raise RuntimeError("set VOUCH_CENTRAL to the program and VOUCH_CHECKLIST to "
                               "resources/checklists/checkout-nps.json; CTest does both")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vouch-contract-"))
        self.use(database or ("sqlite:%s" % (self.folder / "central.db")
                              if in_file or not private_postgresql.wanted()
                              else private_postgresql.new_database()))
        self.checklist = json.loads(pathlib.Path(CHECKLIST).read_text(encoding="utf-8"))
        self._process = None
        self._numbers = itertools.count(1)
        self.run("checklist", "add", CHECKLIST)
        self.run("checklist", "publish", self.checklist["id"])

    def use(self, database):
        """Commands, and the server when it starts again, have this database."""
        self.database = database
        self.options = ["--database", database, "--keys", str(self.folder / "keys")]

    # Commands

    def run(self, *arguments, stdin=""):
        """Standard output of a command that must succeed."""
        done = subprocess.run([PROGRAM, *self.options, *arguments], input=stdin,
                              capture_output=True, text=True, timeout=60, check=False)
        if done.returncode != 0:
            raise CommandFailed("%s: exit %d: %s%s" % (
                " ".join(arguments), done.returncode, done.stdout, done.stderr))
        return done.stdout

    def add_shipped(self, *names):
        """Adds checklists that come with the program; what is written in each, by name."""
        files = {name: pathlib.Path(CHECKLIST).with_name(name + ".json") for name in names}
        for file in files.values():
            self.run("checklist", "add", str(file))
        return {name: json.loads(file.read_text(encoding="utf-8")) for name, file in files.items()}

    def sql(self, statement):
        """Rows of texts, read or changed in the database beside the server. Bytes are written
        x'…' and read by hex(…)."""
        if private_postgresql.wanted():
            statement = re.sub(r"hex\(([^)]*)\)", r"encode(\1, 'hex')", statement)
            name = re.search(r"/(\w+)\?", self.database)[1]
            out = private_postgresql.execute(name, re.sub(r"\bx'", r"'\\x", statement))
            return [line.split("|") for line in out.splitlines()]
        with contextlib.closing(sqlite3.connect(self.folder / "central.db")) as database:
            with database:
                rows = database.execute(statement).fetchall()
        return [[str(value) for value in row] for row in rows]

    def add_store(self, region="r1"):
        store = "s%d" % next(self._numbers)
        self.run("store", "add", "--id", store, "--name", "Shop " + store, "--region", region,
                 "--timezone", "Asia/Dubai")
        return store

    def device_code(self, store):
        return one_word(self.run("device", "code", "--store", store))

    def add_user(self, role, **scope):
        """An API token of a new user. The scope is region=… or store=…."""
        name = self.add_person(role, **scope)
        return one_word(self.run("token", "add", "--user", name))

    def add_person(self, role, *options, **scope):
        """The name of a new user; PASSWORD is the password."""
        name = "%s-%d" % (role, next(self._numbers))
        region = scope.get("region")
        if region and "\n%s\t" % region not in self.run("region", "list"):
            self.run("region", "add", "--id", region)
        bound = [word for key, value in scope.items() for word in ("--" + key, value)]
        self.run("user", "add", "--name", name, "--role", role, *bound, *options,
                 stdin=PASSWORD + "\n")
        return name

    def add_checklist_version(self, version):
        """Adds and publishes the same checklist under another version."""
        file = self.folder / ("checklist-%d.json" % version)
        file.write_text(json.dumps({**self.checklist, "version": version}, ensure_ascii=False),
                        encoding="utf-8")
        self.run("checklist", "add", str(file))
        self.run("checklist", "publish", self.checklist["id"])

    # The server

    def start(self, port=0, options=(), environment=None):
        """On a free port, or on one that it had before."""
        with (self.folder / "serve.log").open("ab") as log:
            self._process = subprocess.Popen(
                [PROGRAM, *self.options, "serve", "--listen", "127.0.0.1:%d" % port, *options],
                stdout=subprocess.PIPE, stderr=log, preexec_fn=_die_with_parent,
                env={**os.environ, **(environment or {})})
        self.address = ("127.0.0.1", self._announced_port())

    def _announced_port(self):
        deadline = time.monotonic() + START_SECONDS
        output = b""
        while time.monotonic() < deadline:
            if select.select([self._process.stdout], [], [], 0.5)[0]:
                piece = os.read(self._process.stdout.fileno(), 4096)
                output += piece
                found = re.search(rb"listening on https?://127\.0\.0\.1:(\d+)\s", output)
                if found:
                    return int(found[1])
                if not piece:
                    break
        self.kill()
        raise RuntimeError("serve did not announce its port: %r %s" % (output, self.log()))

    def log(self):
        return self.whole_log()[-2000:]

    def whole_log(self):
        return (self.folder / "serve.log").read_text(encoding="utf-8", errors="replace")

    @property
    def process(self):
        """The id of the server's process."""
        return self._process.pid

    def signal(self, number):
        self._process.send_signal(number)

    def stop(self):
        """SIGTERM; the exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self._wait()

    def kill(self):
        self._process.kill()
        self._wait()

    def _wait(self):
        process, self._process = self._process, None
        try:
            return process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
        finally:
            process.stdout.close()

    def close(self):
        """Stops the server if it runs and removes the folder; the exit code of the server."""
        try:
            return self.stop() if self._process else 0
        finally:
            shutil.rmtree(self.folder)

    # Requests

    def request(self, method, target, token=None, body=None, headers=None, source="127.0.0.1"):
        if isinstance(body, (dict, list)):
            body = json.dumps(body, ensure_ascii=False).encode("utf-8")
        sent = {**_headers(token), **({"Content-Type": "application/json"} if body else {}),
                **(headers or {})}
        with Connection(self.address, source) as connection:
            connection.send(method, target, sent, body)
            return connection.reply(method)

    def get(self, target, token=None, headers=None):
        return self.request("GET", target, token, headers=headers)

    def events(self, target, token, headers=None):
        return Events(self.address, target, {**_headers(token), **(headers or {})})


def _die_with_parent():
    """A test that is killed at its time limit leaves no server behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _headers(token):
    return {"Authorization": "Bearer " + token} if token else {}


def one_word(output):
    """What a script would take from a command that prints one thing."""
    words = output.split()
    if len(words) != 1:
        raise CommandFailed("expected one word on standard output, got %r" % output)
    return words[0]
