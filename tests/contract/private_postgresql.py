"""PostgreSQL 15 of this test program's own: on a Unix socket in a temporary folder, as user postgres
when the test runs as root. Started when first asked for, gone with the program."""

import atexit
import itertools
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

PROGRAMS = "/usr/lib/postgresql/15/bin/"
START_SECONDS = 30

_numbers = itertools.count(1)
_folder = None
_server = None


def wanted():
    return "VOUCH_TEST_POSTGRESQL" in os.environ


def new_database():
    """The URL of a new, empty database."""
    folder()
    name = "test%d" % next(_numbers)
    execute("postgres", "CREATE DATABASE %s TEMPLATE template0" % name)
    return url(name)


def folder():
    """Where its socket is."""
    if _folder is None:
        _make()
    return _folder


def url(name):
    return "postgresql://vouch@/%s?host=%s" % (name, _folder)


def execute(name, sql):
    """What psql prints, columns by |, without headers."""
    done = subprocess.run([PROGRAMS + "psql", "-XAtqc", sql, url(name)], capture_output=True,
                          text=True, timeout=60, check=True)
    return done.stdout


def start():
    """After stop()."""
    global _server
    with (_folder / "log").open("ab") as log:
        _server = subprocess.Popen(
            _as_owner([PROGRAMS + "postgres", "-D", str(_folder / "data"), "-k", str(_folder),
                       "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off",
                       "-c", "max_connections=200", "-c", "shared_buffers=32MB"]),
            stdout=log, stderr=log)
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run([PROGRAMS + "pg_isready", "-q", "-h", str(_folder)],
                         check=False).returncode != 0:
        if time.monotonic() > deadline:
            raise RuntimeError((_folder / "log").read_text(errors="replace")[-2000:])
        time.sleep(0.02)


def stop():
    """Cuts every connection."""
    _server.send_signal(signal.SIGINT)
    _server.wait(START_SECONDS)


def _make():
    global _folder
    _folder = pathlib.Path(tempfile.mkdtemp(prefix="vouch-pg-"))
    atexit.register(_remove)
    if os.geteuid() == 0:
        shutil.chown(_folder, "postgres", "postgres")
    subprocess.run(_as_owner([PROGRAMS + "initdb", "-D", str(_folder / "data"), "-A", "trust",
                              "-U", "vouch", "-N", "-E", "UTF8", "--locale=C.UTF-8"]),
                   capture_output=True, timeout=60, check=True)
    start()


def _remove():
    if _server is not None:
        stop()
    shutil.rmtree(_folder, ignore_errors=True)


def _as_owner(command):
    """PostgreSQL refuses to run as root; and it ends with this program, however that ends."""
    owner = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", "--pdeathsig", "INT", *owner, *command]
