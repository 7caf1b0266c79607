"""The kiosk without a screen (drain.cpp), and what a tablet and its server hold."""

import collections
import csv
import ctypes
import io
import json
import os
import pathlib
import signal
import sqlite3
import subprocess

DRAIN = os.environ.get("VOUCH_DRAIN")
PR_SET_PDEATHSIG = 1  # from sys/prctl.h


def _die_with_parent():
    """A test that is killed at its time limit leaves nothing behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Drained:
    """What the program printed, and how it ended."""

    def __init__(self, process, output):
        self.code = process.returncode
        self.lines = [json.loads(line) for line in output.splitlines()]
        self.end = self.lines[-1] if self.lines and "end" in self.lines[-1] else {}
        self.troubles = {line["trouble"] for line in self.lines if line.get("trouble")}
        self.states = {line["state"] for line in self.lines if "state" in line}

    def __repr__(self):
        return "exit %d: %s" % (self.code, self.lines[-12:])


def spawn(data: pathlib.Path, *arguments):
    return subprocess.Popen([DRAIN, "--data", str(data), *map(str, arguments)],
                            stdout=subprocess.PIPE, text=True, preexec_fn=_die_with_parent)


def drain(data: pathlib.Path, *arguments):
    """Runs it to its end."""
    with spawn(data, *arguments) as process:
        output, _ = process.communicate(timeout=600)
    return Drained(process, output)


def tablet_hashes(data: pathlib.Path):
    """id → hash of every conversation that the tablet has sealed: what an export holds."""
    with sqlite3.connect(f"file:{data / 'kiosk.db'}?mode=ro", uri=True) as database:
        return {row[0].hex(): row[1] for row in database.execute(
            "SELECT id, hash FROM checks WHERE sequence IS NOT NULL "
            "AND kind IN ('survey', 'training')")}


def tablet_counts(data: pathlib.Path):
    """(day, hour) → how many answers the tablet's own figures have there."""
    with sqlite3.connect(f"file:{data / 'kiosk.db'}?mode=ro", uri=True) as database:
        return {(day, str(hour)): count for day, hour, count in database.execute(
            "SELECT day, hour, sum(%s) AS answers FROM score_counts GROUP BY day, hour "
            "HAVING answers > 0" % " + ".join("s%d" % score for score in range(11)))}


def exported(central, store):
    """The rows of a shop."""
    out = central.folder / ("export-%s.csv" % store)
    central.run("export", "--format", "csv", "--store", store, "--out", str(out))
    return list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"), newline="")))


def central_days(central, store):
    """The business days that count for what a shop has."""
    return {row["day"] for row in exported(central, store)}


def central_counts(central, store):
    """The same by the server's export."""
    return dict(collections.Counter(
        (row["day"], row["hour"]) for row in exported(central, store)
        if row["kind"] == "survey" and row["score"] != ""))


def central_hashes(central, store):
    """id → hash of every record of a shop, as `export` has them."""
    rows = exported(central, store)
    hashes = {row["id"].replace("-", ""): row["hash"] for row in rows}
    if len(rows) != len(hashes):
        raise AssertionError("an id stands twice in the export")
    return hashes
