#!/usr/bin/python3
"""How long vouch-central takes to read a score, and to start, with many answers behind it.

Makes a chain of 1,000 stores in ten regions with a year of answers by plain SQL: the counters as the
server keeps them, and, up to --records-up-to, a record for each answer. Then it asks the shipped
server over HTTP, one request after the other on one connection, and compares with /healthz in the
same run. See README.md beside this."""

import argparse
import datetime
import http.client
import os
import pathlib
import random
import re
import sqlite3
import struct
import subprocess
import tempfile
import time

STORES, REGIONS, DAYS, OPEN_HOURS = 1000, 10, 365, range(9, 21)
RECORD_BYTES = 790  # of canonical bytes, as a usual record has
EPOCH = datetime.date(1970, 1, 1)
LAST_DAY = datetime.date(2026, 10, 31)
FIRST = (LAST_DAY - EPOCH).days - DAYS + 1
SHARES = [2, 1, 1, 2, 2, 4, 4, 10, 18, 22, 34]  # of the scores 0 to 10, in hundredths
COUNTS = ", ".join("n%d" % score for score in range(11))
PLACES = ",".join("?" * 11)


def parts_of(total, parts, chance):
    """`total` as a whole number for each of `parts`, as even as chance is."""
    base, rest = divmod(total, parts)
    return [base + (1 if chance.random() * parts < rest else 0) for _ in range(parts)]


def histogram(count, chance):
    out = [count * share // 100 for share in SHARES]
    for score in chance.choices(range(11), SHARES, k=count - sum(out)):
        out[score] += 1
    return out


def month_of(day):
    return (EPOCH + datetime.timedelta(days=day)).replace(day=1).toordinal() - EPOCH.toordinal()


def add(sums, key, counts):
    row = sums.setdefault(key, [0] * 11)
    for score, count in enumerate(counts):
        row[score] += count


LISTS = {"liked": (0, 0, 1, 1), "improve": (1, 1, 0, 0)}
CODES = ("staff", "prices", "choice", "quality", "stock", "queue", "layout", "cleanliness", "advice",
         "location", "other")


def write_traits(database):
    """The keys of what answers have beside their score, each with its share of those who are asked."""
    shares = {("", "completed"): 0.8, ("", "comment"): 0.05}
    for question in LISTS:
        shares[(question, "")] = 0.74
        shares.update({(question, code): 0.3 / (place + 1) for place, code in enumerate(CODES)})
    database.executemany("INSERT INTO traits (key, question, code) VALUES (?,?,?)",
                         [(key, *name) for key, name in enumerate(shares, 1)])
    return [(key, LISTS.get(name[0], (1, 1, 1, 1)), share)
            for key, (name, share) in enumerate(shares.items(), 1)]


def traits_of(row, traits, chance):
    """What a day's answers have: rows of trait_counts."""
    *place, counts = *row[:4], row[4:]
    bands = (sum(counts[:7]), counts[7] + counts[8], counts[9], counts[10])
    for key, asked, share in traits:
        had = [int(band * share + chance.random()) * ask for band, ask in zip(bands, asked)]
        if any(had):
            yield (*place, key, *had)


def write_counters(database, answers, chance):
    traits = write_traits(database)
    days_a_year = parts_of(answers, STORES * DAYS, chance)
    hours, days, months = [], [], {}
    for store in range(STORES):
        for index in range(DAYS):
            day, of_day = FIRST + index, {}
            for hour, count in zip(OPEN_HOURS, parts_of(
                    days_a_year[store * DAYS + index], len(OPEN_HOURS), chance)):
                if count == 0:
                    continue
                marked = int(chance.random() < 0.02)
                counts = histogram(count, chance)
                hours.append((store + 1, day, hour, 1, marked, *counts))
                add(of_day, marked, counts)
            for marked, counts in of_day.items():
                days.append((store + 1, day, 1, marked, *counts))
                add(months, (store + 1, month_of(day), marked), counts)
        database.executemany("INSERT INTO hour_counts (store, day, hour, measure, marked, %s) "
                             "VALUES (?,?,?,?,?,%s)" % (COUNTS, PLACES), hours)
        database.executemany("INSERT INTO day_counts (store, day, measure, marked, %s) "
                             "VALUES (?,?,?,?,%s)" % (COUNTS, PLACES), days)
        database.executemany(
            "INSERT INTO trait_counts (store, day, measure, marked, trait, detractors, passives, "
            "nines, tens) VALUES (?,?,?,?,?,?,?,?,?)",
            (row for day in days for row in traits_of(day, traits, chance)))
        hours, days = [], []
    database.executemany(
        "INSERT INTO month_counts (store, day, measure, marked, %s) VALUES (?,?,1,?,%s)"
        % (COUNTS, PLACES),
        [(store, day, marked, *counts) for (store, day, marked), counts in months.items()])


def write_records(database, answers):
    """As many records as answers, in the order of time; their bytes are of no use to a reader."""
    canonical = b"x" * RECORD_BYTES
    database.execute("INSERT INTO devices (key, id, name, public_key, token_hash, store, "
                     "enrolled_at) VALUES (1, ?, 'till', ?, 'none', 1, 0)", (b"d" * 16, b"k" * 32))
    database.execute("INSERT INTO chains (key, device, id) VALUES (1, 1, ?)", (b"c" * 16,))
    database.executemany(
        "INSERT INTO records (id, hash, chain, sequence, store, measure, score, marked, day, hour, "
        "received_at, clock_error_ms, canonical) VALUES (?,?,1,?,?,1,9,0,?,12,?,0,?)",
        ((struct.pack(">QQ", number, number), struct.pack(">QQQQ", number, 0, 0, 0), number + 1,
          number % STORES + 1, FIRST + number * DAYS // answers, number, canonical)
         for number in range(answers)))


def make_chain(central, file, answers, with_records):
    central("checklist", "add", os.environ["VOUCH_CHECKLIST"])
    database = sqlite3.connect(file)
    database.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;")
    chance = random.Random(answers)
    with database:
        database.executemany("INSERT INTO regions (id, name, added_at) VALUES (?,?,0)",
                             [("r%d" % n, "Region %d" % n) for n in range(REGIONS)])
        database.executemany(
            "INSERT INTO stores (key, id, name, region, timezone, added_at) VALUES (?,?,?,?,?,0)",
            [(n + 1, "s%d" % n, "Shop %d" % n, "r%d" % (n % REGIONS), "UTC")
             for n in range(STORES)])
        database.execute("INSERT INTO measures (key, checklist, series, question, touchpoint) "
                         "VALUES (1, 'checkout-nps', '2026a', 'recommend', 'checkout')")
        write_counters(database, answers, chance)
        if with_records:
            write_records(database, answers)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


class Server:
    def __init__(self, program, file):
        self.since = time.monotonic()
        self.process = subprocess.Popen(
            [program, "--database", "sqlite:%s" % file, "serve", "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if found := re.search(r"listening on http://127\.0\.0\.1:(\d+)", line):
                self.port = int(found[1])
                break
        self.seconds = time.monotonic() - self.since

    def stop(self):
        self.process.terminate()
        self.process.wait()


def spread(values):
    values = sorted(values)
    return values[len(values) // 2], values[int(0.99 * (len(values) - 1))]


def ask(port, token, target, times):
    """The milliseconds of each request, from its first byte out to its last byte in."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    took = []
    for number in range(times):
        since = time.perf_counter()
        connection.request("GET", target(number), headers={"Authorization": "Bearer " + token})
        reply = connection.getresponse()
        body = reply.read()
        took.append((time.perf_counter() - since) * 1000)
        if reply.status != 200:
            raise SystemExit("%s: %d %r" % (target(number), reply.status, body[:300]))
    connection.close()
    return spread(took)


def measure(program, folder, answers, with_records):
    file = folder / "central.db"

    def central(*arguments, stdin=""):
        return subprocess.run([program, "--database", "sqlite:%s" % file, *arguments], check=True,
                              input=stdin, capture_output=True, text=True).stdout
    since = time.monotonic()
    make_chain(central, file, answers, with_records)
    central("user", "add", "--name", "reader", "--role", "regional",
            stdin="a long enough Passw0rd for it\n")
    token = central("token", "add", "--user", "reader").split()[-1]
    size = file.stat().st_size / 2**20
    print("\n%s answers%s, %.0f MiB, made in %.0f s" % (
        f"{answers:,}", "" if with_records else " (counters only)", size,
        time.monotonic() - since))
    starts = []
    for _ in range(3):
        server = Server(program, file)
        starts.append(server.seconds)
        server.stop()
    print("  %-44s %8.0f ms" % ("start, until it listens (the median of 3)",
                                sorted(starts)[1] * 1000))
    server = Server(program, file)
    month = "&month=" + str(LAST_DAY)[:7]
    year = "&from=%s&to=%s" % (LAST_DAY - datetime.timedelta(days=DAYS - 1), LAST_DAY)
    try:
        reference = ask(server.port, token, lambda n: "/healthz", 2000)
        lines = [
            ("one store, a year", 2000, lambda n: "/api/v1/nps?store=s%d%s" % (n * 7 % STORES, year)),
            ("a region of 100, a year", 500, lambda n: "/api/v1/nps?region=r%d%s" % (n % REGIONS, year)),
            ("the chain of 1,000, a year", 200, lambda n: "/api/v1/nps?" + year[1:]),
            ("one store by day, a year", 500,
             lambda n: "/api/v1/nps?by=day&store=s%d%s" % (n * 7 % STORES, year)),
            ("the chain by month, a year", 100, lambda n: "/api/v1/nps?by=month" + year),
            ("the chain by store, a year", 100, lambda n: "/api/v1/nps?by=store" + year),
            ("the monthly report of a store", 40,
             lambda n: "/api/v1/report?store=s%d%s" % (n * 7 % STORES, month)),
            ("the monthly report of 100 stores", 20,
             lambda n: "/api/v1/report?region=r%d%s" % (n % REGIONS, month))]
        print("  %-44s p50 %8.2f ms   p99 %8.2f ms" % ("/healthz, for comparison", *reference))
        for name, times, target in lines:
            took = ask(server.port, token, target, times)
            print("  %-44s p50 %8.2f ms   p99 %8.2f ms   %5.1f x /healthz" % (
                name, *took, took[0] / reference[0]), flush=True)
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="vouch-central, release")
    parser.add_argument("--answers", type=int, nargs="+",
                        default=[1_000_000, 10_000_000, 100_000_000])
    parser.add_argument("--records-up-to", type=int, default=10_000_000, metavar="N",
                        help="above it only the counters are made (%(default)s)")
    parser.add_argument("--folder", help="where the databases are made; on a disk, and removed")
    arguments = parser.parse_args()
    checklists = pathlib.Path(__file__).resolve().parents[2] / "resources" / "checklists"
    os.environ["VOUCH_CHECKLIST"] = str(checklists / "checkout-nps.json")
    where = arguments.folder or pathlib.Path(arguments.program).resolve().parent
    print("%d stores, %d days; load %.1f" % (STORES, DAYS, os.getloadavg()[0]))
    for answers in arguments.answers:
        with tempfile.TemporaryDirectory(prefix="vouch-bench-", dir=where) as folder:
            measure(arguments.program, pathlib.Path(folder), answers,
                    answers <= arguments.records_up_to)


if __name__ == "__main__":
    main()
