#!/usr/bin/python3
"""How long the dashboard takes to show itself with 1,000 stores and a year of answers behind it.

Makes the chain of bench_reading.py (counters only), with its last day yesterday, what is measured
beside the score and what was written; starts the shipped server on it, asks for each figure of the dashboard over HTTP,
and opens the page in Chromium. See README.md beside this."""

import argparse
import datetime
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import tempfile
import uuid

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
    "measurements": "/api/v1/measurements?from={month}&to={today}",
    "measured, a year": "/api/v1/measurements?from={year}&to={today}",
    "single answers": "/api/v1/measurements?checklist=checkout-womi&from={year}&to={today}",
    "comments": "/api/v1/comments",
    "comments, region": "/api/v1/comments?region=r7",
    "comments, a store": "/api/v1/comments?store=s7",
    "comments, a word": "/api/v1/comments?q=word1234",
    "words, 30 days": "/api/v1/comments/words?from={month}&to={today}",
}
MEASURED = ("checkout-womi", "relational-nps", "employee-nps", "partner-nps", "checkout-csat",
            "checkout-ces")
RECORDS = 1_000_000  # to the first of them, which is read from single answers
TABLETS = 2 * reading.STORES
COMMENTS = 300_000  # and two of today in each store
WORDS = 4000
COVERED_DAYS = 35
OPEN = json.dumps({day: ["09:00-21:00"] for day in
                   ("mon", "tue", "wed", "thu", "fri", "sat", "sun")})


def write_tablets(database):
    """Two in each store, each with a chain; their keys are numbers from 1."""
    keys = range(1, TABLETS + 1)
    database.executemany(
        "INSERT INTO devices (key, id, name, public_key, token_hash, store, enrolled_at) "
        "VALUES (?,?,'till',?,?,?,0)",
        ((n, b"tablet%010d" % n, b"k%031d" % n, "none%d" % n, store_of(n)) for n in keys))
    database.execute("INSERT INTO device_stores (device, store, since) SELECT key, store, 0 "
                     "FROM devices")
    database.executemany("INSERT INTO chains (key, device, id) VALUES (?,?,?)",
                         ((n, n, b"c%015d" % n) for n in keys))


def store_of(tablet):
    return (tablet - 1) % reading.STORES + 1


def write_activity(file):
    """The tablets, and what one in each store did in each hour of the last days."""
    with sqlite3.connect(file) as database:
        write_tablets(database)
        last = (reading.LAST_DAY - reading.EPOCH).days
        database.executemany(
            "INSERT INTO activity_hours (device, day, hour, store, minutes, opened, scored, "
            "completed) VALUES (?,?,?,?,55,4,3,2)",
            ((n, day, hour, n) for n in range(1, reading.STORES + 1)
             for day in range(last - COVERED_DAYS + 1, last + 1) for hour in reading.OPEN_HOURS))


def write_measured(central, file, checklists):
    """As many answers to each other kind of checklist as the score has, and records of the first."""
    paths = [checklists / (name + ".json") for name in MEASURED]
    for path in paths:
        central("checklist", "add", str(path))
    with sqlite3.connect(file) as database:
        for key, path in enumerate(paths, 2):
            asked = json.loads(path.read_text("utf-8"))
            database.execute(
                "INSERT INTO measures (key, checklist, series, question, touchpoint) "
                "VALUES (?,?,?,?,?)",
                (key, asked["id"], asked["series"], asked["score"], asked["touchpoint"]))
            for table in ("day_counts", "month_counts"):
                database.execute(
                    "INSERT INTO %s (store, day, measure, marked, %s) SELECT store, day, ?, marked, "
                    "%s FROM %s WHERE measure = 1" % (table, reading.COUNTS, reading.COUNTS, table),
                    (key,))
        write_records(database)


def write_records(database):
    """Answers to `recommend` and `dissuade`, in the order of time, a tablet after the other."""
    scale = '{"question":"%s","type":"scale","value":%d}'
    record = ('{"checklist":"checkout-womi","id":"r","items":[%s,%s],"kind":"survey","more":"' +
              "x" * 500 + '","score":%d,"series":"2026a","store":"s","touchpoint":"checkout"}')
    a_day = 86_400_000

    def rows():
        for n in range(RECORDS):
            tablet, day = n % TABLETS + 1, reading.FIRST + n * reading.DAYS // RECORDS
            items = record % (scale % ("recommend", n % 11), scale % ("dissuade", n * 7 % 11), n % 11)
            yield (b"r%015d" % n, b"h%031d" % n, tablet, n // TABLETS + 1, store_of(tablet), n % 11,
                   day, day * a_day + a_day // 2, items.encode())
    database.executemany(
        "INSERT INTO records (id, hash, chain, sequence, store, measure, score, marked, day, hour, "
        "received_at, clock_error_ms, canonical) VALUES (?,?,?,?,?,2,?,0,?,12,?,0,?)", rows())
    database.execute(
        "INSERT INTO ledger_days (chain, day, store, received, late, marked, forked) "
        "SELECT chain, day, store, count(*), 0, 0, 0 FROM records GROUP BY 1, 2, 3")


def write_comments(file):
    """Of twelve words each, from all stores and days; whoever reads the day's reads them in threes."""
    chance = random.Random(COMMENTS)
    today = (reading.LAST_DAY - reading.EPOCH).days + 1
    with sqlite3.connect(file) as database:
        number = database.execute("SELECT max(number) FROM records").fetchone()[0]
        comments, records = [], []
        for n in range(COMMENTS + 2 * reading.STORES):
            number += 1
            day = reading.FIRST + chance.randrange(reading.DAYS) if n < COMMENTS else today
            words = " ".join("word%d" % each for each in chance.sample(range(WORDS), 12))
            store, score, tablet = n % reading.STORES + 1, n % 11, n % TABLETS + 1
            records.append((number, b"q%015d" % n, b"g%031d" % n, tablet, RECORDS + n, store, score,
                            day, written_record(n, store, score, words).encode()))
            comments.append((number, store, day, n % 4, chance.getrandbits(56), score, words, words))
        database.executemany(
            "INSERT INTO records (number, id, hash, chain, sequence, store, measure, score, marked, "
            "day, hour, received_at, clock_error_ms, canonical) VALUES (?,?,?,?,?,?,1,?,0,?,12,0,0,?)",
            records)
        database.executemany(
            "INSERT INTO comments (number, store, day, part, shuffle, measure, score, marked, "
            "checklist, touchpoint, language, words, folded) VALUES "
            "(?,?,?,?,?,1,?,0,'checkout-nps','checkout','en',?,?)", comments)
        database.execute("INSERT INTO comment_index (comment_index) VALUES ('rebuild')")


def written_record(n, store, score, words):
    """A survey with a comment, as it is stored but for its hashes, which nobody looks at here."""
    some = str(uuid.UUID(int=n))
    return json.dumps({
        "id": some, "device": some, "store": "s%d" % (store - 1), "chain": some, "sequence": 1,
        "previous": "0" * 64, "hash": "0" * 64, "kind": "survey", "checklist": "checkout-nps",
        "version": 1, "series": "2026a", "touchpoint": "checkout", "language": "en",
        "opened_at": "2026-11-22T10:00:00.000Z", "closed_at": "2026-11-22T10:00:20.000Z",
        "utc_offset_minutes": 0, "day": "2026-11-22", "hour": 10, "boot": some, "monotonic_ms": 1,
        "state": "completed", "score": score, "marks": [], "items": [
            {"question": "recommend", "type": "scale", "value": score},
            {"question": "comment", "type": "text", "value": words, "salt": "0" * 32,
             "digest": "0" * 64}]}, sort_keys=True, separators=(",", ":"))


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
        write_measured(central, file, here.parents[1] / "resources/checklists")
        write_comments(file)
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
