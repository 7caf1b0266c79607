#!/usr/bin/python3
"""How long the dashboard takes to show itself with 1,000 stores and a year of answers behind it.

Makes the chain of bench_reading.py (counters only), with its last day yesterday, starts the shipped
server on it, asks for each figure of the dashboard over HTTP, and opens the page in Chromium. See
README.md beside this."""

import argparse
import datetime
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile

import bench_reading as reading

PASSWORD = "four words in a row"
FIGURES = {
    "ranking": "/api/v1/ranking?from={month}&to={today}",
    "trend by day": "/api/v1/trend?by=day&from={month}&to={today}",
    "trend, a year": "/api/v1/trend?by=week&from={year}&to={today}",
    "hours, 30 days": "/api/v1/heatmap?from={month}&to={today}",
    "touchpoints": "/api/v1/touchpoints?from={month}&to={today}",
    "comparison": "/api/v1/comparison?from={month}&to={today}&other_from={year}&other_to={before}",
    "drivers, 30 days": "/api/v1/drivers?from={month}&to={today}",
    "funnel, 30 days": "/api/v1/funnel?from={month}&to={today}",
    "hours, a store": "/api/v1/heatmap?store=s7&from={year}&to={today}",
    "coverage": "/api/v1/coverage?from={month}&to={today}",
    "coverage, a store": "/api/v1/coverage?store=s7&from={month}&to={today}",
}
COVERED_DAYS = 35
OPEN = json.dumps({day: ["09:00-21:00"] for day in
                   ("mon", "tue", "wed", "thu", "fri", "sat", "sun")})


def write_activity(file):
    """A tablet in each store, and what it did in each hour of the last days."""
    with sqlite3.connect(file) as database:
        database.executemany(
            "INSERT INTO devices (key, id, name, public_key, token_hash, store, enrolled_at) "
            "VALUES (?,?,'till',?,?,?,0)",
            [(n, b"tablet%010d" % n, b"k%031d" % n, "none%d" % n, n)
             for n in range(1, reading.STORES + 1)])
        last = (reading.LAST_DAY - reading.EPOCH).days
        database.executemany(
            "INSERT INTO activity_hours (device, day, hour, store, minutes, opened, scored, "
            "completed) VALUES (?,?,?,?,55,4,3,2)",
            ((n, day, hour, n) for n in range(1, reading.STORES + 1)
             for day in range(last - COVERED_DAYS + 1, last + 1) for hour in reading.OPEN_HOURS))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("central", help="the vouch-central to measure, a release build")
    parser.add_argument("--answers", type=int, default=10_000_000)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    os.environ.setdefault(
        "VOUCH_CHECKLIST", str(here.parents[1] / "resources/checklists/checkout-nps.json"))
    today = datetime.datetime.now(datetime.timezone.utc).date()
    reading.LAST_DAY = today - datetime.timedelta(days=1)
    reading.FIRST = (reading.LAST_DAY - reading.EPOCH).days - reading.DAYS + 1
    days = {"today": today, "month": today - datetime.timedelta(days=29),
            "before": today - datetime.timedelta(days=30),
            "year": today - datetime.timedelta(days=364)}
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "central.db")

        def central(*words, **more):
            return subprocess.run(
                [options.central, "--database", "sqlite:" + file, *words], check=True,
                capture_output=True, text=True, **more).stdout.strip()

        print("load %.1f; making 1,000 stores with %d answers" % (os.getloadavg()[0],
                                                                  options.answers), flush=True)
        reading.make_chain(central, file, options.answers, False)
        write_activity(file)
        central("setting", "set", "--key", "opening_hours", "--value", OPEN)
        central("user", "add", "--name", "regina", "--role", "regional", input=PASSWORD + "\n")
        token = central("token", "add", "--user", "regina").split()[-1]
        server = reading.Server(options.central, file)
        try:
            for name, path in FIGURES.items():
                middle, worst = reading.ask(
                    server.port, token, lambda _, path=path: path.format(**days), 20)
                print("%-17s median %6.1f ms, worst %6.1f ms" % (name, middle, worst), flush=True)
            subprocess.run(["node", str(here / "first_paint.mjs"),
                            "http://127.0.0.1:%d" % server.port, "regina", PASSWORD,
                            str(options.times)], check=True)
        finally:
            server.stop()
        print("load %.1f" % os.getloadavg()[0])


if __name__ == "__main__":
    main()
